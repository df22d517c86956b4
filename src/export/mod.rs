//! What leaves the page as a file.
//!
//! Invariant: pure functions from a scenario to bytes or text. What a file says about itself is handed in: nothing here
//! looks at the clock or the address bar.

pub mod workbook;

/// What a file says about itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct About {
    /// What the scenario is called.
    pub name: String,
    /// The day the file was made, as a reader writes it: `3 mei 2026`.
    pub date: String,
    /// The whole address that opens the scenario on the page.
    pub link: String,
}
