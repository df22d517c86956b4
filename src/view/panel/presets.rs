//! Ready-made scenarios and baselines, one click away.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::use_session;
use crate::analysis::lookback::fitted_growth;
use crate::model::bounds::Unit;
use crate::model::catalogue::Preset;
use crate::model::id::{AssumptionId, Setting};
use crate::scenario::edit::Edit;
use crate::view::desk::use_desk;
use crate::view::format;

/// The growth that is fitted to what happened.
const GROWTH: Setting = Setting::Assumption(AssumptionId::GroeiZwaarte);

/// The two rows of ready-made starting points.
#[component]
pub fn Presets() -> Html {
    let session = use_session();
    let catalogue = &session.catalogue;
    let changed = !session.scenario.changes(catalogue).is_empty();
    html! {
        <div class="presets">
            <Row
                title="Begin met een scenario"
                presets={catalogue.scenarios().iter().map(button).collect::<Vec<_>>()}
                chosen={Some(session.scenario.start())}
                {changed}
                edit={Callback::from(Edit::StartFrom)}
            />
            <Row
                title="Zonder maatregelen groeien de kosten volgens"
                presets={catalogue.baselines().iter().map(button).collect::<Vec<_>>()}
                chosen={session.scenario.stands_on(catalogue)}
                changed={false}
                edit={Callback::from(Edit::StandOn)}
            />
            <Fitted growth={session.scenario.plan().value(GROWTH, catalogue)} />
        </div>
    }
}

fn button(preset: &Preset) -> (AttrValue, AttrValue) {
    (preset.label.clone().into(), preset.help.clone().into())
}

#[derive(Properties, PartialEq)]
struct RowProps {
    title: AttrValue,
    /// Labels and what they mean.
    presets: Vec<(AttrValue, AttrValue)>,
    chosen: Option<usize>,
    /// Whether the scenario differs from the chosen one by now.
    changed: bool,
    edit: Callback<usize, Edit>,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let desk = use_desk();
    let one = |(at, (label, help)): (usize, &(AttrValue, AttrValue))| {
        let chosen = props.chosen == Some(at);
        let (desk, edit) = (desk.clone(), props.edit.clone());
        let onclick = Callback::from(move |_: MouseEvent| desk.edit(edit.emit(at)));
        html! {
            <li key={at}>
                <button
                    type="button"
                    class="utrecht-button utrecht-button--secondary-action preset"
                    aria-pressed={chosen.to_string()}
                    title={help}
                    {onclick}
                >
                    { label }{ if chosen && props.changed { " (aangepast)" } else { "" } }
                </button>
            </li>
        }
    };
    html! {
        <div class="presets__row">
            <h3 class="presets__title">{ &props.title }</h3>
            <p class="lever__help">{ props.chosen.and_then(|at| props.presets.get(at)).map(|(_, help)| help.clone()).unwrap_or_default() }</p>
            <ul class="presets__list">{ for props.presets.iter().enumerate().map(one) }</ul>
        </div>
    }
}

/// What came of fitting the growth.
#[derive(Clone, Copy, PartialEq)]
enum Fit {
    /// Nobody asked yet.
    Unasked,
    /// This growth comes nearest.
    Found(Decimal),
    /// No growth within the bounds explains what was published.
    Nothing,
}

#[derive(Properties, PartialEq)]
struct FittedProps {
    /// The growth that the scenario calculates with.
    growth: Option<Decimal>,
}

/// A baseline that nobody could have known: the growth that would have foreseen the latest published cost. It takes some
/// calculations, so it is only made on a click.
#[component]
fn Fitted(props: &FittedProps) -> Html {
    let (session, desk) = (use_session(), use_desk());
    let fit = use_state_eq(|| Fit::Unasked);
    let onclick = {
        let fit = fit.clone();
        Callback::from(move |_: MouseEvent| {
            let growth = fitted_growth(&desk.catalogue, session.scenario.plan());
            if growth.is_some() {
                desk.edit(Edit::Set(GROWTH, growth));
            }
            fit.set(growth.map_or(Fit::Nothing, Fit::Found));
        })
    };
    let said = match *fit {
        Fit::Found(growth) if props.growth == Some(growth) => format!(
            "Kennis achteraf: de groei van de kosten per jeugdige staat nu op {}. Daarmee kwam het scenario, zoals het bij uw klik was, het \
             dichtst bij de laatst gepubliceerde kosten.",
            format::value(growth, Unit::PercentPerYear)
        ),
        Fit::Nothing => "Geen enkele groei brengt dit scenario op de laatst gepubliceerde kosten.".to_string(),
        Fit::Found(_) | Fit::Unasked => String::new(),
    };
    html! {
        <div class="presets__row">
            <button
                type="button"
                class="utrecht-button utrecht-button--secondary-action preset"
                title="Kennis achteraf: de groei waarmee dit scenario het dichtst bij de laatst gepubliceerde kosten komt"
                {onclick}
            >
                { "Achteraf passend gemaakt" }
            </button>
            <p class="lever__help" role="status">{ said }</p>
        </div>
    }
}
