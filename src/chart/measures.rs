//! What each measure yields in a year: what it saves to the right, what it costs to the left, and a dot for both together.
//!
//! Places are in percent of the width.

use super::steady::{Reach, Steady};
use super::{euros, round};
use crate::model::catalogue::Catalogue;
use crate::model::id::MeasureId;
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::model::projection::YearResult;
use crate::model::year::Year;

/// From where to where a bar goes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Span {
    /// The left edge.
    pub x: f64,
    /// The width, never negative.
    pub width: f64,
}

/// A measure of which the effect is known.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Row {
    /// Which.
    pub measure: MeasureId,
    /// What it saves beside the others, in euros. Negative is care that costs more.
    pub saving: Money,
    /// What it costs, in euros; none where that is unknown.
    pub cost: Option<Money>,
    /// What it saves after its cost as far as that is known, in euros.
    pub net: Money,
    /// The bar of the saving, from zero.
    pub saved: Span,
    /// The bar of the cost: to the left of zero, and of a saving below zero.
    pub paid: Span,
    /// Where both together stand.
    pub dot: f64,
}

/// A measure of which nobody knows the effect: it has no bars, whatever it costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unknown {
    /// Which.
    pub measure: MeasureId,
    /// What it costs, in euros; none where that is unknown too.
    pub cost: Option<Money>,
}

/// Where everything stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Measures {
    /// The most saving first; of equals in the order of the catalogue.
    pub rows: Vec<Row>,
    /// The measures of which nobody knows the effect, in the order of the catalogue.
    pub unknown: Vec<Unknown>,
    /// Where zero stands.
    pub zero: f64,
}

/// A measure with what it saves and, as far as that is known, costs.
type Known = (MeasureId, Money, Option<Money>);

/// The measures whose effect on a year is known, and the others.
fn known(result: &YearResult, year: Year, plan: &Plan, catalogue: &Catalogue) -> (Vec<Known>, Vec<Unknown>) {
    let (mut known, mut unknown) = (Vec::new(), Vec::new());
    for (measure, result) in result.by_measure() {
        match catalogue.known(measure, year, plan, result) {
            [Some(saving), cost] => known.push((measure, saving, cost)),
            [None, cost] => unknown.push(Unknown { measure, cost }),
        }
    }
    (known, unknown)
}

fn net((_, saving, cost): &Known) -> Money {
    *saving - cost.unwrap_or_default()
}

/// From where to where the bars of a measure go, in euros: that of the saving from zero, that of the cost from zero to the
/// other side, or on from the saving where both go the same way.
fn ends(known: &Known) -> [[f64; 2]; 2] {
    let (_, saving, cost) = known;
    let (saving, paid) = (euros(*saving), -euros(cost.unwrap_or_default()));
    let from = if saving * paid > 0.0 { saving } else { 0.0 };
    [[0.0, saving], [from, from + paid]]
}

/// What the axis of a year has to hold.
pub fn reach(result: &YearResult, year: Year, plan: &Plan, catalogue: &Catalogue) -> Reach {
    let (known, _) = known(result, year, plan, catalogue);
    Reach::over(known.iter().flat_map(ends).flatten())
}

/// Lays the measures of a plan out along an axis, for a year.
pub fn lay_out(result: &YearResult, year: Year, plan: &Plan, catalogue: &Catalogue, axis: &Steady) -> Measures {
    let (all, unknown) = known(result, year, plan, catalogue);
    // Not sorted: there are few, and what sorts is heavier than all that is laid out with it.
    let known = all.into_iter().fold(Vec::new(), |mut known: Vec<Known>, one| {
        known.insert(known.partition_point(|other| net(other) >= net(&one)), one);
        known
    });
    let span = |[from, to]: [f64; 2]| {
        let (from, to) = (axis.x(from), axis.x(to));
        Span { x: from.min(to), width: round((from - to).abs()) }
    };
    let row = |known: &Known| {
        let (measure, saving, cost) = *known;
        let [saved, paid] = ends(known).map(span);
        Row { measure, saving, cost, net: net(known), saved, paid, dot: axis.x(euros(net(known))) }
    };
    Measures { rows: known.iter().map(row).collect(), unknown, zero: axis.x(0.0) }
}
