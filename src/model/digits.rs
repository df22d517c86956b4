//! Numbers as Dutch readers write them: a comma before the decimals, points between thousands, a true minus sign.

use rust_decimal::{Decimal, RoundingStrategy};

/// The most decimals any number on the page has.
const PLACES: usize = 6;

/// A number with exactly so many decimals, half away from zero: `1.234,50`.
pub fn number(value: Decimal, places: usize) -> String {
    let places = places.min(PLACES);
    let rounded = value.round_dp_with_strategy(places as u32, RoundingStrategy::MidpointAwayFromZero);
    written(&format!("{rounded:.places$}"), 4)
}

/// A number with the decimals it has, at most six.
pub fn plain(value: Decimal) -> String {
    let value = value.normalize();
    number(value, value.scale() as usize)
}

/// A number that may be a year: four digits before the comma stay together. `11,45`, `1950`, `500.000.000`.
pub fn dutch(value: Decimal) -> String {
    written(&value.normalize().to_string(), 5)
}

/// The text of a decimal in Dutch; its thousands are apart from so many digits on.
fn written(text: &str, apart_from: usize) -> String {
    let (sign, size) = text.strip_prefix('-').map_or(("", text), |size| ("−", size));
    let (whole, decimals) = size.split_once('.').unwrap_or((size, ""));
    let is_zero = size.bytes().all(|sign| matches!(sign, b'0' | b'.'));
    let mut written = if is_zero { String::new() } else { sign.to_string() };
    for (at, digit) in whole.char_indices() {
        if at > 0 && whole.len() >= apart_from && (whole.len() - at).is_multiple_of(3) {
            written.push('.');
        }
        written.push(digit);
    }
    if decimals.is_empty() { written } else { written + "," + decimals }
}
