//! The link: to copy, to scan, to send on.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DomException, ShareData};
use yew::prelude::*;

use super::caption;
use super::handed::{Handed, PartProps};
use crate::export::qr::{self, Code};
use crate::view::copy::CopyButton;
use crate::view::rest;
use crate::view::same::Same;

/// From this length on mail and chat programs break links.
const LONG: usize = 900;

/// Pixels on the screen for each square of the code: less is hard to scan.
const SQUARE_PX: usize = 3;

/// The link with its code.
#[component]
pub fn ByLink(props: &PartProps) -> Html {
    let link = props.handed.about.link.clone();
    let length = link.chars().count();
    let text = use_callback(link.clone(), |(), link| link.clone());
    let code = use_memo(link.clone(), |link| qr::code(link));
    html! {
        <section class="handover__part" aria-labelledby="kop-geef-link">
            <h3 class="utrecht-heading-3" id="kop-geef-link">{ "Als link" }</h3>
            <p class="handover__note">{ "De link bevat het hele scenario en de uitkomst. Wie hem opent, ziet of de uitkomst nog klopt." }</p>
            <p class="handover__link" tabindex="0" role="region" aria-label="De link">{ link.clone() }</p>
            <div class="handover__row">
                <CopyButton label="Kopieer deze link" done="Link gekopieerd." {text} class="utrecht-button--primary-action" />
                if can_share() { <ShareButton handed={props.handed.clone()} /> }
            </div>
            <p class="handover__note">
                { format!("{length} tekens lang.") }
                if length > LONG { { " Mail en chat kunnen zo’n lange link afbreken. Controleer dat na het versturen." } }
            </p>
            { match &*code {
                Some(code) => html! { <div class="handover__code" style={format!("inline-size: max(12rem, {}px)", code.side * SQUARE_PX)}>{ picture(code) }</div> },
                None => html! { <p>{ "Deze link is te lang voor een QR-code. Kopieer de link." }</p> },
            } }
        </section>
    }
}

/// A code, black on white wherever it stands.
pub fn picture(code: &Code) -> Html {
    html! {
        <svg class="qr" viewBox={format!("0 0 {0} {0}", code.side)} role="img" aria-label="QR-code van de link" shape-rendering="crispEdges">
            { squares(code) }
        </svg>
    }
}

/// What a code is drawn of.
pub fn squares(code: &Code) -> Html {
    html! {
        <>
            <rect width={code.side.to_string()} height={code.side.to_string()} fill="#ffffff" />
            <path d={code.path.clone()} fill="#000000" />
        </>
    }
}

fn can_share() -> bool {
    js_sys::Reflect::has(&gloo::utils::window().navigator(), &JsValue::from_str("share")).unwrap_or(false)
}

/// Sends the link on with what the device has for it.
#[component]
fn ShareButton(props: &PartProps) -> Html {
    let failed = use_state_eq(|| false);
    let onclick = {
        let (handed, failed) = (props.handed.clone(), failed.clone());
        Callback::from(move |_: MouseEvent| share(&handed, failed.clone()))
    };
    html! {
        <>
            <button type="button" class="utrecht-button utrecht-button--secondary-action" {onclick}>{ "Deel…" }</button>
            <span role="status">
                if *failed { { "Delen lukte niet op dit apparaat. Kopieer de link." } }
            </span>
        </>
    }
}

fn share(handed: &Same<Handed>, failed: UseStateHandle<bool>) {
    let what = ShareData::new();
    what.set_title(&handed.about.name);
    what.set_text(&caption::outcome(handed));
    what.set_url(&handed.about.link);
    let sharing = JsFuture::from(gloo::utils::window().navigator().share_with_data(&what));
    rest::spawn(async move {
        let outcome = sharing.await;
        failed.set(outcome.is_err_and(|why| !is_refusal(&why)));
    });
}

/// Whether the user changed their mind or does not allow it: nothing to say.
fn is_refusal(why: &JsValue) -> bool {
    let name = why.dyn_ref::<DomException>().map(DomException::name);
    name.is_some_and(|name| ["AbortError", "NotAllowedError"].contains(&name.as_str()))
}
