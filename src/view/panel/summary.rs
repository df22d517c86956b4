//! What is set, in one list: for a briefing, for paper.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::use_settled;
use crate::model::catalogue::Catalogue;
use crate::model::id::{Leaf, Setting};
use crate::model::plan::Plan;
use crate::scenario::edit::{assumptions, title};
use crate::scenario::{is_assumption, is_view};
use crate::view::desk::Desk;
use crate::view::formula::leaf_value;
use crate::view::mark::Mark;
use crate::view::nodes::nodes;
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
    let (policy, figures): (Vec<_>, Vec<_>) = session
        .scenario
        .plan()
        .differing()
        .filter(|(setting, _)| !is_assumption(*setting, catalogue))
        .partition(|(setting, _)| !matches!(setting, Setting::Figure(_)));
    // Assumptions always stand here: a default is an assumption too.
    // How it is looked at is none: that says which of the results are shown.
    let assumed = assumptions(catalogue)
        .filter(|setting| !is_view(*setting, catalogue))
        .filter_map(|setting| session.scenario.plan().value(setting, catalogue).map(|value| (setting, value)));
    let rows = policy.into_iter().chain(figures).chain(assumed).map(|(setting, value)| row(setting, value, session));
    let section = Mark::of("section", "summary").holding([begins(session), table(rows)]);
    nodes(section.holding(assumptions(catalogue).filter_map(|setting| of_open(setting, session))))
}

/// What it begins from, and how it differs from its reference unless it is that itself.
fn begins(session: &Session) -> Mark {
    let (scenario, catalogue) = (&session.scenario, &session.catalogue);
    let from = format!("Uitgangspunt: {}.", scenario.origin(catalogue));
    let name = scenario.name(catalogue);
    let differs = name != scenario.reference(catalogue).label;
    let beside = differs.then(|| {
        let differences = format!("’{}", differs::beside_reference(catalogue, scenario));
        [Mark::bare("span").saying(" ‘"), Mark::bare("bdi").saying(name), Mark::bare("span").saying(differences)]
    });
    Mark::of("p", "utrecht-paragraph").saying(from).holding(beside.into_iter().flatten())
}

fn table(rows: impl Iterator<Item = Mark>) -> Mark {
    let column = |name: &str| Mark::bare("th").with("scope", "col").saying(name);
    let columns = ["Maatregel of aanname", "Instelling", "Stand", "Nu of standaard"].map(column);
    let head = Mark::bare("thead").holding([Mark::bare("tr").holding(columns)]);
    let table = Mark::of("table", "utrecht-table utrecht-table--html-table summary__table");
    let around = Mark::of("div", "utrecht-table-container scroll").with("role", "region").with("tabindex", "0");
    around
        .with("aria-label", "Tabel met instellingen")
        .holding([table.holding([head, Mark::bare("tbody").holding(rows)])])
}

/// What a reader should know of an assumption that is left open.
fn of_open(setting: Setting, session: &Session) -> Option<Mark> {
    let is_open = session.scenario.plan().value(setting, &session.catalogue).is_none();
    let note = session.catalogue.assumption_of(setting).filter(|_| is_open)?.open_note.as_ref()?;
    Some(Mark::of("p", "years__note").saying(note))
}

/// One setting.
fn row(setting: Setting, value: Decimal, session: &Session) -> Mark {
    let catalogue = &*session.catalogue;
    let shown = |value| leaf_value(Leaf::Setting(setting), value, catalogue);
    let default = catalogue.spec(setting).default;
    // What is policy or an own figure always differs; among the assumptions it is news.
    let differs = is_assumption(setting, catalogue) && default != Some(value);
    let reason = match setting {
        Setting::Figure(id) => session.scenario.reason(id),
        _ => None,
    };
    let reason = reason.map(|reason| format!(". Reden: {reason}")).unwrap_or_default();
    let cell = |class: &str, text: String| Mark::of("td", class).saying(text);
    Mark::of("tr", if differs { "summary__differs" } else { "" }).holding([
        cell(
            "",
            format!(
                "{}{}",
                owner(setting, [session.scenario.plan()], catalogue),
                if differs { ", wijkt af" } else { "" }
            ),
        ),
        cell("", format!("{}{reason}", title(setting, catalogue))),
        cell("numeric", shown(value)),
        cell("numeric", default.map_or_else(|| "niet ingevuld".to_string(), shown)),
    ])
}

/// What a setting belongs to in some plans: a figure that each of them has from a ready-made scenario is assumed.
pub fn owner<'p>(setting: Setting, plans: impl IntoIterator<Item = &'p Plan>, catalogue: &Catalogue) -> String {
    let is_own = match setting {
        Setting::Figure(id) => plans.into_iter().any(|plan| catalogue.is_own(id, plan)),
        _ => !is_assumption(setting, catalogue),
    };
    let assumed = if is_own { "Eigen invoer" } else { "Aanname" };
    catalogue.measure_of(setting).map_or_else(|| assumed.to_string(), |measure| words::measure(measure, catalogue))
}
