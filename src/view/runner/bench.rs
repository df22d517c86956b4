//! The side that does the runs, in the worker or in the page itself.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use js_sys::{Float64Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::analysis::draws::Draws;
use crate::analysis::outlook::Outlook;
use crate::analysis::range::Runs;
use crate::model::plan::Plan;
use crate::model::sheet::Sheet;
use crate::scenario::amount::parse_plain;
use crate::view::edition::Edition;

/// What does the runs: in the worker, or in the page where there is none.
pub struct Bench {
    edition: Rc<Edition>,
    draws: Draws,
    /// The numbers of the plan that was run last.
    sheet: Sheet,
}

impl Bench {
    /// Before any run.
    pub fn new(edition: Rc<Edition>) -> Self {
        let (draws, sheet) = (Draws::of(&edition.catalogue), edition.sheet(&Plan::default()));
        Self { edition, draws, sheet }
    }

    /// The bands after some changes.
    pub fn answer(&mut self, changes: &JsValue) -> JsValue {
        changes.as_string().map(|changes| Float64Array::from(self.run(&changes).as_slice())).into()
    }

    /// The bands after some changes: those of the plan as set, then as earlier plans had it.
    fn run(&mut self, changes: &str) -> Vec<f64> {
        let catalogue = &self.edition.catalogue;
        let change = |plan: Plan, (id, value): (&str, &str)| match catalogue.setting(id) {
            Some(setting) => plan.with(setting, parse_plain(value), catalogue),
            None => plan,
        };
        let changes = changes.split('&').filter_map(|change| change.split_once('='));
        let plan = changes.fold(self.sheet.plan().clone(), change);
        self.sheet = self.edition.turned(&self.sheet, &plan);
        let numbers = |outlook| Runs::of(catalogue, &self.sheet, &self.draws, outlook).ranges().numbers();
        [Outlook::Plan, Outlook::Record].map(numbers).concat()
    }
}

/// The worker's side: takes in each edition it is sent, and answers every other message.
pub fn serve() {
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let bench = RefCell::new(None::<Bench>);
    let answering = scope.clone();
    EventListener::new(&scope, "message", move |event| {
        let message = event.dyn_ref::<MessageEvent>().map(MessageEvent::data).unwrap_or_default();
        let mut bench = bench.borrow_mut();
        if let Some(bytes) = message.dyn_ref::<Uint8Array>() {
            *bench = Edition::read(bytes.clone()).map(|edition| Bench::new(edition.into()));
            return;
        }
        let answer = bench.as_mut().map(|bench| bench.answer(&message)).unwrap_or_default();
        // Numbers can always be posted.
        let _ = answering.post_message(&answer);
    })
    .forget();
    // Says that it is ready.
    let _ = scope.post_message(&JsValue::NULL);
}
