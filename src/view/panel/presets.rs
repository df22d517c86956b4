//! Ready-made scenarios and baselines, one click away.

use yew::prelude::*;

use super::use_session;
use crate::model::catalogue::Preset;
use crate::scenario::edit::Edit;
use crate::view::desk::Desk;
use crate::view::still::still;

/// The two rows of ready-made starting points.
#[component]
pub fn Presets() -> Html {
    let session = use_session();
    let catalogue = &session.catalogue;
    let changed = !session.scenario.changes(catalogue).is_empty();
    html! {
        <div class="presets">
            { still("scenarios", ReadyMade { baselines: false, chosen: Some(session.scenario.start()), changed }, draw_ready_made) }
            { still("baselines", ReadyMade { baselines: true, chosen: session.scenario.stands_on(catalogue), changed: false }, draw_ready_made) }
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
    let policy_of = |at: usize| if of.baselines { None } else { desk.catalogue.policy_of(at) };
    let (policy, assumed): (Vec<_>, Vec<_>) = presets.iter().enumerate().partition(|(at, _)| policy_of(*at).is_none());
    let help = of.chosen.and_then(|at| Some((policy_of(at).and_then(|of| presets.get(of)), presets.get(at)?)));
    html! {
        <div class="presets__row">
            <h3 class="presets__title">{ title }</h3>
            if let Some((same, preset)) = help {
                <p class="lever__help">
                    { same.map(|policy| format!("{} met een eigen realisatie. ", policy.label)) }{ &preset.help }
                </p>
            }
            <ul class="presets__list">{ for policy.into_iter().map(one) }</ul>
            if !assumed.is_empty() {
                <p class="lever__help">{ "Geen ander beleid, wel een andere aanname over wat ervan terechtkomt:" }</p>
                <ul class="presets__list">{ for assumed.into_iter().map(one) }</ul>
            }
        </div>
    }
}
