//! The calculation and what it is about. Pure and total.
//!
//! Invariant: nothing here knows of serde, floats, the clock or the page, and no value of a figure stands here.
//!
//! The calculation is written once, in [`project::calculate`], over any [`number::Number`]. It is read exactly
//! ([`project::project`]) and as an explanation with the numbers filled in ([`trace`]).

pub mod baseline;
pub mod basis;
pub mod bounds;
pub mod catalogue;
pub mod digits;
pub mod effect;
pub mod evidence;
pub mod formula;
pub mod id;
pub mod indices;
pub mod inputs;
pub mod label;
pub mod money;
pub mod number;
pub mod plan;
pub mod project;
pub mod projection;
pub mod reach;
pub mod source;
pub mod timing;
pub mod trace;
pub mod year;
