//! What the pack says of the first screen, held against the calculation: which end of a lever saves more, how far the axes
//! go, and that what is said about a measure is said once.

use std::collections::BTreeSet;

use ombuigen::model::catalogue::{Catalogue, End, Lever, Recurrence};
use ombuigen::model::id::Setting;
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::Total;
use ombuigen::model::tell::Piece;
use rust_decimal::Decimal;

use super::catalogue;
use super::results::project;

/// The plan with a lever at a position.
fn at(plan: &Plan, lever: &Lever, position: Decimal, catalogue: &Catalogue) -> Plan {
    plan.clone().with(Setting::Lever(lever.id), Some(position), catalogue)
}

/// The deficit of the last year, but for what the measures cost: a lever to the right is more saving or more investment
/// for it, so that it costs money says nothing about which end saves.
fn deficit_but_for_costs(plan: &Plan) -> Money {
    let projection = project(plan);
    let last = projection.last();
    last.total(Total::Deficit) - last.total(Total::Costs)
}

/// The plan that others are compared with. What no source says yields nothing there, and would hide a wrong end.
fn reference(catalogue: &Catalogue) -> Plan {
    let unknown = catalogue.measures().iter().filter_map(|measure| measure.unknown_until);
    let known = |plan: Plan, figure| plan.with(Setting::Figure(figure), Some(Decimal::ONE), catalogue);
    unknown.fold(catalogue.reference().plan.clone(), known)
}

/// The positions of a lever, those that save more last.
fn positions(lever: &Lever) -> Vec<Decimal> {
    let up = std::iter::successors(Some(lever.bounds.min), |position| Some(position + lever.bounds.step));
    let mut positions: Vec<_> = up.take_while(|position| *position <= lever.bounds.max).collect();
    if lever.more_saving == End::Lower {
        positions.reverse();
    }
    positions
}

#[test]
fn every_step_to_the_end_that_saves_more_saves_no_less() {
    let catalogue = catalogue();
    let plan = reference(&catalogue);
    for lever in catalogue.levers() {
        let deficits: Vec<_> = positions(lever)
            .into_iter()
            .map(|position| (position, deficit_but_for_costs(&at(&plan, lever, position, &catalogue))))
            .collect();
        for pair in deficits.windows(2) {
            let [(from, before), (to, after)] = pair else { continue };
            // The calculation rounds in the 28th digit.
            let more = (*after - *before).euros();
            assert!(more <= Decimal::new(1, 6), "{} from {from} to {to} adds {more} to the deficit", lever.key);
        }
        let (first, last) = (deficits.first().unwrap().1, deficits.last().unwrap().1);
        assert!(last < first, "{} saves as much at one end as at the other", lever.key);
    }
}

#[test]
fn the_first_screen_has_the_seven_levers_of_the_four_measures_on_top() {
    let catalogue = catalogue();
    let first: Vec<_> = catalogue.levers().iter().filter(|lever| lever.first_screen).collect();
    let expected = [
        "poh.fte",
        "voorzorg.investering",
        "pgb.tarief-informeel",
        "pgb.pct-zelfstandig",
        "pgb.pct-instelling",
        "ggz.max-uren-bggz",
        "ggz.max-uren-sggz",
    ];
    assert_eq!(first.iter().map(|lever| lever.key.as_str()).collect::<BTreeSet<_>>(), BTreeSet::from(expected));
    let of_measures: BTreeSet<_> = first.iter().map(|lever| lever.measure).collect();
    let on_top = catalogue.measures().iter().filter(|measure| measure.featured.is_some());
    assert_eq!(of_measures, on_top.map(|measure| measure.measure).collect());
}

/// Whom a measure reaches has room for five words there, of two letters or more.
#[test]
fn every_measure_on_top_says_in_five_words_whom_it_reaches() {
    let catalogue = catalogue();
    let is_word = |word: &&str| word.chars().filter(|sign| sign.is_alphabetic()).count() >= 2;
    for measure in catalogue.measures().iter().filter(|measure| measure.featured.is_some()) {
        assert!(measure.short.is_some(), "{} has a name for a tab", measure.name);
        let brief: Vec<_> = measure.reach.iter().filter(|telling| telling.is_brief).collect();
        assert_eq!(brief.len(), 1, "{} says it once", measure.name);
        for sentence in brief.iter().flat_map(|telling| &telling.says) {
            let pieces = sentence.text.iter().map(|piece| match piece {
                Piece::Text(text) => text.as_str(),
                Piece::Number(_) => "7",
            });
            let text: String = pieces.collect();
            let words = text.split_whitespace().filter(is_word).count();
            assert!(words <= 5, "{}: {text}", measure.name);
        }
    }
}

#[test]
fn every_lever_has_a_short_name_of_its_own() {
    let catalogue = catalogue();
    let names: BTreeSet<_> = catalogue.levers().iter().filter_map(|lever| lever.short.as_deref()).collect();
    assert_eq!(names.len(), catalogue.levers().len());
}

#[test]
fn the_ready_made_scenarios_stay_within_the_axes() {
    let catalogue = catalogue();
    let axes = &catalogue.pack().axes;
    let baselines = catalogue.baselines().iter().map(|preset| preset.plan.clone()).chain([Plan::default()]);
    for (baseline, scenario) in
        baselines.flat_map(|baseline| catalogue.scenarios().iter().map(move |s| (baseline.clone(), s)))
    {
        let set = |plan: Plan, (setting, value)| plan.with(setting, Some(value), &catalogue);
        let projection = project(&baseline.differing().fold(scenario.plan.clone(), set));
        for (year, result) in projection.iter() {
            let saving = (result.total(Total::Savings) - result.total(Total::Costs)).euros();
            let deficit = result.total(Total::Deficit).euros();
            let within = axes.saving.contains(&saving) && axes.deficit.contains(&deficit);
            assert!(within, "{} in {}: saves {saving}, deficit {deficit}", scenario.id, year.number());
        }
    }
}

/// A measure that the plan does not have stays as it is now; that none is forgotten shows in the amounts of `tests/cases`.
#[test]
fn the_page_opens_on_the_plan_and_compares_with_it() {
    let catalogue = catalogue();
    let opening = &catalogue.scenarios()[catalogue.default_scenario()];
    let value = |lever: &Lever| opening.plan.value(Setting::Lever(lever.id), &catalogue);
    for measure in catalogue.measures() {
        let levers = || catalogue.levers().iter().filter(|lever| lever.measure == measure.measure);
        let is_planned = levers().all(|lever| value(lever) == Some(lever.plan));
        let is_left = levers().all(|lever| value(lever) == Some(lever.neutral));
        assert!(is_planned || is_left, "{} is the plan: {}", opening.id, measure.name);
    }
    assert_eq!(catalogue.reference().id, opening.id);
}

/// The plan calls what it needs structural, and what is once stands apart in the formulas.
#[test]
fn every_measure_is_structural() {
    assert!(catalogue().measures().iter().all(|measure| measure.kind == Recurrence::Structureel));
}

#[test]
fn the_largest_risk_is_one_sentence() {
    let catalogue = catalogue();
    let sentences =
        |text: &str| text.split_inclusive(['.', '?', '!']).filter(|part| part.ends_with(['.', '?', '!'])).count();
    let found = catalogue.measures().iter().filter(|measure| measure.largest_risk.is_found());
    for measure in found {
        assert_eq!(sentences(&measure.largest_risk.text), 1, "{}: {}", measure.name, measure.largest_risk.text);
    }
}

#[test]
fn a_statement_tells_its_place_in_a_source() {
    let catalogue = catalogue();
    let limit_of = |number| catalogue.measure(catalogue.measure_numbered(number).unwrap()).limit.told();
    assert!(limit_of(12).ends_with(" (Bron 001: “pleegzorg (tot 21 jaar)”.)"), "{}", limit_of(12));
    assert_eq!(limit_of(3), "Niet gevonden in de bronnen.");
}
