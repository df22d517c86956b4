//! Amounts as a municipal budget writes them: in thousands, and with what they mean instead of a sign.

use rust_decimal::Decimal;

use crate::model::digits::number;
use crate::model::money::Money;
use crate::scenario::shown::SPACE;

/// What stands with every table of such amounts.
pub const NOTE: &str = "Bedragen × € 1.000, in lopende prijzen. V is voordelig voor de gemeente, N is nadelig. Afgerond: tellen niet \
                        altijd precies op.";

/// Whether more of an amount is good for the municipality.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Favourable {
    /// Of a saving.
    More,
    /// Of a cost or a deficit.
    Less,
}

/// A unit of amounts: how many euros it is, and how many decimals are worth reading.
pub type Unit = (u32, usize);

/// Whole thousands.
pub const THOUSAND: Unit = (1_000, 0);

/// Millions with one decimal.
pub const MILLION: Unit = (1_000_000, 1);

/// An amount in a unit, without a sign: `4.512 V` is in favour of the municipality, `604 N` is not; nothing is `0`.
pub fn told(amount: Money, more_is: Favourable, (unit, places): Unit) -> String {
    let size = if amount < Money::zero() { Money::zero() - amount } else { amount };
    let written = number(size.euros() / Decimal::from(unit), places);
    let is_good = (amount > Money::zero()) == (more_is == Favourable::More);
    if written.bytes().all(|sign| matches!(sign, b'0' | b',')) {
        return written;
    }
    format!("{written}{SPACE}{}", if is_good { 'V' } else { 'N' })
}
