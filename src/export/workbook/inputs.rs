//! The settings: levers, timing, assumptions and budgets, each with the position in use as a cell to change.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use rust_xlsxwriter::XlsxError;

use super::cell::{Cell, Tab};
use super::notation::Notation;
use super::page::{Column, Page, Written};
use super::style;
use super::subject::{Input, InputCells, Subject};
use crate::model::bounds::{Bounds, Unit};
use crate::model::catalogue::Catalogue;
use crate::model::id::{Leaf, LeverId, Setting};
use crate::model::source::{Passage, Status};
use crate::scenario::edit::title_within;
use crate::scenario::{names, outlook};

const COLUMNS: [Column; 13] = [
    Column::text("Maatregel", 24),
    Column::text("Wat u instelt", 24),
    Column::text("Eenheid", 12),
    Column::numbers("Nu", 10),
    Column::numbers("Plan of standaard", 15),
    Column::numbers("In gebruik", 13),
    Column::text("Stand", 14),
    Column::numbers("Minimum", 11),
    Column::numbers("Maximum", 12),
    Column::numbers("Stap", 8),
    Column::text("Status", 9),
    Column::text("Bron en toelichting", 32),
    Column::text("Id", 24),
];

const NOW: u16 = 3;
const DEFAULT: u16 = 4;
/// The column of the position in use.
pub const VALUE: u16 = 5;
/// The column that says how the position in use stands to the others.
pub const STAND: u16 = 6;
const MIN: u16 = 7;
const MAX: u16 = 8;
/// The last column that is printed.
const ORIGIN: u16 = 11;
/// The column of its id.
pub const ID: u16 = 12;

const REMARKS: [&str; 2] = [
    "Verander een geel vakje: alle bladen rekenen mee. De andere vakjes zijn vast.",
    "Status zegt waar de stand van het plan of de standaard vandaan komt. Een leeg geel vakje mag alleen waar de standaard een woord is.",
];

/// What a setting is when nobody chose it.
enum Default<'c> {
    /// The position of the plan, beside that of today.
    Plan { now: Decimal, plan: Decimal },
    /// A number.
    Number(Decimal),
    /// Left open.
    Open(&'c str),
}

/// A row of the sheet.
struct Knob<'c> {
    setting: Setting,
    about: String,
    label: String,
    unit: Unit,
    bounds: Bounds,
    default: Default<'c>,
    status: Status,
    origin: String,
}

/// The sheet; adds the cells of the settings to `cells`.
pub fn sheet(subject: &Subject<'_>, used: &BTreeSet<Leaf>, cells: &mut InputCells) -> Result<Page, XlsxError> {
    let mut page = Page::new(Tab::Inputs)?;
    let first = page.table("Knoppen en aannames", &REMARKS, &COLUMNS)?;
    let mut next = first;
    for (heading, settings) in sections(subject.catalogue) {
        page.heading(next, heading)?;
        next += 1;
        for knob in settings.into_iter().filter_map(|setting| Knob::of(setting, subject.catalogue)) {
            // What the calculation does not use, such as the choice of draws for the range, would be a knob that does nothing.
            if used.contains(&Leaf::Setting(knob.setting)) {
                knob.write(&mut page, next, subject)?;
                knob.place(next, cells);
                next += 1;
            }
        }
    }
    page.printed(0..next, ORIGIN)?;
    Ok(page.guarded())
}

fn sections(catalogue: &Catalogue) -> [(&'static str, Vec<Setting>); 4] {
    let timing = catalogue.measure_ids().flat_map(|measure| catalogue.timing_of(measure));
    // The outlook changes nothing here: the workbook calculates with the realisation as set.
    let assumptions =
        catalogue.assumption_ids().map(Setting::Assumption).filter(|setting| Some(*setting) != outlook(catalogue));
    [
        ("Maatregelen", catalogue.lever_ids().map(Setting::Lever).collect()),
        ("Startjaar en ingroei", timing.collect()),
        ("Aannames", assumptions.collect()),
        ("Begroting per jaar", catalogue.settings().filter(|setting| catalogue.year_of(*setting).is_some()).collect()),
    ]
}

impl<'c> Knob<'c> {
    /// The row of a setting; none for figures, which have a sheet of their own.
    fn of(setting: Setting, catalogue: &'c Catalogue) -> Option<Self> {
        let spec = catalogue.spec(setting);
        let (default, status, origin) = match setting {
            Setting::Figure(_) => return None,
            Setting::Lever(id) => of_lever(id, catalogue),
            _ => of_assumption(setting, catalogue),
        };
        let (about, label) = (about(setting, catalogue), title_within(setting, catalogue));
        Some(Self { setting, about, label, unit: spec.unit, bounds: spec.bounds?, default, status, origin })
    }

    fn place(&self, row: u32, cells: &mut InputCells) {
        let input = |column| Input { cell: Cell::of_all_years(Tab::Inputs, row, column), notation: self.notation() };
        cells.insert(Leaf::Setting(self.setting), input(VALUE));
        if let Setting::Lever(id) = self.setting {
            cells.insert(Leaf::Neutral(id), input(NOW));
        }
    }

    fn notation(&self) -> Notation {
        Notation::of(self.unit)
    }

    fn write(&self, page: &mut Page, row: u32, subject: &Subject<'_>) -> Written {
        let stored = |number| Some(self.notation().stored(number));
        let bounds = self.notation().stored_bounds(&self.bounds);
        let digits = style::of_unit(self.unit, bounds.step);
        let number = style::number(digits);
        let value = subject.plan().value(self.setting, subject.catalogue);
        page.text(row, 0, &self.about, &style::text())?;
        page.text(row, 1, &self.label, &style::text())?;
        page.text(row, 2, unit(self.unit), &style::text())?;
        match self.default {
            Default::Plan { now, plan } => {
                page.number(row, NOW, stored(now), &number)?;
                page.number(row, DEFAULT, stored(plan), &number)?;
            }
            Default::Number(default) => page.number(row, DEFAULT, stored(default), &number)?,
            Default::Open(word) => page.text(row, DEFAULT, word, &style::text())?,
        }
        page.number(row, VALUE, value.and_then(stored), &style::input(digits))?;
        page.allow(row, VALUE, &bounds, self.notation())?;
        self.write_stand(page, row, value)?;
        page.number(row, MIN, Some(bounds.min), &number)?;
        page.number(row, MAX, Some(bounds.max), &number)?;
        page.number(row, MAX + 1, Some(bounds.step), &number)?;
        page.text(row, MAX + 2, self.status.word(), &style::text())?;
        page.text(row, ORIGIN, &self.origin, &style::text())?;
        page.text(row, ID, &subject.catalogue.id_of(self.setting), &style::small_print())
    }

    /// In words, and live, how the position in use stands to the others.
    fn write_stand(&self, page: &mut Page, row: u32, value: Option<Decimal>) -> Written {
        let at = |column| Cell::of_year(Tab::Inputs, row, column).seen_from(Tab::Inputs);
        // Where the plan names no position, its place is assumed.
        let as_planned = if self.status == Status::Aanname { "zoals aangenomen" } else { "zoals het plan" };
        let (now, default, used) = (at(NOW), at(DEFAULT), at(VALUE));
        let (formula, stand) = match self.default {
            Default::Plan { now: is_now, plan } => (
                format!("IF({used}={now},\"zoals nu\",IF({used}={default},\"{as_planned}\",\"eigen keuze\"))"),
                match value {
                    Some(value) if value == is_now => "zoals nu",
                    Some(value) if value == plan => as_planned,
                    _ => "eigen keuze",
                },
            ),
            Default::Number(number) => (
                format!("IF({used}={default},\"standaard\",\"eigen keuze\")"),
                if value == Some(number) { "standaard" } else { "eigen keuze" },
            ),
            Default::Open(_) => (
                format!("IF(ISNUMBER({used}),\"eigen keuze\",\"standaard\")"),
                if value.is_some() { "eigen keuze" } else { "standaard" },
            ),
        };
        let (min, max) = (at(MIN), at(MAX));
        let beyond = format!("OR({used}<{min},{used}>{max})");
        let wrong = match self.default {
            Default::Open(_) => format!("IF(ISNUMBER({used}),{beyond},NOT(ISBLANK({used})))"),
            _ => format!("IF(ISNUMBER({used}),{beyond},TRUE)"),
        };
        page.formula(row, STAND, &format!("IF({wrong},\"{WRONG}\",{formula})"), stand, &style::text())
    }
}

/// What stands beside an input that the page would not take.
pub const WRONG: &str = "let op: past niet";

fn of_lever(id: LeverId, catalogue: &Catalogue) -> (Default<'_>, Status, String) {
    let lever = catalogue.lever(id);
    let now = lever.neutral_word.as_ref().map(|word| format!("Nu: {word}."));
    let now_passage = lever.neutral_passage.as_ref().map(|passage| format!("Nu: {}", passage_text(passage, catalogue)));
    let passage = lever.plan_passage.as_ref().map(|passage| passage_text(passage, catalogue));
    let parts = [Some(lever.plan_note.clone()), now, now_passage, passage];
    (Default::Plan { now: lever.neutral, plan: lever.plan }, lever.plan_status, sentences(parts))
}

/// An assumption, start year, phase-in or budget.
fn of_assumption(setting: Setting, catalogue: &Catalogue) -> (Default<'_>, Status, String) {
    let assumption = catalogue.assumption_of(setting);
    let figure = assumption.and_then(|assumption| assumption.figure).map(|id| catalogue.figure(id));
    let passage = figure.and_then(|figure| figure.passage.as_ref()).map(|passage| passage_text(passage, catalogue));
    let help = assumption.map(|assumption| assumption.help.clone());
    let default = match catalogue.spec(setting).default {
        Some(number) => Default::Number(number),
        None => Default::Open(names::open(setting, catalogue)),
    };
    (default, figure.map_or(Status::Aanname, |figure| figure.status), sentences([help, passage, None]))
}

fn about(setting: Setting, catalogue: &Catalogue) -> String {
    catalogue.measure_of(setting).map_or_else(String::new, |measure| names::measure(measure, catalogue))
}

/// A passage in words.
fn passage_text(passage: &Passage, catalogue: &Catalogue) -> String {
    let title = catalogue.source(&passage.source).map_or("", |source| &source.title);
    format!("Bron {}, {title}: {}.", passage.source, passage.locator.trim_end_matches('.'))
}

fn sentences<const N: usize>(parts: [Option<String>; N]) -> String {
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// The unit in words.
pub fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Count => "aantal",
        Unit::Year => "jaartal",
        Unit::Switch => "1 is aan, 0 is uit",
        // Their cells show percent.
        Unit::Fraction => names::suffix(Unit::Percent),
        _ => names::suffix(unit),
    }
}
