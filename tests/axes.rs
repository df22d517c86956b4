//! Axes that stand still: what they open on, and how they grow.
#![cfg(not(target_arch = "wasm32"))]

use std::ops::RangeInclusive;
use std::sync::Arc;

use ombuigen::analysis::against::reference_plan;
use ombuigen::analysis::draws::Draws;
use ombuigen::analysis::outlook::{Outlook, recorded};
use ombuigen::analysis::range::{Banded, Ranges, Runs};
use ombuigen::built_in;
use ombuigen::chart::steady::{Beyond, Reach, Steady};
use ombuigen::chart::yearly::Shown;
use ombuigen::model::calculation;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::plan::Plan;
use ombuigen::model::sheet::Sheet;
use ombuigen::scenario::Scenario;
use ombuigen::scenario::edit::Edit;
use proptest::prelude::*;
use rust_decimal::Decimal;

/// Every ready-made scenario, as it is and on every ready-made baseline.
fn ready_made(catalogue: &Catalogue) -> Vec<(String, Plan)> {
    let of = |start: usize, baseline: Option<usize>| {
        let scenario = Scenario::opening(catalogue).apply(&Edit::StartFrom(start), catalogue).expect("a scenario");
        let on = baseline.map(|at| scenario.apply(&Edit::StandOn(at), catalogue).expect("a ready-made baseline"));
        let name = format!("{} on {baseline:?}", catalogue.scenarios()[start].id);
        (name, on.unwrap_or(scenario).plan().clone())
    };
    let baselines = || (0..catalogue.baselines().len()).map(Some).chain([None]);
    (0..catalogue.scenarios().len()).flat_map(|start| baselines().map(move |baseline| of(start, baseline))).collect()
}

/// What both charts need for a plan in an outlook: net saving and deficit, each with the ranges of all years.
fn needed(sheet: &Sheet, reference: &Sheet, ranges: &Ranges) -> [Reach; 2] {
    let (here, there) = (sheet.projection(), reference.projection());
    let over = |of: &dyn Fn(_) -> Shown, banded: Banded| {
        let bands = ranges.of(banded).years.iter().map(|(_, band)| of(Some(*band)).reach());
        let reaches: Vec<Reach> = bands.collect();
        Reach::over(reaches.into_iter().flat_map(|reach| [reach.low(), reach.high()]))
    };
    [
        over(&|band| Shown::net_saving(&here, Some(&there), None, band), Banded::NetSaving),
        over(&|band| Shown::deficit(&here, Some(&there), band), Banded::Deficit),
    ]
}

/// So that nothing that the page has ready grows an axis.
fn opens_on_everything_ready_made(edition: &str) {
    let catalogue = built_in::catalogue(edition).expect("the seeds are right");
    let axes = &catalogue.pack().axes;
    let opening = [&axes.opening_saving, &axes.opening_deficit].map(Steady::opening);
    let (program, draws) = (Arc::new(calculation::recorded(&catalogue)), Draws::of(&catalogue));
    for (name, plan) in ready_made(&catalogue) {
        let sheet = Sheet::of(&program, &plan);
        let reference = reference_plan(catalogue.reference(), &plan, &catalogue);
        for outlook in Outlook::ALL {
            let seen = |plan: &Plan| match outlook {
                Outlook::Plan => sheet.with(plan),
                Outlook::Record => sheet.with(&recorded(plan, &catalogue)),
            };
            let ranges = Runs::of(&catalogue, &sheet, &draws, outlook).ranges();
            for (axis, needed) in opening.iter().zip(needed(&seen(&plan), &seen(&reference), &ranges)) {
                assert!(axis.holds(needed), "{edition}, {name}, {outlook:?}: {needed:?} on {axis:?}");
            }
        }
    }
}

#[test]
fn the_axes_of_2019_open_on_every_ready_made_scenario_in_both_outlooks_with_its_ranges() {
    opens_on_everything_ready_made("2019.1");
}

#[test]
fn the_axes_of_now_open_on_every_ready_made_scenario_in_both_outlooks_with_its_ranges() {
    opens_on_everything_ready_made("2026.1");
}

/// An axis in millions.
fn millions(low: i64, high: i64) -> RangeInclusive<Decimal> {
    let euros = |millions: i64| Decimal::from(millions * 1_000_000);
    euros(low)..=euros(high)
}

fn reach(low: f64, high: f64) -> Reach {
    Reach::over([low, high].map(|end| end * 1e6))
}

/// The ends of an axis, in millions.
fn ends(axis: Steady) -> [f64; 2] {
    [axis.low(), axis.high()].map(|end| end / 1e6)
}

#[test]
fn an_axis_grows_by_round_steps_to_its_limit_and_past_it_only_where_it_must() {
    let (opening, limits) = (Steady::opening(&millions(0, 55)), millions(-10, 60));
    let grown = |low, high| ends(opening.grown(reach(low, high), Some(&limits)));
    assert_eq!(grown(0.0, 55.0), [0.0, 55.0]);
    assert_eq!(grown(0.0, 55.1), [0.0, 60.0]);
    assert_eq!(grown(-0.1, 55.1), [-10.0, 60.0]);
    assert_eq!(grown(0.0, 60.1), [0.0, 80.0]);
    // A round step past the limit stops at it, as long as that holds what is needed.
    let narrow = millions(-3, 57);
    assert_eq!(ends(opening.grown(reach(-2.0, 56.0), Some(&narrow))), [-3.0, 57.0]);
    assert_eq!(ends(opening.grown(reach(-4.0, 58.0), Some(&narrow))), [-20.0, 60.0]);
    assert_eq!(ends(opening.grown(reach(-2.0, 56.0), None)), [-10.0, 60.0]);
}

#[test]
fn an_axis_over_nothing_still_stands() {
    assert_eq!(ends(Steady::over(reach(0.0, 0.0))), [0.0, 1.0]);
    assert_eq!(ends(Steady::over(reach(-0.3, 53.9))), [-10.0, 60.0]);
}

#[test]
fn what_lies_past_an_end_stands_at_it_and_says_so() {
    let axis = Steady::opening(&millions(-10, 40));
    assert_eq!([-11e6, -10e6, 0.0, 40e6, 41e6].map(|amount| axis.y(amount)), [100.0, 100.0, 80.0, 0.0, 0.0]);
    assert_eq!([-11e6, 0.0, 41e6].map(|amount| axis.x(amount)), [0.0, 20.0, 100.0]);
    let beyond = [-11e6, -10e6, 0.0, 40e6, 41e6].map(|amount| axis.beyond(amount));
    assert_eq!(beyond, [Some(Beyond::Low), None, None, None, Some(Beyond::High)]);
}

proptest! {
    /// From one edge to the other of what any result can be.
    #[test]
    fn growing_holds_what_is_needed_and_never_shrinks(steps in prop::collection::vec((-1e12..=0.0, 0.0..=1e12), 1..8)) {
        let limits = millions(-10, 60);
        let mut axis = Steady::opening(&millions(0, 55));
        for (low, high) in steps {
            let (needed, before) = (Reach::over([low, high]), axis);
            axis = axis.grown(needed, Some(&limits));
            let old = Reach::over([before.low(), before.high()]);
            prop_assert!(axis.holds(needed) && axis.holds(old), "{before:?} grew to {axis:?}");
            prop_assert!(!before.holds(needed) || axis == before);
        }
    }
}
