//! The arithmetic that the calculation is written in, whatever it is read with.

use std::ops::{Add, Mul, Sub};

use rust_decimal::Decimal;

use super::id::Setting;
use super::label::Label;

/// A number of the calculation: exact, or one that records how it came about ([`super::trace::Term`]).
///
/// The operations are total: none of them fails or panics for inputs within the bounds of the catalogue.
pub trait Number: Copy + Add<Output = Self> + Sub<Output = Self> + Mul<Output = Self> {
    /// A number that stands in the formula itself (0, 1, 100, a year), not a figure.
    fn constant(value: Decimal) -> Self;

    /// The quotient, 0 where `divisor` is 0.
    fn over(self, divisor: Self) -> Self;

    /// The smaller of the two.
    fn min(self, other: Self) -> Self;

    /// The larger of the two.
    fn max(self, other: Self) -> Self;

    /// `then` where this number is above 0, else `otherwise`.
    fn if_positive(self, then: Self, otherwise: Self) -> Self;

    /// What the user entered, else `open`. The shape of the calculation does not depend on it: a reading that has to
    /// hold for other entries than those of now keeps both.
    fn entered(entry: Entry<Self>, open: Self) -> Self {
        if entry.is_set { entry.number } else { open }
    }

    /// The same number, with the name of a step that the explanation shows.
    fn named(self, label: Label) -> Self;

    /// The sum. Most of what a measure could save or cost is nothing, so a reading may take nothing for an answer quickly.
    fn plus(self, other: Self) -> Self {
        self + other
    }

    /// 0
    fn zero() -> Self {
        Self::constant(Decimal::ZERO)
    }

    /// 1
    fn one() -> Self {
        Self::constant(Decimal::ONE)
    }

    /// A percentage as a fraction.
    fn percent(self) -> Self {
        self.over(Self::constant(Decimal::ONE_HUNDRED))
    }

    /// What is left of the whole: `1 − self`.
    fn rest(self) -> Self {
        Self::one() - self
    }

    /// `then` where this number differs from `other`, else 0.
    fn if_differs(self, other: Self, then: Self) -> Self {
        let distance = (self - other).max(other - self);
        distance.if_positive(then, Self::zero())
    }
}

/// A number that the user may leave open.
#[derive(Clone, Copy, Debug)]
pub struct Entry<N> {
    /// Where it is entered.
    pub setting: Setting,
    /// Whether it is.
    pub is_set: bool,
    /// What is entered, 0 where it is open.
    pub number: N,
}

impl<N: Number> Entry<N> {
    /// What was entered, else `open`.
    pub fn or(self, open: N) -> N {
        N::entered(self, open)
    }

    /// The same entry, a percentage, as a fraction.
    pub fn percent(self) -> Self {
        Self { number: self.number.percent(), ..self }
    }
}

/// Exact decimals: 28 digits, far more than the bounds of the catalogue let any amount use.
impl Number for Decimal {
    fn constant(value: Decimal) -> Self {
        value
    }

    fn over(self, divisor: Self) -> Self {
        if divisor.is_zero() { Decimal::ZERO } else { self / divisor }
    }

    fn plus(self, other: Self) -> Self {
        match (self.is_zero(), other.is_zero()) {
            (true, _) => other,
            (_, true) => self,
            _ => self + other,
        }
    }

    fn min(self, other: Self) -> Self {
        Ord::min(self, other)
    }

    fn max(self, other: Self) -> Self {
        Ord::max(self, other)
    }

    fn if_positive(self, then: Self, otherwise: Self) -> Self {
        if self > Decimal::ZERO { then } else { otherwise }
    }

    fn named(self, _label: Label) -> Self {
        self
    }
}
