//! All figures and all sources, to look up and to replace.

use yew::prelude::*;

use super::figures::{FigureRow, source_title};
use super::{use_fold, use_session};
use crate::model::source::Source;
use crate::view::desk::use_desk;

/// The figures and the register of sources, folded.
#[component]
pub fn Register() -> Html {
    let desk = use_desk();
    let own = use_session().scenario.own_figures().count();
    let (open, ontoggle) = use_fold();
    html! {
        <section class="register" aria-labelledby="kop-register">
            <h2 class="utrecht-heading-2" id="kop-register">{ "Cijfers en bronnen" }</h2>
            if own > 0 { <p class="utrecht-paragraph">{ format!("U verving {own} cijfer(s) door eigen invoer.") }</p> }
            <p class="utrecht-paragraph">
                { "Tabel 1 van het actieplan, met de besparing per maatregel, was een plaatje en staat niet in de tekst van de bron. \
                   Bedragen die daar stonden zijn hier aannames en zien er zo uit." }
            </p>
            <details {ontoggle}>
                <summary>{ format!("Alle cijfers ({})", desk.catalogue.figures().len()) }</summary>
                if open {
                    <ul class="figures">{ for desk.catalogue.figures().iter().map(|figure| html! { <FigureRow key={figure.id.text()} id={figure.id} /> }) }</ul>
                }
            </details>
            <details>
                <summary>{ format!("Woorden en afkortingen ({})", desk.catalogue.words().len()) }</summary>
                <dl class="measure__text">
                    { for desk.catalogue.words().iter().map(|word| html! { <div key={word.term.clone()}><dt>{ &word.term }</dt><dd>{ &word.meaning }</dd></div> }) }
                </dl>
            </details>
            <details>
                <summary>{ format!("Bronnen ({})", desk.catalogue.sources().len()) }</summary>
                <ul class="sources">{ for desk.catalogue.sources().iter().map(source) }</ul>
            </details>
        </section>
    }
}

fn source(source: &Source) -> Html {
    html! {
        <li key={source.id.clone()}>
            <strong>{ &source.id }</strong>{ " " }
            { source_title(source) }
            { format!(". {}, {}.", source.publisher, source.date) }
            if let Some(note) = &source.note { { " " }{ note } }
        </li>
    }
}
