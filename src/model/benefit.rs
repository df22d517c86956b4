//! What it saves when someone leaves benefits, by how long they were on it.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::case::Share;
use super::money::Money;
use super::source::Passage;

/// A row of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Duration {
    /// Years on benefit.
    pub years: Decimal,
    /// The chances to leave for whatever reason, one of each cohort, as fractions.
    pub outflow: Vec<Decimal>,
    /// The chance to leave for work or education: its lowest and highest, as fractions.
    pub work: (Decimal, Decimal),
    /// What one who leaves saves in benefits.
    pub damage: Money,
    /// The same less what comes back with those who return.
    pub damage_relapse: Money,
    /// Where the row stands.
    pub passage: Passage,
    /// Where its amount with relapse stands, in the same source.
    pub locator_relapse: String,
    /// What a reader should know of it.
    pub note: Option<String>,
}

/// The table with what is assumed around it. Invariant: the rows stand by years and there are at least two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BenefitTable {
    /// The rows.
    pub durations: Vec<Duration>,
    /// What its amounts hold.
    pub about: String,
    /// Where that stands.
    pub passage: Passage,
    /// How the table was read.
    pub reading: Vec<String>,
    /// Over how many years a saving comes in.
    pub spread_years: u16,
    /// The part of a saving that comes in the first year; the rest comes evenly after it.
    pub first_year: Share,
    /// The part of it that the municipality keeps.
    pub municipal: Share,
}

/// What is asked of the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Asked {
    /// How many people take part.
    pub participants: Decimal,
    /// How long they were on benefit, in years.
    pub years: Decimal,
    /// The chance, as a fraction, to leave with what is done for them.
    pub with: Decimal,
    /// The chance to leave without it; that of the table where none is given.
    pub without: Option<Decimal>,
    /// Whether those who return count.
    pub relapse: bool,
    /// The part that the municipality keeps; that of the table where none is given.
    pub municipal: Option<Decimal>,
}

impl BenefitTable {
    /// What one who leaves after so many years saves.
    pub fn damage(&self, years: Decimal, relapse: bool) -> Money {
        let of = |row: &Duration| if relapse { row.damage_relapse } else { row.damage };
        Money::from_euros(self.between(years, |row| of(row).euros()))
    }

    /// The middle of the chances to leave for work or education after so many years, as a fraction.
    pub fn chance(&self, years: Decimal) -> Decimal {
        self.between(years, |row| (row.work.0 + row.work.1) / Decimal::TWO)
    }

    /// The last row: beyond it nothing changes.
    pub fn longest(&self) -> Decimal {
        self.durations.last().map_or(Decimal::ZERO, |row| row.years)
    }

    /// The first row: nobody asks for less.
    pub fn shortest(&self) -> Decimal {
        self.durations.first().map_or(Decimal::ZERO, |row| row.years)
    }

    /// The chance to leave without what is done.
    pub fn without(&self, asked: &Asked) -> Decimal {
        asked.without.unwrap_or_else(|| self.chance(asked.years))
    }

    /// What is saved on benefits in all years together, whoever keeps it; below zero where fewer leave.
    pub fn saved(&self, asked: &Asked) -> Money {
        let more = asked.with - self.without(asked);
        self.damage(asked.years, asked.relapse) * (asked.participants * more)
    }

    /// The part of it that the municipality keeps.
    pub fn kept(&self, asked: &Asked) -> Money {
        self.saved(asked) * asked.municipal.unwrap_or(self.municipal.value)
    }

    /// An amount as it comes in, year by year.
    pub fn spread(&self, amount: Money) -> Vec<Money> {
        let first = amount * self.first_year.value;
        let later = Decimal::from(self.spread_years.saturating_sub(1).max(1));
        let each = Money::from_euros((amount - first).euros() / later);
        (0..self.spread_years).map(|year| if year == 0 { first } else { each }).collect()
    }

    /// What lies on the straight line between the rows on either side of so many years; of the nearest row outside the table.
    fn between(&self, years: Decimal, of: impl Fn(&Duration) -> Decimal) -> Decimal {
        let above = self.durations.iter().position(|row| row.years >= years);
        let Some(above) = above else { return self.durations.last().map_or(Decimal::ZERO, of) };
        let Some(below) = above.checked_sub(1) else { return of(&self.durations[above]) };
        // Cannot fail: both are places in the table.
        let (from, to) = (&self.durations[below], &self.durations[above]);
        let part = years - from.years;
        of(from) + (of(to) - of(from)) * part / (to.years - from.years)
    }
}
