//! What a change does to the results, and through what.

use rust_decimal::Decimal;

use crate::model::catalogue::Catalogue;
use crate::model::id::{MeasureId, Setting};
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::model::projection::{Projection, Total};
use crate::model::year::Year;
use crate::scenario::changed;

/// A setting that differs between two plans.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moved {
    /// Which.
    pub setting: Setting,
    /// Its value before; none where it was open.
    pub from: Option<Decimal>,
    /// Its value after; none where it is open.
    pub to: Option<Decimal>,
}

/// The settings that differ between two plans, in the order of the page's tables.
pub fn moved(catalogue: &Catalogue, before: &Plan, after: &Plan) -> Vec<Moved> {
    let value = |plan: &Plan, setting| plan.value(setting, catalogue);
    let moved = |setting| Moved { setting, from: value(before, setting), to: value(after, setting) };
    changed(before, after).into_iter().map(moved).collect()
}

/// The results of two plans beside each other.
pub struct Change<'p> {
    before: &'p Projection,
    after: &'p Projection,
}

impl<'p> Change<'p> {
    /// What changes from some results to others.
    pub fn between(before: &'p Projection, after: &'p Projection) -> Self {
        Self { before, after }
    }

    /// The last year.
    pub fn last_year(&self) -> Year {
        self.after.last_year()
    }

    /// How much more a result of a year is, in euros; negative is less.
    pub fn of(&self, total: Total, year: Year) -> Money {
        self.after[year].total(total) - self.before[year].total(total)
    }

    /// The result after the change.
    pub fn after(&self, total: Total, year: Year) -> Money {
        self.after[year].total(total)
    }

    /// How much more a measure saves in a year, in euros; negative is less.
    pub fn saving_of(&self, measure: MeasureId, year: Year) -> Money {
        self.after[year].measure(measure).saving - self.before[year].measure(measure).saving
    }

    /// How much the net cost of a measure goes up in a year, in euros; negative is down.
    pub fn net_of(&self, measure: MeasureId, year: Year) -> Money {
        self.after[year].measure(measure).net() - self.before[year].measure(measure).net()
    }

    /// The years in which the deficit differs.
    pub fn years(&self) -> impl Iterator<Item = Year> {
        self.after.horizon().years().filter(|year| self.of(Total::Deficit, *year) != Money::zero())
    }
}
