//! The years of the projection.

use std::ops::Index;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// A year of a [`Horizon`], by its number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Year(u16);

impl Year {
    /// The number of the year.
    pub fn number(self) -> i32 {
        self.0.into()
    }

    /// The number of the year as a decimal.
    pub fn decimal(self) -> Decimal {
        self.0.into()
    }
}

/// The years that the projection covers. Invariant: first ≤ the first of the sum ≤ last < 65.535.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Horizon {
    first: Year,
    summed_from: Year,
    last: Year,
}

impl Horizon {
    /// The horizon of these years; none where they are not in order.
    pub fn of(first: u16, summed_from: u16, last: u16) -> Option<Self> {
        let in_order = first <= summed_from && summed_from <= last && last < u16::MAX;
        in_order.then_some(Self { first: Year(first), summed_from: Year(summed_from), last: Year(last) })
    }

    /// The base year, in which no measure works yet.
    pub fn first(self) -> Year {
        self.first
    }

    /// The first year of the cumulative sums, from which a budget can be entered.
    pub fn summed_from(self) -> Year {
        self.summed_from
    }

    /// The last year of the projection.
    pub fn last(self) -> Year {
        self.last
    }

    /// All years, in order.
    pub fn years(self) -> impl DoubleEndedIterator<Item = Year> + Clone {
        self.from(self.first)
    }

    /// How many years there are.
    pub fn count(self) -> usize {
        self.offset(self.last) + 1
    }

    /// The years of the cumulative sums, for which a budget can be entered.
    pub fn summed(self) -> impl DoubleEndedIterator<Item = Year> + Clone {
        self.from(self.summed_from)
    }

    fn from(self, first: Year) -> impl DoubleEndedIterator<Item = Year> + Clone {
        // Not `..=`: each use of such a range takes more code.
        (first.0..self.last.0 + 1).map(Year)
    }

    /// The first and last of the years of the sums, with a dash between them.
    pub fn span(self, dash: char) -> String {
        format!("{}{dash}{}", self.summed_from.number(), self.last.number())
    }

    /// The year with this number, if the projection covers it.
    pub fn year(self, number: i32) -> Option<Year> {
        let year = u16::try_from(number).ok().map(Year)?;
        (self.first..=self.last).contains(&year).then_some(year)
    }

    /// The year with this number, if a budget can be entered for it.
    pub fn budgeted(self, number: i32) -> Option<Year> {
        self.year(number).filter(|year| *year >= self.summed_from)
    }

    /// How many years after the base year.
    pub fn offset(self, year: Year) -> usize {
        usize::from(year.0.saturating_sub(self.first.0))
    }
}

/// One value for every year of a horizon. Invariant: there are as many values as years.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PerYear<T> {
    horizon: Horizon,
    values: Vec<T>,
}

impl<T> PerYear<T> {
    /// The value of each year by itself.
    pub fn from_fn(horizon: Horizon, value: impl FnMut(Year) -> T) -> Self {
        Self { horizon, values: horizon.years().map(value).collect() }
    }

    /// The years.
    pub fn horizon(&self) -> Horizon {
        self.horizon
    }

    /// The last year.
    pub fn last_year(&self) -> Year {
        self.horizon.last
    }

    /// The value of the last year.
    pub fn last(&self) -> &T {
        &self[self.horizon.last]
    }

    /// The same for each year, of another thing.
    pub fn map<U>(&self, to: impl FnMut(&T) -> U) -> PerYear<U> {
        PerYear { horizon: self.horizon, values: self.values.iter().map(to).collect() }
    }

    /// The years with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Year, &T)> {
        self.horizon.years().zip(&self.values)
    }
}

impl<T: Copy> PerYear<T> {
    /// The first value, and each next one made from the one before it.
    pub fn from_previous(horizon: Horizon, first: T, mut next: impl FnMut(T, Year) -> T) -> Self {
        let mut value = first;
        Self::from_fn(horizon, |year| {
            if year != horizon.first {
                value = next(value, year);
            }
            value
        })
    }
}

impl<T> Index<Year> for PerYear<T> {
    type Output = T;
    fn index(&self, year: Year) -> &T {
        // Cannot fail: years come from the one horizon of the catalogue, and there is a value for each.
        &self.values[self.horizon.offset(year)]
    }
}
