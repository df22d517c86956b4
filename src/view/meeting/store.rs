//! The scenarios that are kept in this browser.
//!
//! Invariant: every edit is made to what is stored at that moment, so that another window loses nothing; and a text that
//! is not understood wholly is set aside before anything takes its place.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::fmt;

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
// Not gloo's storage: it stops the program where the browser blocks the storage.
use web_sys::Storage;

use super::reading::{InEdition, scenario_of};
use crate::export::library::file::{self, Doubt, NoScenarios, Reading};
use crate::export::library::{Change, Library, Refused};
use crate::view::edition::known;
use crate::view::rest;

/// Where the scenarios stand.
const KEY: &str = "ombuigen.scenarios";

/// Where the moment stands at which all of them were last given as a file.
const FILED: &str = "ombuigen.scenarios.bestand";

/// Where texts are set aside, with a number from 1 behind it.
const ASIDE: &str = "ombuigen.scenarios.beschadigd.";

thread_local! {
    /// Where scenarios are kept when the browser keeps nothing: until the page is closed.
    static MEMORY: RefCell<Option<String>> = const { RefCell::new(None) };
    /// The edits of this window, the last one last.
    static DONE: RefCell<Vec<Change>> = const { RefCell::new(Vec::new()) };
    /// The text that was understood last, with what it holds: reading hundreds again at every look would be felt.
    static UNDERSTOOD: RefCell<(String, Library, Vec<Doubt>)> = RefCell::default();
    /// The scenarios of links that were read: hundreds take longer than one waits for without noticing.
    static READ: RefCell<BTreeMap<String, InEdition>> = const { RefCell::new(BTreeMap::new()) };
}

/// What is kept, and how.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Shelf {
    /// The scenarios that could be read.
    pub library: Library,
    /// Whether they outlive this page.
    pub lasts: bool,
    /// The version of the page that wrote them, where it is later than this one: then they can only be read.
    pub later: Option<u64>,
    /// Texts that were not understood wholly.
    pub damaged: Vec<String>,
    /// Whether the last of those is still where the scenarios stand.
    is_damaged: bool,
}

/// Why something could not be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum NotKept {
    /// There is no room left.
    Full,
    /// The browser does not allow it.
    Forbidden,
    /// What stands there is of a later version, and would be lost.
    Later(u64),
    /// The edit does not fit with what is kept.
    Refused(Refused),
}

fn storage() -> Option<Storage> {
    let storage = gloo::utils::window().local_storage().ok().flatten()?;
    storage.get_item(KEY).is_ok().then_some(storage)
}

/// A text of the storage; none where it is not there or cannot be read.
fn text(storage: &Storage, key: &str) -> Option<String> {
    storage.get_item(key).ok().flatten()
}

/// What is kept now.
pub fn shelf() -> Shelf {
    let storage = storage();
    let kept = match &storage {
        Some(storage) => text(storage, KEY),
        None => MEMORY.with_borrow(Clone::clone),
    };
    let kept = kept.unwrap_or_default();
    let (library, doubts) = understood(&kept);
    let is_damaged = !doubts.is_empty();
    let mut damaged: Vec<String> = storage.iter().flat_map(aside).collect();
    // It stands in both places when there was room for one of the two only.
    if is_damaged && damaged.last() != Some(&kept) {
        damaged.push(kept);
    }
    let later = doubts.iter().find_map(|doubt| match doubt {
        Doubt::Later(version) => Some(*version),
        Doubt::Broken | Doubt::NoLink(_) | Doubt::Cut(_) => None,
    });
    Shelf { library, lasts: storage.is_some(), later, damaged, is_damaged }
}

/// What a text holds; of an empty one nothing is doubted.
fn understood(text: &str) -> (Library, Vec<Doubt>) {
    UNDERSTOOD.with_borrow_mut(|(known, library, doubts)| {
        if known != text {
            let reading = match file::read(text) {
                Ok(reading) => reading,
                Err(NoScenarios::Empty) => Reading::default(),
                Err(_) => Reading { doubts: vec![Doubt::Broken], ..Reading::default() },
            };
            (*known, *library, *doubts) = (text.to_string(), Library::of(reading.kept), reading.doubts);
        }
        (library.clone(), doubts.clone())
    })
}

/// The texts that were set aside.
fn aside(storage: &Storage) -> impl Iterator<Item = String> + '_ {
    (1..).map_while(|number| text(storage, &format!("{ASIDE}{number}")))
}

/// Makes an edit, and gives it as it was made.
///
/// # Errors
/// Says why nothing was kept; all is as it was.
pub fn edit(make: impl FnOnce(&Library) -> Result<Change, Refused>) -> Result<Change, NotKept> {
    let done = change(make)?;
    if !done.is_empty() {
        DONE.with_borrow_mut(|edits| edits.push(done.clone()));
    }
    Ok(done)
}

/// Takes the last edit of this window back, and gives what that changed.
///
/// # Errors
/// Says why it could not be; all is as it was.
pub fn undo() -> Result<Change, NotKept> {
    let last = last().unwrap_or_default();
    let done = change(|_| Ok(last.reversed()))?;
    DONE.with_borrow_mut(Vec::pop);
    Ok(done)
}

/// The last edit of this window that was not taken back.
pub fn last() -> Option<Change> {
    DONE.with_borrow(|edits| edits.last().cloned())
}

fn change(make: impl FnOnce(&Library) -> Result<Change, Refused>) -> Result<Change, NotKept> {
    let shelf = shelf();
    if let Some(version) = shelf.later {
        return Err(NotKept::Later(version));
    }
    let mut library = shelf.library.clone();
    let done = library.apply(make(&library).map_err(NotKept::Refused)?);
    if !done.is_empty() {
        write(&shelf, &library)?;
    }
    Ok(done)
}

fn write(before: &Shelf, library: &Library) -> Result<(), NotKept> {
    let text = file::write(library);
    let Some(storage) = storage() else {
        MEMORY.set(Some(text));
        return Ok(());
    };
    if let Some(damaged) = before.damaged.last().filter(|_| before.is_damaged) {
        let number = before.damaged.len();
        storage.set_item(&format!("{ASIDE}{number}"), damaged).map_err(|why| NotKept::of(&why))?;
    }
    storage.set_item(KEY, &text).map_err(|why| NotKept::of(&why))?;
    if before.library.kept().is_empty() {
        ask_to_persist();
    }
    Ok(())
}

/// Asks the browser not to clear what is kept when it needs room: at the first that is, as some browsers ask the user.
fn ask_to_persist() {
    let asked = gloo::utils::window().navigator().storage().persist();
    if let Ok(answer) = asked {
        rest::spawn(async move {
            // Whatever it answers is told where the files are.
            let _ = JsFuture::from(answer).await;
        });
    }
}

/// Whether the browser has promised not to clear what is kept by itself.
pub async fn is_promised() -> bool {
    match gloo::utils::window().navigator().storage().persisted() {
        Ok(answer) => JsFuture::from(answer).await.is_ok_and(|answer| answer.is_truthy()),
        Err(_) => false,
    }
}

/// When all scenarios were last given as a file.
pub fn filed() -> Option<String> {
    text(&storage()?, FILED)
}

/// All scenarios were given as a file at this moment.
pub fn file_at(moment: &str) {
    if let Some(storage) = storage() {
        // Where there is no room for it, the file is there all the same.
        let _ = storage.set_item(FILED, moment);
    }
}

/// Throws away the texts that were not understood wholly; what could be read of them stays.
///
/// # Errors
/// Says why they stay where they are.
pub fn clear_damaged() -> Result<(), NotKept> {
    let (shelf, Some(storage)) = (shelf(), storage()) else { return Ok(()) };
    if let Some(version) = shelf.later {
        return Err(NotKept::Later(version));
    }
    if shelf.is_damaged {
        storage.set_item(KEY, &file::write(&shelf.library)).map_err(|why| NotKept::of(&why))?;
    }
    for number in 1..=shelf.damaged.len() {
        storage.remove_item(&format!("{ASIDE}{number}")).map_err(|why| NotKept::of(&why))?;
    }
    Ok(())
}

/// The names of the kept scenarios with their links, newest first.
pub fn saved() -> Vec<(String, String)> {
    shelf().library.kept().iter().map(|kept| (kept.name.clone(), kept.link.clone())).collect()
}

/// The name under which the scenario of a link is kept; the newest where there are several. The same scenario may have
/// another link: with another check amount.
pub fn name_of(link: &str) -> Option<String> {
    let scenario = read(link)?;
    saved().into_iter().find(|(_, link)| read(link).as_ref() == Some(&scenario)).map(|(name, _)| name)
}

/// The scenario of a link; none where its edition could not be opened.
fn read(link: &str) -> Option<InEdition> {
    if let Some(read) = READ.with_borrow(|read| read.get(link).cloned()) {
        // Once more of an edition was opened, it is read anew.
        if known(read.edition.name()).is_ok_and(|edition| edition == read.edition) {
            return Some(read);
        }
    }
    let scenario = scenario_of(link).ok()?;
    READ.with_borrow_mut(|read| read.insert(link.to_string(), scenario.clone()));
    Some(scenario)
}

impl NotKept {
    /// By the name of what the browser threw.
    fn of(thrown: &JsValue) -> Self {
        let name = Reflect::get(thrown, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default();
        // Firefox called it otherwise for years.
        let full = ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"].contains(&name.as_str());
        if full { Self::Full } else { Self::Forbidden }
    }
}

impl fmt::Display for NotKept {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Full => f.write_str(
                "Niet bewaard: de opslag van deze browser is vol. Wat u typte staat er nog, en wat er al bewaard was ook. \
                 Verwijder een scenario dat u niet meer nodig hebt, of bewaar dit scenario als bestand of als link.",
            ),
            Self::Forbidden => f.write_str(
                "Niet bewaard: deze browser staat het niet toe. Wat u typte staat er nog. Bewaar dit scenario als bestand of \
                 als link.",
            ),
            Self::Later(version) => write!(
                f,
                "Niet bewaard: de scenario’s in deze browser zijn van een nieuwere versie ({version}) van deze pagina, en daarvan \
                 zou iets verloren gaan. Ververs de pagina en probeer het opnieuw."
            ),
            Self::Refused(why) => why.fmt(f),
        }
    }
}
