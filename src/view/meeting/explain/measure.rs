//! What the sources say of a measure, in full.

use yew::prelude::*;

use crate::model::catalogue::{Catalogue, Lever, Measure};
use crate::model::id::MeasureId;
use crate::model::source::Passage;
use crate::view::badge::badge;
use crate::view::format;

/// The plain text, and where its levers stand.
pub fn in_full(measure: MeasureId, catalogue: &Catalogue) -> Html {
    html! { <>{ plain_text(catalogue.measure(measure)) }{ positions(measure, catalogue) }</> }
}

fn plain_text(text: &Measure) -> Html {
    let (risk, limit) = (text.largest_risk.told(), text.limit.told());
    let parts = [
        ("Wat is het?", &text.what),
        ("Wie raakt het?", &text.who),
        ("Wat levert het op aan kwaliteit, volgens het plan?", &text.quality),
        ("Wat is het risico?", &text.risk),
        ("Waar staat het grootste risico?", &risk),
        ("Welke grens stelt de wet?", &limit),
        ("Waar kunnen kosten heen gaan?", &text.shifts),
        ("Wat laat de bron open?", &text.open),
    ];
    html! {
        <dl class="measure__text">
            { for parts.into_iter().map(|(question, answer)| html! { <div><dt>{ question }</dt><dd>{ answer }</dd></div> }) }
        </dl>
    }
}
/// Where something stands, as a sentence; nothing where there is no such place.
fn place(passage: &Option<Passage>, catalogue: &Catalogue) -> Option<String> {
    let passage = passage.as_ref()?;
    let source = catalogue.source(&passage.source)?;
    Some(format!(" Bron {}: {}, {}.", source.id, source.title, passage.locator))
}

/// Where the positions "nu" and "plan" of each lever come from.
fn positions(measure: MeasureId, catalogue: &Catalogue) -> Html {
    let one = |lever: &Lever| {
        html! {
            <li key={lever.key.clone()}>
                { format!("{}: nu {} ", lever.label, format::value(lever.neutral, lever.unit)) }
                { lever.neutral_status.map(badge) }{ place(&lever.neutral_passage, catalogue) }
                { format!(" Plan {} ", format::value(lever.plan, lever.unit)) }
                { badge(lever.plan_status) }{ " " }{ &lever.plan_note }{ place(&lever.plan_passage, catalogue) }
            </li>
        }
    };
    html! {
        <>
            <p class="measure__subtitle">{ "Waar de knoppen staan" }</p>
            <ul class="measure__positions">{ for catalogue.levers_of(measure).map(one) }</ul>
        </>
    }
}
