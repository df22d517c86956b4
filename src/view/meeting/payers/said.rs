//! What nobody knows, and by which rules the rest was made.

use yew::prelude::*;

use super::look::Look;
use crate::model::catalogue::Measure;
use crate::model::money::Money;
use crate::view::{format, words};

/// The measures of which nobody knows what they save or cost: named apart, for that is not nothing.
pub fn unknown(look: &Look) -> Html {
    let (catalogue, plan) = (&look.session.catalogue, look.plan());
    let named = |measure: &Measure| {
        let known = catalogue.known(measure.measure, look.year, plan, look.result().measure(measure.measure));
        let name = words::measure(measure.measure, catalogue);
        match known {
            [None, Some(cost)] if cost == Money::zero() => Some(format!("{name}: besparing niet bekend")),
            [None, Some(cost)] => Some(format!("{name}: besparing niet bekend, kost {}", format::euros(cost))),
            [None, None] => Some(format!("{name}: besparing en kosten niet bekend")),
            [Some(_), None] => Some(format!("{name}: kosten niet bekend")),
            [Some(_), Some(_)] => None,
        }
    };
    let moved = catalogue.measures().iter().filter(|measure| catalogue.is_moved(measure.measure, plan));
    let all: Vec<String> = moved.filter_map(named).collect();
    html! {
        if !all.is_empty() {
            <section class="payers__unknown">
                <h3>{ format!("Niet bekend ({})", all.len()) }</h3>
                <p>{ "Wat niet bekend is, telt nergens in mee. Het is geen nul." }</p>
                <ul>{ for all.iter().map(|one| html! { <li key={one.clone()}>{ one }</li> }) }</ul>
            </section>
        }
    }
}

/// What weighs more than the other.
const COUNTS: &str = "De kosten van een maatregel tellen mee in het tekort, uit welke pot de gemeente ze ook betaalt. Een besparing telt alleen \
                      mee op regels waar dit scenario over gaat. Dat is voorzichtig, en niet gelijk: kosten wegen zwaarder.";

/// What counts and what does not, and what the scenario itself makes one note.
pub fn rules(look: &Look) -> Html {
    let (catalogue, plan) = (&look.session.catalogue, look.plan());
    let notes = words::noted(look.session.sheet_in(look.outlook()), catalogue);
    // In the other scope it is among the notes.
    let counts = catalogue.scope_of(plan).is_zero().then_some(COUNTS);
    html! {
        <section class="payers__rules">
            <h3>{ "Hoe wij rekenen" }</h3>
            <ul>
                if let Some(counts) = counts { <li>{ counts }</li> }
                <li>{ "Wat de één bespaart en een ander daardoor betaalt, staat aan beide kanten: als besparing en als extra kosten." }</li>
                { for notes.into_iter().map(|note| html! { <li key={note.clone()}>{ note }</li> }) }
            </ul>
        </section>
    }
}
