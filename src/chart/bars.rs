//! Savings per year stacked by measure, with costs and negative savings below zero.

use super::scale::Axis;
use super::{Frame, euros, round};
use crate::analysis::range::{Band, Bands};
use crate::model::id::MeasureId;
use crate::model::projection::{MeasureResult, Projection, YearResult};
use crate::model::year::{Horizon, PerYear, Year};

/// What a segment of a bar is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SegmentKind {
    /// A saving, above zero, or a negative one below.
    Saving,
    /// A cost, below zero.
    Cost,
}

/// One measure in one bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Segment {
    /// The year of the bar.
    pub year: Year,
    /// The measure.
    pub measure: MeasureId,
    /// Saving or cost.
    pub kind: SegmentKind,
    /// The left edge.
    pub x: f64,
    /// The upper edge.
    pub y: f64,
    /// The width.
    pub width: f64,
    /// The height, never negative.
    pub height: f64,
}

/// The heights of a band in the bar of a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Whisker {
    /// Of the low end.
    pub low: f64,
    /// Of the middle.
    pub middle: f64,
    /// Of the high end.
    pub high: f64,
}

/// The part of the column of a year that its bar takes.
const BAR: f64 = 0.7;

/// The middle of the column of a year.
pub fn x(year: Year, horizon: Horizon, frame: &Frame) -> f64 {
    round(frame.left + column(horizon, frame) * (horizon.offset(year) as f64 + 0.5))
}

/// The middle of the column of each year.
pub fn middles(horizon: Horizon, frame: &Frame) -> PerYear<f64> {
    PerYear::from_fn(horizon, |year| x(year, horizon, frame))
}

/// The width of the column of a year.
pub fn column(horizon: Horizon, frame: &Frame) -> f64 {
    frame.plot_width() / horizon.count() as f64
}

/// The axis that holds the bars of a projection, with the bands of its savings where they are known.
pub fn axis(projection: &Projection, savings: Option<&Bands>, frame: &Frame) -> Axis {
    let reach = |result| {
        let amounts = || parts(result).into_iter().map(|(.., amount)| amount);
        [amounts().map(|amount| amount.max(0.0)).sum(), amounts().map(|amount| amount.min(0.0)).sum()]
    };
    let ends = savings.into_iter().flat_map(|bands| bands.years.iter().flat_map(|(_, band)| [band.low, band.high]));
    Axis::over(projection.iter().flat_map(|(_, result)| reach(result)).chain([0.0]).chain(ends), 6.0, frame)
}

/// Lays the bars of a projection out along an axis: all segments that can be seen.
pub fn lay_out(projection: &Projection, axis: &Axis, frame: &Frame) -> Vec<Segment> {
    let horizon = projection.horizon();
    projection.iter().flat_map(|(year, result)| stack(year, &parts(result), horizon, axis, frame)).collect()
}

/// What the savings of each year come to in eight in ten runs, along an axis.
pub fn whiskers(savings: &Bands, axis: &Axis) -> PerYear<Whisker> {
    let whisker = |band: &Band| Whisker { low: axis.y(band.low), middle: axis.y(band.middle), high: axis.y(band.high) };
    savings.years.map(whisker)
}

/// A measure in a stack, with its amount: above zero where positive, below where negative.
type Part = (MeasureId, SegmentKind, f64);

fn parts(result: &YearResult) -> Vec<Part> {
    let of_measure = |(measure, result): (MeasureId, &MeasureResult)| {
        [(measure, SegmentKind::Saving, euros(result.saving)), (measure, SegmentKind::Cost, -euros(result.cost))]
    };
    result.by_measure().flat_map(of_measure).filter(|(.., amount)| *amount != 0.0).collect()
}

fn stack(year: Year, parts: &[Part], horizon: Horizon, axis: &Axis, frame: &Frame) -> Vec<Segment> {
    let width = round(column(horizon, frame) * BAR);
    let (mut above, mut below) = (0.0, 0.0);
    let mut segment = |(measure, kind, amount): &Part| {
        let base = if *amount > 0.0 { &mut above } else { &mut below };
        let (from, to) = (axis.y(*base), axis.y(*base + amount));
        *base += amount;
        Segment {
            year,
            measure: *measure,
            kind: *kind,
            x: round(x(year, horizon, frame) - width / 2.0),
            y: from.min(to),
            width,
            height: round((from - to).abs()),
        }
    };
    parts.iter().map(&mut segment).collect()
}
