//! The settings in which the scenarios differ, with lowest, highest and average.

use std::rc::Rc;

use rust_decimal::{Decimal, RoundingStrategy};
use yew::prelude::*;

use super::choice::World;
use super::editions;
use super::results::{Column, Columns};
use super::table::{Further, row, table};
use crate::model::bounds::Unit;
use crate::model::catalogue::Catalogue;
use crate::model::digits::dutch;
use crate::model::id::{Leaf, Setting};
use crate::scenario::compare::{Difference, Spread, Stand, differences};
use crate::scenario::edit::title_within;
use crate::view::edition::Edition;
use crate::view::formula::leaf_value;
use crate::view::panel::summary::owner;

/// What stands behind the scenarios.
const FURTHER: [&str; 3] = ["Laagste", "Hoogste", "Gemiddeld"];

#[derive(Properties, PartialEq)]
pub struct SettingsProps {
    pub columns: Columns,
}

/// The table of settings.
#[component]
pub fn Settings(props: &SettingsProps) -> Html {
    let apart = props.columns.by_edition();
    let one = |(edition, columns): &(Rc<Edition>, Columns)| {
        let heading = (apart.len() > 1).then(|| html! { <h4>{ format!("Cijfers {}", edition.name()) }</h4> });
        html! { <div key={edition.name()}>{ heading }{ of_edition(columns, &edition.catalogue) }</div> }
    };
    apart.iter().map(one).collect()
}

/// The settings of scenarios that have the same figures.
fn of_edition(columns: &Columns, catalogue: &Catalogue) -> Html {
    let differing = differences(&columns.plans(), catalogue);
    if columns.iter().len() == 1 {
        let letters = editions::letters(columns);
        return html! { <p class="utrecht-paragraph">{ format!("Alleen {letters} heeft deze cijfers: er is niets om de instellingen mee te vergelijken.") }</p> };
    }
    if differing.is_empty() {
        return html! { <p class="utrecht-paragraph">{ "Deze scenario’s verschillen in geen enkele instelling." }</p> };
    }
    let plans = columns.plans();
    let owner = |of: &Difference| owner(of.setting, plans.iter().copied(), catalogue);
    let groups = differing.chunk_by(|a, b| owner(a) == owner(b));
    let body = groups
        .map(|group| of_owner(group.first().map(owner).unwrap_or_default(), group, columns, catalogue))
        .collect::<Html>();
    html! {
        <>
            <p class="years__note">{ "Alleen instellingen waarin ten minste twee scenario’s verschillen. Laagste, hoogste en gemiddeld gaan over deze scenario’s." }</p>
            { table("Tabel met instellingen die verschillen", "Instelling", columns, &FURTHER, body) }
        </>
    }
}

/// The settings of a measure, the assumptions or the own figures, under a heading that repeats the letters.
fn of_owner(name: String, group: &[Difference], columns: &Columns, catalogue: &Catalogue) -> Html {
    html! {
        <tbody role="rowgroup" key={name.clone()}>
            <tr role="row" class="versus__group">
                <th scope="rowgroup" role="rowheader">{ name }</th>
                { for columns.iter().map(|column| html! { <td role="cell" key={column.letter.text()} aria-hidden="true">{ column.letter.text() }</td> }) }
                <td role="cell" colspan={FURTHER.len().to_string()} aria-hidden="true"></td>
            </tr>
            { for group.iter().map(|difference| one(difference, columns, catalogue)) }
        </tbody>
    }
}

fn one(difference: &Difference, columns: &Columns, catalogue: &Catalogue) -> Html {
    let setting = difference.setting;
    let cell = |(column, stand): (&Column, &Stand)| {
        html! {
            <span data-setting={catalogue.id_of(setting)} data-scenario={column.letter.text()}>
                { stands(*stand, setting, catalogue) }
                { reason(column, setting, columns.world).map(|reason| html! { <small class="versus__exact">{ format!("Reden: {reason}") }</small> }) }
            </span>
        }
    };
    let further = spread(difference, columns.iter().len(), catalogue);
    row(
        catalogue.id_of(setting),
        title_within(setting, catalogue).into(),
        columns,
        columns.iter().zip(&difference.stands).map(cell),
        further,
    )
}

/// Where a scenario has a setting, in words.
pub fn stands(stand: Stand, setting: Setting, catalogue: &Catalogue) -> String {
    match stand {
        Stand::At(value) => leaf_value(Leaf::Setting(setting), value, catalogue),
        Stand::Open => "niet ingevuld".to_string(),
        Stand::Unknown => "onbekend".to_string(),
    }
}

/// Why a scenario replaced a figure; under other assumptions than its own it did not.
fn reason(column: &Column, setting: Setting, world: World) -> Option<&str> {
    match (setting, world) {
        (Setting::Figure(figure), World::Own) => column.scenario.reason(figure),
        _ => None,
    }
}

/// Lowest, highest and average, and over how many scenarios where not all have a value.
fn spread(difference: &Difference, count: usize, catalogue: &Catalogue) -> Vec<Further> {
    let setting = difference.setting;
    let Some(Spread { lowest, highest, average, over }) = difference.spread else {
        return FURTHER.map(|name| (name, html! { <span class="versus__aside">{ "n.v.t." }</span> })).to_vec();
    };
    let value = |of: &'static str, exact: Decimal, text: String| {
        html! { <data data-setting={catalogue.id_of(setting)} data-spread={of} value={exact.normalize().to_string()}>{ text }</data> }
    };
    let few =
        (over < count).then(|| html! { <small class="versus__exact">{ format!("over {over} van {count}") }</small> });
    let shown = |value| leaf_value(Leaf::Setting(setting), value, catalogue);
    let [low, high, middle] = FURTHER;
    vec![
        (low, value("lowest", lowest, shown(lowest))),
        (high, value("highest", highest, shown(highest))),
        (middle, html! { <>{ value("average", average, average_of(average, setting, catalogue)) }{ few }</> }),
    ]
}

/// An average with one decimal more than the setting itself can have; an amount of money with none more.
pub fn sensible(average: Decimal, setting: Setting, catalogue: &Catalogue) -> Decimal {
    let spec = catalogue.spec(setting);
    let own = spec.bounds.map_or(0, |bounds| bounds.step.normalize().scale());
    let more = match spec.unit {
        Unit::Euro | Unit::EuroPerYear | Unit::EuroPerHour => 0,
        _ => 1,
    };
    average.round_dp_with_strategy(own + more, RoundingStrategy::MidpointAwayFromZero)
}

fn average_of(average: Decimal, setting: Setting, catalogue: &Catalogue) -> String {
    let rounded = sensible(average, setting, catalogue);
    match catalogue.spec(setting).unit {
        // A year has no decimals of its own, and no point.
        Unit::Year => dutch(rounded),
        _ => leaf_value(Leaf::Setting(setting), rounded, catalogue),
    }
}
