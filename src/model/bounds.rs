//! What values a setting may take: one table for sliders, fields, links and error messages.

use std::fmt;

use rust_decimal::{Decimal, RoundingStrategy};
use serde::{Deserialize, Serialize};

use super::digits::dutch;

/// The unit of a figure or setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Unit {
    /// Euros.
    Euro,
    /// Euros per year, at the price level of the base year.
    EuroPerYear,
    /// Euros per hour.
    EuroPerHour,
    /// A fraction of one.
    Fraction,
    /// Percent.
    Percent,
    /// Percent per year.
    PercentPerYear,
    /// Percent of what the plan proposes.
    PercentOfPlan,
    /// A number of people or things.
    Count,
    /// Full-time positions.
    Fte,
    /// Hours.
    Hours,
    /// Youths, as a stock.
    Youths,
    /// Households per year.
    HouseholdsPerYear,
    /// A calendar year.
    Year,
    /// A number of years.
    Years,
    /// On (1) or off (0).
    Switch,
}

impl Unit {
    const NAMES: [(&'static str, Self); 15] = [
        ("EUR", Self::Euro),
        ("EUR/year", Self::EuroPerYear),
        ("EUR/hour", Self::EuroPerHour),
        ("fraction", Self::Fraction),
        ("percent", Self::Percent),
        ("percent/year", Self::PercentPerYear),
        ("percent of plan", Self::PercentOfPlan),
        ("count", Self::Count),
        ("fte", Self::Fte),
        ("hours", Self::Hours),
        ("youths", Self::Youths),
        ("households/year", Self::HouseholdsPerYear),
        ("year", Self::Year),
        ("years", Self::Years),
        ("switch", Self::Switch),
    ];

    /// The unit with this name in the seeds.
    pub fn parse(name: &str) -> Option<Self> {
        Self::NAMES.iter().find(|(text, _)| *text == name).map(|(_, unit)| *unit)
    }

    /// All names in the seeds.
    pub fn names() -> [&'static str; Self::NAMES.len()] {
        Self::NAMES.map(|(name, _)| name)
    }

    /// Its name in the seeds and for other programs.
    pub fn name(self) -> &'static str {
        Self::NAMES.iter().find(|(_, unit)| *unit == self).map_or("", |(name, _)| *name)
    }
}

/// The values a setting may take: from `min` through `max`, in steps counted from `min`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Bounds {
    /// The lowest value.
    pub min: Decimal,
    /// The highest value.
    pub max: Decimal,
    /// The distance between two values; above 0.
    pub step: Decimal,
}

/// Why a value is not allowed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum OutOfBounds {
    /// Below the lowest or above the highest value.
    Beyond(Bounds),
    /// Between two steps, with the nearest two.
    OffStep(Decimal, Decimal),
}

impl Bounds {
    /// Whether the value is allowed.
    ///
    /// # Errors
    /// Says which bounds it crosses, or between which two values it lies.
    pub fn check(&self, value: Decimal) -> Result<Decimal, OutOfBounds> {
        if value < self.min || value > self.max {
            return Err(OutOfBounds::Beyond(*self));
        }
        let past = (value - self.min) % self.step;
        if past.is_zero() {
            return Ok(value.normalize());
        }
        let below = value - past;
        Err(OutOfBounds::OffStep(below.normalize(), (below + self.step).min(self.max).normalize()))
    }
}

impl Bounds {
    /// The nearest value that is allowed, half away from zero.
    pub fn nearest(&self, value: Decimal) -> Decimal {
        let steps = (value - self.min) / self.step;
        let steps = steps.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero);
        (self.min + self.step * steps).clamp(self.min, self.max).normalize()
    }
}

impl fmt::Display for OutOfBounds {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Beyond(bounds) => {
                write!(f, "kies een waarde van {} tot en met {}", dutch(bounds.min), dutch(bounds.max))
            }
            Self::OffStep(below, above) => {
                write!(
                    f,
                    "dat past niet in de stappen; de dichtstbijzijnde zijn {} en {}",
                    dutch(*below),
                    dutch(*above)
                )
            }
        }
    }
}
