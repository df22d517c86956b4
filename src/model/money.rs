//! Amounts of money.

use std::iter::Sum;
use std::ops::{Add, Mul, Sub};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::exact::quotient;

/// An amount in nominal euros, not rounded. Only lawful operations exist:
/// money plus or minus money, money times a plain number, money divided by money.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Money<N = Decimal>(N);

impl<N: Default> Money<N> {
    /// An amount of so many euros.
    pub const fn from_euros(euros: N) -> Self {
        Self(euros)
    }

    /// No money.
    pub fn zero() -> Self {
        Self(N::default())
    }

    /// The amount in euros.
    pub fn euros(self) -> N {
        self.0
    }
}

impl Money {
    /// How many times `other` goes into this amount, 0 where `other` is 0.
    pub fn over(self, other: Self) -> Decimal {
        quotient(self.0, other.0)
    }
}

impl<N: Add<Output = N>> Add for Money<N> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl<N: Sub<Output = N>> Sub for Money<N> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        Self(self.0 - other.0)
    }
}

impl<N: Mul<Output = N>> Mul<N> for Money<N> {
    type Output = Self;
    fn mul(self, factor: N) -> Self {
        Self(self.0 * factor)
    }
}

impl<N: Add<Output = N> + Default> Sum for Money<N> {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.reduce(Add::add).unwrap_or_else(Self::zero)
    }
}
