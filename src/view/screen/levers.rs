//! The levers of the first screen, one row each; what the others do stands at the foot.

use yew::prelude::*;

use super::row::{Row, RowProps, Share};
use super::seen::Seen;
use super::shares::{featured, on_screen, others};
use super::ui::{SheetKind, UiAction};
use crate::model::catalogue::{Lever, Measure};
use crate::model::id::{MeasureId, Setting};
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::view::desk::Desk;
use crate::view::scene::Scene;
use crate::view::session::Session;
use crate::view::still::still;

/// What the row of a lever needs.
pub fn row_props(lever: &Lever, session: &Session, shown: Option<Money>) -> RowProps {
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let setting = Setting::Lever(lever.id);
    let at = |plan: &Plan| plan.value(setting, catalogue).unwrap_or_default();
    let exact = session.shown().last().lever(lever.id);
    let is_known = !catalogue.measure(lever.measure).is_unknown(plan);
    RowProps {
        lever: lever.id,
        value: at(plan),
        was: at(&session.reference.plan),
        share: Share {
            exact: is_known.then_some(exact),
            shown: shown.unwrap_or(exact),
            without_costs: catalogue.is_cost_unknown(lever.measure, session.projection.last_year(), plan),
            outlook: session.outlook(),
        },
        is_first: false,
        in_use: false,
        on_tab: true,
    }
}

/// The levers of the first screen; a phone shows those of one measure at a time.
pub fn levers(Seen { scene: Scene { session, ui, .. }, settled, shares, .. }: &Seen) -> Html {
    let first = featured(&session.catalogue).next().map(|measure| measure.measure);
    let tab = ui.tab.or(first);
    let mut before = None::<MeasureId>;
    let rows = on_screen(session).into_iter().zip(&shares.on_screen).map(|(lever, shown)| {
        let is_first = before.replace(lever.measure) != Some(lever.measure);
        let props = RowProps {
            is_first,
            in_use: ui.lever == Some(lever.id),
            on_tab: tab == Some(lever.measure),
            ..row_props(lever, session, Some(*shown))
        };
        html! { <Row key={lever.key.clone()} ..props /> }
    });
    let covered = matches!(ui.open, Some(SheetKind::Others | SheetKind::Assumptions));
    html! {
        <section class="levers" aria-labelledby="kop-maatregelen" inert={covered}>
            { still("head", settled.clone(), draw_head) }
            { still("tabs", (tab, others(&session.catalogue, session.scenario.plan())), draw_tabs) }
            <ul style={format!("--rows:{}", rows.len())}>{ for rows }</ul>
        </section>
    }
}

/// What the columns are of.
fn draw_head(_: &Desk, session: &Session) -> Html {
    html! {
        <div class="levers__head">
            <h2 id="kop-maatregelen">{ "Maatregelen" }</h2>
            <span>{ format!("nu = {}", session.catalogue.pack().seen_from) }</span>
            <span class="levers__unit">{ format!("{}, mln", session.projection.last_year().number()) }</span>
        </div>
    }
}

/// Which measure a phone shows, and the way to the others.
fn draw_tabs(desk: &Desk, (tab, others): &(Option<MeasureId>, usize)) -> Html {
    let catalogue = &desk.catalogue;
    let one = |measure: &Measure| {
        let id = measure.measure;
        let onclick = desk.ui.reform(move |_: MouseEvent| UiAction::Tab(id));
        let name = measure.short.as_ref().unwrap_or(&measure.name).clone();
        html! { <button key={measure.number} type="button" aria-pressed={(*tab == Some(id)).to_string()} {onclick}>{ name }</button> }
    };
    html! {
        <div class="tabs" role="group" aria-label="Maatregel">
            { for featured(catalogue).map(one) }
            <button type="button" aria-label={format!("{others} andere maatregelen")} aria-haspopup="dialog" onclick={desk.opens(SheetKind::Others)}>
                { format!("+{others}") }
            </button>
        </div>
    }
}
