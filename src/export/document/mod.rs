//! A text for people to work on: what stands in it, apart from the files that are made of it.
//!
//! Invariant: plain text, Word and paper are three writings of one [`Document`]; none adds a word of its own.

pub mod docx;
pub mod plain;

/// A text with its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it is called.
    pub title: String,
    /// What it is about: it stands at the foot of each page.
    pub about: String,
    /// What stands in it, from top to bottom.
    pub blocks: Vec<Block>,
}

/// A part of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// What the next parts are about.
    Heading(String),
    /// Sentences.
    Paragraph(String),
    /// Sentences that stand each by itself.
    Points(Vec<String>),
    /// Rows and columns.
    Table(Table),
    /// A whole address, with the words before it.
    Link(String, String),
}

/// Rows and columns. Each row has a cell for each column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// What it shows: in which unit, with which signs, at which price level.
    pub caption: String,
    /// What the columns are called.
    pub head: Vec<String>,
    /// The rows; the first cell of each says what the row is about.
    pub rows: Vec<Vec<String>>,
    /// How many columns hold words; those behind them hold amounts.
    pub words: usize,
}

/// The least characters by which the width of a column is reckoned, and the most: less for words beside amounts, which need theirs
/// on one line.
const LEAST: usize = 11;
const MOST: usize = 46;
const MOST_BESIDE: usize = 30;

impl Table {
    /// How much of a room each column gets, by the longest text in it.
    pub fn widths(&self, room: usize) -> Vec<usize> {
        let most = if self.words < self.head.len() { MOST_BESIDE } else { MOST };
        let length = |row: &Vec<String>, at: usize| row.get(at).map_or(0, |cell| cell.chars().count());
        let rows = || self.rows.iter().chain([&self.head]);
        let longest = |at| rows().map(|row| length(row, at)).max().unwrap_or_default().clamp(LEAST, most);
        let columns: Vec<usize> = (0..self.head.len()).map(longest).collect();
        let all = columns.iter().sum::<usize>().max(1);
        columns.into_iter().map(|column| column * room / all).collect()
    }
}
