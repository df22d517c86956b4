//! Cost with and without measures against the budget, with the deficit as the area between.

use super::scale::Axis;
use super::{Frame, euros, path, px, round, spread};
use crate::analysis::range::Bands;
use crate::model::projection::{Projection, Total};
use crate::model::year::{Horizon, PerYear, Year};

/// The lines of the chart, from the top of the picture down.
pub const LINES: [Total; 3] = [Total::Baseline, Total::Net, Total::Budget];

/// The least distance between two names at the line ends, in pixels.
const NAME_HEIGHT: f64 = 30.0;

/// Where everything stands.
#[derive(Clone, Debug, PartialEq)]
pub struct LinesChart {
    /// The points of each line of [`LINES`], as an SVG path.
    pub paths: [String; LINES.len()],
    /// The heights of the names at the line ends; they never overlap.
    pub names: Vec<f64>,
}

/// Where net cost lies in eight in ten runs, as far above the budget as their deficit, as SVG paths.
#[derive(Clone, Debug, PartialEq)]
pub struct BandPaths {
    /// Between low and high.
    pub area: String,
    /// The middle.
    pub middle: String,
}

/// The middle of the column of a year.
pub fn x(year: Year, horizon: Horizon, frame: &Frame) -> f64 {
    round(frame.left + frame.plot_width() * horizon.offset(year) as f64 / between(horizon))
}

/// The middle of the column of each year.
pub fn middles(horizon: Horizon, frame: &Frame) -> PerYear<f64> {
    PerYear::from_fn(horizon, |year| x(year, horizon, frame))
}

/// The width of the column of a year: from one middle to the next.
pub fn column(horizon: Horizon, frame: &Frame) -> f64 {
    frame.plot_width() / between(horizon)
}

/// How many times there is a next year.
fn between(horizon: Horizon) -> f64 {
    (horizon.count() - 1).max(1) as f64
}

fn amount(projection: &Projection, total: Total, year: Year) -> f64 {
    euros(projection[year].total(total))
}

/// Low, middle and high of the net cost of each year, by the bands of its deficit.
pub fn above_budget(projection: &Projection, deficit: &Bands) -> PerYear<[f64; 3]> {
    let of_year = |year| {
        let (budget, band) = (amount(projection, Total::Budget, year), deficit.years[year]);
        [band.low, band.middle, band.high].map(|deficit| budget + deficit)
    };
    PerYear::from_fn(projection.horizon(), of_year)
}

/// The axis that holds the lines of a projection, with the ends of its band where they are known.
pub fn axis(projection: &Projection, band: Option<&PerYear<[f64; 3]>>, frame: &Frame) -> Axis {
    let all = LINES.into_iter().flat_map(|total| projection.iter().map(move |(_, year)| euros(year.total(total))));
    let ends = band.into_iter().flat_map(|band| band.iter().flat_map(|(_, ends)| *ends));
    Axis::over(all.chain(ends), 6.0, frame)
}

/// Lays the lines of a projection out along an axis.
pub fn lay_out(projection: &Projection, axis: &Axis, frame: &Frame) -> LinesChart {
    let height = |total, year| axis.y(amount(projection, total, year));
    let horizon = projection.horizon();
    let names = spread(&LINES.map(|total| height(total, horizon.last())), NAME_HEIGHT, frame);
    let line = |total| line(horizon.years(), horizon, frame, |year| height(total, year));
    LinesChart { paths: LINES.map(line), names }
}

/// The area where net cost lies above the budget, as an SVG path; empty where there is no deficit.
pub fn shortage(projection: &Projection, axis: &Axis, frame: &Frame) -> String {
    let horizon = projection.horizon();
    let amount = |total, year| amount(projection, total, year);
    let end =
        |year| End { x: x(year, horizon, frame), net: amount(Total::Net, year), budget: amount(Total::Budget, year) };
    let between = horizon.years().zip(horizon.years().skip(1));
    between.filter_map(|(from, to)| deficit_between(&end(from), &end(to), axis)).collect()
}

/// Lays the ends of a band out along an axis.
pub fn lay_out_band(band: &PerYear<[f64; 3]>, axis: &Axis, frame: &Frame) -> BandPaths {
    let [low, middle, high] = [0, 1, 2].map(|at| move |year: Year| axis.y(band[year][at]));
    let horizon = band.horizon();
    let back = line(horizon.years().rev(), horizon, frame, low).replacen('M', "L", 1);
    let area = format!("{}{back}Z", line(horizon.years(), horizon, frame, high));
    BandPaths { area, middle: line(horizon.years(), horizon, frame, middle) }
}

/// A line through the years at these heights.
fn line(years: impl Iterator<Item = Year>, horizon: Horizon, frame: &Frame, height: impl Fn(Year) -> f64) -> String {
    path(years.map(|year| (x(year, horizon, frame), height(year))))
}

/// Net cost and budget in one year.
struct End {
    x: f64,
    net: f64,
    budget: f64,
}

/// The part of the column between two years in which net cost lies above the budget; lines are straight in between.
fn deficit_between(from: &End, to: &End, axis: &Axis) -> Option<String> {
    let (before, after) = (from.net - from.budget, to.net - to.budget);
    let crossing = before / (before - after);
    let (start, stop) = match (before > 0.0, after > 0.0) {
        (true, true) => (0.0, 1.0),
        (true, false) => (0.0, crossing),
        (false, true) => (crossing, 1.0),
        (false, false) => return None,
    };
    let point = |of: fn(&End) -> f64, part: f64| {
        let amount = of(from) + (of(to) - of(from)) * part;
        format!("{} {}", px(from.x + (to.x - from.x) * part), px(axis.y(amount)))
    };
    let net = |part| point(|end| end.net, part);
    let budget = |part| point(|end| end.budget, part);
    Some(format!("M{}L{}L{}L{}Z", net(start), net(stop), budget(stop), budget(start)))
}
