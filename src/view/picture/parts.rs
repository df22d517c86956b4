//! What both charts are made of: their width, their grid and years, and the ways to choose a year.

use gloo::events::EventListener;
use rust_decimal::Decimal;
use yew::prelude::*;

use crate::chart::scale::Axis;
use crate::chart::{Frame, px};
use crate::model::year::{PerYear, Year};
use crate::view::still::still;
use crate::view::{format, rest};

/// The width of an element, also after the window changed.
#[hook]
pub fn use_width(node: &NodeRef) -> f64 {
    const BEFORE_LAYOUT: f64 = 560.0;
    let width = use_state_eq(|| BEFORE_LAYOUT);
    let measure = {
        let (node, width) = (node.clone(), width.clone());
        move || {
            if let Some(element) = node.cast::<web_sys::Element>() {
                width.set(f64::from(element.client_width()).max(240.0));
            }
        }
    };
    use_effect_with((), move |()| {
        measure();
        // A dialog that opens with this in it is shown only after this.
        let shown = rest::later(0, measure.clone());
        let listener = EventListener::new(&gloo::utils::window(), "resize", move |_| measure());
        move || drop((shown, listener))
    });
    *width
}

/// The amount of a tick, in millions.
pub fn in_millions(amount: f64, decimals: usize) -> String {
    // Ticks are round amounts of at most hundreds of millions: a decimal holds them.
    format::number(Decimal::from_f64_retain(amount / 1e6).unwrap_or_default(), decimals)
}

/// The lines and amounts at the left.
pub fn grid(axis: Axis, frame: Frame) -> Html {
    still("grid", (axis, frame), |_, (axis, frame)| {
        let decimals = axis.decimals_in_millions();
        let tick = |(at, amount): (usize, f64)| {
            let y = axis.y(amount);
            html! {
                <g key={at}>
                    <line class="chart__grid" x1={px(frame.left)} x2={px(frame.width - frame.right)} y1={px(y)} y2={px(y)} />
                    <text class="chart__tick" x={px(frame.left - 6.0)} y={px(y + 4.0)} text-anchor="end">
                        { in_millions(amount, decimals) }
                    </text>
                </g>
            }
        };
        html! { <g>{ for axis.ticks().into_iter().enumerate().map(tick) }</g> }
    })
}

/// The years below, each at the middle of its column.
pub fn years(frame: Frame, middles: PerYear<f64>, chosen: Year) -> Html {
    still("years", (frame, middles, chosen), |_, (frame, middles, chosen)| {
        let narrow = frame.width < 420.0;
        let one = |year: Year| {
            let text = if narrow { format!("’{:02}", year.number() % 100) } else { year.number().to_string() };
            html! {
                <text
                    key={year.number()}
                    class={classes!("chart__tick", (year == *chosen).then_some("chart__tick--chosen"))}
                    x={px(middles[year])}
                    y={px(frame.floor() + 18.0)}
                    text-anchor="middle"
                >{ text }</text>
            }
        };
        html! { <g>{ for middles.horizon().years().map(one) }</g> }
    })
}
