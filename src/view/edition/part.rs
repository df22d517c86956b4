//! Parts of an edition: what most visitors never ask for, each a file of its own.
//!
//! Invariant: a part is opened once; from then on there is one of it.

use std::any::Any;
use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Uint8Array;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};

use super::unopened::Unopened;
use crate::reader;

#[wasm_bindgen]
extern "C" {
    /// Of `edition.js`: whether the page has a part of an edition.
    #[wasm_bindgen(js_name = hasPart)]
    fn has_part(edition: &str, part: &str) -> bool;
    /// Of `edition.js`: the bytes of a part; none where they are damaged, and fails where they do not come.
    #[wasm_bindgen(js_name = fetchPart, catch)]
    pub(super) async fn fetch_part(edition: &str, part: &str) -> Result<JsValue, JsValue>;
}

/// An opened part, by the names of its edition and itself.
type Known = ([String; 2], Rc<dyn Any>);

thread_local! {
    /// The parts that were opened: what failed is tried again when somebody asks again.
    static KNOWN: RefCell<Vec<Known>> = const { RefCell::new(Vec::new()) };
}

/// Whether an edition has a part: older ones may not.
pub fn has(edition: &str, part: &str) -> bool {
    has_part(edition, part)
}

/// A part that was opened before, without fetching anything.
pub fn known<T: 'static>(edition: &str, part: &str) -> Option<Rc<T>> {
    let is_this = |(names, _): &&Known| *names == [edition, part];
    KNOWN.with_borrow(|all| all.iter().find(is_this).and_then(|(_, known)| known.clone().downcast().ok()))
}

/// Opens a part as what it holds.
///
/// # Errors
/// Says why it cannot be opened.
pub async fn open<T: DeserializeOwned + 'static>(edition: &str, part: &str) -> Result<Rc<T>, Unopened> {
    open_as(edition, part, |bytes| Some(reader::read(&bytes.to_vec()))).await
}

/// Opens a part as what something makes of its bytes.
///
/// # Errors
/// Says why it cannot be opened: also where nothing can be made of its bytes.
pub async fn open_as<T: 'static>(
    edition: &str,
    part: &str,
    read: impl FnOnce(Uint8Array) -> Option<T>,
) -> Result<Rc<T>, Unopened> {
    let name = format!("{edition} ({part})");
    if !has(edition, part) {
        return Err(Unopened::Unknown(name));
    }
    let fetched = match known(edition, part) {
        Some(known) => return Ok(known),
        None => fetch_part(edition, part).await.map_err(|_| Unopened::Unfetched(name.clone()))?,
    };
    // Somebody may have been first while this one was on its way.
    if let Some(first) = known(edition, part) {
        return Ok(first);
    }
    let opened = fetched.dyn_into().ok().and_then(read).map(Rc::new).ok_or(Unopened::Damaged(name))?;
    KNOWN.with_borrow_mut(|all| all.push(([edition, part].map(str::to_string), opened.clone())));
    Ok(opened)
}
