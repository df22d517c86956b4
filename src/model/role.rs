//! What the page speaks of: which quantity each is stands in the seeds.

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
    /// What the lines cost in a year that published amounts of care in kind are held against.
    InKind,
}

impl Role {
    /// All of them.
    pub fn all() -> impl Iterator<Item = Self> {
        let totals = Total::ALL.into_iter().map(Self::Total);
        totals.chain(Part::ALL.into_iter().map(Self::Measure)).chain([Self::Line, Self::InKind])
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
