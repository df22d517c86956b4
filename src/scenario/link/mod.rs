//! A scenario as a link: `#v=2&d=2019.1&c=4kq7ab&t=37875786&poh.fte=9.5`.
//!
//! Version of the format, edition of the figures, the check, the deficit of the last year, then only what differs, by stable
//! id. The check stands in front, so that a link cut short cannot pass for a whole one. `pairs` says what a scenario is in
//! pairs of id and value, `write` makes them a link and `check` a sum, `read` goes back, after `mangled` has undone what others
//! did to it; README.md, "The link", has it for who writes or checks links elsewhere.
//!
//! Invariants: `read(write(scenario))` is `scenario`; any text reads as a scenario and notes, never as a failure; what a
//! link of the first format meant, it means for ever.

mod check;
mod keys;
mod mangled;
mod pairs;
mod read;
mod write;

pub use check::{Verdict, check_amount, checked_text, code};
pub use mangled::pieces;
pub use read::{AskedEdition, Opened, asked_edition, is_known, read};
pub use write::{ready_made, write};
