//! Runs a scenario ten thousand times, in a thread of its own: the same program, started as a worker.
//!
//! While a slider moves only the newest scenario counts: what was asked in between is never run. Where a browser starts
//! no worker, the page itself does the runs as soon as it has time.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Float64Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, MessageEvent, Url, Worker, WorkerOptions, WorkerType,
};

use super::outlook::Outlook;
use crate::analysis::draws::Draws;
use crate::analysis::range::Runs;
use crate::model::calculation::recorded;
use crate::model::catalogue::Catalogue;
use crate::model::program::Program;
use crate::model::sheet::Sheet;
use crate::scenario::link;
use crate::seeds;

/// How long the worker may take to start, in milliseconds, before the page does without.
const LONGEST_START_MS: u32 = 8_000;

/// Does the runs, one scenario at a time.
pub struct Runner(Rc<RefCell<State>>);

struct State {
    catalogue: Rc<Catalogue>,
    program: Arc<Program>,
    done: Rc<dyn Fn(Outlook)>,
    /// The link of the newest scenario that was asked for and not yet taken.
    next: Option<String>,
    at: Place,
}

/// Where the runs are done.
enum Place {
    /// In a worker that is starting or at work on the scenario of a link: it says when it is free.
    Busy(Worker, Option<String>),
    /// In a worker that waits for a scenario.
    Free(Worker),
    /// In the page itself: the runs that are to come, and the draws once they are made.
    Here(Option<Timeout>, Option<Draws>),
}

impl Runner {
    /// Starts the worker. `done` gets the outcome of each scenario that was run.
    pub fn new(catalogue: Rc<Catalogue>, program: Arc<Program>, done: impl Fn(Outlook) + 'static) -> Self {
        let worker = start_worker();
        let at = worker.clone().map_or(Place::Here(None, None), |worker| Place::Busy(worker, None));
        let state = Rc::new(RefCell::new(State { catalogue, program, done: Rc::new(done), next: None, at }));
        if let Some(worker) = worker {
            let (answers, failures) = (state.clone(), state.clone());
            // For the life of the page.
            EventListener::new(&worker, "message", move |event| answered(&answers, event)).forget();
            EventListener::new(&worker, "error", move |_| failed(&failures)).forget();
            let waiting = state.clone();
            Timeout::new(LONGEST_START_MS, move || {
                let never_ready = matches!(waiting.borrow().at, Place::Busy(_, None));
                if never_ready {
                    failed(&waiting);
                }
            })
            .forget();
        }
        Self(state)
    }

    /// Asks for the runs of the scenario of a link; takes the place of what was asked before and not begun.
    pub fn ask(&self, link: String) {
        self.0.borrow_mut().next = Some(link);
        serve_next(&self.0);
    }
}

/// A message of the worker: an outcome, or only that it is ready.
fn answered(shared: &Rc<RefCell<State>>, event: &web_sys::Event) {
    let mut state = shared.borrow_mut();
    if let Place::Busy(worker, _) = &state.at {
        state.at = Place::Free(worker.clone());
    }
    let outlook = event.dyn_ref::<MessageEvent>().and_then(|event| unpack(&event.data(), &state.catalogue));
    let done = state.done.clone();
    drop(state);
    serve_next(shared);
    outlook.into_iter().for_each(|outlook| done(outlook));
}

/// The worker stopped: what it was at work on is run here, unless something newer waits.
fn failed(shared: &Rc<RefCell<State>>) {
    let mut state = shared.borrow_mut();
    let stopped = std::mem::replace(&mut state.at, Place::Here(None, None));
    if let Place::Busy(worker, link) = stopped {
        worker.terminate();
        state.next = state.next.take().or(link);
    }
    drop(state);
    serve_next(shared);
}

/// Gives the newest scenario to the worker if it is free, or plans to run it here.
fn serve_next(shared: &Rc<RefCell<State>>) {
    let mut state = shared.borrow_mut();
    let State { at, next, .. } = &mut *state;
    match at {
        Place::Busy(..) => {}
        Place::Free(worker) => {
            if let Some(link) = next.take() {
                // Text can always be posted.
                let _ = worker.post_message(&link.as_str().into());
                *at = Place::Busy(worker.clone(), Some(link));
            }
        }
        Place::Here(timer, _) => {
            let shared = shared.clone();
            *timer = Some(Timeout::new(0, move || run_here(&shared)));
        }
    }
}

fn run_here(shared: &Rc<RefCell<State>>) {
    let mut state = shared.borrow_mut();
    let (link, catalogue, done) = (state.next.take(), state.catalogue.clone(), state.done.clone());
    let program = state.program.clone();
    let (Some(link), Place::Here(_, draws)) = (link, &mut state.at) else { return };
    let outcome = run(&link, &catalogue, &program, draws.get_or_insert_with(|| Draws::of(&catalogue)));
    drop(state);
    unpack(&outcome, &catalogue).into_iter().for_each(|outlook| done(outlook));
}

/// The link of a scenario, its bands and every outcome.
fn run(link: &str, catalogue: &Catalogue, program: &Arc<Program>, draws: &Draws) -> Array {
    let sheet = Sheet::of(program, link::read(link, catalogue).scenario.plan());
    let runs = Runs::of(catalogue, &sheet, draws);
    let numbers = |numbers: Vec<f64>| Float64Array::from(numbers.as_slice());
    Array::of3(&link.into(), &numbers(runs.bands()), &numbers(runs.all()))
}

fn unpack(data: &JsValue, catalogue: &Catalogue) -> Option<Outlook> {
    let parts = data.dyn_ref::<Array>()?;
    let bands = parts.get(1).dyn_into::<Float64Array>().ok()?.to_vec();
    Outlook::of(&parts.get(0).as_string()?, &bands, parts.get(2).dyn_into().ok()?, catalogue)
}

/// This program again, as a worker; none where the browser has no workers or the page does not name its program.
fn start_worker() -> Option<Worker> {
    let script = address("link[rel=modulepreload]")?;
    let program = address("link[rel=preload][as=fetch]")?;
    // A failure would otherwise stay within the worker.
    let code = format!(
        "import init from {script:?}; init({{ module_or_path: {program:?} }}).catch((why) => setTimeout(() => {{ throw why; }}));"
    );
    let of_type = BlobPropertyBag::new();
    of_type.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&code.into()), &of_type).ok()?;
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let url = Url::create_object_url_with_blob(&blob).ok()?;
    Worker::new_with_options(&url, &options).ok()
}

/// The whole address that a link in the head of the page has.
fn address(selector: &str) -> Option<String> {
    let element = gloo::utils::document().query_selector(selector).ok().flatten()?;
    element.dyn_into::<web_sys::HtmlLinkElement>().ok().map(|link| link.href())
}

/// The worker's side: runs each scenario it is sent and answers with the outcome.
pub fn serve() {
    let Ok(catalogue) = seeds::built_in() else { return };
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let (program, draws) = (Arc::new(recorded(&catalogue)), Draws::of(&catalogue));
    let answering = scope.clone();
    EventListener::new(&scope, "message", move |event| {
        let link = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string()).unwrap_or_default();
        answer(&answering, &run(&link, &catalogue, &program, &draws));
    })
    .forget();
    // Says that it is ready.
    let _ = scope.post_message(&JsValue::NULL);
}

/// Sends an outcome; its numbers change owner instead of being copied.
fn answer(scope: &DedicatedWorkerGlobalScope, outcome: &Array) {
    let numbers = outcome.iter().filter_map(|part| part.dyn_into::<Float64Array>().ok());
    let owned: Array = numbers.map(|numbers| numbers.buffer()).collect();
    // Numbers can always be posted.
    let _ = scope.post_message_with_transfer(outcome, &owned);
}
