//! The calculation and what it is about. Pure and total.
//!
//! Invariant: nothing here knows of floats, the clock or the page, and neither a figure nor a formula stands here.
//!
//! Formulas are data ([`frame`], [`expression`]): [`unroll`] makes of them one [`program`] over numbers, folded. A [`sheet`]
//! holds its numbers for one plan, exact, and calculates again only what a change reaches: what the page looks at after every
//! change at once, the rest where somebody asks for it; [`explain`] and [`sum`] read the same program with the numbers of a sheet.

pub mod basis;
pub mod benefit;
pub mod bounds;
pub mod calculation;
pub mod calculators;
pub mod case;
pub mod catalogue;
pub mod cell;
pub mod defaults;
pub mod digits;
pub mod evidence;
pub mod exact;
pub mod explain;
pub mod expression;
pub mod formula;
pub mod frame;
pub mod id;
pub mod label;
pub mod late;
pub mod money;
pub mod monitor;
pub mod ordered;
pub mod pack;
pub mod payers;
pub mod phrase;
pub mod plan;
pub mod printed;
pub mod program;
pub mod projection;
pub mod rest;
pub mod role;
pub mod sheet;
pub mod source;
pub mod sum;
pub mod tell;
pub mod term;
pub mod told;
pub mod unroll;
pub mod year;
