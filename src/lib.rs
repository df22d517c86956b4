//! A simulator of a municipal budget: what the measures of a plan change in savings and deficit, year by year. Of which
//! municipality, which plan and which years stands in the seeds.
//!
//! # Code map
//! Data flows one way; imports point the other way, never in a circle.
//!
//! - `seeds/` (data): every figure with its source, the levers, the measures in plain words, the ready-made scenarios.
//! - [`model`]: what the figures mean and the calculation, exact and total.
//! - [`seeds`]: from the seed files to a checked [`model::catalogue::Catalogue`].
//! - [`scenario`]: a plan with its starting point, its edits and its link.
//! - [`analysis`]: what asks the calculation many times: the range, what matters most, how to reach a target, looking back.
//! - [`chart`]: where things stand in a chart: scales, ticks, lines and bars, in pixels.
//! - [`export`]: what leaves the page: a workbook with live formulas, tables and data for other programs, a code to scan,
//!   and the file with kept scenarios.
//! - `view`: the page, the only place that knows yew and the browser.
//!
//! # Invariants
//! - The model knows nothing of serde, floats, the clock or the page; `tests/tidy` checks it.
//! - No figure stands in code: a value is read from `seeds/`, with a source or the word "aanname".
//! - No id of the seeds stands in code: it knows quantities and assumptions by the parts they play ([`model::role`]).
//! - The model calculates with decimals of 28 digits: what has more is rounded there, and nowhere else. The view rounds to
//!   what it shows, a link its check amount.
//! - The calculation is written once and recorded once for a set of figures, folded, as a [`model::program`]: results,
//!   explanations, range, ranking, goal seek and workbook all read it. A result that was calculated again in part has the
//!   digits of one that was calculated as a whole.
//! - The same scenario has the same range on every machine: nothing is drawn by the system.

pub mod analysis;
pub mod built_in;
pub mod chart;
pub mod export;
#[cfg(not(target_arch = "wasm32"))]
pub mod language;
pub mod model;
pub mod scenario;
#[cfg(not(target_arch = "wasm32"))]
pub mod seeds;
#[cfg(target_arch = "wasm32")]
pub mod view;
