//! What a visit holds in its tab: there over a reload, which tablets do by themselves, and gone with the tab.

use web_sys::Storage;

/// What the keys of this page begin with.
const OURS: &str = "ombuigen.";

/// None where the browser keeps nothing: then it lasts until the page is closed or read again.
fn storage() -> Option<Storage> {
    gloo::utils::window().session_storage().ok().flatten()
}

/// Keeps a text in place of what was there.
pub fn keep(key: &str, text: &str) {
    if let Some(storage) = storage() {
        // A browser that has no room for it keeps what was there: of the visit itself nothing is lost.
        let _ = storage.set_item(&format!("{OURS}{key}"), text);
    }
}

/// The text that is kept.
pub fn kept(key: &str) -> Option<String> {
    storage()?.get_item(&format!("{OURS}{key}")).ok().flatten()
}
