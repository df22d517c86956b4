//! From raw sections to what came of earlier plans and the published amounts to look back on.

use super::error::SeedError;
use super::place::{SeedPlace, entries, kept, once};
use super::raw::{self, File};
use crate::model::evidence::{Against, Point, Record};
use crate::model::source::Passage;

/// What came of earlier plans, in the order of their file.
pub fn records(files: &[File], wrong: &mut Vec<SeedError>) -> Vec<Record> {
    let raw = once(entries(files, |document| &document.records, |record| &record.id), wrong);
    kept(raw.into_iter().map(|(place, raw)| record(place, raw)), wrong)
}

/// Published amounts, in the order of their file.
pub fn points(files: &[File], wrong: &mut Vec<SeedError>) -> Vec<Point> {
    let raw = once(entries(files, |document| &document.points, |point| &point.id), wrong);
    raw.into_iter().map(|(place, raw)| point(place, raw)).collect()
}

fn record(place: SeedPlace<'_>, raw: &raw::Record) -> Result<Record, SeedError> {
    Ok(Record {
        id: place.id.to_string(),
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

fn point(place: SeedPlace<'_>, raw: &raw::Point) -> Point {
    Point {
        id: place.id.to_string(),
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
