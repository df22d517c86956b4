//! A whole comparison as it comes in: by the address, by a pasted link, and from this tab, where it outlives a reload as that same
//! link.

use wasm_bindgen::JsValue;
use yew::AttrValue;

use crate::scenario::beside::Beside;
use crate::scenario::paste::Pasted;
use crate::view::address::fragment;
use crate::view::meeting::tab;

/// Under which name the comparison stands in the tab.
const KEY: &str = "vergelijking";

/// Keeps a comparison, as its link, in this tab.
pub fn keep(link: &str) {
    tab::keep(KEY, link);
}

/// What was compared in this tab before the page was read again.
pub fn kept() -> Option<Beside> {
    Beside::read(&tab::kept(KEY)?)
}

/// The comparison that the address brought. From here on the address is that of the scenario on the page alone: what is done to
/// the comparison is not written in it.
pub fn arrived(page: &AttrValue) -> Option<Beside> {
    let beside = Beside::read(&fragment())?;
    if let Ok(history) = gloo::utils::window().history() {
        // A browser that refuses brings it once more with the next room.
        let _ = history.replace_state_with_url(&JsValue::NULL, "", Some(&format!("#{page}")));
    }
    Some(beside)
}

/// The scenarios of a pasted link: of one that holds others beside its own, each by itself, and unnamed where it was.
pub fn apart(pasted: Pasted) -> Vec<Pasted> {
    match Beside::read(&pasted.link) {
        None => vec![pasted],
        Some(Beside { first, others, .. }) => {
            let name = first.name.or(pasted.name);
            let all = std::iter::once(Pasted { name, ..first }).chain(others);
            all.map(|one| Pasted { name: one.name.or(Some(String::new())), ..one }).collect()
        }
    }
}
