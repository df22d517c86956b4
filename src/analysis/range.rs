//! Between which amounts deficit and savings come to lie in an outlook, where what is uncertain is drawn from its range.
//!
//! It says what our figures and assumptions leave open, not how likely anything is in the world.

use rust_decimal::Decimal;

use super::draws::{Draws, realisation};
use super::float;
use super::lanes::Lanes;
use super::outlook::Outlook;
use crate::model::catalogue::Catalogue;
use crate::model::id::{Leaf, Setting};
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::model::program::Place;
use crate::model::projection::{Post, Projection, Total, YearResult};
use crate::model::sheet::Sheet;
use crate::model::year::{Horizon, PerYear, Year};

/// A result that gets a band.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Banded {
    /// The deficit.
    Deficit,
    /// The savings of all measures.
    Savings,
    /// What they save after their costs.
    NetSaving,
}

impl Banded {
    /// All of them, in the order of the year table.
    pub const ALL: [Self; 3] = [Self::Deficit, Self::Savings, Self::NetSaving];

    /// The result itself.
    pub fn post(self) -> Post {
        match self {
            Self::Deficit => Post::Total(Total::Deficit),
            Self::Savings => Post::Total(Total::Savings),
            Self::NetSaving => Post::NetSaving,
        }
    }

    /// What it comes to in a year.
    pub fn of<T: Copy>(self, result: &YearResult<T>) -> T {
        match self {
            Self::Deficit => result.total(Total::Deficit),
            Self::Savings => result.total(Total::Savings),
            Self::NetSaving => result.net_saving,
        }
    }

    /// Whether a smaller amount is the better one.
    fn is_better_small(self) -> bool {
        self == Self::Deficit
    }
}

/// On which side of its band an amount lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Better than nine in ten runs.
    Favourable,
    /// Worse than nine in ten runs.
    Unfavourable,
}

/// What eight in ten runs lie between, in euros. Invariant: low ≤ middle ≤ high.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Band {
    /// One in ten runs lies below it.
    pub low: f64,
    /// Half of the runs lie below it.
    pub middle: f64,
    /// Nine in ten runs lie below it.
    pub high: f64,
}

/// Into how many parts the values of a band are sorted before the few that matter are looked at.
const PARTS: usize = 1024;

impl Band {
    /// On which side of the band of a result an amount lies; none where it lies within, to the cent.
    pub fn side(&self, banded: Banded, amount: Money) -> Option<Side> {
        let (cent, amount) = (0.01, float(amount.euros()));
        let (below, above) = (amount < self.low - cent, amount > self.high + cent);
        match (below, above, banded.is_better_small()) {
            (false, false, _) => None,
            (true, _, true) | (_, true, false) => Some(Side::Favourable),
            _ => Some(Side::Unfavourable),
        }
    }

    /// The band of one value for each run; a value that is the same in all is its own band.
    fn of(values: &[f64]) -> Self {
        let (least, most) = values.iter().fold((f64::MAX, f64::MIN), |(low, high), at| (low.min(*at), high.max(*at)));
        // Where all are the same they share the first part.
        let scale = if most > least { (PARTS - 1) as f64 / (most - least) } else { 0.0 };
        // Never above PARTS − 1: the largest value lies at the end of the scale.
        let part = |value: f64| ((value - least) * scale) as usize;
        let mut counts = [0; PARTS];
        // Cannot fail: see `part`.
        values.iter().for_each(|value| counts[part(*value)] += 1);
        let rank = |tenths: usize| {
            let (holds, place) = part_with(&counts, (values.len() * tenths / 10).saturating_sub(1));
            let mut near: Vec<f64> = values.iter().copied().filter(|value| part(*value) == holds).collect();
            near.sort_unstable_by(f64::total_cmp);
            near.get(place).copied().unwrap_or(least)
        };
        Self { low: rank(1), middle: rank(5), high: rank(9) }
    }
}

/// The part that holds the value of a rank, and the place of the value within it.
fn part_with(counts: &[usize; PARTS], rank: usize) -> (usize, usize) {
    let mut before = 0;
    for (part, count) in counts.iter().enumerate() {
        if rank < before + count {
            return (part, rank - before);
        }
        before += count;
    }
    (PARTS - 1, 0)
}

/// An amount of the statistics as money, in whole thousands of euros: more digits would say more than is known.
pub fn rounded(euros: f64) -> Money {
    let thousands = Decimal::from_f64_retain((euros / 1000.0).round()).unwrap_or_default();
    Money::from_euros(thousands * Decimal::ONE_THOUSAND)
}

/// How many series of runs a result has: one for each year and one for the sum over the summed years.
fn series_in(horizon: Horizon) -> usize {
    horizon.count() + 1
}

/// The outcomes of all runs of a plan in an outlook, in euros.
pub struct Runs {
    horizon: Horizon,
    /// Of each of [`Banded::ALL`] each year, then the sum over the summed years; one value for each run.
    values: Vec<Vec<f64>>,
}

/// The bands of one result.
#[derive(Clone, Debug, PartialEq)]
pub struct Bands {
    /// By year.
    pub years: PerYear<Band>,
    /// Of the sum over the summed years.
    pub cumulative: Band,
}

/// The bands of all results in an outlook.
#[derive(Clone, Debug, PartialEq)]
pub struct Ranges {
    /// In the order of [`Banded::ALL`].
    bands: [Bands; Banded::ALL.len()],
}

impl Runs {
    /// Repeats the calculation of a sheet for all draws of what its plan leaves uncertain in an outlook.
    pub fn of(catalogue: &Catalogue, sheet: &Sheet, draws: &Draws, outlook: Outlook) -> Self {
        let results = &sheet.program().results().projection;
        let outputs: Vec<Vec<Place>> = Banded::ALL.into_iter().flat_map(|banded| series(results, banded)).collect();
        let is_drawn = |setting: &Setting| is_drawn(*setting, catalogue, sheet.plan(), outlook);
        let lanes = Lanes::of(sheet, &outputs, |leaf| match leaf {
            Leaf::Setting(setting) => draws.column(setting).filter(|_| is_drawn(&setting)),
            Leaf::Neutral(_) | Leaf::Tenth(..) => None,
        });
        Self { horizon: results.horizon(), values: lanes.run(draws) }
    }

    /// The bands of all results.
    pub fn ranges(&self) -> Ranges {
        let band = |banded, at| Band::of(self.series(banded, at));
        Ranges {
            bands: Banded::ALL.map(|banded| Bands {
                years: PerYear::from_fn(self.horizon, |year| band(banded, self.horizon.offset(year))),
                cumulative: band(banded, self.horizon.count()),
            }),
        }
    }

    /// A series of a result: that of a year by its place, behind those of all years that of their sum.
    fn series(&self, banded: Banded, at: usize) -> &[f64] {
        // Cannot fail: there are series for every result, one for each year and one more.
        &self.values[banded as usize * series_in(self.horizon) + at]
    }

    /// A result of a year in each run, in euros.
    pub fn of_year(&self, banded: Banded, year: Year) -> &[f64] {
        self.series(banded, self.horizon.offset(year))
    }

    /// The share of the runs in which a result of a year, in euros, holds.
    pub fn share(&self, banded: Banded, year: Year, holds: impl Fn(f64) -> bool) -> f64 {
        let runs = self.of_year(banded, year);
        let held = runs.iter().filter(|value| holds(**value)).count();
        held as f64 / runs.len() as f64
    }
}

impl Ranges {
    /// All bands as numbers: low, middle and high of each year, then of the sum, of one result after the other.
    pub fn numbers(&self) -> Vec<f64> {
        let all =
            self.bands.iter().flat_map(|bands| bands.years.iter().map(|(_, band)| band).chain([&bands.cumulative]));
        all.flat_map(|band| [band.low, band.middle, band.high]).collect()
    }

    /// The bands that these numbers are; none where they are not whole.
    pub fn read(numbers: &[f64], horizon: Horizon) -> Option<Self> {
        // Cannot fail: each chunk holds exactly three.
        let bands = numbers.chunks_exact(3).map(|ends| Band { low: ends[0], middle: ends[1], high: ends[2] });
        let bands: Vec<Band> = bands.collect();
        let of_results: Vec<Bands> =
            bands.chunks_exact(series_in(horizon)).map(|own| of_result(own, horizon)).collect();
        of_results.try_into().ok().map(|bands| Self { bands })
    }

    /// The bands of a result.
    pub fn of(&self, banded: Banded) -> &Bands {
        // Cannot fail: a Banded is an index into ALL.
        &self.bands[banded as usize]
    }
}

/// The bands of one result, where these are as many as it has series.
fn of_result(own: &[Band], horizon: Horizon) -> Bands {
    // Cannot fail: there is a band for each year, and one more.
    Bands { years: PerYear::from_fn(horizon, |year| own[horizon.offset(year)]), cumulative: own[horizon.count()] }
}

/// Whether a setting is drawn in an outlook: not where the plan sets it itself, nor realisation where it is to be as set.
pub fn is_drawn(setting: Setting, catalogue: &Catalogue, plan: &Plan, outlook: Outlook) -> bool {
    let is_realisation = realisation(catalogue).any(|rate| rate == setting);
    // A part of a rest is held where the user gave another part: drawn apart they could leave less than nothing.
    let beside_own = matches!(setting, Setting::Figure(id) if plan.shares_a_rest_with_own(id, catalogue));
    plan.own(setting).is_none() && !beside_own && (!is_realisation || outlook == Outlook::Record)
}

/// The places whose sum each series of a result is: those of each year, then of all years of the cumulative sum.
fn series(results: &Projection<Place>, banded: Banded) -> Vec<Vec<Place>> {
    let place = |year: Year| banded.of(&results[year]);
    let horizon = results.horizon();
    let years = horizon.years().map(|year| vec![place(year)]);
    years.chain([horizon.summed().map(place).collect()]).collect()
}
