//! Without the scope nothing of youth care moves: with the part loaded every result is that of the edition by itself, to the
//! last digit.

use std::sync::{Arc, LazyLock};

use ombuigen::built_in;
use ombuigen::model::calculation::{recorded, recorded_for};
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::id::Setting;
use ombuigen::model::plan::Plan;
use ombuigen::model::program::Program;
use ombuigen::model::projection::{Detail, MeasureResult, Projection, Total};
use ombuigen::model::sheet::Sheet;
use rust_decimal::Decimal;

use super::{DOMAIN, EDITION};

static BY_ITSELF: LazyLock<Catalogue> = LazyLock::new(|| built_in::catalogue(EDITION).expect("the seeds are right"));

static PROGRAMS: LazyLock<[Arc<Program>; 2]> =
    LazyLock::new(|| [recorded(&BY_ITSELF), recorded_for(&Plan::default(), &DOMAIN)].map(Arc::new));

/// All results that both have, in the same order.
fn results(projection: &Projection) -> Vec<Decimal> {
    let of_measure =
        |result: &MeasureResult| [result.alone, result.saving, result.cost, result.elsewhere, result.social].to_vec();
    let of_year = projection.iter().flat_map(|(_, year)| {
        let totals = Total::ALL.map(|total| year.total(total));
        let measures = year.parts.measures.iter().take(BY_ITSELF.measures().len()).flat_map(of_measure);
        let levers = year.parts.levers.iter().take(BY_ITSELF.levers().len()).copied();
        let lines = year.parts.lines.iter().take(BY_ITSELF.lines().count()).copied();
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
        let id = BY_ITSELF.id_of(setting);
        with.with(DOMAIN.setting(&id).unwrap_or_else(|| panic!("no `{id}`")), Some(value), &DOMAIN)
    })
}

fn is_the_same(plan: &Plan, what: &str) {
    let [by_itself, part] = &*PROGRAMS;
    let projections = [Sheet::of(by_itself, plan), Sheet::of(part, &with_part(plan))].map(|sheet| sheet.projection());
    let [by_itself, part] = projections.each_ref().map(results);
    assert_eq!(by_itself.len(), part.len());
    let differ = by_itself.iter().zip(&part).position(|(one, other)| one != other);
    assert_eq!(differ, None, "{what}");
}

#[test]
fn ready_made_plans_are_the_same() {
    let presets = BY_ITSELF.scenarios().iter().chain(BY_ITSELF.baselines());
    presets.for_each(|preset| is_the_same(&preset.plan, &preset.id));
}

/// Everything that a user can set somewhere within its bounds; seeded, so that a plan that differs can be looked at again.
#[test]
fn plans_at_random_are_the_same() {
    let settable: Vec<(Setting, _)> =
        BY_ITSELF.settings().filter_map(|setting| Some((setting, BY_ITSELF.spec(setting).bounds?))).collect();
    let mut random = fastrand::Rng::with_seed(14);
    for round in 0..40 {
        let plan = settable.iter().fold(Plan::default(), |plan, (setting, bounds)| {
            let chance = if matches!(setting, Setting::Figure(_)) { 10 } else { 50 };
            if random.u8(..100) >= chance {
                return plan;
            }
            let steps = ((bounds.max - bounds.min) / bounds.step).floor();
            let value = bounds.min + bounds.step * (steps * Decimal::new(random.i64(..=1000), 3)).floor();
            plan.with(*setting, Some(value), &BY_ITSELF)
        });
        if plan.check_rests(&BY_ITSELF).is_ok() {
            is_the_same(&plan, &format!("round {round}"));
        }
    }
}

/// The plans of before have the same ids and places with the part as without.
#[test]
fn the_part_adds_behind_what_the_edition_has() {
    let ids = |catalogue: &Catalogue| catalogue.scenarios().iter().map(|preset| preset.id.clone()).collect::<Vec<_>>();
    let measures =
        |catalogue: &Catalogue| catalogue.measures().iter().map(|measure| measure.number).collect::<Vec<_>>();
    assert!(ids(&DOMAIN).starts_with(&ids(&BY_ITSELF)));
    assert!(measures(&DOMAIN).starts_with(&measures(&BY_ITSELF)));
    assert_eq!(BY_ITSELF.scopes().len(), 1);
    assert_eq!(DOMAIN.scopes().len(), 2);
}

#[test]
fn pilots_do_nothing_without_the_scope() {
    let without = DOMAIN.setting("bereik").unwrap();
    let pilots = super::preset("pilots-voortzetten").with(without, None, &DOMAIN);
    let sheet = |plan: &Plan| Sheet::of(&PROGRAMS[1], plan).projection();
    let [none, all] = [Plan::default(), pilots].map(|plan| sheet(&plan));
    for (year, result) in all.iter() {
        assert_eq!(result.totals, none[year].totals, "{}", year.number());
        let pilots = result.parts.measures.iter().skip(BY_ITSELF.measures().len());
        assert!(
            pilots
                .flat_map(|of| [of.alone, of.saving, of.cost, of.elsewhere, of.social])
                .all(|of| of.euros().is_zero())
        );
    }
}
