//! The reading in floats gives what the exact one gives, and the bands are what they say.

use std::sync::Arc;

use ombuigen::analysis::draws::{COUNT, Draws};
use ombuigen::analysis::lanes::Lanes;
use ombuigen::analysis::outlook::Outlook;
use ombuigen::analysis::range::{Band, Banded, Bands, Runs, is_drawn};
use ombuigen::model::calculation::recorded;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::id::Leaf;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::{Projection, Total};
use ombuigen::model::sheet::Sheet;
use proptest::prelude::*;
use proptest::sample::select;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::plans::*;
use super::seeds;

/// Every total of every year.
fn all_totals<T: Copy>(projection: &Projection<T>) -> Vec<T> {
    projection.iter().flat_map(|(_, year)| year.totals).collect()
}

/// The bands of a result over some runs.
pub fn bands_of(banded: Banded, runs: &Runs) -> Bands {
    runs.ranges().of(banded).clone()
}

/// Either outlook.
fn an_outlook() -> impl Strategy<Value = Outlook> {
    select(Outlook::ALL.to_vec())
}

/// The totals of `plan` in floats, with all that is not drawn as another plan of the same shape has it.
fn in_floats(held: &Plan, plan: &Plan) -> Vec<f64> {
    let sheet = sheet(held);
    let draws =
        Draws::fixed(CATALOGUE.settings().filter_map(|setting| Some((setting, plan.value(setting, &CATALOGUE)?))));
    let outputs: Vec<_> = all_totals(&sheet.program().results().projection).into_iter().map(|at| vec![at]).collect();
    let lanes = Lanes::of(&sheet, &outputs, |leaf| match leaf {
        Leaf::Setting(setting) => draws.column(setting),
        Leaf::Neutral(_) | Leaf::Tenth(..) => None,
    });
    lanes.run(&draws).iter().map(|runs| runs[runs.len() / 2]).collect()
}

/// The settings whose presence changes which formula holds.
fn same_shape(plan: Plan, other: &Plan) -> Plan {
    let optional = CATALOGUE.settings().filter(|setting| CATALOGUE.spec(*setting).default.is_none());
    optional.fold(plan, |plan, setting| plan.with(setting, other.own(setting), &CATALOGUE))
}

proptest! {
    #![proptest_config(cases(300))]

    #[test]
    fn floats_come_within_a_euro_of_exact((plan, other) in (any_plan(), any_plan())) {
        let exact = all_totals(&project(&plan));
        for (float, exact) in in_floats(&same_shape(other.0, &plan), &plan).into_iter().zip(exact) {
            let exact = exact.euros().to_f64().unwrap();
            // Own figures can be absurd together: of an amount beyond 10^14 euros a float no longer holds single euros.
            let least = exact.abs() * 1e-14;
            prop_assert!((float - exact).abs() < least.max(1.0), "{float} in floats, {exact} exact");
        }
    }
}

/// What a run draws in an outlook, as a plan of its own.
fn as_drawn(plan: &Plan, draws: &Draws, outlook: Outlook, run: usize) -> Plan {
    let drawn = CATALOGUE.settings().filter(|setting| is_drawn(*setting, &CATALOGUE, plan, outlook));
    drawn.fold(plan.clone(), |drawn, setting| match draws.column(setting) {
        Some(column) => {
            let value = Decimal::from_f64_retain(draws.value(column, run)).unwrap();
            drawn.with(setting, Some(value), &CATALOGUE)
        }
        None => drawn,
    })
}

proptest! {
    #![proptest_config(cases(12))]

    #[test]
    fn each_run_is_the_exact_result_of_what_it_draws(
        plan in any_plan(), outlook in an_outlook(), runs in prop::collection::vec(0..COUNT, 8)
    ) {
        let draws = Draws::of(&CATALOGUE);
        let all = Runs::of(&CATALOGUE, &sheet(&plan), &draws, outlook);
        for run in runs {
            let exact = project(&as_drawn(&plan, &draws, outlook, run));
            for (banded, year) in Banded::ALL.into_iter().flat_map(|banded| CATALOGUE.horizon().years().map(move |year| (banded, year))) {
                let float = all.of_year(banded, year)[run];
                let exact = banded.of(&exact[year]).euros().to_f64().unwrap();
                prop_assert!((float - exact).abs() < 1.0, "run {run}: {float} in floats, {exact} exact");
            }
        }
    }

    #[test]
    fn no_run_leaves_a_rest_below_nothing(plan in any_plan(), run in 0..COUNT) {
        prop_assume!(plan.check_rests(&CATALOGUE).is_ok());
        prop_assert_eq!(as_drawn(&plan, &Draws::of(&CATALOGUE), Outlook::Plan, run).check_rests(&CATALOGUE), Ok(()));
    }

    #[test]
    fn percentiles_are_ordered_and_the_same_each_time(plan in any_plan(), outlook in an_outlook()) {
        let draws = Draws::of(&CATALOGUE);
        let runs = Runs::of(&CATALOGUE, &sheet(&plan), &draws, outlook);
        for banded in Banded::ALL {
            let bands = bands_of(banded, &runs);
            for band in bands.years.iter().map(|(_, band)| band).chain([&bands.cumulative]) {
                prop_assert!(band.low <= band.middle && band.middle <= band.high, "{band:?}");
            }
            let again = bands_of(banded, &Runs::of(&CATALOGUE, &sheet(&plan), &Draws::of(&CATALOGUE), outlook));
            prop_assert_eq!(bands, again);
        }
    }

    #[test]
    fn where_every_range_is_its_value_every_run_is_the_exact_result(plan in any_plan()) {
        let certain = certain_but("");
        let exact = sheet_of(&certain, &plan).projection();
        let runs = Runs::of(&certain, &sheet_of(&certain, &plan), &Draws::of(&certain), Outlook::Plan);
        for banded in Banded::ALL {
            for (year, Band { low, middle, high }) in bands_of(banded, &runs).years.iter() {
                let exact = banded.of(&exact[year]).euros().to_f64().unwrap();
                prop_assert!((high - low).abs() < 0.01 && (middle - exact).abs() < 1.0, "{middle} in floats, {exact} exact");
            }
        }
    }
}

/// The numbers of a plan with other figures than those of this build.
pub fn sheet_of(catalogue: &Catalogue, plan: &Plan) -> Sheet {
    Sheet::of(&Arc::new(recorded(catalogue)), plan)
}

/// The catalogue in which the lowest and highest of each figure but one are its value.
pub fn certain_but(id: &str) -> Catalogue {
    let collapsed = |text: &str| {
        let (mut of_figure, mut value) = (false, String::new());
        let collapse = |line: &str| {
            if line.starts_with("id = ") {
                of_figure = *line == format!("id = {id:?}");
            } else if let Some(own) = line.strip_prefix("value = ") {
                value = own.to_string();
            }
            match line.split_once(" = ") {
                Some((end @ ("low" | "high"), _)) if !of_figure => format!("{end} = {value}\n"),
                _ => format!("{line}\n"),
            }
        };
        text.lines().map(collapse).collect::<String>()
    };
    let files: Vec<_> = seeds::files().into_iter().map(|(name, text)| (name, collapsed(&text))).collect();
    seeds::read(&files).expect("a range may be narrow")
}

/// The saving of measure 15 is in proportion to what is left of the price ratio: 0,15 between 0,00 and 0,30. A tenth of a
/// triangle with equal sides lies below √(0,1 ÷ 2) = 0,2236 of its width: 0,0671 of 0,15 is 44,72 %.
#[test]
fn a_range_is_drawn_as_a_triangle() {
    let certain = certain_but("lta.prijsverhouding");
    let plan = Plan::default().with(setting("lta.verschuiving"), Some(10.into()), &certain);
    let exact = sheet_of(&certain, &plan).projection().last().total(Total::Savings).euros().to_f64().unwrap();
    let runs = Runs::of(&certain, &sheet_of(&certain, &plan), &Draws::of(&certain), Outlook::Plan);
    let Band { low, middle, high } = *bands_of(Banded::Savings, &runs).years.last();
    let parts = [low, middle, high].map(|saved| (saved / exact * 1000.0).round());
    assert_eq!(parts, [447.0, 1000.0, 1553.0]);
}

/// The return on an investment that no source gives is not drawn either: every run has its cost and no saving.
#[test]
fn an_unknown_effect_is_not_drawn() {
    let plan = Plan::default().with(setting("preconceptie.investering"), Some(100_000.into()), &CATALOGUE);
    let runs = Runs::of(&CATALOGUE, &sheet(&plan), &Draws::of(&CATALOGUE), Outlook::Record);
    assert_eq!(runs.share(Banded::Savings, CATALOGUE.horizon().last(), |saved| saved == 0.0), 1.0);
}
