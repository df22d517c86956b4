//! A workbook as it comes back: what the cells hold, whichever program wrote the file.
//!
//! Excel, LibreOffice and others write shared strings, styles and numbers each in their own way. Read is what a cell says, where
//! it stands and what the names of the workbook point to: no formula, no style.
//!
//! Invariant: any bytes give a workbook or none; none takes more room than [`LARGEST`].

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use rust_decimal::Decimal;
use zip::ZipArchive;

use super::tags::{self, Piece};

/// The most bytes of one part of the file, unpacked.
const LARGEST: u64 = 30_000_000;

/// How many digits of a number a spreadsheet keeps for sure.
const DIGITS: u32 = 15;

/// What a cell says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A number, as far as spreadsheets tell numbers apart.
    Number(Decimal),
    /// A text that is not empty.
    Text(String),
    /// Something that is no value, such as `#DIV/0!`.
    Fault(String),
}

/// The row and column of a cell, from 0.
pub type Place = (u32, u32);

/// The cells of a sheet that hold something.
pub type Cells = BTreeMap<Place, Content>;

/// What a workbook holds.
pub struct Package {
    sheets: BTreeMap<String, Cells>,
    /// What the names stand for: a sheet and a place on it.
    names: BTreeMap<String, (String, Place)>,
}

impl Package {
    /// Reads a file; none where it is no workbook.
    pub fn open(bytes: &[u8]) -> Option<Self> {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).ok()?;
        let mut part = |name: &str| {
            let mut text = String::new();
            archive.by_name(name).ok()?.take(LARGEST).read_to_string(&mut text).ok()?;
            Some(text)
        };
        let workbook = part("xl/workbook.xml")?;
        let targets = targets(&part("xl/_rels/workbook.xml.rels")?);
        let strings = part("xl/sharedStrings.xml").map(|text| strings(&text)).unwrap_or_default();
        let mut sheets = BTreeMap::new();
        for sheet in tags::pieces(&workbook).filter(|piece| piece.name == "sheet" && !piece.is_end) {
            let (name, target) = (sheet.attribute("name")?, targets.get(&sheet.attribute("id")?)?);
            sheets.insert(name, cells(&part(target)?, &strings));
        }
        Some(Self { sheets, names: names(&workbook) })
    }

    /// The cells of a sheet.
    pub fn sheet(&self, name: &str) -> Option<&Cells> {
        self.sheets.get(name)
    }

    /// The sheet and the place that a name stands for.
    pub fn named(&self, name: &str) -> Option<&(String, Place)> {
        self.names.get(name)
    }
}

/// Where the part of each sheet stands in the file, by the id that the workbook has for it.
fn targets(relations: &str) -> BTreeMap<String, String> {
    let all = tags::pieces(relations).filter(|piece| piece.name == "Relationship");
    let target = |piece: Piece<'_>| {
        let target = piece.attribute("Target")?;
        let target = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_string);
        Some((piece.attribute("Id")?, target))
    };
    all.filter_map(target).collect()
}

/// The names that stand for one cell: `Knoppen!$F$7`, with or without quotes around the sheet.
fn names(workbook: &str) -> BTreeMap<String, (String, Place)> {
    let name = |piece: Piece<'_>| {
        let (sheet, at) =
            tags::plain(piece.text).rsplit_once('!').map(|(sheet, at)| (sheet.to_string(), at.to_string()))?;
        let sheet = sheet.trim_matches('\'').replace("''", "'");
        Some((piece.attribute("name")?, (sheet, place(&at.replace('$', ""))?)))
    };
    tags::pieces(workbook).filter(|piece| piece.name == "definedName" && !piece.is_end).filter_map(name).collect()
}

/// The strings that cells name by their number; of a string in several looks the whole, without what says how it sounds.
fn strings(xml: &str) -> Vec<String> {
    let (mut all, mut in_sound) = (Vec::<String>::new(), false);
    for piece in tags::pieces(xml) {
        match piece.name {
            "si" if !piece.is_end => all.push(String::new()),
            "rPh" => in_sound = !piece.is_end && !piece.is_empty,
            "t" if !in_sound && !piece.is_end => {
                all.last_mut().into_iter().for_each(|last| last.push_str(&tags::plain(piece.text)))
            }
            _ => {}
        }
    }
    all
}

/// A cell while it is read.
#[derive(Default)]
struct Cell {
    at: Place,
    kind: String,
    text: String,
}

/// The cells of a sheet. Who writes no places writes every cell.
fn cells(xml: &str, strings: &[String]) -> Cells {
    let (mut cells, mut cell, mut row) = (Cells::new(), Cell::default(), 0);
    let mut next: Place = (0, 0);
    for piece in tags::pieces(xml) {
        match piece.name {
            "row" if !piece.is_end => {
                row = piece.attribute("r").and_then(|number| number.parse::<u32>().ok()?.checked_sub(1)).unwrap_or(row);
                next = (row, 0);
                row = row.saturating_add(1);
            }
            "c" if !piece.is_end => {
                let at = piece.attribute("r").and_then(|at| place(&at)).unwrap_or(next);
                next = (at.0, at.1.saturating_add(1));
                cell = Cell { at, kind: piece.attribute("t").unwrap_or_default(), text: String::new() };
            }
            "v" | "t" if !piece.is_end => cell.text.push_str(&tags::plain(piece.text)),
            "c" => {
                let Cell { at, kind, text } = std::mem::take(&mut cell);
                content(&kind, text, strings).into_iter().for_each(|content| drop(cells.insert(at, content)));
            }
            _ => {}
        }
    }
    cells
}

/// What a cell of a kind says; none where it is empty.
fn content(kind: &str, text: String, strings: &[String]) -> Option<Content> {
    let text = match kind {
        "s" => strings.get(text.parse::<usize>().ok()?)?.clone(),
        _ => text,
    };
    match kind {
        _ if text.trim().is_empty() => None,
        "s" | "str" | "inlineStr" => Some(Content::Text(text)),
        "e" => Some(Content::Fault(text)),
        _ => Some(number(&text).map_or(Content::Fault(text), Content::Number)),
    }
}

/// A number as files hold it, `5.1499999999999997E-2`: a program writes what its floats make of what was typed.
fn number(text: &str) -> Option<Decimal> {
    let text = text.trim().replace('e', "E");
    let number = match text.split_once('E') {
        None => text.parse().ok()?,
        Some((digits, power)) => of_power(as_kept(digits.parse().ok()?), power.parse().ok()?)?,
    };
    Some(as_kept(number))
}

/// Digits times a power of ten; none where that is too large.
fn of_power(digits: Decimal, power: i32) -> Option<Decimal> {
    // Further down nothing is left, and further up nothing has room.
    (0..power.unsigned_abs().min(99)).try_fold(digits, |number, _| match power < 0 {
        true => number.checked_div(Decimal::TEN),
        false => number.checked_mul(Decimal::TEN),
    })
}

/// A number as far as spreadsheets tell numbers apart.
pub fn as_kept(number: Decimal) -> Decimal {
    number.round_sf(DIGITS).unwrap_or(number).normalize()
}

/// The row and column of a place such as `B7`.
fn place(at: &str) -> Option<Place> {
    let digits = at.find(|sign: char| sign.is_ascii_digit())?;
    let (letters, row) = at.split_at(digits);
    let number = |number: u32, letter: u8| {
        let letter = letter.is_ascii_uppercase().then(|| u32::from(letter - b'A') + 1)?;
        number.checked_mul(26)?.checked_add(letter)
    };
    let column = letters.bytes().try_fold(0, number)?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}
