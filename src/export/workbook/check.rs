//! Every result and every input beside what the page gave, and in words how many of them differ.

use std::collections::BTreeSet;
use std::ops::Range;

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use super::cell::{Cell, Tab};
use super::notation::Notation;
use super::page::{Column, Page, Written};
use super::style;
use super::subject::{InputCells, Subject};
use crate::model::id::Leaf;
use crate::scenario::names;

const COLUMNS: [Column; 6] = [
    Column::text("Waar", 46),
    Column::text("Wat", 60),
    Column::text("Jaar", 12),
    Column::numbers("Op de pagina", 16),
    Column::numbers("In dit bestand", 16),
    Column::numbers("Anders", 9),
];

const PLACE: u16 = 0;
const WHAT: u16 = 1;
const YEAR: u16 = 2;
const PAGE: u16 = 3;
const HERE: u16 = 4;
const DIFFERS: u16 = 5;

const REMARKS: [&str; 2] = [
    "Ieder bedrag van Uitkomst en ieder geel vakje, naast wat de pagina gaf toen dit bestand werd gemaakt. Een bedrag is anders \
     als het een halve cent of meer scheelt.",
    "Zoekt u wat er anders is? Kies in de kop van de laatste kolom alleen 1.",
];

/// The first row, below the title, the remarks and the heads.
const FIRST: u32 = 2 + REMARKS.len() as u32;

/// How many decimals of an amount are kept: enough to tell half a cent, and more would only make the file larger.
const DECIMALS: u32 = 4;

/// What an input is called that nothing is filled in for: a cell without a number would equal 0.
const EMPTY: &str = "leeg";

/// What the checks say as long as nothing was changed.
pub const SAME: &str = "klopt met de pagina";

/// A result or an input with what it is on the page.
pub struct Compared {
    /// Where a reader finds it.
    pub place: String,
    /// What it is.
    pub name: String,
    /// Its year or years; none of an input.
    pub year: Option<String>,
    /// Its cell.
    pub cell: Cell,
    /// What its cell held when the workbook was made; none where it was left empty.
    pub value: Option<Decimal>,
    /// How its cell shows it.
    pub digits: &'static str,
    /// Whether its cell may be empty.
    pub may_be_empty: bool,
}

/// Everything that is compared.
pub struct Checks {
    results: Vec<Compared>,
    inputs: Vec<Compared>,
}

impl Checks {
    /// The results, and all inputs that they depend on.
    pub fn of(results: Vec<Compared>, subject: &Subject<'_>, used: &BTreeSet<Leaf>, cells: &InputCells) -> Self {
        let inputs = used.iter().filter_map(|leaf| input(*leaf, subject, cells)).collect();
        Self { results, inputs }
    }

    /// How many results differ and which one first, for a cell of another sheet.
    pub fn told_of_results(&self) -> String {
        told(FIRST..self.first_input(), "uitkomsten", &[WHAT, YEAR])
    }

    /// How many inputs differ and which one first, for a cell of another sheet.
    pub fn told_of_inputs(&self) -> String {
        told(self.first_input()..self.end(), "gele vakjes", &[WHAT])
    }

    /// The sheet.
    pub fn sheet(&self) -> Result<Page, XlsxError> {
        let mut page = Page::new(Tab::Check)?;
        page.table("Controle", &REMARKS, &COLUMNS)?;
        for (row, result) in (FIRST..).zip(&self.results) {
            result.write(&mut page, row)?;
            result.write_result(&mut page, row)?;
        }
        for (row, input) in (self.first_input()..).zip(&self.inputs) {
            input.write(&mut page, row)?;
            input.write_input(&mut page, row)?;
        }
        page.may_read_as_numbers(FIRST..self.first_input())?;
        page.filtered(FIRST - 1..self.end() - 1)?;
        Ok(page.guarded())
    }

    fn first_input(&self) -> u32 {
        FIRST + self.results.len() as u32
    }

    /// The row after the last.
    fn end(&self) -> u32 {
        self.first_input() + self.inputs.len() as u32
    }
}

/// The cell of a setting that can be changed in the workbook.
fn input(leaf: Leaf, subject: &Subject<'_>, cells: &InputCells) -> Option<Compared> {
    let Leaf::Setting(setting) = leaf else { return None };
    let spec = subject.catalogue.spec(setting);
    let (bounds, input) = (spec.bounds?, cells.get(&leaf)?);
    let notation = Notation::of(spec.unit);
    let value = subject.plan().value(setting, subject.catalogue).map(|value| notation.stored(value));
    Some(Compared {
        place: input.cell.in_words(),
        name: names::leaf(leaf, subject.catalogue),
        year: None,
        cell: input.cell,
        value,
        digits: style::of_unit(spec.unit, value.unwrap_or(notation.stored(bounds.step))),
        may_be_empty: true,
    })
}

impl Compared {
    fn write(&self, page: &mut Page, row: u32) -> Written {
        page.text(row, PLACE, &self.place, &style::text())?;
        page.text(row, WHAT, &self.name, &style::text())?;
        page.text(row, YEAR, self.year.as_deref().unwrap_or_default(), &style::text())
    }

    fn write_result(&self, page: &mut Page, row: u32) -> Written {
        let number = style::number(self.digits);
        let value = self.value.map(|value| value.round_dp(DECIMALS).normalize());
        match value {
            Some(value) => page.number(row, PAGE, Some(value), &number)?,
            None => page.text(row, PAGE, names::NOT_KNOWN, &number)?,
        }
        let now = value.map_or_else(|| names::NOT_KNOWN.to_string(), |value| value.to_string());
        page.formula(row, HERE, &self.here(), &now, &number)?;
        let (here, there) = (at(row, HERE), at(row, PAGE));
        let far = format!("IF(ABS({here}-{there})<0.005,0,1)");
        let differs = if self.may_be_empty {
            format!("IF(COUNT({here},{there})=2,{far},IF({here}={there},0,1))")
        } else {
            format!("IF(ISNUMBER({here}),{far},1)")
        };
        page.formula(row, DIFFERS, &differs, "0", &style::number(style::PLAIN))
    }

    /// What a result is now.
    fn here(&self) -> String {
        let cell = self.cell.seen_from(Tab::Check);
        if !self.may_be_empty {
            return cell;
        }
        format!("IF(ISNUMBER({cell}),{cell},\"{}\")", names::NOT_KNOWN)
    }

    fn write_input(&self, page: &mut Page, row: u32) -> Written {
        let number = style::number(self.digits);
        match self.value {
            Some(value) => page.number(row, PAGE, Some(value), &number)?,
            None => page.text(row, PAGE, EMPTY, &number)?,
        }
        let cell = self.cell.seen_from(Tab::Check);
        let now = self.value.map_or(EMPTY.to_string(), |value| value.normalize().to_string());
        page.formula(row, HERE, &format!("IF(ISBLANK({cell}),\"{EMPTY}\",{cell})"), &now, &number)?;
        let differs = format!("IF({}={},0,1)", at(row, HERE), at(row, PAGE));
        page.formula(row, DIFFERS, &differs, "0", &style::number(style::PLAIN))
    }
}

/// Says of these rows how many differ, and of the first of them where it stands and what is in the columns that name it.
fn told(rows: Range<u32>, of: &str, naming: &[u16]) -> String {
    let column = |column| {
        let end = |row| Cell::of_all_years(Tab::Check, row, column);
        format!("{}:{}", end(rows.start).seen_from(Tab::Outcome), end(rows.end - 1).seen_from(Tab::Check))
    };
    let differs = column(DIFFERS);
    let first = |at| format!("INDEX({},MATCH(1,{differs},0))", column(at));
    let name = naming.iter().map(|at| first(*at)).collect::<Vec<_>>().join("&\" \"&");
    let (count, place) = (rows.len(), first(PLACE));
    format!(
        "IF(SUM({differs})=0,\"{SAME}\",\"anders dan op de pagina: \"&SUM({differs})&\" van {count} {of}, als eerste \"\
         &{name}&\" (\"&{place}&\")\")"
    )
}

fn at(row: u32, column: u16) -> String {
    Cell::of_year(Tab::Check, row, column).seen_from(Tab::Check)
}
