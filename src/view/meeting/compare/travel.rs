//! A whole comparison as one link and as one file, to hand over.

use yew::prelude::*;

use super::candidate::Candidate;
use super::choice::Choice;
use crate::export::library::file::{KIND, write};
use crate::export::library::{Change, Kept, Library};
use crate::scenario::paste::Pasted;
use crate::view::address::with_fragment;
use crate::view::copy::CopyButton;
use crate::view::meeting::download::download;
use crate::view::meeting::saved::{file_name, now};

/// From this length on mail and chat programs, and some browsers, break a link.
const LONG: usize = 2_000;

#[derive(Properties, PartialEq)]
pub struct TravelProps {
    pub choice: UseReducerHandle<Choice>,
}

/// The ways to hand over a comparison.
#[component]
pub fn Travel(props: &TravelProps) -> Html {
    let link =
        use_memo(props.choice.clone(), |choice| choice.link().map(|link| with_fragment(&link)).unwrap_or_default());
    let length = link.chars().count();
    let text = use_callback(link, |(), link| link.to_string());
    let onclick = use_callback(props.choice.clone(), |_: MouseEvent, choice| {
        download(&file_name("vergelijking"), KIND, as_file(choice).as_bytes());
    });
    if props.choice.candidates.is_empty() {
        return html! {};
    }
    html! {
        <div class="versus__travel">
            <CopyButton label="Kopieer de link van deze vergelijking" done="Link gekopieerd." {text} class="utrecht-button--secondary-action" />
            <button type="button" class="utrecht-button utrecht-button--secondary-action" {onclick}>{ "Download deze vergelijking" }</button>
            if length > LONG {
                <p class="versus__warning">
                    { format!("Deze link is {length} tekens lang. Mail en chat kunnen hem afbreken: geef liever het bestand door.") }
                </p>
            }
            <p class="lever__help">
                { "De link bevat alle scenario’s en opent deze vergelijking. Zij blijft in dit tabblad staan tot u het sluit, ook als de \
                   browser de pagina opnieuw laadt; er wordt niets verstuurd." }
            </p>
        </div>
    }
}

/// All scenarios as a file with kept ones, in the order in which they stand.
fn as_file(choice: &Choice) -> String {
    let now = now();
    let kept = |candidate: &Candidate| {
        let Pasted { link, .. } = candidate.as_pasted();
        Kept { name: candidate.title(), note: String::new(), saved: now.clone(), link }
    };
    let mut library = Library::default();
    library.apply(Change { removed: Vec::new(), added: choice.candidates.iter().map(kept).collect() });
    write(&library)
}
