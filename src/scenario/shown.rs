//! Amounts and values as the page writes them, and what leaves it.

use rust_decimal::{Decimal, RoundingStrategy};

use super::names::suffix;
use crate::model::bounds::Unit;
use crate::model::digits::{number, plain};
use crate::model::money::Money;

/// Between a number and its unit: never at the end of a line.
pub const SPACE: char = '\u{a0}';

/// A number with at most so many decimals, half away from zero.
pub fn short(value: Decimal, places: u32) -> String {
    plain(value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero))
}

/// A year or a count without grouping.
pub fn ungrouped(value: Decimal) -> String {
    value.normalize().to_string()
}

/// Millions with one decimal: `€ 37,7 mln`.
pub fn millions(amount: Money) -> String {
    with_euro(bare_millions(amount))
}

/// The same where euros go without saying: `37,7 mln`.
pub fn bare_millions(amount: Money) -> String {
    format!("{}{SPACE}mln", number(amount.euros() / Decimal::from(1_000_000), 1))
}

/// A number with its euro sign behind the minus.
pub fn with_euro(number: String) -> String {
    match number.strip_prefix('−') {
        Some(rest) => format!("−€{SPACE}{rest}"),
        None => format!("€{SPACE}{number}"),
    }
}

/// A share of one as a percentage.
pub fn percent(share: Decimal, places: usize) -> String {
    format!("{}{SPACE}%", number(share * Decimal::ONE_HUNDRED, places))
}

/// A value with its unit.
pub fn value(value: Decimal, unit: Unit) -> String {
    match unit {
        Unit::Euro => with_euro(plain(value)),
        Unit::EuroPerYear => format!("{} per jaar", with_euro(plain(value))),
        Unit::EuroPerHour => format!("{} per uur", with_euro(number(value, 2))),
        Unit::Fraction => format!("{} ({})", plain(value), percent(value, percent_places(value))),
        Unit::Year => ungrouped(value),
        Unit::Count => plain(value),
        Unit::Switch => if value.is_zero() { "uit" } else { "aan" }.to_string(),
        _ => format!("{}{SPACE}{}", plain(value), suffix(unit)),
    }
}

fn percent_places(share: Decimal) -> usize {
    (share * Decimal::ONE_HUNDRED).normalize().scale() as usize
}
