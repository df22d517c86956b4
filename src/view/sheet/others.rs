//! The measures that do not stand on the screen: the same rows, by chapter of the plan.

use yew::prelude::*;

use crate::model::catalogue::{Lever, Measure};
use crate::model::id::LeverId;
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
    let chapters = measures.chunk_by(|a, b| a.chapter == b.chapter).filter_map(|chapter| {
        let rows: Vec<Html> = chapter
            .iter()
            .filter(|measure| measure.featured.is_none())
            .flat_map(|measure| rows_of(measure, session, *used))
            .collect();
        let title = &chapter.first()?.chapter;
        (!rows.is_empty()).then(|| {
            html! {
                <section key={title.clone()} class="others__chapter">
                    <h3>{ title }</h3>
                    <ul>{ rows }</ul>
                </section>
            }
        })
    });
    html! {
        <>
            <p class="sheet__lead">{ format!("Netto besparing in {}, in miljoenen. Tik op een bedrag voor het waarom; een ? is een effect dat niemand kent.", session.projection.last_year().number()) }</p>
            { for chapters }
            { for words::unknown_costs(&session.catalogue, session.projection.last_year(), session.scenario.plan()).map(|note| html! { <p class="years__note">{ note }</p> }) }
        </>
    }
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
