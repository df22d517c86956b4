//! The address and the title follow the scenario, and the scenario follows the address.
//!
//! A change gets one entry in the history of the browser, once it settles: Back returns to the settled state before it. What
//! moves is not written: each write costs the browser as much as a step of a lever, and nobody reads it.

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::session::{Origin, Session};
use super::{format, rest, words};
use crate::model::projection::Total;

/// The least time between two writes: Safari refuses more than 100 in 30 seconds.
const INTERVAL_MS: f64 = 300.0;

/// What the document hears once the address holds a scenario that was settled.
pub const SETTLED: &str = "settled";

/// The fragment of the address, without the `#`.
pub fn fragment() -> String {
    gloo::utils::window().location().hash().unwrap_or_default().trim_start_matches('#').to_string()
}

/// The whole address of a scenario, to be handed over: without the query that somebody came with. Its own is empty, so that a
/// link on paper is not one within the page, which a browser leaves out, and so that a link that lost its fragment says so
/// (`start.js`).
pub fn with_fragment(fragment: &str) -> String {
    let whole = gloo::utils::window().location().href().unwrap_or_default();
    let page = whole.split(['#', '?']).next().unwrap_or_default();
    format!("{page}?#{fragment}")
}

#[derive(Default)]
struct Writer {
    /// The session whose link is to be written.
    next: Option<Session>,
    /// Runs until the next write is allowed.
    timer: Option<Timeout>,
    /// When the last write was, in milliseconds.
    written_at: f64,
}

impl Writer {
    fn write(&mut self) {
        self.timer = None;
        let Some(session) = self.next.take() else { return };
        let text = session.link();
        if text != fragment() {
            self.put(&text);
        }
        entitle(&session);
        tell_settled();
    }

    fn put(&mut self, text: &str) {
        let Ok(history) = gloo::utils::window().history() else { return };
        // A browser that refuses a write loses nothing: the next one, or the copy button, holds the whole scenario.
        let _ = history.push_state_with_url(&JsValue::NULL, "", Some(&format!("#{text}")));
        self.written_at = js_sys::Date::now();
    }
}

/// Names the page after the scenario and what it comes to, for tabs, bookmarks and the history of the browser.
fn entitle(session: &Session) {
    let (name, size) = words::deficit(session.projection.last().total(Total::Deficit));
    let outcome = format!("{} {}", name.to_ascii_lowercase(), format::bare_millions(size));
    let title = [
        session.scenario.name(&session.catalogue),
        outcome,
        session.catalogue.pack_of(session.scenario.plan()).title(),
    ]
    .join(" · ");
    gloo::utils::document().set_title(&title);
}

/// The browser tells nobody of an address that is written: who stands beside the page hears it from here.
fn tell_settled() {
    if let Ok(event) = web_sys::Event::new(SETTLED) {
        // Nobody can cancel it.
        let _ = gloo::utils::document().dispatch_event(&event);
    }
}

fn schedule(writer: &Rc<RefCell<Writer>>, session: Session) {
    let mut now = writer.borrow_mut();
    now.next = Some(session);
    let wait = now.written_at + INTERVAL_MS - js_sys::Date::now();
    if wait <= 0.0 {
        now.write();
    } else if now.timer.is_none() {
        let later = writer.clone();
        now.timer = Some(rest::later(wait.ceil() as u32, move || later.borrow_mut().write()));
    }
}

/// Keeps address and scenario together. `arrive` hears of another address.
#[hook]
pub fn use_address(session: &Session, arrive: Callback<String>) {
    rest::use_pending(matches!(session.origin, Origin::Moving(_)));
    let writer = use_mut_ref(Writer::default);
    {
        let writer = writer.clone();
        use_effect_with((session.edition.clone(), session.scenario.clone(), session.origin), {
            let session = session.clone();
            move |(.., origin)| match origin {
                Origin::Address => {
                    *writer.borrow_mut() = Writer::default();
                    entitle(&session);
                }
                Origin::Moving(_) => {}
                Origin::Settled => schedule(&writer, session),
            }
        });
    }
    use_effect_with((), move |()| {
        let listener = EventListener::new(&gloo::utils::window(), "hashchange", move |_| {
            // What was still to be written would take the place of the link before it is opened.
            *writer.borrow_mut() = Writer::default();
            arrive.emit(fragment());
        });
        move || drop(listener)
    });
}
