//! Runs a scenario ten thousand times, in a thread of its own: the same program, started as a worker.
//!
//! While a slider moves only the newest scenario counts: what was asked in between is never run. Where a browser starts
//! no worker, the page itself does the runs as soon as it has time.

use std::cell::RefCell;
use std::rc::Rc;

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
use crate::model::catalogue::Catalogue;
use crate::scenario::link;
use crate::seeds;

/// Does the runs, one scenario at a time.
pub struct Runner(Rc<RefCell<State>>);

struct State {
    catalogue: Rc<Catalogue>,
    done: Box<dyn Fn(Outlook)>,
    /// The link of the newest scenario that was asked for and not yet taken.
    next: Option<String>,
    at: Place,
}

/// Where the runs are done.
enum Place {
    /// In a worker that is starting or at work: it says when it is free.
    Busy(Worker),
    /// In a worker that waits for a scenario.
    Free(Worker),
    /// In the page itself: the runs that are to come, and the draws once they are made.
    Here(Option<Timeout>, Option<Draws>),
}

impl Runner {
    /// Starts the worker. `done` gets the outcome of each scenario that was run.
    pub fn new(catalogue: Rc<Catalogue>, done: impl Fn(Outlook) + 'static) -> Self {
        let at = start_worker().map_or(Place::Here(None, None), Place::Busy);
        let state = Rc::new(RefCell::new(State { catalogue, done: Box::new(done), next: None, at }));
        if let Place::Busy(worker) = &state.borrow().at {
            let (answers, failures) = (state.clone(), state.clone());
            // For the life of the page.
            EventListener::new(worker, "message", move |event| answered(&answers, event)).forget();
            EventListener::new(worker, "error", move |_| {
                failures.borrow_mut().at = Place::Here(None, None);
                serve_next(&failures);
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
fn answered(state: &Rc<RefCell<State>>, event: &web_sys::Event) {
    let outlook = event.dyn_ref::<MessageEvent>().and_then(|event| unpack(&event.data()));
    {
        let mut state = state.borrow_mut();
        if let Place::Busy(worker) = &state.at {
            state.at = Place::Free(worker.clone());
        }
    }
    serve_next(state);
    if let Some(outlook) = outlook {
        (state.borrow().done)(outlook);
    }
}

/// Gives the newest scenario to the worker if it is free, or plans to run it here.
fn serve_next(shared: &Rc<RefCell<State>>) {
    let mut state = shared.borrow_mut();
    match &mut state.at {
        Place::Busy(_) => {}
        Place::Free(worker) => {
            let worker = worker.clone();
            if let Some(link) = state.next.take() {
                // Text can always be posted.
                let _ = worker.post_message(&link.into());
                state.at = Place::Busy(worker);
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
    let (link, catalogue) = (state.next.take(), state.catalogue.clone());
    let (Some(link), Place::Here(_, draws)) = (link, &mut state.at) else { return };
    let draws = draws.get_or_insert_with(|| Draws::of(&catalogue));
    let outlook = unpack(&run(&link, &catalogue, draws));
    drop(state);
    if let Some(outlook) = outlook {
        (shared.borrow().done)(outlook);
    }
}

/// The bands and every outcome of the scenario of a link.
fn run(link: &str, catalogue: &Catalogue, draws: &Draws) -> Array {
    let runs = Runs::of(catalogue, link::read(link, catalogue).scenario.plan(), draws);
    Array::of2(&Float64Array::from(runs.bands().as_slice()), &Float64Array::from(runs.all().as_slice()))
}

fn unpack(data: &JsValue) -> Option<Outlook> {
    let parts = data.dyn_ref::<Array>()?;
    let bands = parts.get(0).dyn_into::<Float64Array>().ok()?.to_vec();
    Outlook::of(&bands, parts.get(1).dyn_into().ok()?)
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
    Worker::new_with_options(&Url::create_object_url_with_blob(&blob).ok()?, &options).ok()
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
    let draws = Draws::of(&catalogue);
    let answering = scope.clone();
    EventListener::new(&scope, "message", move |event| {
        let link = event.dyn_ref::<MessageEvent>().and_then(|event| event.data().as_string()).unwrap_or_default();
        answer(&answering, &run(&link, &catalogue, &draws));
    })
    .forget();
    // Says that it is ready.
    let _ = scope.post_message(&JsValue::NULL);
}

/// Sends an outcome; its numbers change owner instead of being copied.
fn answer(scope: &DedicatedWorkerGlobalScope, outcome: &Array) {
    let owned: Array = outcome.iter().map(|numbers| numbers.unchecked_into::<Float64Array>().buffer()).collect();
    // Numbers can always be posted.
    let _ = scope.post_message_with_transfer(outcome, &owned);
}
