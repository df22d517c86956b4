//! From amounts to pixels.

use super::Frame;

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
        (6.0 - self.step.log10().floor()).max(0.0) as usize
    }

    /// The amounts of the ticks, from low to high.
    pub fn ticks(&self) -> Vec<f64> {
        let count = ((self.to - self.from) / self.step).round() as usize;
        (0..=count).map(|at| self.from + self.step * at as f64).collect()
    }
}

/// The nearest 1, 2 or 5 times a power of ten that is not smaller.
fn round_step(rough: f64) -> f64 {
    let power = 10f64.powf(rough.log10().floor());
    [1.0, 2.0, 5.0, 10.0].into_iter().map(|times| times * power).find(|step| *step >= rough).unwrap_or(10.0 * power)
}
