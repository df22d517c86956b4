//! A scenario where more of its edition was fetched: the same, with the ids of the catalogue that holds all of the other.
//!
//! Invariant: nothing is lost, for the wider catalogue knows every id of the other.

use super::Scenario;
use crate::model::catalogue::{Catalogue, Preset};
use crate::model::plan::Plan;

/// A plan with the ids of a wider catalogue.
pub fn widened(plan: &Plan, from: &Catalogue, to: &Catalogue) -> Plan {
    plan.differing().fold(Plan::default(), |wide, (setting, value)| match to.setting(&from.id_of(setting)) {
        Some(setting) => wide.with(setting, Some(value), to),
        None => wide,
    })
}

impl Scenario {
    /// The same scenario with the ids of a wider catalogue.
    pub fn widened(&self, from: &Catalogue, to: &Catalogue) -> Self {
        let place = |at: usize, from: &[Preset], to: &[Preset]| {
            from.get(at).and_then(|known| to.iter().position(|preset| preset.id == known.id))
        };
        let scenario = |at| place(at, from.scenarios(), to.scenarios());
        let mut wide = Self {
            start: scenario(self.start).unwrap_or(to.default_scenario()),
            baseline: self.baseline.and_then(|at| place(at, from.baselines(), to.baselines())),
            plan: widened(&self.plan, from, to),
            reasons: Default::default(),
            given_name: self.given_name.clone(),
            reference: self.reference.and_then(scenario),
            case: self.case.clone(),
        };
        for (figure, reason) in self.reasons.iter() {
            if let Some(figure) = to.figure_named(&from.figure(*figure).key) {
                wide.give_reason(figure, reason);
            }
        }
        wide
    }
}
