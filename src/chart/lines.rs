//! Cost with and without measures against the budget, with the deficit as the area between.

use super::scale::Axis;
use super::{Frame, euros, round};
use crate::model::projection::{Figure, Projection};
use crate::model::year::Year;

/// The lines of the chart, from the top of the picture down.
pub const LINES: [Figure; 3] = [Figure::Baseline, Figure::Net, Figure::Budget];

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
    pub names: [f64; LINES.len()],
    /// The area between net cost and budget, as an SVG path.
    pub deficit: String,
}

/// The middle of the column of a year.
pub fn x(year: Year, frame: &Frame) -> f64 {
    let last = Year::LAST.offset() as f64;
    round(frame.left + frame.plot_width() * year.offset() as f64 / last)
}

/// Lays the chart out for a projection.
pub fn lay_out(projection: &Projection, frame: &Frame) -> LinesChart {
    let amount = |figure, year: Year| euros(projection[year].total(figure));
    let all = LINES.into_iter().flat_map(|figure| Year::all().map(move |year| amount(figure, year)));
    let axis = Axis::over(all, 6.0, frame);
    let points = |figure, years: &mut dyn Iterator<Item = Year>| -> Vec<String> {
        years.map(|year| format!("{} {}", x(year, frame), axis.y(amount(figure, year)))).collect()
    };
    let path = |figure| format!("M{}", points(figure, &mut Year::all()).join("L"));
    let area = [points(Figure::Net, &mut Year::all()), points(Figure::Budget, &mut Year::all().rev())].concat();
    let ends = LINES.map(|figure| axis.y(amount(figure, Year::LAST)));
    LinesChart { axis, paths: LINES.map(path), names: spread(ends, frame), deficit: format!("M{}Z", area.join("L")) }
}

/// Pushes names apart from the top down, within the plot, so that none covers another.
fn spread(ends: [f64; LINES.len()], frame: &Frame) -> [f64; LINES.len()] {
    let mut order: Vec<usize> = (0..ends.len()).collect();
    order.sort_by(|a, b| ends[*a].total_cmp(&ends[*b]));
    let mut placed = ends;
    let mut above = frame.top - NAME_HEIGHT;
    for at in order.iter().copied() {
        above = placed[at].max(above + NAME_HEIGHT);
        placed[at] = above;
    }
    let over = (above - frame.floor()).max(0.0);
    placed.map(|height| round(height - over))
}
