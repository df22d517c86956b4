//! Without the scope nothing of youth care moves: with the part loaded every result is that of the edition by itself, to the
//! last digit.

use std::sync::{Arc, LazyLock};

use ombuigen::built_in;
use ombuigen::model::calculation::recorded_for;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::plan::Plan;
use ombuigen::model::program::Program;
use ombuigen::model::projection::{Detail, MeasureResult, Projection, Total};
use ombuigen::model::sheet::Sheet;
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::EDITION;
use crate::plans::{CATALOGUE, any_plan, cases, project};

/// The edition with the part that holds the scope.
static WITH_PART: LazyLock<Catalogue> =
    LazyLock::new(|| built_in::part(EDITION, "sociaal-domein").expect("the seeds are right"));

/// The program of the edition with the part, without the scope.
static PROGRAM: LazyLock<Arc<Program>> = LazyLock::new(|| Arc::new(recorded_for(&Plan::default(), &WITH_PART)));

/// All results that both have, in the same order.
fn results(projection: &Projection) -> Vec<Decimal> {
    let of_measure =
        |result: &MeasureResult| [result.alone, result.saving, result.cost, result.elsewhere, result.social].to_vec();
    let of_year = projection.iter().flat_map(|(_, year)| {
        let totals = Total::ALL.map(|total| year.total(total));
        let measures = year.parts.measures.iter().take(CATALOGUE.measures().len()).flat_map(of_measure);
        let levers = year.parts.levers.iter().take(CATALOGUE.levers().len()).copied();
        let lines = year.parts.lines.iter().take(CATALOGUE.lines().count()).copied();
        let own =
            Detail::ALL.into_iter().filter(|detail| ![Detail::FromOtherLaws, Detail::DeficitWhole].contains(detail));
        let details: Vec<_> = own.filter_map(|detail| year.detail(detail)).collect();
        let sums = [year.net_saving, year.in_kind];
        totals.into_iter().chain(measures).chain(levers).chain(lines).chain(details).chain(sums).collect::<Vec<_>>()
    });
    of_year.map(|amount| amount.euros()).collect()
}

/// The same plan with the part loaded: every setting by its id.
fn with_part(plan: &Plan) -> Plan {
    plan.differing().fold(Plan::default(), |with, (setting, value)| {
        let id = CATALOGUE.id_of(setting);
        with.with(WITH_PART.setting(&id).unwrap_or_else(|| panic!("no `{id}`")), Some(value), &WITH_PART)
    })
}

/// The place of the first result that differs.
fn differs(plan: &Plan) -> Option<usize> {
    let part = Sheet::of(&PROGRAM, &with_part(plan)).projection();
    let [by_itself, part] = [project(plan), part].each_ref().map(results);
    assert_eq!(by_itself.len(), part.len());
    by_itself.iter().zip(&part).position(|(one, other)| one != other)
}

#[test]
fn ready_made_plans_are_the_same() {
    for preset in CATALOGUE.scenarios().iter().chain(CATALOGUE.baselines()) {
        assert_eq!(differs(&preset.plan), None, "{}", preset.id);
    }
}

proptest! {
    #![proptest_config(cases(40))]

    #[test]
    fn any_plan_is_the_same(plan in any_plan()) {
        prop_assert_eq!(differs(&plan), None);
    }
}

/// The plans of before have the same ids and places with the part as without.
#[test]
fn the_part_adds_behind_what_the_edition_has() {
    let ids = |catalogue: &Catalogue| catalogue.scenarios().iter().map(|preset| preset.id.clone()).collect::<Vec<_>>();
    let measures =
        |catalogue: &Catalogue| catalogue.measures().iter().map(|measure| measure.number).collect::<Vec<_>>();
    assert!(ids(&WITH_PART).starts_with(&ids(&CATALOGUE)));
    assert!(measures(&WITH_PART).starts_with(&measures(&CATALOGUE)));
    assert_eq!(CATALOGUE.scopes().len(), 1);
    assert_eq!(WITH_PART.scopes().len(), 2);
}

#[test]
fn pilots_do_nothing_without_the_scope() {
    let without = WITH_PART.setting("bereik").unwrap();
    let going_on = WITH_PART.scenarios().iter().find(|preset| preset.id == "pilots-voortzetten").expect("it is there");
    let pilots = going_on.plan.clone().with(without, None, &WITH_PART);
    let sheet = |plan: &Plan| Sheet::of(&PROGRAM, plan).projection();
    let [none, all] = [Plan::default(), pilots].map(|plan| sheet(&plan));
    for (year, result) in all.iter() {
        assert_eq!(result.totals, none[year].totals, "{}", year.number());
        let pilots = result.parts.measures.iter().skip(CATALOGUE.measures().len());
        assert!(
            pilots
                .flat_map(|of| [of.alone, of.saving, of.cost, of.elsewhere, of.social])
                .all(|of| of.euros().is_zero())
        );
    }
}
