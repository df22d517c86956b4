//! Copying text, with a word that it worked or what to do instead.

use wasm_bindgen_futures::JsFuture;
use yew::prelude::*;

use super::address::with_fragment;
use super::rest;

#[derive(Properties, PartialEq)]
pub struct CopyProps {
    /// What the button says.
    pub label: AttrValue,
    /// What it says when the text was copied.
    pub done: AttrValue,
    /// Makes the text when it is needed. Another callback is about another text: the word that it was copied no longer holds.
    pub text: Callback<(), String>,
    /// The look of the button.
    #[prop_or_default]
    pub class: Classes,
}

#[derive(Clone, PartialEq)]
enum Outcome {
    Idle,
    Copied,
    /// The browser does not allow it: the text itself, to copy by hand.
    ByHand(String),
}

/// A button that copies a text.
#[component]
pub fn CopyButton(props: &CopyProps) -> Html {
    let outcome = use_state_eq(|| Outcome::Idle);
    {
        let outcome = outcome.clone();
        use_effect_with(props.text.clone(), move |_| outcome.set(Outcome::Idle));
    }
    let onclick = {
        let (outcome, text) = (outcome.clone(), props.text.clone());
        Callback::from(move |_| copy(text.emit(()), outcome.clone()))
    };
    html! {
        <span class="copy">
            <button type="button" class={classes!("utrecht-button", props.class.clone())} {onclick}>{ props.label.clone() }</button>
            <span role="status" class="copy__status">
                { match &*outcome {
                    Outcome::Idle => html! {},
                    Outcome::Copied => html! { props.done.clone() },
                    Outcome::ByHand(_) => html! { "Kopieer de tekst hieronder met de hand." },
                } }
            </span>
            if let Outcome::ByHand(text) = &*outcome {
                <textarea class="utrecht-textbox copy__text" readonly=true rows="3" aria-label="Tekst om te kopiëren" value={text.clone()} />
            }
        </span>
    }
}

#[derive(Properties, PartialEq)]
pub struct CopyLinkProps {
    /// What the button says.
    pub label: AttrValue,
    /// The link, without the `#`.
    pub link: AttrValue,
}

/// A button that copies the address of a scenario.
#[component]
pub fn CopyLink(props: &CopyLinkProps) -> Html {
    let text = use_callback(props.link.clone(), |(), link| with_fragment(link));
    html! {
        <CopyButton label={props.label.clone()} done="Link gekopieerd." {text} class="utrecht-button--secondary-action" />
    }
}

fn copy(text: String, outcome: UseStateHandle<Outcome>) {
    let window = gloo::utils::window();
    // Without a secure context there is no clipboard at all, though the type says there always is one.
    if !window.is_secure_context() {
        outcome.set(Outcome::ByHand(text));
        return;
    }
    let written = JsFuture::from(window.navigator().clipboard().write_text(&text));
    rest::spawn(async move {
        outcome.set(if written.await.is_ok() { Outcome::Copied } else { Outcome::ByHand(text) });
    });
}
