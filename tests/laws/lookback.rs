//! Looking back: what was published beside the same year and scope of ours, and the growth that would have foreseen it.

use ombuigen::analysis::lookback::{Beside, Ours, fitted_growth, latest_cost};
use ombuigen::model::evidence::Against;
use ombuigen::model::id::Setting;
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::Total;
use ombuigen::model::year::Year;
use proptest::prelude::*;
use rust_decimal::Decimal;

use super::plans::*;

fn growth() -> Setting {
    setting("groei.zwaarte")
}

/// Our amounts beside the cost that was published for a year.
fn of_year(ours: &Ours, year: i32) -> Beside {
    let published = CATALOGUE.points().iter().find(|point| point.year == year && point.against == Against::Net);
    published.and_then(|point| ours.beside(point)).unwrap_or_else(|| panic!("cost of {year} is published"))
}

/// The latest published cost that the projection covers, with its year.
fn reference() -> (Decimal, Year) {
    let costs = CATALOGUE.points().iter().filter(|point| point.against == Against::Net);
    let covered = costs.filter_map(|point| Some((point.amount, CATALOGUE.horizon().year(point.year)?)));
    covered.max_by_key(|(_, year)| *year).expect("a published cost")
}

/// How far the cost of a plan is from the reference with this growth.
fn off(plan: &Plan, percent: Decimal) -> Decimal {
    let (published, year) = reference();
    project(&with(plan, growth(), percent))[year].total(Total::Net).euros() - published
}

proptest! {
    #![proptest_config(cases(60))]

    /// The model starts at what was published for the base year, whatever the measures and assumptions.
    #[test]
    fn the_base_year_does_not_deviate(plan in policy_plan()) {
        let base = of_year(&Ours::of(&CATALOGUE, &sheet(&plan)), CATALOGUE.horizon().first().number());
        prop_assert_eq!((base.baseline.deviation, base.scenario.deviation), (Decimal::ZERO, Decimal::ZERO));
    }

    #[test]
    fn published_amounts_stand_beside_the_same_year_and_scope(plan in any_plan()) {
        let both = Ours::of(&CATALOGUE, &sheet(&plan));
        let (baseline, scenario) = (project(&keeping_levers(&plan, |_| false)), project(&plan));
        prop_assert_eq!((&both.baseline, &both.scenario), (&baseline, &scenario));
        for point in CATALOGUE.points() {
            let ours = both.beside(point);
            let year = CATALOGUE.horizon().year(point.year).filter(|_| point.against != Against::Nothing);
            prop_assert_eq!(ours.is_some(), year.is_some(), "{}", point.id);
            let (Some(ours), Some(year)) = (ours, year) else { continue };
            for (held, result) in [(ours.baseline, &baseline[year]), (ours.scenario, &scenario[year])] {
                let amount = if point.against == Against::Net { result.total(Total::Net) } else { result.in_kind };
                prop_assert_eq!(held.amount, amount, "{}", point.id);
                let published = point.amount * (Decimal::ONE + held.deviation);
                prop_assert!(close(amount, Money::from_euros(published)), "{}", point.id);
            }
        }
    }

    #[test]
    fn no_other_growth_fits_better(plan in prop_oneof![3 => policy_plan(), 1 => any_plan()]) {
        let bounds = bounds(growth());
        let (lowest, highest) = (off(&plan, bounds.min), off(&plan, bounds.max));
        let Some(fitted) = fitted_growth(&CATALOGUE, &sheet(&plan)) else {
            prop_assert!(lowest * highest > Decimal::ZERO || lowest == highest, "{lowest} and {highest} bracket it");
            return Ok(());
        };
        prop_assert_eq!(bounds.check(fitted), Ok(fitted));
        for beside in [fitted - bounds.step, fitted + bounds.step].into_iter().filter(|beside| bounds.check(*beside).is_ok()) {
            prop_assert!(off(&plan, fitted).abs() <= off(&plan, beside).abs(), "{fitted} fits worse than {beside}");
        }
        prop_assert_eq!(fitted_growth(&CATALOGUE, &sheet(&with(&plan, growth(), fitted))), Some(fitted), "whatever growth was set");
    }
}

/// The check value of model.md beside the prognosis of the city: the trend does not explain its fall.
#[test]
fn the_action_plan_looked_back_on_2019() {
    let plan = &CATALOGUE.scenarios().first().expect("a scenario").plan;
    let held = of_year(&Ours::of(&CATALOGUE, &sheet(plan)), 2019);
    let published = Decimal::from(50_868_000);
    for ours in [held.baseline, held.scenario] {
        assert_eq!(ours.amount.euros().round(), Decimal::from(55_873_657), "no measure works before 2020");
        assert_eq!(ours.deviation, (ours.amount.euros() - published) / published);
    }
}

#[test]
fn the_latest_published_cost_is_the_reference() {
    let (amount, year) = reference();
    assert_eq!(latest_cost(&CATALOGUE).map(|point| (point.amount, point.year)), Some((amount, year.number())));
}

/// Without new measures less growth explains the published cost than with measures that save.
#[test]
fn a_plan_that_saves_needs_more_growth_to_explain_the_cost() {
    let plan = &CATALOGUE.scenarios().first().expect("a scenario").plan;
    let (with_plan, without) =
        (fitted_growth(&CATALOGUE, &sheet(plan)), fitted_growth(&CATALOGUE, &sheet(&Plan::default())));
    assert!(with_plan.expect("within the bounds") > without.expect("within the bounds"));
}
