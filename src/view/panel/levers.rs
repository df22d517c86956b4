//! The measures: the best-known on top, then by chapter of the plan.

use yew::prelude::*;

use super::headline::use_bases;
use super::measure::{Card, CardProps};
use super::use_session;
use crate::analysis::outlook::Outlook;
use crate::model::catalogue::Measure;
use crate::model::id::Setting;
use crate::model::plan::Plan;
use crate::model::source::Status;
use crate::scenario::changed;
use crate::view::session::Session;
use crate::view::words;

/// All measures.
#[component]
pub fn Levers() -> Html {
    let session = use_session();
    let bases = use_bases();
    let start = session.scenario.ready_made_plan(&session.catalogue);
    let changed = changed(&start, session.scenario.plan());
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let as_set = (session.outlook() == Outlook::Record)
        .then(|| AttrValue::from(words::in_outlook(Outlook::Plan, catalogue, plan)));
    let card = |text: &Measure| {
        let moved = changed.iter().any(|setting| session.catalogue.measure_of(*setting) == Some(text.measure));
        card(&session, text, &start, bases[text.measure.index()], (moved, as_set.clone()))
    };
    let measures = session.catalogue.measures();
    let others = measures.iter().filter(|measure| measure.featured.is_none());
    let featured = (1..).map_while(|place| measures.iter().find(|measure| measure.featured == Some(place)));
    html! {
        <>
            <h3 class="utrecht-heading-3">{ "Meest besproken" }</h3>
            { for featured.map(card) }
            { for measures.chunk_by(|a, b| a.chapter == b.chapter).map(|chapter| {
                let own = others.clone().filter(|measure| measure.chapter == chapter[0].chapter);
                chapter_of(&session, chapter, own.map(card).collect())
            }) }
        </>
    }
}

/// A chapter that opens and closes; says which of its measures stand on top.
fn chapter_of(session: &Session, chapter: &[Measure], cards: Vec<Html>) -> Html {
    // Cannot fail: chunk_by never gives an empty chunk.
    let title = &chapter[0].chapter;
    let on_top: Vec<String> = chapter
        .iter()
        .filter(|measure| measure.featured.is_some())
        .map(|measure| words::measure(measure.measure, &session.catalogue))
        .collect();
    html! {
        <details class="chapter" key={title.clone()}>
            <summary class="chapter__title">
                <h3 class="utrecht-heading-3">{ title }</h3>
                <span class="chapter__count">{ numbers(chapter) }</span>
            </summary>
            if !on_top.is_empty() {
                <p class="chapter__note">{ format!("Bovenaan bij “Meest besproken”: {}.", on_top.join(", ")) }</p>
            }
            { cards }
        </details>
    }
}

fn numbers(chapter: &[Measure]) -> String {
    match chapter {
        [only] => format!("maatregel {}", only.number),
        [first, .., last] => format!("maatregel {} t/m {}", first.number, last.number),
        [] => String::new(),
    }
}

fn card(
    session: &Session,
    text: &Measure,
    start: &Plan,
    basis: Status,
    (moved, as_set): (bool, Option<AttrValue>),
) -> Html {
    let (measure, catalogue, plan) = (text.measure, &session.catalogue, session.scenario.plan());
    let value = |setting| plan.value(setting, catalogue);
    let props = CardProps {
        measure,
        levers: catalogue
            .levers_of(measure)
            .map(|lever| {
                let setting = Setting::Lever(lever.id);
                (lever.id, value(setting).unwrap_or_default(), start.value(setting, catalogue).unwrap_or_default())
            })
            .collect(),
        timing: catalogue.timing_of(measure).map(|setting| (setting, value(setting))).collect(),
        year: session.projection.last_year(),
        result: *session.projection.last().measure(measure),
        basis,
        unknown: text.is_unknown(plan),
        shares: catalogue.levers_of(measure).map(|lever| session.projection.last().lever(lever.id)).collect(),
        cost_unknown: catalogue.is_cost_unknown(measure, session.projection.last_year(), plan),
        moved,
        as_set,
    };
    html! { <Card key={measure.index()} ..props /> }
}
