//! Parts of an edition: tables in a folder of their own, which the page fetches when somebody asks for them.
//!
//! What a part is stands in [`bytes`], by the name of its folder. Its files are not read with those of the edition; its
//! sources are those of the edition. A part that adds to the calculation is the edition again, with what it adds.

use serde::Serialize;

use super::error::{Problem, Refusal, SeedError};
use super::{calculators, monitor, printed};
use crate::language::near::meant;
use crate::model;
use crate::model::source::Source;

/// A part as it is written, with what it may lean on.
pub struct Part<'a> {
    /// What it is: the name of its folder.
    pub name: &'a str,
    /// The files of its edition: names with their text.
    pub edition: &'a [(&'a str, &'a str)],
    /// Its own files, likewise; their names say that they are of a part.
    pub files: &'a [(&'a str, &'a str)],
    /// The register of its edition.
    pub sources: &'a [Source],
}

/// The parts that are tables by themselves.
const KNOWN: [&str; 3] = [model::monitor::PART, model::calculators::PART, model::printed::PART];

/// What a part has that adds to the calculation, whatever it is called.
const FRAME: &str = "frame.toml";

/// Reads and checks a part; gives what the page reads of it.
///
/// # Errors
/// Everything that is wrong with its files, or that nobody knows what it is.
pub fn bytes(part: &Part<'_>) -> Result<Vec<u8>, Refusal> {
    match part.name {
        model::monitor::PART => monitor::load(part.files, part.sources).map(|monitor| packed(&monitor)),
        model::calculators::PART => calculators::load(part.files, part.sources).map(|calculators| packed(&calculators)),
        model::printed::PART => printed::load(part.files, part.sources).map(|table| packed(&table)),
        _ if part.files.iter().any(|(name, _)| name.ends_with(FRAME)) => {
            super::load(&[part.edition, part.files].concat()).map(|catalogue| packed(&catalogue))
        }
        unknown => Err(Refusal(vec![SeedError::new(unknown, "", is_unknown(unknown))])),
    }
}

fn is_unknown(name: &str) -> Problem {
    let near = meant(name, KNOWN);
    let known = KNOWN.join(" of ");
    Problem::Text(format!("dit onderdeel bestaat niet; noem de map {known}{near}, of geef haar een `{FRAME}`"))
}

fn packed(part: &impl Serialize) -> Vec<u8> {
    // Cannot fail: what was read fits in memory, and its bytes are fewer.
    postcard::to_stdvec(part).expect("a part fits in memory")
}
