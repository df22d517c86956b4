//! Amounts of money.

use std::iter::Sum;
use std::ops::{Add, Mul, Sub};

use rust_decimal::Decimal;

use super::label::Label;
use super::number::Number;

/// An amount in nominal euros, not rounded. Only lawful operations exist:
/// money plus or minus money, money times a plain number, money divided by money.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Money<N = Decimal>(N);

impl<N: Number> Money<N> {
    /// An amount of so many euros.
    pub fn from_euros(euros: N) -> Self {
        Self(euros)
    }

    /// No money.
    pub fn zero() -> Self {
        Self(N::zero())
    }

    /// The amount in euros.
    pub fn euros(self) -> N {
        self.0
    }

    /// How many times `other` goes into this amount, 0 where `other` is 0.
    pub fn over(self, other: Self) -> N {
        self.0.over(other.0)
    }

    /// The same amount, named as a step of the explanation.
    pub fn named(self, label: Label) -> Self {
        Self(self.0.named(label))
    }
}

impl<N: Number> Add for Money<N> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0.plus(other.0))
    }
}

impl<N: Number> Sub for Money<N> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl<N: Number> Mul<N> for Money<N> {
    type Output = Self;
    fn mul(self, factor: N) -> Self {
        Self(self.0 * factor)
    }
}

impl<N: Number> Sum for Money<N> {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.reduce(Add::add).unwrap_or_else(Self::zero)
    }
}
