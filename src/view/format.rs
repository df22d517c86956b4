//! Amounts and percentages as the page writes them. Knows no browser: the build writes with it too.

use rust_decimal::Decimal;

use crate::model::bounds::Unit;
pub use crate::model::digits::{number, plain};
use crate::model::money::Money;
pub use crate::scenario::amount::cents;
pub use crate::scenario::names::suffix;
pub use crate::scenario::shown::{bare_millions, millions, percent, short, ungrouped, value, with_euro};

/// Whole euros: `€ 951.718`.
pub fn euros(amount: Money) -> String {
    with_euro(number(amount.euros(), 0))
}

/// Millions with one decimal and nothing else, for where the unit stands beside it once: `37,7`.
pub fn tenths(amount: Money) -> String {
    number(amount.euros() / Decimal::from(1_000_000), 1)
}

/// The same with its sign, for where `mln` stands smaller behind it: `€ 37,7`.
pub fn euro_tenths(amount: Money) -> String {
    with_euro(tenths(amount))
}

/// The same as a difference: `+0,1`, `−0,1`, and `0,0` without a sign.
pub fn signed_tenths(amount: Money) -> String {
    let text = tenths(amount);
    let is_more = amount > Money::zero() && text.bytes().any(|sign| matches!(sign, b'1'..=b'9'));
    if is_more { format!("+{text}") } else { text }
}

/// Above this, in euros, a decimal of a million shows more than a range knows.
const COARSE: f64 = 20e6;

/// Millions as exactly as an axis up to an amount in euros shows them: `2,9`, `31`.
pub fn coarse(amount: Money, up_to: f64) -> String {
    number(amount.euros() / Decimal::from(1_000_000), usize::from(up_to <= COARSE))
}

/// What stands before and behind a number in a row with many others, where the row says of what it is.
pub fn affixes(unit: Unit) -> (&'static str, &'static str) {
    match unit {
        Unit::Euro | Unit::EuroPerYear | Unit::EuroPerHour => ("€", ""),
        Unit::Percent | Unit::PercentPerYear | Unit::PercentOfPlan => ("", "%"),
        Unit::Fte | Unit::Hours => ("", suffix(unit)),
        _ => ("", ""),
    }
}

/// A value as it stands in a field.
pub fn field(value: Decimal, unit: Unit) -> String {
    match unit {
        Unit::Year => ungrouped(value),
        Unit::EuroPerHour => number(value, 2),
        _ => plain(value),
    }
}
