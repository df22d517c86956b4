//! Every figure with where it comes from; those that the calculation uses are cells to change.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use super::cell::{Cell, Tab};
use super::expression::derivation;
use super::inputs::{WRONG, unit};
use super::notation::Notation;
use super::page::{Column, Page, Written};
use super::style;
use super::subject::{Input, InputCells, Subject};
use crate::model::bounds::Bounds;
use crate::model::catalogue::{Figure, Value};
use crate::model::id::{AssumptionId, FigureId, Leaf, Setting};
use crate::model::source::Status;
use crate::scenario::edit::Refused;
use crate::scenario::names;

/// The head of the column for the reason of an own figure.
pub const REASON_HEAD: &str = "Reden van eigen invoer";

const COLUMNS: [Column; 15] = [
    Column::text("Cijfer", 34),
    Column::numbers("In gebruik", 13),
    Column::numbers("Gepubliceerd", 13),
    Column::text("Eenheid", 10),
    Column::numbers("Jaar", 6),
    Column::text("Status", 13),
    Column::text(REASON_HEAD, 22),
    Column::text("Telt mee", 9),
    Column::text("Bron", 7),
    Column::text("Vindplaats", 32),
    Column::text("Let op", 32),
    Column::text("Adres", 14),
    Column::numbers("Minimum", 12),
    Column::numbers("Maximum", 13),
    Column::text("Id", 30),
];

/// The column of the number in use.
pub const VALUE: u16 = 1;
const PUBLISHED: u16 = 2;
/// The column that says what the number in use rests on.
pub const STATUS: u16 = 5;
const REASON: u16 = 6;
/// The first column that is not printed.
const ADDRESS: u16 = 11;
const MIN: u16 = 12;
const MAX: u16 = 13;
/// The column of its id.
pub const ID: u16 = 14;

const REMARKS: [&str; 2] = [
    "Vervang een cijfer in een geel vakje door uw eigen cijfer en schrijf erbij waarom: alle bladen rekenen mee.",
    "Gepubliceerd is het cijfer van de pagina. De bronnen staan met hun nummer op het blad Bronnen.",
];

/// What stands in place of a source and a place in it.
const UNSOURCED: (&str, &str) = ("geen", "Dit is een aanname van deze simulator.");

/// A number of a figure.
#[derive(Clone, Copy)]
struct FigureNumber<'a> {
    figure: &'a Figure,
    leaf: Leaf,
    published: Decimal,
}

/// The sheet; adds the cells of the figures to `cells`.
pub fn sheet(subject: &Subject<'_>, used: &BTreeSet<Leaf>, cells: &mut InputCells) -> Result<Page, XlsxError> {
    let mut page = Page::new(Tab::Figures)?;
    let first = page.table("Cijfers", &REMARKS, &COLUMNS)?;
    let numbers: Vec<FigureNumber<'_>> = subject.catalogue.figures().iter().flat_map(numbers).collect();
    // All places first: what is a rest names other figures.
    let place = |(row, number): (u32, &FigureNumber<'_>)| {
        let cell = Cell::of_all_years(Tab::Figures, row, VALUE);
        (number.leaf, Input { cell, notation: number.notation() })
    };
    cells.extend((first..).zip(&numbers).map(place));
    for (row, number) in (first..).zip(&numbers) {
        number.write(&mut page, row, subject, used, cells)?;
    }
    let end = first + numbers.len() as u32;
    page.filtered(first - 1..end - 1)?;
    page.printed(0..end, ADDRESS - 1)?;
    Ok(page.guarded())
}

fn numbers(figure: &Figure) -> Vec<FigureNumber<'_>> {
    let number = |leaf, published| FigureNumber { figure, leaf, published };
    match &figure.value {
        Value::One(value) => vec![number(Leaf::Setting(Setting::Figure(figure.id)), *value)],
        Value::Tenths(tenths) => {
            let tenth = |(at, value): (usize, &Decimal)| number(Leaf::Tenth(figure.id, at), *value);
            tenths.iter().enumerate().map(tenth).collect()
        }
    }
}

impl FigureNumber<'_> {
    fn write(
        &self,
        page: &mut Page,
        row: u32,
        subject: &Subject<'_>,
        used: &BTreeSet<Leaf>,
        cells: &InputCells,
    ) -> Written {
        let figure = self.figure;
        page.text(row, 0, &names::leaf(self.leaf, subject.catalogue), &style::text())?;
        // A figure that nothing is computed from is no input: whoever changed it would wait for a change that never comes.
        match figure.own.ok().filter(|_| used.contains(&self.leaf)) {
            Some(bounds) => self.write_input(page, row, &bounds, subject)?,
            None => self.write_fixed(page, row, subject, cells)?,
        }
        page.number(row, PUBLISHED, self.stored(self.published), &style::number(self.digits(self.published)))?;
        page.text(row, PUBLISHED + 1, unit(figure.unit), &style::text())?;
        page.number(row, PUBLISHED + 2, Some(figure.year.into()), &style::number(style::PLAIN))?;
        page.text(row, REASON + 1, self.counts(subject, used), &style::text())?;
        self.write_origin(page, row, subject)?;
        page.text(row, ID, &figure.key, &style::small_print())
    }

    /// A cell to change, with its bounds, a live status and room for a reason.
    fn write_input(&self, page: &mut Page, row: u32, bounds: &Bounds, subject: &Subject<'_>) -> Written {
        let value = subject.plan().figure(self.figure.id, subject.catalogue);
        let bounds = self.notation().stored_bounds(bounds);
        page.number(row, VALUE, self.stored(value), &style::input(self.digits(value)))?;
        page.allow(row, VALUE, &bounds, self.notation())?;
        for (column, bound) in [(MIN, bounds.min), (MAX, bounds.max)] {
            page.number(row, column, Some(bound), &style::number(style::of_unit(self.figure.unit, bound)))?;
        }
        let at = |column| Cell::of_year(Tab::Figures, row, column).seen_from(Tab::Figures);
        let (used, published, min, max) = (at(VALUE), at(PUBLISHED), at(MIN), at(MAX));
        let (known, own) = (self.figure.status.word(), Status::EigenInvoer.word());
        let ready_made = self.ready_made(subject).map(|value| format!(",{used}={value}")).collect::<String>();
        let formula = format!(
            "IF(IF(ISNUMBER({used}),OR({used}<{min},{used}>{max}),TRUE),\"{WRONG}\",IF(OR({used}={published}{ready_made}),\"{known}\",\"{own}\"))"
        );
        let status = if subject.catalogue.is_own(self.figure.id, subject.plan()) { own } else { known };
        page.formula(row, STATUS, &formula, status, &style::text())?;
        page.text(row, REASON, subject.scenario.reason(self.figure.id).unwrap_or_default(), &style::input_text())
    }

    /// Where ready-made scenarios have it, as a cell holds it: that is not own input.
    fn ready_made(&self, subject: &Subject<'_>) -> impl Iterator<Item = Decimal> {
        let presets = subject.catalogue.scenarios().iter();
        let values: BTreeSet<Decimal> =
            presets.filter_map(|preset| preset.plan.own(Setting::Figure(self.figure.id))).collect();
        values.into_iter().filter_map(|value| self.stored(value))
    }

    /// A number that cannot be changed here: always a rest, set elsewhere, or not part of the calculation.
    fn write_fixed(&self, page: &mut Page, row: u32, subject: &Subject<'_>, cells: &InputCells) -> Written {
        let (figure, plan) = (self.figure, subject.plan());
        let own = plan.own(Setting::Figure(figure.id));
        let value = figure.rest(plan, subject.catalogue).or(own).unwrap_or(self.published);
        let number = style::number(self.digits(value));
        match figure.sum_of_others() {
            Some(sum) => page.expression(row, VALUE, &derivation(sum, cells, Tab::Figures), value, &number)?,
            None => page.number(row, VALUE, self.stored(value), &number)?,
        }
        let is_own = subject.catalogue.is_own(figure.id, plan);
        let status = if is_own { Status::EigenInvoer } else { figure.status };
        page.text(row, STATUS, status.word(), &style::text())?;
        page.text(row, REASON, subject.scenario.reason(figure.id).unwrap_or_default(), &style::text())
    }

    /// Source, address and what a reader should know.
    fn write_origin(&self, page: &mut Page, row: u32, subject: &Subject<'_>) -> Written {
        let (figure, catalogue) = (self.figure, subject.catalogue);
        let (source, place) = figure.passage.as_ref().map_or(UNSOURCED, |at| (&at.source, &at.locator));
        page.text(row, REASON + 2, source, &style::text())?;
        page.text(row, REASON + 3, place, &style::text())?;
        let source = figure.passage.as_ref().and_then(|passage| catalogue.source(&passage.source));
        if let Some(address) = source.and_then(|source| source.address.as_deref()) {
            page.link(row, ADDRESS, address, "open de bron")?;
        }
        let note = figure.note.as_deref().map(|note| format!("{}.", note.trim_end_matches('.')));
        let fixed = figure.own.err().map(|why| capitalised(&Refused::NotReplaceable(why).to_string()));
        let notes: Vec<String> = [note, fixed].into_iter().flatten().collect();
        page.text(row, ADDRESS - 1, &notes.join(" "), &style::text())
    }

    /// Whether the results depend on it.
    fn counts(&self, subject: &Subject<'_>, used: &BTreeSet<Leaf>) -> &'static str {
        let is_default = |id: AssumptionId| subject.catalogue.assumption(id).figure == Some(self.figure.id);
        match () {
            () if used.contains(&self.leaf) => "ja",
            () if self.figure.sum_of_others().is_some() => "ja, als rest",
            () if subject.catalogue.assumption_ids().any(is_default) => "via Knoppen",
            () => "nee",
        }
    }

    fn digits(&self, value: Decimal) -> &'static str {
        let finest = if value.is_integer() { self.published } else { value };
        style::of_unit(self.figure.unit, self.notation().stored(finest))
    }

    fn notation(&self) -> Notation {
        Notation::of(self.figure.unit)
    }

    /// What its cell holds for a value.
    fn stored(&self, value: Decimal) -> Option<Decimal> {
        Some(self.notation().stored(value))
    }
}

fn capitalised(text: &str) -> String {
    let mut signs = text.chars();
    signs.next().map_or_else(String::new, |first| format!("{}{}.", first.to_uppercase(), signs.as_str()))
}

/// Where the published value of a figure and the one in use stand.
pub fn published_beside(figure: FigureId, cells: &InputCells) -> Option<(Cell, Cell)> {
    let used = cells.get(&Leaf::Setting(Setting::Figure(figure)))?.cell;
    Some((used, used.moved_to(PUBLISHED)))
}
