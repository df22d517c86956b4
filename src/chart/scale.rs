//! From amounts to pixels.

use std::iter::successors;

use super::Frame;

/// As many digits as an amount may have.
const DIGITS: usize = 29;

/// A vertical axis with round steps.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Axis {
    /// The amount at the lowest edge.
    pub from: f64,
    /// The amount at the highest edge.
    pub to: f64,
    /// The distance between two ticks.
    pub step: f64,
    top: f64,
    floor: f64,
}

impl Axis {
    /// An axis that holds all amounts, ending on round steps, with about `ticks` of them.
    pub fn over(amounts: impl Iterator<Item = f64>, ticks: f64, frame: &Frame) -> Self {
        let (low, high) = amounts.fold((f64::MAX, f64::MIN), |(low, high), amount| (low.min(amount), high.max(amount)));
        // Without any amount, an axis of a million says that there is nothing.
        let (low, high) = if low < high { (low, high) } else { (0.0, 1e6) };
        let step = round_step((high - low) / ticks);
        Self {
            from: (low / step).floor() * step,
            to: (high / step).ceil() * step,
            step,
            top: frame.top,
            floor: frame.floor(),
        }
    }

    /// The height of an amount.
    pub fn y(&self, amount: f64) -> f64 {
        super::round(self.floor - (amount - self.from) / (self.to - self.from) * (self.floor - self.top))
    }

    /// How many decimals the ticks need when they are written in millions.
    pub fn decimals_in_millions(&self) -> usize {
        [1e6, 1e5, 1e4, 1e3, 1e2, 1e1].into_iter().take_while(|unit| self.step < *unit).count()
    }

    /// The amounts of the ticks, from low to high.
    pub fn ticks(&self) -> Vec<f64> {
        let count = ((self.to - self.from) / self.step).round() as usize;
        (0..=count).map(|at| self.from + self.step * at as f64).collect()
    }
}

/// The nearest 1, 2 or 5 times a power of ten that is not smaller, and not below a euro.
pub(super) fn round_step(rough: f64) -> f64 {
    let powers = successors(Some(1.0), |power| Some(power * 10.0)).take(DIGITS);
    let mut steps = powers.flat_map(|power| [power, 2.0 * power, 5.0 * power]);
    steps.find(|step| *step >= rough).unwrap_or(rough)
}
