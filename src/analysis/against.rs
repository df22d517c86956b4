//! A scenario beside what it is held against: how far each year differs, and in which years it is less or more.

use rust_decimal::{Decimal, RoundingStrategy};

use super::range::Banded;
use crate::model::catalogue::{Catalogue, Preset};
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::model::projection::Projection;
use crate::model::year::{PerYear, Year};
use crate::scenario::compare::under;

/// What a plan is held against: the choices of a ready-made scenario under the assumptions of the plan itself, so that what
/// the world does moves both and the difference is that of the choices. Its own realisation does not come along.
pub fn reference_plan(reference: &Preset, plan: &Plan, catalogue: &Catalogue) -> Plan {
    under(&reference.plan, plan, catalogue)
}

/// On which side of what it is held against an amount lies.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Way {
    /// It is less.
    Less,
    /// It is more.
    More,
}

impl Way {
    /// The way of a difference, in euros; none where it comes to no cent.
    pub fn of(difference: Money) -> Option<Self> {
        let cents = difference.euros().round_dp_with_strategy(2, RoundingStrategy::MidpointAwayFromZero);
        match cents.cmp(&Decimal::ZERO) {
            std::cmp::Ordering::Less => Some(Self::Less),
            std::cmp::Ordering::Equal => None,
            std::cmp::Ordering::Greater => Some(Self::More),
        }
    }
}

/// In which years a difference goes one way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum When {
    /// Up to and with this year: the first of several runs.
    Until(Year),
    /// From one year up to and with the other, with no difference or another way in years after it.
    Between(Year, Year),
    /// From this year on, up to and with the last.
    From(Year),
}

/// Years after each other that differ the same way.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Run {
    /// Which way.
    pub way: Way,
    /// In which years.
    pub when: When,
}

/// How much more a result is than that of what it is held against, in euros; negative is less. Not rounded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// By year.
    pub years: PerYear<Money>,
    /// Over the summed years.
    pub sum: Money,
}

impl Difference {
    /// Of a result, between a scenario and what it is held against.
    pub fn of(banded: Banded, scenario: &Projection, reference: &Projection) -> Self {
        let more = |year| banded.of(&scenario[year]) - banded.of(&reference[year]);
        Self::by_year(PerYear::from_fn(scenario.horizon(), more))
    }

    /// With these differences of the years.
    pub fn by_year(years: PerYear<Money>) -> Self {
        let sum = years.horizon().summed().map(|year| years[year]).sum();
        Self { years, sum }
    }

    /// The runs of years that differ, in order; none where no year differs by a cent.
    pub fn runs(&self) -> Vec<Run> {
        let runs = self.stretches();
        let (several, last) = (runs.len() > 1, self.years.last_year());
        let run = |(at, stretch): (usize, &Stretch)| {
            let when = match (at, stretch) {
                (_, stretch) if stretch.last == last => When::From(stretch.first),
                (0, stretch) if several => When::Until(stretch.last),
                (_, stretch) => When::Between(stretch.first, stretch.last),
            };
            Run { way: stretch.way, when }
        };
        runs.iter().enumerate().map(run).collect()
    }

    /// The longest stretches of years that differ the same way.
    fn stretches(&self) -> Vec<Stretch> {
        let mut stretches: Vec<Stretch> = Vec::new();
        let mut before = None;
        for (year, difference) in self.years.iter() {
            let way = Way::of(*difference);
            match (way, stretches.last_mut()) {
                (Some(_), Some(stretch)) if way == before => stretch.last = year,
                (Some(way), _) => stretches.push(Stretch { way, first: year, last: year }),
                (None, _) => {}
            }
            before = way;
        }
        stretches
    }
}

/// Years after each other that differ the same way, by the first and the last.
struct Stretch {
    way: Way,
    first: Year,
    last: Year,
}
