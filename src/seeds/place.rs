//! Where an entry stands in the seeds, and what is asked of every entry.

use rust_decimal::Decimal;

use super::error::{Problem, SeedError};
use super::raw::{Document, Exact, File};
use crate::model::bounds::{Bounds, Unit};
use crate::model::source::Passage;

/// Where an entry stands.
#[derive(Clone, Copy)]
pub struct SeedPlace<'p> {
    /// The file it stands in.
    pub file: &'p str,
    /// Its id, or what it is called where it has none.
    pub id: &'p str,
}

impl SeedPlace<'_> {
    /// What is wrong with it.
    pub fn error(self, problem: Problem) -> SeedError {
        SeedError::new(self.file, self.id, problem)
    }

    /// The unit with this name.
    pub fn unit(self, name: &str) -> Result<Unit, SeedError> {
        Unit::parse(name).ok_or_else(|| self.error(Problem::UnknownUnit(name.to_string())))
    }

    /// Bounds with room between them.
    pub fn bounds(self, min: Exact, max: Exact, step: Exact) -> Result<Bounds, SeedError> {
        if min.0 >= max.0 || step.0 <= Decimal::ZERO {
            return Err(self.error(Problem::EmptyBounds));
        }
        Ok(Bounds { min: min.0, max: max.0, step: step.0 })
    }

    /// A source with a place in it, or neither.
    pub fn passage(self, source: &Option<String>, locator: &Option<String>) -> Result<Option<Passage>, SeedError> {
        match (source, locator) {
            (Some(source), Some(locator)) => Ok(Some(Passage { source: source.clone(), locator: locator.clone() })),
            (None, None) => Ok(None),
            _ => Err(self.error(Problem::HalfPassage)),
        }
    }
}

/// The entries of one kind, with where they stand.
pub fn entries<'p, T>(
    files: &'p [File],
    section: impl Fn(&'p Document) -> &'p [T],
    id: impl Fn(&'p T) -> &'p str,
) -> Vec<(SeedPlace<'p>, &'p T)> {
    let of_file = |part: &'p File| section(&part.document).iter().map(move |entry| (part.file.as_str(), entry));
    files.iter().flat_map(of_file).map(|(file, entry)| (SeedPlace { file, id: id(entry) }, entry)).collect()
}
