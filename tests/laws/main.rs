#![cfg(not(target_arch = "wasm32"))]
//! Guards what must hold for every plan: laws of the calculation, tried on random plans.

mod explanations;
mod levers;
mod plans;
mod totals;
