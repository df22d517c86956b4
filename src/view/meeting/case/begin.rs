//! With which case to begin.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::act::Act;
use super::part::PartProps;
use crate::model::case::WorkedCase;
use crate::model::source::Passage;
use crate::view::desk::use_desk;
use crate::view::meeting::calculators::stands;
use crate::view::panel::use_session;
use crate::view::session::Action;

/// A list of the worked cases, with a way back from what was done.
#[component]
pub fn Begin(props: &PartProps) -> Html {
    let (desk, session) = (use_desk(), use_session());
    let part = &props.part;
    let list = &part.tables.list;
    let onchange = part
        .act
        .reform(|event: Event| Act::Begin(event.target_unchecked_into::<HtmlSelectElement>().value().parse().ok()));
    let option = |(at, worked): (usize, &WorkedCase)| {
        let selected = part.case.from == Some(at);
        html! { <option key={at} value={at.to_string()} {selected}>{ format!("{}. {}", at + 1, worked.label) }</option> }
    };
    let changed = part.case.items != list.begin(part.case.from).items;
    let again = part.act.reform({
        let from = part.case.from;
        move |_: MouseEvent| Act::Begin(from)
    });
    let undo = desk.act.reform(|_: MouseEvent| Action::Back);
    html! {
        <>
            <div class="case__begin">
                <label class="entry__label" for="casus-begin">{ "Begin met" }</label>
                <button type="button" class="utrecht-button utrecht-button--subtle" disabled={session.history.previous().is_none()} onclick={undo}>{ "Maak ongedaan" }</button>
                <select id="casus-begin" class="utrecht-select utrecht-select--html-select" data-entry="begin" {onchange}>
                    <option value="" selected={part.case.from.is_none()}>{ "Een lege casus" }</option>
                    { for list.cases.iter().enumerate().map(option) }
                </select>
                if changed {
                    <button type="button" class="utrecht-button utrecht-button--secondary-action" onclick={again}>
                        { if part.case.from.is_some() { "Zet de posten terug" } else { "Maak leeg" } }
                    </button>
                }
            </div>
            if let Some(worked) = list.origin(&part.case) {
                <p class="case__story">{ format!("{}{}", worked.story, if changed { " U heeft posten veranderd." } else { "" }) }</p>
                <details class="case__fold">
                    <summary>{ "Waar komt deze casus vandaan?" }</summary>
                    <p>{ &list.about }</p>
                    <p>{ &list.reading }</p>
                    <p>{ format!("{} Het totaal: “{}”.", stands(&at_story(worked)), worked.passage.locator) }</p>
                </details>
            }
        </>
    }
}

/// Where the story of a case stands.
fn at_story(worked: &WorkedCase) -> Passage {
    Passage { locator: worked.story_locator.clone(), ..worked.passage.clone() }
}
