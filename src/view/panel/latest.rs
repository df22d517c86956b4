//! The last change in words, and the way back: undo, redo, and all steps of the session.

use gloo::events::{EventListener, EventListenerOptions};
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::{use_fold, use_session};
use crate::analysis::outlook::Outlook;
use crate::model::projection::Total;
use crate::view::copy::CopyButton;
use crate::view::desk::use_desk;
use crate::view::session::{Action, HistoryStep, Origin, Session};
use crate::view::{format, story, words};

/// What changed last and why, with the way back.
#[component]
pub fn Latest() -> Html {
    let (session, desk) = (use_session(), use_desk());
    use_keys(desk.act.clone());
    let back = use_callback(desk.act.clone(), |_: MouseEvent, act| act.emit(Action::Back));
    let forth = use_callback(desk.act.clone(), |_: MouseEvent, act| act.emit(Action::Forth));
    // Not `disabled`: that would throw the focus away when the last step is undone.
    let moving = matches!(session.origin, Origin::Moving(_));
    let (can_undo, can_redo) = (moving || session.history.can_undo(), !moving && session.history.can_redo());
    html! {
        <section class="latest" aria-label="Laatste verandering">
            <div class="latest__buttons">
                <button type="button" class="utrecht-button utrecht-button--secondary-action" title="Ctrl+Z" aria-disabled={(!can_undo).to_string()} onclick={back}>{ "Terug" }</button>
                <button type="button" class="utrecht-button utrecht-button--secondary-action" title="Ctrl+Shift+Z" aria-disabled={(!can_redo).to_string()} onclick={forth}>{ "Opnieuw" }</button>
            </div>
            <p class="latest__words">{ in_words(&session) }</p>
            <Steps />
        </section>
    }
}

fn in_words(session: &Session) -> Html {
    let Some(before) = session.before() else {
        if session.history.can_undo() {
            return html! { <strong>{ format!("{}.", story::other_figures(&session.edition)) }</strong> };
        }
        return html! { "Verschuif een knop: hier staat dan wat er verandert en waardoor." };
    };
    let what = story::what(&session.catalogue, &before.scenario, &session.scenario);
    let why = story::why(session, before);
    html! { <><strong>{ format!("{what}. ") }</strong>{ why }</> }
}

/// Ctrl+Z and Ctrl+Shift+Z anywhere but in a field, where the browser undoes the typing.
#[hook]
fn use_keys(act: Callback<Action>) {
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

fn is_dialog_open() -> bool {
    gloo::utils::document().query_selector("dialog[open]").is_ok_and(|dialog| dialog.is_some())
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

/// All steps of the session, to jump to or to copy as its minutes.
#[component]
fn Steps() -> Html {
    let session = use_session();
    let (open, ontoggle) = use_fold();
    let count = session.history.steps().count();
    html! {
        <details class="latest__steps" {ontoggle}>
            <summary>{ format!("Alle stappen ({})", count - 1) }</summary>
            if open { <StepList /> }
        </details>
    }
}

#[component]
fn StepList() -> Html {
    let (session, desk) = (use_session(), use_desk());
    let at = session.history.at();
    let one = |(place, sentence): (usize, String)| {
        let desk = desk.clone();
        let onclick = Callback::from(move |_: MouseEvent| desk.act.emit(Action::Go(place)));
        let current = (place == at).then_some("step");
        html! {
            <li key={place}>
                <button type="button" class="number number--row" aria-current={current} {onclick}>{ sentence }</button>
            </li>
        }
    };
    let text = use_callback(session.clone(), |(), session| sentences(session).join("\n"));
    html! {
        <>
            <ol class="latest__list" start="0">{ for sentences(&session).into_iter().enumerate().map(one) }</ol>
            <CopyButton label="Kopieer als verslag" done="Verslag gekopieerd." {text} class="utrecht-button--secondary-action" />
        </>
    }
}

/// Each step with the deficit it leads to, the first one being where the session began.
fn sentences(session: &Session) -> Vec<String> {
    let steps: Vec<_> = session.history.steps().collect();
    let outcome = |step: &HistoryStep| {
        let outlook = step.outlook();
        let (projection, catalogue) = (step.of(outlook), &step.edition.catalogue);
        let (name, size) = words::deficit(projection.last().total(Total::Deficit));
        let looking = match outlook {
            Outlook::Plan => String::new(),
            Outlook::Record => format!(", {}", words::in_outlook(outlook, catalogue, step.scenario.plan())),
        };
        let year = projection.last_year().number();
        format!("{} {year}: {}{looking}", name.to_ascii_lowercase(), format::millions(size))
    };
    let first = steps.first().map(|step| format!("Begin ({})", outcome(step)));
    let told = |before: &HistoryStep, after: &HistoryStep| {
        let what = if before.edition == after.edition {
            story::what(&after.edition.catalogue, &before.scenario, &after.scenario)
        } else {
            story::other_figures(&after.edition)
        };
        format!("{what} ({})", outcome(after))
    };
    let later = steps.iter().zip(steps.iter().skip(1)).map(|(before, after)| told(before, after));
    first.into_iter().chain(later).collect()
}
