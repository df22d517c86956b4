//! The geometry of the charts: what they promise to the eye.
#![cfg(not(target_arch = "wasm32"))]

use ombuigen::analysis::draws::Draws;
use ombuigen::analysis::outlook::Outlook;
use ombuigen::analysis::range::{Banded, Bands, Runs};
use ombuigen::built_in;
use ombuigen::chart::bars::{self, SegmentKind};
use ombuigen::chart::lookback::{self, Cost};
use ombuigen::chart::scale::Axis;
use ombuigen::chart::{Frame, lines};
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::{Projection, Total};
use ombuigen::model::year::{Horizon, PerYear};
use rust_decimal::Decimal;

#[path = "common/results.rs"]
mod results;

use results::{project, sheet};

/// The edition that is tested.
const EDITION: &str = "2019.1";

const FRAME: Frame = Frame { width: 600.0, height: 300.0, left: 40.0, right: 150.0, top: 10.0, bottom: 30.0 };

fn plan_2019() -> Projection {
    let catalogue = built_in::catalogue(EDITION).expect("the seeds are right");
    project(&catalogue.scenarios()[0].plan)
}

#[test]
fn an_axis_ends_on_round_steps_that_hold_everything() {
    let axis = Axis::over([41.9, 97.2].into_iter(), 6.0, &FRAME);
    assert_eq!((axis.from, axis.to, axis.step), (40.0, 100.0, 10.0));
    assert_eq!(axis.ticks(), [40.0, 50.0, 60.0, 70.0, 80.0, 90.0, 100.0]);
    assert_eq!((axis.y(40.0), axis.y(100.0), axis.y(70.0)), (270.0, 10.0, 140.0));
}

#[test]
fn an_axis_over_nothing_still_stands() {
    let axis = Axis::over([0.0, 0.0].into_iter(), 6.0, &FRAME);
    assert!(axis.ticks().len() > 1 && axis.y(0.0).is_finite());
}

#[test]
fn lines_run_from_the_first_year_to_the_last_and_end_at_their_amounts() {
    let projection = plan_2019();
    let axis = lines::axis(&projection, None, &FRAME);
    let chart = lines::lay_out(&projection, &axis, &FRAME);
    let horizon = projection.horizon();
    assert_eq!(lines::x(horizon.first(), horizon, &FRAME), 40.0);
    assert_eq!(lines::x(horizon.last(), horizon, &FRAME), 450.0);
    let last = axis.y(91_904_060.0);
    let net = &chart.paths[lines::LINES.iter().position(|figure| *figure == Total::Net).expect("a line")];
    assert!(net.ends_with(&format!("450 {last}")), "{net} does not end at {last}");
}

#[test]
fn names_of_lines_never_cover_each_other_and_stay_in_the_plot() {
    let catalogue = built_in::catalogue(EDITION).expect("the seeds are right");
    for preset in catalogue.scenarios() {
        let projection = project(&preset.plan);
        let mut names = lines::lay_out(&projection, &lines::axis(&projection, None, &FRAME), &FRAME).names;
        names.sort_by(f64::total_cmp);
        assert!(names.windows(2).all(|pair| pair[1] - pair[0] >= 29.9), "{}: {names:?}", preset.id);
        assert!(names.iter().all(|name| *name <= FRAME.floor() + 0.1), "{}: {names:?}", preset.id);
    }
}

#[test]
fn bars_stack_to_the_savings_above_zero_and_the_costs_below() {
    let projection = plan_2019();
    let axis = bars::axis(&projection, None, &FRAME);
    let segments = bars::lay_out(&projection, &axis, &FRAME);
    let last = projection.last_year();
    let of_last = |kind| segments.iter().filter(move |part| part.year == last && part.kind == kind);
    let top = of_last(SegmentKind::Saving).map(|part| part.y).fold(f64::MAX, f64::min);
    let foot = of_last(SegmentKind::Cost).map(|part| part.y + part.height).fold(f64::MIN, f64::max);
    let amount = |figure| ombuigen::chart::euros(projection.last().total(figure));
    assert!((top - axis.y(amount(Total::Savings))).abs() < 0.1);
    assert!((foot - axis.y(-amount(Total::Costs))).abs() < 0.2);
}

#[test]
fn a_negative_saving_hangs_below_zero() {
    let catalogue = built_in::catalogue(EDITION).expect("the seeds are right");
    let fewer =
        Plan::default().with(catalogue.setting("poh.fte").expect("a setting"), Some(Decimal::from(3)), &catalogue);
    let projection = project(&fewer);
    let axis = bars::axis(&projection, None, &FRAME);
    let segments = bars::lay_out(&projection, &axis, &FRAME);
    let saving = segments.iter().find(|part| part.year == projection.last_year() && part.kind == SegmentKind::Saving);
    let saving = saving.expect("a negative saving has a segment");
    assert_eq!(saving.y, axis.y(0.0));
    // Fewer fte cost less: the negative cost stands above zero.
    let cost = segments.iter().find(|part| part.year == projection.last_year() && part.kind == SegmentKind::Cost);
    assert!(cost.expect("a negative cost has a segment").y < axis.y(0.0));
}

fn bands(banded: Banded) -> Bands {
    let catalogue = built_in::catalogue(EDITION).expect("the seeds are right");
    let runs = Runs::of(&catalogue, &sheet(&catalogue.scenarios()[0].plan), &Draws::of(&catalogue), Outlook::Plan);
    runs.ranges().of(banded).clone()
}

#[test]
fn the_band_lies_as_far_above_the_budget_as_its_deficit_and_within_the_axis() {
    let (projection, deficit) = (plan_2019(), bands(Banded::Deficit));
    let above = lines::above_budget(&projection, &deficit);
    let axis = lines::axis(&projection, Some(&above), &FRAME);
    let last = deficit.years.last();
    let budget = 54_157_669.0;
    let band = lines::lay_out_band(&above, &axis, &FRAME);
    let at = |deficit: f64| axis.y(budget + deficit);
    assert!(band.middle.ends_with(&format!("450 {}", at(last.middle))), "{}", band.middle);
    assert!(band.area.contains(&format!("450 {}L450 {}", at(last.high), at(last.low))), "{}", band.area);
    assert!(axis.to >= budget + last.high && at(last.high) < at(last.low));
}

#[test]
fn whiskers_run_from_low_to_high_within_the_axis() {
    let (projection, savings) = (plan_2019(), bands(Banded::Savings));
    let axis = bars::axis(&projection, Some(&savings), &FRAME);
    for (year, whisker) in bars::whiskers(&savings, &axis).iter() {
        assert!(whisker.high <= whisker.middle && whisker.middle <= whisker.low, "{year:?}: {whisker:?}");
        assert!(whisker.low <= FRAME.floor() && whisker.high >= FRAME.top, "{year:?}: {whisker:?}");
    }
}

fn horizon() -> Horizon {
    built_in::catalogue(EDITION).expect("the seeds are right").horizon()
}

/// Our cost, the same in every year: without measures and with.
fn steady(baseline: i64, scenario: i64) -> Cost {
    let [baseline, scenario] = [baseline, scenario].map(|amount| PerYear::from_fn(horizon(), |_| euros(amount)));
    Cost { baseline, scenario }
}

fn euros(amount: i64) -> Money {
    Money::from_euros(Decimal::from(amount))
}

#[test]
fn looking_back_lines_and_marks_stand_at_their_amounts() {
    let chart = lookback::lay_out(&steady(60_000_000, 50_000_000), &[(horizon().last(), euros(40_000_000))], &FRAME);
    let (first, last) = (bars::x(horizon().first(), horizon(), &FRAME), bars::x(horizon().last(), horizon(), &FRAME));
    for (path, amount) in [(chart.baseline, 6e7), (chart.scenario, 5e7)] {
        let y = chart.axis.y(amount);
        assert!(path.starts_with(&format!("M{first} {y}L")) && path.ends_with(&format!("L{last} {y}")), "{path}");
    }
    assert_eq!(chart.marks.iter().map(|mark| (mark.x, mark.y)).collect::<Vec<_>>(), [(last, chart.axis.y(4e7))]);
}

#[test]
fn looking_back_everything_stays_in_the_plot_and_texts_keep_off_the_lines() {
    let far = [10_000_000, 90_000_000];
    for cost in [steady(60_000_000, 50_000_000), steady(0, 0), steady(30_000_000, 30_000_000)] {
        let published = far.map(|amount| (horizon().last(), euros(amount)));
        let chart = lookback::lay_out(&cost, &published, &FRAME);
        for mark in &chart.marks {
            assert!((FRAME.top + 10.0..=FRAME.floor()).contains(&mark.text), "{mark:?} of {cost:?}");
        }
        let ours = chart.axis.y(ombuigen::chart::euros(*cost.baseline.last()));
        for mark in chart.marks.iter().filter(|mark| mark.y < ours) {
            assert!(mark.text < mark.y, "above the lines the text is above the mark");
        }
    }
    let alone = lookback::lay_out(&steady(30_000_000, 30_000_000), &[], &FRAME);
    assert!(alone.axis.from < 3e7 && alone.axis.to > 3e7, "one amount has an axis too");
}
