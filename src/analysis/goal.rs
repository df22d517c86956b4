//! How to reach a target: which positions of the levers bring the deficit down to an amount, or the net saving up to one.
//!
//! First every lever that may move is tried on its own for its best position. Then one mechanism makes all answers: it moves
//! groups of levers to their best, one group after the other, until the target is met. The answers differ only in where they
//! start and how the levers are grouped. Every answer is one that the exact calculation was asked about. Moderate answers come
//! before extreme ones: what counts is how far the lever goes that goes furthest.

mod best;
mod fill;
mod furthest;
mod seeker;
mod target;

pub use self::furthest::Furthest;
pub use self::target::{Aim, Target};

use self::seeker::{Group, Move, Seeker};
use crate::model::catalogue::{Catalogue, Lever};
use crate::model::id::MeasureId;
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::model::sheet::{Probe, Sheet};

/// What came of seeking.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// The plan meets the target as it is.
    AlreadyMet {
        /// By how many euros it does better than the target; 0 or more.
        room: Money,
    },
    /// Ways to meet the target; at least one, all different, the most moderate first.
    Answers(Vec<Answer>),
    /// The levers that may move do not meet it, even at their best; or none may move.
    OutOfReach(OutOfReach),
}

/// How an answer chooses among the levers that may move.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AnswerKind {
    /// From the plan as it is always the measure that helps most next, wholly to its best, and the last one only as far as
    /// needed. That no fewer would do is a law of the tests, on the figures of the catalogue; it is not proven.
    Fewest,
    /// The levers that may move and help are first put as now, all others stay where the plan has them. From there each
    /// goes the same part of its way to its best.
    Evenly,
    /// From the same start, but the levers that limit care move only once all others that help are at their best.
    LimitsLast,
}

/// A plan that meets the target.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// How it chooses among the levers.
    pub kind: AnswerKind,
    /// The whole plan; only levers differ from the plan that was asked about.
    pub plan: Plan,
    /// The deficit or net saving it comes to, in euros.
    pub value: Money,
    /// How far it goes.
    pub furthest: Option<Furthest>,
}

/// A plan, and how near the target it comes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The plan.
    pub plan: Plan,
    /// The deficit or net saving it comes to, in euros.
    pub value: Money,
    /// How far that is from the target, in euros; 0 where it meets it.
    pub short: Money,
}

/// Why the target is out of reach.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OutOfReach {
    /// The nearest plan found; never further than the plan that was asked about.
    pub closest: Reach,
    /// How far that plan goes.
    pub furthest: Option<Furthest>,
    /// The locked measures that would help beside that plan, what helps most first; may be empty.
    pub locked: Vec<MeasureId>,
    /// That plan with those measures at their best as well.
    pub unlocked: Reach,
    /// The measures left out because no source gives their effect and the plan has no own value for it.
    pub unknown: Vec<MeasureId>,
}

/// Seeks plans that meet a target by moving only levers, of measures that are not locked and whose effect is known.
pub fn seek(catalogue: &Catalogue, sheet: &Sheet, target: &Target, locked: &[MeasureId]) -> Outcome {
    let seeker = Seeker { catalogue, target: *target, probe: Probe::of(sheet, target.place(sheet)) };
    let plan = sheet.plan();
    let miss = seeker.miss(plan);
    if miss <= Money::zero() {
        return Outcome::AlreadyMet { room: Money::zero() - miss };
    }
    let is_known = |lever: &&Lever| !catalogue.measure(lever.measure).is_unknown(plan);
    let known = catalogue.levers().iter().filter(is_known);
    let (held, free): (Vec<_>, Vec<_>) = known.partition(|lever| locked.contains(&lever.measure));
    seeker.outcome(plan, &free, &held)
}

impl<'c> Seeker<'c> {
    fn outcome(&self, plan: &Plan, free: &[&'c Lever], held: &[&'c Lever]) -> Outcome {
        let (most_first, one_by_one) = self.ranked(plan, self.by_measure(&self.moves(plan, free)));
        let (start, moves) = self.neutral_start(plan, free);
        let (limits, others): (Vec<_>, Vec<_>) =
            moves.iter().copied().partition(|way: &Move| self.catalogue.measure(way.lever.measure).limits_care);
        let found = [
            (AnswerKind::Fewest, self.fill(plan, &most_first)),
            (AnswerKind::Evenly, self.fill(&start, std::slice::from_ref(&moves))),
            (AnswerKind::LimitsLast, self.fill(&start, &[others, limits])),
        ];
        let answers = self.answers(found, plan, free);
        if !answers.is_empty() {
            return Outcome::Answers(answers);
        }
        let all_at_best = self.at_best(&start, &moves);
        let closest = if self.miss(&all_at_best) < self.miss(&one_by_one) { all_at_best } else { one_by_one };
        let furthest = self.furthest(&closest, plan, free);
        Outcome::OutOfReach(self.out_of_reach(&closest, furthest, held))
    }

    /// The plan with the levers that help as now, and their ways. A lever that is best as now stays where the plan has it.
    fn neutral_start(&self, plan: &Plan, free: &[&'c Lever]) -> (Plan, Vec<Move<'c>>) {
        let as_now = free.iter().fold(plan.clone(), |plan, lever| self.with(&plan, lever, lever.neutral));
        let moves = self.moves(&as_now, free);
        let start = moves.iter().fold(plan.clone(), |plan, way| self.with(&plan, way.lever, way.from));
        (start, moves)
    }

    /// The plans that were found, each once, the most moderate first: of those that go equally far the one in which fewer levers
    /// do.
    fn answers(&self, found: [(AnswerKind, Option<Plan>); 3], before: &Plan, free: &[&'c Lever]) -> Vec<Answer> {
        let mut answers: Vec<Answer> = Vec::new();
        for (kind, plan) in found {
            let Some(plan) = plan.filter(|plan| answers.iter().all(|answer| answer.plan != *plan)) else { continue };
            let value = self.value(&plan);
            let furthest = self.furthest(&plan, before, free);
            answers.push(Answer { kind, value, plan, furthest });
        }
        answers.sort_by_key(|answer| answer.furthest.map(|furthest| (furthest.share, furthest.count)));
        answers
    }

    fn out_of_reach(&self, closest: &Plan, furthest: Option<Furthest>, held: &[&'c Lever]) -> OutOfReach {
        let (most_first, unlocked) = self.ranked(closest, self.by_measure(&self.moves(closest, held)));
        let locked = most_first.iter().filter_map(|group| group.first()).map(|way| way.lever.measure);
        let unknown = self.catalogue.counting(closest).filter(|measure| measure.is_unknown(closest));
        OutOfReach {
            closest: self.reach(closest),
            furthest,
            locked: locked.collect(),
            unlocked: self.reach(&unlocked),
            unknown: unknown.map(|measure| measure.measure).collect(),
        }
    }

    fn reach(&self, plan: &Plan) -> Reach {
        let value = self.value(plan);
        Reach { plan: plan.clone(), value, short: self.target.miss(value).max(Money::zero()) }
    }

    /// The levers that move, measure by measure.
    fn by_measure(&self, moves: &[Move<'c>]) -> Vec<Group<'c>> {
        let of = |measure| moves.iter().filter(|way| way.lever.measure == measure).copied().collect();
        self.catalogue.measure_ids().map(of).filter(|group: &Group| !group.is_empty()).collect()
    }
}
