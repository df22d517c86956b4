//! Cost with and without measures against the budget, with the deficit as the area between.

use super::scale::Axis;
use super::{Frame, euros, path, round, spread};
use crate::analysis::range::Bands;
use crate::model::projection::{Projection, Total};
use crate::model::year::{PerYear, Year};

/// The lines of the chart, from the top of the picture down.
pub const LINES: [Total; 3] = [Total::Baseline, Total::Net, Total::Budget];

/// The least distance between two names at the line ends, in pixels.
const NAME_HEIGHT: f64 = 30.0;

/// Where everything stands.
#[derive(Clone, Debug, PartialEq)]
pub struct LinesChart {
    /// The amounts at the left.
    pub axis: Axis,
    /// The points of each line of [`LINES`], as an SVG path.
    pub paths: [String; LINES.len()],
    /// The heights of the names at the line ends; they never overlap.
    pub names: Vec<f64>,
    /// The area where net cost lies above the budget, as an SVG path; empty where there is no deficit.
    pub deficit: String,
    /// Where net cost lies in eight in ten runs, as far above the budget as their deficit, as SVG paths.
    pub band: Option<BandPaths>,
}

/// A band along the years.
#[derive(Clone, Debug, PartialEq)]
pub struct BandPaths {
    /// Between low and high.
    pub area: String,
    /// The middle.
    pub middle: String,
}

/// The middle of the column of a year.
pub fn x(year: Year, frame: &Frame) -> f64 {
    let last = Year::LAST.offset() as f64;
    round(frame.left + frame.plot_width() * year.offset() as f64 / last)
}

/// Lays the chart out for a projection, with the bands of its deficit where they are known.
pub fn lay_out(projection: &Projection, deficit: Option<&Bands>, frame: &Frame) -> LinesChart {
    let amount = |figure, year: Year| euros(projection[year].total(figure));
    let all = LINES.into_iter().flat_map(|figure| Year::all().map(move |year| amount(figure, year)));
    let above_budget = |bands: &Bands, year: Year| {
        let band = bands.years[year];
        [band.low, band.middle, band.high].map(|deficit| amount(Total::Budget, year) + deficit)
    };
    let ends = deficit.into_iter().flat_map(|bands| Year::all().flat_map(move |year| above_budget(bands, year)));
    let axis = Axis::over(all.chain(ends), 6.0, frame);
    let of_figure = |figure| line(Year::all(), frame, |year| axis.y(amount(figure, year)));
    let band = deficit.map(|bands| {
        let [low, middle, high] = [0, 1, 2].map(|at| PerYear::from_fn(|year| axis.y(above_budget(bands, year)[at])));
        let back = line(Year::all().rev(), frame, |year| low[year]).replacen('M', "L", 1);
        let area = format!("{}{back}Z", line(Year::all(), frame, |year| high[year]));
        BandPaths { area, middle: line(Year::all(), frame, |year| middle[year]) }
    });
    let between = Year::all().zip(Year::all().skip(1));
    let shortage = between.filter_map(|(from, to)| {
        let end = |year| End { x: x(year, frame), net: amount(Total::Net, year), budget: amount(Total::Budget, year) };
        deficit_between(&end(from), &end(to), &axis)
    });
    let ends = LINES.map(|figure| axis.y(amount(figure, Year::LAST)));
    let names = spread(&ends, NAME_HEIGHT, frame);
    LinesChart { axis, paths: LINES.map(of_figure), names, deficit: shortage.collect(), band }
}

/// A line through the years at these heights.
fn line(years: impl Iterator<Item = Year>, frame: &Frame, height: impl Fn(Year) -> f64) -> String {
    path(years.map(|year| (x(year, frame), height(year))))
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
        format!("{} {}", round(from.x + (to.x - from.x) * part), axis.y(amount))
    };
    let net = |part| point(|end| end.net, part);
    let budget = |part| point(|end| end.budget, part);
    Some(format!("M{}L{}L{}L{}Z", net(start), net(stop), budget(stop), budget(start)))
}
