//! The results as files for other programs.

use yew::prelude::*;

use super::handed::PartProps;
use crate::export::csv::Dialect;
use crate::export::{Given, csv, json, workbook};
use crate::view::desk::use_desk;
use crate::view::meeting::download::{download, stem};

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
    /// Its bytes; none where it cannot hold all there is.
    make: fn(&Given<'_>) -> Option<Vec<u8>>,
}

const FILES: [File; 4] = [
    File {
        says: "Excel met formules",
        holds: "De hele berekening om na te rekenen: verander een knop, een aanname of een cijfer in het werkboek en alles rekent mee.",
        end: "xlsx",
        kind: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        make: |given| workbook::workbook(given.catalogue, given.scenario, given.about).ok(),
    },
    File {
        says: "CSV (Nederlands)",
        holds: "De tabel met alle jaren, de bandbreedte, iedere maatregel en wat is ingesteld. Opent direct in een Nederlandse Excel.",
        end: "csv",
        kind: "text/csv;charset=utf-8",
        make: |given| Some(csv::write(given, Dialect::Dutch).into_bytes()),
    },
    File {
        says: "CSV (Engels)",
        holds: "Dezelfde tabel, met komma’s tussen de cellen en een punt voor de decimalen: voor een Excel met Engelse instellingen.",
        end: "en.csv",
        kind: "text/csv;charset=utf-8",
        make: |given| Some(csv::write(given, Dialect::English).into_bytes()),
    },
    File {
        says: "JSON",
        holds: "Alles voor een ander programma: uitkomsten, instellingen, cijfers met hun bron.",
        end: "json",
        kind: "application/json",
        make: |given| Some(json::write(given).into_bytes()),
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
            let name = format!("{}.{}", stem(&handed.about.name, catalogue.pack_of(handed.scenario.plan())), file.end);
            made.set(Some(match (file.make)(&handed.given(&catalogue)) {
                Some(bytes) => {
                    download(&name, file.kind, &bytes);
                    format!("Gemaakt: {name}. Kijk bij uw downloads.")
                }
                None => format!(
                    "{name} kan niet worden gemaakt. Maak de redenen bij eigen cijfers korter en probeer het opnieuw."
                ),
            }));
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
                { (*made).clone() }
            </p>
        </section>
    }
}
