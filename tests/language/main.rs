#![cfg(not(target_arch = "wasm32"))]
//! Guards the language of the formulas, as `seeds/TAAL.md` explains it: each construct gives what was worked out by hand,
//! each refusal says where, which name may have been meant and what to do.

/// The edition that is tested.
const EDITION: &str = "2019.1";

mod pack;
mod page;
mod refusals;
#[path = "../common/seeds.rs"]
mod seeds;
mod sentences;
mod values;
