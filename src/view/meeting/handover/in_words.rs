//! The scenario as a text to write on in.

use yew::prelude::*;

use super::handed::Handed;
use crate::export::motion::{Extent, OwnWords, write};
use crate::view::desk::use_desk;
use crate::view::meeting::as_text::AsText;
use crate::view::meeting::download::stem;
use crate::view::same::Same;

#[derive(Clone, Properties, PartialEq)]
pub struct InWordsProps {
    pub handed: Same<Handed>,
    /// What the user writes in it.
    pub own: OwnWords,
}

/// The text, to take along.
#[component]
pub fn InWords(props: &InWordsProps) -> Html {
    let desk = use_desk();
    let name =
        format!("{}-motie", stem(&props.handed.about.name, desk.catalogue.pack_of(props.handed.scenario.plan())));
    let document = use_callback(props.clone(), move |(), InWordsProps { handed, own }| {
        write(&handed.given(&desk.catalogue), own, Extent::Whole)
    });
    html! {
        <>
            <p class="handover__note">{ "Of als tekst om in verder te schrijven: wat het scenario verandert, wat dat bespaart en kost, wie het raakt en waar het op rust." }</p>
            <AsText {document} {name} copy="Kopieer de tekst" copied="Tekst gekopieerd." />
        </>
    }
}
