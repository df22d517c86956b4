//! From the text of the seeds to what the calculation is made of.

mod formulas;
mod instead;
mod maker;
mod members;
mod quantities;
mod sets;
mod told;

use std::collections::BTreeMap;

use super::error::SeedError;
use super::raw::File;
use super::text::{Place, Text};
use crate::model::catalogue::Catalogue;
use crate::model::cell::{Cell, QuantityId, SetId};
use crate::model::frame::{Frame, Rule};
use crate::model::tell::Telling;

pub use maker::{Check, members_of};

/// A frame with all that goes with it.
pub struct Made {
    /// The frame.
    pub frame: Frame,
    /// By measure whom it reaches.
    pub reach: Vec<Vec<Telling>>,
    /// The set whose members are the levers.
    pub knobs: Option<SetId>,
    /// What must be equal in every plan.
    pub checks: Vec<Check>,
    /// Where each formula of a quantity stands, in the order of its rule.
    formulas: BTreeMap<QuantityId, Vec<Place>>,
}

impl Made {
    /// Where the formula of a cell stands.
    pub fn place(&self, cell: Cell, frame: &Frame) -> Option<&Place> {
        let Rule::Calculated { of, .. } = &frame.quantity(cell.quantity).rule else { return None };
        let formula = of.get(usize::from(cell.at))?;
        self.formulas.get(&cell.quantity)?.get(usize::from(*formula))
    }
}

/// The frame of some texts.
///
/// # Errors
/// Everything that is wrong with names, units and formulas, in the order of the texts.
pub fn frame(texts: &[Text<'_>], files: &[File], catalogue: &Catalogue) -> Result<Made, Vec<SeedError>> {
    let mut maker = maker::Maker::of(texts, catalogue);
    maker.version();
    maker.sets();
    maker.members();
    maker.inputs(files);
    maker.quantities();
    maker.filled();
    maker.instead();
    maker.results();
    maker.formulas();
    let reach = maker.reach();
    maker.notes();
    if maker.problems.is_empty() {
        return Ok(Made {
            frame: maker.frame,
            reach,
            knobs: maker.knobs,
            checks: maker.checks,
            formulas: maker.formulas,
        });
    }
    let file = |name: &str| texts.iter().position(|text| text.name == name);
    maker.problems.sort_by_key(|problem| (file(&problem.file), problem.place));
    Err(maker.problems)
}
