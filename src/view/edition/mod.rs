//! The editions of the figures that come with the page. Each is a file of its own, fetched when something asks for it, and so
//! is each [`part`] of one.
//!
//! An edition may be about more than it opens with: that is a part of it, which is the edition again with what it adds.
//!
//! Invariant: an edition is opened once; from then on there is one of it, which is all that is compared. Only its wider part
//! takes its place, once, and for good: what was set goes along (`Session::widened`).

pub mod part;
mod unopened;

use std::cell::{OnceCell, RefCell};
use std::rc::Rc;
use std::sync::Arc;

use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

pub use self::unopened::Unopened;
use crate::model::calculation::recorded_for;
use crate::model::catalogue::Catalogue;
use crate::model::catalogue::texts::TEXTS;
use crate::model::plan::Plan;
use crate::model::program::Program;
use crate::model::role::InputRole;
use crate::model::sheet::Sheet;
use crate::reader;
use crate::scenario::link::{AskedEdition, asked_edition, is_known};

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
    /// The calculation with these figures: by itself, and where more counts. Each is made when somebody asks.
    programs: [OnceCell<Arc<Program>>; 2],
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
        Some(Self { catalogue: catalogue.into(), programs: Default::default(), bytes })
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

    /// The calculation in the scope of a plan.
    pub fn program(&self, plan: &Plan) -> &Arc<Program> {
        let [own, wide] = &self.programs;
        let program = if self.catalogue.scope_of(plan).is_zero() { own } else { wide };
        program.get_or_init(|| recorded_for(plan, &self.catalogue).into())
    }

    /// Everything calculated for a plan.
    pub fn sheet(&self, plan: &Plan) -> Sheet {
        Sheet::of(self.program(plan), plan)
    }

    /// The same from the numbers of another plan: in the same scope only what differs is calculated again.
    pub fn turned(&self, sheet: &Sheet, plan: &Plan) -> Sheet {
        if Arc::ptr_eq(sheet.program(), self.program(plan)) { sheet.with(plan) } else { self.sheet(plan) }
    }

    /// The part with which it is about more; none where it has all there is.
    pub fn wider_part(&self) -> Option<&str> {
        let is_wide = self.catalogue.played(InputRole::Scope).is_some();
        let part = self.catalogue.wider().filter(|_| !is_wide).map(|pack| pack.scope.as_str());
        part.filter(|part| part::has(self.name(), part))
    }

    /// Whether a link names what only its wider part may know.
    fn lacks(&self, link: &str) -> bool {
        self.wider_part().is_some() && !is_known(link, &self.catalogue)
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

/// What is known by now of the edition in which a link is to be read, as wide as the link needs it.
pub fn known_of(link: &str) -> Opened {
    let edition = known(&asked_by(link))?;
    if edition.lacks(link) { Err(Unopened::Unfetched(edition.name().to_string())) } else { Ok(edition) }
}

/// What asks for an edition.
pub enum Asks {
    /// A link that is to be read.
    Link(String),
    /// Who wants to see more of what is open.
    More(Rc<Edition>),
}

/// Opens an edition, as wide as it is asked for, or says why it cannot be.
pub async fn open_for(asks: &Asks) -> Opened {
    let edition = match asks {
        Asks::Link(link) => {
            let edition = open(&asked_by(link)).await?;
            if !edition.lacks(link) {
                return Ok(edition);
            }
            edition
        }
        Asks::More(edition) => edition.clone(),
    };
    let Some(part) = edition.wider_part() else { return Ok(edition) };
    let fetched = part::fetch_part(edition.name(), part).await;
    // Somebody may have been first while this one was on its way.
    let first = known(edition.name())?;
    if first.wider_part().is_none() {
        return Ok(first);
    }
    let wide = read(edition.name(), fetched, Some)?;
    replace(edition.name(), Ok(wide.clone()));
    Ok(wide)
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

/// Opens the wider part of every edition that is open, as far as they have one and it can be.
pub async fn widen_all() {
    for edition in LISTED.with(Vec::clone).iter().filter_map(|name| known(name).ok()) {
        // What could not be opened is said of what needs it.
        let _ = open_for(&Asks::More(edition)).await;
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
    replace(name, opened.clone());
    opened
}

/// Keeps this of an edition, whatever was known of it.
fn replace(name: &str, opened: Opened) {
    KNOWN.with_borrow_mut(|all| {
        all.retain(|(of, _)| of != name);
        all.push((name.to_string(), opened));
    });
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
