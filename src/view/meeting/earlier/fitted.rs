//! A growth that nobody could have known: the one that would have foreseen the latest published cost.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::analysis::lookback::latest_cost;
use crate::model::bounds::Unit;
use crate::model::catalogue::Catalogue;
use crate::model::money::Money;
use crate::model::role::InputRole;
use crate::scenario::edit::Edit;
use crate::view::desk::use_desk;
use crate::view::format;
use crate::view::panel::use_session;

#[derive(Properties, PartialEq)]
pub struct FittedProps {
    /// The growth that fits, if any does.
    pub growth: Option<Decimal>,
}

/// What it is, and the way to calculate with it.
#[component]
pub fn Fitted(props: &FittedProps) -> Html {
    let (session, desk) = (use_session(), use_desk());
    let (catalogue, growth) = (desk.catalogue.clone(), props.growth);
    let setting = catalogue.played(InputRole::Fitted);
    let now = setting.and_then(|setting| session.scenario.plan().value(setting, &catalogue));
    let button = setting.filter(|_| growth.is_some()).map(|setting| {
        let onclick = Callback::from(move |_: MouseEvent| desk.edit(Edit::Set(setting, growth)));
        html! {
            <button type="button" class="utrecht-button utrecht-button--secondary-action preset" aria-pressed={(growth == now).to_string()} {onclick}>
                { "Achteraf passend gemaakt" }
            </button>
        }
    });
    html! {
        <>
            { button }
            <p class="lever__help">{ in_words(growth, now, &catalogue) }</p>
        </>
    }
}

/// Which growth fits, beside that of now.
fn in_words(fitted: Option<Decimal>, now: Option<Decimal>, catalogue: &Catalogue) -> Option<String> {
    let latest = latest_cost(catalogue)?;
    let published =
        format!("de gepubliceerde {} van {}", format::millions(Money::from_euros(latest.amount)), latest.year);
    let growth = |value| format::value(value, Unit::PercentPerYear);
    let Some(fitted) = fitted else {
        let bounds = catalogue.spec(catalogue.played(InputRole::Fitted)?).bounds?;
        return Some(format!(
            "Met geen enkele groei van de kosten per jeugdige van {} tot en met {} komt dit scenario op {published}.",
            growth(bounds.min),
            growth(bounds.max)
        ));
    };
    let now = now.filter(|now| *now != fitted).map(|now| format!(" Nu rekent het met {}.", growth(now)));
    Some(format!(
        "Kennis achteraf: met kosten per jeugdige die {} boven de loonindex groeien, komt dit scenario het dichtst bij \
         {published}.{} Zo is ieder model passend te maken: het zegt niet dat het klopt, ook niet voor andere jaren.",
        growth(fitted),
        now.unwrap_or_default()
    ))
}
