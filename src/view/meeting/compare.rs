//! Scenarios side by side: what they come to, where they differ, and their policy apart from their assumptions.

mod add;
mod arrival;
mod candidate;
mod choice;
mod chosen;
mod editions;
mod figures;
mod letter;
mod paper;
mod picture;
mod results;
mod settings;
mod table;
mod text;
mod told;
mod travel;
mod world;

use std::rc::Rc;

use yew::prelude::*;

use self::results::{Columns, use_bands};
use crate::analysis::range::Bands;
use crate::view::copy::CopyButton;
use crate::view::desk::use_desk;

#[derive(Properties, PartialEq)]
pub struct CompareProps {
    /// The link of the scenario on the page.
    pub link: AttrValue,
    /// Shuts the room.
    pub close: Callback<()>,
}

#[component]
pub fn Compare(props: &CompareProps) -> Html {
    let desk = use_desk();
    let choice = {
        let (desk, page) = (desk.clone(), props.link.clone());
        use_reducer_eq(move || choice::of_visit(&page, desk))
    };
    let columns = {
        let choice = choice.clone();
        use_memo((choice.candidates.clone(), choice.world), move |_| Columns::of(&choice))
    };
    let bands = use_bands(&columns);
    let text = use_callback(columns.clone(), |(), columns| text::as_text(columns));
    html! {
        <div class="versus-room">
            <section aria-labelledby={chosen::HEADING}>
                <h3 class="utrecht-heading-3" id={chosen::HEADING} tabindex="-1">{ "Welke scenario’s" }</h3>
                <chosen::Chosen choice={choice.clone()} close={props.close.clone()} />
                <add::Add choice={choice.clone()} />
                <travel::Travel choice={choice.clone()} />
            </section>
            if columns.iter().len() < 2 {
                <p class="utrecht-paragraph">{ "Voeg nog een scenario toe: vergelijken kan vanaf twee." }</p>
            } else {
                <world::Worlds {choice} />
                { results(&columns, &bands, text) }
                <paper::OnPaper columns={(*columns).clone()} {bands} />
            }
        </div>
    }
}

/// What the scenarios come to and where they differ; each heading says under whose assumptions.
fn results(columns: &Columns, bands: &[Option<Rc<Bands>>], text: Callback<(), String>) -> Html {
    let heading = |id: &'static str, name: &str| {
        html! { <h3 class="utrecht-heading-3" {id}>{ format!("{name}, {}", columns.world_in_words) }</h3> }
    };
    html! {
        <>
            <section aria-labelledby="kop-vergelijk-uitkomst">
                <div class="section__head">
                    { heading("kop-vergelijk-uitkomst", "Uitkomsten") }
                    <CopyButton label="Kopieer de vergelijking" done="Vergelijking gekopieerd." {text} class="utrecht-button--secondary-action" />
                    <paper::PrintButton />
                </div>
                <figures::Figures columns={columns.clone()} bands={bands.to_vec()} />
            </section>
            <section aria-labelledby="kop-vergelijk-lijnen">
                { heading("kop-vergelijk-lijnen", "Tekort per jaar") }
                <picture::Picture columns={columns.clone()} />
            </section>
            <section aria-labelledby="kop-vergelijk-instellingen">
                { heading("kop-vergelijk-instellingen", "Instellingen die verschillen") }
                <settings::Settings columns={columns.clone()} />
            </section>
        </>
    }
}
