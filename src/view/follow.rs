//! The range follows the session. Ten thousand runs take about as long as a frame, so another thread does them: the page
//! shows the exact results at once, and the range a little later.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use yew::prelude::*;

use super::outlook::Outlooks;
use super::runner::{Runner, Subject};
use super::same::Same;
use super::session::{Origin, Session};

/// The least time between two ranges while something moves, in milliseconds: the eye follows the exact results.
const INTERVAL_MS: u32 = 100;

/// When the runs of a scenario are asked for.
#[derive(Default)]
struct Pace {
    /// The newest scenario that waits until the interval is over.
    waiting: Option<Subject>,
    /// Runs until the next may be asked for.
    interval: Option<Timeout>,
}

/// Asks for the runs of a scenario on the way to another: at once, or when the interval since the last is over.
fn follow(pace: &Rc<RefCell<Pace>>, runner: &Rc<Runner>, subject: Subject) {
    let mut now = pace.borrow_mut();
    if now.interval.is_some() {
        now.waiting = Some(subject);
        return;
    }
    runner.ask(subject);
    let (later, runner) = (pace.clone(), runner.clone());
    now.interval = Some(Timeout::new(INTERVAL_MS, move || {
        let waiting = std::mem::take(&mut *later.borrow_mut()).waiting;
        waiting.into_iter().for_each(|subject| follow(&later, &runner, subject));
    }));
}

/// The range of the session as last run, none before the first in its edition.
#[hook]
pub fn use_runs(session: &Session) -> Option<Outlooks> {
    let outlook = use_state_eq(|| None::<Outlooks>);
    let runner = {
        let outlook = outlook.clone();
        use_memo((), move |()| Runner::new(move |runs| outlook.set(Some(runs))))
    };
    let pace = use_mut_ref(Pace::default);
    {
        // By being the same, not by what is set: runs are of one of them, also of another that sets the same.
        let asked = (Same::from(session.scenario.clone()), session.origin);
        let subject = (session.edition.clone(), session.scenario.clone());
        use_effect_with(asked, move |(_, origin)| match origin {
            Origin::Moving(_) => follow(&pace, &runner, subject),
            Origin::Address | Origin::Settled => {
                *pace.borrow_mut() = Pace::default();
                runner.ask(subject);
            }
        });
    }
    let of_edition = |outlook: &Outlooks| outlook.edition == session.edition;
    (*outlook).clone().filter(of_edition)
}
