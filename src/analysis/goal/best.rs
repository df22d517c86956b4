//! The best position of a lever: it is not always a bound.

use rust_decimal::Decimal;

use super::seeker::{Move, Seeker, rounded};
use crate::model::catalogue::Lever;
use crate::model::money::Money;
use crate::model::plan::Plan;

/// Over how many stretches of its range a lever is tried before looking closer.
const STRETCHES: u8 = 24;

/// How good a position is, lower is better: how far from the target, how far from the start, and the position.
type Rank = (Money, Decimal, Decimal);

impl<'c> Seeker<'c> {
    /// The ways of the levers whose best position is another than where they stand in this plan.
    pub fn moves(&self, plan: &Plan, levers: &[&'c Lever]) -> Vec<Move<'c>> {
        let way = |lever: &&'c Lever| {
            let from = self.position(plan, lever);
            Move { lever, from, to: self.best(plan, lever) }
        };
        levers.iter().map(way).filter(|way| way.from != way.to).collect()
    }

    /// The position on the steps of a lever that comes nearest to the target or furthest past it, all else as in the plan;
    /// of equal positions the one nearest to where it stands.
    ///
    /// Exact where the result turns at most once between two neighbouring positions of the first look.
    fn best(&self, plan: &Plan, lever: &Lever) -> Decimal {
        let from = self.position(plan, lever);
        let rank = |position: Decimal| -> Rank {
            let miss = self.miss(&self.with(plan, lever, position));
            (rounded(miss), (position - from).abs(), position)
        };
        let bounds = lever.bounds;
        let steps = ((bounds.max - bounds.min) / bounds.step).floor();
        let top = bounds.min + steps * bounds.step;
        let mut best = first_look(lever, from, steps).map(rank).min().unwrap_or_else(|| rank(from));
        let mut reach = (steps / Decimal::from(STRETCHES)).ceil();
        while reach > Decimal::ONE {
            reach = (reach / Decimal::TWO).ceil();
            let aside = reach * bounds.step;
            let sides = [best.2 - aside, best.2 + aside].into_iter();
            best = sides.filter(|side| (bounds.min..=top).contains(side)).map(rank).fold(best, Ord::min);
        }
        best.2.normalize()
    }
}

/// Where the lever stands, where it is neutral, and positions over its whole range, both ends with them.
fn first_look(lever: &Lever, from: Decimal, steps: Decimal) -> impl Iterator<Item = Decimal> {
    let at = move |stretch: u8| {
        let step = (steps * Decimal::from(stretch) / Decimal::from(STRETCHES)).floor();
        lever.bounds.min + step * lever.bounds.step
    };
    (0..=STRETCHES).map(at).chain([from, lever.neutral])
}
