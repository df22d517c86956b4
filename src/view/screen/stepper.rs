//! A value with a step less and a step more beside it: for fingers, and for who wants exactly one.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::{Interval, Timeout};
use rust_decimal::Decimal;
use yew::prelude::*;

use super::gesture::use_settling;
use crate::model::id::{LeverId, Setting};
use crate::view::desk::use_desk;
use crate::view::panel::field::Field;
use crate::view::session::Action;

/// How long a button is held before it goes on by itself, and how long each step then takes, in milliseconds.
const HELD_MS: u32 = 400;
const STEP_MS: u32 = 80;

#[derive(Properties, PartialEq)]
pub struct StepperProps {
    pub lever: LeverId,
    pub value: Decimal,
    /// What it is of, for who does not see the row.
    pub name: AttrValue,
}

/// A button for less, the exact value, and a button for more.
#[component]
pub fn Stepper(props: &StepperProps) -> Html {
    let desk = use_desk();
    let (lever, value) = (desk.catalogue.lever(props.lever), props.value);
    let setting = Setting::Lever(props.lever);
    let holds = |to: Decimal| (lever.bounds.min..=lever.bounds.max).contains(&to);
    let button = |sign: &'static str, control: &'static str, word: &str, by: Decimal| {
        let (holds, label) = (holds(value + by), format!("{}: {word}", props.name));
        html! { <StepButton lever={props.lever} {value} {by} {holds} {sign} {control} {label} /> }
    };
    html! {
        <div class="stepper">
            { button("−", "less", "minder", -lever.bounds.step) }
            <Field {setting} value={Some(value)} label={format!("{}, precies", props.name)} in_row={true} />
            { button("+", "more", "meer", lever.bounds.step) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct StepButtonProps {
    lever: LeverId,
    value: Decimal,
    /// How far a step goes.
    by: Decimal,
    /// Whether there is room for a step.
    holds: bool,
    sign: &'static str,
    control: &'static str,
    label: String,
}

/// A button that is held.
#[derive(Default)]
struct Held {
    /// Until it goes on by itself.
    _wait: Option<Timeout>,
    /// While it does.
    _steps: Option<Interval>,
    /// Whether it did: the click that ends it is no step of its own.
    went_on: bool,
}

/// One of both buttons: a step for a press, and steps for as long as it is held.
#[component]
fn StepButton(props: &StepButtonProps) -> Html {
    let desk = use_desk();
    let settle = use_settling(&desk);
    let held = use_mut_ref(Held::default);
    let now: Rc<Cell<(Decimal, bool)>> = (*use_memo((), |()| Rc::new(Cell::new((Decimal::ZERO, false))))).clone();
    now.set((props.value, props.holds));
    let step = {
        let (act, now) = (desk.act.clone(), now.clone());
        let (lever, by) = (props.lever, props.by);
        Callback::from(move |()| {
            if let (value, true) = now.get() {
                act.emit(Action::Move(Setting::Lever(lever), value + by));
                settle.emit(());
            }
        })
    };
    let onpointerdown = {
        let held = held.clone();
        let step = step.clone();
        Callback::from(move |_: PointerEvent| hold(&held, step.clone()))
    };
    let release = {
        let held = held.clone();
        Callback::from(move |_: PointerEvent| {
            let went_on = held.borrow().went_on;
            *held.borrow_mut() = Held { went_on, ..Held::default() };
        })
    };
    let onclick = Callback::from(move |_: MouseEvent| {
        if !std::mem::take(&mut *held.borrow_mut()).went_on {
            step.emit(());
        }
    });
    html! {
        <button
            type="button"
            class="stepper__button"
            data-lever={desk.catalogue.lever(props.lever).key.clone()}
            data-control={props.control}
            aria-label={props.label.clone()}
            aria-disabled={(!props.holds).to_string()}
            {onclick}
            {onpointerdown}
            onpointerup={release.clone()}
            onpointerleave={release.clone()}
            onpointercancel={release}
        >
            { props.sign }
        </button>
    }
}

/// Goes on by itself once a button is held long enough.
fn hold(held: &Rc<RefCell<Held>>, step: Callback<()>) {
    let later = held.clone();
    let wait = Timeout::new(HELD_MS, move || {
        let mut held = later.borrow_mut();
        held.went_on = true;
        held._steps = Some(Interval::new(STEP_MS, move || step.emit(())));
    });
    *held.borrow_mut() = Held { _wait: Some(wait), ..Held::default() };
}
