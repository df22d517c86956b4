//! From the seed files to a checked [`Catalogue`].
//!
//! Invariant: what this module lets through is complete and consistent, so that nothing after it has to doubt.

mod build;
mod check;
mod error;
mod formula;
mod raw;

pub use error::{Problem, SeedError};

use crate::model::catalogue::Catalogue;

/// A seed file: its name and its text.
pub type File<'f> = (&'f str, &'f str);

/// The seed files of this build.
pub const FILES: [File<'static>; 9] = [
    ("sources.toml", include_str!("../../seeds/sources.toml")),
    ("baseline.toml", include_str!("../../seeds/baseline.toml")),
    ("measures/preventie.toml", include_str!("../../seeds/measures/preventie.toml")),
    ("measures/toegang.toml", include_str!("../../seeds/measures/toegang.toml")),
    ("measures/integraal.toml", include_str!("../../seeds/measures/integraal.toml")),
    ("measures/begrenzing.toml", include_str!("../../seeds/measures/begrenzing.toml")),
    ("measures/veilig-verder-team.toml", include_str!("../../seeds/measures/veilig-verder-team.toml")),
    ("assumptions.toml", include_str!("../../seeds/assumptions.toml")),
    ("presets.toml", include_str!("../../seeds/presets.toml")),
];

/// Reads and checks seed files. Any file may hold any section.
///
/// # Errors
/// The first thing that is wrong, with the file, the id and what to do.
pub fn load(files: &[File<'_>]) -> Result<Catalogue, SeedError> {
    let parsed = files.iter().map(|file| raw::parse(*file)).collect::<Result<Vec<_>, _>>()?;
    let catalogue = build::catalogue(&parsed)?;
    check::consistent(&catalogue).map_err(|error| error.within(files))?;
    Ok(catalogue)
}
