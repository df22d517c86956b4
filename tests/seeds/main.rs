#![cfg(not(target_arch = "wasm32"))]
//! Guards the figures: each has its source, each derivation comes to its figure, the published table agrees with itself
//! and with the baseline, what the pack says of the first screen holds in the calculation, and the loader refuses what is
//! wrong with a message that says where and what to do.

/// The edition that is tested.
const EDITION: &str = "2019.1";

mod bytes;
#[path = "../common/mod.rs"]
mod common;
#[path = "../common/derived.rs"]
mod derived;
mod evidence;
mod figures;
mod finance;
mod newcomer;
mod pack;
mod refusals;
#[path = "../common/results.rs"]
mod results;
#[path = "../common/seeds.rs"]
mod seeds;

use ombuigen::built_in;
use ombuigen::model::catalogue::Catalogue;

fn catalogue() -> Catalogue {
    built_in::catalogue(EDITION).expect("the seeds are right")
}
