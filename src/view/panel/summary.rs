//! What is set, in one list: for a briefing, for paper.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::use_settled;
use crate::model::catalogue::Catalogue;
use crate::model::id::{Leaf, Setting};
use crate::scenario::edit::{assumptions, title};
use crate::scenario::{is_assumption, outlook};
use crate::view::desk::Desk;
use crate::view::formula::leaf_value;
use crate::view::session::Session;
use crate::view::still::still;
use crate::view::{differs, words};

/// The settings that differ from today and from the default assumptions.
#[component]
pub fn Summary() -> Html {
    still("summary", use_settled(), draw)
}

fn draw(_: &Desk, session: &Session) -> Html {
    let catalogue = &session.catalogue;
    let outlook = outlook(catalogue);
    let (policy, figures): (Vec<_>, Vec<_>) = session
        .scenario
        .plan()
        .differing()
        .filter(|(setting, _)| !is_assumption(*setting, catalogue))
        .partition(|(setting, _)| !matches!(setting, Setting::Figure(_)));
    // Assumptions always stand here: a default is an assumption too.
    // The outlook is none: it says which of two results is shown.
    let assumed = assumptions(catalogue)
        .filter(|setting| Some(*setting) != outlook)
        .filter_map(|setting| session.scenario.plan().value(setting, catalogue).map(|value| (setting, value)));
    html! {
        <section class="summary">
            <p class="utrecht-paragraph">{ format!("Uitgangspunt: {}.", session.scenario.origin(catalogue)) }{ differences(session) }</p>
            <div class="utrecht-table-container scroll" role="region" aria-label="Tabel met instellingen" tabindex="0">
                <table class="utrecht-table utrecht-table--html-table summary__table">
                    <thead><tr><th scope="col">{ "Maatregel of aanname" }</th><th scope="col">{ "Instelling" }</th><th scope="col">{ "Stand" }</th><th scope="col">{ "Nu of standaard" }</th></tr></thead>
                    <tbody>{ for policy.into_iter().chain(figures).chain(assumed).map(|(setting, value)| row(setting, value, session)) }</tbody>
                </table>
            </div>
            { for assumptions(catalogue).filter_map(|setting| of_open(setting, session)) }
        </section>
    }
}

/// How the scenario differs from its reference, unless it is that itself.
fn differences(session: &Session) -> Option<Html> {
    let (scenario, catalogue) = (&session.scenario, &session.catalogue);
    let name = scenario.name(catalogue);
    let differs = name != scenario.reference(catalogue).label;
    differs.then(|| html! { <>{ " ‘" }<bdi>{ name }</bdi>{ "’" }{ differs::beside_reference(catalogue, scenario) }</> })
}

/// What a reader should know of an assumption that is left open.
fn of_open(setting: Setting, session: &Session) -> Option<Html> {
    let is_open = session.scenario.plan().value(setting, &session.catalogue).is_none();
    let note = session.catalogue.assumption_of(setting).filter(|_| is_open)?.open_note.as_ref()?;
    Some(html! { <p class="years__note" key={session.catalogue.id_of(setting)}>{ note }</p> })
}

fn row(setting: Setting, value: Decimal, session: &Session) -> Html {
    let reason = match setting {
        Setting::Figure(id) => session.scenario.reason(id).map(|reason| AttrValue::from(reason.to_string())),
        _ => None,
    };
    still(session.catalogue.id_of(setting), RowOf { setting, value, reason }, draw_row)
}

#[derive(PartialEq)]
struct RowOf {
    setting: Setting,
    value: Decimal,
    reason: Option<AttrValue>,
}

/// One setting.
fn draw_row(desk: &Desk, row: &RowOf) -> Html {
    let catalogue = &*desk.catalogue;
    let setting = row.setting;
    let shown = |value| leaf_value(Leaf::Setting(setting), value, catalogue);
    let default = catalogue.spec(setting).default;
    // What is policy or an own figure always differs; among the assumptions it is news.
    let differs = is_assumption(setting, catalogue) && default != Some(row.value);
    let default = default.map_or_else(|| "niet ingevuld".to_string(), shown);
    html! {
        <tr class={classes!(differs.then_some("summary__differs"))}>
            <td>{ owner(setting, catalogue) }{ if differs { ", wijkt af" } else { "" } }</td>
            <td>{ title(setting, catalogue) }{ row.reason.as_ref().map(|reason| format!(". Reden: {reason}")).unwrap_or_default() }</td>
            <td class="numeric">{ shown(row.value) }</td>
            <td class="numeric">{ default }</td>
        </tr>
    }
}

/// What a setting belongs to.
pub fn owner(setting: Setting, catalogue: &Catalogue) -> String {
    let assumed = if is_assumption(setting, catalogue) { "Aanname" } else { "Eigen invoer" };
    catalogue.measure_of(setting).map_or_else(|| assumed.to_string(), |measure| words::measure(measure, catalogue))
}
