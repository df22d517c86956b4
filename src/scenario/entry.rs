//! The numbers that a calculator asks for, with what is said where something else is typed.

use rust_decimal::Decimal;

use super::amount::parse_plain;
use super::typed::{NotTyped, read};
use crate::model::bounds::{Bounds, OutOfBounds, Unit};
use crate::model::digits::dutch;

/// A number that is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Entry {
    /// What it is, as it stands behind "een".
    what: &'static str,
    /// What could be typed.
    example: &'static str,
    unit: Unit,
    bounds: Bounds,
}

/// The finest step of any of them: two decimals.
const CENT: Decimal = Decimal::from_parts(1, 0, 0, false, 2);

const fn whole(number: u32) -> Decimal {
    Decimal::from_parts(number, 0, 0, false, 0)
}

const fn entry(what: &'static str, example: &'static str, unit: Unit, min: u32, max: u32) -> Entry {
    Entry { what, example, unit, bounds: Bounds { min: whole(min), max: whole(max), step: CENT } }
}

/// How many of an item.
pub const QUANTITY: Entry = entry("aantal", "2 of 0,5", Unit::Count, 0, 100_000);
/// A price of one's own, in euros.
pub const PRICE: Entry = entry("prijs", "7.500", Unit::Euro, 0, 10_000_000);
/// How likely something is, in percent.
pub const CHANCE: Entry = entry("kans", "25", Unit::Percent, 0, 100);
/// How many such cases there are in a year.
pub const TIMES: Entry = entry("aantal gevallen", "10", Unit::Count, 0, 100_000);
/// A part of a whole, in percent.
pub const PART: Entry = entry("deel", "50", Unit::Percent, 0, 100);
/// How many people take part.
pub const PARTICIPANTS: Entry = entry("aantal deelnemers", "20", Unit::Count, 0, 100_000);
/// How long somebody was on benefit.
pub const YEARS: Entry = entry("aantal jaren", "3", Unit::Years, 1, 50);

impl Entry {
    /// The number that a reader typed.
    ///
    /// # Errors
    /// Says what is wrong and what to type.
    pub fn typed(&self, text: &str) -> Result<Decimal, String> {
        if text.trim().is_empty() {
            return Err(format!("Vul een {} in, bijvoorbeeld {}.", self.what, self.example));
        }
        match read(text, self.unit, &self.bounds) {
            Ok(typed) => self.within(typed.value),
            Err(NotTyped::NoNumber(..)) => Err(self.no_number(text)),
            Err(why) => Err(why.to_string()),
        }
    }

    /// The number that a link holds.
    ///
    /// # Errors
    /// Says what is wrong and what it should be.
    pub fn linked(&self, text: &str) -> Result<Decimal, String> {
        self.within(parse_plain(text).ok_or_else(|| self.no_number(text))?)
    }

    fn no_number(&self, text: &str) -> String {
        format!("“{}” is geen getal. Vul een {} in, bijvoorbeeld {}.", text.trim(), self.what, self.example)
    }

    fn within(&self, number: Decimal) -> Result<Decimal, String> {
        let Self { what, bounds, .. } = self;
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
        match self.unit {
            Unit::Euro => format!("€ {number}"),
            Unit::Percent => format!("{number} %"),
            _ => number,
        }
    }
}
