//! All kept scenarios in one file, and back.

use std::rc::Rc;

use web_sys::File;
use yew::prelude::*;

use super::report;
use super::state::Act;
use crate::export::library::file::{self, KIND};
use crate::view::meeting::download::download;
use crate::view::meeting::store::Shelf;
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
    let onclick = use_callback(shelf.clone(), |_: MouseEvent, shelf| {
        download(&report::file_name("scenarios"), KIND, file::write(&shelf.library).as_bytes());
    });
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
                       browser wist, wist ook uw scenario’s. Download daarom af en toe een bestand. Daarmee neemt u ze ook mee naar \
                       een ander apparaat." }
                } else {
                    { "Met een bestand bewaart u uw scenario’s voor later en neemt u ze mee naar een ander apparaat. Er wordt niets \
                       verstuurd." }
                }
            </p>
            if count > 0 {
                <div>
                    <button type="button" class="utrecht-button utrecht-button--secondary-action" {onclick}>
                        { if count == 1 { "Download het scenario".to_string() } else { format!("Download alle {count} scenario’s") } }
                    </button>
                </div>
            }
            <FileField id={FIELD} label="Haal scenario’s uit een bestand" accept=".json,application/json" {taken} />
        </section>
    }
}
