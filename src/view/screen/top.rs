//! The top of the screen: what it is about, the scenario, the way back, and what can be done with a scenario.

use std::slice;

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::marks::about;
use super::scope::scope_choice;
use super::seen::Seen;
use super::ui::SheetKind;
use crate::scenario::{is_choice, is_view};
use crate::view::desk::Desk;
use crate::view::doors::Doors;
use crate::view::nodes::nodes;
use crate::view::room::Room;
use crate::view::scene::Scene;
use crate::view::session::{Action, Origin, Session};
use crate::view::still::still;

/// The header.
pub fn top(Seen { scene, settled, link, desk, .. }: &Seen) -> Html {
    let Scene { session, .. } = scene;
    // Not `disabled`: that would throw the focus away when the last step is undone.
    let moving = matches!(session.origin, Origin::Moving(_));
    let can = (moving || session.history.can_undo(), !moving && session.history.can_redo());
    html! {
        <header class="top">
            { still("about", settled.clone(), |_, session: &Session| nodes(about(&session.catalogue, session.scenario.plan()))) }
            { scope_choice(scene, "scope--top") }
            { still("scenario", settled.clone(), draw_scenario) }
            { still("undo", can, draw_undo) }
            { still("doors", link.clone(), draw_doors) }
            <button type="button" class="top__icon" aria-label="Menu" title="Menu" aria-haspopup="dialog" onclick={desk.opens(SheetKind::Menu)}>
                { icon("0 0 18 18", 18, "M2 5h14M2 9h14M2 13h14") }
            </button>
        </header>
    }
}

/// The ways to what can be done with the scenario.
fn draw_doors(_: &Desk, link: &Callback<(), AttrValue>) -> Html {
    html! {
        <nav class="top__doors" aria-label="Met dit scenario">
            <Doors link={link.clone()} rooms={slice::from_ref(&Room::Goal)} />
            <Doors link={link.clone()} rooms={Room::IN_HEADER.as_slice()} />
        </nav>
    }
}

fn icon(view: &'static str, width: u32, path: &'static str) -> Html {
    html! { <svg class="icon" width={width.to_string()} viewBox={view} aria-hidden="true"><path d={path} /></svg> }
}

/// The mark of what opens below.
pub fn down() -> Html {
    icon("0 0 10 6", 10, "M1 1l4 4 4-4")
}

/// What the scenario is called and how far it is from where it began; opens the choice of another.
fn draw_scenario(desk: &Desk, session: &Session) -> Html {
    let (scenario, catalogue) = (&session.scenario, &session.catalogue);
    let changes = scenario.changes(catalogue);
    let (choices, others): (Vec<_>, Vec<_>) = changes.into_iter().partition(|setting| is_choice(*setting, catalogue));
    let others = others.into_iter().filter(|setting| !is_view(*setting, catalogue)).count();
    let count = choices.len() + others;
    let what = match (choices.len(), others) {
        (1, 0) => "keuze anders",
        (_, 0) => "keuzes anders",
        (0, 1) => "aanname anders",
        (0, _) => "aannames anders",
        _ => "dingen anders",
    };
    html! {
        <button type="button" class="scenario" aria-haspopup="dialog" data-door={Room::Scenario.id()} onclick={desk.enters(Room::Scenario)}>
            <bdi class="scenario__name">{ scenario.short_name(catalogue) }</bdi>
            if count > 0 {
                <span class="scenario__changes"><span class="scenario__count">{ count }</span><span class="scenario__what">{ format!(" {what}") }</span></span>
            }
            { down() }
        </button>
    }
}

/// The way back and forth.
fn draw_undo(desk: &Desk, (can_undo, can_redo): &(bool, bool)) -> Html {
    let back = desk.act.reform(|_: MouseEvent| Action::Back);
    let forth = desk.act.reform(|_: MouseEvent| Action::Forth);
    html! {
        <span class="undo">
            <button type="button" class="top__icon" aria-label="Maak ongedaan" title="Maak ongedaan (Ctrl+Z)" aria-disabled={(!can_undo).to_string()} onclick={back}>
                { icon("0 0 18 18", 18, "M4 7h7a4 4 0 0 1 0 8H8M4 7l3.5-3.5M4 7l3.5 3.5") }
            </button>
            <button type="button" class="top__icon" aria-label="Doe opnieuw" title="Doe opnieuw (Ctrl+Shift+Z)" aria-disabled={(!can_redo).to_string()} onclick={forth}>
                { icon("0 0 18 18", 18, "M14 7H7a4 4 0 0 0 0 8h3M14 7l-3.5-3.5M14 7l-3.5 3.5") }
            </button>
        </span>
    }
}

/// Ctrl+Z and Ctrl+Shift+Z anywhere but in a field, where the browser undoes the typing.
#[hook]
pub fn use_keys(act: Callback<Action>) {
    use_effect_with((), move |()| {
        let preventable = EventListenerOptions::enable_prevent_default();
        let listener =
            EventListener::new_with_options(&gloo::utils::document(), "keydown", preventable, move |event| {
                let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
                let is_undo = (key.ctrl_key() || key.meta_key()) && key.key().eq_ignore_ascii_case("z");
                if !is_undo || is_typing(key) || is_dialog_open() {
                    return;
                }
                // The browser would undo the last typing as well, wherever the focus is.
                key.prevent_default();
                act.emit(if key.shift_key() { Action::Forth } else { Action::Back });
            });
        move || drop(listener)
    });
}

/// Whether a box takes all there is to do: one that lies beside the levers does not.
fn is_dialog_open() -> bool {
    gloo::utils::document().query_selector("dialog:modal").is_ok_and(|dialog| dialog.is_some())
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| {
        // A field that holds what is set has no typing to undo.
        if element.has_attribute("data-control") && !element.has_attribute("data-draft") {
            return false;
        }
        let is_text = element.tag_name() == "TEXTAREA" || element.get_attribute("type").as_deref() == Some("text");
        is_text || (element.tag_name() == "INPUT" && !element.has_attribute("type"))
    })
}
