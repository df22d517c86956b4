//! Who pays and who reaps: what each measure saves and costs each payer. Not every edition knows.

use std::ops::Range;

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use super::cell::Tab;
use super::check::Compared;
use super::expression::{Binding, Expression, Printer};
use super::ledger::{self, Amount, Ledger};
use super::numbers::Numbers;
use super::page::{Page, Written};
use super::rows::Rows;
use super::style;
use super::subject::{InputCells, Subject};
use super::unknown::Unknown;
use crate::model::cell::{Cell as Number, QuantityId, SetId};
use crate::model::id::MeasureId;
use crate::model::phrase::capitalised;
use crate::model::role::OfPayer;
use crate::scenario::names;

const REMARKS: [&str; 2] = [
    "Wat iedere maatregel een betaler bespaart en kost, in euro's van het jaar zelf. Een min bij bespaart zijn extra kosten.",
    "Een deel hiervan telt niet mee in het tekort: dat staat op Uitkomst bij wat apart is. Wat niemand weet, is leeg en telt als nul.",
];

/// What measures save or cost one payer.
#[derive(Clone, Copy)]
struct Side {
    quantity: QuantityId,
    is_saving: bool,
    /// The payer, as a member of the set of payers.
    payer: (SetId, u16),
}

/// Rows of the same kind that stand below each other, and what they come to by year as far as anybody knows.
struct Block {
    rows: Range<u32>,
    sums: Vec<Decimal>,
}

/// The sheet, with its amounts to compare with the page; none where the edition knows no payers.
pub fn sheet(
    subject: &Subject<'_>,
    numbers: &Numbers<'_>,
    rows: &Rows,
    cells: &InputCells,
) -> Result<Option<(Page, Vec<Compared>)>, XlsxError> {
    let frame = numbers.frame();
    let [saving, cost] = [OfPayer::Saving, OfPayer::Cost].map(|result| frame.of_payer(result));
    let (Some(saving), Some(cost)) = (saving, cost) else { return Ok(None) };
    let is_payer = |set: &&SetId| Some(**set) != frame.time && Some(**set) != frame.acting;
    let Some(payers) = frame.quantity(saving).per.iter().find(is_payer).copied() else { return Ok(None) };
    let printer = Printer { numbers, inputs: cells, rows: &rows.cells, years: &rows.years, tab: Tab::Payers };
    let mut ledger = Ledger::new(printer)?;
    let columns = ledger::columns(ledger.horizon);
    ledger.next = ledger.page.table("Wie betaalt, wie oogst", &REMARKS, &columns)?;
    for (place, payer) in (0..).zip(&frame.set(payers).members) {
        let side = |quantity, is_saving| Side { quantity, is_saving, payer: (payers, place) };
        ledger.payer(&capitalised(&payer.name), [side(saving, true), side(cost, false)], subject)?;
    }
    ledger.page.may_differ(0..ledger.next)?;
    let amounts = std::mem::take(&mut ledger.amounts);
    Ok(Some((ledger.page.guarded(), amounts)))
}

impl Side {
    /// Its numbers by measure, each with one for every year, of the measures that do anything in some plan.
    fn acting(self, numbers: &Numbers<'_>) -> Vec<(MeasureId, Vec<Number>)> {
        let (frame, catalogue) = (numbers.frame(), numbers.catalogue);
        let number = |measure: MeasureId, year: usize| {
            let place = |set| if Some(set) == frame.time { year as u16 } else { measure.index() as u16 };
            frame.cell(self.quantity, |set| if set == self.payer.0 { self.payer.1 } else { place(set) })
        };
        let of_measure = |measure| (0..catalogue.horizon().count()).map(|year| number(measure, year)).collect();
        let all = catalogue.measure_ids().map(|measure| (measure, of_measure(measure)));
        all.filter(|(_, of): &(_, Vec<Number>)| of.iter().any(|number| !numbers.is_constant(*number))).collect()
    }
}

impl Ledger<'_> {
    /// All that measures do for a payer; nothing where they do nothing, whatever is set.
    fn payer(&mut self, name: &str, [saves, pays]: [Side; 2], subject: &Subject<'_>) -> Written {
        let saved = self.block(&format!("{name}: bespaart"), saves, subject)?;
        let paid = self.block(&format!("{name}: betaalt"), pays, subject)?;
        if saved.rows.is_empty() && paid.rows.is_empty() {
            return Ok(());
        }
        let sums = saved.sums.iter().zip(&paid.sums).enumerate();
        let net = sums.map(|(year, (saved_then, paid_then))| {
            let [saved, paid] = [&saved, &paid].map(|block| self.sum_of(&block.rows, ledger::FIRST_YEAR + year as u16));
            Amount::of(saved.minus(paid), saved_then - paid_then)
        });
        let net = net.collect();
        self.cells(&format!("{name}: bespaart min betaalt"), style::strong_row(), net)
    }

    /// The sum of rows in a column: what nobody knows is empty, and left out.
    fn sum_of(&self, rows: &Range<u32>, column: u16) -> Expression {
        if rows.is_empty() {
            return Expression::Number(Decimal::ZERO);
        }
        let [from, to] = [rows.start, rows.end - 1].map(|row| self.place(row, column));
        Expression::Formula(format!("SUM({from}:{to})"), Binding::Whole)
    }

    /// The rows of what measures save or cost a payer, under their heading; nothing where none ever does.
    fn block(&mut self, heading: &str, side: Side, subject: &Subject<'_>) -> Result<Block, XlsxError> {
        let acting = side.acting(self.printer.numbers);
        if !acting.is_empty() {
            self.heading(heading)?;
        }
        let (first, mut sums) = (self.next, vec![Decimal::ZERO; self.horizon.count()]);
        for (measure, numbers) in acting {
            let amounts = self.done_by(measure, numbers, side, subject)?;
            sums.iter_mut().zip(&amounts).for_each(|(sum, amount)| *sum += amount.known().unwrap_or_default());
            self.cells(&names::measure(measure, subject.catalogue), style::row(), amounts)?;
        }
        Ok(Block { rows: first..self.next, sums })
    }

    /// What a measure does for a payer in each year, with a remark where nobody knows.
    fn done_by(
        &mut self,
        id: MeasureId,
        numbers: Vec<Number>,
        side: Side,
        subject: &Subject<'_>,
    ) -> Result<Vec<Amount>, XlsxError> {
        let amounts = numbers.into_iter().map(|number| self.number(number));
        if !side.is_saving {
            return Ok(amounts.collect());
        }
        let measure = subject.catalogue.measure(id);
        let (unknown, holds) = (Unknown::of(measure, &self.printer), measure.is_unknown(subject.plan()));
        let amounts = amounts.map(|amount| amount.unless(unknown.saving.clone(), holds)).collect();
        self.remark(unknown.beside_saving(measure, subject))?;
        Ok(amounts)
    }
}
