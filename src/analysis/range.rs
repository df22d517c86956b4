//! Between which amounts deficit and savings come to lie, where what is uncertain is drawn from its range.
//!
//! It says what our figures and assumptions leave open, not how likely anything is in the world.

use rust_decimal::Decimal;

use super::draws::{Draws, realisation};
use super::lanes::Lanes;
use crate::model::catalogue::Catalogue;
use crate::model::id::{Leaf, Setting};
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::model::program::Place;
use crate::model::projection::{Projection, Total};
use crate::model::role::InputRole;
use crate::model::sheet::Sheet;
use crate::model::year::{Horizon, PerYear, Year};

/// The results that get a band.
pub const BANDED: [Total; 2] = [Total::Deficit, Total::Savings];

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

/// The outcomes of all runs of a plan, in euros.
pub struct Runs {
    horizon: Horizon,
    /// Of each of [`BANDED`] each year, then the sum over the summed years; one value for each run.
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

impl Runs {
    /// Repeats the calculation of a sheet for all draws of what its plan leaves uncertain.
    pub fn of(catalogue: &Catalogue, sheet: &Sheet, draws: &Draws) -> Self {
        let results = &sheet.program().results().projection;
        let outputs: Vec<Vec<Place>> = BANDED.into_iter().flat_map(|total| series(results, total)).collect();
        let lanes = Lanes::of(sheet, &outputs, |leaf| match leaf {
            Leaf::Setting(setting) => draws.column(setting).filter(|_| is_drawn(setting, catalogue, sheet.plan())),
            Leaf::Neutral(_) | Leaf::Tenth(..) => None,
        });
        Self { horizon: results.horizon(), values: lanes.run(draws) }
    }

    /// The bands of all results: three numbers for each series, for [`Bands::of`].
    pub fn bands(&self) -> Vec<f64> {
        let ends = |values: &Vec<f64>| {
            let band = Band::of(values);
            [band.low, band.middle, band.high]
        };
        self.values.iter().flat_map(ends).collect()
    }

    /// A result of a year in each run, in euros; none where it is not one of [`BANDED`].
    pub fn of_year(&self, total: Total, year: Year) -> Option<&[f64]> {
        let at = BANDED.iter().position(|banded| *banded == total)?;
        self.values.get(at * series_in(self.horizon) + self.horizon.offset(year)).map(Vec::as_slice)
    }

    /// The share of the runs in which a result of a year, in euros, holds; none where it is not one of [`BANDED`].
    pub fn share(&self, total: Total, year: Year, holds: impl Fn(f64) -> bool) -> Option<f64> {
        let runs = self.of_year(total, year)?;
        let held = runs.iter().filter(|value| holds(**value)).count();
        Some(held as f64 / runs.len() as f64)
    }
}

impl Bands {
    /// The bands of a result among those of all; none where these are not whole, or the result is not one of [`BANDED`].
    pub fn of(total: Total, bands: &[f64], horizon: Horizon) -> Option<Self> {
        let (at, count) = (BANDED.iter().position(|banded| *banded == total)?, series_in(horizon));
        let own = bands.chunks_exact(3).skip(at * count).take(count);
        // Cannot fail: each chunk holds exactly three.
        let own: Vec<Band> = own.map(|ends| Band { low: ends[0], middle: ends[1], high: ends[2] }).collect();
        let cumulative = *own.last().filter(|_| own.len() == count)?;
        // Cannot fail: there are as many bands as years, and one more.
        Some(Self { years: PerYear::from_fn(horizon, |year| own[horizon.offset(year)]), cumulative })
    }
}

/// Whether a setting is drawn: not where the plan sets it itself, nor realisation where it is to be as set.
pub fn is_drawn(setting: Setting, catalogue: &Catalogue, plan: &Plan) -> bool {
    let is_realisation = realisation(catalogue).any(|rate| rate == setting);
    let from_records = || {
        let drawn = catalogue.played(InputRole::DrawRealisation).and_then(|choice| plan.value(choice, catalogue));
        drawn == Some(Decimal::ONE)
    };
    // A part of a rest is held where the user gave another part: drawn apart they could leave less than nothing.
    let beside_own = matches!(setting, Setting::Figure(id) if plan.shares_a_rest_with_own(id, catalogue));
    plan.own(setting).is_none() && !beside_own && (!is_realisation || from_records())
}

/// The places whose sum each series of a result is: those of each year, then of all years of the cumulative sum.
fn series(results: &Projection<Place>, total: Total) -> Vec<Vec<Place>> {
    let place = |year: Year| results[year].total(total);
    let horizon = results.horizon();
    let years = horizon.years().map(|year| vec![place(year)]);
    years.chain([horizon.summed().map(place).collect()]).collect()
}
