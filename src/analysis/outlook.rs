//! On which realisation an outcome counts: that of the plan as set, or that of earlier plans. Each has exact results, and a
//! range of its own.

use rust_decimal::Decimal;

use super::draws::{drawn_records, realisation};
use crate::model::catalogue::Catalogue;
use crate::model::evidence::Record;
use crate::model::id::{Leaf, MeasureId, Setting};
use crate::model::plan::Plan;
use crate::model::program::{Node, Program};
use crate::scenario::outlook;

/// On which realisation an outcome counts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Outlook {
    /// As the plan sets it: all comes true where it sets nothing.
    #[default]
    Plan,
    /// As earlier plans had it, where the plan sets nothing.
    Record,
}

impl Outlook {
    /// Both, the exact results as set first.
    pub const ALL: [Self; 2] = [Self::Plan, Self::Record];

    /// Its stable id for tests and other programs.
    pub fn id(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Record => "record",
        }
    }

    /// The one that a plan asks for.
    pub fn of(plan: &Plan, catalogue: &Catalogue) -> Self {
        let asked = outlook(catalogue).and_then(|choice| plan.value(choice, catalogue));
        if asked.is_some_and(|asked| !asked.is_zero()) { Self::Record } else { Self::Plan }
    }

    /// What asks for it, as the value of the setting that does.
    pub fn asked(self) -> Decimal {
        match self {
            Self::Plan => Decimal::ZERO,
            Self::Record => Decimal::ONE,
        }
    }
}

/// One thing for each outlook.
#[derive(Clone, Debug, PartialEq)]
pub struct ByOutlook<T> {
    /// As set.
    pub plan: T,
    /// As earlier plans had it.
    pub record: T,
}

impl<T> ByOutlook<T> {
    /// That of an outlook.
    pub fn of(&self, outlook: Outlook) -> &T {
        match outlook {
            Outlook::Plan => &self.plan,
            Outlook::Record => &self.record,
        }
    }
}

/// The middle one of the rates that earlier plans had, as a percentage: of an even number the lower of both in the middle.
/// None where the edition has no such records.
pub fn middle_rate(catalogue: &Catalogue) -> Option<Decimal> {
    let rates: Vec<Decimal> = drawn_records(catalogue).filter_map(Record::rate).collect();
    let middle = rates.len().checked_sub(1)? / 2;
    // Not sorted: there are few, and what sorts is heavier than all that is made of them.
    let is_middle = |rate: &&Decimal| {
        let below = rates.iter().filter(|other| other < rate).count();
        let up_to = rates.iter().filter(|other| other <= rate).count();
        (below..up_to).contains(&middle)
    };
    rates.iter().find(is_middle).map(|rate| rate * Decimal::ONE_HUNDRED)
}

/// The plan as earlier plans went: with their middle rate wherever it does not set the realisation itself.
pub fn recorded(plan: &Plan, catalogue: &Catalogue) -> Plan {
    let Some(rate) = middle_rate(catalogue) else { return plan.clone() };
    let open = realisation(catalogue).filter(|setting| plan.own(*setting).is_none());
    open.fold(plan.clone(), |plan, setting| plan.with(setting, Some(rate), catalogue))
}

/// Whether the outlooks of a plan differ: not where it sets every realisation itself.
pub fn differ(plan: &Plan, catalogue: &Catalogue) -> bool {
    let is_open = |setting: &Setting| plan.own(*setting).is_none();
    let is_other = |rate| move |setting| plan.value(setting, catalogue) != Some(rate);
    middle_rate(catalogue).is_some_and(|rate| realisation(catalogue).filter(is_open).any(is_other(rate)))
}

/// The measures that save something by themselves and that no realisation of earlier plans reaches: what they save alone does
/// not depend on it.
pub fn out_of_reach(catalogue: &Catalogue, program: &Program) -> Vec<MeasureId> {
    let rates: Vec<Setting> = realisation(catalogue).collect();
    let is_rate = |node: &Node| matches!(node, Node::Leaf(Leaf::Setting(setting)) if rates.contains(setting));
    let last = program.results().projection.last();
    let is_apart = |measure: &MeasureId| {
        let needed = program.needed_by([last.measure(*measure).alone]);
        // Cannot fail: there is a mark for every place.
        let leaves = || program.nodes().filter(|(place, node)| needed[place.index()] && matches!(node, Node::Leaf(_)));
        leaves().next().is_some() && !leaves().any(|(_, node)| is_rate(node))
    };
    catalogue.measure_ids().filter(is_apart).collect()
}
