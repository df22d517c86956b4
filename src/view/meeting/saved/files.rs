//! All kept scenarios in one file, and back.

use std::rc::Rc;

use web_sys::File;
use yew::prelude::*;

use super::report;
use super::state::Act;
use crate::export::library::file::{self, KIND};
use crate::view::meeting::download::download;
use crate::view::meeting::moment::moment;
use crate::view::meeting::store::{self, Shelf};
use crate::view::meeting::upload::{FileField, scenarios_in};
use crate::view::rest;

/// The field for a file.
const FIELD: &str = "bewaar-bestand";

#[derive(Properties, PartialEq)]
pub struct FilesProps {
    /// What is kept.
    pub shelf: Rc<Shelf>,
    pub act: Callback<Act>,
}

/// Where the scenarios are, and the way out and in.
#[component]
pub fn Files(props: &FilesProps) -> Html {
    let shelf = &props.shelf;
    let count = shelf.library.kept().len();
    let filed = use_state_eq(store::filed);
    let onclick = {
        let filed = filed.clone();
        use_callback(shelf.clone(), move |_: MouseEvent, shelf| {
            download(&report::file_name("scenarios"), KIND, file::write(&shelf.library).as_bytes());
            store::file_at(&report::now());
            filed.set(store::filed());
        })
    };
    let promised = use_promise(shelf);
    let taken = use_callback(props.act.clone(), |file: File, act| {
        let act = act.clone();
        rest::spawn(async move { act.emit(Act::Import(scenarios_in(&file).await)) });
    });
    html! {
        <section class="saved__files" aria-labelledby="kop-bestand">
            <h3 class="utrecht-heading-3" id="kop-bestand">{ "Als bestand" }</h3>
            <p class="lever__help">
                if shelf.lasts {
                    { "Wat u bewaart, staat alleen in deze browser op dit apparaat; er wordt niets verstuurd. Wie de gegevens van de \
                       browser wist, wist ook uw scenario’s. " }
                    { if promised { "De browser heeft toegezegd ze niet uit zichzelf te wissen. " } else { "De browser kan ze ook uit zichzelf wissen, als hij ruimte nodig heeft. " } }
                    { "Safari (iPhone, iPad en Mac) wist ze als u hem zeven dagen gebruikt zonder deze pagina te openen, en een \
                       privévenster als u het sluit. Download daarom af en toe een bestand. Daarmee neemt u ze ook mee naar een \
                       ander apparaat." }
                } else {
                    { "Met een bestand bewaart u uw scenario’s voor later en neemt u ze mee naar een ander apparaat. Er wordt niets \
                       verstuurd." }
                }
            </p>
            if count > 0 {
                <div>
                    if shelf.lasts { <p class="lever__help" data-saved="filed">{ last_filed(filed.as_deref(), shelf) }</p> }
                    <button type="button" class="utrecht-button utrecht-button--secondary-action" {onclick}>
                        { if count == 1 { "Download het scenario".to_string() } else { format!("Download alle {count} scenario’s") } }
                    </button>
                </div>
            }
            <FileField id={FIELD} label="Haal scenario’s uit een bestand" accept=".json,application/json" {taken} />
        </section>
    }
}

/// When the scenarios last went to a file, and what came since.
fn last_filed(filed: Option<&str>, shelf: &Shelf) -> String {
    let Some((filed, when)) = filed.and_then(|filed| Some((filed, moment(filed)?))) else {
        return "Laatst als bestand bewaard: nooit.".to_string();
    };
    // Moments are written so that the later is the greater.
    let since = shelf.library.kept().iter().filter(|kept| *kept.saved > *filed).count();
    let since =
        if since == 0 { String::new() } else { format!(" Sindsdien bewaarde u er {since}: die staan er niet in.") };
    format!("Laatst als bestand bewaard: {when}.{since}")
}

/// Whether the browser has promised to keep what is kept; it is asked again whenever something is.
#[hook]
fn use_promise(shelf: &Rc<Shelf>) -> bool {
    let promised = use_state_eq(|| false);
    {
        let promised = promised.clone();
        use_effect_with(shelf.clone(), move |_| rest::spawn(async move { promised.set(store::is_promised().await) }));
    }
    *promised
}
