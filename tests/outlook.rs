#![cfg(not(target_arch = "wasm32"))]
//! Both outlooks of the edition of now: each exact number stands beside a range that it is of.

use std::sync::{Arc, LazyLock};

use ombuigen::analysis::draws::{Draws, realisation};
use ombuigen::analysis::outlook::{Outlook, differ, middle_rate, out_of_reach, recorded};
use ombuigen::analysis::range::{Band, Banded, Ranges, Runs, Side};
use ombuigen::built_in;
use ombuigen::model::calculation;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::id::Setting;
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::Projection;
use ombuigen::model::sheet::Sheet;
use ombuigen::scenario::Scenario;
use ombuigen::scenario::edit::Edit;
use rust_decimal::Decimal;

static NOW: LazyLock<Catalogue> = LazyLock::new(|| built_in::catalogue("2026.1").expect("the seeds are right"));

fn setting(id: &str) -> Setting {
    NOW.setting(id).expect("a setting")
}

/// Every ready-made scenario on every ready-made baseline, with what it is called.
fn ready_made() -> Vec<(String, Plan)> {
    let of = |start: usize, baseline: usize| {
        let scenario = Scenario::opening(&NOW).apply(&Edit::StartFrom(start), &NOW).expect("a ready-made scenario");
        let scenario = scenario.apply(&Edit::StandOn(baseline), &NOW).expect("a ready-made baseline");
        let name = format!("{} on {}", NOW.scenarios()[start].id, NOW.baselines()[baseline].id);
        (name, scenario.plan().clone())
    };
    let starts = 0..NOW.scenarios().len();
    starts.flat_map(|start| (0..NOW.baselines().len()).map(move |baseline| of(start, baseline))).collect()
}

/// The exact results of a plan in an outlook.
fn exact(sheet: &Sheet, outlook: Outlook) -> Projection {
    match outlook {
        Outlook::Plan => sheet.projection(),
        Outlook::Record => sheet.with(&recorded(sheet.plan(), &NOW)).projection(),
    }
}

/// A result of the last year and of the summed years, each with its band.
fn pairs(projection: &Projection, ranges: &Ranges, banded: Banded) -> [(Money, Band); 2] {
    let bands = ranges.of(banded);
    let sum = projection.sum(banded.post()).expect("every edition has it");
    [(banded.of(projection.last()), *bands.years.last()), (sum, bands.cumulative)]
}

#[test]
fn each_exact_number_of_a_ready_made_scenario_lies_within_its_range() {
    let (program, draws) = (Arc::new(calculation::recorded(&NOW)), Draws::of(&NOW));
    for (name, plan) in ready_made() {
        let sheet = Sheet::of(&program, &plan);
        for outlook in Outlook::ALL {
            let projection = exact(&sheet, outlook);
            let runs = Runs::of(&NOW, &sheet, &draws, outlook);
            let ranges = runs.ranges();
            for banded in [Banded::NetSaving, Banded::Deficit] {
                for (amount, band) in pairs(&projection, &ranges, banded) {
                    let side = band.side(banded, amount);
                    assert_eq!(side, None, "{name}, {outlook:?}, {banded:?}: {amount:?} beside {band:?}");
                }
            }
        }
    }
}

/// What the youth workers of measure 7 yield has its value at the top of its range: by itself it lies at the favourable end.
#[test]
fn a_plan_of_ones_own_can_lie_outside_its_range() {
    let plan = Plan::default().with(setting("jongerenwerk.inzet"), Some(150.into()), &NOW);
    let sheet = Sheet::of(&Arc::new(calculation::recorded(&NOW)), &plan);
    let runs = Runs::of(&NOW, &sheet, &Draws::of(&NOW), Outlook::Plan);
    let [(amount, band), _] = pairs(&exact(&sheet, Outlook::Plan), &runs.ranges(), Banded::NetSaving);
    assert_eq!(band.side(Banded::NetSaving, amount), Some(Side::Favourable), "{amount:?} beside {band:?}");
}

/// The middle one of the three records in euros: 0,8 of 5,271 million.
#[test]
fn the_middle_rate_is_that_of_the_middle_record() {
    for edition in ["2019.1", "2026.1"] {
        let catalogue = built_in::catalogue(edition).expect("the seeds are right");
        let rate = Decimal::from(800_000) / Decimal::from(5_271_000);
        assert_eq!(middle_rate(&catalogue), Some(rate * Decimal::ONE_HUNDRED), "{edition}");
        assert_eq!(rate.round_dp(3), Decimal::new(152, 3));
    }
}

#[test]
fn a_realisation_that_the_plan_sets_stays_as_it_is() {
    let (soft, hard) = (setting("realisatie.zacht"), setting("realisatie.hard"));
    assert_eq!(realisation(&NOW).collect::<Vec<_>>(), [soft, hard]);
    let set = |plan: Plan, setting, percent: i64| plan.with(setting, Some(percent.into()), &NOW);
    let one = set(Plan::default(), soft, 60);
    let both = set(one.clone(), hard, 80);
    let as_earlier = recorded(&one, &NOW);
    assert_eq!((as_earlier.own(soft), as_earlier.own(hard)), (Some(60.into()), middle_rate(&NOW)));
    assert!(differ(&Plan::default(), &NOW) && differ(&one, &NOW) && !differ(&both, &NOW));
    assert_eq!(recorded(&both, &NOW), both);
}

/// As the worker sends them to the page.
#[test]
fn ranges_travel_as_numbers() {
    let sheet = Sheet::of(&Arc::new(calculation::recorded(&NOW)), Scenario::opening(&NOW).plan());
    let ranges = Runs::of(&NOW, &sheet, &Draws::of(&NOW), Outlook::Record).ranges();
    let numbers = ranges.numbers();
    assert_eq!(Ranges::read(&numbers, NOW.horizon()), Some(ranges));
    assert_eq!(Ranges::read(&numbers[3..], NOW.horizon()), None);
    assert_eq!(Ranges::read(&[&numbers[..], &numbers].concat(), NOW.horizon()), None);
}

#[test]
fn the_plan_says_which_outlook_it_asks_for() {
    let drawn = setting("realisatie.trekken");
    assert_eq!(Outlook::of(&Plan::default(), &NOW), Outlook::Plan);
    for outlook in Outlook::ALL {
        let plan = Plan::default().with(drawn, Some(outlook.asked()), &NOW);
        assert_eq!(Outlook::of(&plan, &NOW), outlook);
    }
}

/// Their figures are later expectations than those of the plan.
#[test]
fn earlier_plans_say_nothing_of_what_was_adjusted_already() {
    for edition in ["2019.1", "2026.1"] {
        let catalogue = built_in::catalogue(edition).expect("the seeds are right");
        let apart = out_of_reach(&catalogue, &calculation::recorded(&catalogue));
        let numbers: Vec<u8> = apart.into_iter().map(|measure| catalogue.measure(measure).number).collect();
        assert_eq!(numbers, [8, 11], "{edition}");
    }
}

#[test]
fn an_amount_outside_its_range_lies_on_a_side_that_is_better_or_worse() {
    let band = Band { low: 1.0, middle: 2.0, high: 3.0 };
    let side = |banded, euros: i64| band.side(banded, Money::from_euros(euros.into()));
    assert_eq!([1, 2, 3].map(|euros| side(Banded::Deficit, euros)), [None; 3]);
    assert_eq!(side(Banded::Deficit, 0), Some(Side::Favourable));
    assert_eq!(side(Banded::Deficit, 4), Some(Side::Unfavourable));
    for banded in [Banded::Savings, Banded::NetSaving] {
        assert_eq!(side(banded, 0), Some(Side::Unfavourable));
        assert_eq!(side(banded, 4), Some(Side::Favourable));
    }
}
