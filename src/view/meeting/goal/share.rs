//! In which share of the runs the scenario meets a target.

use yew::prelude::*;

use super::verdict;
use crate::analysis::draws::COUNT;
use crate::analysis::goal::{Aim, Target};
use crate::analysis::range::{Banded, Runs};
use crate::chart::euros;
use crate::scenario::Scenario;
use crate::view::meeting::drawn::draws;
use crate::view::panel::use_session;
use crate::view::same::Same;
use crate::view::session::Session;
use crate::view::{format, rest, words};

#[derive(Properties, PartialEq)]
pub struct ShareOfRunsProps {
    pub target: Target,
}

/// In which share of the runs the scenario meets the target, once they are done.
#[component]
pub fn ShareOfRuns(props: &ShareOfRunsProps) -> Html {
    let (session, target) = (use_session(), props.target);
    let runs = use_runs(&session);
    let Some(runs) = runs else { return html! {} };
    let share = share(&runs, &target);
    let title = words::outlook_title(session.outlook(), &session.catalogue, session.scenario.plan());
    html! {
        <p class="goal__share">
            { format!("In {} haalt dit scenario het doel ({}). ", verdict::share(share, &format::number(COUNT.into(), 0)), verdict::target(&target)) }
            { format!("{title}. {}", words::NO_CHANCE) }
        </p>
    }
}

fn share(runs: &Runs, target: &Target) -> f64 {
    let amount = euros(target.amount);
    match target.aim {
        Aim::Deficit => runs.share(Banded::Deficit, target.year, |deficit| deficit <= amount),
        Aim::Savings => runs.share(Banded::Savings, target.year, |saved| saved >= amount),
    }
}

/// The runs of the scenario in the outlook on the page; none until they are done: they take about as long as a frame, and what
/// is typed stands first.
#[hook]
fn use_runs(session: &Session) -> Option<Same<Runs>> {
    let done = use_state_eq(|| None::<(Same<Scenario>, Same<Runs>)>);
    {
        let (done, session) = (done.clone(), session.clone());
        use_effect_with(session.scenario.clone(), move |scenario| {
            let scenario = Same::from(scenario.clone());
            let timer = rest::later(0, move || {
                let runs = Runs::of(&session.catalogue, &session.sheet, &draws(&session.edition), session.outlook());
                done.set(Some((scenario, Same::new(runs))));
            });
            move || drop(timer)
        });
    }
    let present = Same::from(session.scenario.clone());
    done.as_ref().filter(|(of, _)| *of == present).map(|(_, runs)| runs.clone())
}
