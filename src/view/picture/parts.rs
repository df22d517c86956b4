//! What both charts are made of: their width, their grid and years, and the ways to choose a year.

use gloo::events::EventListener;
use rust_decimal::Decimal;
use yew::prelude::*;

use crate::analysis::outlook::Outlook;
use crate::chart::scale::Axis;
use crate::chart::{Frame, px};
use crate::model::projection::Projection;
use crate::model::year::{PerYear, Year};
use crate::view::panel::field::text_of;
use crate::view::same::Same;
use crate::view::still::still;
use crate::view::{format, rest};

#[derive(Properties, PartialEq)]
pub struct PictureProps {
    /// The results in the outlook that is shown.
    pub projection: Same<Projection>,
    /// That outlook.
    pub outlook: Outlook,
    /// The year whose values stand beside the chart.
    pub year: Year,
    /// Chooses another year.
    pub choose: Callback<Year>,
    /// Shows the year under the pointer for as long as it is there.
    pub point: Callback<Option<Year>>,
}

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

/// Chooses the year under the pointer, and by keyboard with the native slider of the chart.
#[derive(Properties, PartialEq)]
pub struct YearSliderProps {
    pub label: AttrValue,
    pub year: Year,
    pub projection: Same<Projection>,
    pub values: Values,
    pub choose: Callback<Year>,
}

/// How a screen reader says the values of a year; each chart has its own.
#[derive(Clone, Copy)]
pub struct Values(pub fn(&Projection, Year) -> String);

impl PartialEq for Values {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::fn_addr_eq(self.0, other.0)
    }
}

#[component]
pub fn YearSlider(props: &YearSliderProps) -> Html {
    let horizon = props.projection.horizon();
    let oninput = use_callback(props.choose.clone(), move |event: InputEvent, choose| {
        let chosen = text_of(&event);
        if let Some(year) = chosen.parse().ok().and_then(|number| horizon.year(number)) {
            choose.emit(year);
        }
    });
    html! {
        <input
            type="range"
            class="chart__year"
            min={horizon.first().number().to_string()}
            max={horizon.last().number().to_string()}
            step="1"
            value={props.year.number().to_string()}
            aria-label={props.label.clone()}
            aria-valuetext={(props.values.0)(&props.projection, props.year)}
            {oninput}
        />
    }
}

/// The part of each column that reacts to the pointer: shows its year, and keeps it on a click.
#[derive(PartialEq)]
pub struct Columns {
    pub frame: Frame,
    /// The middle of the column of each year.
    pub middles: PerYear<f64>,
    pub width: f64,
    pub choose: Callback<Year>,
    pub point: Callback<Option<Year>>,
}

pub fn columns(of: Columns) -> Html {
    still("columns", of, |_, Columns { frame, middles, width, choose, point }| {
        let column = |year: Year| {
            let (point, choose) = (point.clone(), choose.clone());
            html! {
                <rect
                    key={year.number()}
                    class="chart__column"
                    x={px(middles[year] - width / 2.0)}
                    y={px(frame.top)}
                    width={px(*width)}
                    height={px(frame.floor() - frame.top)}
                    onpointerenter={move |_: PointerEvent| point.emit(Some(year))}
                    onpointerdown={move |_: PointerEvent| choose.emit(year)}
                />
            }
        };
        let point = point.clone();
        html! { <g onpointerleave={move |_: PointerEvent| point.emit(None)}>{ for middles.horizon().years().map(column) }</g> }
    })
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
