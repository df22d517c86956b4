//! The figures and formulas of this build: read and checked when it was built.

use crate::model::catalogue::Catalogue;

/// What `build.rs` made of the seeds.
static CHECKED: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/seeds.bin"));

/// The catalogue of this build.
///
/// # Errors
/// That the bytes are not those of this version of the program.
pub fn catalogue() -> Result<Catalogue, postcard::Error> {
    postcard::from_bytes(CHECKED)
}
