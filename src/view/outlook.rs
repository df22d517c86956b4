//! The range of the present scenario. Ten thousand runs take about as long as a frame, so another thread does them: the
//! page shows the exact results at once, and the range follows.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::desk::use_desk;
use super::runner::Runner;
use super::session::{Origin, Session};
use super::words;
use crate::analysis::goal::Target;
use crate::analysis::range::Bands;
use crate::model::catalogue::Catalogue;
use crate::model::plan::Plan;
use crate::model::projection::Total;
use crate::scenario::Scenario;

/// The least time between two ranges while something moves, in milliseconds: the eye follows the exact results.
const INTERVAL_MS: u32 = 100;

/// What the runs of a scenario come to.
#[derive(Clone, PartialEq)]
pub struct Outlook {
    /// Which realisation the runs count on.
    pub title: &'static str,
    /// Of the deficit.
    pub deficit: Bands,
    /// Of the savings of all measures.
    pub savings: Bands,
}

impl Outlook {
    /// The outcome of the runs of a plan by the bands of all results; none where these are not whole.
    pub fn of(bands: &[f64], plan: &Plan, catalogue: &Catalogue) -> Option<Self> {
        let title = words::band_title(catalogue, plan);
        Some(Self { title, deficit: Bands::of(Total::Deficit, bands)?, savings: Bands::of(Total::Savings, bands)? })
    }
}

/// When the runs of a scenario are asked for.
#[derive(Default)]
struct Pace {
    /// The newest scenario that waits until the interval is over.
    waiting: Option<Rc<Scenario>>,
    /// Runs until the next may be asked for.
    interval: Option<Timeout>,
}

/// Asks for the runs of a scenario on the way to another: at once, or when the interval since the last is over.
fn follow(pace: &Rc<RefCell<Pace>>, runner: &Rc<Runner>, scenario: Rc<Scenario>) {
    let mut now = pace.borrow_mut();
    if now.interval.is_some() {
        now.waiting = Some(scenario);
        return;
    }
    runner.ask(scenario);
    let (later, runner) = (pace.clone(), runner.clone());
    now.interval = Some(Timeout::new(INTERVAL_MS, move || {
        let waiting = std::mem::take(&mut *later.borrow_mut()).waiting;
        waiting.into_iter().for_each(|scenario| follow(&later, &runner, scenario));
    }));
}

/// The range of the session as last run, none before the first, with what does the runs.
#[hook]
pub fn use_runs(session: &Session) -> (Option<Outlook>, Rc<Runner>) {
    let outlook = use_state_eq(|| None::<Outlook>);
    let runner = {
        let (outlook, catalogue) = (outlook.clone(), session.catalogue.clone());
        use_memo((), move |()| Runner::new(catalogue, move |runs| outlook.set(Some(runs))))
    };
    let pace = use_mut_ref(Pace::default);
    {
        let runner = runner.clone();
        use_effect_with((session.scenario.clone(), session.origin), move |(scenario, origin)| match origin {
            Origin::Moving(_) => follow(&pace, &runner, scenario.clone()),
            Origin::Address | Origin::Settled => {
                *pace.borrow_mut() = Pace::default();
                runner.ask(scenario.clone());
            }
        });
    }
    ((*outlook).clone(), runner)
}

/// The range of the present scenario, which the app provides; none before the first run.
#[hook]
pub fn use_outlook() -> Option<Outlook> {
    use_context::<Option<Outlook>>().flatten()
}

/// The share of the runs that meet a target; none until it is known.
#[hook]
pub fn use_share(target: Target) -> Option<f64> {
    let (desk, outlook) = (use_desk(), use_outlook());
    let known = use_state_eq(|| None::<(Target, f64)>);
    {
        let known = known.clone();
        use_effect_with((target, outlook), move |(target, _)| {
            let target = *target;
            desk.ask_share.emit((target, Callback::from(move |share| known.set(Some((target, share))))));
        });
    }
    known.filter(|(of, _)| *of == target).map(|(_, share)| share)
}
