//! Numbers as links and other programs write them.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::money::Money;

/// The longest number worth reading: longer ones are no amounts.
const LENGTH: usize = 20;

/// Euros and cents with a point, half away from zero: for other programs.
pub fn cents(amount: Money) -> String {
    let rounded = amount.euros().round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
    // A decimal of nothing may have a sign.
    format!("{:.2}", if rounded.is_zero() { Decimal::ZERO } else { rounded })
}

/// A number with a point or comma as decimal sign, no grouping: as in links.
pub fn parse_plain(text: &str) -> Option<Decimal> {
    let text = text.replace(',', ".").replace('−', "-");
    let digits = text.strip_prefix('-').unwrap_or(&text);
    let plain =
        digits.chars().all(|c| c.is_ascii_digit() || c == '.') && digits.starts_with(|c: char| c.is_ascii_digit());
    if !plain || text.len() > LENGTH {
        return None;
    }
    Decimal::from_str_exact(&text).ok()
}
