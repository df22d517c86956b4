//! Adding scenarios: ready-made ones, kept ones, and links that somebody pasted.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use web_sys::{ClipboardEvent, File, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use super::choice::{Act, Choice};
use crate::model::catalogue::{Catalogue, Preset};
use crate::scenario::link::ready_made;
use crate::scenario::paste::{Pasted, as_text, find, named};
use crate::view::desk::use_desk;
use crate::view::meeting::store;
use crate::view::meeting::upload::{FileField, scenarios_in};
use crate::view::rest;

const FIELD: &str = "vergelijk-links";
const HINT: &str = "vergelijk-links-uitleg";
const FILE: &str = "vergelijk-bestand";

#[derive(Properties, PartialEq)]
pub struct AddProps {
    pub choice: UseReducerHandle<Choice>,
}

/// What can be added, with what came of it.
#[component]
pub fn Add(props: &AddProps) -> Html {
    let (choice, catalogue) = (&props.choice, use_desk().catalogue);
    let typed = {
        let act = choice.dispatcher();
        Callback::from(move |event: InputEvent| {
            act.dispatch(Act::Type(event.target_unchecked_into::<HtmlTextAreaElement>().value()));
        })
    };
    let add = {
        let act = choice.dispatcher();
        Callback::from(move |_: MouseEvent| act.dispatch(Act::AddTyped))
    };
    html! {
        <div class="versus__add">
            <Known choice={choice.clone()} />
            <div class="versus__paste">
                <label class="utrecht-form-label" for={FIELD}>{ "Voeg links toe" }</label>
                <p class="lever__help" id={HINT}>{ "Plak een mail of lijst met links, meer tegelijk mag. Wat op de regel vóór een link staat, wordt de naam." }</p>
                <div class="versus__pick">
                    <textarea
                        id={FIELD}
                        class="utrecht-textbox versus__field"
                        rows="3"
                        spellcheck="false"
                        placeholder="Fractie A: https://…#v=2&…"
                        aria-describedby={HINT}
                        value={choice.text.clone()}
                        oninput={typed}
                        onpaste={pasted(choice, &catalogue)}
                    />
                    <button type="button" class="utrecht-button utrecht-button--secondary-action" onclick={add}>{ "Voeg deze links toe" }</button>
                </div>
            </div>
            <FileField id={FILE} label="Of haal scenario’s uit een bestand" accept=".json,application/json" taken={of_file(choice)} />
            <p role="status" class="versus__told">{ &choice.told }</p>
        </div>
    }
}

/// Adds the scenarios of a file.
fn of_file(choice: &UseReducerHandle<Choice>) -> Callback<File> {
    let act = choice.dispatcher();
    Callback::from(move |file: File| {
        let act = act.clone();
        rest::spawn(async move { act.dispatch(Act::AddFile(scenarios_in(&file).await)) });
    })
}

/// Takes what is pasted as it looks: of a link that stands under words the bare text has no address. Where it has all of them, the
/// browser pastes it.
fn pasted(choice: &UseReducerHandle<Choice>, catalogue: &Rc<Catalogue>) -> Callback<Event> {
    let (act, catalogue) = (choice.dispatcher(), catalogue.clone());
    Callback::from(move |event: Event| {
        let Some(data) = event.dyn_ref::<ClipboardEvent>().and_then(ClipboardEvent::clipboard_data) else { return };
        let text = |kind| data.get_data(kind).unwrap_or_default();
        let shown = as_text(&text("text/html"));
        if find(&shown, &catalogue).len() <= find(&text("text/plain"), &catalogue).len() {
            return;
        }
        event.prevent_default();
        let field: HtmlTextAreaElement = event.target_unchecked_into();
        // Cannot be refused: what is selected lies within the field.
        let _ = field.set_range_text(shown.trim());
        act.dispatch(Act::Type(field.value()));
    })
}

/// The scenarios that are at hand.
#[component]
fn Known(props: &AddProps) -> Html {
    let (choice, edition) = (&props.choice, use_desk().edition);
    let catalogue = &edition.catalogue;
    let kept = use_memo((), |()| store::saved());
    let list = use_node_ref();
    let presets =
        catalogue.scenarios().iter().map(|preset| Pasted { name: None, link: ready_made(&preset.id, catalogue) });
    let of_store = kept.iter().map(|(name, link)| Pasted { name: named(name), link: link.clone() });
    let all: Vec<Pasted> = presets.chain(of_store).collect();
    let add = {
        let (act, list) = (choice.dispatcher(), list.clone());
        Callback::from(move |_: MouseEvent| {
            let chosen = list.cast::<HtmlSelectElement>().map(|list| list.value()).unwrap_or_default();
            match chosen.parse::<usize>().ok().and_then(|at| all.get(at)) {
                Some(known) => act.dispatch(Act::Add(known.clone())),
                None => act.dispatch(Act::AddPage),
            }
        })
    };
    let has_page = choice.has_page();
    // The first that can be added stands ready.
    let option = |at: usize, label: &str| {
        html! { <option key={at} value={at.to_string()} selected={has_page && at == 0}>{ label.to_string() }</option> }
    };
    let count = catalogue.scenarios().len();
    let (policy, assumed): (Vec<_>, Vec<_>) =
        catalogue.scenarios().iter().enumerate().partition(|(at, _)| catalogue.policy_of(*at).is_none());
    let ready_made = |(at, preset): (usize, &Preset)| option(at, &preset.label);
    html! {
        <div class="versus__known">
            <label class="utrecht-form-label" for="vergelijk-kant-en-klaar">{ "Voeg een scenario toe" }</label>
            <div class="versus__pick">
            <select ref={list} id="vergelijk-kant-en-klaar" class="utrecht-select utrecht-select--html-select">
                <option value="pagina" selected={!has_page} disabled={has_page}>{ "Het scenario op de pagina" }</option>
                if !kept.is_empty() {
                    <optgroup label="Bewaard in deze browser">{ for kept.iter().enumerate().map(|(at, (name, _))| option(count + at, name)) }</optgroup>
                }
                <optgroup label="Kant-en-klaar">{ for policy.into_iter().map(ready_made) }</optgroup>
                if !assumed.is_empty() {
                    <optgroup label="Hetzelfde beleid, een andere realisatie">{ for assumed.into_iter().map(ready_made) }</optgroup>
                }
            </select>
            <button type="button" class="utrecht-button utrecht-button--secondary-action" onclick={add}>{ "Voeg toe" }</button>
            </div>
        </div>
    }
}
