//! What the page does to its own elements: where the keyboard goes on after something came or went, and a button that stands
//! for another.

use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

/// Moves the focus to the first element that matches, where there is one that can take it.
pub fn focus(selector: &str) {
    if let Some(element) = first(selector) {
        // An element that cannot take the focus changes nothing.
        let _ = element.focus();
    }
}

/// Presses the first element that matches, also one that this width of the screen does not show.
pub fn press(selector: &str) {
    if let Some(element) = first(selector) {
        element.click();
    }
}

fn first(selector: &str) -> Option<HtmlElement> {
    let found = gloo::utils::document().query_selector(selector).ok().flatten();
    found.and_then(|element| element.dyn_into::<HtmlElement>().ok())
}
