//! What asks the calculation many times: the range, what matters most, how to reach a target, looking back; and the outlooks
//! that a range is of.
//!
//! Invariant: every amount that stands on the page to the euro comes from the exact calculation; floats serve only the
//! statistics of the range.

pub mod against;
pub mod change;
pub mod draws;
pub mod goal;
pub mod lanes;
pub mod lookback;
pub mod outlook;
pub mod range;
pub mod sensitivity;
pub mod spread;
pub mod whole;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

/// The nearest float; a decimal that has none does not exist, so the default is never taken.
fn float(value: Decimal) -> f64 {
    value.to_f64().unwrap_or_default()
}
