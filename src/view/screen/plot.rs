//! Draws a chart of years: places in percent of the plot, text in pixels, so that nothing is laid out again when its room
//! changes and no text is ever scaled.

use yew::prelude::*;

use super::whisker::ends;
use crate::analysis::range::Band;
use crate::chart::steady::Steady;
use crate::chart::yearly::{Bar, Column, Number, Shown, Whisker, Yearly, lay_out};
use crate::chart::{part, percent, px};
use crate::model::money::Money;
use crate::model::year::Year;
use crate::view::desk::Desk;
use crate::view::format;
use crate::view::still::still;

/// What a line of text takes, in percent of a plot that is as low as it gets.
const LINE: f64 = 12.0;

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
    let laid = lay_out(&of.shown, &of.axis);
    let (shown, last) = (&of.shown, of.shown.amounts.last_year());
    let of_year = |(year, column): (Year, &Column)| {
        let amount = shown.amounts[year];
        still(year.number(), OfYear { year, is_last: year == last, column: *column, amount }, draw_year)
    };
    html! {
        <svg class="plot" aria-hidden="true">
            { for laid.columns.iter().map(of_year) }
            { without(&laid, of, last) }
            { name_of_reference(&laid, of) }
            <line class="plot__zero" x1="0" x2="100%" y1={percent(laid.zero)} y2={percent(laid.zero)} />
            { laid.whisker.as_ref().zip(of.shown.band).map(|(whisker, band)| range(whisker, &band, &of.axis)) }
        </svg>
    }
}

/// A bar, moved to its place: the browser lays nothing out for that.
fn rect(class: &'static str, bar: &Bar) -> Html {
    let style = format!("transform:translateY({}%) scaleY({})", px(bar.y), part(bar.height / 100.0));
    html! { <rect {class} x={percent(bar.x)} width={percent(bar.width)} height="100%" {style} /> }
}

/// A slice, whose stripes a moved bar would squeeze.
fn slice(bar: &Bar) -> Html {
    html! { <rect class="plot__slice" x={percent(bar.x)} width={percent(bar.width)} y={percent(bar.y)} height={percent(bar.height)} /> }
}

/// To what height something is moved.
fn at(y: f64) -> String {
    format!("transform:translateY({}%)", px(y))
}

/// What stands of a year.
#[derive(PartialEq)]
struct OfYear {
    year: Year,
    is_last: bool,
    column: Column,
    amount: Money,
}

/// The bar of the reference behind, the bar with its edge, the slice of the lever in use, and the number.
fn draw_year(_: &Desk, of: &OfYear) -> Html {
    let OfYear { year, is_last, ref column, amount } = *of;
    let Bar { x, width, end, beyond, .. } = column.bar;
    let class = classes!(
        "plot__year",
        is_last.then_some("plot__year--last"),
        (amount < Money::zero()).then_some("plot__year--below"),
        beyond.is_some().then_some("plot__year--beyond"),
    );
    let number = |number: Number| {
        let (class, y, dy) = match number {
            Number::Inside(y) => ("plot__number plot__number--inside", y, "1.25em"),
            Number::Above(y) => ("plot__number", y, "-.45em"),
        };
        html! { <text {class} x={percent(column.middle)} {dy} style={at(y)}>{ format::tenths(amount) }</text> }
    };
    html! {
        <g {class} data-year={year.number().to_string()}>
            { column.ghost.as_ref().map(|ghost| rect("plot__ghost", ghost)) }
            { rect("plot__bar", &column.bar) }
            { column.slice.as_ref().map(slice) }
            if column.number.is_some() { <rect class="plot__cap" x={percent(x)} width={percent(width)} y="-1.5" height="3" style={at(end)} /> }
            { column.number.map(number) }
        </g>
    }
}

/// The steps without measures, with their name at the line and the number at their end.
fn without(laid: &Yearly, of: &Plot, last: Year) -> Html {
    let Some(amount) = of.shown.without.as_ref().map(|years| years[last]) else { return html! {} };
    let line = |pair: &[(f64, f64)]| match pair {
        [(x1, y1), (x2, y2)] => {
            html! { <line x1={percent(*x1)} x2={percent(*x2)} y1={percent(*y1)} y2={percent(*y2)} /> }
        }
        _ => html! {},
    };
    let end = laid.without.last().map(|(x, y)| {
        let column = &laid.columns[last];
        // Where the number of the year stands in its place, that one says more.
        let is_taken = matches!(column.number, Some(Number::Above(at)) if (at - *y).abs() < LINE);
        html! {
            <>
                <text class="plot__label plot__label--end" x={percent(column.bar.x - 4.0)} y={percent(*y)} dy=".35em">{ "zonder maatregelen" }</text>
                if !is_taken { <text class="plot__label plot__label--number" x={percent((column.bar.x + x) / 2.0)} y={percent(*y)} dy="-.5em">{ format::tenths(amount) }</text> }
            </>
        }
    });
    html! { <g class="plot__without">{ for laid.without.windows(2).map(line) }{ end }</g> }
}

/// What the bars behind are, said once, at the first that is high enough to point at.
fn name_of_reference(laid: &Yearly, of: &Plot) -> Html {
    const HIGH: f64 = 4.0;
    let ghosts = laid.columns.iter().filter_map(|(_, column)| column.ghost.as_ref());
    let Some(ghost) = ghosts.into_iter().find(|ghost| ghost.height >= HIGH) else { return html! {} };
    let (x, y) = (ghost.x, ghost.y);
    let up = (y - 14.0).max(8.0);
    html! {
        <g class="plot__reference">
            <line x1="0" x2={percent(x)} y1={percent(up)} y2={percent(up)} />
            <line x1={percent(x)} x2={percent(x)} y1={percent(up)} y2={percent(y)} />
            <text class="plot__label" x="0" y={percent(up)} dy="-.3em">{ of.reference.clone() }</text>
        </g>
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
