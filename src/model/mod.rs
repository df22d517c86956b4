//! The calculation and what it is about. Pure and total.
//!
//! Invariant: nothing here knows of serde, floats, the clock or the page, and no value of a figure stands here.
//!
//! The calculation is written once, over terms ([`term`]), and recorded once for a set of figures as a [`program`]. A
//! [`sheet`] holds its numbers for one plan, exact, and calculates again only what a change reaches; [`explain`] reads the
//! same program with the numbers of a sheet.

pub mod baseline;
pub mod basis;
pub mod bounds;
pub mod calculation;
pub mod catalogue;
pub mod defaults;
pub mod digits;
pub mod effect;
pub mod evidence;
pub mod exact;
pub mod explain;
pub mod formula;
pub mod id;
pub mod indices;
pub mod inputs;
pub mod label;
pub mod line;
pub mod money;
pub mod pack;
pub mod plan;
pub mod program;
pub mod projection;
pub mod reach;
pub mod rest;
pub mod sheet;
pub mod source;
pub mod term;
pub mod timing;
pub mod year;
