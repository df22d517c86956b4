//! Ready-made scenarios and baselines, one click away.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::use_session;
use crate::analysis::lookback::{fitted_growth, latest_cost};
use crate::model::bounds::Unit;
use crate::model::catalogue::{Catalogue, Preset};
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::model::role::InputRole;
use crate::scenario::edit::Edit;
use crate::view::desk::{Desk, use_desk};
use crate::view::format;
use crate::view::still::still;

/// The two rows of ready-made starting points.
#[component]
pub fn Presets() -> Html {
    let session = use_session();
    let catalogue = &session.catalogue;
    let changed = session.scenario.is_changed(catalogue);
    html! {
        <div class="presets">
            { still("scenarios", ReadyMade { baselines: false, chosen: Some(session.scenario.start()), changed }, draw_ready_made) }
            { still("baselines", ReadyMade { baselines: true, chosen: session.scenario.stands_on(catalogue), changed: false }, draw_ready_made) }
            <Fitted />
        </div>
    }
}

/// The choice of a ready-made scenario, or of a baseline.
#[derive(PartialEq)]
struct ReadyMade {
    baselines: bool,
    chosen: Option<usize>,
    /// Whether the scenario differs from the chosen one by now.
    changed: bool,
}

fn draw_ready_made(desk: &Desk, of: &ReadyMade) -> Html {
    let (title, presets, edit): (_, _, fn(usize) -> Edit) = if of.baselines {
        ("Zonder maatregelen groeien de kosten volgens", desk.catalogue.baselines(), Edit::StandOn)
    } else {
        ("Begin met een scenario", desk.catalogue.scenarios(), Edit::StartFrom)
    };
    let one = |(at, preset): (usize, &Preset)| {
        let chosen = of.chosen == Some(at);
        let desk = desk.clone();
        let onclick = move |_: MouseEvent| desk.edit(edit(at));
        html! {
            <li key={at}>
                <button
                    type="button"
                    class="utrecht-button utrecht-button--secondary-action preset"
                    aria-pressed={chosen.to_string()}
                    title={preset.help.clone()}
                    {onclick}
                >
                    { &preset.label }{ if chosen && of.changed { " (aangepast)" } else { "" } }
                </button>
            </li>
        }
    };
    html! {
        <div class="presets__row">
            <h3 class="presets__title">{ title }</h3>
            <p class="lever__help">{ of.chosen.and_then(|at| presets.get(at)).map(|preset| preset.help.clone()).unwrap_or_default() }</p>
            <ul class="presets__list">{ for presets.iter().enumerate().map(one) }</ul>
        </div>
    }
}

#[derive(Properties, PartialEq)]
pub struct FittedProps {
    /// The growth that fits, or none that does, where somebody calculated it already.
    #[prop_or_default]
    pub known: Option<Option<Decimal>>,
}

/// A baseline that nobody could have known: the growth that would have foreseen the latest published cost. It takes some
/// calculations, so what is not known is only made on a click, and holds until the scenario changes.
#[component]
pub fn Fitted(props: &FittedProps) -> Html {
    let (session, desk) = (use_session(), use_desk());
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let asked = use_state_eq(|| None::<(Plan, Option<Decimal>)>);
    let of_click = asked.as_ref().filter(|(fitted, _)| fitted == plan).map(|(_, growth)| *growth);
    let fit = props.known.or(of_click);
    let fitted = catalogue.played(InputRole::Fitted);
    let now = fitted.and_then(|setting| plan.value(setting, catalogue));
    let onclick = {
        let (known, asked, plan, sheet) = (props.known, asked.clone(), plan.clone(), session.sheet.clone());
        Callback::from(move |_: MouseEvent| {
            let growth = known.unwrap_or_else(|| fitted_growth(&desk.catalogue, &sheet));
            let plan = plan.clone();
            if let (Some(setting), Some(_)) = (fitted, growth) {
                asked.set(Some((plan.with(setting, growth, &desk.catalogue), growth)));
                desk.edit(Edit::Set(setting, growth));
            } else {
                asked.set(Some((plan, None)));
            }
        })
    };
    html! {
        <div class="presets__row">
            if props.known != Some(None) {
                <button
                    type="button"
                    class="utrecht-button utrecht-button--secondary-action preset"
                    aria-pressed={fit.is_some_and(|growth| growth.is_some() && growth == now).to_string()}
                    title="Kennis achteraf: de groei waarmee dit scenario het dichtst bij de laatst gepubliceerde kosten komt"
                    {onclick}
                >
                    { "Achteraf passend gemaakt" }
                </button>
            }
            <p class="lever__help" role={props.known.is_none().then_some("status")}>
                { fit.and_then(|growth| in_words(growth, now, catalogue)) }
            </p>
        </div>
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
