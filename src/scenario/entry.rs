//! The numbers that a calculator asks for, with what is said where something else is typed.

use rust_decimal::Decimal;

use super::amount::{parse_plain, parse_typed};
use crate::model::bounds::{Bounds, OutOfBounds};
use crate::model::digits::dutch;

/// A number that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is, as it stands behind "een".
    what: &'static str,
    /// What could be typed.
    example: &'static str,
    /// What stands behind a bound.
    unit: &'static str,
    bounds: Bounds,
}

/// The finest step of any of them: two decimals.
const CENT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

const fn whole(number: u32) -> Decimal {
    Decimal::from_parts(number, 0, 0, false, 0)
}

const fn entry(what: &'static str, example: &'static str, unit: &'static str, min: u32, max: u32) -> Entry {
    Entry { what, example, unit, bounds: Bounds { min: whole(min), max: whole(max), step: CENT } }
}

/// How many of an item.
pub const QUANTITY: Entry = entry("aantal", "2 of 0,5", "", 0, 100_000);
/// A price of one's own, in euros.
pub const PRICE: Entry = entry("prijs", "7.500", "€ ", 0, 10_000_000);
/// How likely something is, in percent.
pub const CHANCE: Entry = entry("kans", "25", " %", 0, 100);
/// How many such cases there are in a year.
pub const TIMES: Entry = entry("aantal gevallen", "10", "", 0, 100_000);
/// A part of a whole, in percent.
pub const PART: Entry = entry("deel", "50", " %", 0, 100);
/// How many people take part.
pub const PARTICIPANTS: Entry = entry("aantal deelnemers", "20", "", 0, 100_000);
/// How long somebody was on benefit.
pub const YEARS: Entry = entry("aantal jaren", "3", "", 1, 50);

impl Entry {
    /// The number that a reader typed.
    ///
    /// # Errors
    /// Says what is wrong and what to type.
    pub fn typed(&self, text: &str) -> Result<Decimal, String> {
        if text.trim().is_empty() {
            return Err(format!("Vul een {} in, bijvoorbeeld {}.", self.what, self.example));
        }
        self.number(text, parse_typed(text, &self.bounds))
    }

    /// The number that a link holds.
    ///
    /// # Errors
    /// Says what is wrong and what it should be.
    pub fn linked(&self, text: &str) -> Result<Decimal, String> {
        self.number(text, parse_plain(text))
    }

    fn number(&self, text: &str, read: Option<Decimal>) -> Result<Decimal, String> {
        let Self { what, example, bounds, .. } = self;
        let number =
            read.ok_or_else(|| format!("“{}” is geen getal. Vul een {what} in, bijvoorbeeld {example}.", text.trim()))?;
        bounds.check(number).map_err(|out| match out {
            OutOfBounds::OffStep(..) => {
                format!(
                    "Een {what} heeft hier ten hoogste twee decimalen. Rond af, bijvoorbeeld {}.",
                    dutch(number.round_dp(2))
                )
            }
            OutOfBounds::Beyond(_) if number < bounds.min => {
                let least = self.bound(bounds.min);
                format!("Een {what} kan niet lager zijn dan {least}. Vul {least} of meer in.")
            }
            OutOfBounds::Beyond(_) => {
                let most = self.bound(bounds.max);
                format!("Een {what} kan niet hoger zijn dan {most}. Vul {most} of minder in.")
            }
        })
    }

    /// A bound with its unit.
    fn bound(&self, bound: Decimal) -> String {
        let number = dutch(bound);
        if self.unit.ends_with(' ') { format!("{}{number}", self.unit) } else { format!("{number}{}", self.unit) }
    }
}
