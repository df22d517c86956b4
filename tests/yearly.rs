//! The bars of a result along the years: where they stand, and that nothing but an amount moves them.
#![cfg(not(target_arch = "wasm32"))]

use ombuigen::analysis::range::Band;
use ombuigen::built_in;
use ombuigen::chart::steady::{Beyond, Steady};
use ombuigen::chart::yearly::{Bar, Column, Number, Numbers, Shown, Yearly, lay_out};
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::id::Setting;
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::year::{Horizon, PerYear};
use rust_decimal::Decimal;

#[path = "common/results.rs"]
mod results;

use results::project;

/// The edition that is tested.
const EDITION: &str = "2026.1";

fn catalogue() -> Catalogue {
    built_in::catalogue(EDITION).expect("the seeds are right")
}

/// Amounts in hundredths of a million, by year.
fn years(hundredths: [i64; 8]) -> PerYear<Money> {
    let horizon = Horizon::of(2018, 2019, 2025).expect("in order");
    let of = |year| Money::from_euros(Decimal::from(hundredths[horizon.offset(year)] * 10_000));
    PerYear::from_fn(horizon, of)
}

fn axis(low: i64, high: i64) -> Steady {
    let euros = |hundredths: i64| Decimal::from(hundredths * 10_000);
    Steady::opening(&(euros(low)..=euros(high)))
}

fn plain(amounts: [i64; 8], numbers: Numbers) -> Shown {
    Shown { amounts: years(amounts), reference: None, slice: None, without: None, band: None, numbers }
}

const SAVING: [i64; 8] = [0, 0, 70, 217, 285, 348, 391, 432];

fn columns(chart: &Yearly) -> Vec<Column> {
    chart.columns.iter().map(|(_, column)| *column).collect()
}

/// The places of the picture that this was drawn after: eight equal columns, the reference to the left behind.
#[test]
fn bars_stand_on_equal_columns_with_the_reference_to_the_left() {
    let reference = Some(years([0, 0, 37, 199, 289, 355, 402, 447]));
    let slice = Some(years([0, 0, 46, 50, 56, 63, 71, 79]));
    let shown = Shown { reference, slice, ..plain(SAVING, Numbers::Above) };
    let chart = lay_out(&shown, &axis(-110, 620));
    let last = *chart.columns.last();
    let bar = Bar { x: 89.2, y: 25.75, width: 10.4, height: 59.18, end: 25.75, beyond: None };
    assert_eq!(last.bar, bar);
    assert_eq!(last.ghost, Some(Bar { x: 88.1, y: 23.7, height: 61.23, end: 23.7, ..bar }));
    assert_eq!(last.slice, Some(Bar { height: 10.83, ..bar }));
    assert_eq!((last.middle, last.number), (94.4, Some(Number::Above(23.7))));
    assert_eq!(chart.zero, 84.93);
    let lefts: Vec<f64> = columns(&chart).iter().map(|column| column.bar.x).collect();
    assert_eq!(lefts, [1.7, 14.2, 26.7, 39.2, 51.7, 64.2, 76.7, 89.2]);
}

#[test]
fn what_is_nothing_has_no_number_but_in_the_last_year() {
    let numbers = |shown: &Shown| {
        let chart = lay_out(shown, &axis(-110, 620));
        columns(&chart).iter().map(|column| column.number.is_some()).collect::<Vec<_>>()
    };
    assert_eq!(numbers(&plain(SAVING, Numbers::Above)), [false, false, true, true, true, true, true, true]);
    let nothing = plain([0; 8], Numbers::Above);
    assert_eq!(numbers(&nothing), [false, false, false, false, false, false, false, true]);
    let beside = Shown { reference: Some(years(SAVING)), ..nothing };
    assert_eq!(numbers(&beside), [false, false, true, true, true, true, true, true]);
}

#[test]
fn a_negative_amount_hangs_below_zero_and_its_number_stands_above() {
    let chart = lay_out(&plain([0, 0, -100, 0, 0, 0, 0, -50], Numbers::Above), &axis(-200, 600));
    let hangs = columns(&chart)[2];
    assert_eq!((chart.zero, hangs.bar.y, hangs.bar.height, hangs.bar.end), (75.0, 75.0, 12.5, 87.5));
    assert_eq!(hangs.number, Some(Number::Above(75.0)));
}

#[test]
fn a_lever_that_costs_more_than_it_saves_takes_its_slice_off() {
    let slice = Some(years([0, 0, 0, 0, 0, 0, 0, -100]));
    let shown = Shown { slice, ..plain([0, 0, 0, 0, 0, 0, 0, 200], Numbers::Above) };
    let chart = lay_out(&shown, &axis(0, 400));
    let last = chart.columns.last();
    let slice = last.slice.expect("a lever that does something has a slice");
    assert_eq!((slice.y, slice.height, last.bar.y), (25.0, 25.0, 50.0));
    assert!(columns(&chart)[..7].iter().all(|column| column.slice.is_none()));
    // The axis has to hold it too.
    assert_eq!(shown.reach().high(), 3e6);
}

#[test]
fn numbers_stand_in_a_bar_with_room_and_never_above_the_plot() {
    let number = |amount, numbers| {
        let chart = lay_out(&plain([0, 0, 0, 0, 0, 0, 0, amount], numbers), &axis(0, 100));
        chart.columns.last().number
    };
    assert_eq!(number(80, Numbers::Inside), Some(Number::Inside(20.0)));
    assert_eq!(number(10, Numbers::Inside), Some(Number::Above(90.0)));
    assert_eq!(number(80, Numbers::Above), Some(Number::Above(20.0)));
    assert_eq!(number(90, Numbers::Above), Some(Number::Inside(10.0)));
    assert_eq!(number(500, Numbers::Above), Some(Number::Inside(0.0)));
    let small = plain([0, 0, 0, 0, 0, 0, 0, 10], Numbers::Above);
    let beside = Shown { reference: Some(years([0, 0, 0, 0, 0, 0, 0, 100])), ..small };
    assert_eq!(lay_out(&beside, &axis(0, 100)).columns.last().number, Some(Number::Above(90.0)));
}

#[test]
fn what_lies_past_the_axis_stops_there_and_says_so() {
    let band = Some(Band { low: -3e6, middle: 2e6, high: 9e6 });
    let shown = Shown { band, ..plain([0, 0, 0, 0, 0, 0, -700, 700], Numbers::Inside) };
    let chart = lay_out(&shown, &axis(-200, 600));
    let [.., before, last] = columns(&chart)[..] else { panic!("eight columns") };
    assert_eq!((last.bar.y, last.bar.foot(), last.bar.beyond), (0.0, 75.0, Some(Beyond::High)));
    assert_eq!((before.bar.y, before.bar.foot(), before.bar.beyond), (75.0, 100.0, Some(Beyond::Low)));
    let whisker = chart.whisker.expect("a range");
    assert_eq!((whisker.low, whisker.middle, whisker.high, whisker.beyond), (100.0, 50.0, 0.0, [true, true]));
    assert_eq!((shown.reach().low(), shown.reach().high()), (-7e6, 9e6));
}

#[test]
fn the_steps_without_measures_begin_where_any_does_something() {
    let without = Some(years([800, 1400, 1760, 2100, 2500, 3000, 3700, 4300]));
    let with = years([800, 1400, 1690, 1890, 2250, 2730, 3310, 3900]);
    let steps = |amounts, reference| {
        let shown = Shown { amounts, reference, without: without.clone(), ..plain([0; 8], Numbers::Inside) };
        lay_out(&shown, &axis(0, 5000)).without
    };
    let acting = steps(with.clone(), None);
    assert_eq!((acting.len(), acting[0], acting[1], acting[2]), (12, (25.0, 64.8), (37.5, 64.8), (37.5, 58.0)));
    assert_eq!(acting.last(), Some(&(100.0, 14.0)));
    let nothing = without.clone().expect("given above");
    assert_eq!(steps(nothing.clone(), Some(with)).len(), 12);
    assert_eq!(steps(nothing.clone(), None).len(), 2);
}

#[test]
fn both_charts_show_the_results_with_their_zero() {
    let catalogue = catalogue();
    let plan = &catalogue.scenarios()[0].plan;
    let (here, there) = (project(plan), project(&Plan::default()));
    let lever = catalogue.levers().iter().find(|lever| plan.own(Setting::Lever(lever.id)).is_some());
    let saving = Shown::net_saving(&here, Some(&there), lever.map(|lever| lever.id), None);
    let deficit = Shown::deficit(&here, Some(&there), None);
    for (year, result) in here.iter() {
        // What the measures save is what lies between both heights.
        let without = deficit.without.as_ref().expect("the deficit is shown beside that without measures");
        let closed = without[year] - deficit.amounts[year];
        assert!((closed - saving.amounts[year]).euros().abs() < Decimal::new(1, 9));
        assert_eq!(saving.amounts[year], result.net_saving);
    }
    let chart = lay_out(&deficit, &Steady::opening(&catalogue.pack().axes.opening_deficit));
    assert!(columns(&chart).iter().all(|column| column.bar.foot() == chart.zero && column.bar.beyond.is_none()));
    // As long as it is the deficit without measures, the reference's bar ends at the dashed step.
    let ghost = chart.columns.last().ghost.expect("a reference");
    assert_eq!(chart.without.last().map(|(_, y)| *y), Some(ghost.end));
}
