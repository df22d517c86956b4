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
const LEAST: usize = 6;
const MOST: usize = 46;
const MOST_BESIDE: usize = 26;

/// What comes to the characters of a column for the room around them, and to those of a head because they are bold.
const AROUND: usize = 3;
const BOLD: usize = 2;

impl Table {
    /// How much of a room each column gets, by the longest text in it.
    pub fn widths(&self, room: usize) -> Vec<usize> {
        let most = if self.words < self.head.len() { MOST_BESIDE } else { MOST };
        let length = |row: &Vec<String>, at: usize| row.get(at).map_or(0, |cell| cell.chars().count());
        let longest = |at| {
            let head = length(&self.head, at) + BOLD;
            let rows = self.rows.iter().map(|row| length(row, at));
            rows.chain([head]).max().unwrap_or_default().clamp(LEAST, most) + AROUND
        };
        let columns: Vec<usize> = (0..self.head.len()).map(longest).collect();
        let all = columns.iter().sum::<usize>().max(1);
        columns.into_iter().map(|column| column * room / all).collect()
    }
}
