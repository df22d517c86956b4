//! Numbers as people type them in a field: one grammar for all, by the unit of the field. Knows no page.
//!
//! Invariant: what can be read in two ways, or is of another size than its field, is asked about and never taken.

use std::fmt;

use rust_decimal::Decimal;

use super::amount::parse_plain;
use super::unseen::is_unseen;
use crate::model::bounds::{Bounds, Unit};
use crate::model::catalogue::Spec;
use crate::model::digits::plain;

/// What was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Typed {
    /// In the unit of the field.
    pub value: Decimal,
    /// Whether it says itself of what size it is: `54 mln`, `54 euro`.
    pub is_sized: bool,
}

/// Why what was typed is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotTyped {
    /// It is no number, or one of something else.
    NoNumber(String, Unit),
    /// The comma may set thousands or decimals apart.
    Twofold(String, Decimal, Decimal),
    /// A fraction that may be meant as a percentage.
    Hundredfold(String, Decimal),
    /// An amount that is a hundred times less or more than what it is to replace, and the one that may be meant.
    OtherSize(Decimal, Option<Decimal>),
}

impl fmt::Display for NotTyped {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoNumber(text, unit) => {
                write!(f, "“{text}” is geen getal dat hier past. Typ bijvoorbeeld {}.", example(*unit))
            }
            Self::Twofold(text, one, other) => {
                let (one, other) = (plain(*one), plain(*other));
                write!(f, "“{text}” kan {one} zijn of {other}. Typ {one} of {other}.")
            }
            Self::Hundredfold(text, value) => {
                write!(f, "“{text}” is meer dan het geheel. Typ {text} % of {}.", plain(*value))
            }
            Self::OtherSize(value, meant) => {
                let (value, meant) = (plain(*value), meant.map(|meant| format!("Bedoelt u {}? ", plain(meant))));
                let meant = meant.unwrap_or_default();
                write!(
                    f,
                    "Dat is € {value}, meer dan honderd keer zo veel of zo weinig als nu. {meant}Klopt het, typ dan {value} euro."
                )
            }
        }
    }
}

/// What fits a field of a unit.
fn example(unit: Unit) -> &'static str {
    match unit {
        Unit::Euro | Unit::EuroPerYear => "1,2 mln of 1.200.000",
        Unit::EuroPerHour => "52,50",
        Unit::Fraction => "20 % of 0,2",
        Unit::Percent | Unit::PercentPerYear | Unit::PercentOfPlan | Unit::Fte => "2,5",
        Unit::Year => "een jaartal in vier cijfers",
        _ => "12",
    }
}

/// Reads what was typed for a setting.
///
/// # Errors
/// Says why it is not taken, and what to type instead.
pub fn read_for(text: &str, spec: &Spec<'_>) -> Result<Decimal, NotTyped> {
    let none = || NotTyped::NoNumber(text.trim().to_string(), spec.unit);
    let bounds = spec.bounds.ok_or_else(none)?;
    let Typed { value, is_sized } = read(text, spec.unit, &bounds)?;
    let share = value / Decimal::ONE_HUNDRED;
    if spec.unit == Unit::Fraction && !is_sized && value > bounds.max && share <= bounds.max {
        return Err(NotTyped::Hundredfold(text.trim().to_string(), share));
    }
    let is_amount = matches!(spec.unit, Unit::Euro | Unit::EuroPerYear);
    // Of what follows from the year before, when nothing is typed, the usual is taken to be a tenth of the most.
    let usual = spec.default.or_else(|| spec.open.map(|_| bounds.max / Decimal::TEN)).unwrap_or_default().abs();
    let (size, far) = (value.abs(), Decimal::ONE_HUNDRED);
    let is_other = !size.is_zero() && !usual.is_zero() && (size * far < usual || usual * far < size);
    if is_amount && !is_sized && is_other && bounds.check(value).is_ok() {
        // Left out where it was in thousands or in millions.
        let meant = [1_000, 1_000_000].map(|factor| value * Decimal::from(factor));
        let meant = meant.into_iter().find(|meant| size < usual && meant.abs() * far >= usual);
        return Err(NotTyped::OtherSize(value, meant));
    }
    Ok(value)
}

/// Reads a number: `11,45`, `€ 54.200.000,--`, `54,2 mln`, `-/- 1`, `20 %`, `54,200,000`.
///
/// # Errors
/// Says why it is none, or which two it may be.
pub fn read(text: &str, unit: Unit, bounds: &Bounds) -> Result<Typed, NotTyped> {
    let none = || NotTyped::NoNumber(text.trim().to_string(), unit);
    let parts = Parts::of(text, unit).ok_or_else(none)?;
    // A field with room for three decimals groups no thousands by one sign.
    let is_fine = bounds.step.normalize().scale() >= 3;
    let (number, is_twofold) = number(&parts.digits, is_fine, parts.factor != Decimal::ONE).ok_or_else(none)?;
    let sized = |number: Decimal| {
        let number = number.checked_mul(parts.factor)?.normalize();
        Some(if parts.is_negative { -number } else { number })
    };
    let value = sized(number).ok_or_else(none)?;
    // Of two readings of which one is past the end of the field, it is the other.
    if is_twofold && value * Decimal::ONE_THOUSAND <= bounds.max {
        return Err(NotTyped::Twofold(text.trim().to_string(), value * Decimal::ONE_THOUSAND, value));
    }
    Ok(Typed { value, is_sized: parts.is_sized })
}

/// What a text consists of.
struct Parts {
    digits: String,
    is_negative: bool,
    is_sized: bool,
    /// What the digits are to be multiplied by.
    factor: Decimal,
}

impl Parts {
    fn of(text: &str, unit: Unit) -> Option<Self> {
        let mut parts = Self { digits: String::new(), is_negative: false, is_sized: false, factor: Decimal::ONE };
        let text = spaced(text);
        for word in text.split_whitespace() {
            match word.strip_prefix(['-', '+']).unwrap_or(word) {
                "" | "(" | ")" => {}
                digits if digits.starts_with(|sign: char| sign.is_ascii_digit()) => parts.take(digits)?,
                word => parts.hear(word, unit)?,
            }
            parts.is_negative |= word.starts_with(['-', '(']);
        }
        (!parts.digits.is_empty()).then_some(parts)
    }

    /// Takes digits; more of them, after a space, are thousands.
    fn take(&mut self, digits: &str) -> Option<()> {
        let bare = digits.trim_end_matches('-');
        // No cents: `182.000,-`.
        let digits = if bare.len() < digits.len() { bare.strip_suffix([',', '.'])? } else { digits };
        let whole = digits.split(',').next().unwrap_or_default();
        let is_plain = |text: &str| text.chars().all(|sign| sign.is_ascii_digit());
        let goes_on = self.digits.is_empty() || (is_plain(&self.digits) && whole.len() == 3 && is_plain(whole));
        goes_on.then(|| self.digits.push_str(digits))
    }

    /// Takes a word that fits the unit: some say of what size the number is.
    fn hear(&mut self, word: &str, unit: Unit) -> Option<()> {
        let is_amount = matches!(unit, Unit::Euro | Unit::EuroPerYear);
        let is_share = matches!(unit, Unit::Percent | Unit::PercentPerYear | Unit::PercentOfPlan);
        let (one, million) = (Decimal::ONE, Decimal::from_parts(1_000_000, 0, 0, false, 0));
        let (factor, says_size) = match word {
            "mln" | "mln." | "miljoen" | "mio" if is_amount => (million, true),
            "mld" | "mld." | "miljard" if is_amount => (million * Decimal::ONE_THOUSAND, true),
            "duizend" if is_amount => (Decimal::ONE_THOUSAND, true),
            "€" if is_amount || unit == Unit::EuroPerHour => (one, false),
            "euro" | "eur" if is_amount || unit == Unit::EuroPerHour => (one, true),
            "%" | "procent" if unit == Unit::Fraction => (one / Decimal::ONE_HUNDRED, true),
            "%" | "procent" if is_share => (one, true),
            _ if says_unit(word, unit) => (one, false),
            _ => return None,
        };
        self.factor *= factor;
        self.is_sized |= says_size;
        Some(())
    }
}

/// Whether a word says the unit of its field, and nothing of a size.
fn says_unit(word: &str, unit: Unit) -> bool {
    match unit {
        Unit::Euro | Unit::EuroPerYear | Unit::PercentPerYear => matches!(word, "per" | "jaar"),
        Unit::EuroPerHour => matches!(word, "per" | "uur"),
        Unit::PercentOfPlan => matches!(word, "van" | "het" | "plan"),
        Unit::Fte => word == "fte",
        Unit::Hours => word == "uur",
        Unit::Youths => word == "jeugdigen",
        Unit::HouseholdsPerYear => matches!(word, "gezinnen" | "per" | "jaar"),
        Unit::Years => matches!(word, "jaar" | "jaren"),
        _ => false,
    }
}

/// A text in which words and numbers are apart, with one kind of minus and nothing that nobody sees.
fn spaced(text: &str) -> String {
    let mut spaced = String::new();
    for sign in text.to_ascii_lowercase().replace("-/-", "-").chars() {
        match sign {
            unseen if is_unseen(unseen) => {}
            '−' | '\u{2010}'..='\u{2015}' => spaced.push('-'),
            '€' | '%' | '(' | ')' => spaced.extend([' ', sign, ' ']),
            _ => {
                if sign.is_ascii_alphabetic() && spaced.ends_with(|before: char| before.is_ascii_digit()) {
                    spaced.push(' ');
                }
                spaced.push(sign);
            }
        }
    }
    spaced
}

/// The number that digits with points and commas are, and whether its comma may set thousands apart instead.
fn number(digits: &str, is_fine: bool, is_sized: bool) -> Option<(Decimal, bool)> {
    let count = |sign| digits.matches(sign).count();
    let may_group = |sign| is_grouped(digits, sign) && !is_fine;
    let (grouping, is_twofold) = match (count('.'), count(',')) {
        (0, 1) => (None, may_group(',') && !is_sized),
        (1, 0) => (Some('.').filter(|sign| may_group(*sign)), false),
        (_, 0) => (Some('.'), false),
        (0, _) => (Some(','), false),
        _ => (Some(if digits.rfind(',') > digits.rfind('.') { '.' } else { ',' }), false),
    };
    let plain = match grouping {
        Some(sign) if digits.contains(sign) && !is_grouped(digits, sign) => return None,
        Some(sign) => digits.replace(sign, ""),
        None => digits.to_string(),
    };
    Some((parse_plain(&plain)?, is_twofold))
}

/// Whether a sign stands where thousands are set apart: `1.234`, `12.345,6`, not `0.037` or `1.23`.
fn is_grouped(digits: &str, sign: char) -> bool {
    let other = if sign == '.' { ',' } else { '.' };
    let whole = digits.split(other).next().unwrap_or_default();
    let mut groups = whole.split(sign);
    let first = groups.next().unwrap_or_default();
    (1..=3).contains(&first.len())
        && !first.starts_with('0')
        && whole.contains(sign)
        && groups.all(|group| group.len() == 3)
}
