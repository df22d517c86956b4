//! The part of an edition with a published table as it is printed: to read, not to calculate with.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

/// What the part of an edition that holds it is called.
pub const PART: &str = "tabel";

/// A table: for each of some years the same columns.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PrintedTable {
    /// What it is.
    pub title: String,
    /// What its numbers are in.
    pub unit: String,
    /// The source it stands in.
    pub source: String,
    /// What the numbers of a year are.
    pub columns: Vec<String>,
    /// The years.
    pub years: Vec<String>,
    /// How to read it, in sentences.
    pub reading: Vec<String>,
    /// Its lines, from top to bottom.
    pub rows: Vec<Row>,
}

/// A line.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Row {
    /// Its stable id.
    pub id: String,
    /// What is printed before its numbers.
    pub name: String,
    /// Whether it is a sum of others.
    pub is_sum: bool,
    /// Its numbers: all columns of each year.
    pub printed: Vec<Decimal>,
    /// What of them is wrong.
    pub wrong: Vec<Wrong>,
    /// What a reader should know.
    pub note: Option<String>,
    /// The passage as it stands in the source.
    pub locator: String,
}

impl Row {
    /// What should stand in place of a number, counted from 0; none where nothing is wrong.
    pub fn should_be(&self, place: usize) -> Option<Decimal> {
        self.wrong.iter().find(|wrong| wrong.place == place).map(|wrong| wrong.should)
    }
}

/// A number that is not what the others of its line make it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Wrong {
    /// Which, counted from 0.
    pub place: usize,
    /// What it should be.
    pub should: Decimal,
}
