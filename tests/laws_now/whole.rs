//! What holds where every saving on care is a part of lines: no measure saves more than there is, and the deficit comes from
//! somewhere.

use ombuigen::model::id::Setting;
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::{Post, Total};
use ombuigen::model::role::InputRole;
use ombuigen::scenario::Scenario;
use ombuigen::scenario::edit::Edit;
use ombuigen::scenario::names::unknown_costs;
use proptest::prelude::*;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::plans::*;

/// A cost that somebody entered is no choice of the council: another ready-made scenario leaves it, as an own figure.
#[test]
fn another_start_keeps_the_costs_that_were_entered() {
    let cost = setting("kosten.9");
    let entered = Edit::Set(cost, Some(Decimal::from(50_000)));
    let opening = Scenario::opening(&CATALOGUE).apply(&entered, &CATALOGUE).expect("an allowed edit");
    for start in 0..CATALOGUE.scenarios().len() {
        let other = opening.apply(&Edit::StartFrom(start), &CATALOGUE).expect("an allowed edit");
        assert_eq!(other.plan().own(cost), Some(Decimal::from(50_000)), "{}", CATALOGUE.scenarios()[start].id);
    }
}

proptest! {
    #![proptest_config(cases(100))]

    /// A line is never less than nothing, however much its measures would take away.
    #[test]
    fn no_line_costs_less_than_nothing(plan in any_plan()) {
        prop_assume!(plan.check_rests(&CATALOGUE).is_ok());
        for (year, result) in project(&plan).iter() {
            let nothing = Money::from_euros(-Decimal::new(1, 6));
            prop_assert!(result.parts.lines.iter().all(|line| *line >= nothing), "in {}: {:?}", year.number(), result.parts.lines);
        }
    }

    /// What the deficit comes from adds up to it, whatever is set.
    #[test]
    fn what_the_deficit_comes_from_adds_up_to_it(plan in any_plan()) {
        for (_, result) in project(&plan).iter() {
            let causes: Vec<Money> = Post::CAUSES.into_iter().filter_map(|cause| cause.of(result)).collect();
            prop_assert!(causes.len() > 1, "this edition has them");
            prop_assert!(close(causes.into_iter().sum(), result.total(Total::Deficit)));
        }
    }

    /// Realisation is about effects: it never touches a cost.
    #[test]
    fn realisation_touches_no_cost(plan in any_plan(), rate in place()) {
        let id = "realisatie.bijgesteld";
        let rates = CATALOGUE.playing(InputRole::Realisation).map(Setting::Assumption).chain([setting(id)]);
        let other = with_all(&plan, rates.map(|setting| (setting, at(bounds(setting), rate))));
        let (before, after) = (project(&plan), project(&other));
        for year in CATALOGUE.horizon().years() {
            prop_assert_eq!(before[year].total(Total::Costs), after[year].total(Total::Costs));
        }
    }
}

/// A cost that no source gives is unknown while the measure is on and nobody entered it, and counts once somebody did.
#[test]
fn a_cost_that_no_source_gives_is_unknown_until_it_is_entered() {
    let (nine, year) = (measure(9), CATALOGUE.horizon().last());
    let neutral = plan_of([]);
    assert!(!CATALOGUE.is_cost_unknown(nine, year, &neutral), "a measure that is off costs nothing");
    let on = with(&neutral, setting("wlz.jeugdigen"), Decimal::from(10));
    assert!(CATALOGUE.is_cost_unknown(nine, year, &on));
    assert!(!CATALOGUE.is_cost_unknown(nine, CATALOGUE.horizon().first(), &on), "nor does it before it starts");
    let entered = with(&on, setting("kosten.9"), Decimal::from(50_000));
    assert!(!CATALOGUE.is_cost_unknown(nine, year, &entered));
    let cost = project(&entered)[year].measure(nine).cost.euros();
    assert_eq!(cost.round(), Decimal::from(64_607), "at prices of 2019, as in the fourth check scenario");
}

/// So is what it costs once: unknown in the year it starts while nobody entered it, never a 0; what is known besides is shown.
#[test]
fn a_cost_that_is_paid_once_is_unknown_until_it_is_entered() {
    let neutral = plan_of([]);
    let on = with(&with(&neutral, setting("wlz.jeugdigen"), Decimal::from(10)), setting("kosten.9"), Decimal::ZERO);
    let (nine, start) = (measure(9), setting("start.9"));
    let year = |number| CATALOGUE.horizon().year(number).expect("a year");
    let on = with(&on, start, Decimal::from(2021));
    let cost = |plan: &Plan, of, number| {
        CATALOGUE.known(of, year(number), plan, project(plan)[year(number)].measure(of))[1].map(Money::euros)
    };
    assert_eq!(
        [2020, 2021, 2022].map(|number| cost(&on, nine, number)),
        [Some(Decimal::ZERO), None, Some(Decimal::ZERO)]
    );
    assert_eq!(cost(&neutral, nine, 2021), Some(Decimal::ZERO), "a measure that is off costs nothing");
    let entered = with(&on, setting("eenmalig.9"), Decimal::from(50_000));
    assert_eq!(cost(&entered, nine, 2021), Some(Decimal::from(50_000)), "it follows no prices");
    let told = |plan: &Plan| unknown_costs(&CATALOGUE, CATALOGUE.horizon().last(), plan);
    let open = "zijn niet bekend en tellen als nul. U kunt ze bij de maatregel invullen.";
    assert_eq!(told(&on), Some(format!("De eenmalige kosten van maatregel 9 {open}")));
    assert_eq!(told(&entered), None);
    let poh = with(&neutral, setting("poh.fte"), Decimal::from(10));
    let (eight, starts) = (measure(8), setting("start.8"));
    let number = poh.value(starts, &CATALOGUE).and_then(|year| year.to_i32()).expect("a year");
    assert!(cost(&poh, eight, number).is_some_and(|cost| cost > Decimal::ZERO), "what is known besides is no zero");
    let both = with(&poh, setting("wlz.jeugdigen"), Decimal::from(10));
    let all = "De kosten per jaar van maatregel 9 en de eenmalige kosten van maatregel 8 en 9";
    assert_eq!(told(&both), Some(format!("{all} {open}")));
}
