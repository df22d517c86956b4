//! The calculation: a row for each step, a column for each year.

use std::collections::BTreeMap;

use rust_xlsxwriter::XlsxError;

use super::cell::{Cell, Tab};
use super::expression::Reader;
use super::page::{Column, Page, Written};
use super::places::Places;
use super::style;
use super::subject::InputCells;
use crate::model::catalogue::Catalogue;
use crate::model::frame::Shows;
use crate::model::id::MeasureId;
use crate::model::label::Label;
use crate::model::program::{Node, Place};
use crate::model::projection::Total;
use crate::model::year::{Horizon, Year};
use crate::scenario::names;

const COLUMNS: [Column; 3] = [Column::text("Stap", 50), Column::text("Soort", 9), Column::numbers("Alle jaren", 12)];

/// The column of a step without a year.
const ALL_YEARS: u16 = 2;

const REMARK: &str = "Iedere stap van het rekenmodel. De formules lezen de bladen Knoppen en Cijfers; verander daar een geel vakje en alles rekent mee.";

/// The row of heads, below the title and two remarks.
const HEADS: u32 = 3;

/// Where each step stands.
pub struct Layout<'c> {
    groups: Vec<Group<'c>>,
    /// The cell of each step.
    pub cells: BTreeMap<Place, Cell>,
}

struct Group<'c> {
    title: String,
    /// Its row on the sheet.
    row: u32,
    rows: Vec<StepRow<'c>>,
}

struct StepRow<'c> {
    /// What it is, of the first of its steps.
    label: Label<'c>,
    /// The steps, one for each year that has one.
    steps: Vec<(Option<Year>, Place)>,
}

impl StepRow<'_> {
    /// Whether a step is the same thing in another year.
    fn takes(&self, label: &Label<'_>) -> bool {
        let own = &self.label;
        let same = (own.text, &own.about, own.measure) == (label.text, &label.about, label.measure);
        same && self.steps.iter().all(|(year, _)| *year != label.year)
    }
}

impl<'c> Layout<'c> {
    /// A place for every step that results need.
    pub fn of(places: &Places<'_>, catalogue: &'c Catalogue) -> Self {
        let parts = parts(places, catalogue);
        let mut groups: Vec<Group<'c>> =
            parts.iter().map(|part| Group { title: part.title.clone(), row: 0, rows: Vec::new() }).collect();
        for step in places.steps() {
            let Node::Named(cell, _) = *places.sheet.program().node(step) else { continue };
            let label = catalogue.label(cell);
            // The last part takes everything.
            if let Some(at) = parts.iter().position(|part| part.takes(step, &label)) {
                groups[at].take(step, label);
            }
        }
        groups.retain(|group| !group.rows.is_empty());
        let cells = place(&mut groups, catalogue.horizon());
        Self { groups, cells }
    }
}

impl<'c> Group<'c> {
    fn take(&mut self, step: Place, label: Label<'c>) {
        match self.rows.iter_mut().find(|row| row.takes(&label)) {
            Some(row) => row.steps.push((label.year, step)),
            None => self.rows.push(StepRow { steps: vec![(label.year, step)], label }),
        }
    }
}

/// Gives every group its row and every step its cell.
fn place(groups: &mut [Group<'_>], horizon: Horizon) -> BTreeMap<Place, Cell> {
    let mut cells = BTreeMap::new();
    let mut next = HEADS + 1;
    for group in groups {
        group.row = next;
        for (row, of_row) in (next + 1..).zip(&group.rows) {
            let cell = |(year, step): &(Option<Year>, Place)| (*step, cell_of(row, *year, horizon));
            cells.extend(of_row.steps.iter().map(cell));
            next = row;
        }
        next += 2;
    }
    cells
}

fn cell_of(row: u32, year: Option<Year>, horizon: Horizon) -> Cell {
    match year {
        Some(year) => Cell::of_year(Tab::Steps, row, column_of(year, horizon)),
        None => Cell::of_all_years(Tab::Steps, row, ALL_YEARS),
    }
}

fn column_of(year: Year, horizon: Horizon) -> u16 {
    ALL_YEARS + 1 + horizon.offset(year) as u16
}

/// A part of the calculation: the steps that some results need.
struct Part {
    title: String,
    takes: Takes,
}

enum Takes {
    /// Every index.
    Indices,
    /// What some results need: a mark for each place.
    Below(Vec<bool>),
    /// What a measure's own results need, and every other step of that measure.
    OfMeasure(MeasureId, Vec<bool>),
    /// Everything that is left.
    Rest,
}

impl Part {
    fn takes(&self, step: Place, label: &Label<'_>) -> bool {
        // Indexing here cannot fail: there is a mark for every place.
        match &self.takes {
            Takes::Indices => label.shows == Shows::Index,
            Takes::Below(needed) => needed[step.index()],
            Takes::OfMeasure(measure, needed) => label.measure == Some(*measure) || needed[step.index()],
            Takes::Rest => true,
        }
    }
}

/// The parts in order; a step stands in the first that takes it.
fn parts(places: &Places<'_>, catalogue: &Catalogue) -> Vec<Part> {
    let part = |title: &str, takes| Part { title: title.to_string(), takes };
    let total = |figure| Takes::Below(places.below(places.total(figure)));
    let of_measure = |measure| Part {
        title: names::measure(measure, catalogue),
        takes: Takes::OfMeasure(measure, places.below(places.of_measure(measure))),
    };
    let savings = catalogue.measure_ids().flat_map(|measure| places.savings_of(measure));
    let mut parts = vec![
        part("Indices", Takes::Indices),
        part("Begroting", total(Total::Budget)),
        part("Kosten zonder maatregelen", total(Total::Baseline)),
    ];
    parts.extend(catalogue.measure_ids().map(of_measure));
    parts.push(part("Samenloop: maatregelen die dezelfde hulp verminderen", Takes::Below(places.below(savings))));
    parts.push(part("Totalen", Takes::Rest));
    parts
}

/// The sheet.
pub fn sheet(
    places: &Places<'_>,
    layout: &Layout<'_>,
    inputs: &InputCells,
    catalogue: &Catalogue,
) -> Result<Page, XlsxError> {
    let reader = Reader { sheet: places.sheet, inputs, steps: &layout.cells, tab: Tab::Steps };
    let mut page = Page::new(Tab::Steps)?;
    let base = format!(
        "{} is het basisjaar: indexen zijn daar 1 en geen maatregel werkt al. Een leeg vakje telt in dat jaar niet mee.",
        catalogue.horizon().first().number()
    );
    let columns = [COLUMNS.to_vec(), Column::years(catalogue.horizon())].concat();
    page.table("Berekening", &[REMARK, &base], &columns)?;
    let mut last = HEADS;
    for group in &layout.groups {
        page.heading(group.row, &group.title)?;
        for (row, of_row) in (group.row + 1..).zip(&group.rows) {
            write_row(&mut page, row, of_row, &reader, catalogue)?;
            last = row;
        }
    }
    page.may_differ(HEADS + 1..last)?;
    Ok(page.guarded())
}

fn write_row(page: &mut Page, row: u32, of_row: &StepRow<'_>, reader: &Reader<'_>, catalogue: &Catalogue) -> Written {
    // The heading of the group says which measure it is.
    let label = Label { measure: None, ..of_row.label.clone() };
    page.text(row, 0, &names::step(&label, catalogue), &style::text())?;
    page.text(row, 1, kind(label.shows), &style::text())?;
    for (year, step) in &of_row.steps {
        let column = year.map_or(ALL_YEARS, |year| column_of(year, catalogue.horizon()));
        let value = reader.sheet.value(*step);
        page.expression(row, column, &reader.inside(*step), value, &style::number(style::of_step(label.shows)))?;
    }
    Ok(())
}

fn kind(shows: Shows) -> &'static str {
    match shows {
        Shows::Money => "€",
        Shows::Share => "deel",
        Shows::Index => "index",
        Shows::Count | Shows::Fte => "aantal",
    }
}
