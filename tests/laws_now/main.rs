#![cfg(not(target_arch = "wasm32"))]
//! The laws of `tests/laws` for the edition of now, and what holds of that edition alone.

#[path = "../laws/explanations.rs"]
mod explanations;
#[path = "../laws/goal.rs"]
mod goal;
#[path = "../laws/lookback.rs"]
mod lookback;
#[path = "../laws/named.rs"]
mod named;
#[path = "../laws/plans.rs"]
mod plans;
#[path = "../laws/programs.rs"]
mod programs;
#[path = "../laws/range.rs"]
mod range;
mod reach;
#[path = "../common/results.rs"]
mod results;
mod scope;
#[path = "../common/seeds.rs"]
mod seeds;
#[path = "../laws/sensitivity.rs"]
mod sensitivity;
#[path = "../laws/shares.rs"]
mod shares;
#[path = "../laws/sums.rs"]
mod sums;
#[path = "../laws/totals.rs"]
mod totals;
mod whole;

/// The edition that is tested.
const EDITION: &str = "2026.1";
