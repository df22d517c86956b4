//! A workbook with the whole calculation as live formulas: change an input in Excel or LibreOffice and every result
//! follows.
//!
//! Invariant: no formula of the calculation stands here. They are printed from those of the seeds ([`crate::model::frame`]),
//! with both branches of every choice, so the workbook cannot say anything else than the page.

pub mod back;
mod cell;
mod check;
mod expression;
mod figures;
mod inputs;
mod ledger;
mod notation;
mod numbers;
mod outcome;
mod package;
mod page;
mod payers;
mod readme;
mod rows;
mod sources;
mod style;
mod subject;
mod tags;
mod unknown;

use std::collections::BTreeSet;

use rust_xlsxwriter::{DocProperties, Workbook, XlsxError};

use super::About;
use crate::model::catalogue::Catalogue;
use crate::model::id::{Leaf, Setting};
use crate::scenario::Scenario;
use cell::Tab;
use numbers::Numbers;
use rows::Rows;
use subject::{InputCells, Subject};

/// The workbook of a scenario, as the bytes of an `.xlsx` file.
///
/// Results are in nominal euros, a saving positive. Excel 2010 and later and LibreOffice recompute them from the inputs; a
/// viewer that does not shows what the page gave.
///
/// # Errors
/// What the file format does not hold, such as a text of more than 32.767 characters.
pub fn workbook(catalogue: &Catalogue, scenario: &Scenario, about: &About) -> Result<Vec<u8>, XlsxError> {
    let subject = Subject { catalogue, scenario, about };
    let numbers = Numbers::of(catalogue, scenario.plan());
    let used = numbers.used();

    let mut cells = InputCells::new();
    let inputs = inputs::sheet(&subject, used, &mut cells)?;
    let figures = figures::sheet(&subject, used, &mut cells)?;
    let rows = Rows::of(&numbers);
    let steps = rows::sheet(&numbers, &rows, &cells)?;
    let (payers, paid) = payers::sheet(&subject, &numbers, &rows, &cells)?.unzip();
    let (outcome, checks) = outcome::sheet(&subject, &numbers, &rows, &cells, paid.unwrap_or_default())?;

    let mut workbook = Workbook::new();
    workbook.set_properties(
        &DocProperties::new()
            .set_title(super::readable(&about.name))
            .set_subject(catalogue.pack_of(scenario.plan()).title()),
    );
    let readme = readme::sheet(&subject, payers.is_some())?;
    let before = [readme, outcome].into_iter().chain(payers);
    for page in before.chain([inputs, figures, steps, checks.sheet()?, sources::sheet(&subject)?]) {
        workbook.push_worksheet(page.finished()?);
    }
    name_inputs(&mut workbook, used, &cells, catalogue)?;
    workbook.save_to_buffer()
}

/// Names the cell of each setting and figure after its id, so that `start_14` finds it.
fn name_inputs(
    workbook: &mut Workbook,
    used: &BTreeSet<Leaf>,
    cells: &InputCells,
    catalogue: &Catalogue,
) -> Result<(), XlsxError> {
    for leaf in used {
        if let (Leaf::Setting(setting), Some(input)) = (leaf, cells.get(leaf)) {
            workbook.define_name(name_of(*setting, catalogue), &format!("={}", input.cell.seen_from(Tab::ReadMe)))?;
        }
    }
    Ok(())
}

/// The name of the cell of a setting: its id, in which a hyphen would be a minus.
fn name_of(setting: Setting, catalogue: &Catalogue) -> String {
    catalogue.id_of(setting).replace(['.', '-'], "_")
}
