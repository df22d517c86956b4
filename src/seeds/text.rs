//! A seed file as text: what of it makes up the calculation, and where everything stands.

use serde::Deserialize;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use super::complaint;
use super::error::{Problem, SeedError};
use super::raw::{Document, File};

/// What makes up the calculation; all other sections are figures and texts.
pub const SECTIONS: [&str; 10] =
    ["language", "set", "series", "slot", "step", "rule", "check", "note", "refuse", "results"];

/// The same within a measure.
const OF_MEASURE: [&str; 3] = ["effect", "step", "reach"];

/// A value of a seed file.
pub type Value<'a> = Spanned<DeValue<'a>>;

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
    /// The same of each of its measures, in order.
    pub measures: Vec<DeTable<'a>>,
}

impl Text<'_> {
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

/// Takes a file apart.
///
/// # Errors
/// What is no TOML, and what of its figures and texts cannot be read.
pub fn apart<'a>(name: &'a str, text: &'a str) -> Result<(Text<'a>, File), SeedError> {
    let unreadable = |error: toml::de::Error| unreadable(name, text, "", &error);
    let mut table = DeTable::parse(text).map_err(unreadable)?;
    let sections = taken(table.get_mut(), &SECTIONS);
    let members = tables_of_tables(table.get_mut());
    let mut measures = Vec::new();
    if let Some(DeValue::Array(entries)) = table.get_mut().get_mut("measure").map(Spanned::get_mut) {
        for entry in entries.iter_mut() {
            if let DeValue::Table(measure) = entry.get_mut() {
                measures.push(taken(measure, &OF_MEASURE));
            }
        }
    }
    let document = Document::deserialize(toml::de::Deserializer::from(table)).map_err(|mut error| {
        error.set_input(Some(text));
        unreadable(error)
    })?;
    let sections = sections.into_iter().chain(members).collect();
    Ok((Text { name, text, sections, measures }, File { file: name.to_string(), text: text.to_string(), document }))
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

/// Reads a value as something, with where its parts stand.
///
/// # Errors
/// What cannot be read of it.
pub fn read<'a, T: Deserialize<'a>>(value: &Value<'a>, of: &Text<'a>, id: &str) -> Result<T, SeedError> {
    T::deserialize(ValueDeserializer::from(value.clone())).map_err(|mut error| {
        error.set_input(Some(of.text));
        unreadable(of.name, of.text, id, &error)
    })
}

fn unreadable(name: &str, text: &str, id: &str, error: &toml::de::Error) -> SeedError {
    let place = error.span().map(|span| position(text, span, "", 0));
    let dutch = complaint::dutch(error.message()).map_or_else(String::new, |dutch| format!("{dutch}. "));
    SeedError { place, ..SeedError::new(name, id, Problem::Unreadable(format!("{dutch}{error}"))) }
}

/// The line and column, from 1, of a place so many bytes into a string that stands at `span` of a text.
pub fn position(text: &str, span: std::ops::Range<usize>, value: &str, into: usize) -> (usize, usize) {
    let written = text.get(span.clone()).unwrap_or_default();
    // A string with escapes is not written as it reads: then the place of the whole must do.
    let at = written.find(value).map_or(span.start, |quote| span.start + quote + into);
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}
