#![cfg(not(target_arch = "wasm32"))]
//! What `tests/seeds` guards of any edition, for the edition of now.

/// The edition that is tested.
const EDITION: &str = "2026.1";

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/derived.rs"]
mod derived;
#[path = "../seeds/figures.rs"]
mod figures;
mod monitor;
#[path = "../seeds/pack.rs"]
mod pack;
mod parts;
#[path = "../common/results.rs"]
mod results;
#[path = "../common/seeds.rs"]
mod seeds;

use ombuigen::built_in;
use ombuigen::model::catalogue::Catalogue;

fn catalogue() -> Catalogue {
    built_in::catalogue(EDITION).expect("the seeds are right")
}
