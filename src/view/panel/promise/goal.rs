//! How to reach a target: what is wished, the search, and what it found.

mod amount;
mod found;
mod measures;
mod proposal;
mod results;
mod state;
mod verdict;
mod wish;

use yew::prelude::*;

use self::found::Found;
use self::results::Results;
use self::state::{Act, State};
use self::wish::WishForm;
use crate::analysis::draws::COUNT;
use crate::analysis::goal::Target;
use crate::model::id::MeasureId;
use crate::view::format;
use crate::view::outlook::{use_outlook, use_share};
use crate::view::panel::use_session;
use crate::view::rest;
use crate::view::same::Same;
use crate::view::session::Session;

/// How long the search waits before it holds the page, in milliseconds: time to paint that it is busy.
const PAINT_MS: u32 = 40;

/// How to reach a target.
#[component]
pub fn Goal() -> Html {
    let session = use_session();
    let state = use_reducer(|| State::starting(session.projection.last_year()));
    let act = {
        let dispatcher = state.dispatcher();
        use_callback((), move |act: Act, ()| dispatcher.dispatch(act))
    };
    use_search(&state, &session, &act);
    let status = match (&state.asked, &state.found) {
        (Some(_), _) => "Bezig met zoeken…".to_string(),
        (None, Some(found)) => verdict::outcome(found),
        (None, None) => String::new(),
    };
    html! {
        <div class="goal">
            <p class="utrecht-paragraph">
                { "Kies een doel en welke maatregelen daarvoor mogen bewegen. De simulator zoekt standen van de knoppen die het doel halen. \
                   Aannames, startjaren en cijfers blijven zoals u ze hebt ingesteld." }
            </p>
            <WishForm wish={state.wish.clone()} error={state.error.clone()} unknown={unknown(&session)} act={act.clone()}>
                if let Ok(target) = state.wish.target() { <ShareOfRuns {target} /> }
            </WishForm>
            <p role="status" class="goal__status">{ status }</p>
            if let Some(found) = state.found.clone() { <Results {found} /> }
        </div>
    }
}

/// The measures whose effect no source gives: they cannot take part.
fn unknown(session: &Session) -> Vec<MeasureId> {
    let plan = session.scenario.plan();
    let measures = session.catalogue.measures().iter();
    measures.filter(|text| text.is_unknown(plan)).map(|text| text.measure).collect()
}

/// Searches for what was asked, from the scenario as it is when it was asked.
#[hook]
fn use_search(state: &State, session: &Session, act: &Callback<Act>) {
    let (session, act) = (session.clone(), act.clone());
    use_effect_with(state.asked.clone(), move |asked| {
        let search = asked.clone().map(|asked| {
            rest::later(PAINT_MS, move || {
                let found = Found::of(&asked, &session);
                act.emit(Act::Found(Same::new(found)));
            })
        });
        move || drop(search)
    });
}

#[derive(Properties, PartialEq)]
struct ShareOfRunsProps {
    target: Target,
}

/// In which share of the runs the present scenario meets the target.
#[component]
fn ShareOfRuns(props: &ShareOfRunsProps) -> Html {
    let target = props.target;
    let (outlook, share) = (use_outlook(), use_share(target));
    let Some((outlook, share)) = outlook.zip(share) else { return html! {} };
    html! {
        <p class="goal__share">
            { format!("In {} haalt dit scenario het doel ({}). ", verdict::share(share, &format::number(COUNT.into(), 0)), verdict::target(&target)) }
            { format!("{}; dat volgt uit onze cijfers en aannames en is geen kans.", outlook.title) }
        </p>
    }
}
