//! The editions of the figures that come with the page. Each is a file of its own, fetched when something asks for it, and so
//! is each [`part`] of one.
//!
//! Invariant: an edition is opened once; from then on there is one of it, which is all that is compared.

pub mod part;
mod unopened;

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

pub use self::unopened::Unopened;
use crate::model::calculation::recorded;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::texts::TEXTS;
use crate::model::plan::Plan;
use crate::model::program::Program;
use crate::model::sheet::Sheet;
use crate::reader;
use crate::scenario::link::{AskedEdition, asked_edition};

#[wasm_bindgen]
extern "C" {
    /// Of `edition.js`: the names of the editions of the page, oldest first.
    #[wasm_bindgen(js_name = listEditions)]
    fn list_editions() -> String;
    /// Of `edition.js`: the bytes of an edition; none where they are damaged, and fails where they do not come.
    #[wasm_bindgen(js_name = fetchEdition, catch)]
    async fn fetch_edition(name: &str) -> Result<JsValue, JsValue>;
}

/// The figures of an edition and the calculation with them.
pub struct Edition {
    /// The figures.
    pub catalogue: Rc<Catalogue>,
    /// The calculation with these figures.
    pub program: Arc<Program>,
    /// What it was read from, for who reads it somewhere else.
    bytes: Uint8Array,
}

impl PartialEq for Edition {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.catalogue, &other.catalogue)
    }
}

impl Edition {
    /// Reads an edition of this page.
    pub fn read(bytes: Uint8Array) -> Option<Self> {
        Self::read_with(bytes, Some)
    }

    /// The same, completed in some way; none where that cannot be done.
    fn read_with(bytes: Uint8Array, completed: impl FnOnce(Catalogue) -> Option<Catalogue>) -> Option<Self> {
        let catalogue = completed(reader::read(&bytes.to_vec()))?;
        let program = Arc::new(recorded(&catalogue));
        Some(Self { catalogue: catalogue.into(), program, bytes })
    }

    /// What links call it.
    pub fn name(&self) -> &str {
        self.catalogue.edition()
    }

    /// Whether it is the one of now.
    pub fn is_now(&self) -> bool {
        LISTED.with(|all| all.last().is_some_and(|now| now == self.name()))
    }

    /// What it was read from.
    pub fn bytes(&self) -> &Uint8Array {
        &self.bytes
    }

    /// Everything calculated for a plan.
    pub fn sheet(&self, plan: &Plan) -> Sheet {
        Sheet::of(&self.program, plan)
    }
}

/// What came of opening an edition.
pub type Opened = Result<Rc<Edition>, Unopened>;

thread_local! {
    /// The names of the editions of the page, oldest first: they stay for its life, and asking it takes a part of a step.
    static LISTED: Vec<String> = list_editions().split(' ').map(str::to_string).collect();
    /// What came of each edition that was asked for.
    static KNOWN: RefCell<Vec<(String, Opened)>> = const { RefCell::new(Vec::new()) };
}

/// The name of the edition of now; empty where the page has none.
pub fn now() -> String {
    LISTED.with(|all| all.last().cloned().unwrap_or_default())
}

/// The name of the edition in which a link is to be read.
pub fn asked_by(link: &str) -> String {
    match asked_edition(link) {
        AskedEdition::Named(name) => name,
        AskedEdition::First => LISTED.with(|all| all.first().cloned().unwrap_or_default()),
        AskedEdition::Now => now(),
    }
}

fn is_listed(name: &str) -> bool {
    LISTED.with(|all| all.iter().any(|listed| listed == name))
}

/// What is known by now of an edition, without fetching anything.
pub fn known(name: &str) -> Opened {
    let known = KNOWN.with_borrow(|all| all.iter().find(|(of, _)| of == name).map(|(_, known)| known.clone()));
    let unopened = if is_listed(name) { Unopened::Unfetched } else { Unopened::Unknown };
    known.unwrap_or_else(|| Err(unopened(name.to_string())))
}

/// What is known by now of the edition in which a link is to be read.
pub fn known_of(link: &str) -> Opened {
    known(&asked_by(link))
}

/// Opens an edition without its texts, or says why it cannot be. What failed before is tried again.
pub async fn open(name: &str) -> Opened {
    if let Some(done) = done(name) {
        return done;
    }
    let fetched = fetch_edition(name).await;
    keep(name, || read(name, fetched, Some))
}

/// Opens every edition of the page with its texts, as far as they can be.
pub async fn open_all() {
    for name in LISTED.with(Vec::clone) {
        // What could not be opened is said where it is needed.
        let _ = open_whole(&name).await;
    }
}

async fn open_whole(name: &str) -> Opened {
    if let Some(done) = done(name) {
        return done;
    }
    let fetched = fetch_edition(name).await;
    let texts = part::open::<Vec<String>>(name, TEXTS).await;
    keep(name, || {
        let texts = texts?;
        read(name, fetched, |mut catalogue| catalogue.give_texts(texts.to_vec()).then_some(catalogue))
    })
}

/// What came of an edition, where it is not to be tried (again).
fn done(name: &str) -> Option<Opened> {
    Some(known(name)).filter(|known| !matches!(known, Err(Unopened::Unfetched(_) | Unopened::Damaged(_))))
}

/// Keeps what comes of an edition, unless somebody was first while it was on its way.
fn keep(name: &str, read: impl FnOnce() -> Opened) -> Opened {
    if let Ok(first) = known(name) {
        return Ok(first);
    }
    let opened = read();
    KNOWN.with_borrow_mut(|all| {
        all.retain(|(of, _)| of != name);
        all.push((name.to_string(), opened.clone()));
    });
    opened
}

fn read(
    name: &str,
    fetched: Result<JsValue, JsValue>,
    completed: impl FnOnce(Catalogue) -> Option<Catalogue>,
) -> Opened {
    let bytes = fetched.map_err(|_| Unopened::Unfetched(name.to_string()))?;
    let edition = bytes.dyn_into().ok().and_then(|bytes| Edition::read_with(bytes, completed));
    edition.filter(|edition| edition.name() == name).map(Rc::new).ok_or_else(|| Unopened::Damaged(name.to_string()))
}
