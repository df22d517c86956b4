//! Parts of an edition: tables in a folder of their own, which the page fetches when somebody asks for them.
//!
//! What a part is stands in [`bytes`], by the name of its folder. Its files are not read with those of the edition; its
//! sources are those of the edition.

use serde::Serialize;
use toml::Spanned;
use toml::de::DeValue;

use super::error::{Problem, Refusal, SeedError};
use super::read::{Read, Told};
use super::span::position;
use super::{calculators, monitor, syntax};
use crate::language::near::meant;
use crate::model::source::Source;

/// A part as it is written, with what it may lean on.
pub struct Part<'a> {
    /// What it is: the name of its folder.
    pub name: &'a str,
    /// Its own files: names with their text.
    pub files: &'a [(&'a str, &'a str)],
    /// The register of its edition.
    pub sources: &'a [Source],
}

/// The parts that there are.
const KNOWN: [&str; 2] = ["monitor", "rekenhulp"];

/// Reads and checks a part; gives what the page reads of it.
///
/// # Errors
/// Everything that is wrong with its files, or that nobody knows what it is.
pub fn bytes(part: &Part<'_>) -> Result<Vec<u8>, Refusal> {
    match part.name {
        "monitor" => monitor::load(part.files, part.sources).map(|monitor| packed(&monitor)),
        "rekenhulp" => calculators::load(part.files, part.sources).map(|calculators| packed(&calculators)),
        unknown => Err(Refusal(vec![SeedError::new(unknown, "", is_unknown(unknown))])),
    }
}

fn is_unknown(name: &str) -> Problem {
    let near = meant(name, KNOWN);
    Problem::Text(format!("dit onderdeel bestaat niet; noem de map {}{near}", KNOWN.join(" of ")))
}

fn packed(part: &impl Serialize) -> Vec<u8> {
    // Cannot fail: what was read fits in memory, and its bytes are fewer.
    postcard::to_stdvec(part).expect("a part fits in memory")
}

/// A file of a part, read as what it holds.
pub struct PartFile<'a, T> {
    name: &'a str,
    text: &'a str,
    /// What it holds.
    pub document: T,
}

impl<T> PartFile<'_, T> {
    /// What is wrong with an entry, where some of it stands in this file.
    pub fn error<U>(&self, id: &str, written: &Spanned<U>, problem: Problem) -> SeedError {
        SeedError::at(self.name, id, position(self.text, written.span(), "", 0), problem)
    }

    /// That a source stands in the register; tells where it does not.
    pub fn in_register(&self, id: &str, source: &Spanned<String>, sources: &[Source], wrong: &mut Vec<SeedError>) {
        let name = source.get_ref();
        if sources.iter().all(|known| known.id != *name) {
            let near = meant(name, sources.iter().map(|known| known.id.as_str()));
            wrong.push(self.error(id, source, Problem::DanglingSource(name.clone(), near)));
        }
    }
}

/// Reads the files of a part, in the order of their names; tells what is wrong with each, and gives those that could be read.
pub fn read<'a, T: Read>(files: &[(&'a str, &'a str)], wrong: &mut Vec<SeedError>) -> Vec<PartFile<'a, T>> {
    let mut files = files.to_vec();
    files.sort_unstable();
    let file = |(name, text): (&'a str, &'a str)| {
        let table = syntax::table(name, text, wrong)?;
        let mut told = Told::of(name, text, "");
        let document = T::read(&Spanned::new(0..0, DeValue::Table(table)), &mut told);
        wrong.append(&mut told.wrong);
        Some(PartFile { name, text, document: document? })
    };
    files.into_iter().filter_map(file).collect()
}
