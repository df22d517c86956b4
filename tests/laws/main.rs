#![cfg(not(target_arch = "wasm32"))]
//! Guards what must hold for every plan: laws of the calculation, tried on random plans.

mod explanations;
mod goal;
mod levers;
mod lookback;
mod plans;
mod programs;
mod range;
#[path = "../common/results.rs"]
mod results;
#[path = "../common/seeds.rs"]
mod seeds;
mod sensitivity;
mod shares;
mod totals;
