//! Where the deficit comes from, and what each measure yields: what the charts promise to the eye.
#![cfg(not(target_arch = "wasm32"))]

use std::sync::Arc;

use ombuigen::analysis::whole::{TENTH, in_units};
use ombuigen::built_in;
use ombuigen::chart::causes::{self, causes, closed, weighs_most};
use ombuigen::chart::measures::{self, Measures};
use ombuigen::chart::steady::Steady;
use ombuigen::model::calculation::recorded;
use ombuigen::model::catalogue::{Catalogue, Lever};
use ombuigen::model::id::Setting;
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::{Detail, Post, Projection, Total};
use ombuigen::model::sheet::Sheet;
use rust_decimal::Decimal;

#[path = "common/results.rs"]
mod results;

use results::project;

/// The edition that is tested.
const EDITION: &str = "2026.1";

fn catalogue() -> Catalogue {
    built_in::catalogue(EDITION).expect("the seeds are right")
}

/// Every ready-made scenario, and with everything as now.
fn plans(catalogue: &Catalogue) -> impl Iterator<Item = Plan> {
    catalogue.scenarios().iter().map(|preset| preset.plan.clone()).chain([Plan::default()])
}

fn plan_2019() -> (Plan, Projection) {
    let plan = catalogue().scenarios()[0].plan.clone();
    let projection = project(&plan);
    (plan, projection)
}

/// Less than what a decimal of 28 digits rounds.
fn is_nothing(amount: Money) -> bool {
    amount.euros().abs() < Decimal::new(1, 9)
}

#[test]
fn the_causes_add_up_to_the_deficit_as_they_are_and_as_they_are_written() {
    for plan in plans(&catalogue()) {
        for (_, result) in project(&plan).iter() {
            let axis = Steady::over(causes::reach(result).expect("this edition has causes"));
            let chart = causes::lay_out(result, TENTH, &axis).expect("this edition has causes");
            let (whole, parts) = chart.steps.split_last().expect("a deficit");
            assert_eq!(whole.post, Post::Total(Total::Deficit));
            let causes: Vec<Post> = Post::CAUSES.into_iter().filter(|cause| cause.of(result).is_some()).collect();
            assert_eq!(parts.iter().map(|step| step.post).collect::<Vec<_>>(), causes);
            let deficit = result.total(Total::Deficit);
            assert!(is_nothing(parts.iter().map(|step| step.amount).sum::<Money>() - deficit));
            assert_eq!(parts.iter().map(|step| step.shown).sum::<Money>(), whole.shown);
            assert_eq!(whole.shown, in_units(deficit, TENTH));
        }
    }
}

/// Each bar begins where the one before it ended, and the last stands beside the end of the one before.
#[test]
fn the_steps_run_on_from_zero_to_the_deficit() {
    let (_, projection) = plan_2019();
    let result = projection.last();
    let axis = Steady::over(causes::reach(result).expect("this edition has causes"));
    let chart = causes::lay_out(result, TENTH, &axis).expect("this edition has causes");
    let (whole, parts) = chart.steps.split_last().expect("a deficit");
    let mut before = chart.zero;
    for step in parts {
        let (edges, amount) = ([step.y, step.y + step.height], step.amount);
        assert!(edges.iter().any(|edge| (edge - before).abs() < 0.02), "{step:?} does not begin at {before}");
        assert_eq!(step.after > before, amount < Money::zero(), "{step:?} goes the wrong way");
        before = step.after;
    }
    assert_eq!((whole.after, whole.y), (before, before));
    assert!((whole.y + whole.height - chart.zero).abs() < 0.02);
    let rights = chart.steps.windows(2).all(|pair| pair[0].x + pair[0].width < pair[1].x);
    assert!(rights && chart.steps.iter().all(|step| step.y > 5.0), "every bar has room beside it and for its number");
}

/// The plan, by hand: the deficit of 38,82 million would be 43,29 without what the measures take off it, 4,47.
#[test]
fn the_sentence_of_the_causes() {
    let (_, projection) = plan_2019();
    let result = projection.last();
    assert_eq!(weighs_most(result), Some(Detail::FromSeverity));
    let part = closed(result).expect("there would be a deficit");
    assert_eq!(part.round_dp(3), Decimal::new(103, 3));
    let without = result.total(Total::DeficitWithout);
    assert!((part - result.net_saving.over(without)).abs() < Decimal::new(1, 20));
    assert_eq!(closed(project(&Plan::default()).last()), Some(Decimal::ZERO));
    // In the base year nothing came yet.
    let first = &projection[projection.horizon().first()];
    assert_eq!(weighs_most(first), None);
}

#[test]
fn an_edition_without_causes_says_so() {
    let catalogue = built_in::catalogue("2019.1").expect("the seeds are right");
    let sheet = Sheet::of(&Arc::new(recorded(&catalogue)), &catalogue.scenarios()[0].plan);
    let projection = sheet.projection();
    let result = projection.last();
    assert_eq!((causes(result), closed(result), weighs_most(result)), (None, None, None));
    let axis = Steady::opening(&catalogue.pack().axes.opening_deficit);
    assert_eq!((causes::lay_out(result, TENTH, &axis), causes::reach(result)), (None, None));
}

fn laid_out(plan: &Plan) -> Measures {
    let (catalogue, projection) = (catalogue(), project(plan));
    let (year, result) = (projection.last_year(), projection.last());
    let axis = Steady::over(measures::reach(result, year, plan, &catalogue));
    measures::lay_out(result, year, plan, &catalogue, &axis)
}

#[test]
fn measures_stand_from_the_most_to_the_least_net_saving_and_add_up() {
    let catalogue = catalogue();
    for plan in plans(&catalogue) {
        let chart = laid_out(&plan);
        assert!(chart.rows.is_sorted_by(|before, after| before.net >= after.net));
        assert_eq!(chart.rows.len() + chart.unknown.len(), catalogue.measures().len());
        assert!(chart.unknown.iter().all(|unknown| catalogue.measure(unknown.measure).is_unknown(&plan)));
        let net = chart.rows.iter().map(|row| row.net).sum::<Money>();
        assert!(is_nothing(net - project(&plan).last().net_saving));
    }
}

#[test]
fn a_saving_goes_to_the_right_a_cost_to_the_left_and_the_dot_stands_at_both() {
    let chart = laid_out(&plan_2019().0);
    for row in &chart.rows {
        assert!(row.saving >= Money::zero() && row.saved.x == chart.zero, "{row:?}");
        assert!((row.paid.x + row.paid.width - chart.zero).abs() < 0.02, "{row:?}");
        let both = chart.zero + row.saved.width - row.paid.width;
        assert!((row.dot - both).abs() < 0.03, "{row:?}");
        assert!((0.0..=100.0).contains(&row.paid.x) && row.saved.x + row.saved.width <= 100.0);
    }
}

/// Less than now of what helps: it saves less than nothing, and costs less than nothing.
#[test]
fn with_less_of_a_measure_both_bars_change_sides() {
    let catalogue = catalogue();
    let setting = catalogue.setting("poh.fte").expect("a setting");
    let chart = laid_out(&Plan::default().with(setting, Some(Decimal::from(3)), &catalogue));
    let measure = catalogue.measure_of(setting).expect("a lever is of a measure");
    let row = chart.rows.iter().find(|row| row.measure == measure).expect("its effect is known");
    assert!(row.saving < Money::zero() && row.cost < Some(Money::zero()));
    assert!((row.saved.x + row.saved.width - chart.zero).abs() < 0.02 && row.paid.x == chart.zero, "{row:?}");
}

/// What it costs is in the deficit, also where nobody knows what it yields.
#[test]
fn what_costs_with_an_unknown_effect_has_no_bars_but_its_cost() {
    let catalogue = catalogue();
    let paid = catalogue.levers().iter().filter(|lever| catalogue.measure(lever.measure).is_unknown(&Plan::default()));
    let set = |plan: Plan, lever: &Lever| plan.with(Setting::Lever(lever.id), Some(lever.bounds.max), &catalogue);
    let plan = paid.fold(plan_2019().0, set);
    let chart = laid_out(&plan);
    assert!(chart.unknown.iter().all(|unknown| unknown.cost > Some(Money::zero())), "{:?}", chart.unknown);
    let net = chart.rows.iter().map(|row| row.net).sum::<Money>();
    let costs = chart.unknown.iter().filter_map(|unknown| unknown.cost).sum::<Money>();
    assert!(costs > Money::zero() && is_nothing(net - costs - project(&plan).last().net_saving));
}
