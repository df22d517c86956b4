//! The names of steps in the calculation, as the explanation shows them.

use super::year::Year;

/// How a number is to be written: the view decides the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Shows {
    /// Euros.
    Money,
    /// A fraction that reads best as a percentage.
    Share,
    /// An index, with the digits that tell.
    Index,
    /// A count of people or hours.
    Count,
}

/// The name of one step: what it is, of what, and in which year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Label {
    /// What the number is, in Dutch, for instance "prijsindex".
    pub text: &'static str,
    /// What it is about, for instance the name of a care line; empty where that is clear.
    pub about: &'static str,
    /// The measure it belongs to, where there is one.
    pub measure: Option<super::id::MeasureId>,
    /// The year, where it differs by year.
    pub year: Option<Year>,
    /// How the number is to be written.
    pub shows: Shows,
}

impl Label {
    const fn new(text: &'static str, shows: Shows) -> Self {
        Self { text, about: "", measure: None, year: None, shows }
    }

    /// A step in euros.
    pub const fn money(text: &'static str) -> Self {
        Self::new(text, Shows::Money)
    }

    /// A step that is a share of something.
    pub const fn share(text: &'static str) -> Self {
        Self::new(text, Shows::Share)
    }

    /// A step that is an index.
    pub const fn index(text: &'static str) -> Self {
        Self::new(text, Shows::Index)
    }

    /// A step that counts people or hours, or that says yes (1) or no (0).
    pub const fn count(text: &'static str) -> Self {
        Self::new(text, Shows::Count)
    }

    /// The same step of one care line or tariff.
    pub const fn of(self, about: &'static str) -> Self {
        Self { about, ..self }
    }

    /// The same step of one measure.
    pub const fn by(self, measure: super::id::MeasureId) -> Self {
        Self { measure: Some(measure), ..self }
    }

    /// The same step in one year.
    pub const fn at(self, year: Year) -> Self {
        Self { year: Some(year), ..self }
    }
}
