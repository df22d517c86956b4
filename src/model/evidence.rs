//! What was published of plans and cost: planned beside realised, and what really happened.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::bounds::Unit;
use super::exact::quotient;
use super::source::Passage;

/// A plan of before and what came of it, in its own unit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Its stable id.
    pub id: String,
    /// What was planned, in Dutch.
    pub label: String,
    /// The year it was planned for.
    pub year: i32,
    /// The unit of both amounts.
    pub unit: Unit,
    /// What is counted, for instance "gezinnen"; only where the unit is a count.
    pub of: Option<String>,
    /// What was planned; positive.
    pub planned: Decimal,
    /// What came of it, as far as a source says; none where no source gives the amount.
    pub realised: Option<Decimal>,
    /// What the amounts cover and how final they are, in our own words.
    pub note: String,
    /// Where the planned amount stands.
    pub passage: Passage,
    /// The record that already holds these amounts, so that they are not counted twice.
    pub part_of: Option<String>,
}

impl Record {
    /// The realised part of what was planned, as a fraction. Only euros yield a rate that says something of savings.
    pub fn rate(&self) -> Option<Decimal> {
        (self.unit == Unit::Euro).then(|| self.realised.map(|realised| quotient(realised, self.planned))).flatten()
    }
}

/// Which of our results a published amount may be held against.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Against {
    /// All cost of youth care.
    Net,
    /// The four kinds of care in kind, bought by the region.
    InKind,
    /// None: its scope is another.
    Nothing,
}

/// A published amount of a year.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Its stable id.
    pub id: String,
    /// What it is, in Dutch.
    pub label: String,
    /// The year it is of.
    pub year: i32,
    /// In euros; positive is cost or shortage.
    pub amount: Decimal,
    /// What it may be held against.
    pub against: Against,
    /// Its scope and how final it is, in our own words.
    pub note: String,
    /// Where it stands.
    pub passage: Passage,
}
