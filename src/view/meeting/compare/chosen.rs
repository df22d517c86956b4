//! The scenarios that stand side by side, each with its name, what its link left open, and the way to the page.

use yew::prelude::*;

use super::candidate::Candidate;
use super::choice::{Act, Choice};
use super::letter::sign;
use crate::scenario::NAME_LENGTH;
use crate::view::meeting::page::show_on_page;
use crate::view::panel::field::text_of;

/// The heading that takes the focus when a scenario is taken away.
pub const HEADING: &str = "kop-vergelijk-gekozen";

#[derive(Properties, PartialEq)]
pub struct ChosenProps {
    pub choice: UseReducerHandle<Choice>,
    /// Shuts the room.
    pub close: Callback<()>,
}

/// A card for each scenario.
#[component]
pub fn Chosen(props: &ChosenProps) -> Html {
    let card = |candidate: &Candidate| card(candidate, &candidate.title(), props);
    html! { <ul class="versus__chosen">{ for props.choice.candidates.iter().map(card) }</ul> }
}

fn card(candidate: &Candidate, name: &str, props: &ChosenProps) -> Html {
    let letter = candidate.letter;
    let id = format!("vergelijk-naam-{}", letter.class());
    let rename = {
        let act = props.choice.dispatcher();
        Callback::from(move |event: InputEvent| act.dispatch(Act::Name(letter, text_of(&event))))
    };
    html! {
        <li key={letter.text()} class="versus__card">
            <div class="versus__head">
                { sign(letter) }
                <label class="visually-hidden" for={id.clone()}>{ format!("Naam van {}", letter.text()) }</label>
                <input
                    {id}
                    type="text"
                    class="utrecht-textbox utrecht-textbox--html-input"
                    autocomplete="off"
                    maxlength={NAME_LENGTH.to_string()}
                    placeholder={name.to_string()}
                    value={candidate.name.clone()}
                    oninput={rename}
                />
            </div>
            if !candidate.edition.is_now() {
                <p class="lever__help">{ format!("Cijfers {}", candidate.edition.name()) }</p>
            }
            { notes(candidate) }
            <div class="versus__buttons">
                if props.choice.is_on_page(candidate) {
                    <span class="versus__here">{ "Nu op de pagina" }</span>
                } else {
                    <button type="button" class="utrecht-button utrecht-button--subtle" aria-label={format!("Open op de pagina: {} {name}", letter.text())} onclick={show(candidate, props)}>{ "Open op de pagina" }</button>
                }
                <button type="button" class="utrecht-button utrecht-button--subtle" aria-label={format!("Verwijder {} {name}", letter.text())} onclick={remove(candidate, props)}>{ "Verwijder" }</button>
            </div>
        </li>
    }
}

/// What the link held that was not taken over.
fn notes(candidate: &Candidate) -> Html {
    if candidate.notes.is_empty() {
        return html! {};
    }
    html! {
        <div class="utrecht-alert utrecht-alert--warning versus__notes">
            <p><strong>{ "Over deze link" }</strong></p>
            <ul>{ for candidate.notes.iter().map(|note| html! { <li>{ note }</li> }) }</ul>
        </div>
    }
}

fn show(candidate: &Candidate, props: &ChosenProps) -> Callback<MouseEvent> {
    let (came, act, close) = (candidate.came.clone(), props.choice.dispatcher(), props.close.clone());
    Callback::from(move |_: MouseEvent| {
        act.dispatch(Act::Show);
        show_on_page(&came);
        close.emit(());
    })
}

fn remove(candidate: &Candidate, props: &ChosenProps) -> Callback<MouseEvent> {
    let (letter, act) = (candidate.letter, props.choice.dispatcher());
    Callback::from(move |_: MouseEvent| {
        // Its own button goes away with it.
        crate::view::focus::focus(&format!("#{HEADING}"));
        act.dispatch(Act::Remove(letter));
    })
}
