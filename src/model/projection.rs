//! What the calculation gives, per year and per measure.

use super::id::{LeverId, LineId, MeasureId};
use super::late::Late;
use super::money::Money;
use super::year::PerYear;

/// What one measure does in one year: amounts in nominal euros, or one thing for each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MeasureResult<T = Money> {
    /// What it would save if it were the only one. Positive is less cost.
    pub alone: T,
    /// What it saves beside the others. Positive is less cost.
    pub saving: T,
    /// What it costs. Positive is more cost.
    pub cost: T,
    /// What it saves elsewhere in the municipality; not in the deficit.
    pub elsewhere: T,
    /// What it saves outside the municipality; not in the deficit.
    pub social: T,
}

impl MeasureResult {
    /// Cost minus saving: what the measure adds to the deficit.
    pub fn net(&self) -> Money {
        self.cost - self.saving
    }
}

impl<T> MeasureResult<T> {
    /// All five, in one row.
    fn iter(&self) -> impl Iterator<Item = &T> {
        [&self.alone, &self.saving, &self.cost, &self.elsewhere, &self.social].into_iter()
    }

    /// All five, for readings that treat them alike.
    pub fn map<U>(&self, mut to: impl FnMut(&T) -> U) -> MeasureResult<U> {
        MeasureResult {
            alone: to(&self.alone),
            saving: to(&self.saving),
            cost: to(&self.cost),
            elsewhere: to(&self.elsewhere),
            social: to(&self.social),
        }
    }
}

/// What the results of one year are made up of: amounts in nominal euros, or one thing for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Parts<T = Money> {
    /// By measure, in the order of the catalogue.
    pub measures: Vec<MeasureResult<T>>,
    /// By lever, in the order of the catalogue: its share in what its measure saves, cost off.
    pub levers: Vec<T>,
    /// What each care line costs with the measures that cut into it, in the order of the catalogue; amounts that measures
    /// save are not of any line.
    pub lines: Vec<T>,
}

impl<T> Parts<T> {
    /// All of them, in one row.
    pub fn iter(&self) -> impl Iterator<Item = &T> {
        self.measures.iter().flat_map(MeasureResult::iter).chain(&self.levers).chain(&self.lines)
    }

    /// All of them, each as another thing.
    pub fn map<U>(&self, mut to: impl FnMut(&T) -> U) -> Parts<U> {
        Parts {
            measures: self.measures.iter().map(|measure| measure.map(&mut to)).collect(),
            levers: self.levers.iter().map(&mut to).collect(),
            lines: self.lines.iter().map(&mut to).collect(),
        }
    }
}

/// The result of one year: amounts in nominal euros, or one thing for each.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct YearResult<T = Money> {
    /// By measure, lever and line: of most years nobody asks.
    pub parts: Late<Parts<T>>,
    /// One total of each kind.
    pub totals: [T; Total::ALL.len()],
    /// What the measures save after their costs.
    pub net_saving: T,
    /// What care in kind costs, with the measures that cut into it.
    pub in_kind: T,
    /// One of each kind; none where the edition has none.
    pub details: [Option<T>; Detail::ALL.len()],
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

/// A result of a year that not every edition has.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Detail {
    /// The part of the costs that is paid once.
    OneOff,
    /// Of the deficit: that of the base year.
    FromStart,
    /// Of the deficit: by prices.
    FromPrices,
    /// Of the deficit: by heavier care.
    FromSeverity,
    /// Of the deficit: by more people in care.
    FromVolume,
    /// Of the deficit: by the plan before.
    FromPlan1,
    /// Of the deficit: by what is not youth care.
    FromOtherLaws,
    /// Of the deficit: by the budget. A larger budget is a smaller deficit.
    FromBudget,
    /// Of the deficit: by the measures.
    FromMeasures,
    /// The deficit less what the measures save elsewhere in the municipality.
    DeficitWhole,
}

impl Detail {
    /// All of them, in order.
    pub const ALL: [Self; 10] = [
        Self::OneOff,
        Self::FromStart,
        Self::FromPrices,
        Self::FromSeverity,
        Self::FromVolume,
        Self::FromPlan1,
        Self::FromOtherLaws,
        Self::FromBudget,
        Self::FromMeasures,
        Self::DeficitWhole,
    ];

    /// Its stable id, in the text, for tests and for other programs.
    pub fn id(self) -> &'static str {
        match self {
            Self::OneOff => "one-off",
            Self::FromStart => "from-start",
            Self::FromPrices => "from-prices",
            Self::FromSeverity => "from-severity",
            Self::FromVolume => "from-volume",
            Self::FromPlan1 => "from-plan1",
            Self::FromOtherLaws => "from-other-laws",
            Self::FromBudget => "from-budget",
            Self::FromMeasures => "from-measures",
            Self::DeficitWhole => "deficit-whole",
        }
    }
}

/// What tables show of a year: a total, a detail where the edition has it, or what the measures save after their costs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Post {
    /// A total.
    Total(Total),
    /// Savings minus costs. Positive is a smaller deficit.
    NetSaving,
    /// What not every edition has.
    Detail(Detail),
}

impl Post {
    /// From cost to deficit, in the order of tables.
    pub const OF_DEFICIT: [Self; 9] = [
        Self::Total(Total::Baseline),
        Self::Total(Total::Savings),
        Self::Total(Total::Costs),
        Self::Detail(Detail::OneOff),
        Self::NetSaving,
        Self::Total(Total::Net),
        Self::Total(Total::Budget),
        Self::Total(Total::Deficit),
        Self::Total(Total::DeficitWithout),
    ];

    /// What stands apart from the deficit.
    pub const APART: [Self; 4] = [
        Self::Total(Total::Elsewhere),
        Self::Detail(Detail::DeficitWhole),
        Self::Total(Total::Social),
        Self::Total(Total::Overlap),
    ];

    /// Where the deficit comes from: they add up to it.
    pub const CAUSES: [Self; 8] = [
        Self::Detail(Detail::FromStart),
        Self::Detail(Detail::FromPrices),
        Self::Detail(Detail::FromSeverity),
        Self::Detail(Detail::FromVolume),
        Self::Detail(Detail::FromPlan1),
        Self::Detail(Detail::FromOtherLaws),
        Self::Detail(Detail::FromBudget),
        Self::Detail(Detail::FromMeasures),
    ];

    /// All of them, in the order of tables.
    pub fn all() -> impl Iterator<Item = Self> {
        Self::OF_DEFICIT.into_iter().chain(Self::APART).chain(Self::CAUSES)
    }

    /// Its stable id for tests and other programs.
    pub fn id(self) -> &'static str {
        match self {
            Self::Total(total) => total.id(),
            Self::NetSaving => "net-saving",
            Self::Detail(detail) => detail.id(),
        }
    }

    /// What it comes to in a year; none where the edition has none.
    pub fn of<T: Copy>(self, result: &YearResult<T>) -> Option<T> {
        match self {
            Self::Total(total) => Some(result.total(total)),
            Self::NetSaving => Some(result.net_saving),
            Self::Detail(detail) => result.detail(detail),
        }
    }
}

impl<T: Copy> YearResult<T> {
    /// A total of the year.
    pub fn total(&self, total: Total) -> T {
        // Cannot fail: a Total is an index into ALL.
        self.totals[total as usize]
    }

    /// A detail of the year; none where the edition has none.
    pub fn detail(&self, detail: Detail) -> Option<T> {
        // Cannot fail: a Detail is an index into ALL.
        self.details[detail as usize]
    }

    /// The share of a lever in what its measure saves, cost off.
    pub fn lever(&self, lever: LeverId) -> T {
        // Cannot fail: a LeverId is a place among the levers of the catalogue.
        self.parts.levers[lever.index()]
    }

    /// What a care line costs with the measures that cut into it.
    pub fn line(&self, line: LineId) -> T {
        // Cannot fail: a LineId is a place among the lines of the catalogue.
        self.parts.lines[line.index()]
    }
}

impl<T> YearResult<T> {
    /// What a measure does in the year.
    pub fn measure(&self, measure: MeasureId) -> &MeasureResult<T> {
        // Cannot fail: a MeasureId is a place among the measures of the catalogue.
        &self.parts.measures[measure.index()]
    }

    /// What each measure does in the year.
    pub fn by_measure(&self) -> impl Iterator<Item = (MeasureId, &MeasureResult<T>)> {
        MeasureId::first(self.parts.measures.len()).zip(&self.parts.measures)
    }

    /// All but the parts, in one row.
    pub fn sums(&self) -> impl Iterator<Item = &T> {
        self.totals.iter().chain([&self.net_saving, &self.in_kind]).chain(self.details.iter().flatten())
    }

    /// All results, each as another thing.
    pub fn map<U>(&self, mut to: impl FnMut(&T) -> U) -> YearResult<U> {
        self.with_parts(Late::Made(self.parts.map(&mut to)), to)
    }

    /// The same with these parts, and all else as another thing.
    pub fn with_parts<U>(&self, parts: Late<Parts<U>>, mut to: impl FnMut(&T) -> U) -> YearResult<U> {
        YearResult {
            parts,
            totals: self.totals.each_ref().map(&mut to),
            net_saving: to(&self.net_saving),
            in_kind: to(&self.in_kind),
            details: self.details.each_ref().map(|detail| detail.as_ref().map(&mut to)),
        }
    }
}

/// The results of all years.
pub type Projection<T = Money> = PerYear<YearResult<T>>;

impl Projection {
    /// The sum of a total over the summed years.
    pub fn cumulative(&self, total: Total) -> Money {
        self.sum(Post::Total(total)).unwrap_or_default()
    }

    /// The sum of a post over the summed years; none where the edition has none.
    pub fn sum(&self, post: Post) -> Option<Money> {
        self.horizon().summed().map(|year| post.of(&self[year])).sum()
    }
}
