//! What the calculation gives, per year and per measure.

use rust_decimal::Decimal;

use super::baseline::Line;
use super::id::MeasureId;
use super::money::Money;
use super::number::Number;
use super::year::{PerYear, Year};

/// What one measure does in one year, in nominal euros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeasureResult<N = Decimal> {
    /// What it would save if it were the only one. Positive is less cost.
    pub alone: Money<N>,
    /// What it saves beside the others. Positive is less cost.
    pub saving: Money<N>,
    /// What it costs. Positive is more cost.
    pub cost: Money<N>,
    /// What it saves elsewhere in the municipality; not in the deficit.
    pub elsewhere: Money<N>,
    /// What it saves outside the municipality; not in the deficit.
    pub social: Money<N>,
}

impl<N: Number> MeasureResult<N> {
    /// Cost minus saving: what the measure adds to the deficit.
    pub fn net(&self) -> Money<N> {
        self.cost - self.saving
    }
}

/// The result of one year, in nominal euros.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearResult<N = Decimal> {
    /// By measure, in the order of their numbers.
    pub measures: [MeasureResult<N>; MeasureId::COUNT],
    /// What each care line costs with the measures that cut into it, in the order of [`Line::ALL`]; amounts that
    /// measures save are not of any line.
    pub lines: [Money<N>; Line::ALL.len()],
    /// One total of each kind.
    pub totals: [Money<N>; Total::ALL.len()],
}

/// A result of a year that stands on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Total {
    /// Cost without measures.
    Baseline,
    /// What the measures save. Positive is less cost.
    Savings,
    /// What the measures cost.
    Costs,
    /// Cost with measures.
    Net,
    /// The budget.
    Budget,
    /// Net cost minus budget. Positive is a shortage.
    Deficit,
    /// Cost without measures minus budget.
    DeficitWithout,
    /// Saved elsewhere in the municipality; not in the deficit.
    Elsewhere,
    /// Saved outside the municipality; not in the deficit.
    Social,
    /// What the measures together save less than each alone.
    Overlap,
}

impl Total {
    /// All of them, in the order of the year table.
    pub const ALL: [Self; 10] = [
        Self::Baseline,
        Self::Savings,
        Self::Costs,
        Self::Net,
        Self::Budget,
        Self::Deficit,
        Self::DeficitWithout,
        Self::Elsewhere,
        Self::Social,
        Self::Overlap,
    ];

    /// How many of them make up the deficit; the rest stands apart.
    pub const OF_DEFICIT: usize = 7;

    /// Its stable id for tests and other programs.
    pub fn id(self) -> &'static str {
        match self {
            Self::Baseline => "baseline",
            Self::Savings => "savings",
            Self::Costs => "costs",
            Self::Net => "net",
            Self::Budget => "budget",
            Self::Deficit => "deficit",
            Self::DeficitWithout => "deficit-without",
            Self::Elsewhere => "elsewhere",
            Self::Social => "social",
            Self::Overlap => "overlap",
        }
    }

    /// Its name in Dutch.
    pub fn name(self) -> &'static str {
        match self {
            Self::Baseline => "Kosten zonder maatregelen",
            Self::Savings => "Besparing",
            Self::Costs => "Kosten van maatregelen",
            Self::Net => "Netto kosten",
            Self::Budget => "Begroting",
            Self::Deficit => "Tekort",
            Self::DeficitWithout => "Tekort zonder maatregelen",
            Self::Elsewhere => "Besparing elders in de gemeente",
            Self::Social => "Maatschappelijke baten",
            Self::Overlap => "Overlap tussen maatregelen",
        }
    }
}

impl<N: Number> YearResult<N> {
    /// A total of the year.
    pub fn total(&self, figure: Total) -> Money<N> {
        // Cannot fail: a Total is an index into ALL.
        self.totals[figure as usize]
    }

    /// What the four kinds of care in kind cost, with the measures that cut into them.
    pub fn in_kind(&self) -> Money<N> {
        // Cannot fail: a Line is an index into ALL.
        Line::IN_KIND.into_iter().map(|line| self.lines[line as usize]).sum()
    }

    /// What a measure does in the year.
    pub fn measure(&self, measure: MeasureId) -> &MeasureResult<N> {
        // Cannot fail: a MeasureId is below COUNT.
        &self.measures[measure.index()]
    }
}

/// The results of all years.
pub type Projection<N = Decimal> = PerYear<YearResult<N>>;

impl<N: Number> Projection<N> {
    /// The sum of a total over 2020–2025.
    pub fn cumulative(&self, figure: Total) -> Money<N> {
        Year::from_2020().map(|year| self[year].total(figure)).sum()
    }
}
