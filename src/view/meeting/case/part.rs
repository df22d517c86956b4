//! What each part of the room shows.

use std::rc::Rc;

use yew::prelude::*;

use super::act::Act;
use crate::model::calculators::Calculators;
use crate::model::case::Case;

/// A case with its tables, and how to change it.
#[derive(Clone, PartialEq)]
pub struct Part {
    /// What there is to calculate with.
    pub tables: Rc<Calculators>,
    /// The case.
    pub case: Rc<Case>,
    /// Changes it.
    pub act: Callback<Act>,
}

/// Of a part that shows no more than that.
#[derive(Properties, PartialEq)]
pub struct PartProps {
    pub part: Part,
}
