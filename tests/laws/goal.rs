//! Reaching a target: every answer meets it, hardly more than that, and moves nothing it may not move.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use ombuigen::analysis::change::moved;
use ombuigen::analysis::goal::{Aim, Answer, AnswerKind, OutOfReach, Outcome, Target, seek};
use ombuigen::model::catalogue::Lever;
use ombuigen::model::id::{MeasureId, Setting};
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use rust_decimal::Decimal;

use super::named::lever_id;
use super::plans::*;

fn deficit_2025(amount: Decimal) -> Target {
    Target { aim: Aim::Deficit, year: CATALOGUE.horizon().last(), amount: Money::from_euros(amount) }
}

fn value(plan: &Plan, target: &Target) -> Decimal {
    target.value(&sheet(plan)).euros()
}

fn meets(plan: &Plan, target: &Target) -> bool {
    short(plan, target) <= Decimal::ZERO
}

/// How far a plan is from a target, negative where it does better.
fn short(plan: &Plan, target: &Target) -> Decimal {
    let short = value(plan, target) - target.amount.euros();
    if target.aim == Aim::Deficit { short } else { -short }
}

pub fn position(plan: &Plan, lever: &Lever) -> Decimal {
    plan.value(Setting::Lever(lever.id), &CATALOGUE).expect("a lever has a position")
}

fn moved_to(plan: &Plan, lever: &Lever, position: Decimal) -> Plan {
    with(plan, Setting::Lever(lever.id), position)
}

/// The levers that may move.
fn free<'a>(plan: &'a Plan, locked: &'a [MeasureId]) -> impl Iterator<Item = &'static Lever> + 'a {
    let may_move = |measure| !locked.contains(&measure) && !CATALOGUE.measure(measure).is_unknown(plan);
    CATALOGUE.levers().iter().filter(move |lever| may_move(lever.measure))
}

pub fn all_but(kept: &[MeasureId]) -> Vec<MeasureId> {
    CATALOGUE.measure_ids().filter(|measure| !kept.contains(measure)).collect()
}

fn opening() -> Plan {
    CATALOGUE.scenarios().first().expect("a scenario").plan.clone()
}

fn answers(plan: &Plan, target: &Target, locked: &[MeasureId]) -> Vec<Answer> {
    match seek(&CATALOGUE, &sheet(plan), target, locked) {
        Outcome::Answers(answers) => answers,
        other => panic!("answers, not {other:?}"),
    }
}

pub fn out_of_reach(plan: &Plan, target: &Target, locked: &[MeasureId]) -> OutOfReach {
    match seek(&CATALOGUE, &sheet(plan), target, locked) {
        Outcome::OutOfReach(out) => out,
        other => panic!("out of reach, not {other:?}"),
    }
}

// ---- Any plan and any target ----

/// A plan, a target that it misses by up to 4 million euros, and all but a few measures locked.
fn a_question() -> impl Strategy<Value = (Drawn, Target, Vec<MeasureId>)> {
    let year = select(CATALOGUE.horizon().summed().collect::<Vec<_>>());
    let kept = subsequence(CATALOGUE.measure_ids().collect::<Vec<_>>(), 1..=4);
    let plan = prop_oneof![2 => policy_plan(), 1 => any_plan()];
    let question = (plan, select(vec![Aim::Deficit, Aim::NetSaving]), year, 1..=2000_i64, kept);
    question.prop_map(|(plan, aim, year, root, kept)| {
        let target = Target { aim, year, amount: Money::zero() };
        let (now, distance) = (value(&plan, &target), Decimal::from(root * root));
        let amount = if aim == Aim::Deficit { now - distance } else { now + distance };
        (plan, Target { amount: Money::from_euros(amount), ..target }, all_but(&kept))
    })
}

/// Whether some lever cannot stand one step nearer to where it started.
fn is_tight(plan: &Plan, answer: &Answer, target: &Target, locked: &[MeasureId]) -> bool {
    let start = |lever: &Lever| if answer.kind == AnswerKind::Fewest { position(plan, lever) } else { lever.neutral };
    let moved: Vec<_> = free(plan, locked).filter(|lever| position(&answer.plan, lever) != start(lever)).collect();
    let holds = |lever: &&Lever| {
        let (here, start) = (position(&answer.plan, lever), start(lever));
        let back = if here > start { here - lever.bounds.step } else { here + lever.bounds.step };
        !meets(&moved_to(&answer.plan, lever, back), target)
    };
    // Levers that are best as now stay where the plan has them; where that alone meets the target nothing has to move.
    let stays =
        |lever: &&Lever| answer.kind != AnswerKind::Fewest && position(&answer.plan, lever) == position(plan, lever);
    moved.iter().any(holds) || moved.iter().all(stays)
}

/// The largest share of its way from now to its end that any of some levers goes.
fn extreme(plan: &Plan, levers: impl Iterator<Item = &'static Lever>) -> Decimal {
    let share = |lever: &Lever| match position(plan, lever) - lever.neutral {
        gone if gone.is_zero() => gone,
        gone if gone.is_sign_positive() => gone / (lever.bounds.max - lever.neutral),
        gone => gone / (lever.bounds.min - lever.neutral),
    };
    levers.map(share).max().unwrap_or_default()
}

fn check_plan(plan: &Plan, sought: &Plan, locked: &[MeasureId]) -> Result<(), TestCaseError> {
    let may_move: BTreeSet<_> = free(plan, locked).map(|lever| Setting::Lever(lever.id)).collect();
    let kept = |plan: &Plan| plan.differing().filter(|(setting, _)| !may_move.contains(setting)).collect::<Vec<_>>();
    prop_assert_eq!(kept(plan), kept(sought), "only levers that may move do");
    for lever in CATALOGUE.levers() {
        prop_assert!(lever.bounds.check(position(sought, lever)).is_ok(), "{} fits its steps", lever.key);
    }
    Ok(())
}

fn check_answer(plan: &Plan, answer: &Answer, target: &Target, locked: &[MeasureId]) -> Result<(), TestCaseError> {
    prop_assert!(meets(&answer.plan, target), "{:?} misses the target", answer.kind);
    prop_assert_eq!(answer.value.euros(), value(&answer.plan, target));
    prop_assert!(is_tight(plan, answer, target, locked), "{:?} does more than it has to", answer.kind);
    let share = answer.furthest.map_or(Decimal::ZERO, |furthest| furthest.share);
    let named = answer.furthest.map(|furthest| extreme(&answer.plan, std::iter::once(CATALOGUE.lever(furthest.lever))));
    prop_assert_eq!(share, named.unwrap_or_default(), "it goes that far");
    prop_assert_eq!(share, extreme(&answer.plan, free(plan, locked)), "{:?}", answer.kind);
    check_plan(plan, &answer.plan, locked)
}

fn check_out_of_reach(
    plan: &Plan,
    out: &OutOfReach,
    target: &Target,
    locked: &[MeasureId],
) -> Result<(), TestCaseError> {
    for reach in [&out.closest, &out.unlocked] {
        prop_assert_eq!(reach.value.euros(), value(&reach.plan, target));
        prop_assert_eq!(reach.short.euros(), short(&reach.plan, target).max(Decimal::ZERO));
    }
    prop_assert!(out.closest.short > Money::zero());
    prop_assert!(free(plan, locked).next().is_some() || out.closest.plan == *plan, "nothing may move");
    prop_assert!(short(&out.closest.plan, target) <= short(plan, target), "no worse than the plan");
    prop_assert_eq!(out.locked.is_empty(), out.unlocked == out.closest);
    prop_assert!(out.locked.is_empty() || short(&out.unlocked.plan, target) < short(&out.closest.plan, target));
    prop_assert!(out.locked.iter().all(|measure| locked.contains(measure) && !out.unknown.contains(measure)));
    let unknown: Vec<_> =
        CATALOGUE.measure_ids().filter(|measure| CATALOGUE.measure(*measure).is_unknown(plan)).collect();
    prop_assert_eq!(&out.unknown, &unknown);
    check_plan(plan, &out.closest.plan, locked)?;
    let still: Vec<_> = locked.iter().copied().filter(|measure| !out.locked.contains(measure)).collect();
    check_plan(plan, &out.unlocked.plan, &still)
}

proptest! {
    #![proptest_config(cases(16))]

    #[test]
    fn whatever_is_found_keeps_to_the_question((plan, target, locked) in a_question()) {
        match seek(&CATALOGUE, &sheet(&plan), &target, &locked) {
            Outcome::Answers(answers) => {
                prop_assert!(!answers.is_empty());
                for (place, answer) in answers.iter().enumerate() {
                    check_answer(&plan, answer, &target, &locked)?;
                    prop_assert!(answers.iter().take(place).all(|earlier| earlier.plan != answer.plan), "all different");
                }
                // Of all levers: those that may not move go equally far in each.
                let all = |answer: &Answer| extreme(&answer.plan, CATALOGUE.levers().iter());
                prop_assert!(answers.iter().is_sorted_by_key(all), "moderate answers come before extreme ones");
            }
            Outcome::OutOfReach(out) => check_out_of_reach(&plan, &out, &target, &locked)?,
            Outcome::AlreadyMet { .. } => prop_assert!(false, "the target is further than the plan"),
        }
    }

    #[test]
    fn a_target_that_is_met_needs_nothing(plan in any_plan(), year in a_year(), room in 0..=10_000_000_i64) {
        for aim in [Aim::Deficit, Aim::NetSaving] {
            let now = value(&plan, &Target { aim, year, amount: Money::zero() });
            let amount = if aim == Aim::Deficit { now + Decimal::from(room) } else { now - Decimal::from(room) };
            let target = Target { aim, year, amount: Money::from_euros(amount) };
            let met = Outcome::AlreadyMet { room: Money::from_euros(-short(&plan, &target)) };
            prop_assert_eq!(seek(&CATALOGUE, &sheet(&plan), &target, &all_but(&[])), met);
        }
    }

    #[test]
    fn where_no_lever_may_move_the_plan_itself_is_the_nearest(plan in any_plan(), year in a_year()) {
        let target = Target { aim: Aim::Deficit, year, amount: Money::zero() };
        let target = Target { amount: Money::from_euros(value(&plan, &target) - Decimal::ONE), ..target };
        let unknown: Vec<_> = CATALOGUE.measure_ids().filter(|measure| CATALOGUE.measure(*measure).is_unknown(&plan)).collect();
        for kept in [&[][..], &unknown] {
            let out = out_of_reach(&plan, &target, &all_but(kept));
            prop_assert_eq!(&out.closest.plan, &*plan);
            prop_assert_eq!(out.closest.short, Money::from_euros(Decimal::ONE));
            check_out_of_reach(&plan, &out, &target, &all_but(kept))?;
        }
    }
}

// ---- On the figures and assumptions as they are ----

/// The best position of each lever whose effect is known for the deficit of 2025, sought the slow way: every position.
static BEST: LazyLock<Vec<(&'static Lever, Decimal)>> = LazyLock::new(|| {
    let best = |lever: &Lever| {
        let steps = ((lever.bounds.max - lever.bounds.min) / lever.bounds.step).floor();
        let positions = std::iter::successors(Some(Decimal::ZERO), |step| Some(step + Decimal::ONE))
            .take_while(|step| *step <= steps)
            .map(|step| lever.bounds.min + step * lever.bounds.step);
        let rank = |position: &Decimal| {
            let deficit = value(&moved_to(&Plan::default(), lever, *position), &deficit_2025(Decimal::ZERO));
            (deficit, (position - lever.neutral).abs())
        };
        positions.min_by_key(rank).expect("a lever has positions")
    };
    free(&Plan::default(), &[]).map(|lever| (lever, best(lever))).collect()
});

fn best(measure: MeasureId) -> impl Iterator<Item = (&'static Lever, Decimal)> {
    BEST.iter().filter(move |(lever, best)| lever.measure == measure && *best != lever.neutral).copied()
}

fn at_best(plan: &Plan, measures: &[MeasureId]) -> Plan {
    let moves = measures.iter().flat_map(|measure| best(*measure));
    moves.fold(plan.clone(), |plan, (lever, best)| moved_to(&plan, lever, best))
}

fn as_now(plan: &Plan, measures: &[MeasureId]) -> Plan {
    let moves = measures.iter().flat_map(|measure| best(*measure));
    moves.fold(plan.clone(), |plan, (lever, _)| moved_to(&plan, lever, lever.neutral))
}

/// How far a lever is on its way from neutral to its best, at least and at most, if it stands within a step of it.
fn part(plan: &Plan, (lever, best): (&Lever, Decimal)) -> (Decimal, Decimal) {
    let way = (best - lever.neutral).abs();
    let gone = (position(plan, lever) - lever.neutral).abs();
    ((gone - lever.bounds.step) / way, (gone + lever.bounds.step) / way)
}

/// Whether the levers of these measures are all the same part of their way, but for a step.
fn go_together(plan: &Plan, measures: &[MeasureId]) -> bool {
    let parts: Vec<_> = measures.iter().flat_map(|measure| best(*measure)).map(|way| part(plan, way)).collect();
    let (least, most) = (parts.iter().map(|part| part.0).max(), parts.iter().map(|part| part.1).min());
    least <= most
}

/// The plan with its levers alone: what is best follows what else is set.
fn only_levers(plan: &Plan) -> Plan {
    plan_of(plan.differing().filter(|(setting, _)| matches!(setting, Setting::Lever(_))))
}

fn known_measures() -> Vec<MeasureId> {
    CATALOGUE.measure_ids().filter(|measure| !CATALOGUE.measure(*measure).is_unknown(&Plan::default())).collect()
}

/// A plan on the figures and assumptions as they are, measures that are not locked, and a deficit between what those come
/// to as now and at their best.
fn a_question_within_reach() -> impl Strategy<Value = (Drawn, Target, Vec<MeasureId>)> {
    let question = (policy_plan(), subsequence(known_measures(), 2..=8), 20..=980_i64);
    question.prop_map(|(plan, kept, place)| {
        let plan = only_levers(&plan);
        let deficit = |plan: &Plan| value(plan, &deficit_2025(Decimal::ZERO));
        let (least, most) = (deficit(&at_best(&plan, &kept)), deficit(&as_now(&plan, &kept)));
        let amount = most - (most - least) * Decimal::new(place, 3);
        (Drawn(plan), deficit_2025(amount), kept)
    })
}

fn of_kind(answers: &[Answer], kind: AnswerKind) -> Option<&Plan> {
    answers.iter().find(|answer| answer.kind == kind).map(|answer| &answer.plan)
}

proptest! {
    #![proptest_config(cases(6))]

    #[test]
    fn all_go_the_same_part_and_limits_go_last((plan, target, kept) in a_question_within_reach()) {
        prop_assume!(!meets(&plan, &target));
        let answers = answers(&plan, &target, &all_but(&kept));
        let evenly = of_kind(&answers, AnswerKind::Evenly);
        prop_assert!(evenly.is_some() || answers.len() == 1, "within reach, so left out only as a double");
        prop_assert!(evenly.is_none_or(|plan| go_together(plan, &kept)));
        for answer in answers.iter().filter(|answer| answer.kind != AnswerKind::Fewest) {
            prop_assert_eq!(as_now(&answer.plan, &kept), as_now(&plan, &kept), "what is best as now stays");
        }
        let Some(last) = of_kind(&answers, AnswerKind::LimitsLast) else { return Ok(()) };
        let (limits, others): (Vec<_>, Vec<_>) = kept.iter().partition(|measure| CATALOGUE.measure(**measure).limits_care);
        if as_now(last, &limits) == *last {
            prop_assert!(go_together(last, &others), "no limit has to move");
        } else {
            prop_assert_eq!(&at_best(last, &others), last, "limits move, so all others stand at their best");
            prop_assert!(go_together(last, &limits));
        }
    }
}

/// The measures that an answer changes.
fn changed(plan: &Plan, answer: &Answer) -> BTreeSet<MeasureId> {
    moved(&CATALOGUE, plan, &answer.plan).iter().filter_map(|moved| CATALOGUE.measure_of(moved.setting)).collect()
}

/// The lowest deficit of 2025 that so many of some measures come to at their best: every choice is tried.
fn lowest(plan: &Plan, kept: &[MeasureId], count: usize) -> Decimal {
    let deficit_of = |set: u32| {
        let chosen = kept.iter().enumerate().filter(|(place, _)| set & (1 << place) != 0);
        let chosen: Vec<_> = chosen.map(|(_, measure)| *measure).collect();
        value(&at_best(plan, &chosen), &deficit_2025(Decimal::ZERO))
    };
    let sets = (0..1_u32 << kept.len()).filter(|set| set.count_ones() as usize == count);
    sets.map(deficit_of).min().expect("as many measures as that")
}

proptest! {
    #![proptest_config(cases(20))]

    /// The target is the furthest that so many measures come to: where the answer would most easily take one more.
    #[test]
    fn no_fewer_measures_would_do(
        plan in policy_plan(),
        kept in subsequence(known_measures(), 3..=4),
        count in 1..=2_usize,
    ) {
        // A cost that somebody entered for a measure can make another position the best one.
        let others = plan.differing().filter(|(setting, _)| !CATALOGUE.is_unknown_cost(*setting));
        let plan = plan_of(others);
        let target = deficit_2025(lowest(&plan, &kept, count));
        prop_assume!(!meets(&plan, &target));
        let answers = answers(&plan, &target, &all_but(&kept));
        let fewest = answers.iter().find(|answer| answer.kind == AnswerKind::Fewest).expect("within reach");
        let changed = changed(&plan, fewest);
        prop_assert!(changed.len() <= count, "{:?}, where {} of {:?} would do", changed, count, kept);
    }
}

#[test]
fn one_measure_that_does_is_the_one_with_the_largest_reach() {
    let plan = Plan::default();
    let now = value(&plan, &deficit_2025(Decimal::ZERO));
    let target = deficit_2025(now - Decimal::from(400_000));
    let answers = answers(&plan, &target, &[]);
    let fewest = answers.iter().find(|answer| answer.kind == AnswerKind::Fewest).expect("within reach");
    let reach = |measure: &MeasureId| value(&at_best(&plan, &[*measure]), &target);
    let largest = known_measures().into_iter().min_by_key(reach).expect("a measure");
    assert_eq!(changed(&plan, fewest), BTreeSet::from([largest]));
}

/// The opening page, with a target beyond it: what limits the answer is said, and the same question has the same answer.
#[test]
fn out_of_reach_says_what_holds_it_back() {
    let (target, kept) = (deficit_2025(Decimal::from(20_000_000)), [measure(10)]);
    let out = out_of_reach(&opening(), &target, &all_but(&kept));
    assert_eq!(out.closest.plan, at_best(&opening(), &kept));
    let helps = |of: &MeasureId| !kept.contains(of) && at_best(&opening(), &[*of]) != opening();
    let helpful: BTreeSet<_> = known_measures().into_iter().filter(helps).collect();
    let named: BTreeSet<_> = out.locked.iter().copied().collect();
    assert!(named.is_superset(&helpful), "{helpful:?} would help");
    assert_eq!(
        named.difference(&helpful).collect::<Vec<_>>(),
        [&measure(3)],
        "VoorZorg costs more than it yields here"
    );
    assert_eq!(out.unknown, [1, 2, 6, 17].map(measure));
    assert!(out.unlocked.short > Money::zero() && out.unlocked.short < out.closest.short);
    assert_eq!(out_of_reach(&opening(), &target, &all_but(&kept)), out);
}

/// A tariff that nobody is paid by is no better lower: it stays where it is beside one that helps.
#[test]
fn of_equal_positions_the_nearest_is_best() {
    let plan = with(&opening(), setting("pgb.aandeel-zelfstandig"), Decimal::ZERO);
    let out = out_of_reach(&plan, &deficit_2025(Decimal::ZERO), &all_but(&[measure(14)]));
    let moved = |lever| position(&out.closest.plan, lever) - position(&plan, lever);
    assert!(moved(CATALOGUE.lever(lever_id("pgb.tarief-informeel"))) < Decimal::ZERO);
    assert_eq!(moved(CATALOGUE.lever(lever_id("pgb.pct-zelfstandig"))), Decimal::ZERO);
}
