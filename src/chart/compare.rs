//! The deficit of several scenarios along the years: a line for each, with a name at its end and its letter on it.

use super::lines::x;
use super::scale::Axis;
use super::{Frame, euros, path, spread};
use crate::model::money::Money;
use crate::model::year::{Horizon, PerYear, Year};

/// Where everything stands.
#[derive(Clone, Debug, PartialEq)]
pub struct CompareChart {
    /// The amounts at the left; it holds zero.
    pub axis: Axis,
    /// The lines, in the order they came in.
    pub lines: Vec<Line>,
}

/// A scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its points, as an SVG path.
    pub path: String,
    /// The height of its end.
    pub end: f64,
    /// The height of the name at its end; no two cover each other.
    pub name: f64,
    /// The points that hold its letter: in every year the letter of one line only, so that no two cover each other.
    pub letters: Vec<(f64, f64)>,
}

/// Lays the chart out for the deficit of each scenario, with names of so many pixels high.
pub fn lay_out(deficits: &[PerYear<Money>], name: f64, frame: &Frame) -> CompareChart {
    let all = deficits.iter().flat_map(|years| years.iter().map(|(_, amount)| euros(*amount)));
    let axis = Axis::over(all.chain([0.0]), 6.0, frame);
    let point = |years: &PerYear<Money>, year: Year| (x(year, years.horizon(), frame), axis.y(euros(years[year])));
    let end = |years: &PerYear<Money>| point(years, years.horizon().last()).1;
    let ends: Vec<f64> = deficits.iter().map(&end).collect();
    let line = |((at, years), name): ((usize, &PerYear<Money>), f64)| Line {
        path: path(years.horizon().years().map(|year| point(years, year))),
        end: end(years),
        name,
        letters: of_letter(at, deficits.len(), years.horizon()).map(|year| point(years, year)).collect(),
    };
    let lines = deficits.iter().enumerate().zip(spread(&ends, name, frame)).map(line).collect();
    CompareChart { axis, lines }
}

/// The years in which the line at a place holds its letter: the lines take turns, from the year before the last back to
/// the one after the first, as at both ends they lie closest or have their names.
fn of_letter(at: usize, count: usize, horizon: Horizon) -> impl Iterator<Item = Year> {
    let inner = horizon.years().rev().filter(move |year| *year != horizon.last() && *year != horizon.first());
    inner.skip(at).step_by(count.max(1))
}
