//! Savings per year stacked by measure, with costs and negative savings below zero.

use super::scale::Axis;
use super::{Frame, euros, round};
use crate::analysis::range::{Band, Bands};
use crate::model::id::MeasureId;
use crate::model::projection::Projection;
use crate::model::year::{PerYear, Year};

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
pub fn x(year: Year, frame: &Frame) -> f64 {
    round(frame.left + column(frame) * (year.offset() as f64 + 0.5))
}

/// The width of the column of a year.
pub fn column(frame: &Frame) -> f64 {
    frame.plot_width() / (Year::LAST.offset() + 1) as f64
}

/// The axis that holds the bars of a projection, with the bands of its savings where they are known.
pub fn axis(projection: &Projection, savings: Option<&Bands>, frame: &Frame) -> Axis {
    let reach = |year| {
        let amounts = || parts(projection, year).into_iter().map(|(.., amount)| amount);
        [amounts().map(|amount| amount.max(0.0)).sum(), amounts().map(|amount| amount.min(0.0)).sum()]
    };
    let ends = savings.into_iter().flat_map(|bands| bands.years.iter().flat_map(|(_, band)| [band.low, band.high]));
    Axis::over(Year::all().flat_map(reach).chain([0.0]).chain(ends), 6.0, frame)
}

/// Lays the bars of a projection out along an axis: all segments that can be seen.
pub fn lay_out(projection: &Projection, axis: &Axis, frame: &Frame) -> Vec<Segment> {
    Year::all().flat_map(|year| stack(year, &parts(projection, year), axis, frame)).collect()
}

/// What the savings of each year come to in eight in ten runs, along an axis.
pub fn whiskers(savings: &Bands, axis: &Axis) -> PerYear<Whisker> {
    let whisker = |band: &Band| Whisker { low: axis.y(band.low), middle: axis.y(band.middle), high: axis.y(band.high) };
    PerYear::from_fn(|year| whisker(&savings.years[year]))
}

/// A measure in a stack, with its amount: above zero where positive, below where negative.
type Part = (MeasureId, SegmentKind, f64);

fn parts(projection: &Projection, year: Year) -> Vec<Part> {
    let of_measure = |measure| {
        let result = projection[year].measure(measure);
        [(measure, SegmentKind::Saving, euros(result.saving)), (measure, SegmentKind::Cost, -euros(result.cost))]
    };
    MeasureId::all().flat_map(of_measure).filter(|(.., amount)| *amount != 0.0).collect()
}

fn stack(year: Year, parts: &[Part], axis: &Axis, frame: &Frame) -> Vec<Segment> {
    let width = round(column(frame) * BAR);
    let (mut above, mut below) = (0.0, 0.0);
    let mut segment = |(measure, kind, amount): &Part| {
        let base = if *amount > 0.0 { &mut above } else { &mut below };
        let (from, to) = (axis.y(*base), axis.y(*base + amount));
        *base += amount;
        Segment {
            year,
            measure: *measure,
            kind: *kind,
            x: round(x(year, frame) - width / 2.0),
            y: from.min(to),
            width,
            height: round((from - to).abs()),
        }
    };
    parts.iter().map(&mut segment).collect()
}
