//! The scenario of a link, read in the edition of the link.

use std::rc::Rc;

use crate::scenario::{Scenario, link};
use crate::view::edition::{Edition, Unopened, known_of};

/// A scenario in its edition: equal where both are.
#[derive(Clone, PartialEq)]
pub struct InEdition {
    /// Its edition.
    pub edition: Rc<Edition>,
    /// What is set.
    pub scenario: Rc<Scenario>,
}

/// The scenario of a link; none where its edition could not be opened.
///
/// # Errors
/// Says why the edition could not be opened.
pub fn scenario_of(link: &str) -> Result<InEdition, Unopened> {
    let edition = known_of(link)?;
    let scenario = link::read(link, &edition.catalogue).scenario.into();
    Ok(InEdition { edition, scenario })
}
