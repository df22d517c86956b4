//! The results by year, and whether they are still those of the page.

use rust_xlsxwriter::utility::column_number_to_name;
use rust_xlsxwriter::{Format, XlsxError};

use super::cell::Tab;
use super::check::{Checks, Compared, SAME};
use super::expression::Printer;
use super::figures::{self, published_beside};
use super::ledger::{self, Amount, FIRST_YEAR, Ledger};
use super::numbers::Numbers;
use super::page::{Page, Written};
use super::rows::Rows;
use super::subject::{InputCells, Subject};
use super::unknown::Unknown;
use super::{inputs, style};
use crate::model::money::Money;
use crate::model::projection::{Detail, Post, Total};
use crate::model::role::{Part, Role};
use crate::scenario::names;

/// The rows of the check, below the title and the remark.
const CHECK: u32 = 2;

/// The sheet, and what it, the amounts of another sheet and the inputs are compared with.
pub fn sheet(
    subject: &Subject<'_>,
    numbers: &Numbers<'_>,
    rows: &Rows,
    cells: &InputCells,
    elsewhere: Vec<Compared>,
) -> Result<(Page, Checks), XlsxError> {
    let printer = Printer { numbers, inputs: cells, rows: &rows.cells, years: &rows.years, tab: Tab::Outcome };
    let mut outcome = Ledger::new(printer)?;
    let scope = &subject.catalogue.pack_of(subject.plan()).choice;
    let remark = "Bedragen in euro's van het jaar zelf. Een min bij het tekort is een overschot; een min bij de besparing \
                  zijn extra zorgkosten.";
    outcome.page.top(&format!("Uitkomst: {}", subject.about.name), &[&format!("{scope}. {remark}")])?;
    let first = outcome.page.heads(CHECK + 6, &ledger::columns(outcome.horizon))?;
    outcome.next = first;
    let deficit = outcome.totals()?;
    outcome.measures(subject)?;
    outcome.lines(subject)?;
    let compared = std::mem::take(&mut outcome.amounts).into_iter().chain(elsewhere).collect();
    let checks = Checks::of(compared, subject, numbers.used(), cells);
    outcome.deficit(subject, numbers, deficit)?;
    outcome.checks(&checks, &fits(subject, cells))?;
    outcome.page.may_differ(first..outcome.next)?;
    Ok((outcome.page.guarded(), checks))
}

impl Ledger<'_> {
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
        let of = |ledger: &Self, measure| Unknown::of(catalogue.measure(measure), &ledger.printer);
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

    fn lines(&mut self, subject: &Subject<'_>) -> Written {
        self.heading("Kosten per regel, met de maatregelen die erop werken")?;
        for (id, line) in subject.catalogue.lines() {
            self.amounts(&line.name, Role::Line, id.index(), style::row())?;
        }
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

    /// The deficit of the last year on the page and here.
    fn deficit(&mut self, subject: &Subject<'_>, numbers: &Numbers<'_>, row: u32) -> Written {
        let value = numbers.sheet().projection().last().total(Total::Deficit).euros();
        let (year, amount) = (self.horizon.last().number(), style::number(style::EUROS));
        self.page.line(CHECK, 0, &format!("Tekort {year} op de pagina, {}", subject.about.date), &style::text())?;
        self.page.number(CHECK, FIRST_YEAR, Some(value), &amount)?;
        self.page.line(CHECK + 1, 0, &format!("Tekort {year} in dit bestand"), &style::text())?;
        let here = self.place(row, self.column_of(self.horizon.last()));
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
