//! Parts that are shown rounded beside their whole, and still add up.

use rust_decimal::prelude::ToPrimitive;
use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::money::Money;

/// A tenth of a million: the unit of the amounts in charts and beside levers.
pub const TENTH: Money = Money::from_euros(Decimal::from_parts(100_000, 0, 0, false, 0));

/// An amount rounded to a unit, half away from zero: as it is written.
pub fn in_units(amount: Money, unit: Money) -> Money {
    let units = amount.over(unit).round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
    unit * units
}

/// The amounts rounded to a unit so that they add up to their rounded total, each less than a unit from what it is: those
/// that lie furthest above a unit are rounded up, of equals the first. Nothing stays nothing.
///
/// The amounts add up to the total, but for what the calculation rounds. Works below zero too; units of 0 give 0.
pub fn apportion(amounts: &[Money], total: Money, unit: Money) -> Vec<Money> {
    let units: Vec<Decimal> = amounts.iter().map(|amount| amount.over(unit)).collect();
    let whole: Decimal = units.iter().map(Decimal::floor).sum();
    let missing = in_units(total, unit).over(unit) - whole;
    // As many as a list can hold at most: more is missing only where the amounts are not the parts of the total.
    let missing = missing.max(Decimal::ZERO).to_usize().unwrap_or(usize::MAX);
    let mut shown: Vec<Decimal> = units.iter().map(Decimal::floor).collect();
    let mut above: Vec<Option<Decimal>> = units.iter().map(|units| Some(units - units.floor())).collect();
    // Not sorted: there are few, and what sorts is heavier than all that is rounded with it.
    for _ in 0..missing.min(above.len()) {
        let Some((at, _)) = above.iter().enumerate().rev().max_by_key(|(_, above)| **above) else { break };
        // Cannot fail: there is one of each for every amount.
        shown[at] += Decimal::ONE;
        above[at] = None;
    }
    shown.into_iter().map(|units| unit * units).collect()
}
