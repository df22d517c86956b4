//! Amounts, percentages and moments as the page writes them.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use rust_decimal::{Decimal, RoundingStrategy};
use wasm_bindgen::JsValue;

use crate::model::bounds::Unit;
pub use crate::model::digits::{number, plain};
use crate::model::money::Money;
pub use crate::scenario::amount::cents;
pub use crate::scenario::names::suffix;

/// Between a number and its unit: never at the end of a line.
const SPACE: char = '\u{a0}';

thread_local! {
    /// Making one is slow, using it is not.
    static MOMENTS: Function = moments();
}

fn moments() -> Function {
    let options = Object::new();
    for (key, style) in [("dateStyle", "long"), ("timeStyle", "short")] {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&options, &key.into(), &style.into());
    }
    Intl::DateTimeFormat::new(&Array::of1(&"nl-NL".into()), &options).format()
}

/// A moment in the time of the browser: `22 november 2026 om 19:04`. None where the text is not exactly a moment as the
/// browser's clock writes it, in ISO 8601 and UTC.
pub fn moment(text: &str) -> Option<String> {
    let date = Date::new(&text.into());
    let is_moment = !date.get_time().is_nan() && date.to_iso_string() == text;
    is_moment.then(|| MOMENTS.with(|moments| moments.call1(&JsValue::NULL, &date)).ok()?.as_string()).flatten()
}

/// The day of today in the time of the browser: `22 november 2026`.
pub fn today() -> String {
    let options = Object::new();
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(&options, &"dateStyle".into(), &"long".into());
    Date::new_0().to_locale_date_string("nl-NL", &options).into()
}

/// A number with at most so many decimals, half away from zero.
pub fn short(value: Decimal, places: u32) -> String {
    plain(value.round_dp_with_strategy(places, RoundingStrategy::MidpointAwayFromZero))
}

/// A year or a count without grouping.
pub fn ungrouped(value: Decimal) -> String {
    value.normalize().to_string()
}

/// Whole euros: `€ 951.718`.
pub fn euros(amount: Money) -> String {
    with_euro(number(amount.euros(), 0))
}

/// Millions with one decimal: `€ 37,7 mln`.
pub fn millions(amount: Money) -> String {
    with_euro(bare_millions(amount))
}

/// The same where euros go without saying: `37,7 mln`.
pub fn bare_millions(amount: Money) -> String {
    format!("{}{SPACE}mln", number(amount.euros() / Decimal::from(1_000_000), 1))
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

fn with_euro(number: String) -> String {
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

/// A value as it stands in a field.
pub fn field(value: Decimal, unit: Unit) -> String {
    match unit {
        Unit::Year => ungrouped(value),
        Unit::EuroPerHour => number(value, 2),
        _ => plain(value),
    }
}
