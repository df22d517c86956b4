//! What was measured of the social domain: a part of the edition, fetched when somebody opens this room.

mod table;

use std::rc::Rc;

use yew::prelude::*;

use crate::model::monitor::{Monitor as Measured, Subject};
use crate::view::desk::use_desk;
use crate::view::edition::{Unopened, part};
use crate::view::rest;
use crate::view::room::MONITOR;

/// What came of opening it.
type Opened = Result<Rc<Measured>, Unopened>;

/// All that was measured, once it is there, or why it is not.
#[component]
pub fn Monitor() -> Html {
    match &*use_opened() {
        None => html! { <p role="status">{ "De cijfers worden opgehaald…" }</p> },
        Some(Err(why)) => html! { <p class="utrecht-alert utrecht-alert--error" role="alert">{ why.to_string() }</p> },
        Some(Ok(measured)) => html! { <>{ for measured.subjects.iter().map(subject) }</> },
    }
}

/// The part of the edition, pending until it is known what came of it.
#[hook]
fn use_opened() -> UseStateHandle<Option<Opened>> {
    let edition = use_desk().edition;
    let opened = use_state(|| part::known(edition.name(), MONITOR).map(Ok));
    rest::use_pending(opened.is_none());
    use_effect_with((), {
        let opened = opened.clone();
        move |()| {
            if opened.is_none() {
                rest::spawn(async move { opened.set(Some(part::open(edition.name(), MONITOR).await)) });
            }
        }
    });
    opened
}

fn subject(subject: &Subject) -> Html {
    let chart = |chart| html! { <figure>{ table::draw(chart) }</figure> };
    html! {
        <section key={subject.id.clone()}>
            <h3 class="utrecht-heading-3">{ &subject.title }</h3>
            { for subject.charts.iter().map(chart) }
        </section>
    }
}
