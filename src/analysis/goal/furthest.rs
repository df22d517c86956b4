//! How far a plan goes, by the lever that goes furthest in it.

use rust_decimal::Decimal;

use super::seeker::Seeker;
use crate::model::catalogue::Lever;
use crate::model::exact::quotient;
use crate::model::id::LeverId;
use crate::model::plan::Plan;

/// The lever that goes the largest share of its way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Furthest {
    /// The share of the way from where it stands now to its end on that side: above 0, at most 1.
    pub share: Decimal,
    /// How many levers go that share.
    pub count: usize,
    /// One of them: where it can be, one that the plan moves.
    pub lever: LeverId,
}

impl<'c> Seeker<'c> {
    /// How far a plan goes with these levers, sought from another plan; none where all of them stand as now.
    pub fn furthest(&self, plan: &Plan, before: &Plan, levers: &[&'c Lever]) -> Option<Furthest> {
        let gone = |lever: &&'c Lever| (share(lever, self.position(plan, lever)), *lever);
        let gone: Vec<_> = levers.iter().map(gone).collect();
        let most = gone.iter().map(|(share, _)| *share).max().filter(|share| *share > Decimal::ZERO)?;
        let (_, far): (Vec<_>, Vec<&Lever>) = gone.into_iter().filter(|(share, _)| *share == most).unzip();
        let moved = far.iter().find(|lever| self.position(plan, lever) != self.position(before, lever));
        let lever = moved.or(far.first())?.id;
        Some(Furthest { share: most, count: far.len(), lever })
    }
}

/// Which share of its way from now to its end a lever has gone at a position.
fn share(lever: &Lever, position: Decimal) -> Decimal {
    let end = if position > lever.neutral { lever.bounds.max } else { lever.bounds.min };
    quotient(position - lever.neutral, end - lever.neutral)
}
