//! Draws a chart of years, the parts of a year only where they change; with the range, which comes later.

use yew::prelude::*;

use super::marks::{OfYear, reference, without, zero};
use super::whisker::ends;
use crate::analysis::range::Band;
use crate::chart::percent;
use crate::chart::steady::Steady;
use crate::chart::yearly::{Shown, Whisker, lay_out};
use crate::model::year::Year;
use crate::view::nodes::nodes;
use crate::view::still::still;

/// What a chart is of.
#[derive(Clone, PartialEq)]
pub struct Plot {
    /// The amounts.
    pub shown: Shown,
    /// Where they stand.
    pub axis: Steady,
    /// What the bars behind are called: the reference.
    pub reference: AttrValue,
}

/// The stripes of a slice, as they stand beside its number in the row of the lever.
pub fn swatch() -> Html {
    html! { <svg class="swatch-slice" aria-hidden="true"><rect width="12" height="12" fill="url(#strepen-licht)" /></svg> }
}

/// The pattern of slices, once for all charts.
pub fn patterns() -> Html {
    html! {
        <svg width="0" height="0" class="patterns" aria-hidden="true"><defs>
            <pattern id="strepen-licht" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="5" height="5" class="slice__ground" /><rect width="2" height="5" class="slice__stripe" />
            </pattern>
        </defs></svg>
    }
}

/// The picture.
pub fn plot(of: &Plot) -> Html {
    let (laid, shown) = (lay_out(&of.shown, &of.axis), &of.shown);
    let of_year = |(year, part)| still::<OfYear>(Year::number(year), part, |_, part| nodes(part.mark()));
    html! {
        <svg class="plot" aria-hidden="true">
            { for OfYear::all(&laid, &shown.amounts).map(of_year) }
            { without(&laid, shown.without.as_ref()).map(nodes) }
            { reference(&laid, &of.reference).map(nodes) }
            { nodes(zero(&laid)) }
            { laid.whisker.as_ref().zip(shown.band).map(|(whisker, band)| range(whisker, &band, &of.axis)) }
        </svg>
    }
}

/// The range of the last year beside its bar, with its ends.
fn range(whisker: &Whisker, band: &Band, axis: &Steady) -> Html {
    let [low, high] = ends(band, axis);
    let end = |y: f64, text: String| {
        html! {
            <>
                <line x1="0" x2="8" y1={percent(y)} y2={percent(y)} />
                <text class="plot__label" x="12" y={percent(y)} dy=".35em">{ text }</text>
            </>
        }
    };
    html! {
        <svg class="plot__range" x="100%" y="0" width="44" height="100%" overflow="visible">
            <line x1="4" x2="4" y1={percent(whisker.high)} y2={percent(whisker.low)} />
            if low != high { { end(whisker.high, high) } }
            { end(whisker.low, low) }
        </svg>
    }
}
