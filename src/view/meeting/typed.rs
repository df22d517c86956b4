//! What was typed in a room and not handed in yet: it is there again when the room is, also after a reload, as long as it is
//! about the same scenario.

use std::cell::RefCell;
use std::collections::BTreeMap;

use super::tab;

/// Under which name it is remembered who made or brings something: whoever does so once does so again, whatever the scenario.
pub const AUTHOR: &str = "indiener";

thread_local! {
    /// By field: the link of the scenario it is about, and the text.
    static TYPED: RefCell<BTreeMap<&'static str, (String, String)>> = const { RefCell::new(BTreeMap::new()) };
}

/// Keeps what is typed in a field.
pub fn remember(field: &'static str, link: &str, text: &str) {
    // A link is one line.
    tab::keep(field, &format!("{link}\n{text}"));
    TYPED.with_borrow_mut(|typed| typed.insert(field, (link.to_string(), text.to_string())));
}

/// What was typed in a field for the scenario of a link.
pub fn recall(field: &'static str, link: &str) -> Option<String> {
    let of_visit = TYPED.with_borrow(|typed| typed.get(field).cloned());
    let of_tab = || tab::kept(field)?.split_once('\n').map(|(about, text)| (about.to_string(), text.to_string()));
    of_visit.or_else(of_tab).filter(|(about, _)| about == link).map(|(_, text)| text)
}
