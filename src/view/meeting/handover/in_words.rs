//! The scenario as a text to write on in: for Word, and without any form.

use yew::prelude::*;

use super::caption;
use super::handed::Handed;
use crate::export::document::{Document, docx, plain};
use crate::export::motion::{Extent, OwnWords, write};
use crate::view::copy::CopyButton;
use crate::view::desk::use_desk;
use crate::view::meeting::download::download;
use crate::view::same::Same;

#[derive(Clone, Properties, PartialEq)]
pub struct InWordsProps {
    pub handed: Same<Handed>,
    /// What the user writes in it.
    pub own: OwnWords,
}

/// A file of a text.
type File = (&'static str, &'static str, &'static str, fn(&Document) -> Option<Vec<u8>>);

/// What each button says, the end and the kind of its file, and how that is made.
const FILES: [File; 2] = [
    ("Word (.docx)", "docx", docx::KIND, docx::write),
    ("Platte tekst (.txt)", "txt", "text/plain;charset=utf-8", |document| Some(plain::write(document).into_bytes())),
];

/// The buttons.
#[component]
pub fn InWords(props: &InWordsProps) -> Html {
    let (desk, made) = (use_desk(), use_state_eq(String::new));
    let document = {
        let (props, catalogue) = (props.clone(), desk.catalogue.clone());
        move || write(&props.handed.given(&catalogue), &props.own, Extent::Whole)
    };
    let button = |(says, end, kind, make): File| {
        let (document, made) = (document.clone(), made.clone());
        let name = caption::file_name(&props.handed, "-motie", end, &desk.catalogue);
        let onclick = Callback::from(move |_: MouseEvent| {
            made.set(match make(&document()) {
                Some(bytes) => {
                    download(&name, kind, &bytes);
                    format!("Gemaakt: {name}. Kijk bij uw downloads.")
                }
                None => format!("{name} kan niet worden gemaakt: de tekst is te groot."),
            });
        });
        html! { <button type="button" class="utrecht-button utrecht-button--secondary-action" {onclick}>{ says }</button> }
    };
    let text = {
        let document = document.clone();
        use_callback(props.clone(), move |(), _| plain::write(&document()))
    };
    html! {
        <>
            <p class="handover__note">{ "Of als tekst om in verder te schrijven: wat het scenario verandert, wat dat bespaart en kost, wie het raakt en waar het op rust." }</p>
            <div class="handover__row">
                { for FILES.map(button) }
                <CopyButton label="Kopieer de tekst" done="Tekst gekopieerd." {text} class="utrecht-button--secondary-action" />
            </div>
            <p role="status" class="handover__note">{ (*made).clone() }</p>
        </>
    }
}
