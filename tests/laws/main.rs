#![cfg(not(target_arch = "wasm32"))]
//! Guards what must hold for every plan: laws of the calculation, tried on random plans.

/// The edition that is tested.
const EDITION: &str = "2019.1";

mod apart;
mod band;
mod explanations;
mod goal;
mod levers;
mod lookback;
mod named;
mod plans;
mod programs;
mod range;
#[path = "../common/results.rs"]
mod results;
#[path = "../common/seeds.rs"]
mod seeds;
mod sensitivity;
mod shares;
mod sums;
mod totals;
mod words;
