//! Runs a scenario ten thousand times, in a thread of its own: the same program, started as a worker.
//!
//! The worker is told what changes in the plan, keeps the outcomes of all runs and sends back the bands, and the share of
//! the runs that meet a target where somebody asks. Only the newest question of each kind counts: what was asked in between
//! is never answered. Where a browser starts no worker, the page itself does the same as soon as it has time.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use js_sys::{Array, Float64Array};
use rust_decimal::Decimal;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Blob, BlobPropertyBag, DedicatedWorkerGlobalScope, MessageEvent, Url, Worker, WorkerOptions, WorkerType,
};

use super::desk::Question;
use super::outlook::Outlook;
use crate::analysis::change::moved;
use crate::analysis::draws::Draws;
use crate::analysis::goal::{Aim, Target};
use crate::analysis::range::Runs;
use crate::built_in;
use crate::chart::euros;
use crate::model::calculation::recorded;
use crate::model::catalogue::Catalogue;
use crate::model::id::Setting;
use crate::model::plan::Plan;
use crate::model::program::Program;
use crate::model::sheet::Sheet;
use crate::scenario::Scenario;
use crate::scenario::amount::parse_plain;

/// How long the worker may take to start, in milliseconds, before the page does without.
const LONGEST_START_MS: u32 = 8_000;

/// Has the runs done, one scenario at a time.
pub struct Runner(Rc<RefCell<State>>);

struct State {
    catalogue: Rc<Catalogue>,
    program: Arc<Program>,
    done: Rc<dyn Fn(Outlook)>,
    /// The newest scenario that was asked for.
    newest: Option<Rc<Scenario>>,
    /// The same for as long as its runs are not begun.
    next: Option<Rc<Scenario>>,
    /// The newest question about a share, for as long as it is not put.
    question: Option<Question>,
    /// The plan as the side that does the runs was last told.
    told: Plan,
    at: Side,
}

/// Where the runs are done.
enum Side {
    /// In a worker that is starting or at work on a task: it says when it is free.
    Busy(Worker, Option<Task>),
    /// In a worker that waits for a task.
    Free(Worker),
    /// In the page itself: what is to come, and what does it once it is made.
    Here(Option<Timeout>, Option<Bench>),
}

/// One thing to do for the side that does the runs.
enum Task {
    Run(Rc<Scenario>),
    Share(Question),
}

impl Runner {
    /// Starts the worker. `done` gets what the runs of each scenario come to.
    pub fn new(catalogue: Rc<Catalogue>, program: Arc<Program>, done: impl Fn(Outlook) + 'static) -> Self {
        let worker = start_worker();
        let at = worker.clone().map_or(Side::Here(None, None), |worker| Side::Busy(worker, None));
        let (done, told): (Rc<dyn Fn(Outlook)>, _) = (Rc::new(done), Plan::default());
        let state = State { catalogue, program, done, newest: None, next: None, question: None, told, at };
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
    pub fn ask(&self, scenario: Rc<Scenario>) {
        let mut state = self.0.borrow_mut();
        if state.newest.as_ref().is_some_and(|newest| Rc::ptr_eq(newest, &scenario)) {
            return;
        }
        state.newest = Some(scenario.clone());
        state.next = Some(scenario);
        drop(state);
        serve_next(&self.0);
    }

    /// Asks in which share of the runs of the newest scenario a target is met.
    pub fn ask_share(&self, question: Question) {
        self.0.borrow_mut().question = Some(question);
        serve_next(&self.0);
    }
}

impl State {
    /// What is to be done next, as the side that does the runs is told it: the runs come before what is asked about them.
    fn take(&mut self) -> Option<(Task, JsValue)> {
        if let Some(scenario) = self.next.take() {
            let changes = changes(&self.catalogue, &self.told, scenario.plan());
            self.told = scenario.plan().clone();
            return Some((Task::Run(scenario), changes.into()));
        }
        let (target, done) = self.question.take()?;
        Some((Task::Share((target, done)), in_numbers(&target).into()))
    }

    /// What takes an answer in, once the state is free again.
    fn answer(&self, task: Task, data: &JsValue) -> Option<Box<dyn FnOnce()>> {
        match task {
            Task::Run(scenario) => {
                let bands = data.dyn_ref::<Float64Array>()?.to_vec();
                let outlook = Outlook::of(&bands, scenario, &self.catalogue)?;
                let done = self.done.clone();
                Some(Box::new(move || done(outlook)))
            }
            Task::Share((_, done)) => {
                data.as_f64().map(|share| Box::new(move || done.emit(share)) as Box<dyn FnOnce()>)
            }
        }
    }
}

/// A message of the worker: an answer, or only that it is ready.
fn answered(shared: &Rc<RefCell<State>>, event: &web_sys::Event) {
    let mut state = shared.borrow_mut();
    let Side::Busy(worker, task) = &mut state.at else { return };
    let (worker, task) = (worker.clone(), task.take());
    state.at = Side::Free(worker);
    let data = event.dyn_ref::<MessageEvent>().map(MessageEvent::data).unwrap_or_default();
    let answer = task.and_then(|task| state.answer(task, &data));
    drop(state);
    serve_next(shared);
    answer.into_iter().for_each(|answer| answer());
}

/// The worker stopped, and what it knew is gone: the newest scenario is run here, and what was asked about it put again.
fn failed(shared: &Rc<RefCell<State>>) {
    let mut state = shared.borrow_mut();
    let stopped = std::mem::replace(&mut state.at, Side::Here(None, None));
    if let Side::Busy(worker, task) = stopped {
        worker.terminate();
        if let Some(Task::Share(question)) = task {
            state.question.get_or_insert(question);
        }
    }
    state.next = state.newest.clone();
    state.told = Plan::default();
    drop(state);
    serve_next(shared);
}

/// Gives the next task to the worker if it is free, or plans to do it here.
fn serve_next(shared: &Rc<RefCell<State>>) {
    let mut state = shared.borrow_mut();
    match &mut state.at {
        Side::Busy(..) => {}
        Side::Free(worker) => {
            let worker = worker.clone();
            if let Some((task, message)) = state.take() {
                // Text and numbers can always be posted.
                let _ = worker.post_message(&message);
                state.at = Side::Busy(worker, Some(task));
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
    let Some((task, message)) = state.take() else { return };
    let (catalogue, program) = (state.catalogue.clone(), state.program.clone());
    let Side::Here(_, bench) = &mut state.at else { return };
    let data = bench.get_or_insert_with(|| Bench::new(catalogue, &program)).answer(&message);
    let answer = state.answer(task, &data);
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

/// A target for the side that does the runs: whether it is about the savings, the year and the amount in euros.
fn in_numbers(target: &Target) -> Float64Array {
    let about_savings = if target.aim == Aim::Savings { 1.0 } else { 0.0 };
    Float64Array::from([about_savings, f64::from(target.year.number()), euros(target.amount)].as_slice())
}

/// What does the runs: in the worker, or in the page where there is none.
struct Bench {
    catalogue: Rc<Catalogue>,
    draws: Draws,
    /// The plan of the last runs, with its numbers.
    sheet: Sheet,
    /// The last runs, with all their outcomes.
    runs: Option<Runs>,
}

impl Bench {
    fn new(catalogue: Rc<Catalogue>, program: &Arc<Program>) -> Self {
        let (draws, sheet) = (Draws::of(&catalogue), Sheet::of(program, &Plan::default()));
        Self { catalogue, draws, sheet, runs: None }
    }

    /// The answer to a message: the bands after some changes, or the share of the last runs that meet a target.
    fn answer(&mut self, message: &JsValue) -> JsValue {
        match message.as_string() {
            Some(changes) => Float64Array::from(self.run(&changes).as_slice()).into(),
            None => message.dyn_ref::<Float64Array>().and_then(|target| self.share(&target.to_vec())).into(),
        }
    }

    fn run(&mut self, changes: &str) -> Vec<f64> {
        let change = |plan: Plan, (id, value): (&str, &str)| match self.catalogue.setting(id) {
            Some(setting) => plan.with(setting, parse_plain(value), &self.catalogue),
            None => plan,
        };
        let changes = changes.split('&').filter_map(|change| change.split_once('='));
        let plan = changes.fold(self.sheet.plan().clone(), change);
        self.sheet.turn_to(&plan);
        self.runs.insert(Runs::of(&self.catalogue, &self.sheet, &self.draws)).bands()
    }

    fn share(&self, target: &[f64]) -> Option<f64> {
        let [about_savings, year, amount] = *target else { return None };
        let aim = if about_savings == 0.0 { Aim::Deficit } else { Aim::Savings };
        let year = self.catalogue.horizon().year(year as i32)?;
        self.runs.as_ref()?.share(aim.total(), year, |value| match aim {
            Aim::Deficit => value <= amount,
            Aim::Savings => value >= amount,
        })
    }
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

/// The worker's side: answers each message it is sent.
pub fn serve() {
    let Some(catalogue) = built_in::now() else { return };
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let program = Arc::new(recorded(&catalogue));
    let bench = RefCell::new(Bench::new(Rc::new(catalogue), &program));
    let answering = scope.clone();
    EventListener::new(&scope, "message", move |event| {
        let message = event.dyn_ref::<MessageEvent>().map(MessageEvent::data).unwrap_or_default();
        // Numbers can always be posted.
        let _ = answering.post_message(&bench.borrow_mut().answer(&message));
    })
    .forget();
    // Says that it is ready.
    let _ = scope.post_message(&JsValue::NULL);
}
