//! The amount of a target, as people type it.

use rust_decimal::Decimal;

use crate::model::bounds::{Bounds, Unit};
use crate::model::catalogue::Catalogue;
use crate::model::money::Money;
use crate::scenario::typed::{self, Typed};
use crate::view::format;

/// A number below this is in millions: nobody means thirty euros.
const IN_MILLIONS: Decimal = Decimal::from_parts(1_000, 0, 0, false, 0);

const MILLION: Decimal = Decimal::from_parts(1_000_000, 0, 0, false, 0);

/// The largest amount worth asking, either way.
const LARGEST: Decimal = Decimal::from_parts(1_000_000_000, 0, 0, false, 0);

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
    // Only the step matters: whole euros, so that points group thousands.
    let whole = Bounds { min: -LARGEST, max: LARGEST, step: Decimal::ONE };
    let Typed { value, is_sized } =
        typed::read(text, Unit::Euro, &whole).map_err(|_| NoAmount::NotANumber(text.trim().to_string()))?;
    let amount = if is_sized || value.abs() >= IN_MILLIONS { value } else { value * MILLION };
    let money = Money::from_euros(amount.normalize());
    if amount.abs() > LARGEST { Err(NoAmount::TooLarge(money)) } else { Ok(money) }
}

/// What is said under the field: what was understood, or how it will be.
pub fn hint(text: &str) -> String {
    match read(text) {
        Ok(amount) => format!("Dat is {}.", format::euros(amount)),
        Err(_) => "Een getal onder 1.000 telt in miljoenen.".to_string(),
    }
}
