//! From raw sections to what came of earlier plans and the published amounts to look back on.

use std::collections::BTreeSet;

use super::error::{Problem, SeedError};
use super::place::{SeedPlace, entries};
use super::raw::{self, File};
use crate::model::evidence::{Against, Point, Record};
use crate::model::source::Passage;

/// What came of earlier plans, in the order of their file.
pub fn records(files: &[File]) -> Result<Vec<Record>, SeedError> {
    let raw = entries(files, |document| &document.records, |record| &record.id);
    each_once(raw, record)
}

/// Published amounts, in the order of their file.
pub fn points(files: &[File]) -> Result<Vec<Point>, SeedError> {
    let raw = entries(files, |document| &document.points, |point| &point.id);
    each_once(raw, |_, raw| Ok(point(raw)))
}

/// Each id once.
fn each_once<'p, T, U>(
    entries: Vec<(SeedPlace<'p>, &'p T)>,
    build: impl Fn(SeedPlace<'p>, &'p T) -> Result<U, SeedError>,
) -> Result<Vec<U>, SeedError> {
    let mut ids = BTreeSet::new();
    let mut built = Vec::new();
    for (place, raw) in entries {
        if !ids.insert(place.id) {
            return Err(place.error(Problem::Duplicate));
        }
        built.push(build(place, raw)?);
    }
    Ok(built)
}

fn record(place: SeedPlace<'_>, raw: &raw::Record) -> Result<Record, SeedError> {
    Ok(Record {
        id: raw.id.clone(),
        label: raw.label.clone(),
        year: raw.year,
        unit: place.unit(&raw.unit)?,
        of: raw.of.clone(),
        planned: raw.planned.0,
        realised: raw.realised.map(|realised| realised.0),
        note: raw.note.clone(),
        passage: Passage { source: raw.source.clone(), locator: raw.locator.clone() },
        part_of: raw.part_of.clone(),
    })
}

fn point(raw: &raw::Point) -> Point {
    Point {
        id: raw.id.clone(),
        label: raw.label.clone(),
        year: raw.year,
        amount: raw.amount.0,
        against: match raw.against {
            Some(raw::Against::Net) => Against::Net,
            Some(raw::Against::Zin) => Against::InKind,
            None => Against::Nothing,
        },
        note: raw.note.clone(),
        passage: Passage { source: raw.source.clone(), locator: raw.locator.clone() },
    }
}
