//! How the number of a figure or setting stands in its cell.

use rust_decimal::Decimal;

use crate::model::bounds::{Bounds, OutOfBounds, Unit};

/// How a number stands in its cell.
///
/// Whatever reads as a percentage is a fraction in a percent format, as spreadsheets have it: there `5,15%` and, in Excel,
/// `5,15` both mean 0,0515.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Notation {
    /// As it is.
    Plain,
    /// A number of percent: the cell holds a hundredth of it.
    Percentage,
    /// A fraction of one.
    Share,
}

impl Notation {
    /// How numbers of a unit stand in their cells.
    pub fn of(unit: Unit) -> Self {
        match unit {
            Unit::Percent | Unit::PercentPerYear | Unit::PercentOfPlan => Self::Percentage,
            Unit::Fraction => Self::Share,
            _ => Self::Plain,
        }
    }

    /// What the cell holds for a number.
    pub fn stored(self, number: Decimal) -> Decimal {
        match self {
            Self::Percentage => number / Decimal::ONE_HUNDRED,
            Self::Plain | Self::Share => number,
        }
    }

    /// The number that a cell holds so.
    pub fn value(self, stored: Decimal) -> Decimal {
        match self {
            Self::Percentage => stored.checked_mul(Decimal::ONE_HUNDRED).unwrap_or(stored),
            Self::Plain | Self::Share => stored,
        }
    }

    /// The bounds of what the cell holds.
    pub fn stored_bounds(self, bounds: &Bounds) -> Bounds {
        let [min, max, step] = [bounds.min, bounds.max, bounds.step].map(|bound| self.stored(bound));
        Bounds { min, max, step }
    }

    /// Which values a cell with such content takes, as it shows them.
    pub fn in_words(self, stored: Bounds) -> String {
        if self == Self::Plain {
            return OutOfBounds::Beyond(stored).to_string();
        }
        let [min, max, step] = [stored.min, stored.max, stored.step].map(|bound| bound * Decimal::ONE_HUNDRED);
        format!("{} procent", OutOfBounds::Beyond(Bounds { min, max, step }))
    }
}
