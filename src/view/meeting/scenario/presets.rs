//! Ready-made scenarios and baselines, one click away.

use yew::prelude::*;

use crate::model::catalogue::Preset;
use crate::scenario::edit::Edit;
use crate::view::desk::Desk;
use crate::view::panel::use_session;
use crate::view::still::still;

/// The two rows of ready-made starting points.
#[component]
pub fn Presets() -> Html {
    let session = use_session();
    let catalogue = &session.catalogue;
    let stands_on = session.scenario.stands_on(catalogue);
    let changed = session.scenario.is_changed(catalogue);
    html! {
        <div class="presets">
            { still("scenarios", ReadyMade { baselines: false, chosen: Some(session.scenario.start()), changed }, draw_ready_made) }
            { still("baselines", ReadyMade { baselines: true, chosen: stands_on, changed: false }, draw_ready_made) }
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
    let (title, presets) = if of.baselines {
        ("Zonder maatregelen groeien de kosten volgens", desk.catalogue.baselines())
    } else {
        ("Begin met een scenario", desk.catalogue.scenarios())
    };
    let policy_of = |at: usize| if of.baselines { None } else { desk.catalogue.policy_of(at) };
    let has_apart = (0..presets.len()).any(|at| policy_of(at).is_some());
    let list = |apart: bool| {
        let listed = presets.iter().enumerate().filter(|(at, _)| policy_of(*at).is_some() == apart);
        html! { <ul class="presets__list">{ for listed.map(|(at, preset)| one(desk, of, at, preset)) }</ul> }
    };
    let policy = of.chosen.and_then(policy_of).and_then(|at| presets.get(at));
    html! {
        <div class="presets__row">
            <h3 class="presets__title">{ title }</h3>
            <p class="lever__help">
                { policy.map(|policy| format!("{} met een eigen realisatie. ", policy.label)) }
                { of.chosen.and_then(|at| presets.get(at)).map(|preset| preset.help.clone()) }
            </p>
            { list(false) }
            if has_apart {
                <p class="lever__help">{ "Geen ander beleid, wel een andere aanname over wat ervan terechtkomt:" }</p>
                { list(true) }
            }
        </div>
    }
}

/// One of them.
fn one(desk: &Desk, of: &ReadyMade, at: usize, preset: &Preset) -> Html {
    let chosen = of.chosen == Some(at);
    let edit = if of.baselines { Edit::StandOn } else { Edit::StartFrom };
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
}
