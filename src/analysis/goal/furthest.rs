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
    /// Which; of equal ones the first.
    pub lever: LeverId,
    /// The share of the way from where it stands now to its end on that side: above 0, at most 1.
    pub share: Decimal,
}

impl<'c> Seeker<'c> {
    /// How far a plan goes with these levers; none where all of them stand as now.
    pub fn furthest(&self, plan: &Plan, levers: &[&'c Lever]) -> Option<Furthest> {
        let gone = |lever: &&Lever| Furthest { lever: lever.id, share: share(lever, self.position(plan, lever)) };
        let moved = levers.iter().map(gone).filter(|gone| gone.share > Decimal::ZERO);
        moved.reduce(|most, next| if next.share > most.share { next } else { most })
    }
}

/// Which share of its way from now to its end a lever has gone at a position.
fn share(lever: &Lever, position: Decimal) -> Decimal {
    let end = if position > lever.neutral { lever.bounds.max } else { lever.bounds.min };
    quotient(position - lever.neutral, end - lever.neutral)
}
