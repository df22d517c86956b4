//! In which direction each lever moves the deficit.
//!
//! With figures of their own users can turn every direction, so these laws keep to the figures of the catalogue;
//! except what a euro of prevention brings back, which no source says.

use ombuigen::model::id::{FigureId, LeverId, Setting};
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::Total;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;

use super::plans::*;

/// Where the deficit goes, in every year, when a lever goes up.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Direction {
    Down,
    Up,
}

/// Why a lever has its direction.
enum Rule {
    /// A reduction without cost: more of it never raises the deficit.
    Saves,
    /// A higher tariff or a looser cap lets more cost through.
    Allows,
    /// The cost is certain, the effect grows and is discounted. Up while a euro brings back at most a euro (the
    /// phase-in only makes that less); down where it brings back more and is at full strength from the start.
    Invests { brings_back: Decimal },
    /// Pays for itself on these figures, but only at full strength: while the effect grows or is discounted, the cost
    /// may be more. Only among moved positions: the whole one-off cost falls due with the first step.
    PaysAtFullStrength,
    /// Pays for itself up to the fte that sees all youths who need it; every fte beyond that is only cost.
    PaysUpToDemand,
}

fn rule(lever: LeverId, plan: &Plan) -> Rule {
    match CATALOGUE.lever(lever).key.as_str() {
        "wlz.jeugdigen"
        | "kostenbewust.reductie"
        | "toegang.reductie"
        | "verlengd.reductie"
        | "vervoer.reductie"
        | "lta.verschuiving" => Rule::Saves,
        "pgb.tarief-informeel"
        | "pgb.pct-zelfstandig"
        | "pgb.pct-instelling"
        | "ggz.max-uren-bggz"
        | "ggz.max-uren-sggz" => Rule::Allows,
        "preconceptie.investering"
        | "zwangeren.investering"
        | "voorzorg.investering"
        | "oja.investering"
        | "verzuim.investering"
        | "vvtz.investering" => Rule::Invests { brings_back: brings_back(lever, plan) },
        "ggzexp.aandeel" | "jongerenwerk.inzet" | "gezin.aantal" => Rule::PaysAtFullStrength,
        "poh.fte" => Rule::PaysUpToDemand,
        other => panic!("no rule for `{other}`"),
    }
}

/// What the municipality gets back of a euro at full strength.
fn brings_back(lever: LeverId, plan: &Plan) -> Decimal {
    let figure = |id| plan.figure(figure_id(id), &CATALOGUE);
    let (expected, rate) = match CATALOGUE.lever(lever).key.as_str() {
        "voorzorg.investering" => {
            let all = Decimal::ONE + figure("voorzorg.rendement");
            (all * figure("voorzorg.aandeel-gemeente"), "realisatie.zacht")
        }
        "oja.investering" => (figure("oja.baten-per-euro"), "realisatie.zacht"),
        "vvtz.investering" => (figure("overig.baten-per-euro"), "realisatie.hard"),
        _ => (figure("overig.baten-per-euro"), "realisatie.zacht"),
    };
    expected * plan.value(setting(rate), &CATALOGUE).unwrap() / Decimal::ONE_HUNDRED
}

/// The fte above which there is no youth left to see.
fn enough_fte() -> Decimal {
    let figure = |id| Plan::default().figure(figure_id(id), &CATALOGUE);
    figure("poh.vraag") / figure("poh.jeugdigen-per-fte")
}

/// The plan in which the effect of a lever is whole from the start year.
fn at_once(plan: &Plan, lever: LeverId) -> Plan {
    with(plan, CATALOGUE.ramp_of(CATALOGUE.lever(lever).measure).expect("a setting"), Decimal::ONE)
}

/// The plan in which a lever works at once, undiscounted, and on care that does not get cheaper.
fn at_full_strength(plan: &Plan, lever: LeverId) -> Plan {
    let by_default = ["realisatie.hard", "realisatie.zacht", "groei.volume", "groei.zwaarte"].map(setting);
    at_once(&by_default.iter().fold(plan.clone(), |plan, setting| without(&plan, *setting)), lever)
}

/// The plan in which the direction between two positions is known, and that direction; none where it turns between.
fn direction(lever: LeverId, low: Decimal, high: Decimal, plan: &Plan) -> Option<(Plan, Direction)> {
    let neutral = CATALOGUE.lever(lever).neutral;
    match rule(lever, plan) {
        Rule::Saves => Some((plan.clone(), Direction::Down)),
        Rule::Allows => Some((plan.clone(), Direction::Up)),
        Rule::Invests { brings_back } if brings_back <= Decimal::ONE => Some((plan.clone(), Direction::Up)),
        Rule::Invests { .. } => Some((at_once(plan, lever), Direction::Down)),
        Rule::PaysAtFullStrength => (low > neutral).then(|| (at_full_strength(plan, lever), Direction::Down)),
        Rule::PaysUpToDemand if high <= enough_fte() => Some((at_full_strength(plan, lever), Direction::Down)),
        Rule::PaysUpToDemand => (low >= enough_fte()).then(|| (plan.clone(), Direction::Up)),
    }
}

/// A plan with any return on prevention: about as often below as above one euro per euro.
fn plan_with_returns() -> impl Strategy<Value = Drawn> {
    let per_euro = |id, place| (setting(id), at(bounds(setting(id)), place));
    (policy_plan(), 0..=400_u16, 0..=400_u16).prop_map(move |(plan, other, oja)| {
        Drawn(with_all(&plan, [per_euro("overig.baten-per-euro", other), per_euro("oja.baten-per-euro", oja)]))
    })
}

proptest! {
    #![proptest_config(cases(800))]

    #[test]
    fn the_deficit_follows_each_lever(
        plan in plan_with_returns(),
        lever in select(CATALOGUE.lever_ids().collect::<Vec<_>>()),
        one in place(),
        other in place(),
    ) {
        let bounds = CATALOGUE.lever(lever).bounds;
        let (low, high) = (at(bounds, one.min(other)), at(bounds, one.max(other)));
        let known = direction(lever, low, high, &plan);
        prop_assume!(known.is_some());
        let (plan, direction) = known.unwrap();
        let deficits = |position| project(&with(&plan, Setting::Lever(lever), position));
        let (below, above) = (deficits(low), deficits(high));
        for year in CATALOGUE.horizon().years() {
            let change = above[year].total(Total::Deficit).euros() - below[year].total(Total::Deficit).euros();
            let against = if direction == Direction::Down { change } else { -change };
            prop_assert!(
                against <= Decimal::new(1, 6),
                "{} from {low} to {high} changes {} by {change}, not {direction:?}", CATALOGUE.lever(lever).key, year.number()
            );
        }
    }
}

/// The figure with this id.
pub fn figure_id(id: &str) -> FigureId {
    CATALOGUE.figure_named(id).unwrap_or_else(|| panic!("no figure `{id}`"))
}
