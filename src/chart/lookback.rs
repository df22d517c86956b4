//! Our cost along the years beside what was published: two lines, and a mark for each published amount.

use super::bars::x;
use super::scale::Axis;
use super::{Frame, euros, path};
use crate::model::money::Money;
use crate::model::year::{PerYear, Year};

/// Room above and below the amounts for the text of a mark, in parts of what they span.
const ROOM: f64 = 0.15;

/// The least room, in euros: an axis over one and the same amount still stands.
const LEAST_ROOM: f64 = 1e5;

/// From the middle of a mark to the foot of its text, in pixels.
const ABOVE: f64 = -10.0;
const BELOW: f64 = 20.0;

/// Our cost along the years, of one scope.
#[derive(Clone, Debug, PartialEq)]
pub struct Cost {
    /// With every lever as now.
    pub baseline: PerYear<Money>,
    /// With the measures of the scenario.
    pub scenario: PerYear<Money>,
}

/// Where everything stands.
#[derive(Clone, Debug, PartialEq)]
pub struct LookBackChart {
    /// The amounts at the left.
    pub axis: Axis,
    /// The line without measures, as an SVG path.
    pub baseline: String,
    /// The line of the scenario, as an SVG path.
    pub scenario: String,
    /// The published amounts, in the order they came in.
    pub marks: Vec<Mark>,
}

/// A published amount.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Mark {
    /// The middle of its year.
    pub x: f64,
    /// Its height.
    pub y: f64,
    /// The foot of its text: on the side where our lines are not.
    pub text: f64,
}

/// Lays the chart out for our cost and the published amounts.
pub fn lay_out(cost: &Cost, published: &[(Year, Money)], frame: &Frame) -> LookBackChart {
    let lines = [&cost.baseline, &cost.scenario];
    let ours = lines.into_iter().flat_map(|line| line.iter().map(|(_, amount)| euros(*amount)));
    let axis = roomy(ours.chain(published.iter().map(|(_, amount)| euros(*amount))), frame);
    let horizon = cost.baseline.horizon();
    let mark = |(year, amount): &(Year, Money)| {
        let y = axis.y(euros(*amount));
        let middle = axis.y((euros(cost.baseline[*year]) + euros(cost.scenario[*year])) / 2.0);
        Mark { x: x(*year, horizon, frame), y, text: y + if y < middle { ABOVE } else { BELOW } }
    };
    let [baseline, scenario] =
        lines.map(|line| path(line.iter().map(|(year, amount)| (x(year, horizon, frame), axis.y(euros(*amount))))));
    LookBackChart { axis, baseline, scenario, marks: published.iter().map(mark).collect() }
}

/// An axis that holds all amounts, and the text above or below each.
fn roomy(amounts: impl Iterator<Item = f64>, frame: &Frame) -> Axis {
    let (low, high) = amounts.fold((f64::MAX, f64::MIN), |(low, high), amount| (low.min(amount), high.max(amount)));
    let room = ((high - low) * ROOM).max(LEAST_ROOM);
    Axis::over([low - room, high + room].into_iter(), 4.0, frame)
}
