//! An axis that stands still: it opens on what the ready-made scenarios need, grows only when it is told to, and never
//! shrinks, so that a smaller amount never gets a longer bar.
//!
//! Places are in percent of the plot, so that nothing is laid out again when its room changes.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::scale::round_step;
use super::{euros, round};
use crate::model::money::Money;

/// About how many round steps an axis has: it grows to the next of them.
const STEPS: f64 = 6.0;

/// What an axis over nothing but 0 goes up to, in euros: it says that there is nothing.
const LEAST: f64 = 1e6;

/// Past which end of an axis an amount lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Beyond {
    /// Below the lowest amount.
    Low,
    /// Above the highest amount.
    High,
}

/// From which to which amount something goes, in euros. Invariant: low ≤ 0 ≤ high.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Reach {
    low: f64,
    high: f64,
}

impl Reach {
    /// Over some amounts and 0.
    pub fn over(amounts: impl IntoIterator<Item = f64>) -> Self {
        let (low, high) =
            amounts.into_iter().fold((0.0, 0.0), |(low, high): (f64, f64), at| (low.min(at), high.max(at)));
        Self { low, high }
    }

    /// The lowest amount, at most 0.
    pub fn low(&self) -> f64 {
        self.low
    }

    /// The highest amount, at least 0.
    pub fn high(&self) -> f64 {
        self.high
    }

    /// As the pack says it.
    fn of_pack(ends: &RangeInclusive<Decimal>) -> Self {
        Self::over([*ends.start(), *ends.end()].map(|end| euros(Money::from_euros(end))))
    }
}

/// An axis that stands still. Invariant: it holds 0 and has a length.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Steady {
    /// In euros.
    low: f64,
    /// In euros.
    high: f64,
}

impl Steady {
    /// As the pack opens it: between two amounts in euros.
    pub fn opening(ends: &RangeInclusive<Decimal>) -> Self {
        Self::between(Reach::of_pack(ends))
    }

    /// For a chart of which the pack says nothing: round steps that hold what it needs.
    pub fn over(needed: Reach) -> Self {
        let Self { low, high } = Self::between(needed);
        let step = round_step((high - low) / STEPS);
        Self { low: (low / step).floor() * step, high: (high / step).ceil() * step }
    }

    fn between(ends: Reach) -> Self {
        let high = if ends.low < ends.high { ends.high } else { LEAST };
        Self { low: ends.low, high }
    }

    /// The lowest amount, in euros.
    pub fn low(&self) -> f64 {
        self.low
    }

    /// The highest amount, in euros.
    pub fn high(&self) -> f64 {
        self.high
    }

    /// Whether it holds all that is needed.
    pub fn holds(&self, needed: Reach) -> bool {
        self.low <= needed.low && needed.high <= self.high
    }

    /// The axis once nothing moves any more: an end that needs it goes to the next round step, not past the limit of the pack
    /// unless what is needed lies past it. No end comes nearer.
    pub fn grown(self, needed: Reach, limits: Option<&RangeInclusive<Decimal>>) -> Self {
        let wide = Self { low: self.low.min(needed.low), high: self.high.max(needed.high) };
        let step = round_step((wide.high - wide.low) / STEPS);
        let limits = limits.map(Reach::of_pack);
        let held = |end: f64, needed: f64, limit: Option<f64>| match limit {
            Some(limit) if needed.abs() <= limit.abs() && limit.abs() < end.abs() => limit,
            _ => end,
        };
        let (low, high) = ((needed.low / step).floor() * step, (needed.high / step).ceil() * step);
        Self {
            low: if needed.low < self.low { held(low, needed.low, limits.map(|ends| ends.low)) } else { self.low },
            high: if needed.high > self.high {
                held(high, needed.high, limits.map(|ends| ends.high))
            } else {
                self.high
            },
        }
    }

    /// How far from the left an amount stands, in percent; what lies past an end stands at it.
    pub fn x(&self, amount: f64) -> f64 {
        // Not `clamp`: what it would say of its own misuse is heavier than all that is drawn with this.
        round((amount.max(self.low).min(self.high) - self.low) / (self.high - self.low) * 100.0)
    }

    /// How far from the top an amount stands, in percent; what lies past an end stands at it.
    pub fn y(&self, amount: f64) -> f64 {
        round(100.0 - self.x(amount))
    }

    /// Past which end an amount lies; none where the axis holds it.
    pub fn beyond(&self, amount: f64) -> Option<Beyond> {
        match amount {
            amount if amount < self.low => Some(Beyond::Low),
            amount if amount > self.high => Some(Beyond::High),
            _ => None,
        }
    }
}
