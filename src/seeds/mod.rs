//! From the seed files to a checked [`Catalogue`].
//!
//! Invariant: what this module lets through is complete and consistent, so that nothing after it has to doubt.

mod build;
mod check;
mod error;
mod evidence;
mod formula;
mod place;
mod raw;

pub use error::{Problem, SeedError};

use crate::model::catalogue::Catalogue;
use raw::File;

/// The seed files as `build.rs` read them: reading TOML takes more code than all the rest of the page.
static BUILT: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/seeds.bin"));

/// The figures of this build.
///
/// # Errors
/// The first thing that is wrong, with the file, the id and what to do.
pub fn built_in() -> Result<Catalogue, SeedError> {
    let files: Vec<File> =
        postcard::from_bytes(BUILT).map_err(|error| SeedError::new("", "", Problem::Unreadable(error.to_string())))?;
    checked(&files)
}

/// Reads and checks seed files: names with their text. Any file may hold any section.
///
/// # Errors
/// The first thing that is wrong, with the file, the id and what to do.
#[cfg(not(target_arch = "wasm32"))]
pub fn load(files: &[(&str, &str)]) -> Result<Catalogue, SeedError> {
    let read = |(file, text): &(&str, &str)| match toml::from_str(text) {
        Ok(document) => Ok(File { file: (*file).to_string(), document }),
        Err(error) => Err(SeedError::new(file, "", Problem::Unreadable(error.to_string()))),
    };
    let files = files.iter().map(read).collect::<Result<Vec<_>, _>>()?;
    checked(&files)
}

fn checked(files: &[File]) -> Result<Catalogue, SeedError> {
    let catalogue = build::catalogue(files)?;
    check::consistent(&catalogue).map_err(|error| error.within(files))?;
    Ok(catalogue)
}
