//! The scenarios that are kept in this browser.

/// The names of the kept scenarios with their links, newest first.
pub fn saved() -> Vec<(String, String)> {
    Vec::new()
}
