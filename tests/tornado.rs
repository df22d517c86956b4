//! The picture of what matters most: what it promises to the eye.
#![cfg(not(target_arch = "wasm32"))]

use ombuigen::analysis::sensitivity::{End, Influence, Mover, influences};
use ombuigen::built_in;
use ombuigen::chart::tornado::{MIDDLE, Side, lay_out};
use ombuigen::model::id::MeasureId;
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::Total;
use rust_decimal::Decimal;

#[path = "common/results.rs"]
mod results;

use results::{project, sheet};

/// The edition that is tested.
const EDITION: &str = "2019.1";

/// Positions are rounded to two digits.
const CLOSE: f64 = 0.011;

fn euros(amount: i64) -> Money {
    Money::from_euros(Decimal::from(amount))
}

fn influence(from: i64, to: i64) -> Influence {
    let end = |amount| End { value: None, deficit: euros(amount) };
    let measure = MeasureId::first(1).next().expect("a first measure");
    Influence { subject: Mover::Measure(measure), from: end(from), to: end(to), now: euros(40) }
}

#[test]
fn the_scenario_stands_in_the_middle_and_the_furthest_end_at_a_side() {
    let chart = lay_out(&[influence(20, 50), influence(45, 35)], euros(40));
    let ends: Vec<_> = chart.bars.iter().map(|bar| (bar.from.x, bar.to.x)).collect();
    // 20 euros either way are half the width.
    assert_eq!(ends, [(0.0, 75.0), (62.5, 37.5)]);
    assert_eq!((chart.bars[1].left(), chart.bars[1].length()), (37.5, 25.0));
}

#[test]
fn a_bar_is_as_long_as_what_it_moves() {
    let catalogue = built_in::catalogue("2019.1").expect("the seeds are right");
    for preset in catalogue.scenarios() {
        let now = project(&preset.plan).last().total(Total::Deficit);
        let all = influences(&catalogue, &sheet(&preset.plan));
        let chart = lay_out(&all, now);
        assert_eq!(chart.bars.len(), all.len());
        let float = ombuigen::chart::euros;
        let times = chart.bars[0].length() / float(all[0].swing());
        for (bar, influence) in chart.bars.iter().zip(&all) {
            assert!((bar.length() - float(influence.swing()) * times).abs() < 2.0 * CLOSE, "{influence:?}");
            let off = float(influence.from.deficit - now) * times;
            assert!((bar.from.x - MIDDLE - off).abs() < 2.0 * CLOSE, "{influence:?}");
            assert!((0.0..=100.0).contains(&bar.left()) && bar.left() + bar.length() < 100.0 + CLOSE);
        }
    }
}

#[test]
fn words_stand_outside_a_short_bar_and_on_a_long_one() {
    let chart = lay_out(&[influence(0, 200), influence(110, 95)], euros(100));
    let [long, short] = [chart.bars[0], chart.bars[1]];
    assert_eq!((long.from.words, long.to.words), (Side::After, Side::Before));
    assert!(long.holds(&long.from) && long.holds(&long.to));
    // The end of the lowest value may well stand at the right.
    assert_eq!((short.from.words, short.to.words), (Side::After, Side::Before));
    assert!(!short.holds(&short.from) && !short.holds(&short.to));
}

#[test]
fn words_have_room_of_a_quarter_of_the_width() {
    let ends = (-20..=20).map(|step| 100 + 5 * step);
    let all: Vec<_> = ends.filter(|end| *end != 100).map(|end| influence(100, end)).collect();
    for bar in lay_out(&all, euros(100)).bars {
        for tip in [bar.from, bar.to] {
            let room = if tip.words == Side::After { 100.0 - tip.x } else { tip.x };
            assert!(room >= 25.0, "{bar:?}");
        }
    }
}

#[test]
fn ticks_are_round_deficits_in_order_within_the_picture() {
    let chart = lay_out(&[influence(23_400_000, 53_200_000)], euros(37_746_391));
    let amounts: Vec<_> = chart.ticks.iter().map(|tick| tick.amount).collect();
    assert_eq!(amounts, [25e6, 30e6, 35e6, 40e6, 45e6, 50e6]);
    assert_eq!(chart.decimals, 0);
    assert!(chart.ticks.windows(2).all(|pair| pair[0].x < pair[1].x));
    assert!(chart.ticks.iter().all(|tick| (0.0..=100.0).contains(&tick.x)));
}

#[test]
fn without_any_influence_the_picture_is_empty_but_stands() {
    let now = project(&Plan::default()).last().total(Total::Deficit);
    for chart in [lay_out(&[], now), lay_out(&[influence(5, 5)], euros(5))] {
        assert!(chart.bars.iter().all(|bar| bar.left() == MIDDLE && bar.length() == 0.0));
        assert!(chart.ticks.iter().all(|tick| tick.x.is_finite()));
    }
}
