//! A scenario beside its reference, and parts that add up as they are shown.
#![cfg(not(target_arch = "wasm32"))]

use ombuigen::analysis::against::{Difference, Run, Way, When, reference_plan};
use ombuigen::analysis::range::Banded;
use ombuigen::analysis::whole::{TENTH, apportion, in_units};
use ombuigen::built_in;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::{Post, Projection, Total};
use ombuigen::model::year::{Horizon, PerYear, Year};
use ombuigen::scenario::Scenario;
use ombuigen::scenario::amount::cents;
use proptest::prelude::*;
use rust_decimal::Decimal;

#[path = "common/results.rs"]
mod results;

use results::project;

/// The edition that is tested.
const EDITION: &str = "2026.1";

fn catalogue() -> Catalogue {
    built_in::catalogue(EDITION).expect("the seeds are right")
}

fn horizon() -> Horizon {
    Horizon::of(2018, 2019, 2025).expect("in order")
}

fn year(number: i32) -> Year {
    horizon().year(number).expect("within the horizon")
}

/// Differences in thousandths of a euro, from 2018 on.
fn difference(thousandths: [i64; 8]) -> Difference {
    let of = |year| Money::from_euros(Decimal::new(thousandths[horizon().offset(year)], 3));
    Difference::by_year(PerYear::from_fn(horizon(), of))
}

fn run(way: Way, when: When) -> Run {
    Run { way, when }
}

#[test]
fn the_years_that_differ_are_told_from_their_signs() {
    use Way::{Less, More};
    use When::{Between, From, Until};
    let runs = |thousandths| difference(thousandths).runs();
    let k = 1_000_000;
    assert_eq!(runs([0; 8]), []);
    // Up to and with 2021 less, none in 2022, more from 2023 on.
    let once = [0, 0, -300 * k, -200 * k, 0, 50 * k, 100 * k, 100 * k];
    assert_eq!(runs(once), [run(Less, Until(year(2021))), run(More, From(year(2023)))]);
    assert_eq!(runs([0, 0, k, k, k, k, k, k]), [run(More, From(year(2020)))]);
    assert_eq!(runs([-k; 8]), [run(Less, From(year(2018)))]);
    assert_eq!(runs([0, 0, 0, 0, 0, 0, 0, k]), [run(More, From(year(2025)))]);
    // Only in years before the last: nothing comes after it.
    assert_eq!(runs([0, 0, k, k, 0, 0, 0, 0]), [run(More, Between(year(2020), year(2021)))]);
    let twice = [0, 0, -k, k, k, -k, -k, 0];
    let told = [
        run(Less, Until(year(2020))),
        run(More, Between(year(2021), year(2022))),
        run(Less, Between(year(2023), year(2024))),
    ];
    assert_eq!(runs(twice), told);
    // The same way on both sides of a year without a difference are two runs.
    assert_eq!(runs([0, 0, k, 0, 0, 0, k, k]), [run(More, Until(year(2020))), run(More, From(year(2024)))]);
}

#[test]
fn what_comes_to_no_cent_is_no_difference() {
    assert_eq!(difference([4, -4, 4, -4, 0, 4, -4, 4]).runs(), []);
    assert_eq!(difference([0, 0, 0, 0, 0, 0, 0, 5]).runs(), [run(Way::More, When::From(year(2025)))]);
    assert_eq!(Way::of(Money::from_euros(Decimal::new(-5, 3))), Some(Way::Less));
    assert_eq!(Way::of(Money::zero()), None);
}

/// The base year, and what lies before the summed years, is not in the sum.
#[test]
fn the_sum_is_exact_and_over_the_summed_years() {
    let sum = difference([1_000, 1, 1, 1, 1, 1, 1, -7]).sum;
    assert_eq!(sum, Money::from_euros(Decimal::new(-1, 3)));
}

fn with(plan: &Plan, settings: &[(&str, Decimal)]) -> Plan {
    let catalogue = catalogue();
    let set = |plan: Plan, (id, value): &(&str, Decimal)| {
        plan.with(catalogue.setting(id).expect("a setting"), Some(*value), &catalogue)
    };
    settings.iter().fold(plan.clone(), set)
}

/// Fewer of the one and shorter of the other: hand-worked beside the results of both plans.
#[test]
fn a_question_with_two_levers_is_answered_by_year_and_summed() {
    let catalogue = catalogue();
    let plan = with(
        Scenario::opening(&catalogue).plan(),
        &[("poh.fte", Decimal::new(55, 1)), ("ggz.max-uren-bggz", 8.into())],
    );
    let reference = reference_plan(catalogue.reference(), &plan, &catalogue);
    let (here, there) = (project(&plan), project(&reference));
    let deficit = Difference::of(Banded::Deficit, &here, &there);
    for (year, more) in deficit.years.iter() {
        assert_eq!(*more, here[year].total(Total::Deficit) - there[year].total(Total::Deficit));
    }
    let sum = here.cumulative(Total::Deficit) - there.cumulative(Total::Deficit);
    assert_eq!(cents(deficit.sum), cents(sum));
    let net = Difference::of(Banded::NetSaving, &here, &there);
    let saved = |projection: &Projection| projection.sum(Post::NetSaving).expect("every edition has it");
    assert_eq!(cents(net.sum), cents(saved(&here) - saved(&there)));
    // Fewer fte cost less before they miss what they would have saved.
    let told = [run(Way::Less, When::Until(year(2021))), run(Way::More, When::From(year(2022)))];
    assert_eq!(deficit.runs(), told);
    // What is saved less is in the deficit, and the other way round.
    let opposite: Vec<Way> = net.runs().iter().map(|run| run.way).collect();
    assert_eq!(opposite, [Way::More, Way::Less]);
}

/// What the world does moves both: the difference stays that of the choices.
#[test]
fn the_reference_stands_under_the_assumptions_of_the_scenario() {
    let catalogue = catalogue();
    let opening = Scenario::opening(&catalogue);
    let grown = with(opening.plan(), &[("groei.volume", 3.into())]);
    let reference = reference_plan(opening.reference(&catalogue), &grown, &catalogue);
    assert_ne!(project(&grown), project(opening.plan()));
    assert_eq!(Difference::of(Banded::Deficit, &project(&grown), &project(&reference)).runs(), []);
    // A ready-made scenario with a realisation of its own lends its choices only.
    for preset in catalogue.scenarios() {
        let reference = reference_plan(preset, &grown, &catalogue);
        let realisation = catalogue.setting("realisatie.hard").expect("a setting");
        assert_eq!(reference.own(realisation), grown.own(realisation), "{}", preset.id);
    }
}

fn money(thousands: i64) -> Money {
    Money::from_euros(Decimal::from(thousands * 1000))
}

/// In tenths of a million.
fn shown(thousands: &[i64]) -> Vec<i64> {
    let amounts: Vec<Money> = thousands.iter().map(|amount| money(*amount)).collect();
    let tenths = apportion(&amounts, amounts.iter().copied().sum(), TENTH);
    tenths.into_iter().map(|tenth| i64::try_from(tenth.over(TENTH)).expect("whole tenths")).collect()
}

#[test]
fn parts_are_rounded_so_that_they_add_up() {
    // 1,44 + 1,44 + 1,44 = 4,32: each alone 1,4 and together 4,3, one too many.
    assert_eq!(shown(&[1440, 1440, 1440]), [15, 14, 14]);
    assert_eq!(shown(&[450, 50]), [5, 0]);
    assert_eq!(shown(&[-40, 40]), [0, 0]);
    assert_eq!(shown(&[-60, -60, -60]), [0, -1, -1]);
    assert_eq!(shown(&[0, 0, 960, 0]), [0, 0, 10, 0]);
    assert!(shown(&[]).is_empty());
    assert!(apportion(&[money(5)], money(5), Money::zero()).iter().all(|part| *part == Money::zero()));
}

proptest! {
    #[test]
    fn parts_add_up_to_the_rounded_total_each_within_a_unit(
        cents in prop::collection::vec(-1_000_000_000_i64..1_000_000_000, 0..40), unit in 1_i64..100_000_000
    ) {
        let euros = |cents: i64| Money::from_euros(Decimal::new(cents, 2));
        let (amounts, unit): (Vec<Money>, Money) = (cents.into_iter().map(euros).collect(), euros(unit));
        let total: Money = amounts.iter().copied().sum();
        let parts = apportion(&amounts, total, unit);
        prop_assert_eq!(parts.iter().copied().sum::<Money>().over(unit), in_units(total, unit).over(unit));
        for (part, amount) in parts.iter().zip(&amounts) {
            let off = (*part - *amount).over(unit).abs();
            prop_assert!(off < Decimal::ONE, "{amount:?} is shown as {part:?}");
            prop_assert!(*amount != Money::zero() || *part == Money::zero());
        }
    }

    /// As the shares of levers are: the total comes from elsewhere, and its last digits may differ.
    #[test]
    fn a_total_off_by_its_last_digits_does_no_harm(tenths in prop::collection::vec(-50_i64..50, 1..20)) {
        // Halves of a unit: where a last digit turns the rounding.
        let amounts: Vec<Money> = tenths.iter().map(|halves| TENTH * Decimal::new(halves * 5, 1)).collect();
        let total: Money = amounts.iter().copied().sum();
        for off in [-1, 0, 1] {
            let total = total + Money::from_euros(Decimal::new(off, 20));
            let parts = apportion(&amounts, total, TENTH);
            prop_assert_eq!(parts.iter().copied().sum::<Money>(), in_units(total, TENTH));
            prop_assert!(parts.iter().zip(&amounts).all(|(part, amount)| (*part - *amount).over(TENTH).abs() < Decimal::ONE));
        }
    }
}
