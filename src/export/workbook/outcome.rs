//! The results by year, and whether they are still those of the page.

use rust_decimal::Decimal;
use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{Format, XlsxError};

use super::cell::{Cell, Tab};
use super::check::{Checks, Compared, SAME};
use super::expression::{Expression, Printer};
use super::figures::{self, published_beside};
use super::numbers::Numbers;
use super::page::{Column, Page, Written};
use super::rows::Rows;
use super::subject::{InputCells, Subject};
use super::unknown::{Remark, Unknown};
use super::{inputs, style};
use crate::model::cell::Cell as Number;
use crate::model::money::Money;
use crate::model::projection::{Detail, Post, Total};
use crate::model::role::{Part, Role};
use crate::model::year::{Horizon, Year};
use crate::scenario::names;

const NAMES: Column = Column::text("Bedragen in euro's", 42);
const FIRST_YEAR: u16 = 1;

/// The rows of the check, below the title and the remark.
const CHECK: u32 = 2;

/// An amount of a year.
struct Amount {
    expression: Expression,
    value: Decimal,
    /// What holds where nobody knows it, and whether it holds now; none where it is always known.
    unknown: Option<(String, bool)>,
}

impl Amount {
    fn of(expression: Expression, value: Decimal) -> Self {
        Self { expression, value, unknown: None }
    }

    /// The same, unknown where this holds.
    fn unless(self, condition: Option<String>, holds: bool) -> Self {
        Self { unknown: condition.map(|condition| (condition, holds)), ..self }
    }

    /// What it is, as far as anybody knows.
    fn known(&self) -> Option<Decimal> {
        let is_unknown = self.unknown.as_ref().is_some_and(|(_, holds)| *holds);
        (!is_unknown).then_some(self.value)
    }
}

/// An amount as the result of a formula; nothing where nobody knows it.
fn shown(amount: Option<Decimal>) -> String {
    amount.map_or_else(String::new, |amount| amount.normalize().to_string())
}

/// The sheet in the making.
struct Outcome<'a> {
    page: Page,
    horizon: Horizon,
    next: u32,
    printer: Printer<'a>,
    /// The heading that the next row stands under.
    heading: String,
    /// Every amount so far.
    amounts: Vec<Compared>,
}

/// The sheet, and what it and the inputs are compared with.
pub fn sheet(
    subject: &Subject<'_>,
    numbers: &Numbers<'_>,
    rows: &Rows,
    cells: &InputCells,
) -> Result<(Page, Checks), XlsxError> {
    let printer = Printer { numbers, inputs: cells, rows: &rows.cells, years: &rows.years, tab: Tab::Outcome };
    let (page, horizon) = (Page::new(Tab::Outcome)?, subject.catalogue.horizon());
    let mut outcome = Outcome { page, horizon, next: 0, printer, heading: String::new(), amounts: Vec::new() };
    let remark = "Bedragen in euro's van het jaar zelf. Een min bij het tekort is een overschot; een min bij de besparing \
                  zijn extra zorgkosten.";
    outcome.page.top(&format!("Uitkomst: {}", subject.about.name), &[remark])?;
    let beside = vec![Column::sums(horizon.span('–'), 14), Column::text("Let op", 32)];
    let columns = [vec![NAMES], Column::years(horizon), beside].concat();
    let first = outcome.page.heads(CHECK + 6, &columns)?;
    outcome.next = first;
    let deficit = outcome.totals()?;
    outcome.measures(subject)?;
    outcome.lines(subject)?;
    let checks = Checks::of(std::mem::take(&mut outcome.amounts), subject, numbers.used(), cells);
    outcome.deficit(subject, numbers, deficit)?;
    outcome.checks(&checks, &fits(subject, cells))?;
    outcome.page.may_differ(first..outcome.next)?;
    Ok((outcome.page.guarded(), checks))
}

impl Outcome<'_> {
    /// The year table of the page. Gives the row of the deficit.
    fn totals(&mut self) -> Result<u32, XlsxError> {
        let mut deficit = self.next;
        self.heading("Alle jaren")?;
        for post in Post::OF_DEFICIT {
            let is_deficit = post == Post::Total(Total::Deficit);
            if is_deficit {
                deficit = self.next;
            }
            self.post(post, if is_deficit { style::strong_row() } else { style::row() })?;
        }
        self.heading("Apart: verandert het tekort niet")?;
        Post::APART.into_iter().try_for_each(|post| self.post(post, style::row()))?;
        let frame = self.printer.numbers.frame();
        if frame.detail_of(Detail::FromStart, 0).is_some() {
            self.heading("Waar het tekort vandaan komt: dit telt op tot het tekort")?;
            Post::CAUSES.into_iter().try_for_each(|post| self.post(post, style::row()))?;
        }
        Ok(deficit)
    }

    /// The row of a post; none where the edition has none.
    fn post(&mut self, post: Post, look: (Format, Format)) -> Written {
        let (catalogue, frame) = (self.printer.numbers.catalogue, self.printer.numbers.frame());
        let name = catalogue.name_of(post);
        match post {
            Post::Total(total) => self.amounts(&name, Role::Total(total), 0, look),
            Post::NetSaving => {
                let of_year = |year| {
                    let total = |total| self.number(frame.result_of(Role::Total(total), year, 0));
                    let (saved, spent) = (total(Total::Savings), total(Total::Costs));
                    Amount::of(saved.expression.minus(spent.expression), saved.value - spent.value)
                };
                self.cells(&name, look, (0..self.horizon.count()).map(of_year).collect())
            }
            Post::Detail(detail) => {
                let of_year = |year| Some(self.number(frame.detail_of(detail, year)?));
                let years: Option<Vec<_>> = (0..self.horizon.count()).map(of_year).collect();
                years.map_or(Ok(()), |years| self.cells(&name, look, years))
            }
        }
    }

    fn measures(&mut self, subject: &Subject<'_>) -> Written {
        let catalogue = subject.catalogue;
        let of = |outcome: &Self, measure| Unknown::of(catalogue.measure(measure), &outcome.printer);
        self.heading("Besparing per maatregel")?;
        for measure in catalogue.measure_ids() {
            let unknown = of(self, measure);
            self.remark(unknown.beside_saving(catalogue.measure(measure), subject))?;
            let amounts = self.amounts_of(Role::Measure(Part::Saving), measure.index());
            let is_unknown = catalogue.measure(measure).is_unknown(subject.plan());
            let amounts = amounts.into_iter().map(|amount| amount.unless(unknown.saving.clone(), is_unknown));
            self.cells(&names::measure(measure, catalogue), style::row(), amounts.collect())?;
        }
        self.heading("Kosten per maatregel")?;
        for measure in catalogue.measure_ids() {
            let unknown = of(self, measure);
            self.remark(unknown.beside_cost(catalogue.measure(measure), subject))?;
            let amounts = self.amounts_of(Role::Measure(Part::Cost), measure.index());
            let years = self.horizon.years().zip(self.printer.years);
            let amounts = amounts.into_iter().zip(years).map(|(amount, (year, cell))| {
                let condition = unknown.cost(&cell.seen_from(Tab::Outcome), &amount.expression);
                let cost = Money::from_euros(amount.value);
                let is_unknown = catalogue.is_any_cost_unknown(measure, year, subject.plan(), cost);
                amount.unless(condition, is_unknown)
            });
            let amounts = amounts.collect();
            self.cells(&names::measure(measure, catalogue), style::row(), amounts)?;
        }
        self.heading("Netto besparing per knop: besparing min kosten, verdeeld over de knoppen van een maatregel")?;
        for lever in catalogue.levers() {
            let unknown = of(self, lever.measure);
            let is_unknown = catalogue.measure(lever.measure).is_unknown(subject.plan());
            let amounts = self.amounts_of(Role::Lever, lever.id.index()).into_iter();
            let amounts = amounts.map(|amount| amount.unless(unknown.saving.clone(), is_unknown));
            self.cells(&lever.label, style::row(), amounts.collect())?;
        }
        Ok(())
    }

    /// Says beside the next row what nobody knows of it.
    fn remark(&mut self, remark: Option<Remark>) -> Written {
        let Some(Remark { formula, now }) = remark else { return Ok(()) };
        let column = self.sum_column() + 1;
        self.page.make_room(self.next, column, now);
        self.page.formula(self.next, column, &formula, now, &style::text())
    }

    fn lines(&mut self, subject: &Subject<'_>) -> Written {
        self.heading("Zorgkosten per soort hulp, met de maatregelen die erop werken")?;
        for (id, line) in subject.catalogue.lines() {
            self.amounts(&line.name, Role::Line, id.index(), style::row())?;
        }
        Ok(())
    }

    /// The column of a year.
    fn column_of(&self, year: Year) -> u16 {
        FIRST_YEAR + self.horizon.offset(year) as u16
    }

    /// The column of the sums, behind those of the years.
    fn sum_column(&self) -> u16 {
        FIRST_YEAR + self.horizon.count() as u16
    }

    fn heading(&mut self, text: &str) -> Written {
        self.page.heading(self.next, text)?;
        self.heading = text.to_string();
        self.next += 1;
        Ok(())
    }

    /// A row with an amount for each year and the sum.
    fn amounts(&mut self, name: &str, role: Role, member: usize, look: (Format, Format)) -> Written {
        let amounts = self.amounts_of(role, member);
        self.cells(name, look, amounts)
    }

    /// A role in each year, of a measure, lever or line by its place.
    fn amounts_of(&self, role: Role, member: usize) -> Vec<Amount> {
        let frame = self.printer.numbers.frame();
        (0..self.horizon.count()).map(|year| self.number(frame.result_of(role, year, member))).collect()
    }

    /// A number of the calculation: how it is read here, and what it is.
    fn number(&self, number: Number) -> Amount {
        Amount::of(self.printer.read(number), self.printer.numbers.value(number))
    }

    /// A row with what stands in each year, and the sum.
    fn cells(&mut self, name: &str, (text, number): (Format, Format), years: Vec<Amount>) -> Written {
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
        let cell = Cell::of_year(Tab::Outcome, self.next, column);
        let (place, name) = (format!("{}: {}", Tab::Outcome.name(), self.heading), name.to_string());
        let (year, digits) = (Some(year), style::CENTS);
        self.amounts.push(Compared { place, name, year, cell, value, digits, may_be_empty: may_be_unknown });
    }

    /// The sum of a row: unknown where one of its amounts is.
    fn sum(&mut self, row: u32, sum: Option<Decimal>, may_be_unknown: bool, format: &Format) -> Written {
        let ends = [self.horizon.summed_from(), self.horizon.last()];
        let [from, to] = ends.map(|year| place(row, self.column_of(year)));
        let (all, years) = (format!("SUM({from}:{to})"), self.horizon.summed().count());
        let formula = if may_be_unknown { format!("IF(COUNT({from}:{to})<{years},\"\",{all})") } else { all };
        self.page.formula(row, self.sum_column(), &formula, &shown(sum), format)
    }

    /// The deficit of the last year on the page and here.
    fn deficit(&mut self, subject: &Subject<'_>, numbers: &Numbers<'_>, row: u32) -> Written {
        let value = numbers.sheet().projection().last().total(Total::Deficit).euros();
        let (year, amount) = (self.horizon.last().number(), style::number(style::EUROS));
        self.page.line(CHECK, 0, &format!("Tekort {year} op de pagina, {}", subject.about.date), &style::text())?;
        self.page.number(CHECK, FIRST_YEAR, Some(value), &amount)?;
        self.page.line(CHECK + 1, 0, &format!("Tekort {year} in dit bestand"), &style::text())?;
        let here = place(row, self.column_of(self.horizon.last()));
        self.page.formula(CHECK + 1, FIRST_YEAR, &here, &value.to_string(), &amount)
    }

    /// Whether all results and inputs are still those of the page, and all inputs such as the page takes.
    fn checks(&mut self, checks: &Checks, fits: &str) -> Written {
        let told = style::remark().set_indent(1);
        let lines = [
            ("Alle uitkomsten", checks.told_of_results(), SAME),
            ("Alle gele vakjes", checks.told_of_inputs(), SAME),
            ("Grenzen van de gele vakjes", fits.to_string(), FITS),
        ];
        for (row, (name, formula, now)) in (CHECK + 2..).zip(lines) {
            self.page.line(row, 0, name, &style::text())?;
            self.page.formula(row, FIRST_YEAR, &formula, now, &told)?;
        }
        Ok(())
    }
}

/// What the check of the bounds says as long as they all fit.
const FITS: &str = "past binnen de grenzen";

/// Whether all inputs lie within their bounds, and no rest is below 0.
fn fits(subject: &Subject<'_>, cells: &InputCells) -> String {
    let counted = [(Tab::Inputs, inputs::STAND), (Tab::Figures, figures::STATUS)].map(|(tab, column)| {
        let column = column_number_to_name(column);
        format!("COUNTIF({}!${column}:${column},\"{}\")", tab.name(), inputs::WRONG)
    });
    let rests = subject.catalogue.figures().iter().filter_map(|figure| {
        figure.sum_of_others()?;
        Some(published_beside(figure.id, cells)?.0.seen_from(Tab::Outcome))
    });
    let least = rests.collect::<Vec<_>>().join(",");
    format!(
        "IF({}>0,\"let op: een geel vakje valt buiten zijn grenzen\",IF(MIN(0,{least})<0,\"let op: een rest is minder dan \
         nul, zie Cijfers\",\"{FITS}\"))",
        counted.join("+")
    )
}

fn place(row: u32, column: u16) -> String {
    Cell::of_year(Tab::Outcome, row, column).seen_from(Tab::Outcome)
}
