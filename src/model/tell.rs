//! Sentences of the seeds with numbers of the calculation in them.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::cell::Cell;
use super::sheet::Sheet;

/// Something to tell: the first of these that holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Telling {
    /// In order.
    pub says: Vec<Sentence>,
    /// Whether it tells something; else only that nobody knows.
    pub is_known: bool,
    /// Whether it says in a few words what others say in full: for where there is room for one line.
    pub is_brief: bool,
}

/// A sentence for where something holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    /// Above 0 where the sentence holds; none where it always does.
    pub when: Option<Cell>,
    /// What it says.
    pub text: Vec<Piece>,
}

/// A piece of a sentence.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Piece {
    /// As it is.
    Text(String),
    /// A number of the calculation.
    Number(Cell),
}

impl Telling {
    /// The numbers it needs.
    pub fn cells(&self) -> impl Iterator<Item = Cell> + '_ {
        self.says.iter().flat_map(|sentence| {
            let numbers = sentence.text.iter().filter_map(|piece| match piece {
                Piece::Number(cell) => Some(*cell),
                Piece::Text(_) => None,
            });
            sentence.when.into_iter().chain(numbers)
        })
    }

    /// What holds, with its numbers as `written` writes them.
    pub fn told(&self, sheet: &Sheet, written: impl Fn(Cell, Decimal) -> String) -> Option<String> {
        let number = |cell: &Cell| sheet.told(*cell);
        let holds = |sentence: &&Sentence| sentence.when.as_ref().is_none_or(|when| number(when) > Decimal::ZERO);
        let sentence = self.says.iter().find(holds)?;
        let piece = |piece: &Piece| match piece {
            Piece::Text(text) => text.clone(),
            Piece::Number(cell) => written(*cell, number(cell)),
        };
        Some(sentence.text.iter().map(piece).collect())
    }
}
