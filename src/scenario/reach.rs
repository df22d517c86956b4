//! Whom a measure reaches, in the sentences of the seeds.

use rust_decimal::Decimal;

use super::shown::short;
use crate::model::catalogue::Catalogue;
use crate::model::cell::Cell;
use crate::model::digits::number;
use crate::model::frame::Shows;
use crate::model::id::MeasureId;
use crate::model::sheet::Sheet;
use crate::model::tell::Telling;

/// Whom a measure reaches with its levers as they stand; nothing where counting makes no sense.
pub fn reach(measure: MeasureId, sheet: &Sheet, catalogue: &Catalogue) -> Option<String> {
    told(in_full(measure, catalogue), sheet, catalogue)
}

/// What is told in full of whom a measure reaches.
pub fn in_full(measure: MeasureId, catalogue: &Catalogue) -> impl Iterator<Item = &Telling> {
    catalogue.measure(measure).reach.iter().filter(|telling| !telling.is_brief)
}

/// What holds of this, in sentences; nothing where nothing does.
pub fn told<'c>(
    tellings: impl IntoIterator<Item = &'c Telling>,
    sheet: &Sheet,
    catalogue: &Catalogue,
) -> Option<String> {
    let written = written(catalogue);
    let sentences: Vec<String> = tellings.into_iter().filter_map(|telling| telling.told(sheet, &written)).collect();
    (!sentences.is_empty()).then(|| sentences.join(" "))
}

/// How sentences of the seeds write a number.
pub fn written(catalogue: &Catalogue) -> impl Fn(Cell, Decimal) -> String {
    |cell, value| match catalogue.frame().quantity(cell.quantity).shows {
        Shows::Fte => short(value, 1),
        _ => number(value, 0),
    }
}
