//! Keeping the scenario that is on the page.

use std::rc::Rc;

use yew::prelude::*;

use super::amounts::{of_link, outcome};
use super::fields::{Draft, Fields, take};
use super::report;
use super::state::{Act, Waiting};
use crate::export::library::file::{self, KIND};
use crate::export::library::{Kept, Library, Namesake, Refused};
use crate::view::copy::CopyLink;
use crate::view::desk::use_desk;
use crate::view::meeting::download::download;
use crate::view::meeting::moment::moment;
use crate::view::meeting::reading::InEdition;
use crate::view::meeting::store::{self, NotKept, Shelf};
use crate::view::meeting::typed::{recall, remember};

/// What is remembered of the fields.
const NAME: &str = "bewaar-naam";
const NOTE: &str = "bewaar-notitie";

/// What the ids of this form begin with.
const FORM: &str = "bewaar";

#[derive(Properties, PartialEq)]
pub struct SaveFormProps {
    /// The link of the scenario on the page.
    pub link: AttrValue,
    /// The scenario on the page.
    pub page: Rc<InEdition>,
    /// What is kept.
    pub shelf: Rc<Shelf>,
    /// What could not be kept.
    pub waiting: Option<Waiting>,
    pub act: Callback<Act>,
}

/// A name, a note and a button.
#[component]
pub fn SaveForm(props: &SaveFormProps) -> Html {
    let desk = use_desk();
    let draft = use_state_eq(|| Draft {
        name: recall(NAME, &props.link).unwrap_or_else(|| props.page.scenario.name(&desk.catalogue)),
        note: recall(NOTE, &props.link).unwrap_or_default(),
    });
    let error = use_state_eq(|| None);
    let now = use_memo(props.link.clone(), |link| outcome(link));
    let known = use_memo((props.shelf.clone(), props.link.clone()), |(_, link)| store::name_of(link));
    let edit = {
        let (draft, error) = (draft.clone(), error.clone());
        use_callback((props.act.clone(), props.link.clone()), move |typed: Draft, (act, link)| {
            remember(NAME, link, &typed.name);
            remember(NOTE, link, &typed.note);
            draft.set(typed);
            error.set(None);
            act.emit(Act::Typed);
        })
    };
    let onsubmit = {
        let (draft, error, link, act) = (draft.clone(), error.clone(), props.link.clone(), props.act.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            if let Some(kept) = take(FORM, &draft, &error, report::now(), link.to_string()) {
                act.emit(Act::Save(kept, Namesake::Ask));
            }
        })
    };
    html! {
        <section class="saved__now" aria-labelledby="kop-bewaar">
            <h3 class="utrecht-heading-3" id="kop-bewaar">{ "Bewaar het scenario op de pagina" }</h3>
            { of_link(&now) }
            if let Some(known) = &*known {
                <p class="lever__help">{ "Dit scenario is bewaard als “" }<bdi>{ known }</bdi>{ "”." }</p>
            }
            <form class="saved__form" novalidate=true {onsubmit}>
                <Fields form={FORM} draft={(*draft).clone()} error={(*error).clone()} {edit} />
                <div><button type="submit" class="utrecht-button utrecht-button--primary-action">{ "Bewaar" }</button></div>
                <div role="alert">{ props.waiting.as_ref().map(|waiting| in_the_way(waiting, &props.act)) }</div>
            </form>
        </section>
    }
}

/// Why a scenario is not kept, with ways to go on.
fn in_the_way(waiting: &Waiting, act: &Callback<Act>) -> Html {
    let ways = match &waiting.why {
        NotKept::Refused(Refused::Taken(there)) => return namesake(&waiting.kept, there, act),
        NotKept::Refused(_) => html! {},
        NotKept::Full | NotKept::Forbidden | NotKept::Later(_) => elsewhere(&waiting.kept),
    };
    html! {
        <div class="utrecht-alert utrecht-alert--warning saved__why">
            <p>{ waiting.why.to_string() }</p>
            { ways }
        </div>
    }
}

/// Another scenario has the name.
fn namesake(kept: &Kept, there: &Kept, act: &Callback<Act>) -> Html {
    let button = |label: &'static str, how: Namesake| {
        let (act, kept) = (act.clone(), kept.clone());
        let onclick = Callback::from(move |_: MouseEvent| act.emit(Act::Save(kept.clone(), how)));
        html! { <button type="button" class="utrecht-button utrecht-button--secondary-action" {onclick}>{ label }</button> }
    };
    let saved = moment(&there.saved).map(|when| format!(", bewaard op {when}")).unwrap_or_default();
    html! {
        <div class="utrecht-alert utrecht-alert--warning saved__why">
            <p>
                { "Er is al een scenario met de naam “" }<bdi>{ &there.name }</bdi>{ format!("”{saved}. ") }
                { "Wilt u het vervangen, of allebei bewaren? Het nieuwe krijgt dan een nummer achter de naam." }
            </p>
            <div class="saved__buttons">
                { button("Vervang het", Namesake::Replace) }
                { button("Bewaar allebei", Namesake::Beside) }
            </div>
        </div>
    }
}

/// Ways to keep a scenario outside this browser.
fn elsewhere(kept: &Kept) -> Html {
    let onclick = {
        let kept = kept.clone();
        Callback::from(move |_: MouseEvent| {
            let text = file::write(&Library::of(vec![kept.clone()]));
            download(&report::file_name("scenario"), KIND, text.as_bytes());
        })
    };
    html! {
        <div class="saved__buttons">
            <button type="button" class="utrecht-button utrecht-button--secondary-action" {onclick}>{ "Download dit scenario" }</button>
            <CopyLink label="Kopieer de link" link={kept.link.clone()} />
        </div>
    }
}
