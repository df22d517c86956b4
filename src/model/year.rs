//! The years of the projection.

use std::ops::Index;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

const FIRST: i32 = 2018;
const COUNT: usize = Year::COUNT;

/// A year from 2018, the base year, through 2025.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Year(u8);

impl Year {
    /// How many years there are.
    pub const COUNT: usize = 8;
    /// The base year, in which no measure works yet.
    pub const BASE: Year = Year(0);
    /// The last year of the projection.
    pub const LAST: Year = Year(COUNT as u8 - 1);

    /// The year with this number, if the projection covers it.
    pub fn new(number: i32) -> Option<Self> {
        let offset = u8::try_from(number.checked_sub(FIRST)?).ok()?;
        (usize::from(offset) < COUNT).then_some(Self(offset))
    }

    /// All years, in order.
    pub fn all() -> impl DoubleEndedIterator<Item = Year> + Clone {
        (0..COUNT as u8).map(Self)
    }

    /// The years of the cumulative sums, for which a budget can be entered: 2020 and later.
    pub fn from_2020() -> impl Iterator<Item = Year> + Clone {
        Self::all().skip(2)
    }

    /// The number of the year, for instance 2025.
    pub fn number(self) -> i32 {
        FIRST + i32::from(self.0)
    }

    /// The number of the year as a decimal.
    pub fn decimal(self) -> Decimal {
        Decimal::from(self.number())
    }

    /// How many years after the base year.
    pub fn offset(self) -> usize {
        usize::from(self.0)
    }
}

/// One value for every year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PerYear<T>([T; COUNT]);

impl<T> PerYear<T> {
    /// The value of each year by itself.
    pub fn from_fn(mut value: impl FnMut(Year) -> T) -> Self {
        Self(std::array::from_fn(|offset| value(Year(offset as u8))))
    }

    /// The same for each year, of another thing.
    pub fn map<U>(&self, mut to: impl FnMut(&T) -> U) -> PerYear<U> {
        PerYear(self.0.each_ref().map(&mut to))
    }

    /// The years with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (Year, &T)> {
        Year::all().zip(&self.0)
    }
}

impl<T: Copy> PerYear<T> {
    /// The first value, and each next one made from the one before it.
    pub fn from_previous(first: T, mut next: impl FnMut(T, Year) -> T) -> Self {
        let mut value = first;
        Self::from_fn(|year| {
            if year != Year::BASE {
                value = next(value, year);
            }
            value
        })
    }
}

impl<T> Index<Year> for PerYear<T> {
    type Output = T;
    fn index(&self, year: Year) -> &T {
        // Cannot fail: a Year is always below COUNT.
        &self.0[year.offset()]
    }
}
