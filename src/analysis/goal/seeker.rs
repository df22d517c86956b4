//! How far plans are from a target, and the ways that levers can go.

use rust_decimal::Decimal;

use super::target::Target;
use crate::model::catalogue::{Catalogue, Lever};
use crate::model::id::Setting;
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::model::sheet::Probe;

/// Below a millionth of a euro two amounts differ only by how decimals are divided.
const PLACES: u32 = 6;

/// A miss without what division leaves in the last digits.
pub fn rounded(miss: Money) -> Money {
    Money::from_euros(miss.euros().round_dp(PLACES))
}

/// The way of one lever: from where it stands in the starting plan to its best position. Both are on its steps.
#[derive(Clone, Copy, Debug)]
pub struct Move<'c> {
    /// The lever.
    pub lever: &'c Lever,
    /// Where it stands in the starting plan.
    pub from: Decimal,
    /// Its best position.
    pub to: Decimal,
}

impl Move<'_> {
    /// A part of the way (0 to 1) in whole steps, rounded away from the start so that more is done.
    pub fn steps(&self, part: Decimal) -> Decimal {
        ((self.to - self.from).abs() / self.lever.bounds.step * part).ceil()
    }

    /// The position at a distance from the start; never beyond the best one.
    fn at(&self, distance: Decimal) -> Decimal {
        let distance = distance.clamp(Decimal::ZERO, (self.to - self.from).abs());
        if self.to > self.from { self.from + distance } else { self.from - distance }
    }

    pub fn part(&self, part: Decimal) -> Decimal {
        self.at(self.steps(part) * self.lever.bounds.step)
    }

    /// One step back towards the start; none where it stands at the start.
    pub fn back(&self, position: Decimal) -> Option<Decimal> {
        let distance = (position - self.from).abs();
        (distance > Decimal::ZERO).then(|| self.at(distance - self.lever.bounds.step))
    }
}

/// The levers that move together, for instance those of one measure.
pub type Group<'c> = Vec<Move<'c>>;

/// Asks the calculation how far plans are from one target.
pub struct Seeker<'c> {
    /// The figures.
    pub catalogue: &'c Catalogue,
    /// What is to be reached.
    pub target: Target,
    /// Asks for what the target is about.
    pub probe: Probe,
}

impl<'c> Seeker<'c> {
    /// What the target is about, under a plan, in euros.
    pub fn value(&self, plan: &Plan) -> Money {
        self.probe.ask(plan)
    }

    /// How far a plan is from the target, in euros; 0 or less where it meets it.
    pub fn miss(&self, plan: &Plan) -> Money {
        self.target.miss(self.value(plan))
    }

    pub fn meets(&self, plan: &Plan) -> bool {
        self.miss(plan) <= Money::zero()
    }

    /// Where a lever stands.
    pub fn position(&self, plan: &Plan, lever: &Lever) -> Decimal {
        plan.value(Setting::Lever(lever.id), self.catalogue).unwrap_or(lever.neutral).normalize()
    }

    pub fn with(&self, plan: &Plan, lever: &Lever, position: Decimal) -> Plan {
        plan.clone().with(Setting::Lever(lever.id), Some(position), self.catalogue)
    }
}
