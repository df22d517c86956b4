//! What all sheets are about, and where they find the inputs.

use std::collections::BTreeMap;

use super::cell::Cell;
use crate::export::About;
use crate::model::catalogue::Catalogue;
use crate::model::id::Leaf;
use crate::model::plan::Plan;
use crate::scenario::Scenario;

/// Where each figure and setting stands that formulas use.
pub type InputCells = BTreeMap<Leaf, Cell>;

/// What all sheets are about.
pub struct Subject<'a> {
    pub catalogue: &'a Catalogue,
    pub scenario: &'a Scenario,
    pub about: &'a About,
}

impl Subject<'_> {
    /// What the user set.
    pub fn plan(&self) -> &Plan {
        self.scenario.plan()
    }
}
