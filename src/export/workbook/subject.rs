//! What all sheets are about, and where they find the inputs.

use std::collections::BTreeMap;

use super::cell::Cell;
use super::notation::Notation;
use crate::export::About;
use crate::model::catalogue::Catalogue;
use crate::model::id::Leaf;
use crate::model::plan::Plan;
use crate::scenario::Scenario;

/// The cell of a figure or setting.
#[derive(Clone, Copy, Debug)]
pub struct Input {
    /// Where it stands.
    pub cell: Cell,
    /// How it stands there.
    pub notation: Notation,
}

/// Where each figure and setting stands that formulas use.
pub type InputCells = BTreeMap<Leaf, Input>;

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
