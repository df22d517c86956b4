//! Where an entry stands in the seeds, and what is asked of every entry.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use toml::Spanned;

use super::error::{Problem, SeedError};
use super::raw::{Document, File};
use super::read::Exact;
use super::span::position;
use crate::language::near::meant;
use crate::model::bounds::{Bounds, Unit};
use crate::model::source::Passage;

/// Where an entry stands.
#[derive(Clone, Copy)]
pub struct SeedPlace<'p> {
    /// The file it stands in.
    pub part: &'p File,
    /// Its id, or what it is called where it has none.
    pub id: &'p str,
    /// How many bytes into the file.
    at: usize,
}

impl<'p> SeedPlace<'p> {
    /// Of what goes by this id: there.
    pub fn of(part: &'p File, id: &'p Spanned<String>) -> Self {
        Self { part, id: id.get_ref(), at: id.span().start }
    }

    /// Of what goes by its key: where its value stands.
    pub fn keyed<T>(part: &'p File, id: &'p str, value: &Spanned<T>) -> Self {
        Self { part, id, at: value.span().start }
    }

    /// The same entry, where this part of it stands.
    pub fn at<T>(self, part: &Spanned<T>) -> Self {
        Self { at: part.span().start, ..self }
    }

    /// What is wrong with it.
    pub fn error(self, problem: Problem) -> SeedError {
        SeedError::at(&self.part.file, self.id, position(&self.part.text, self.at..self.at, "", 0), problem)
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

    /// A source with a place in it, or neither; what stands before their names says of what.
    pub fn passage(
        self,
        of: &'static str,
        source: &Option<String>,
        locator: &Option<String>,
    ) -> Result<Option<Passage>, SeedError> {
        match (source, locator) {
            (Some(source), Some(locator)) => Ok(Some(Passage { source: source.clone(), locator: locator.clone() })),
            (None, None) => Ok(None),
            _ => Err(self.error(Problem::HalfPassage(of))),
        }
    }
}

/// The entries of one kind, with where they stand.
pub fn entries<'p, T>(
    files: &'p [File],
    section: impl Fn(&'p Document) -> &'p [T],
    id: impl Fn(&'p T) -> &'p Spanned<String>,
) -> Vec<(SeedPlace<'p>, &'p T)> {
    let of_file = |part: &'p File| section(&part.document).iter().map(move |entry| (part, entry));
    files.iter().flat_map(of_file).map(|(part, entry)| (SeedPlace::of(part, id(entry)), entry)).collect()
}

/// The entries whose id no entry before them has; of the others it is told.
pub fn once<'p, T>(entries: Vec<(SeedPlace<'p>, T)>, wrong: &mut Vec<SeedError>) -> Vec<(SeedPlace<'p>, T)> {
    let mut seen = BTreeSet::new();
    let first = |(place, entry): (SeedPlace<'p>, T)| {
        seen.insert(place.id).then_some((place, entry)).ok_or_else(|| place.error(Problem::Duplicate))
    };
    kept(entries.into_iter().map(first), wrong)
}

/// What could be made; what is wrong with the rest joins what was wrong.
pub fn kept<T>(results: impl IntoIterator<Item = Result<T, SeedError>>, wrong: &mut Vec<SeedError>) -> Vec<T> {
    results.into_iter().filter_map(|result| noted(result, wrong)).collect()
}

/// What could be made; what is wrong with it joins what was wrong.
pub fn noted<T>(result: Result<T, SeedError>, wrong: &mut Vec<SeedError>) -> Option<T> {
    result.map_err(|error| wrong.push(error)).ok()
}

/// What may stand in any file is missed at the top of the first.
pub fn missing(files: &[File], id: &str) -> SeedError {
    let place = files.first().map(|part| SeedPlace::keyed(part, id, &Spanned::new(0..0, ())));
    place.map_or_else(|| SeedError::new("", id, Problem::Missing), |place| place.error(Problem::Missing))
}

/// That nothing is called so, and what may have been meant.
pub fn unknown<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Problem {
    Problem::UnknownReference(name.to_string(), meant(name, known))
}
