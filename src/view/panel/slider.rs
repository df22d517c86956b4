//! A policy lever: slider, exact field, what its position means, and the way back.

use gloo::timers::callback::Timeout;
use rust_decimal::Decimal;
use yew::prelude::*;

use super::field::{Field, text_of};
use crate::model::bounds::Bounds;
use crate::model::catalogue::{End, Lever};
use crate::model::id::{LeverId, Setting};
use crate::scenario::amount::parse_plain;
use crate::scenario::edit::Edit;
use crate::view::desk::{Desk, use_desk};
use crate::view::session::Action;
use crate::view::{format, words};

#[derive(Properties, PartialEq)]
pub struct SliderProps {
    pub lever: LeverId,
    pub value: Decimal,
    /// Where the starting point has it.
    pub start: Decimal,
}

/// One lever.
#[component]
pub fn Slider(props: &SliderProps) -> Html {
    let desk = use_desk();
    let catalogue = desk.catalogue.clone();
    let lever = catalogue.lever(props.lever);
    let setting = Setting::Lever(props.lever);
    let oninput = use_callback((desk.clone(), props.lever), |event: InputEvent, (desk, lever)| {
        slide(desk, *lever, &text_of(&event));
    });
    let (onchange, onkeydown) = use_settling(&desk);
    let reset =
        use_callback((desk.clone(), setting), |_: MouseEvent, (desk, setting)| desk.edit(Edit::Reset(vec![*setting])));
    let moved = props.value != props.start;
    // More saving is always to the right.
    let dir = (lever.more_saving == End::Lower).then_some("rtl");
    let position = words::position(lever, props.value);
    let help_id = format!("hulp-{}", lever.key).replace('.', "-");
    html! {
        <div class={classes!("lever", moved.then_some("lever--moved"))}>
            <div class="lever__head">
                <span class="lever__label">{ &lever.label }</span>
                <span class="lever__position">{ position.to_string() }</span>
            </div>
            <div class="lever__controls">
                <div class="lever__slide" {dir}>
                    <input
                        type="range"
                        class="lever__range"
                        data-lever={lever.key.clone()}
                        data-control="range"
                        aria-label={lever.label.clone()}
                        aria-describedby={help_id.clone()}
                        aria-valuetext={format!("{}, {position}", format::value(props.value, lever.unit))}
                        min={lever.bounds.min.normalize().to_string()}
                        max={lever.bounds.max.normalize().to_string()}
                        {dir}
                        step={lever.bounds.step.normalize().to_string()}
                        value={props.value.normalize().to_string()}
                        {oninput}
                        {onchange}
                        {onkeydown}
                    />
                    { ticks(lever, &desk) }
                </div>
                <Field {setting} value={Some(props.value)} label={format!("{}, precies", lever.label)} />
                <button
                    type="button"
                    class="utrecht-button utrecht-button--subtle lever__reset"
                    onclick={reset}
                    disabled={!moved}
                    aria-label={format!("Zet {} terug op {}", lever.label, format::value(props.start, lever.unit))}
                    title={format!("Terug naar {}", format::value(props.start, lever.unit))}
                >
                    { "↺" }
                </button>
            </div>
            <p class="lever__help" id={help_id}>{ &lever.help }</p>
        </div>
    }
}

/// How long after the last key a change by keyboard settles, in milliseconds: several presses are one step.
const AFTER_KEY_MS: u32 = 700;

/// What tells that a slider was let go: at once for a pointer, after a rest for keys.
#[hook]
fn use_settling(desk: &Desk) -> (Callback<Event>, Callback<KeyboardEvent>) {
    let by_key = use_mut_ref(|| false);
    let timer = use_mut_ref(|| None::<Timeout>);
    let onkeydown = use_callback(by_key.clone(), |_: KeyboardEvent, by_key| *by_key.borrow_mut() = true);
    let onchange = use_callback(desk.clone(), move |_: Event, desk| {
        let act = desk.act.clone();
        let keyed = std::mem::take(&mut *by_key.borrow_mut());
        *timer.borrow_mut() = keyed.then(|| Timeout::new(AFTER_KEY_MS, move || act.emit(Action::Settle)));
        if !keyed {
            desk.act.emit(Action::Settle);
        }
    });
    (onchange, onkeydown)
}

/// A position that the browser made is on a step; one that is not would be refused by the model and is left alone.
fn slide(desk: &Desk, lever: LeverId, text: &str) {
    if let Some(value) = parse_plain(text) {
        desk.act.emit(Action::Move(Setting::Lever(lever), value));
    }
}

/// The marks for now and plan below the track; a click goes there.
fn ticks(lever: &Lever, desk: &Desk) -> Html {
    let mark = |name: &'static str, value: Decimal| {
        let (desk, id) = (desk.clone(), lever.id);
        let onclick = Callback::from(move |_: MouseEvent| desk.edit(Edit::Set(Setting::Lever(id), Some(value))));
        let at = place(value, &lever.bounds);
        html! {
            <button
                type="button"
                class="tick"
                style={format!("--at: {at}")}
                tabindex="-1"
                title={format!("{name}: {}", format::value(value, lever.unit))}
                aria-label={format!("{}: zet op {name}, {}", lever.label, format::value(value, lever.unit))}
                {onclick}
            >
                { name }
            </button>
        }
    };
    let same = lever.neutral == lever.plan;
    // Only what the plan names is the plan's.
    let (plan, both) = if words::is_plan_assumed(lever) { ("aanname", "nu = aanname") } else { ("plan", "nu = plan") };
    html! {
        <div class="ticks">
            { mark(if same { both } else { "nu" }, lever.neutral) }
            if !same { { mark(plan, lever.plan) } }
        </div>
    }
}

/// How far along the track a value stands, from 0 to 1; for pixels only.
fn place(value: Decimal, bounds: &Bounds) -> Decimal {
    ((value - bounds.min) / (bounds.max - bounds.min)).round_dp(5)
}
