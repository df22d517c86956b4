//! Reads and changes the cells of a workbook, apart from the code that made it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The files in a workbook, by name.
pub struct Book {
    parts: BTreeMap<String, String>,
}

/// How wide a sheet is on paper, in points.
pub struct Paper {
    /// Between the margins of A4.
    pub room: f64,
    /// What is printed, at full size.
    pub printed: f64,
    /// Whether its long side is below.
    pub is_lying: bool,
}

/// The long side of A4, in points.
const LONG_SIDE: f64 = 841.9;

/// A cell as it stands in the file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Cell {
    /// What it shows: text, or a number as it is written.
    pub text: String,
    /// Whether the file says how it is computed.
    pub is_formula: bool,
}

/// The cells of a sheet, by row and column, both from 0; empty ones are left out.
pub type Table = BTreeMap<(usize, usize), Cell>;

/// The cells of all sheets, by the name of the sheet.
pub type Tables = BTreeMap<String, Table>;

/// What a cell shows; nothing where it is empty.
pub fn text(table: &Table, row: usize, column: usize) -> &str {
    table.get(&(row, column)).map_or("", |cell| &cell.text)
}

impl Book {
    pub fn open(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a zip file");
        let mut part = |at| {
            let mut file = archive.by_index(at).expect("a part");
            let mut text = String::new();
            file.read_to_string(&mut text).expect("a part of text");
            (file.name().expect("a name").to_string(), text)
        };
        let parts = (0..ZipArchive::new(Cursor::new(bytes)).expect("a zip file").len()).map(&mut part).collect();
        Self { parts }
    }

    pub fn bytes(&self) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, text) in &self.parts {
            writer.start_file(name, SimpleFileOptions::default()).expect("room for a part");
            writer.write_all(text.as_bytes()).expect("room for a part");
        }
        writer.finish().expect("a zip file").into_inner()
    }

    /// The names of the sheets, in order.
    fn sheets(&self) -> Vec<String> {
        let listed = between(&self.parts["xl/workbook.xml"], "<sheets>", "</sheets>").expect("a list of sheets");
        listed.split("<sheet ").skip(1).map(|sheet| plain(attribute(sheet, "name").expect("a name"))).collect()
    }

    /// The cells of all sheets.
    pub fn tables(&self) -> Tables {
        let shared = self.parts["xl/sharedStrings.xml"].split("<si>").skip(1);
        let strings: Vec<String> = shared.map(texts).collect();
        let table = |sheet: String| {
            let table = table(&self.parts[&self.part(&sheet)], &strings);
            (sheet, table)
        };
        self.sheets().into_iter().map(table).collect()
    }

    /// Every formula of every sheet.
    pub fn formulas(&self) -> Vec<String> {
        let sheets = self.parts.iter().filter(|(name, _)| name.starts_with("xl/worksheets/"));
        let all = sheets.flat_map(|(_, xml)| xml.split("<f>").skip(1));
        all.filter_map(|rest| rest.split_once("</f>")).map(|(formula, _)| plain(formula)).collect()
    }

    /// The formulas of a sheet, by row and column.
    pub fn formulas_of(&self, sheet: &str) -> BTreeMap<(usize, usize), String> {
        let formula = |(at, _, content)| between(content, "<f>", "</f>").map(|formula| (place(at), plain(formula)));
        cells(&self.parts[&self.part(sheet)]).filter_map(formula).collect()
    }

    /// What each name stands for, without the names that the format itself gives.
    pub fn names(&self) -> BTreeMap<String, String> {
        let names = self.parts["xl/workbook.xml"].split("<definedName ").skip(1);
        let name = |text: &str| {
            let (tag, rest) = text.split_once('>')?;
            Some((attribute(tag, "name")?.to_string(), rest.split('<').next()?.to_string()))
        };
        names.filter_map(name).collect()
    }

    /// How wide each sheet is on paper.
    pub fn papers(&self) -> Vec<(String, Paper)> {
        let area = |sheet: &str| {
            let names = self.parts["xl/workbook.xml"].split("<definedName name=\"_xlnm.Print_Area\"");
            names.filter_map(|text| between(text, ">", "<")).find(|area| area.starts_with(&format!("{sheet}!")))
        };
        // An area such as `Knoppen!$A$1:$L$79`; without one, all columns are printed.
        let last =
            |sheet: &str| area(sheet).and_then(|area| area.rsplit(':').next()).map(|at| place(&at.replace('$', "")).1);
        let paper = |sheet: String| {
            let paper = paper(&self.parts[&self.part(&sheet)], last(&sheet).unwrap_or(usize::MAX));
            (sheet, paper)
        };
        self.sheets().into_iter().map(paper).collect()
    }

    /// How a cell shows a number.
    pub fn number_format(&self, sheet: &str, at: &str) -> String {
        let (_, rest) = self.parts[&self.part(sheet)].split_once(&format!("<c r=\"{at}\"")).expect("the cell");
        let style: usize = attribute(rest, "s").and_then(|style| style.parse().ok()).expect("a style");
        let styles = &self.parts["xl/styles.xml"];
        let formats = between(styles, "<cellXfs", "</cellXfs>").expect("formats of cells");
        let format =
            formats.split("<xf ").nth(style + 1).and_then(|format| attribute(format, "numFmtId")).expect("a format");
        match format {
            "9" => "0%".to_string(),
            "10" => "0.00%".to_string(),
            id => {
                let code = styles.split("<numFmt ").find(|code| attribute(code, "numFmtId") == Some(id));
                code.and_then(|code| attribute(code, "formatCode")).unwrap_or_default().to_string()
            }
        }
    }

    /// Writes a number in a cell, or empties it; what was computed from it stays as it was.
    pub fn set(&mut self, sheet: &str, at: &str, value: Option<&str>) {
        let content = value.map(|value| format!("<v>{value}</v>")).unwrap_or_default();
        self.write(sheet, at, "", &content);
    }

    /// Writes a text in a cell.
    pub fn set_text(&mut self, sheet: &str, at: &str, text: &str) {
        let text = text.replace('&', "&amp;").replace('<', "&lt;");
        self.write(sheet, at, " t=\"inlineStr\"", &format!("<is><t>{text}</t></is>"));
    }

    /// The file with so many signs of the text of its inputs taken out at a place, and others put there.
    pub fn harmed(mut self, at: usize, length: usize, put: &str) -> Vec<u8> {
        for name in ["xl/workbook.xml".to_string(), self.part("Knoppen"), "xl/sharedStrings.xml".to_string()] {
            let xml = self.parts.get_mut(&name).expect("a part");
            let signs: Vec<char> = xml.chars().collect();
            let at = at % signs.len();
            let after = (at + length).min(signs.len());
            *xml = signs[..at].iter().copied().chain(put.chars()).chain(signs[after..].iter().copied()).collect();
        }
        self.bytes()
    }

    /// Lets a name stand for another cell.
    pub fn point(&mut self, name: &str, to: &str) {
        let from = self.names()[name].clone();
        let workbook = self.parts.get_mut("xl/workbook.xml").expect("a workbook");
        *workbook = workbook.replace(&format!("\"{name}\">{from}<"), &format!("\"{name}\">{to}<"));
    }

    fn write(&mut self, sheet: &str, at: &str, kind: &str, content: &str) {
        let part = self.part(sheet);
        let xml = self.parts.get_mut(&part).expect("the sheet");
        let start = xml.find(&format!("<c r=\"{at}\"")).unwrap_or_else(|| panic!("{sheet} has no cell {at}"));
        let tag_end = start + xml[start..].find('>').expect("the end of a tag");
        let is_empty = xml[..tag_end].ends_with('/');
        let end = if is_empty { tag_end + 1 } else { start + xml[start..].find("</c>").expect("its end") + 4 };
        let style = attribute(&xml[start..tag_end], "s").expect("a style").to_string();
        xml.replace_range(start..end, &format!("<c r=\"{at}\" s=\"{style}\"{kind}>{content}</c>"));
    }

    /// The sheets are written in the order of their tabs.
    fn part(&self, sheet: &str) -> String {
        let at = self.sheets().iter().position(|name| name == sheet).unwrap_or_else(|| panic!("no sheet {sheet}"));
        format!("xl/worksheets/sheet{}.xml", at + 1)
    }
}

/// How wide the columns through the last that is printed are.
fn paper(xml: &str, last: usize) -> Paper {
    let number =
        |tag: &str, name: &str| attribute(tag, name).and_then(|text| text.parse::<f64>().ok()).expect("a number");
    let columns = between(xml, "<cols>", "</cols>").expect("columns").split("<col ").skip(1);
    let wide = |column: &str| {
        let columns = number(column, "max").min(last as f64 + 1.0) - number(column, "min") + 1.0;
        // Seven pixels of three quarters of a point for each digit.
        columns.max(0.0) * number(column, "width") * 7.0 * 0.75
    };
    let margins = xml.split_once("<pageMargins ").expect("margins").1;
    let room = LONG_SIDE - 72.0 * (number(margins, "left") + number(margins, "right"));
    Paper { room, printed: columns.map(wide).sum(), is_lying: xml.contains("orientation=\"landscape\"") }
}

fn table(xml: &str, strings: &[String]) -> Table {
    let cell = |(at, kind, content): (&str, &str, &str)| {
        let value = between(content, "<v>", "</v>")?;
        let text = match kind {
            "s" => strings[value.parse::<usize>().expect("the place of a string")].clone(),
            _ => plain(value),
        };
        Some((place(at), Cell { text, is_formula: content.contains("<f") }))
    };
    cells(xml).filter_map(cell).collect()
}

/// The cells that stand in comma-separated text, with quotes around and double within.
pub fn separated(text: &str) -> Table {
    let mut table = Table::new();
    let (mut at, mut cell, mut quoted) = ((0, 0), String::new(), false);
    for sign in text.chars().chain(['\n']) {
        match sign {
            // The second of two quotes within quotes opens them again, so it is the one that counts.
            '"' => {
                quoted = !quoted;
                cell.push('"');
            }
            ',' | '\n' if !quoted => {
                let text = unquoted(&std::mem::take(&mut cell));
                if !text.is_empty() {
                    table.insert(at, Cell { text, is_formula: false });
                }
                at = if sign == ',' { (at.0, at.1 + 1) } else { (at.0 + 1, 0) };
            }
            sign => cell.push(sign),
        }
    }
    table
}

fn unquoted(cell: &str) -> String {
    let inner = cell.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.map_or_else(|| cell.to_string(), |inner| inner.replace("\"\"", "\""))
}

/// Each cell with its place, kind and content.
fn cells(xml: &str) -> impl Iterator<Item = (&str, &str, &str)> {
    xml.split("<c ").skip(1).map(|cell| {
        let (tag, content) = cell.split_once('>').expect("the end of a tag");
        let content = if tag.ends_with('/') { "" } else { content.split("</c>").next().unwrap_or_default() };
        (attribute(tag, "r").expect("a place"), attribute(tag, "t").unwrap_or_default(), content)
    })
}

/// The row and column of a place such as `B7`.
fn place(at: &str) -> (usize, usize) {
    let digits = at.find(|sign: char| sign.is_ascii_digit()).expect("a row");
    let column = at[..digits].bytes().fold(0, |column, letter| column * 26 + usize::from(letter - b'A') + 1);
    (at[digits..].parse::<usize>().expect("a row") - 1, column - 1)
}

fn between<'x>(xml: &'x str, open: &str, close: &str) -> Option<&'x str> {
    let (_, rest) = xml.split_once(open)?;
    rest.split_once(close).map(|(inner, _)| inner)
}

fn attribute<'x>(tag: &'x str, name: &str) -> Option<&'x str> {
    let tag = if tag.starts_with(&format!("{name}=\"")) {
        &tag[name.len() + 2..]
    } else {
        tag.split_once(&format!(" {name}=\""))?.1
    };
    tag.split('"').next()
}

/// All text in an item, also where it is in pieces.
fn texts(item: &str) -> String {
    let pieces = item.split("<t").skip(1).filter_map(|piece| between(piece, ">", "</t>"));
    pieces.map(plain).collect()
}

/// Text without the escapes of XML and of the format itself.
fn plain(text: &str) -> String {
    let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&apos;", "'");
    text.replace("&#10;", "\n").replace("&amp;", "&").replace("_x005F_", "_")
}
