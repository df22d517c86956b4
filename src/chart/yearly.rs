//! A result along the years: a bar for each, with that of the reference behind it.
//!
//! Places are in percent of the plot. All years are there at once, whatever moves: an amount past the end of the axis stands
//! at it, and says so.

use super::steady::{Beyond, Reach, Steady};
use super::{euros, round};
use crate::analysis::against::Way;
use crate::analysis::range::Band;
use crate::model::id::LeverId;
use crate::model::money::Money;
use crate::model::projection::{Projection, Total, YearResult};
use crate::model::year::{Horizon, PerYear, Year};

/// Where the bar of a year begins, how wide it is, and how far to its left that of the reference stands: in parts of the
/// column of the year.
const BAR_FROM: f64 = 0.136;
const BAR: f64 = 0.832;
const GHOST: f64 = 0.088;

/// What a number in or above a bar needs, in percent of the height of the plot.
const ROOM: f64 = 14.0;

/// Where the numbers stand as long as there is room.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// In the bar, under its upper end.
    Inside,
    /// Above the bar and that of the reference.
    Above,
}

/// What a chart shows of each year, in euros.
#[derive(Clone, Debug, PartialEq)]
pub struct Shown {
    /// The result itself.
    pub amounts: PerYear<Money>,
    /// That of the reference.
    pub reference: Option<PerYear<Money>>,
    /// The part of the result that is that of the lever in use. Negative takes off.
    pub slice: Option<PerYear<Money>>,
    /// The result without any measure.
    pub without: Option<PerYear<Money>>,
    /// What eight in ten runs of the last year lie between.
    pub band: Option<Band>,
    /// Where the numbers stand.
    pub numbers: Numbers,
}

impl Shown {
    /// The net saving, with the share of the lever in use.
    pub fn net_saving(
        projection: &Projection,
        reference: Option<&Projection>,
        lever: Option<LeverId>,
        band: Option<Band>,
    ) -> Self {
        let net = |result: &YearResult| result.net_saving;
        Self {
            amounts: projection.map(net),
            reference: reference.map(|reference| reference.map(net)),
            slice: lever.map(|lever| projection.map(|result| result.lever(lever))),
            without: None,
            band,
            numbers: Numbers::Above,
        }
    }

    /// The deficit, with that without measures.
    pub fn deficit(projection: &Projection, reference: Option<&Projection>, band: Option<Band>) -> Self {
        let deficit = |result: &YearResult| result.total(Total::Deficit);
        Self {
            amounts: projection.map(deficit),
            reference: reference.map(|reference| reference.map(deficit)),
            slice: None,
            without: Some(projection.map(|result| result.total(Total::DeficitWithout))),
            band,
            numbers: Numbers::Inside,
        }
    }

    /// What its axis has to hold.
    pub fn reach(&self) -> Reach {
        let series = [Some(&self.amounts), self.reference.as_ref(), self.without.as_ref()];
        let all = series.into_iter().flatten().flat_map(|years| years.iter().map(|(_, amount)| euros(*amount)));
        let beside = self.slice.iter().flat_map(|slice| slice.iter().map(|(year, part)| self.beside(year, *part)));
        Reach::over(all.chain(beside).chain(self.band.into_iter().flat_map(|band| [band.low, band.high])))
    }

    /// What a year comes to beside a part of it.
    fn beside(&self, year: Year, part: Money) -> f64 {
        euros(self.amounts[year] - part)
    }

    /// From which year on the measures do anything, here or in the reference; else the last year.
    fn acts_from(&self, without: &PerYear<Money>) -> Year {
        let acts = |year: &Year| {
            let differs = |years: &PerYear<Money>| Way::of(years[*year] - without[*year]).is_some();
            differs(&self.amounts) || self.reference.as_ref().is_some_and(differs)
        };
        self.amounts.horizon().years().find(acts).unwrap_or(self.amounts.last_year())
    }
}

/// A bar, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bar {
    /// The left edge.
    pub x: f64,
    /// The upper edge.
    pub y: f64,
    /// The width.
    pub width: f64,
    /// The height, never negative.
    pub height: f64,
    /// The edge that is the amount, for the line along it: the upper one, or of a bar below zero the lower one.
    pub end: f64,
    /// Past which end of the axis the amount lies: then the bar stops there.
    pub beyond: Option<Beyond>,
}

impl Bar {
    /// The lower edge.
    pub fn foot(&self) -> f64 {
        round(self.y + self.height)
    }
}

/// Where a number stands.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Number {
    /// Under this height, in the bar.
    Inside(f64),
    /// Above this height.
    Above(f64),
}

/// What stands in the column of a year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Column {
    /// The middle of the bar, where its number stands.
    pub middle: f64,
    /// The result.
    pub bar: Bar,
    /// The result of the reference.
    pub ghost: Option<Bar>,
    /// The part of the lever in use, between what the year comes to and what it comes to beside it. None where it has none.
    pub slice: Option<Bar>,
    /// Where the number of the year stands. None where neither the result nor the reference has anything yet.
    pub number: Option<Number>,
}

/// What eight in ten runs of the last year lie between, beside its bar.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Whisker {
    /// The height of the low end.
    pub low: f64,
    /// The height of the middle.
    pub middle: f64,
    /// The height of the high end.
    pub high: f64,
    /// Past which ends of the axis it goes: low, high.
    pub beyond: [bool; 2],
}

/// Where everything stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Yearly {
    /// By year.
    pub columns: PerYear<Column>,
    /// The height of zero.
    pub zero: f64,
    /// The corners of the steps without measures, from the first year in which any does something. Empty where not shown.
    pub without: Vec<(f64, f64)>,
    /// The range of the last year.
    pub whisker: Option<Whisker>,
}

/// Lays a chart out along an axis.
pub fn lay_out(shown: &Shown, axis: &Steady) -> Yearly {
    Yearly {
        columns: PerYear::from_fn(shown.amounts.horizon(), |year| column(shown, year, axis)),
        zero: axis.y(0.0),
        without: shown.without.as_ref().map_or_else(Vec::new, |without| steps(shown.acts_from(without), without, axis)),
        whisker: shown.band.map(|band| whisker(&band, axis)),
    }
}

/// The width of the column of a year.
fn width(horizon: Horizon) -> f64 {
    100.0 / horizon.count() as f64
}

/// Where the column of a year begins.
fn left(year: Year, horizon: Horizon) -> f64 {
    width(horizon) * horizon.offset(year) as f64
}

fn column(shown: &Shown, year: Year, axis: &Steady) -> Column {
    let horizon = shown.amounts.horizon();
    let (column, amount) = (width(horizon), euros(shown.amounts[year]));
    let (x, wide) = (left(year, horizon) + column * BAR_FROM, column * BAR);
    let ghost_of = |years: &PerYear<Money>| bar(x - column * GHOST, wide, [0.0, euros(years[year])], axis);
    let of_lever = shown.slice.as_ref().map(|slice| slice[year]).filter(|part| Way::of(*part).is_some());
    let (main, ghost) = (bar(x, wide, [0.0, amount], axis), shown.reference.as_ref().map(ghost_of));
    let slice = of_lever.map(|part| bar(x, wide, [shown.beside(year, part), amount], axis));
    let has_any = [Some(&shown.amounts), shown.reference.as_ref()]
        .into_iter()
        .flatten()
        .any(|years| Way::of(years[year]).is_some());
    let has_number = has_any || year == horizon.last();
    Column {
        middle: round(x + wide / 2.0),
        bar: main,
        ghost,
        slice,
        number: has_number.then(|| number(shown.numbers, &main, ghost.as_ref())),
    }
}

/// A bar from one amount to another, the one that it stands for.
fn bar(x: f64, width: f64, [from, to]: [f64; 2], axis: &Steady) -> Bar {
    let (start, end) = (axis.y(from), axis.y(to));
    Bar {
        x: round(x),
        y: start.min(end),
        width: round(width),
        height: round((start - end).abs()),
        end,
        beyond: axis.beyond(to),
    }
}

/// Where it is to be as long as there is room: else in the bar, and above a bar that is too low for that.
fn number(wish: Numbers, bar: &Bar, ghost: Option<&Bar>) -> Number {
    let top = ghost.map_or(bar.y, |ghost| ghost.y.min(bar.y));
    let (fits_inside, fits_above) = (bar.height >= ROOM, top >= ROOM);
    match wish {
        Numbers::Inside if fits_inside => Number::Inside(bar.y),
        _ if fits_above => Number::Above(top),
        _ if fits_inside => Number::Inside(bar.y),
        _ => Number::Above(bar.y),
    }
}

/// The corners of a line that is level over the column of each year, from a year on.
fn steps(from: Year, years: &PerYear<Money>, axis: &Steady) -> Vec<(f64, f64)> {
    let horizon = years.horizon();
    let level = |year: Year| {
        let (x, y) = (left(year, horizon), axis.y(euros(years[year])));
        [(round(x), y), (round(x + width(horizon)), y)]
    };
    horizon.years().filter(|year| *year >= from).flat_map(level).collect()
}

fn whisker(band: &Band, axis: &Steady) -> Whisker {
    let [low, middle, high] = [band.low, band.middle, band.high].map(|end| axis.y(end));
    Whisker { low, middle, high, beyond: [band.low, band.high].map(|end| axis.beyond(end).is_some()) }
}
