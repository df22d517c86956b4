//! What was measured of the social domain: a part of the edition, fetched when somebody opens this room.

mod chart;
mod found;
mod numbers;
mod table;

use std::rc::Rc;

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use self::found::{Wanted, find};
use crate::model::monitor::{Chart, Monitor as Measured, PART, Subject};
use crate::view::desk::use_desk;
use crate::view::edition::{Unopened, part};
use crate::view::rest;
use crate::view::same::Same;

/// What came of opening it.
type Opened = Result<Rc<Measured>, Unopened>;

/// All that was measured, once it is there, or why it is not.
#[component]
pub fn Monitor() -> Html {
    match &*use_opened() {
        None => html! { <p role="status">{ "De cijfers worden opgehaald…" }</p> },
        Some(Err(why)) => html! { <p class="utrecht-alert utrecht-alert--error" role="alert">{ why.to_string() }</p> },
        Some(Ok(measured)) => html! { <Subjects measured={Same::from(measured.clone())} /> },
    }
}

/// The part of the edition, pending until it is known what came of it.
#[hook]
fn use_opened() -> UseStateHandle<Option<Opened>> {
    let edition = use_desk().edition;
    let opened = use_state(|| part::known(edition.name(), PART).map(Ok));
    rest::use_pending(opened.is_none());
    use_effect_with((), {
        let opened = opened.clone();
        move |()| {
            if opened.is_none() {
                rest::spawn(async move { opened.set(Some(part::open(edition.name(), PART).await)) });
            }
        }
    });
    opened
}

#[derive(Properties, PartialEq)]
struct SubjectsProps {
    measured: Same<Measured>,
}

/// The charts of a subject, or those in which something is found.
#[component]
fn Subjects(props: &SubjectsProps) -> Html {
    let measured = &props.measured;
    let wanted =
        use_state_eq(|| Wanted::Subject(measured.subjects.first().map(|first| first.id.clone()).unwrap_or_default()));
    let found = find(measured, &wanted);
    let charts: usize = found.iter().map(|(_, charts)| charts.len()).sum();
    html! {
        <div class="monitor">
            <p class="utrecht-paragraph">
                { "Cijfers zoals ze in de bronnen staan, met wat u erbij moet weten. Ze staan los van het scenario: niets hier rekent mee. \
                   Iedere grafiek begint bij 0 en heeft haar eigen hoogte: vergelijk de getallen, niet de hoogte van twee grafieken." }
            </p>
            { finder(measured, &wanted) }
            <p role="status" class="years__note">{ match charts {
                0 => "Niets gevonden. Zoek op een ander woord.".to_string(),
                1 => "1 grafiek".to_string(),
                many => format!("{many} grafieken"),
            } }</p>
            { chart::stripes() }
            { for found.into_iter().map(|(subject, charts)| section(subject, &charts)) }
        </div>
    }
}

/// The ways to choose what is shown: a subject, or a word.
fn finder(measured: &Measured, wanted: &UseStateHandle<Wanted>) -> Html {
    let choose = {
        let wanted = wanted.clone();
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            wanted.set(if chosen.is_empty() { Wanted::All } else { Wanted::Subject(chosen) });
        })
    };
    let search = {
        let wanted = wanted.clone();
        Callback::from(move |event: InputEvent| {
            wanted.set(Wanted::Words(event.target_unchecked_into::<HtmlInputElement>().value()))
        })
    };
    let typed = if let Wanted::Words(words) = &**wanted { words.clone() } else { String::new() };
    let option = |value: &str, label: &str, is_chosen: bool| {
        html! { <option key={value.to_string()} value={value.to_string()} selected={is_chosen}>{ label.to_string() }</option> }
    };
    let of_subject =
        |subject: &Subject| option(&subject.id, &subject.title, **wanted == Wanted::Subject(subject.id.clone()));
    html! {
        <div class="monitor__find">
            <div>
                <label for="monitor-onderwerp">{ "Onderwerp" }</label>
                // Another where somebody types: a choice that was made by hand does not give way to a new one.
                <select key={matches!(**wanted, Wanted::Words(_)).to_string()} id="monitor-onderwerp" class="utrecht-select utrecht-select--html-select" onchange={choose}>
                    { for measured.subjects.iter().map(of_subject) }
                    { option("", "Alle onderwerpen", !matches!(**wanted, Wanted::Subject(_))) }
                </select>
            </div>
            <div>
                <label for="monitor-zoek">{ "Zoek op woord" }</label>
                <input id="monitor-zoek" type="search" class="utrecht-textbox utrecht-textbox--html-input" value={typed} oninput={search} />
            </div>
        </div>
    }
}

fn section(subject: &Subject, charts: &[&Chart]) -> Html {
    let heading = format!("monitor-over-{}", subject.id);
    html! {
        <section key={subject.id.clone()} class="monitor__subject" aria-labelledby={heading.clone()}>
            <h3 class="utrecht-heading-3" id={heading}>{ &subject.title }</h3>
            <div class="monitor__charts">{ for charts.iter().map(|chart| chart::draw(chart)) }</div>
        </section>
    }
}
