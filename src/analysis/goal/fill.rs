//! Moves levers from where they stand to their best positions, as far as the target needs.

use rust_decimal::Decimal;

use super::seeker::{Group, Move, Seeker, rounded};
use crate::model::plan::Plan;

impl<'c> Seeker<'c> {
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
