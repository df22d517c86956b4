//! The influences of one scenario.

use std::rc::Rc;

use crate::analysis::sensitivity::{Influence, influences};
use crate::model::money::Money;
use crate::model::projection::Total;
use crate::scenario::Scenario;
use crate::view::session::Session;

/// The influences of a scenario.
pub struct Ranking {
    pub scenario: Rc<Scenario>,
    /// What moves the deficit most first.
    pub all: Vec<Influence>,
    /// The deficit of the last year with the scenario as it is.
    pub now: Money,
}

impl Ranking {
    /// The influences of the scenario of a session.
    pub fn of(session: &Session) -> Self {
        Self {
            scenario: session.scenario.clone(),
            all: influences(&session.catalogue, &session.sheet),
            now: session.projection.last().total(Total::Deficit),
        }
    }
}
