//! Runs a scenario ten thousand times in each outlook, in a thread of its own: the same program as it was compiled for the
//! page, started as a worker.
//!
//! The worker is given an edition when the first scenario in it comes. It is told what changes in the plan and sends back
//! the bands. Only the newest scenario counts: what was asked in between is never answered. Where a browser starts no
//! worker, the page itself does the same as soon as it has time.

mod bench;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::Float64Array;
use rust_decimal::Decimal;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{MessageEvent, Worker};

use self::bench::Bench;
pub use self::bench::serve;
use super::edition::Edition;
use super::outlook::Outlooks;
use crate::analysis::change::moved;
use crate::model::catalogue::Catalogue;
use crate::model::id::Setting;
use crate::model::plan::Plan;
use crate::scenario::Scenario;

#[wasm_bindgen]
extern "C" {
    /// Of `runner.js`: this program again, as a worker; fails where the browser has no workers.
    #[wasm_bindgen(js_name = startWorker, catch)]
    fn start_worker(module: &JsValue) -> Result<Worker, JsValue>;
}

/// How long the worker may take to start, in milliseconds, before the page does without.
const LONGEST_START_MS: u32 = 8_000;

/// Has the runs done, one scenario at a time.
pub struct Runner(Rc<RefCell<State>>);

/// A scenario in its edition.
pub type Subject = (Rc<Edition>, Rc<Scenario>);

struct State {
    done: Rc<dyn Fn(Outlooks)>,
    /// The newest scenario that was asked for.
    newest: Option<Subject>,
    /// The same for as long as its runs are not begun.
    next: Option<Subject>,
    /// The edition and the plan as the side that does the runs was last told.
    told: Option<(Rc<Edition>, Plan)>,
    at: Side,
}

/// Where the runs are done.
enum Side {
    /// In a worker that is starting or at work on a scenario: it says when it is free.
    Busy(Worker, Option<Subject>),
    /// In a worker that waits for a scenario.
    Free(Worker),
    /// In the page itself: what is to come, and what does it once it is made.
    Here(Option<Timeout>, Option<Bench>),
}

/// What the side that does the runs is told of a scenario.
struct Message {
    /// The edition, where it is another one than before. It gets no answer.
    edition: Option<Rc<Edition>>,
    /// What changes, which is to be answered.
    changes: JsValue,
}

impl Runner {
    /// Starts the worker. `done` gets what the runs of each scenario come to.
    pub fn new(done: impl Fn(Outlooks) + 'static) -> Self {
        let worker = start_worker(&wasm_bindgen::module()).ok();
        let at = worker.clone().map_or(Side::Here(None, None), |worker| Side::Busy(worker, None));
        let state = State { done: Rc::new(done), newest: None, next: None, told: None, at };
        let state = Rc::new(RefCell::new(state));
        if let Some(worker) = worker {
            let (answers, failures) = (state.clone(), state.clone());
            // For the life of the page.
            EventListener::new(&worker, "message", move |event| answered(&answers, event)).forget();
            EventListener::new(&worker, "error", move |_| failed(&failures)).forget();
            let waiting = state.clone();
            Timeout::new(LONGEST_START_MS, move || {
                let never_ready = matches!(waiting.borrow().at, Side::Busy(_, None));
                if never_ready {
                    failed(&waiting);
                }
            })
            .forget();
        }
        Self(state)
    }

    /// Asks for the runs of a scenario; takes the place of what was asked before and not begun. The one that was asked last
    /// is not asked again.
    pub fn ask(&self, subject: Subject) {
        let mut state = self.0.borrow_mut();
        if state.newest.as_ref().is_some_and(|(_, newest)| Rc::ptr_eq(newest, &subject.1)) {
            return;
        }
        state.newest = Some(subject.clone());
        state.next = Some(subject);
        drop(state);
        serve_next(&self.0);
    }
}

impl State {
    /// What is to be run next, as the side that does the runs is told it.
    fn take(&mut self) -> Option<(Subject, Message)> {
        let subject = self.next.take()?;
        let message = self.tell(&subject);
        Some((subject, message))
    }

    /// What changes, after the edition itself where that is another one.
    fn tell(&mut self, (edition, scenario): &Subject) -> Message {
        let before = self.told.take().filter(|(told, _)| told == edition).map(|(_, plan)| plan);
        let new = before.is_none().then(|| edition.clone());
        let changes = changes(&edition.catalogue, &before.unwrap_or_default(), scenario.plan()).into();
        self.told = Some((edition.clone(), scenario.plan().clone()));
        Message { edition: new, changes }
    }

    /// What takes an answer in, once the state is free again.
    fn answer(&self, (edition, scenario): Subject, data: &JsValue) -> Option<impl FnOnce() + use<>> {
        let bands = data.dyn_ref::<Float64Array>()?.to_vec();
        let outlooks = Outlooks::read(&bands, edition, scenario)?;
        let done = self.done.clone();
        Some(move || done(outlooks))
    }
}

/// A message of the worker: an answer, or only that it is ready.
fn answered(shared: &Rc<RefCell<State>>, event: &web_sys::Event) {
    let mut state = shared.borrow_mut();
    let Side::Busy(worker, subject) = &mut state.at else { return };
    let (worker, subject) = (worker.clone(), subject.take());
    state.at = Side::Free(worker);
    let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data).unwrap_or_default();
    let answer = subject.and_then(|subject| state.answer(subject, &data));
    drop(state);
    serve_next(shared);
    answer.into_iter().for_each(|answer| answer());
}

/// The worker stopped, and what it knew is gone: the newest scenario is run here.
fn failed(shared: &Rc<RefCell<State>>) {
    let mut state = shared.borrow_mut();
    let stopped = std::mem::replace(&mut state.at, Side::Here(None, None));
    if let Side::Busy(worker, _) = stopped {
        worker.terminate();
    }
    state.next = state.newest.clone();
    state.told = None;
    drop(state);
    serve_next(shared);
}

/// Gives the next scenario to the worker if it is free, or plans to do it here.
fn serve_next(shared: &Rc<RefCell<State>>) {
    let mut state = shared.borrow_mut();
    match &mut state.at {
        Side::Busy(..) => {}
        Side::Free(worker) => {
            let worker = worker.clone();
            if let Some((subject, message)) = state.take() {
                // Bytes and text can always be posted.
                for part in message.edition.iter().map(|edition| edition.bytes().as_ref()).chain([&message.changes]) {
                    let _ = worker.post_message(part);
                }
                state.at = Side::Busy(worker, Some(subject));
            }
        }
        Side::Here(timer, _) => {
            let shared = shared.clone();
            *timer = Some(Timeout::new(0, move || serve_here(&shared)));
        }
    }
}

fn serve_here(shared: &Rc<RefCell<State>>) {
    let mut state = shared.borrow_mut();
    let Some((subject, message)) = state.take() else { return };
    let Side::Here(_, bench) = &mut state.at else { return };
    if let Some(edition) = message.edition {
        *bench = Some(Bench::new(edition));
    }
    let data = bench.as_mut().map(|bench| bench.answer(&message.changes)).unwrap_or_default();
    let answer = state.answer(subject, &data);
    drop(state);
    serve_next(shared);
    answer.into_iter().for_each(|answer| answer());
}

/// The settings that differ between two plans, as a link has them: `poh.fte=9.5&budget.2022=`.
fn changes(catalogue: &Catalogue, before: &Plan, after: &Plan) -> String {
    let change = |setting: Setting, value: Option<Decimal>| {
        format!("{}={}", catalogue.id_of(setting), value.map_or_else(String::new, |value| value.to_string()))
    };
    let changes: Vec<String> =
        moved(catalogue, before, after).into_iter().map(|moved| change(moved.setting, moved.to)).collect();
    changes.join("&")
}
