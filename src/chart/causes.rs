//! Where a deficit comes from: steps from that of the base year to that of another.
//!
//! Places are in percent of the plot.

use rust_decimal::Decimal;

use super::steady::{Reach, Steady};
use super::{euros, round};
use crate::analysis::whole::{apportion, in_units};
use crate::model::money::Money;
use crate::model::projection::{Detail, Post, Total, YearResult};

/// How wide a bar is, and where it begins: in parts of its column.
const BAR: f64 = 0.76;
const BAR_FROM: f64 = 0.12;

/// Room for the number above the highest bar, in parts of that height.
const ABOVE: f64 = 1.08;

/// One bar: a deficit from zero, or what something adds to it or takes off.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Step {
    /// What it is: one of [`Post::CAUSES`], and at the end the deficit itself.
    pub post: Post,
    /// In euros. Positive is a larger deficit.
    pub amount: Money,
    /// The amount as it is written, in euros: those of the causes add up to that of the deficit.
    pub shown: Money,
    /// The left edge.
    pub x: f64,
    /// The upper edge.
    pub y: f64,
    /// The width.
    pub width: f64,
    /// The height, never negative.
    pub height: f64,
    /// The height at which the next step begins.
    pub after: f64,
}

/// Where everything stands.
#[derive(Clone, Debug, PartialEq)]
pub struct Causes {
    /// From left to right.
    pub steps: Vec<Step>,
    /// The height of zero.
    pub zero: f64,
}

/// What the causes of a deficit are, in the order of [`Post::CAUSES`]; none where the edition has none.
pub fn causes(result: &YearResult) -> Option<Vec<(Post, Money)>> {
    let causes = Post::CAUSES.into_iter().filter_map(|post| Some((post, post.of(result)?)));
    Some(causes.collect()).filter(|causes: &Vec<_>| !causes.is_empty())
}

/// The cause that weighs most: of what came after the base year, with the measures left out. None where nothing made the
/// deficit larger, and where the edition has no causes.
pub fn weighs_most(result: &YearResult) -> Option<Detail> {
    let came = [
        Detail::FromPrices,
        Detail::FromSeverity,
        Detail::FromVolume,
        Detail::FromPlan1,
        Detail::FromOtherLaws,
        Detail::FromBudget,
    ];
    let larger = came.into_iter().filter_map(|detail| Some((result.detail(detail)?, detail)));
    larger.filter(|(amount, _)| *amount > Money::zero()).max().map(|(_, detail)| detail)
}

/// What part of the deficit that there would be without them the measures close, as a fraction; negative where they make it
/// larger. None where there would be no deficit, and where the edition has no causes.
pub fn closed(result: &YearResult) -> Option<Decimal> {
    let measures = result.detail(Detail::FromMeasures)?;
    let without = result.total(Total::Deficit) - measures;
    (without > Money::zero()).then(|| (Money::zero() - measures).over(without))
}

/// What the axis has to hold, with the room for a number; none where the edition has no causes.
pub fn reach(result: &YearResult) -> Option<Reach> {
    let sums = sums(&causes(result)?);
    let ends = Reach::over(sums.iter().map(|sum| euros(*sum)));
    Some(Reach::over([ends.low(), ends.high() * ABOVE]))
}

/// What the causes come to together, after each of them.
fn sums(causes: &[(Post, Money)]) -> Vec<Money> {
    let add = |sum: &mut Money, (_, amount): &(Post, Money)| {
        *sum = *sum + *amount;
        Some(*sum)
    };
    causes.iter().scan(Money::zero(), add).collect()
}

/// Lays the steps to the deficit of a year out along an axis, with amounts written in a unit; none where the edition has no
/// causes.
pub fn lay_out(result: &YearResult, unit: Money, axis: &Steady) -> Option<Causes> {
    let causes = causes(result)?;
    let deficit = result.total(Total::Deficit);
    let amounts: Vec<Money> = causes.iter().map(|(_, amount)| *amount).collect();
    let bars = causes.iter().zip(sums(&causes)).zip(apportion(&amounts, deficit, unit));
    let bars = bars.map(|(((post, amount), sum), shown)| (*post, *amount, shown, [sum - *amount, sum]));
    let whole = (Post::Total(Total::Deficit), deficit, in_units(deficit, unit), [Money::zero(), deficit]);
    let column = 100.0 / (causes.len() + 1) as f64;
    let step = |(at, (post, amount, shown, ends)): (usize, (Post, Money, Money, [Money; 2]))| {
        let [from, to] = ends.map(|end| axis.y(euros(end)));
        Step {
            post,
            amount,
            shown,
            x: round(column * (at as f64 + BAR_FROM)),
            y: from.min(to),
            width: round(column * BAR),
            height: round((from - to).abs()),
            after: to,
        }
    };
    Some(Causes { steps: bars.chain([whole]).enumerate().map(step).collect(), zero: axis.y(0.0) })
}
