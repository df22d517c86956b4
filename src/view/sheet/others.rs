//! The measures that do not stand on the screen: the same rows, by chapter of the plan.

use yew::prelude::*;

use crate::model::catalogue::{Catalogue, Lever, Measure};
use crate::model::id::LeverId;
use crate::model::plan::Plan;
use crate::view::desk::Desk;
use crate::view::panel::use_settled;
use crate::view::scene::{Scene, use_scene};
use crate::view::screen::ui::SheetKind;
use crate::view::screen::{Row, row_props};
use crate::view::session::Session;
use crate::view::still::still;
use crate::view::words;

/// Their levers.
#[component]
pub fn Others() -> Html {
    let (Scene { session: now, ui, .. }, settled) = (use_scene(), use_settled());
    // While it is shut nobody sees its rows move.
    let session = if ui.open == Some(SheetKind::Others) { now } else { settled };
    still("others", Seen { session, used: ui.lever }, draw)
}

#[derive(PartialEq)]
struct Seen {
    session: Session,
    /// The lever that was used last.
    used: Option<LeverId>,
}

fn draw(_: &Desk, Seen { session, used }: &Seen) -> Html {
    let measures = session.catalogue.measures();
    let of_chapter = measures.chunk_by(|a, b| a.chapter == b.chapter);
    let chapters = of_chapter.filter_map(|measures| chapter(measures, session, *used));
    html! {
        <>
            <p class="sheet__lead">{ format!("Netto besparing in {}, in miljoenen. Tik op een bedrag voor het waarom; een ? is een effect dat niemand kent.", session.projection.last_year().number()) }</p>
            { for chapters }
            { for words::unknown_costs(&session.catalogue, session.projection.last_year(), session.scenario.plan()).map(|note| html! { <p class="years__note">{ note }</p> }) }
        </>
    }
}

/// The measures of a chapter that do not stand on top; nothing where there are none.
fn chapter(measures: &[Measure], session: &Session, used: Option<LeverId>) -> Option<Html> {
    let catalogue = &session.catalogue;
    let (title, of) = measures.first().map(|first| (&first.chapter, first.measure))?;
    let is_wider = !catalogue.counts(of, &Plan::default());
    let idle = !catalogue.counts(of, session.scenario.plan());
    let listed = measures.iter().filter(|measure| measure.featured.is_none());
    // Of a wider scope many have no amount at all: those are out of the way.
    let (folded, open): (Vec<_>, Vec<_>) = listed.partition(|measure| is_wider && measure.unknown_until.is_some());
    let list = |measures: &[&Measure]| {
        let rows: Html = measures.iter().flat_map(|measure| rows_of(measure, session, used)).collect();
        html! { <ul inert={idle}>{ rows }</ul> }
    };
    (!open.is_empty()).then(|| {
        html! {
            <section key={title.clone()} class={classes!("others__chapter", idle.then_some("others__chapter--idle"))}>
                <h3>{ title }</h3>
                if idle { <p class="sheet__lead">{ why_idle(catalogue) }</p> }
                { list(&open) }
                if !folded.is_empty() {
                    <details>
                        <summary>{ format!("{} zonder bedragen in de bronnen: effect onbekend", folded.len()) }</summary>
                        { list(&folded) }
                    </details>
                }
            </section>
        }
    })
}

/// Why measures do nothing in the scope of now.
fn why_idle(catalogue: &Catalogue) -> String {
    let wider = catalogue.wider().map_or("", |pack| &pack.choice);
    format!(
        "Deze tellen alleen mee bij “{wider}”: dat kiest u bovenaan of in het menu. Wat u hier instelde, blijft in de link."
    )
}

/// The levers of a measure; the first says which it is, and whether anybody knows what it does.
fn rows_of(measure: &Measure, session: &Session, used: Option<LeverId>) -> Vec<Html> {
    let levers = session.catalogue.levers_of(measure.measure).enumerate();
    let row = |(at, lever): (usize, &Lever)| {
        let mut props = row_props(lever, session, None);
        (props.is_first, props.in_use) = (at == 0, used == Some(lever.id));
        html! { <Row key={lever.key.clone()} ..props /> }
    };
    levers.map(row).collect()
}
