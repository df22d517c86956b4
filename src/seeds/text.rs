//! A seed file as text: what of it makes up the calculation, and where everything stands.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::SeedError;
use super::raw::{Document, File, OF_EXTENSION, OF_MEASURE, SECTIONS};
use super::read::{Read, Told, Value};
use super::section;
use super::span::position;
use super::syntax;

/// Where something stands.
#[derive(Clone)]
pub struct Place {
    /// In which file.
    pub file: String,
    /// The line and column, from 1.
    pub at: (usize, usize),
}

/// A seed file, taken apart.
pub struct Text<'a> {
    /// Its name.
    pub name: &'a str,
    /// All of it.
    pub text: &'a str,
    /// What makes up the calculation: sections by name, and the members of sets by the set.
    pub sections: DeTable<'a>,
    /// The same of each of its measures, in order, with the number of the measure.
    pub measures: Vec<(u8, DeTable<'a>)>,
    /// The same of what it adds to measures of other files.
    pub extensions: Vec<(u8, DeTable<'a>)>,
}

impl Text<'_> {
    /// The names of the sets it makes.
    pub fn sets(&self) -> impl Iterator<Item = &str> {
        let table = self.sections.get("set").and_then(|sets| sets.get_ref().as_table());
        table.into_iter().flat_map(|sets| sets.keys()).map(|name| name.get_ref().as_ref())
    }

    /// Where a part of it begins.
    pub fn place(&self, span: std::ops::Range<usize>) -> Place {
        self.at(position(self.text, span, "", 0))
    }

    /// A place so many bytes into a formula of it.
    pub fn within(&self, formula: &Spanned<String>, into: usize) -> Place {
        self.at(position(self.text, formula.span(), formula.get_ref(), into))
    }

    fn at(&self, at: (usize, usize)) -> Place {
        Place { file: self.name.to_string(), at }
    }
}

/// Takes a file apart; tells everything that is wrong with it by itself, and gives nothing where it could not be made whole.
pub fn apart<'a>(name: &'a str, text: &'a str, wrong: &mut Vec<SeedError>) -> Option<(Text<'a>, File)> {
    let mut table = syntax::table(name, text, wrong)?;
    let mut sections = taken(&mut table, &SECTIONS);
    sections.extend(tables_of_tables(&mut table));
    let measures = taken_of_each(&mut table, "measure", &OF_MEASURE);
    let extensions = taken_of_each(&mut table, "extend", &OF_EXTENSION);
    let mut told = Told::of(name, text, "");
    let document = Document::read(&Spanned::new(0..0, DeValue::Table(table)), &mut told);
    section::tell(&sections, measures.iter().chain(&extensions), &mut told);
    wrong.append(&mut told.wrong);
    let file = File { file: name.to_string(), text: text.to_string(), document: document? };
    let measures = file.document.measures.iter().map(|measure| *measure.number.get_ref()).zip(measures).collect();
    let numbers = file.document.extensions.iter().map(|extension| *extension.number.get_ref());
    let extensions = numbers.zip(extensions).collect();
    Some((Text { name, text, sections, measures, extensions }, file))
}

/// Takes these keys out of each entry of a list of tables.
fn taken_of_each<'a>(table: &mut DeTable<'a>, list: &str, keys: &[&str]) -> Vec<DeTable<'a>> {
    let Some(DeValue::Array(entries)) = table.get_mut(list).map(Spanned::get_mut) else { return Vec::new() };
    let tables = entries.iter_mut().filter_map(|entry| match entry.get_mut() {
        DeValue::Table(entry) => Some(taken(entry, keys)),
        _ => None,
    });
    tables.collect()
}

/// Takes these keys out of a table.
fn taken<'a>(table: &mut DeTable<'a>, keys: &[&str]) -> DeTable<'a> {
    let of_these = |key: &str| keys.contains(&key);
    split(table, |key, _| of_these(key))
}

/// Takes what only holds tables out of a file: `[line.pgb]` is a member of the set `line`.
fn tables_of_tables<'a>(table: &mut DeTable<'a>) -> DeTable<'a> {
    let only_tables = |value: &Value<'_>| {
        let DeValue::Table(inner) = value.get_ref() else { return false };
        !inner.is_empty() && inner.values().all(|value| matches!(value.get_ref(), DeValue::Table(_)))
    };
    split(table, |_, value| only_tables(value))
}

fn split<'a>(table: &mut DeTable<'a>, goes: impl Fn(&str, &Value<'a>) -> bool) -> DeTable<'a> {
    let (gone, kept) = std::mem::take(table).into_iter().partition(|(key, value)| goes(key.get_ref(), value));
    *table = kept;
    gone
}

/// Reads a value as something, with where its parts stand; tells what is wrong with it.
pub fn read<T: Read>(value: &Value<'_>, of: &Text<'_>, id: &str, wrong: &mut Vec<SeedError>) -> Option<T> {
    let mut told = Told::of(of.name, of.text, id);
    let read = T::read(value, &mut told);
    wrong.append(&mut told.wrong);
    read
}
