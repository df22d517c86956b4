//! The form: what is to be reached, in which year, and what stays as it is.

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::amount::{self, NoAmount};
use super::locks::{self, Locks};
use super::state::{Act, Wish};
use crate::analysis::goal::Aim;
use crate::model::id::MeasureId;
use crate::model::year::{Horizon, Year};
use crate::view::desk::use_desk;
use crate::view::panel::field::text_of;
use crate::view::still::still;

/// What a target can be about, with its name in the list and in the page.
const AIMS: [(Aim, &str, &str); 2] =
    [(Aim::Deficit, "tekort", "Tekort hoogstens"), (Aim::NetSaving, "besparing", "Netto besparing minstens")];

const AMOUNT: &str = "doel-bedrag";
const HINT: &str = "doel-bedrag-uitleg";
const ERROR: &str = "doel-bedrag-fout";

#[derive(Properties, PartialEq)]
pub struct WishProps {
    pub wish: Rc<Wish>,
    /// Why it could not be asked.
    pub error: Option<NoAmount>,
    /// The measures that cannot take part.
    pub unknown: Vec<MeasureId>,
    pub act: Callback<Act>,
}

/// The form: the amount is what there is to type, so the focus begins there.
#[component]
pub fn WishForm(props: &WishProps) -> Html {
    let horizon = use_desk().catalogue.horizon();
    let onsubmit = use_callback(props.act.clone(), |event: SubmitEvent, act| {
        event.prevent_default();
        act.emit(Act::Ask);
    });
    html! {
        <form class="goal__form" novalidate=true {onsubmit}>
            { aim(props.wish.aim, &props.act) }
            { year(props.wish.year, horizon, &props.act) }
            <Amount text={props.wish.text.clone()} error={props.error.clone()} act={props.act.clone()} />
            { still("locks", Locks { locked: props.wish.locked.clone(), unknown: props.unknown.clone(), act: props.act.clone() }, locks::draw) }
        </form>
    }
}

fn chosen(event: &Event) -> String {
    event.target_unchecked_into::<HtmlSelectElement>().value()
}

fn aim(now: Aim, act: &Callback<Act>) -> Html {
    let act = act.clone();
    let onchange = Callback::from(move |event: Event| {
        let value = chosen(&event);
        if let Some((aim, ..)) = AIMS.into_iter().find(|(_, id, _)| *id == value) {
            act.emit(Act::Aim(aim));
        }
    });
    html! {
        <label class="goal__choice utrecht-form-label">
            <span class="goal__label">{ "Doel" }</span>
            <select class="utrecht-select utrecht-select--html-select" data-goal="aim" {onchange}>
                { for AIMS.into_iter().map(|(aim, id, name)| html! { <option key={id} value={id} selected={aim == now}>{ name }</option> }) }
            </select>
        </label>
    }
}

/// The base year is past: no measure works in it.
fn year(now: Year, horizon: Horizon, act: &Callback<Act>) -> Html {
    let act = act.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(year) = chosen(&event).parse().ok().and_then(|number| horizon.year(number)) {
            act.emit(Act::Year(year));
        }
    });
    let option = |year: Year| {
        let number = year.number().to_string();
        html! { <option key={number.clone()} value={number.clone()} selected={year == now}>{ number }</option> }
    };
    html! {
        <label class="goal__choice utrecht-form-label">
            <span class="goal__label">{ "In het jaar" }</span>
            <select class="utrecht-select utrecht-select--html-select" data-goal="year" {onchange}>
                { for horizon.years().skip(1).map(option) }
            </select>
        </label>
    }
}

#[derive(Properties, PartialEq)]
struct AmountProps {
    text: AttrValue,
    error: Option<NoAmount>,
    act: Callback<Act>,
}

/// The amount and the button, with what was understood or what is wrong.
#[component]
fn Amount(props: &AmountProps) -> Html {
    let oninput =
        use_callback(props.act.clone(), |event: InputEvent, act: &Callback<Act>| act.emit(Act::Text(text_of(&event))));
    let (invalid, catalogue) = (props.error.is_some(), use_desk().catalogue);
    html! {
        <div class={classes!("goal__choice", "goal__amount", invalid.then_some("field--invalid"))}>
            <label class="utrecht-form-label goal__label" for={AMOUNT}>{ "Bedrag" }</label>
            <div class="goal__ask">
                <input
                    id={AMOUNT}
                    type="text"
                    inputmode="text"
                    autocomplete="off"
                    autofocus=true
                    class="utrecht-textbox utrecht-textbox--html-input field__input"
                    data-goal="amount"
                    placeholder="30 mln"
                    aria-invalid={invalid.then_some("true")}
                    aria-describedby={if invalid { format!("{ERROR} {HINT}") } else { HINT.to_string() }}
                    value={props.text.clone()}
                    {oninput}
                />
                <button type="submit" class="utrecht-button utrecht-button--primary-action">{ "Zoek" }</button>
            </div>
            <p class="goal__note" id={HINT}>{ amount::hint(&props.text) }</p>
            if let Some(error) = &props.error {
                <p class="field__error" id={ERROR} role="alert">{ error.in_words(&catalogue) }</p>
            }
        </div>
    }
}
