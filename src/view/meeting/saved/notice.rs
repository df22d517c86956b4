//! What is wrong with the place where scenarios are kept.

use std::rc::Rc;

use yew::prelude::*;

use super::state::Act;
use crate::view::meeting::download::download;
use crate::view::meeting::store::Shelf;

#[derive(Properties, PartialEq)]
pub struct NoticeProps {
    /// What is kept.
    pub shelf: Rc<Shelf>,
    pub act: Callback<Act>,
}

/// Says what is wrong, what that means and what to do; nothing where all is well.
#[component]
pub fn Notice(props: &NoticeProps) -> Html {
    // Only what is safe elsewhere can be thrown away here.
    let has = use_state_eq(Vec::<String>::new);
    let shelf = &props.shelf;
    let onclick = {
        let (has, shelf) = (has.clone(), shelf.clone());
        Callback::from(move |_: MouseEvent| {
            download("ombuigen-beschadigd.txt", "text/plain", shelf.damaged.join("\n\n").as_bytes());
            has.set(shelf.damaged.clone());
        })
    };
    let clear = props.act.reform(|_: MouseEvent| Act::ClearDamaged);
    html! {
        <div role="alert" class="saved__notices">
            if !shelf.lasts {
                <p class="utrecht-alert utrecht-alert--warning saved__why">
                    { "Deze browser bewaart niets voor deze pagina, bijvoorbeeld omdat dit een privévenster is of omdat de beheerder \
                       het heeft uitgezet. Wat u hier bewaart, blijft alleen staan tot u de pagina sluit of ververst. Download uw \
                       scenario’s daarom als bestand." }
                </p>
            }
            if !shelf.damaged.is_empty() {
                <div class="utrecht-alert utrecht-alert--warning saved__why">
                    <p>{ damage(shelf) }</p>
                    <div class="saved__buttons">
                        <button type="button" class="utrecht-button utrecht-button--secondary-action" {onclick}>{ "Download die tekst" }</button>
                        if *has == shelf.damaged && shelf.later.is_none() {
                            <button type="button" class="utrecht-button utrecht-button--secondary-action" onclick={clear}>{ "Gooi die tekst hier weg" }</button>
                        }
                    </div>
                </div>
            }
        </div>
    }
}

fn damage(shelf: &Shelf) -> String {
    match shelf.later {
        Some(version) => format!(
            "De scenario’s in deze browser zijn bewaard met een nieuwere versie ({version}) van deze pagina. Wat deze versie \
             begrijpt, staat in de lijst; u kunt het openen. Bewaren en wijzigen kan hier niet, want dan zou er iets verloren \
             gaan. Ververs de pagina, of download de hele tekst zoals die er staat."
        ),
        None => "Een deel van wat in deze browser bewaard was, is beschadigd. Alles wat te lezen was, staat in de lijst. De \
                 beschadigde tekst is niet weggegooid: u kunt hem downloaden en aan iemand laten zien die er misschien meer uit \
                 haalt."
            .to_string(),
    }
}
