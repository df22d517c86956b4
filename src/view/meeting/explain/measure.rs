//! All there is to know of one measure.

use yew::prelude::*;

use super::steps::{Calculation, Explained};
use crate::analysis::outlook::Outlook;
use crate::model::catalogue::{Catalogue, Lever, Measure};
use crate::model::id::MeasureId;
use crate::model::source::Passage;
use crate::model::year::Year;
use crate::view::badge::badge;
use crate::view::panel::use_session;
use crate::view::{format, words};

#[derive(Properties, PartialEq)]
pub struct DetailsProps {
    pub measure: MeasureId,
    /// The year to begin with.
    pub year: Year,
    /// In which outlook.
    pub outlook: Outlook,
}

/// The plain text, whom it reaches, the calculation and every figure.
#[component]
pub fn Details(props: &DetailsProps) -> Html {
    let session = use_session();
    let text = session.catalogue.measure(props.measure);
    let reached = words::reach(props.measure, &session.sheet, &session.catalogue);
    html! {
        <div class="measure__details">
            { plain_text(text) }
            if let Some(reached) = reached {
                <p><strong>{ "Bereik: " }</strong>{ reached }</p>
            }
            { positions(props.measure, &session.catalogue) }
            <Calculation subject={Explained::Measure(props.measure)} year={props.year} outlook={props.outlook} />
        </div>
    }
}

fn plain_text(text: &Measure) -> Html {
    let limit = text.limit.told();
    let parts = [
        ("Wat is het?", &text.what),
        ("Wie raakt het?", &text.who),
        ("Wat levert het op aan kwaliteit, volgens het plan?", &text.quality),
        ("Wat is het risico?", &text.risk),
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
            <p class="measure__subtitle">{ "De stand van de knoppen" }</p>
            <ul class="measure__positions">{ for catalogue.levers_of(measure).map(one) }</ul>
        </>
    }
}
