//! The band of the action plan in edition 2019.1, and what is drawn for it.

use ombuigen::analysis::draws::{COUNT, Draws, drawn_records};
use ombuigen::analysis::outlook::Outlook;
use ombuigen::analysis::range::{Band, Banded, Runs, is_drawn};
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::Total;
use ombuigen::scenario::Scenario;
use rust_decimal::prelude::ToPrimitive;

use super::plans::*;
use super::range::{bands_of, certain_but, sheet_of};

/// The plan, looked at as it went with earlier plans.
fn opening() -> Plan {
    Scenario::opening(&CATALOGUE).plan().clone().with(setting("realisatie.trekken"), Some(1.into()), &CATALOGUE)
}

/// The band of the 2025 deficit as earlier plans had it.
fn deficit_2025(plan: &Plan) -> Band {
    let runs = Runs::of(&CATALOGUE, &sheet(plan), &Draws::of(&CATALOGUE), Outlook::Record);
    *bands_of(Banded::Deficit, &runs).years.last()
}

/// A snapshot: it may be made again when figures, ranges or records change. The same scenario has the same band on any
/// machine, so nothing else may move it.
#[test]
fn the_plan_has_this_band() {
    let Band { low, middle, high } = deficit_2025(&opening());
    assert_eq!([low, middle, high].map(|euros| (euros / 1000.0).round()), [32862.0, 42225.0, 52910.0]);
}

#[test]
fn what_the_user_sets_is_not_drawn() {
    let own = |setting, value: i64| opening().with(setting, Some(value.into()), &CATALOGUE);
    let growth = setting("groei.zwaarte");
    let rate = setting("realisatie.zacht");
    let is_drawn = |setting, plan: &Plan, outlook| is_drawn(setting, &CATALOGUE, plan, outlook);
    for outlook in Outlook::ALL {
        assert!(is_drawn(growth, &opening(), outlook) && !is_drawn(growth, &own(growth, 3), outlook));
        assert!(!is_drawn(rate, &own(rate, 30), outlook));
    }
    assert!(is_drawn(rate, &opening(), Outlook::Record) && !is_drawn(rate, &opening(), Outlook::Plan));
    let narrower = deficit_2025(&own(growth, 3));
    let whole = deficit_2025(&opening());
    assert!(narrower.high - narrower.low < (whole.high - whole.low) / 2.0, "growth is the widest range");
}

/// With everything else fixed and one hard measure whose saving is in proportion to its realisation, the runs take the
/// three rates of the records, each in a third of the draws.
#[test]
fn realisation_is_drawn_from_the_records_each_as_often() {
    let certain = certain_but("");
    let plan = Plan::default().with(setting("vervoer.reductie"), Some(10.into()), &certain);
    let full = sheet_of(&certain, &plan).projection().last().total(Total::Savings).euros().to_f64().unwrap();
    let runs = Runs::of(&certain, &sheet_of(&certain, &plan), &Draws::of(&certain), Outlook::Record);
    let mut rates: Vec<f64> = drawn_records(&certain).map(|record| record.rate().unwrap().to_f64().unwrap()).collect();
    rates.sort_by(f64::total_cmp);
    assert_eq!(rates.len(), 3, "the first plan in two years, and the later package");
    for (at, rate) in rates.iter().enumerate() {
        let part = runs.share(Banded::Savings, CATALOGUE.horizon().last(), |saved| saved <= full * rate + 1.0);
        let expected = (at + 1) as f64 / 3.0;
        assert!((part - expected).abs() < 2.0 / COUNT as f64, "{part} of the runs up to a rate of {rate}");
    }
}
