//! The last change in words, and the way back: undo, redo, and all steps of the session.

use gloo::events::EventListener;
use wasm_bindgen::JsCast;
use web_sys::{HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::{use_fold, use_session};
use crate::model::project::project;
use crate::model::projection::Figure;
use crate::model::year::Year;
use crate::view::copy::CopyButton;
use crate::view::desk::{Desk, use_desk};
use crate::view::session::{Action, Session};
use crate::view::{format, story, words};

/// What changed last and why, with the way back.
#[component]
pub fn Latest() -> Html {
    let (session, desk) = (use_session(), use_desk());
    use_keys(&session, &desk);
    let at = session.history.at();
    let go = |to: usize| {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.act.emit(Action::Go(to)))
    };
    html! {
        <section class="latest" aria-label="Laatste verandering">
            <div class="latest__buttons">
                <button type="button" class="utrecht-button utrecht-button--secondary-action" title="Ctrl+Z" disabled={!session.history.can_undo()} onclick={go(at.saturating_sub(1))}>{ "Terug" }</button>
                <button type="button" class="utrecht-button utrecht-button--secondary-action" title="Ctrl+Shift+Z" disabled={!session.history.can_redo()} onclick={go(at + 1)}>{ "Opnieuw" }</button>
            </div>
            <p class="latest__words">{ in_words(&session) }</p>
            <Steps />
        </section>
    }
}

fn in_words(session: &Session) -> Html {
    let Some(before) = session.before() else {
        return html! { "Verschuif een knop: hier staat dan wat er verandert en waardoor." };
    };
    let what = story::what(&session.catalogue, before, &session.scenario);
    let why = story::why(&session.catalogue, before.plan(), session.scenario.plan());
    html! { <><strong>{ format!("{what}. ") }</strong>{ why }</> }
}

/// Ctrl+Z and Ctrl+Shift+Z anywhere but in a field, where the browser undoes the typing.
#[hook]
fn use_keys(session: &Session, desk: &Desk) {
    let act = desk.act.clone();
    use_effect_with(session.history.at(), move |at| {
        let at = *at;
        let listener = EventListener::new(&gloo::utils::document(), "keydown", move |event| {
            let Some(key) = event.dyn_ref::<KeyboardEvent>() else { return };
            if !(key.ctrl_key() || key.meta_key()) || !key.key().eq_ignore_ascii_case("z") || is_typing(key) {
                return;
            }
            let to = if key.shift_key() { Some(at + 1) } else { at.checked_sub(1) };
            if let Some(to) = to {
                act.emit(Action::Go(to));
            }
        });
        move || drop(listener)
    });
}

fn is_typing(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| {
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
            <CopyButton label="Kopieer als verslag" done="Verslag gekopieerd." {text} about={session.link.clone()} class="utrecht-button--secondary-action" />
        </>
    }
}

/// Each step with the deficit it leads to, the first one being where the session began.
fn sentences(session: &Session) -> Vec<String> {
    let steps: Vec<_> = session.history.steps().collect();
    let outcome = |scenario: &crate::scenario::Scenario| {
        let projection = project(&session.catalogue, scenario.plan());
        let (name, size) = words::deficit(projection[Year::LAST].total(Figure::Deficit));
        format!("{} {}: {}", name.to_lowercase(), Year::LAST.number(), format::millions(size))
    };
    let first = steps.first().map(|scenario| format!("Begin ({})", outcome(scenario)));
    let later = steps.windows(2).filter_map(|pair| match pair {
        [before, after] => Some(format!("{} ({})", story::what(&session.catalogue, before, after), outcome(after))),
        _ => None,
    });
    first.into_iter().chain(later).collect()
}
