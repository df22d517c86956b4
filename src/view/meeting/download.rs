//! Handing a file to the user.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

/// How long the browser may take to fetch what it was handed: some ask the user first where to put it.
const FETCHED_MS: u32 = 60_000;

/// Downloads a file: its name, its media type and what is in it.
pub fn download(name: &str, kind: &str, bytes: &[u8]) {
    // No browser that runs this program refuses any of it; one that would, downloads nothing.
    let _ = hand_over(name, kind, bytes);
}

fn hand_over(name: &str, kind: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let blob = Blob::new_with_u8_array_sequence_and_options(&Array::of1(&Uint8Array::from(bytes)), &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let anchor: HtmlAnchorElement = gloo::utils::document().create_element("a")?.unchecked_into();
    anchor.set_href(&address);
    anchor.set_download(name);
    anchor.click();
    Timeout::new(FETCHED_MS, move || drop(Url::revoke_object_url(&address))).forget();
    Ok(())
}
