//! Measured numbers: small columns along the periods of a series, or a bar in a row for each number where a chart has one
//! period only. Across in percent of the room, up in pixels.
//!
//! Invariant: every bar begins at zero, and what nobody measured has no bar.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::model::monitor::{Chart, Point, Series};

/// The height of the plot of a small chart, without what stands above and below it.
pub const PLOT: f64 = 84.0;

/// Room above the plot for the number on the highest column.
pub const ABOVE: f64 = 18.0;

/// The fewest periods that a small chart has room for: so that a single column is no wall.
const LEAST_SLOTS: usize = 4;

/// The part of a period that its columns fill.
const FILLED: f64 = 0.76;

/// The part of its room that a column fills, beside another of the same period.
const APART: f64 = 0.92;

/// A column.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// Its left edge, in percent.
    pub left: f64,
    /// In percent.
    pub width: f64,
    /// Its upper edge, in pixels from above.
    pub top: f64,
    /// In pixels.
    pub height: f64,
}

/// A period of a small chart: its middle in percent, and a column for each of its numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Slot {
    /// The middle, in percent.
    pub middle: f64,
    /// In the order of its numbers.
    pub columns: Vec<Column>,
}

/// Whether the numbers of a chart go along periods; else it is of one period.
pub fn is_along_periods(chart: &Chart) -> bool {
    chart.series.iter().any(|series| series.periods().count() > 1)
}

/// The periods that each small chart of a chart has room for.
pub fn slots(chart: &Chart) -> usize {
    chart.series.iter().map(|series| series.periods().count()).fold(LEAST_SLOTS, Ord::max)
}

/// The columns of a series, where there is room for so many periods.
pub fn columns(series: &Series, slots: usize) -> Vec<Slot> {
    let (low, high) = ends(series.points.iter());
    let scale = PLOT / (high - low);
    let room = 100.0 / slots as f64;
    let slot = |(at, points): (usize, &[Point])| {
        let middle = room * (at as f64 + 0.5);
        let width = room * FILLED / points.len() as f64;
        let column = |(place, point): (usize, &Point)| {
            let value = float(point.value);
            Column {
                left: middle + width * (place as f64 - points.len() as f64 / 2.0),
                width: width * APART,
                top: ABOVE + (high - value.max(0.0)) * scale,
                height: value.abs() * scale,
            }
        };
        Slot { middle, columns: points.iter().enumerate().map(column).collect() }
    };
    series.periods().enumerate().map(slot).collect()
}

/// How far from the top zero lies in the small chart of a series, in pixels.
pub fn zero(series: &Series) -> f64 {
    let (low, high) = ends(series.points.iter());
    ABOVE + PLOT * high / (high - low)
}

/// Where the bar of a number begins and how long it is, in percent, among all numbers of its chart.
pub fn bar(point: &Point, chart: &Chart) -> (f64, f64) {
    let (low, high) = ends(chart.points());
    let part = |value: f64| (value - low) / (high - low) * 100.0;
    let value = float(point.value);
    (part(value.min(0.0)), part(value.max(0.0)) - part(value.min(0.0)))
}

/// From the lowest to the highest of numbers, with zero among them.
fn ends<'p>(points: impl Iterator<Item = &'p Point>) -> (f64, f64) {
    let (low, high) = points
        .map(|point| float(point.value))
        .fold((0.0, 0.0), |(low, high): (f64, f64), value| (low.min(value), high.max(value)));
    // Without any number but zero, an axis of one says that there is nothing.
    if low < high { (low, high) } else { (0.0, 1.0) }
}

fn float(value: Decimal) -> f64 {
    // A decimal always has a nearest float.
    value.to_f64().unwrap_or_default()
}
