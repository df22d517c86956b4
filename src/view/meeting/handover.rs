//! Geef een scenario door: as a link, on paper, as data, as pictures.
//!
//! Invariant: what is handed over is the scenario the room opened with.

mod address;
mod caption;
mod data;
mod handed;
mod in_words;
mod own;
mod paper;
mod pictures;
mod plain;
mod sheet;

use yew::prelude::*;

use self::handed::Handed;
use crate::view::desk::use_desk;
use crate::view::same::Same;

#[derive(Properties, PartialEq)]
pub struct HandOverProps {
    /// The link of the scenario on the page.
    pub link: AttrValue,
    /// Shuts the room.
    pub close: Callback<()>,
}

#[component]
pub fn HandOver(props: &HandOverProps) -> Html {
    let desk = use_desk();
    let handed = use_memo(props.link.clone(), |link| Handed::of(link, &desk));
    let handed = Same::from(handed);
    html! {
        <div class="handover">
            <address::ByLink handed={handed.clone()} />
            <paper::OnPaper handed={handed.clone()} />
            <data::AsData handed={handed.clone()} />
            <pictures::AsPictures {handed} />
        </div>
    }
}
