//! The calculation: a row for each quantity and each of its members, a column for each year. Along a row stands one and the
//! same formula, from the second year on.

use std::collections::BTreeMap;

use rust_xlsxwriter::{Format, XlsxError};

use super::cell::{Cell, Tab};
use super::expression::Printer;
use super::numbers::Numbers;
use super::page::{Column, Page, Written};
use super::style;
use super::subject::InputCells;
use super::{figures, inputs};
use crate::model::cell::{Cell as Number, QuantityId};
use crate::model::frame::Shows;
use crate::model::id::{Leaf, Setting};
use crate::scenario::names;

const NAMES: [Column; 3] = [Column::text("Stap", 50), Column::text("Soort", 9), Column::numbers("Alle jaren", 12)];

/// The column of what is the same in all years.
const ALL_YEARS: u16 = 2;

/// The row of heads, below the title and two remarks.
const HEADS: u32 = 3;

/// The row that holds the years as numbers.
const YEARS: u32 = HEADS + 1;

/// Where each number stands.
pub struct Rows {
    parts: Vec<Part>,
    /// The cell of each number that has one.
    pub cells: BTreeMap<Number, Cell>,
    /// The cells that hold the years.
    pub years: Vec<Cell>,
}

/// The rows of one quantity.
struct Part {
    quantity: QuantityId,
    /// Its row on the sheet and its numbers, in the order of the years.
    rows: Vec<(u32, Vec<Number>)>,
}

impl Rows {
    /// A place for every number that amounts need and that figures or settings change.
    pub fn of(numbers: &Numbers<'_>) -> Self {
        let mut next = YEARS + 1;
        let mut parts = Vec::new();
        for quantity in numbers.frame().ids().filter(|quantity| has_rows(*quantity, numbers)) {
            let rows = rows_of(quantity, numbers);
            // A heading above rows that belong together, and a blank row behind them.
            let apart = u32::from(rows.len() > 1);
            let rows: Vec<_> = (next + apart..).zip(rows).collect();
            next += rows.len() as u32 + if rows.is_empty() { 0 } else { apart };
            parts.extend((!rows.is_empty()).then_some(Part { quantity, rows }));
        }
        let horizon = numbers.catalogue.horizon();
        let years = (0..horizon.count()).map(|at| Cell::of_year(Tab::Steps, YEARS, column(at))).collect();
        let cells = parts.iter().flat_map(Part::cells).collect();
        Self { parts, cells, years }
    }
}

impl Part {
    fn cells(&self) -> impl Iterator<Item = (Number, Cell)> + '_ {
        self.rows.iter().flat_map(|(row, numbers)| {
            let is_yearly = numbers.len() > 1;
            numbers.iter().enumerate().map(move |(at, number)| {
                let cell = if is_yearly {
                    Cell::of_year(Tab::Steps, *row, column(at))
                } else {
                    Cell::of_all_years(Tab::Steps, *row, ALL_YEARS)
                };
                (*number, cell)
            })
        })
    }
}

fn column(year: usize) -> u16 {
    ALL_YEARS + 1 + year as u16
}

/// Whether a quantity has rows here: what is calculated, and what is given by year. A rest stands among the figures.
fn has_rows(quantity: QuantityId, numbers: &Numbers<'_>) -> bool {
    let frame = numbers.frame();
    let is_yearly = frame.time.is_some_and(|time| frame.quantity(quantity).per.contains(&time));
    (frame.is_calculated(quantity) && numbers.rest(quantity).is_none()) || is_yearly
}

/// The numbers of a quantity by row: one for each member of its other sets, as far as amounts need them.
fn rows_of(quantity: QuantityId, numbers: &Numbers<'_>) -> Vec<Vec<Number>> {
    let frame = numbers.frame();
    let mut rows: BTreeMap<Vec<u16>, Vec<Number>> = BTreeMap::new();
    for number in frame.cells(quantity) {
        let others = frame.members(number).filter(|(set, _)| Some(*set) != frame.time);
        let mut key: Vec<u16> = others.map(|(_, member)| member).collect();
        key.reverse();
        rows.entry(key).or_default().push(number);
    }
    rows.into_values().filter(|row| row.iter().any(|number| numbers.is_needed(*number))).collect()
}

/// The sheet.
pub fn sheet(numbers: &Numbers<'_>, rows: &Rows, inputs: &InputCells) -> Result<Page, XlsxError> {
    let catalogue = numbers.catalogue;
    let horizon = catalogue.horizon();
    let printer = Printer { numbers, inputs, rows: &rows.cells, years: &rows.years, tab: Tab::Steps };
    let mut page = Page::new(Tab::Steps)?;
    let remarks = [
        "Iedere stap van het rekenmodel, met langs een rij steeds dezelfde formule. De formules lezen de bladen Knoppen en Cijfers; verander daar een geel vakje en alles rekent mee.".to_string(),
        format!("{} is het basisjaar: indexen zijn daar 1 en geen maatregel werkt al. Wat altijd 0 is, heeft geen rij.", horizon.first().number()),
    ];
    page.table(
        "Berekening",
        &remarks.each_ref().map(String::as_str),
        &[NAMES.to_vec(), Column::years(horizon)].concat(),
    )?;
    page.text(YEARS, 0, "jaar", &style::text())?;
    page.text(YEARS, 1, "jaartal", &style::text())?;
    for (at, year) in horizon.years().enumerate() {
        page.number(YEARS, column(at), Some(year.decimal()), &style::number(style::PLAIN))?;
    }
    let mut last = YEARS;
    for part in &rows.parts {
        last = write_part(&mut page, part, &printer)?;
    }
    page.may_differ(YEARS..last)?;
    Ok(page.guarded())
}

/// Writes the rows of a quantity, and says which is the last.
fn write_part(page: &mut Page, part: &Part, printer: &Printer<'_>) -> Result<u32, XlsxError> {
    let catalogue = printer.numbers.catalogue;
    let mut last = 0;
    for (row, numbers) in &part.rows {
        if last == 0 && part.rows.len() > 1 {
            page.heading(row - 1, catalogue.quantity_name(part.quantity))?;
        }
        last = *row;
        write_row(page, *row, numbers, printer)?;
    }
    Ok(last)
}

fn write_row(page: &mut Page, row: u32, numbers: &[Number], printer: &Printer<'_>) -> Written {
    let catalogue = printer.numbers.catalogue;
    let Some(first) = numbers.first() else { return Ok(()) };
    let quantity = catalogue.frame().quantity(first.quantity);
    page.text(row, 0, &names::step(&catalogue.label(*first), catalogue), &style::text())?;
    page.text(row, 1, kind(quantity.shows), &style::text())?;
    let format = style::number(style::of_step(quantity.shows));
    for number in numbers {
        let Some(cell) = printer.rows.get(number) else { continue };
        if catalogue.frame().is_calculated(number.quantity) {
            page.expression(row, cell.column(), &printer.inside(*number), printer.numbers.value(*number), &format)?;
        } else {
            write_given(page, row, *number, *cell, printer, &format)?;
        }
    }
    Ok(())
}

fn kind(shows: Shows) -> &'static str {
    match shows {
        Shows::Money => "€",
        Shows::Share => "deel",
        Shows::Index => "index",
        Shows::Count | Shows::Fte | Shows::Switch => "aantal",
    }
}

/// Writes what is given by year, and the formula that looks it up by its id: one formula holds for all years.
fn write_given(
    page: &mut Page,
    row: u32,
    number: Number,
    cell: Cell,
    printer: &Printer<'_>,
    format: &Format,
) -> Written {
    let catalogue = printer.numbers.catalogue;
    let value = catalogue.frame().leaf(number).and_then(|leaf| match leaf {
        Leaf::Setting(setting) => printer.numbers.sheet().plan().value(setting, catalogue),
        Leaf::Neutral(_) | Leaf::Tenth(..) => catalogue.default_of(leaf),
    });
    let now = value.map_or_else(String::new, |value| value.normalize().to_string());
    page.formula(row, cell.column(), &looked_up(number, cell, printer), &now, format)
}

fn looked_up(number: Number, cell: Cell, printer: &Printer<'_>) -> String {
    let frame = printer.numbers.frame();
    let key = frame.members(number).fold(frame.key(number.quantity).to_string(), |key, (set, place)| {
        // Cannot fail where a number is of a member; without one the id stays as it is, and nothing has it.
        let member = frame.set(set).members.get(usize::from(place)).filter(|_| Some(set) != frame.time);
        member.map_or(key.clone(), |member| key.replace(&format!("{{{}}}", frame.set(set).id), &member.id))
    });
    let year = format!("\"&{}&\"", Cell::of_year(Tab::Steps, YEARS, cell.column()).seen_from(Tab::Steps));
    let time = frame.time.map(|time| format!("{{{}}}", frame.set(time).id)).unwrap_or_default();
    let id = format!("\"{}\"", key.replace(&time, &year)).replace("&\"\"", "").replace("\"\"&", "");
    let on = |tab: Tab, (ids, values): (u16, u16)| {
        let [ids, values] = [ids, values].map(|column| {
            let name = rust_xlsxwriter::utility::column_number_to_name(column);
            format!("{}!${name}:${name}", tab.name())
        });
        let found = format!("MATCH({id},{ids},0)");
        (format!("ISNUMBER({found})"), format!("INDEX({values},{found})"))
    };
    let is_figure = |leaf: &Leaf| matches!(leaf, Leaf::Setting(Setting::Figure(_)) | Leaf::Tenth(..));
    let leaves = frame.cells(number.quantity).filter_map(|cell| frame.leaf(cell));
    let (of_figures, of_inputs): (Vec<_>, Vec<_>) = leaves.partition(is_figure);
    // The sheet that is looked in first stands last: it is wrapped around the other.
    let inputs = (!of_inputs.is_empty()).then_some((Tab::Inputs, (inputs::ID, inputs::VALUE)));
    let figures = (!of_figures.is_empty()).then_some((Tab::Figures, (figures::ID, figures::VALUE)));
    inputs.into_iter().chain(figures).fold("\"\"".to_string(), |otherwise, (tab, columns)| {
        let (is_there, value) = on(tab, columns);
        format!("IF({is_there},IF(ISNUMBER({value}),{value},\"\"),{otherwise})")
    })
}
