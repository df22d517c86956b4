//! The files of a part of an edition, as they are written.

use toml::Spanned;
use toml::de::DeValue;

use super::error::{Problem, SeedError};
use super::read::{Read, Told};
use super::span::position;
use super::syntax;
use crate::language::near::meant;
use crate::model::source::Source;

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
