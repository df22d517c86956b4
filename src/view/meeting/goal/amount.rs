//! The amount of a target, as people type it.

use rust_decimal::Decimal;

use crate::model::bounds::Bounds;
use crate::model::catalogue::Catalogue;
use crate::model::money::Money;
use crate::scenario::amount::parse_typed;
use crate::view::format;

/// A number below this is in millions: nobody means thirty euros.
const IN_MILLIONS: Decimal = Decimal::from_parts(1_000, 0, 0, false, 0);

const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// The largest amount worth asking, either way.
const LARGEST: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);

/// What may stand behind a number in millions.
const WORDS: [&str; 3] = ["miljoen", "mln.", "mln"];

/// Why what was typed is no amount.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NoAmount {
    /// Nothing was typed.
    Empty,
    /// It is not a number.
    NotANumber(String),
    /// No budget is of this size.
    TooLarge(Money),
}

impl NoAmount {
    /// Why, and what to type instead.
    pub fn in_words(&self, catalogue: &Catalogue) -> String {
        match self {
            Self::Empty => "Vul een bedrag in, bijvoorbeeld 30 mln.".to_string(),
            Self::NotANumber(text) => format!("“{text}” is geen bedrag. Typ bijvoorbeeld 30 mln, 30,5 of 30.000.000."),
            Self::TooLarge(amount) => format!(
                "{} is veel meer dan er aan {} omgaat. Kies een bedrag tot en met {}.",
                format::euros(*amount),
                catalogue.pack().subject,
                format::euros(Money::from_euros(LARGEST))
            ),
        }
    }
}

/// The amount that was typed: `30`, `30,5 mln`, `€ 30.000.000`. A number below 1,000 counts in millions.
///
/// # Errors
/// Says why it is no amount.
pub fn read(text: &str) -> Result<Money, NoAmount> {
    if text.trim().is_empty() {
        return Err(NoAmount::Empty);
    }
    let (number, in_millions) = parse(text).ok_or_else(|| NoAmount::NotANumber(text.trim().to_string()))?;
    let in_millions = in_millions || number.abs() < IN_MILLIONS;
    let amount = if in_millions { number * MILLION } else { number };
    let money = Money::from_euros(amount.normalize());
    if amount.abs() > LARGEST { Err(NoAmount::TooLarge(money)) } else { Ok(money) }
}

/// The number, and whether it says that it is in millions.
fn parse(text: &str) -> Option<(Decimal, bool)> {
    let bare = text.to_ascii_lowercase().replace('€', " ").replace('−', "-");
    let bare = bare.trim().trim_end_matches("euro").trim_end();
    let in_millions = WORDS.iter().find_map(|word| bare.strip_suffix(word));
    let number = in_millions.unwrap_or(bare).trim().replace("- ", "-");
    let is_number = number.chars().all(|sign| sign.is_ascii_digit() || ".,-".contains(sign));
    // Only the step matters: whole euros, so that points group thousands.
    let whole = Bounds { min: -LARGEST, max: LARGEST, step: Decimal::ONE };
    let number = is_number.then(|| parse_typed(&number, &whole)).flatten()?;
    Some((number, in_millions.is_some()))
}

/// What is said under the field: what was understood, or how it will be.
pub fn hint(text: &str) -> String {
    match read(text) {
        Ok(amount) => format!("Dat is {}.", format::euros(amount)),
        Err(_) => "Een getal onder 1.000 telt in miljoenen.".to_string(),
    }
}
