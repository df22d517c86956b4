//! The language of the formulas: from text to a checked [`crate::model::expression::Expression`], for a policy officer who
//! knows spreadsheets. What it holds stands in `seeds/TAAL.md`; each construct has a test in `tests/language`.
//!
//! Invariant: a formula that is let through reads only what exists, has a value for the members at hand, and adds up only
//! what has the same unit. The page holds none of this: it gets the checked formulas.

mod instead;
mod mistake;
pub mod near;
mod read;
pub mod scope;
mod token;
pub mod unit;

pub use mistake::Mistake;
pub use read::{Formula, read, test};
pub use token::is_name;

/// The version of the language that this reader knows.
pub const VERSION: u32 = 1;
