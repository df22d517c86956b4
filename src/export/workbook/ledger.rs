//! A sheet of amounts: a row for each thing, a column for each year and one for their sum. Every amount is taken down, to compare
//! it with the page.

use rust_decimal::Decimal;
use rust_xlsxwriter::{Format, XlsxError};

use super::cell::Cell;
use super::check::Compared;
use super::expression::{Expression, Printer};
use super::page::{Column, Page, Written};
use super::style;
use super::unknown::Remark;
use crate::model::cell::Cell as Number;
use crate::model::year::{Horizon, Year};

/// The column of the first year.
pub const FIRST_YEAR: u16 = 1;

/// The columns: names, years, their sum, and remarks.
pub fn columns(horizon: Horizon) -> Vec<Column> {
    let beside = vec![Column::sums(horizon.span('–'), 14), Column::text("Let op", 32)];
    [vec![Column::text("Bedragen in euro's", 42)], Column::years(horizon), beside].concat()
}

/// An amount of a year.
pub struct Amount {
    pub expression: Expression,
    pub value: Decimal,
    /// What holds where nobody knows it, and whether it holds now; none where it is always known.
    unknown: Option<(String, bool)>,
}

impl Amount {
    /// One that everybody knows.
    pub fn of(expression: Expression, value: Decimal) -> Self {
        Self { expression, value, unknown: None }
    }

    /// The same, unknown where this holds.
    pub fn unless(self, condition: Option<String>, holds: bool) -> Self {
        Self { unknown: condition.map(|condition| (condition, holds)), ..self }
    }

    /// What it is, as far as anybody knows.
    pub fn known(&self) -> Option<Decimal> {
        let is_unknown = self.unknown.as_ref().is_some_and(|(_, holds)| *holds);
        (!is_unknown).then_some(self.value)
    }
}

/// An amount as the result of a formula; nothing where nobody knows it.
fn shown(amount: Option<Decimal>) -> String {
    amount.map_or_else(String::new, |amount| amount.normalize().to_string())
}

/// The sheet in the making.
pub struct Ledger<'a> {
    pub page: Page,
    pub horizon: Horizon,
    /// The row that is written next.
    pub next: u32,
    pub printer: Printer<'a>,
    /// The heading that the next row stands under.
    heading: String,
    /// Every amount so far.
    pub amounts: Vec<Compared>,
}

impl<'a> Ledger<'a> {
    /// An empty one, of the sheet that this prints for.
    pub fn new(printer: Printer<'a>) -> Result<Self, XlsxError> {
        let (page, horizon) = (Page::new(printer.tab)?, printer.numbers.catalogue.horizon());
        Ok(Self { page, horizon, next: 0, printer, heading: String::new(), amounts: Vec::new() })
    }

    /// The column of a year.
    pub fn column_of(&self, year: Year) -> u16 {
        FIRST_YEAR + self.horizon.offset(year) as u16
    }

    /// The column of the sums, behind those of the years.
    pub fn sum_column(&self) -> u16 {
        FIRST_YEAR + self.horizon.count() as u16
    }

    /// The heading of the rows that follow.
    pub fn heading(&mut self, text: &str) -> Written {
        self.page.heading(self.next, text)?;
        self.heading = text.to_string();
        self.next += 1;
        Ok(())
    }

    /// Says beside the next row what nobody knows of it.
    pub fn remark(&mut self, remark: Option<Remark>) -> Written {
        let Some(Remark { formula, now }) = remark else { return Ok(()) };
        let column = self.sum_column() + 1;
        self.page.make_room(self.next, column, now);
        self.page.formula(self.next, column, &formula, now, &style::text())
    }

    /// A number of the calculation as a result: how it is read here, and what it is.
    pub fn number(&self, number: Number) -> Amount {
        Amount::of(self.printer.counted(number), self.printer.numbers.counted(number))
    }

    /// A row with what stands in each year, and the sum.
    pub fn cells(&mut self, name: &str, (text, number): (Format, Format), years: Vec<Amount>) -> Written {
        let row = self.next;
        self.page.text(row, 0, name, &text)?;
        let may_be_unknown = years.iter().any(|amount| amount.unknown.is_some());
        let mut sum = Some(Decimal::ZERO);
        for (year, amount) in self.horizon.years().zip(years) {
            let (column, known) = (self.column_of(year), amount.known());
            match &amount.unknown {
                None => self.page.expression(row, column, &amount.expression, amount.value, &number)?,
                Some((unknown, _)) => {
                    let formula = format!("IF({unknown},\"\",{})", amount.expression.text());
                    self.page.formula(row, column, &formula, &shown(known), &number)?;
                }
            }
            self.compare(name, year.number().to_string(), column, known, may_be_unknown);
            if year >= self.horizon.summed_from() {
                sum = sum.zip(known).map(|(sum, known)| sum + known);
            }
        }
        self.sum(row, sum, may_be_unknown, &number)?;
        self.compare(name, self.horizon.span('–'), self.sum_column(), sum, may_be_unknown);
        self.next += 1;
        Ok(())
    }

    /// Takes down an amount of the next row, to compare it with the page.
    fn compare(&mut self, name: &str, year: String, column: u16, value: Option<Decimal>, may_be_unknown: bool) {
        let cell = Cell::of_year(self.printer.tab, self.next, column);
        let (place, name) = (format!("{}: {}", cell.tab().name(), self.heading), name.to_string());
        let (year, digits) = (Some(year), style::CENTS);
        self.amounts.push(Compared { place, name, year, cell, value, digits, may_be_empty: may_be_unknown });
    }

    /// The sum of a row: unknown where one of its amounts is.
    fn sum(&mut self, row: u32, sum: Option<Decimal>, may_be_unknown: bool, format: &Format) -> Written {
        let ends = [self.horizon.summed_from(), self.horizon.last()];
        let [from, to] = ends.map(|year| self.place(row, self.column_of(year)));
        let (all, years) = (format!("SUM({from}:{to})"), self.horizon.summed().count());
        let formula = if may_be_unknown { format!("IF(COUNT({from}:{to})<{years},\"\",{all})") } else { all };
        self.page.formula(row, self.sum_column(), &formula, &shown(sum), format)
    }

    /// How formulas of this sheet name a cell of it.
    pub fn place(&self, row: u32, column: u16) -> String {
        Cell::of_year(self.printer.tab, row, column).seen_from(self.printer.tab)
    }
}
