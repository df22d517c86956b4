//! The part `tabel`: one file with a published table as it is printed.

use std::collections::BTreeSet;

use toml::Spanned;

use super::error::{Problem, Refusal, SeedError};
use super::part_file::{self, PartFile};
use super::read::{Exact, section};
use crate::model::printed::{PrintedTable, Row, Wrong};
use crate::model::source::Source;

section! {
    /// The file.
    pub struct TableText {
        pub title: String,
        pub unit: String,
        pub source: Spanned<String>,
        pub columns: Vec<String>,
        pub years: Vec<String>,
        pub reading: Vec<String>,
        pub rows as "row": Vec<RowText>,
    }
}

section! {
    pub struct RowText {
        pub id: Spanned<String>,
        pub name: String,
        pub sum: bool = false,
        pub printed: Vec<Exact>,
        pub wrong: Vec<WrongText> = Vec::new(),
        pub note: Option<String>,
        pub locator: String,
    }
}

section! {
    pub struct WrongText {
        /// Counted from 1.
        pub column: u16,
        pub should: Exact,
    }
}

type File<'a> = PartFile<'a, TableText>;

/// Reads and checks the table.
///
/// # Errors
/// Everything that is wrong: what cannot be read, ids that stand there twice, a line with more or fewer numbers than there are
/// columns, a source that is not in the register, or more files than one.
pub fn load(files: &[(&str, &str)], sources: &[Source]) -> Result<PrintedTable, Refusal> {
    let mut wrong = Vec::new();
    let files: Vec<File<'_>> = part_file::read(files, &mut wrong);
    let [file] = files.as_slice() else {
        let says = "dit onderdeel is één bestand met de hele tabel".to_string();
        wrong.push(SeedError::new(crate::model::printed::PART, "", Problem::Text(says)));
        return Err(Refusal(wrong));
    };
    file.in_register(file.document.source.get_ref(), &file.document.source, sources, &mut wrong);
    wrong.extend(mistaken(file));
    Refusal::unless_right(wrong)?;
    Ok(table(&file.document))
}

/// What is wrong with the lines.
fn mistaken(file: &File<'_>) -> Vec<SeedError> {
    let (document, mut known) = (&file.document, BTreeSet::new());
    let width = document.columns.len() * document.years.len();
    let mut wrong = Vec::new();
    for row in &document.rows {
        let mut tell = |problem| wrong.push(file.error(row.id.get_ref(), &row.id, problem));
        if !known.insert(row.id.get_ref()) {
            tell(Problem::Duplicate);
        }
        if row.printed.len() != width {
            tell(Problem::Text(format!("hier horen {width} getallen te staan: alle kolommen van elk jaar")));
        }
        if row.wrong.iter().any(|of| !(1..=width).contains(&usize::from(of.column))) {
            tell(Problem::Text(format!("de kolommen zijn genummerd van 1 tot en met {width}")));
        }
    }
    wrong
}

fn table(document: &TableText) -> PrintedTable {
    PrintedTable {
        title: document.title.clone(),
        unit: document.unit.clone(),
        source: document.source.get_ref().clone(),
        columns: document.columns.clone(),
        years: document.years.clone(),
        reading: document.reading.clone(),
        rows: document.rows.iter().map(row).collect(),
    }
}

fn row(row: &RowText) -> Row {
    // Cannot be below 0: columns are counted from 1, which was checked.
    let wrong = |of: &WrongText| Wrong { place: usize::from(of.column.saturating_sub(1)), should: of.should.0 };
    Row {
        id: row.id.get_ref().clone(),
        name: row.name.clone(),
        is_sum: row.sum,
        printed: row.printed.iter().map(|number| number.0).collect(),
        wrong: row.wrong.iter().map(wrong).collect(),
        note: row.note.clone(),
        locator: row.locator.clone(),
    }
}
