//! What the page speaks of: which quantity or assumption each is stands in the seeds.

use serde::{Deserialize, Serialize};

use super::projection::Total;

/// A result that the page speaks of. Which quantity it is stands in the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// A total of a year, by its place in the order of the year table.
    Total(Total),
    /// What a measure does in a year.
    Measure(Part),
    /// What a line costs in a year, with the measures that cut into it.
    Line,
    /// What a lever saves in a year, its cost off: its share in that of its measure.
    Lever,
    /// What the lines cost in a year that published amounts of care in kind are held against.
    InKind,
}

impl Role {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        let totals = Total::ALL.into_iter().map(Self::Total);
        totals.chain(Part::ALL.into_iter().map(Self::Measure)).chain([Self::Line, Self::Lever, Self::InKind])
    }

    /// Its place in the order of [`Self::all`].
    pub fn place(self) -> usize {
        const LINE: usize = Total::ALL.len() + Part::ALL.len();
        match self {
            Self::Total(total) => total as usize,
            Self::Measure(part) => Total::ALL.len() + part as usize,
            Self::Line => LINE,
            Self::Lever => LINE + 1,
            Self::InKind => LINE + 2,
        }
    }

    /// What it is called in the text.
    pub fn name(self) -> &'static str {
        match self {
            Self::Total(total) => total.id(),
            Self::Measure(Part::Alone) => "measure-alone",
            Self::Measure(Part::Saving) => "measure-saving",
            Self::Measure(Part::Cost) => "measure-cost",
            Self::Measure(Part::Elsewhere) => "measure-elsewhere",
            Self::Measure(Part::Social) => "measure-social",
            Self::Line => "line",
            Self::Lever => "lever-net",
            Self::InKind => "in-kind",
        }
    }
}

/// A part of what a measure does in a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// What it would save if it were the only one.
    Alone,
    /// What it saves beside the others.
    Saving,
    /// What it costs.
    Cost,
    /// What it saves elsewhere in the municipality.
    Elsewhere,
    /// What it saves outside the municipality.
    Social,
}

impl Part {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Alone, Self::Saving, Self::Cost, Self::Elsewhere, Self::Social];
}

/// What is only calculated of payers when somebody asks: the first two per measure and year, the others per payer. Not every
/// edition has it; which quantity it is stands in the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum OfPayer {
    /// What the measure saves the payer.
    Saving,
    /// What it costs the payer.
    Cost,
    /// Whether what the payer saves counts in the deficit, 1 or 0.
    Counts,
    /// Whether the payer is the municipality, 1 or 0.
    Own,
}

impl OfPayer {
    /// All of them, in order.
    pub const ALL: [Self; 4] = [Self::Saving, Self::Cost, Self::Counts, Self::Own];

    /// What it is called in the text.
    pub fn name(self) -> &'static str {
        match self {
            Self::Saving => "payer-saving",
            Self::Cost => "payer-cost",
            Self::Counts => "payer-counts",
            Self::Own => "payer-own",
        }
    }
}

/// A part that an assumption plays. Which one plays it stands with the assumption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum InputRole {
    /// The budget of each year, entered instead of indexed.
    Budget,
    /// The first year of each measure.
    Start,
    /// The years in which each measure grows to full effect.
    Ramp,
    /// The part of a positive effect that comes true; several assumptions play it, each for some measures.
    Realisation,
    /// Whether the range draws realisation from the records.
    DrawRealisation,
    /// What is fitted to what happened.
    Fitted,
    /// What a measure costs per year, where no source says so: unknown until somebody enters it.
    UnknownCost,
    /// The same of what it costs once.
    UnknownOnce,
    /// Whether more counts than the edition by itself is about (1) or not (0). A program is made for one of the two.
    Scope,
    /// Whether what is saved on benefits counts in the deficit (1) or stands beside it (0).
    Benefits,
}

impl InputRole {
    /// Those that no two assumptions play.
    pub const SINGLE: [Self; 9] = [
        Self::Budget,
        Self::Start,
        Self::Ramp,
        Self::DrawRealisation,
        Self::Fitted,
        Self::UnknownCost,
        Self::UnknownOnce,
        Self::Scope,
        Self::Benefits,
    ];

    /// Whether every edition must have it.
    pub fn is_needed(self) -> bool {
        matches!(self, Self::Budget | Self::Start | Self::Ramp)
    }

    /// Over what the assumption has a value each; none where it has one value.
    pub fn over(self) -> Option<Over> {
        match self {
            Self::Budget => Some(Over::Year),
            Self::Start | Self::Ramp | Self::UnknownCost | Self::UnknownOnce => Some(Over::Measure),
            Self::Realisation | Self::DrawRealisation | Self::Fitted | Self::Scope | Self::Benefits => None,
        }
    }
}

/// Over what a family has a value each.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Over {
    /// The years of the cumulative sums.
    Year,
    /// The measures.
    Measure,
}
