//! Who pays and who reaps: what each measure saves and costs each payer. Not every edition knows.

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

/// Rows of the same kind that stand below each other, and what they come to by year as far as anybody knows.
struct Block {
    rows: std::ops::Range<u32>,
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
        ledger.payer(&capitalised(&payer.name), [saving, cost], (payers, place), subject)?;
    }
    ledger.page.may_differ(0..ledger.next)?;
    let amounts = std::mem::take(&mut ledger.amounts);
    Ok(Some((ledger.page.guarded(), amounts)))
}

impl Ledger<'_> {
    /// All that measures do for a payer; nothing where they do nothing, whatever is set.
    fn payer(
        &mut self,
        name: &str,
        [saving, cost]: [QuantityId; 2],
        payer: (SetId, u16),
        subject: &Subject<'_>,
    ) -> Written {
        let saved = self.block(&format!("{name}: bespaart"), saving, payer, subject)?;
        let paid = self.block(&format!("{name}: betaalt"), cost, payer, subject)?;
        if saved.rows.is_empty() && paid.rows.is_empty() {
            return Ok(());
        }
        let net = (0..self.horizon.count()).map(|year| {
            let sum = |block: &Block| match &block.rows {
                rows if rows.is_empty() => Expression::Number(Decimal::ZERO),
                rows => {
                    let column = ledger::FIRST_YEAR + year as u16;
                    let [from, to] = [rows.start, rows.end - 1].map(|row| self.place(row, column));
                    Expression::Formula(format!("SUM({from}:{to})"), Binding::Whole)
                }
            };
            // Cannot fail: a block has a sum for each year.
            Amount::of(sum(&saved).minus(sum(&paid)), saved.sums[year] - paid.sums[year])
        });
        let net = net.collect();
        self.cells(&format!("{name}: bespaart min betaalt"), style::strong_row(), net)
    }

    /// The rows of what measures save or cost a payer, under their heading; none for a measure that never does.
    fn block(
        &mut self,
        heading: &str,
        quantity: QuantityId,
        (payers, payer): (SetId, u16),
        subject: &Subject<'_>,
    ) -> Result<Block, XlsxError> {
        let numbers = self.printer.numbers;
        let (frame, catalogue) = (numbers.frame(), subject.catalogue);
        let is_saving = frame.of_payer(OfPayer::Saving) == Some(quantity);
        let numbers_of = |measure: MeasureId| {
            let number = |year: usize| {
                let place = |set| if Some(set) == frame.time { year } else { measure.index() };
                frame.cell(quantity, |set| if set == payers { payer } else { place(set) as u16 })
            };
            (0..self.horizon.count()).map(number).collect::<Vec<Number>>()
        };
        let of_measures = catalogue.measure_ids().map(|measure| (measure, numbers_of(measure)));
        let acting: Vec<_> =
            of_measures.filter(|(_, of)| of.iter().any(|number| !numbers.is_constant(*number))).collect();
        let mut sums = vec![Decimal::ZERO; self.horizon.count()];
        if acting.is_empty() {
            return Ok(Block { rows: self.next..self.next, sums });
        }
        self.heading(heading)?;
        let first = self.next;
        for (id, of) in acting {
            let measure = catalogue.measure(id);
            let unknown = Unknown::of(measure, &self.printer);
            let is_unknown = is_saving && measure.is_unknown(subject.plan());
            let condition = unknown.saving.clone().filter(|_| is_saving);
            self.remark(unknown.beside_saving(measure, subject).filter(|_| is_saving))?;
            let amounts: Vec<Amount> =
                of.into_iter().map(|number| self.number(number).unless(condition.clone(), is_unknown)).collect();
            sums.iter_mut().zip(&amounts).for_each(|(sum, amount)| *sum += amount.known().unwrap_or_default());
            self.cells(&names::measure(id, catalogue), style::row(), amounts)?;
        }
        Ok(Block { rows: first..self.next, sums })
    }
}
