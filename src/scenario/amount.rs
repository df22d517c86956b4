//! Numbers as people, links and other programs write them.

use rust_decimal::{Decimal, RoundingStrategy};

use crate::model::bounds::Bounds;
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

/// Words that may stand around a number in a field and change nothing.
const UNITS: [&str; 10] = ["€", "%", "euro", "per", "jaar", "uur", "fte", "jeugdigen", "gezinnen", "procent"];

/// A number as a Dutch reader types it in a field: `11,45`, `11.45`, `€ 182.000`, `12,5 %`, `9,5 fte`.
///
/// Points group thousands where a comma follows, or where the step leaves no room for three decimals.
pub fn parse_typed(text: &str, bounds: &Bounds) -> Option<Decimal> {
    let spaced = text.replace(['€', '%'], " ").to_ascii_lowercase();
    let mut words = spaced.split_whitespace().filter(|word| !UNITS.contains(word));
    let bare = words.next()?.to_string();
    if words.next().is_some() {
        return None;
    }
    let grouped = bare.contains(',') || (bounds.step.normalize().scale() < 3 && is_grouped(&bare));
    let ungrouped = if grouped && is_grouped(&bare) { bare.replace('.', "") } else { bare };
    parse_plain(&ungrouped)
}

/// Whether the points stand where thousands are grouped: `1.234` and `12.345,6`, not `0.037` or `1.23`.
fn is_grouped(text: &str) -> bool {
    let whole = text.split(',').next().unwrap_or_default().trim_start_matches(['-', '−']);
    let mut groups = whole.split('.');
    let first = groups.next().unwrap_or_default();
    let rest: Vec<&str> = groups.collect();
    !rest.is_empty() && (1..=3).contains(&first.len()) && !first.starts_with('0') && rest.iter().all(|g| g.len() == 3)
}
