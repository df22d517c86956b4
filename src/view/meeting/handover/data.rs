//! The results as files for other programs.

use yew::prelude::*;

use super::{PartProps, telling};
use crate::export::{Given, csv, json};
use crate::view::desk::use_desk;
use crate::view::meeting::download::download;

/// A file that can be made.
struct File {
    /// What its button says.
    says: &'static str,
    /// What it holds.
    holds: &'static str,
    /// The end of its name.
    end: &'static str,
    /// Its MIME type.
    kind: &'static str,
    make: fn(&Given<'_>) -> Vec<u8>,
}

const FILES: [File; 2] = [
    File {
        says: "CSV",
        holds: "De tabel met alle jaren, de bandbreedte en iedere maatregel. Opent direct in Excel.",
        end: "csv",
        kind: "text/csv;charset=utf-8",
        make: |given| csv::write(given).into_bytes(),
    },
    File {
        says: "JSON",
        holds: "Alles voor een ander programma: uitkomsten, instellingen, cijfers met hun bron.",
        end: "json",
        kind: "application/json",
        make: |given| json::write(given).into_bytes(),
    },
];

/// A button for each file.
#[component]
pub fn AsData(props: &PartProps) -> Html {
    let desk = use_desk();
    let made = use_state_eq(|| None::<String>);
    let one = |file: &'static File| {
        let (handed, made, catalogue) = (props.handed.clone(), made.clone(), desk.catalogue.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let name = telling::file_name(&handed, "", file.end);
            download(&name, file.kind, &(file.make)(&handed.given(&catalogue)));
            made.set(Some(name));
        });
        html! {
            <li key={file.end}>
                <button type="button" class="utrecht-button utrecht-button--secondary-action" {onclick}>{ file.says }</button>
                <span class="handover__note">{ file.holds }</span>
            </li>
        }
    };
    html! {
        <section class="handover__part" aria-labelledby="kop-geef-data">
            <h3 class="utrecht-heading-3" id="kop-geef-data">{ "Als gegevens" }</h3>
            <ul class="handover__files">{ for FILES.iter().map(one) }</ul>
            <p role="status" class="handover__note">
                if let Some(name) = &*made { { format!("Gemaakt: {name}. Kijk bij uw downloads.") } }
            </p>
        </section>
    }
}
