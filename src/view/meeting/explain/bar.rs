//! How far a number may lie from what it is: a line with its ends, the number itself, and zero.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::model::money::Money;

/// A number between its ends.
#[derive(Clone, Copy)]
pub struct Between {
    /// The least it may be.
    pub low: Money,
    /// What it is.
    pub value: Money,
    /// The most it may be.
    pub high: Money,
    /// How an amount is written.
    pub written: fn(Money) -> String,
}

/// Left and right of the line there is room for the numbers below its ends, in percent of the width.
const MARGIN: i64 = 10;

/// How far apart the middles of two numbers must be to be read, in percent of the width.
const ROOM: i64 = 15;

impl Between {
    /// Where an amount stands, in percent of the width; zero is always on the line.
    fn at(&self, amount: Money) -> Decimal {
        let all = [self.low, self.value, self.high].map(Money::euros);
        let least = all.into_iter().fold(Decimal::ZERO, Decimal::min);
        let most = all.into_iter().fold(Decimal::ZERO, Decimal::max);
        let part = (amount.euros() - least).checked_div(most - least).unwrap_or_default();
        (Decimal::from(MARGIN) + Decimal::from(100 - 2 * MARGIN) * part).round_dp(2)
    }

    /// The amounts below the line, each where there is room: the ends before zero.
    fn named(&self) -> Vec<(Decimal, String)> {
        let mut named: Vec<(Decimal, String)> = Vec::new();
        for amount in [self.low, self.high, Money::zero()] {
            let at = self.at(amount);
            if named.iter().all(|(other, _)| (*other - at).abs() >= ROOM.into()) {
                let text = if amount == Money::zero() { "0".to_string() } else { (self.written)(amount) };
                named.push((at, text));
            }
        }
        named
    }
}

/// The line; a sentence beside it says the same.
pub fn bar(between: Between) -> Html {
    let x = |amount| format!("{}%", between.at(amount));
    let end = |amount| html! { <line class="why__end" x1={x(amount)} x2={x(amount)} y1="1.6em" y2="2.8em" /> };
    let name = |(at, text): (Decimal, String)| html! { <text class="why__number" x={format!("{at}%")} y="4.1em">{ text }</text> };
    html! {
        <svg class="why__bar" aria-hidden="true">
            <line class="why__axis" x1="0" x2="100%" y1="2.2em" y2="2.2em" />
            <line class="why__zero" x1={x(Money::zero())} x2={x(Money::zero())} y1="1.3em" y2="3.1em" />
            <line class="why__reach" x1={x(between.low)} x2={x(between.high)} y1="2.2em" y2="2.2em" />
            { end(between.low) }{ end(between.high) }
            <circle cx={x(between.value)} cy="2.2em" r="0.5em" />
            <text class="why__number why__number--own" x={x(between.value)} y="0.9em">{ (between.written)(between.value) }</text>
            { for between.named().into_iter().map(name) }
        </svg>
    }
}
