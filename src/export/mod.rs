//! What leaves the page: results and scenarios as bytes or text, by pure functions.

pub mod library;
