//! What was typed in a room and not handed in yet: it is there again when the room is, as long as it is about the same
//! scenario.

use std::cell::RefCell;
use std::collections::BTreeMap;

/// Under which name it is remembered who made or brings something: whoever does so once does so again, whatever the scenario.
pub const AUTHOR: &str = "indiener";

thread_local! {
    /// By field: the link of the scenario it is about, and the text.
    static TYPED: RefCell<BTreeMap<&'static str, (String, String)>> = const { RefCell::new(BTreeMap::new()) };
}

/// Keeps what is typed in a field.
pub fn remember(field: &'static str, link: &str, text: &str) {
    TYPED.with_borrow_mut(|typed| typed.insert(field, (link.to_string(), text.to_string())));
}

/// What was typed in a field for the scenario of a link.
pub fn recall(field: &'static str, link: &str) -> Option<String> {
    TYPED.with_borrow(|typed| typed.get(field).filter(|(about, _)| about == link).map(|(_, text)| text.clone()))
}
