//! The second program of the page: saving, comparing and handing over. It is loaded on the click that needs it.

#[cfg(target_arch = "wasm32")]
use wasm_bindgen::prelude::wasm_bindgen;

/// Shows a room of the meeting, over the page, for the scenario of a link.
#[cfg(target_arch = "wasm32")]
#[wasm_bindgen]
pub fn open(room: &str, link: &str) {
    ombuigen::view::meeting::open(room, link);
}

fn main() {}
