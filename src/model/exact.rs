//! What the calculation does with decimals: 28 digits, far more than the bounds of the catalogue let any amount use.
//!
//! Each is total: none of them fails or panics for inputs within those bounds.

use rust_decimal::Decimal;

/// The sum. Adding 0 is skipped: most of what a measure could save or cost is 0, and a decimal addition takes 20 ns.
pub fn sum(a: Decimal, b: Decimal) -> Decimal {
    match (a.is_zero(), b.is_zero()) {
        (true, _) => b,
        (_, true) => a,
        _ => a + b,
    }
}

/// The quotient, 0 where the divisor is 0.
pub fn quotient(a: Decimal, b: Decimal) -> Decimal {
    if b.is_zero() { Decimal::ZERO } else { a / b }
}
