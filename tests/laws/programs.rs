//! One program, kept: whatever was changed before, a sheet holds what calculating everything gives, to the last digit.

use std::collections::BTreeMap;

use ombuigen::model::id::Setting;
use ombuigen::model::plan::Plan;
use ombuigen::model::program::{Node, Program};
use ombuigen::model::sheet::{Probe, Sheet};
use proptest::prelude::*;
use proptest::sample::Index;
use rust_decimal::Decimal;

use super::plans::*;

/// One edit: a setting put at a place between its bounds, or back to its default.
fn an_edit() -> impl Strategy<Value = (Index, Option<u16>)> {
    (any::<Index>(), prop::option::weighted(0.8, place()))
}

fn edited(plan: &Plan, (which, place): &(Index, Option<u16>)) -> Plan {
    let (setting, bounds) = which.get(&settable()).to_owned();
    place.map_or_else(|| without(plan, setting), |place| with(plan, setting, at(bounds, place)))
}

/// Every number with all its digits, also those that `==` takes for the same.
fn digits(sheet: &Sheet) -> Vec<[u8; 16]> {
    sheet.program().nodes().map(|(at, _)| sheet.value(at).serialize()).collect()
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn a_sheet_holds_the_digits_of_calculating_everything(
        first in any_plan(),
        edits in prop::collection::vec(an_edit(), 1..30),
        jump in any_plan(),
    ) {
        let mut kept = sheet(&first);
        let mut plan = first.0;
        for edit in &edits {
            plan = edited(&plan, edit);
            kept.turn_to(&plan);
            prop_assert!(digits(&kept) == digits(&sheet(&plan)), "after {edit:?}");
        }
        prop_assert!(digits(&kept.with(&jump)) == digits(&sheet(&jump)), "after all at once");
        prop_assert_eq!(kept.plan(), &plan);
    }

    /// What is asked of results later is of the plan that they were taken of.
    #[test]
    fn results_stay_those_of_their_plan(first in any_plan(), other in any_plan()) {
        let mut kept = sheet(&first);
        let results = kept.projection();
        kept.turn_to(&other);
        prop_assert_eq!(results, project(&first));
        prop_assert_eq!(kept.projection(), project(&other));
    }

    #[test]
    fn a_probe_gives_the_amount_that_everything_gives(
        first in any_plan(),
        edits in prop::collection::vec(an_edit(), 1..30),
        year in a_year(),
        which in any::<Index>(),
    ) {
        let sheet_of_first = sheet(&first);
        let amount = *which.get(&sheet_of_first.program().results().projection[year].totals);
        let probe = Probe::of(&sheet_of_first, amount);
        let mut plan = first.0;
        for edit in &edits {
            plan = edited(&plan, edit);
            let everything = sheet(&plan).value(amount);
            prop_assert_eq!(probe.ask(&plan).euros().serialize(), everything.serialize());
        }
    }
}

fn program() -> std::sync::Arc<Program> {
    sheet(&Plan::default()).program().clone()
}

/// A lever reaches a small part of the calculation: that is what keeping it is for.
#[test]
fn a_lever_reaches_at_most_a_quarter_of_the_program() {
    let program = program();
    let neutral = sheet(&Plan::default());
    for lever in CATALOGUE.levers() {
        let end = if lever.neutral == lever.bounds.max { lever.bounds.min } else { lever.bounds.max };
        let moved = neutral.with(&with(neutral.plan(), Setting::Lever(lever.id), end));
        let differ = program.nodes().filter(|(at, _)| neutral.value(*at) != moved.value(*at)).count();
        assert!(differ > 0 && differ * 4 < program.len(), "{}: {differ} of {}", lever.key, program.len());
    }
}

#[test]
fn the_program_is_folded_and_holds_nothing_twice() {
    let program = program();
    let mut seen = BTreeMap::new();
    let is_constant = |at| matches!(program.node(at), Node::Constant(_));
    for (at, node) in program.nodes() {
        assert_eq!(seen.insert(*node, at), None, "{node:?} stands there twice");
        assert!(node.parts().all(|part| part < at), "{node:?} names a place behind it");
        let parts: Vec<_> = node.parts().collect();
        assert!(parts.is_empty() || !parts.iter().all(|part| is_constant(*part)), "{node:?} never changes");
    }
    let ends = program.results().projection.iter().flat_map(|(_, year)| year.totals);
    assert_eq!(ends.count(), CATALOGUE.horizon().count() * ombuigen::model::projection::Total::ALL.len());
    assert!(program.leaves().count() > 100 && program.len() < 12_000, "{} numbers", program.len());
}

/// The empty plan sets nothing: every number is made of defaults, and a plan put back is that plan again.
#[test]
fn putting_everything_back_gives_the_digits_of_the_empty_plan() {
    let empty = sheet(&Plan::default());
    let everything = plan_of(settable().into_iter().map(|(setting, bounds)| (setting, at(bounds, 700))));
    let mut kept = empty.with(&everything);
    assert!(digits(&kept) != digits(&empty));
    kept.turn_to(&Plan::default());
    assert!(digits(&kept) == digits(&empty));
    assert_eq!(Decimal::ZERO, kept.value(empty.program().results().projection[CATALOGUE.horizon().first()].totals[1]));
}
