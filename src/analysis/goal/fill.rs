//! Moves levers from where they stand to their best positions, as far as the target needs.

use rust_decimal::Decimal;

use super::Target;
use super::best::rounded;
use crate::model::catalogue::{Catalogue, Lever};
use crate::model::id::Setting;
use crate::model::money::Money;
use crate::model::plan::Plan;

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
    fn steps(&self, part: Decimal) -> Decimal {
        ((self.to - self.from).abs() / self.lever.bounds.step * part).ceil()
    }

    /// The position at a distance from the start; never beyond the best one.
    fn at(&self, distance: Decimal) -> Decimal {
        let distance = distance.clamp(Decimal::ZERO, (self.to - self.from).abs());
        if self.to > self.from { self.from + distance } else { self.from - distance }
    }

    fn part(&self, part: Decimal) -> Decimal {
        self.at(self.steps(part) * self.lever.bounds.step)
    }

    /// One step back towards the start; none where it stands at the start.
    fn back(&self, position: Decimal) -> Option<Decimal> {
        let distance = (position - self.from).abs();
        (distance > Decimal::ZERO).then(|| self.at(distance - self.lever.bounds.step))
    }
}

/// The levers that move together, for instance those of one measure.
pub type Group<'c> = Vec<Move<'c>>;

/// Asks the calculation how far plans are from one target.
#[derive(Clone, Copy)]
pub struct Seeker<'c> {
    /// The figures.
    pub catalogue: &'c Catalogue,
    /// What is to be reached.
    pub target: Target,
}

impl<'c> Seeker<'c> {
    /// How far a plan is from the target, in euros; 0 or less where it meets it.
    pub fn miss(&self, plan: &Plan) -> Money {
        self.target.miss(self.target.value(self.catalogue, plan))
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

    /// The plan with every lever of a group a part (0 to 1) of its way.
    fn moved(&self, plan: &Plan, group: &[Move<'c>], part: Decimal) -> Plan {
        group.iter().fold(plan.clone(), |plan, way| self.with(&plan, way.lever, way.part(part)))
    }

    /// The plan with every lever of a group at its best.
    pub fn at_best(&self, plan: &Plan, group: &[Move<'c>]) -> Plan {
        self.moved(plan, group, Decimal::ONE)
    }

    /// The groups in the order in which each at its best helps most beside those before it, and the plan with all of them.
    /// Groups that do not help are left out.
    pub fn ranked(&self, start: &Plan, mut groups: Vec<Group<'c>>) -> (Vec<Group<'c>>, Plan) {
        let (mut ranked, mut plan, mut miss) = (Vec::new(), start.clone(), rounded(self.miss(start)));
        loop {
            let ask = |(place, group): (usize, &Group<'c>)| (rounded(self.miss(&self.at_best(&plan, group))), place);
            let nearest = groups.iter().enumerate().map(ask).min();
            let Some((nearest, place)) = nearest.filter(|(nearest, _)| *nearest < miss) else { return (ranked, plan) };
            let group = groups.remove(place);
            (plan, miss) = (self.at_best(&plan, &group), nearest);
            ranked.push(group);
        }
    }

    /// Goes through the groups in order, each wholly at its best before the next one moves, and stops where the target is
    /// met: within the last group all levers go the same part of their way. None where even all at their best miss it.
    ///
    /// At least one lever of the last group cannot stand one step nearer to its start without missing the target.
    pub fn fill(&self, start: &Plan, groups: &[Group<'c>]) -> Option<Plan> {
        let mut plan = start.clone();
        if self.meets(&plan) {
            return Some(plan);
        }
        for group in groups {
            let best = self.at_best(&plan, group);
            if self.meets(&best) {
                return Some(self.cross(&plan, group));
            }
            plan = best;
        }
        None
    }

    /// The part of its way at which a group meets the target, known to miss it at the start and to meet it at its best.
    fn cross(&self, start: &Plan, group: &[Move<'c>]) -> Plan {
        let (mut misses, mut meets) = (Decimal::ZERO, Decimal::ONE);
        while group.iter().any(|way| way.steps(meets) - way.steps(misses) > Decimal::ONE) {
            let middle = (misses + meets) / Decimal::TWO;
            if self.meets(&self.moved(start, group, middle)) {
                meets = middle;
            } else {
                misses = middle;
            }
        }
        self.trim(self.moved(start, group, meets), group)
    }

    /// Puts each lever one step back where the target stays met, so that all stay within a step of the same part. Only
    /// where all of them can go back, they go back again.
    fn trim(&self, mut plan: Plan, group: &[Move<'c>]) -> Plan {
        loop {
            let is_moved = |way: &&Move| self.position(&plan, way.lever) != way.from;
            let mut holding: Vec<&Move> = group.iter().filter(is_moved).collect();
            if holding.is_empty() {
                return plan;
            }
            while self.step_back(&mut plan, &mut holding) {}
            if !holding.is_empty() {
                return plan;
            }
        }
    }

    /// Puts the levers that can go back one step back and takes them off the list; says whether there were any.
    fn step_back(&self, plan: &mut Plan, holding: &mut Vec<&Move<'c>>) -> bool {
        let before = holding.len();
        holding.retain(|way| {
            let back = way.back(self.position(plan, way.lever)).map(|position| self.with(plan, way.lever, position));
            let Some(back) = back.filter(|back| self.meets(back)) else { return true };
            *plan = back;
            false
        });
        holding.len() < before
    }
}
