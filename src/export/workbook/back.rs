//! A changed workbook as a scenario: the one that it was made of, with each input that was changed as an edit.
//!
//! The link on the sheet that says what the workbook is holds what it was made of. An input is found by its name and known by
//! the id in its row, so that rows and columns that were sorted or put in between mislead nobody.
//!
//! Invariant: an input counts as the page would take it when it was typed there, or it is listed with the reason; those that
//! nobody changed stay as the link has them.

use std::fmt;

use rust_decimal::Decimal;

use super::cell::Tab;
use super::notation::Notation;
use super::package::{Cells, Content, Package, Place, as_kept};
use super::{figures, name_of};
use crate::model::catalogue::Catalogue;
use crate::model::id::{FigureId, Setting};
use crate::scenario::Scenario;
use crate::scenario::edit::{Edit, as_reason, check, title};
use crate::scenario::link;
use crate::scenario::paste::find;
use crate::scenario::typed;

/// Why a file is no workbook to read back.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotReturned {
    /// It is no workbook, or one that is damaged.
    NoWorkbook,
    /// It does not say what it was made of.
    NoLink,
}

/// A workbook that came back.
pub struct Returned {
    package: Package,
    /// The link of the scenario that it was made of.
    pub link: String,
}

/// What came of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Taken {
    /// The scenario with what was changed.
    pub scenario: Scenario,
    /// What was changed and taken over.
    pub changed: Vec<Setting>,
    /// What was changed and not taken over: what it is called, and why.
    pub left: Vec<(String, String)>,
}

/// What an input says in the workbook, where that is another thing than it was.
type Changed = Result<Option<Edit>, String>;

impl Returned {
    /// Reads a file. The catalogue is any: by it a link is known from other addresses.
    ///
    /// # Errors
    /// Says why it cannot be read back.
    pub fn open(bytes: &[u8], catalogue: &Catalogue) -> Result<Self, NotReturned> {
        let package = Package::open(bytes).ok_or(NotReturned::NoWorkbook)?;
        let about = package.sheet(Tab::ReadMe.name()).ok_or(NotReturned::NoLink)?;
        let texts = about.values().filter_map(|content| match content {
            Content::Text(text) => find(text, catalogue).into_iter().next(),
            _ => None,
        });
        let link = texts.map(|found| found.link).next().ok_or(NotReturned::NoLink)?;
        Ok(Self { package, link })
    }

    /// The scenario of the workbook, with the figures of its edition.
    pub fn scenario(&self, catalogue: &Catalogue) -> Taken {
        let scenario = link::read(&self.link, catalogue).scenario;
        let mut taken = Taken { scenario, changed: Vec::new(), left: Vec::new() };
        let mut edits = Vec::new();
        for setting in catalogue.settings().filter(|setting| is_input(*setting, catalogue)) {
            match self.changed(setting, &taken.scenario, catalogue) {
                Ok(edit) => edits.extend(edit.map(|edit| (setting, edit))),
                Err(why) => taken.left.push((title(setting, catalogue), why)),
            }
        }
        taken.apply(edits, catalogue);
        taken
    }

    /// The edit that makes a setting what the workbook says; none where it says what it was.
    fn changed(&self, setting: Setting, scenario: &Scenario, catalogue: &Catalogue) -> Changed {
        // What the calculation does not use is no input of the workbook.
        let Some((sheet, at)) = self.package.named(&name_of(setting, catalogue)) else { return Ok(None) };
        let cells = self.package.sheet(sheet).ok_or("het blad is er niet meer")?;
        let at = own_row(*at, &catalogue.id_of(setting), cells).ok_or("de rij is er niet meer")?;
        let value = read(cells.get(&at), setting, catalogue)?;
        let (notation, now) = (Notation::of(catalogue.spec(setting).unit), scenario.plan().value(setting, catalogue));
        let same = match (value, now) {
            (Read::Open, now) => now.is_none(),
            (Read::Stored(cell), Some(now)) => as_kept(notation.stored(now)) == cell,
            (Read::Typed(value), Some(now)) => now == value,
            (_, None) => false,
        };
        let value = match value {
            Read::Open => None,
            Read::Stored(cell) => Some(as_kept(notation.value(cell))),
            Read::Typed(value) => Some(value),
        };
        let edit = match setting {
            Setting::Figure(figure) => replaced(figure, value, same, reason_at(at, cells), (scenario, catalogue)),
            _ => (!same).then_some(Edit::Set(setting, value)),
        };
        if edit.is_some() {
            check(setting, value, catalogue).map_err(|why| why.to_string())?;
        }
        Ok(edit)
    }
}

/// Whether a setting can be changed in a workbook.
fn is_input(setting: Setting, catalogue: &Catalogue) -> bool {
    let is_fixed = matches!(setting, Setting::Figure(figure) if catalogue.figure(figure).own.is_err());
    !is_fixed && catalogue.spec(setting).bounds.is_some()
}

/// The cell of an input: where its name says, or, where the rows have moved since, in the row with its id.
fn own_row(named: Place, id: &str, cells: &Cells) -> Option<Place> {
    let says = |content: &Content| matches!(content, Content::Text(text) if text.trim() == id);
    let (row, column) = named;
    let is_there = cells.range((row, 0)..(row + 1, 0)).any(|(_, content)| says(content));
    let moved = || cells.iter().find(|(_, content)| says(content)).map(|((row, _), _)| (*row, column));
    if is_there { Some(named) } else { moved() }
}

/// What a cell says for a setting.
#[derive(Clone, Copy)]
enum Read {
    /// Nothing.
    Open,
    /// A number as cells hold it.
    Stored(Decimal),
    /// A number as somebody typed it as text, in the unit of the setting.
    Typed(Decimal),
}

fn read(content: Option<&Content>, setting: Setting, catalogue: &Catalogue) -> Result<Read, String> {
    match content {
        None => Ok(Read::Open),
        Some(Content::Number(number)) => Ok(Read::Stored(*number)),
        Some(Content::Text(text)) => {
            typed::read_for(text, &catalogue.spec(setting)).map(Read::Typed).map_err(|why| why.to_string())
        }
        Some(Content::Fault(fault)) => Err(format!("“{fault}” is geen waarde")),
    }
}

/// The edit of a figure: replaced by another number or for another reason, or no more.
fn replaced(
    figure: FigureId,
    value: Option<Decimal>,
    same: bool,
    reason: String,
    (scenario, catalogue): (&Scenario, &Catalogue),
) -> Option<Edit> {
    let setting = Setting::Figure(figure);
    let is_own = scenario.plan().own(setting).is_some();
    let has_reason = scenario.reason(figure).unwrap_or_default() == as_reason(&reason);
    if same && (!is_own || has_reason) {
        return None;
    }
    let published = catalogue.spec(setting).default;
    match value.filter(|value| Some(*value) != published) {
        Some(value) => Some(Edit::Replace(figure, value, reason)),
        None => Some(Edit::Set(setting, None)),
    }
}

/// The reason in the row of a figure.
fn reason_at((row, _): Place, cells: &Cells) -> String {
    let head = |content: &Content| matches!(content, Content::Text(text) if text.trim() == figures::REASON_HEAD);
    let column = cells.iter().find(|(_, content)| head(content)).map(|((_, column), _)| *column);
    match column.and_then(|column| cells.get(&(row, column))) {
        Some(Content::Text(text)) => text.clone(),
        _ => String::new(),
    }
}

impl Taken {
    /// Makes the edits. Own figures can hold only together: what is refused is tried again after the others.
    fn apply(&mut self, mut edits: Vec<(Setting, Edit)>, catalogue: &Catalogue) {
        loop {
            let before = edits.len();
            let mut refused = Vec::new();
            for (setting, edit) in edits {
                match self.scenario.apply(&edit, catalogue) {
                    Ok(scenario) => {
                        self.scenario = scenario;
                        self.changed.push(setting);
                    }
                    Err(why) => refused.push((setting, edit, why)),
                }
            }
            if refused.is_empty() || refused.len() == before {
                let left = refused.into_iter().map(|(setting, _, why)| (title(setting, catalogue), why.to_string()));
                self.left.extend(left);
                return;
            }
            edits = refused.into_iter().map(|(setting, edit, _)| (setting, edit)).collect();
        }
    }
}

impl fmt::Display for NotReturned {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoWorkbook => {
                "Dit bestand is geen werkboek (.xlsx), of het is beschadigd. Bewaar het in Excel of LibreOffice als .xlsx en \
                 probeer het opnieuw."
            }
            Self::NoLink => {
                "In dit werkboek staat niet van welk scenario het is gemaakt. Kies een werkboek dat hier is gedownload, met het \
                 blad “Lees mij” en de link daarop."
            }
        })
    }
}
