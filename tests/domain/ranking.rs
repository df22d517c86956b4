//! What matters most and how to reach a target, in the scope: pilots take part as measures do, but for those whose effect nobody
//! knows.

use std::sync::Arc;

use ombuigen::analysis::goal::{Aim, Outcome, Target, seek};
use ombuigen::analysis::sensitivity::{Mover, influences};
use ombuigen::built_in;
use ombuigen::model::calculation::recorded_for;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::id::Setting;
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::Total;
use ombuigen::model::sheet::Sheet;
use rust_decimal::Decimal;

use super::{DOMAIN, EDITION, plan, preset, sheet};

fn name(mover: Mover, catalogue: &Catalogue) -> String {
    match mover {
        Mover::Range(setting) | Mover::Set(setting) => catalogue.id_of(setting),
        Mover::Measure(measure) => catalogue.measure(measure).number.to_string(),
    }
}

fn movers(plan: &Plan) -> Vec<String> {
    influences(&DOMAIN, &sheet(plan, &[])).into_iter().map(|influence| name(influence.subject, &DOMAIN)).collect()
}

#[test]
fn growth_of_the_other_laws_and_the_pilots_are_ranked() {
    let movers = movers(&preset("pilots-voortzetten"));
    for expected in
        ["sd.groei.wmo", "sd.groei.wsw", "sd.baten.groei", "sd.autonome-groei.vervolg", "gezin.toerekening", "18", "20"]
    {
        assert!(movers.iter().any(|mover| mover == expected), "{expected} is not among {movers:?}");
    }
}

/// A measure whose effect nobody knows is not ranked by what it costs alone.
#[test]
fn a_pilot_with_an_unknown_effect_is_ranked_once_somebody_says_what_a_euro_brings() {
    let unknown = [("bereik", "1"), ("enjoylife.budget", "100000"), ("ipta.jongeren", "10")];
    let ranked = |settings: &[(&str, &str)]| {
        let movers = movers(&plan(settings));
        ["24", "25"].map(|number| movers.iter().any(|mover| mover == number))
    };
    assert_eq!(ranked(&unknown), [false, false]);
    assert_eq!(ranked(&[&unknown[..], &[("overig.baten-per-euro", "0.5")]].concat()), [true, true]);
}

#[test]
fn without_the_scope_the_ranking_is_that_of_the_edition_by_itself() {
    let edition = built_in::catalogue(EDITION).expect("the seeds are right");
    let ranked = |catalogue: &Catalogue, plan: &Plan| {
        let all = influences(catalogue, &Sheet::of(&Arc::new(recorded_for(plan, catalogue)), plan));
        all.into_iter().map(|one| (name(one.subject, catalogue), one.from, one.to)).collect::<Vec<_>>()
    };
    for own in edition.scenarios() {
        assert_eq!(ranked(&DOMAIN, &preset(&own.id)), ranked(&edition, &own.plan), "{}", own.id);
    }
}

/// A target so much below the deficit of the last year.
fn lower(sheet: &Sheet, euros: i64) -> Target {
    let deficit = sheet.projection().last().total(Total::Deficit);
    let (aim, amount) = (Aim::Deficit, deficit - Money::from_euros(euros.into()));
    Target { aim, year: DOMAIN.horizon().last(), amount }
}

#[test]
fn a_target_is_reached_without_pilots_that_nobody_knows_the_effect_of() {
    let start = plan(&[("bereik", "1")]);
    let sheet = sheet(&start, &[]);
    let Outcome::Answers(answers) = seek(&DOMAIN, &sheet, &lower(&sheet, 1_500_000), &[]) else { panic!("in reach") };
    for answer in answers {
        let mut moved = DOMAIN.levers().iter().filter(|lever| {
            let setting = Setting::Lever(lever.id);
            answer.plan.own(setting) != start.own(setting)
        });
        assert!(moved.all(|lever| !DOMAIN.measure(lever.measure).is_unknown(&start)), "{:?}", answer.kind);
    }
    let Outcome::OutOfReach(out) = seek(&DOMAIN, &sheet, &lower(&sheet, 900_000_000), &[]) else { panic!("too far") };
    let unknown = DOMAIN.measures().iter().filter(|measure| measure.is_unknown(&start)).map(|measure| measure.measure);
    assert_eq!(out.unknown, unknown.collect::<Vec<_>>());
    assert!(out.unknown.len() > 19, "the pilots without an amount are among them");
}

/// Pilots do nothing there, so they are no way to anything, nor left out for what nobody knows of them.
#[test]
fn without_the_scope_a_target_is_reached_as_in_the_edition_by_itself() {
    let edition = built_in::catalogue(EDITION).expect("the seeds are right");
    let sought = |catalogue: &Catalogue, euros| {
        let plan = catalogue.reference().plan.clone();
        let sheet = Sheet::of(&Arc::new(recorded_for(&plan, catalogue)), &plan);
        let set = |plan: &Plan| {
            plan.differing().map(|(of, value)| (catalogue.id_of(of), value)).collect::<Vec<(String, Decimal)>>()
        };
        match seek(catalogue, &sheet, &lower(&sheet, euros), &[]) {
            Outcome::AlreadyMet { .. } => panic!("the target is lower"),
            Outcome::Answers(answers) => {
                answers.iter().map(|answer| (set(&answer.plan), answer.value)).collect::<Vec<_>>()
            }
            Outcome::OutOfReach(out) => {
                let unknown = out.unknown.iter().map(|measure| catalogue.measure(*measure).number.to_string());
                vec![
                    (set(&out.closest.plan), out.closest.value),
                    (unknown.map(|number| (number, Decimal::ZERO)).collect(), out.closest.short),
                ]
            }
        }
    };
    for euros in [1_000_000, 3_000_000, 900_000_000] {
        assert_eq!(sought(&DOMAIN, euros), sought(&edition, euros), "{euros}");
    }
}
