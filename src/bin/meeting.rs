//! The second program of the page: what most visitors never open. It is loaded on the click that needs it.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// Shows a room, over the page, for the scenario of a link, about something where it explains. Fails where its figures cannot be had.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub async fn open(room: String, about: String, link: String) -> Result<(), wasm_bindgen::JsValue> {
    ombuigen::view::meeting::open(&room, &about, &link).await
}

/// Shuts whatever is open of it.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn shut() {
    ombuigen::view::meeting::shut();
}

fn main() {}
