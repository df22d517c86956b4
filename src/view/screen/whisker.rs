//! A range as a line along an axis, with the amount itself as a dot on it and its ends as numbers.

use yew::prelude::*;

use crate::analysis::range::{Band, rounded};
use crate::chart::steady::Steady;
use crate::chart::{euros, percent};
use crate::model::money::Money;
use crate::view::{format, words};

/// A range with the amount it is beside.
pub struct Whisker {
    /// The range.
    pub band: Band,
    /// The exact amount.
    pub amount: Money,
    /// Where amounts stand.
    pub axis: Steady,
}

/// The ends of a range in millions: with a decimal where the axis shows it.
pub fn ends(band: &Band, axis: &Steady) -> [String; 2] {
    [band.low, band.high].map(|end| format::coarse(rounded(end), axis.high()))
}

/// The line with its numbers; where there is no room for it, the numbers alone.
pub fn whisker(Whisker { band, amount, axis }: Whisker) -> Html {
    let place = |amount: f64| percent(axis.x(amount));
    let [low, high] = ends(&band, &axis);
    let low_is_other = low != high;
    let (from, to, at) = (place(band.low), place(band.high), place(euros(amount)));
    html! {
        <span class="whisker" role="img" aria-label={format!("meestal {}", words::ends(&band))}>
            <span class="whisker__text">{ if low == high { low.clone() } else { format!("{low} – {high}") } }</span>
            <svg class="whisker__line" aria-hidden="true">
                <line class="whisker__axis" x1="0" x2="100%" y1="50%" y2="50%" />
                <line class="whisker__range" x1={from.clone()} x2={to.clone()} y1="50%" y2="50%" />
                <circle cy="50%" r="5" style={format!("transform:translateX({at})")} />
                <text x={from} dx="-6" y="50%" dy=".35em" text-anchor="end">{ low }</text>
                if low_is_other { <text x={to} dx="6" y="50%" dy=".35em">{ high }</text> }
            </svg>
        </span>
    }
}
