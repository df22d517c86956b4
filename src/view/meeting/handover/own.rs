//! What the user writes on a paper or in a text: it stays here, and travels in no link.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::export::motion::OwnWords;
use crate::view::meeting::typed::{AUTHOR, recall, remember};
use crate::view::panel::field::text_of;

/// Under which names what is typed is remembered.
const TITLE: &str = "papier-titel";
const WHY: &str = "papier-waarom";

/// The longest title and author that still fit above a page, in characters.
const LONGEST: &str = "300";

/// The longest reason, in characters: about a page.
const LONGEST_REASON: &str = "3000";

/// What was typed before for the scenario of a link, which is called so.
pub fn recalled(name: &str, link: &str) -> OwnWords {
    OwnWords {
        title: recall(TITLE, link).unwrap_or_else(|| name.to_string()),
        author: recall(AUTHOR, "").unwrap_or_default(),
        why: recall(WHY, link).unwrap_or_default(),
    }
}

#[derive(Properties, PartialEq)]
pub struct OwnProps {
    /// What is typed.
    pub own: OwnWords,
    /// The link of the scenario.
    pub link: AttrValue,
    /// Hears of what is typed.
    pub typed: Callback<OwnWords>,
}

/// The fields.
#[component]
pub fn OwnFields(props: &OwnProps) -> Html {
    let OwnProps { own, link, typed } = props;
    let heard = |(name, of): (&'static str, AttrValue), put: fn(&mut OwnWords, String)| {
        let (own, typed) = (own.clone(), typed.clone());
        Callback::from(move |text: String| {
            remember(name, &of, &text);
            let mut own = own.clone();
            put(&mut own, text);
            typed.emit(own);
        })
    };
    let title = heard((TITLE, link.clone()), |own, text| own.title = text);
    let author = heard((AUTHOR, AttrValue::default()), |own, text| own.author = text);
    let why = heard((WHY, link.clone()), |own, text| own.why = text);
    let oninput = why.reform(|event: InputEvent| event.target_unchecked_into::<HtmlTextAreaElement>().value());
    html! {
        <>
            { line("Titel", "", &own.title, title) }
            { line("Ingediend door", "Leeg? Dan blijft er plaats om het in te vullen.", &own.author, author) }
            <label class="utrecht-form-label handover__field">
                { "Overwegingen" }
                <textarea class="utrecht-textbox" rows="3" maxlength={LONGEST_REASON} value={own.why.clone()} {oninput} />
                <span class="handover__note">{ "Mag leeg blijven. Wat u hier typt, komt alleen op papier en in de tekst, niet in de link." }</span>
            </label>
        </>
    }
}

fn line(label: &str, hint: &str, value: &str, heard: Callback<String>) -> Html {
    let oninput = heard.reform(|event: InputEvent| text_of(&event));
    html! {
        <label class="utrecht-form-label handover__field">
            { label }
            <input class="utrecht-textbox utrecht-textbox--html-input" type="text" autocomplete="off" maxlength={LONGEST} value={value.to_string()} {oninput} />
            if !hint.is_empty() { <span class="handover__note">{ hint }</span> }
        </label>
    }
}
