//! The register of sources.

use rust_xlsxwriter::XlsxError;

use super::cell::Tab;
use super::page::{Column, Page};
use super::style;
use super::subject::Subject;

const COLUMNS: [Column; 6] = [
    Column::text("Bron", 10),
    Column::text("Titel", 48),
    Column::text("Uitgever", 26),
    Column::text("Datum", 14),
    Column::text("Adres", 54),
    Column::text("Let op", 42),
];

/// The sheet.
pub fn sheet(subject: &Subject<'_>) -> Result<Page, XlsxError> {
    let mut page = Page::new(Tab::Sources)?;
    let edition = format!("Uitgave van de cijfers: {}.", subject.catalogue.edition_in_words());
    let first = page.table("Bronnen", &[&edition], &COLUMNS)?;
    let mut next = first;
    for source in subject.catalogue.sources() {
        page.text(next, 0, &source.id, &style::strong())?;
        page.text(next, 1, &source.title, &style::text())?;
        page.text(next, 2, &source.publisher, &style::text())?;
        page.text(next, 3, &source.date, &style::text())?;
        if let Some(address) = &source.address {
            page.link(next, 4, address, address)?;
        }
        page.text(next, 5, source.note.as_deref().unwrap_or_default(), &style::text())?;
        next += 1;
    }
    page.may_read_as_numbers(first..next)?;
    Ok(page)
}
