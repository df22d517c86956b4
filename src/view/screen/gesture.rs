//! How a slider is moved: at once by mouse and keys; by touch only once the finger goes sideways, so that who scrolls over it
//! changes nothing.

use std::cell::Cell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use rust_decimal::Decimal;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::ui::UiAction;
use crate::model::id::{LeverId, Setting};
use crate::scenario::amount::parse_plain;
use crate::view::desk::Desk;
use crate::view::session::Action;

/// How long after the last key or press a change settles, in milliseconds: several presses are one step.
const AFTER_KEY_MS: u32 = 700;

/// How far a finger goes sideways before the slider follows it, in pixels.
const SIDEWAYS: i32 = 8;

/// What a finger on a slider does.
#[derive(Clone, Copy, Default, PartialEq)]
enum Touch {
    /// There is none, or the slider follows it.
    #[default]
    Follows,
    /// It came down here, and may yet be about to scroll.
    Waits(i32),
    /// The browser scrolls: what the slider did is taken back.
    Scrolls,
}

/// What a slider listens to.
pub struct Gestures {
    /// It was moved by the browser.
    pub oninput: Callback<InputEvent>,
    /// It was let go.
    pub onchange: Callback<Event>,
    /// A key went down on it.
    pub onkeydown: Callback<KeyboardEvent>,
    /// Something points at it.
    pub onpointerdown: Callback<PointerEvent>,
    /// That moves.
    pub onpointermove: Callback<PointerEvent>,
    /// The browser took it over, to scroll.
    pub onpointercancel: Callback<PointerEvent>,
}

/// The gestures of the slider of a lever that stands at a value.
#[hook]
pub fn use_gestures(desk: &Desk, lever: LeverId, value: Decimal) -> Gestures {
    let touch: Rc<Cell<Touch>> = (*use_memo((), |()| Rc::new(Cell::new(Touch::default())))).clone();
    let by_key: Rc<Cell<bool>> = (*use_memo((), |()| Rc::new(Cell::new(false)))).clone();
    let settle = use_settling(desk);
    let oninput = {
        let (desk, touch) = (desk.clone(), touch.clone());
        Callback::from(move |event: InputEvent| {
            let slider: HtmlInputElement = event.target_unchecked_into();
            if touch.get() == Touch::Follows {
                slide(&desk, lever, &slider.value());
            } else {
                slider.set_value(&value.normalize().to_string());
            }
        })
    };
    let onchange = {
        let (desk, touch, by_key) = (desk.clone(), touch.clone(), by_key.clone());
        Callback::from(move |_: Event| {
            touch.set(Touch::Follows);
            if by_key.take() { settle.emit(()) } else { desk.act.emit(Action::Settle) }
        })
    };
    let onpointerdown = {
        let touch = touch.clone();
        Callback::from(move |event: PointerEvent| {
            let is_touch = event.pointer_type() == "touch";
            touch.set(if is_touch { Touch::Waits(event.client_x()) } else { Touch::Follows });
        })
    };
    let onpointermove = {
        let touch = touch.clone();
        Callback::from(move |event: PointerEvent| {
            let is_sideways = |from: i32| (event.client_x() - from).abs() >= SIDEWAYS;
            if matches!(touch.get(), Touch::Waits(from) if is_sideways(from)) {
                touch.set(Touch::Follows);
            }
        })
    };
    let onpointercancel = {
        let (desk, touch) = (desk.clone(), touch.clone());
        Callback::from(move |_: PointerEvent| {
            touch.set(Touch::Scrolls);
            desk.act.emit(Action::Cancel);
        })
    };
    let onkeydown = Callback::from(move |_: KeyboardEvent| {
        touch.set(Touch::Follows);
        by_key.set(true);
    });
    Gestures { oninput, onchange, onkeydown, onpointerdown, onpointermove, onpointercancel }
}

/// Settles a while after the last time it is called.
#[hook]
pub fn use_settling(desk: &Desk) -> Callback<()> {
    let timer = use_mut_ref(|| None::<Timeout>);
    let act = desk.act.clone();
    use_callback((), move |(), ()| {
        let act = act.clone();
        *timer.borrow_mut() = Some(Timeout::new(AFTER_KEY_MS, move || act.emit(Action::Settle)));
    })
}

/// A position that the browser made is on a step; one that is not would be refused by the model and is left alone.
fn slide(desk: &Desk, lever: LeverId, text: &str) {
    if let Some(value) = parse_plain(text) {
        // Where a finger moves it, it does not take the focus.
        desk.ui.emit(UiAction::Use(lever));
        desk.act.emit(Action::Move(Setting::Lever(lever), value));
    }
}
