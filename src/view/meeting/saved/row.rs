//! One kept scenario.

use std::rc::Rc;

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::{Element, HtmlElement};
use yew::prelude::*;

use super::amounts::{of_link, outcome};
use super::fields::{Draft, Field, Fields, take};
use super::report;
use super::state::{Act, Rewriting};
use crate::export::library::Kept;
use crate::view::meeting::moment::moment;
use crate::view::meeting::page::show_on_page;
use crate::view::meeting::reading::InEdition;

#[wasm_bindgen]
extern "C" {
    /// Of `meeting.js`: the page measures its differences from a kept scenario from now on.
    #[wasm_bindgen(js_name = measureFrom)]
    fn measure_from(name: &str, link: &str);
}

/// What the ids of the form in a row begin with: one is open at a time.
const FORM: &str = "wijzig";

#[derive(Properties, PartialEq)]
pub struct KeptRowProps {
    pub kept: Kept,
    /// Set while its name and note are being written.
    pub rewriting: Option<Rewriting>,
    /// The scenario on the page.
    pub page: Rc<InEdition>,
    pub act: Callback<Act>,
    /// Shuts the room.
    pub close: Callback<()>,
}

/// Its name, what it comes to, and what can be done with it.
#[component]
pub fn KeptRow(props: &KeptRowProps) -> Html {
    let kept = &props.kept;
    let outcome = use_memo(kept.link.clone(), |link| outcome(link));
    let of_page = |is: fn(&InEdition, &InEdition) -> bool| {
        outcome.as_ref().as_ref().is_ok_and(|outcome| is(&outcome.of, &props.page))
    };
    let (on_page, in_edition) =
        (of_page(|kept, page| kept == page), of_page(|kept, page| kept.edition == page.edition));
    let row = use_return_of_focus(props.rewriting.is_some());
    html! {
        <li ref={row} class={classes!("kept", on_page.then_some("kept--on-page"))}>
            if let Some(rewriting) = &props.rewriting {
                <Rewrite rewriting={rewriting.clone()} act={props.act.clone()} />
            } else {
                <div class="kept__head">
                    <h4 class="kept__name"><bdi>{ &kept.name }</bdi></h4>
                    if on_page { <span class="utrecht-status-badge badge--choice">{ "nu op de pagina" }</span> }
                </div>
                <p class="lever__help">{ moment(&kept.saved).unwrap_or_else(|| "Datum onbekend".to_string()) }</p>
                if !kept.note.is_empty() { <p class="kept__note"><bdi>{ &kept.note }</bdi></p> }
            }
            { of_link(&outcome) }
            { outcome.as_ref().as_ref().map_or_else(|_| Html::default(), |outcome| doubts(&outcome.notes)) }
            if props.rewriting.is_none() { <Buttons kept={kept.clone()} {in_edition} act={props.act.clone()} close={props.close.clone()} /> }
        </li>
    }
}

/// Where the form of a row gives way to its buttons, the keyboard goes on at the one that opened it.
#[hook]
fn use_return_of_focus(writing: bool) -> NodeRef {
    let (row, wrote) = (use_node_ref(), use_mut_ref(|| false));
    {
        let row = row.clone();
        use_effect_with(writing, move |writing| {
            let back = wrote.replace(*writing) && !writing;
            let button = row.cast::<Element>().and_then(|row| row.query_selector("[data-kept=rewrite]").ok()?);
            if let Some(button) = button.filter(|_| back).and_then(|button| button.dyn_into::<HtmlElement>().ok()) {
                // A button that cannot take the focus changes nothing.
                let _ = button.focus();
            }
        });
    }
    row
}

/// What the link held that was not taken over.
fn doubts(notes: &[String]) -> Html {
    if notes.is_empty() {
        return html! {};
    }
    html! {
        <div class="utrecht-alert utrecht-alert--warning saved__why">
            <p><strong>{ "Over de link van dit scenario" }</strong></p>
            <ul class="kept__doubts">{ for notes.iter().enumerate().map(|(at, note)| html! { <li key={at}>{ note }</li> }) }</ul>
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct ButtonsProps {
    kept: Kept,
    /// Whether it is of the edition on the page: between editions nothing is measured.
    in_edition: bool,
    act: Callback<Act>,
    close: Callback<()>,
}

#[component]
fn Buttons(props: &ButtonsProps) -> Html {
    let name = &props.kept.name;
    let button = |id: &'static str, label: &'static str, act: fn(Kept) -> Act| {
        let (on, kept) = (props.act.clone(), props.kept.clone());
        let onclick = Callback::from(move |_: MouseEvent| on.emit(act(kept.clone())));
        html! {
            <button type="button" class="utrecht-button utrecht-button--subtle" aria-label={format!("{label}: {name}")} data-kept={id} {onclick}>{ label }</button>
        }
    };
    let open = {
        let (link, close) = (props.kept.link.clone(), props.close.clone());
        Callback::from(move |_: MouseEvent| {
            show_on_page(&link);
            close.emit(());
        })
    };
    let measure = {
        let (kept, close) = (props.kept.clone(), props.close.clone());
        Callback::from(move |_: MouseEvent| {
            measure_from(&kept.name, &kept.link);
            close.emit(());
        })
    };
    html! {
        <div class="saved__buttons">
            <button type="button" class="utrecht-button utrecht-button--secondary-action" aria-label={format!("Openen: {name}")} onclick={open}>{ "Openen" }</button>
            if props.in_edition {
                <button type="button" class="utrecht-button utrecht-button--subtle" aria-label={format!("Meet verschil hiermee: {name}")} onclick={measure}>{ "Meet verschil hiermee" }</button>
            }
            { button("rewrite", "Naam of notitie wijzigen", |kept| Act::Rewrite(Some(kept))) }
            { button("copy", "Dupliceren", |kept| Act::Copy(kept, report::now())) }
            { button("delete", "Verwijderen", Act::Delete) }
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct RewriteProps {
    rewriting: Rewriting,
    act: Callback<Act>,
}

/// The form that writes a name and note. Escape leaves them as they were.
#[component]
fn Rewrite(props: &RewriteProps) -> Html {
    let of = &props.rewriting.of;
    let draft = use_state_eq(|| Draft { name: of.name.clone(), note: of.note.clone() });
    let error = use_state_eq(|| None);
    use_effect_with((), |()| crate::view::focus::focus(&format!("#{}", Field::Name.id(FORM))));
    let edit = {
        let (draft, error) = (draft.clone(), error.clone());
        use_callback((of.clone(), props.act.clone()), move |typed: Draft, (of, act)| {
            draft.set(typed);
            error.set(None);
            // What was refused is no longer what stands there.
            act.emit(Act::Rewrite(Some(of.clone())));
        })
    };
    let onsubmit = {
        let (draft, error, of, act) = (draft.clone(), error.clone(), of.clone(), props.act.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(new) = take(FORM, &draft, &error, of.saved.clone(), of.link.clone()) {
                act.emit(Act::Rewritten(of.clone(), new));
            }
        })
    };
    let stop = props.act.reform(|()| Act::Rewrite(None));
    let onkeydown = {
        let stop = stop.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" {
                // The room stays.
                event.prevent_default();
                stop.emit(());
            }
        })
    };
    let refused = props.rewriting.error.clone().map(|why| (Field::Name, why));
    html! {
        <form class="saved__form" novalidate=true {onsubmit} {onkeydown}>
            <Fields form={FORM} draft={(*draft).clone()} error={(*error).clone().or(refused)} {edit} />
            <div class="saved__buttons">
                <button type="submit" class="utrecht-button utrecht-button--primary-action">{ "Klaar" }</button>
                <button type="button" class="utrecht-button utrecht-button--subtle" onclick={stop.reform(|_: MouseEvent| ())}>{ "Laat zoals het was" }</button>
            </div>
        </form>
    }
}
