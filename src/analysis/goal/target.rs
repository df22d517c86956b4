//! What is to be reached.

use crate::analysis::range::Banded;
use crate::model::money::Money;
use crate::model::program::Place;
use crate::model::sheet::Sheet;
use crate::model::year::Year;

/// What a target is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Aim {
    /// The deficit, positive is a shortage. The target is a ceiling.
    Deficit,
    /// What the measures save after their costs, positive is a smaller deficit. The target is a floor.
    NetSaving,
}

impl Aim {
    /// The result it is about.
    pub fn banded(self) -> Banded {
        match self {
            Self::Deficit => Banded::Deficit,
            Self::NetSaving => Banded::NetSaving,
        }
    }
}

/// What is to be reached.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Target {
    /// What it is about.
    pub aim: Aim,
    /// In which year.
    pub year: Year,
    /// The highest deficit or the lowest net saving that will do, in euros.
    pub amount: Money,
}

impl Target {
    /// Where what the target is about stands in the calculation.
    pub(super) fn place(&self, sheet: &Sheet) -> Place {
        self.aim.banded().of(&sheet.program().results().projection[self.year])
    }

    /// What the target is about, as a plan has it in that year, in euros.
    pub fn value(&self, sheet: &Sheet) -> Money {
        sheet.amount(self.place(sheet))
    }

    /// The value that does better than the target by so many euros.
    pub fn beaten_by(&self, room: Money) -> Money {
        match self.aim {
            Aim::Deficit => self.amount - room,
            Aim::NetSaving => self.amount + room,
        }
    }

    /// How far such a value is from the target, in euros; 0 or less where it meets it.
    pub fn miss(&self, value: Money) -> Money {
        match self.aim {
            Aim::Deficit => value - self.amount,
            Aim::NetSaving => self.amount - value,
        }
    }
}
