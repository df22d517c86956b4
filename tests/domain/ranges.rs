//! The range in the scope: exact results lie within it, the figures of the scope are drawn, and without it no band moves.

use std::sync::{Arc, LazyLock};

use ombuigen::analysis::draws::Draws;
use ombuigen::analysis::outlook::{Outlook, recorded};
use ombuigen::analysis::range::{Band, Banded, Runs, is_drawn};
use ombuigen::built_in;
use ombuigen::model::calculation::recorded_for;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::plan::Plan;
use ombuigen::model::sheet::Sheet;
use ombuigen::scenario::ready_made_plan;
use rust_decimal::Decimal;

use super::{DOMAIN, EDITION, plan, sheet};

static DRAWS: LazyLock<Draws> = LazyLock::new(|| Draws::of(&DOMAIN));

/// Every ready-made scenario in the scope, on every ready-made baseline.
fn ready_made() -> impl Iterator<Item = (String, Plan)> {
    let scope = DOMAIN.setting("bereik").unwrap();
    let starts = DOMAIN.scenarios().iter().enumerate();
    starts.flat_map(move |(start, scenario)| {
        DOMAIN.baselines().iter().enumerate().map(move |(baseline, world)| {
            let plan = ready_made_plan(start, Some(baseline), &DOMAIN).with(scope, Some(Decimal::ONE), &DOMAIN);
            (format!("{} on {}", scenario.id, world.id), plan)
        })
    })
}

#[test]
fn each_exact_number_of_a_ready_made_scenario_lies_within_its_range() {
    let program = Arc::new(recorded_for(&plan(&[("bereik", "1")]), &DOMAIN));
    for (name, plan) in ready_made() {
        let sheet = Sheet::of(&program, &plan);
        for outlook in Outlook::ALL {
            let exact = match outlook {
                Outlook::Plan => sheet.projection(),
                Outlook::Record => sheet.with(&recorded(&plan, &DOMAIN)).projection(),
            };
            let ranges = Runs::of(&DOMAIN, &sheet, &DRAWS, outlook).ranges();
            for banded in [Banded::NetSaving, Banded::Deficit] {
                let bands = ranges.of(banded);
                let sum = (exact.sum(banded.post()).expect("every edition has it"), bands.cumulative);
                for (amount, band) in [(banded.of(exact.last()), *bands.years.last()), sum] {
                    let side = band.side(banded, amount);
                    assert_eq!(side, None, "{name}, {outlook:?}, {banded:?}: {amount:?} beside {band:?}");
                }
            }
        }
    }
}

#[test]
fn without_the_scope_every_band_is_that_of_the_edition_by_itself() {
    let edition = built_in::catalogue(EDITION).expect("the seeds are right");
    let numbers = |catalogue: &Catalogue, plan: &Plan, draws: &Draws, outlook| {
        let sheet = Sheet::of(&Arc::new(recorded_for(plan, catalogue)), plan);
        Runs::of(catalogue, &sheet, draws, outlook).ranges().numbers()
    };
    let draws = Draws::of(&edition);
    for own in edition.scenarios() {
        let wide = DOMAIN.scenarios().iter().find(|preset| preset.id == own.id).expect("the part has it too");
        for outlook in Outlook::ALL {
            let by_itself = numbers(&edition, &own.plan, &draws, outlook);
            let with_part = numbers(&DOMAIN, &wide.plan, &DRAWS, outlook);
            let is_off = by_itself.iter().zip(&with_part).any(|(one, other)| (one - other).abs() > 0.005);
            assert!(by_itself.len() == with_part.len() && !is_off, "{}, {outlook:?}", own.id);
        }
    }
}

/// Growth of the Wmo, of sheltered work and of income are drawn as growth of youth care is, and so is what pilots bring.
#[test]
fn the_figures_of_the_scope_are_drawn_until_somebody_sets_them() {
    let ids = [
        "sd.groei.wmo",
        "sd.groei.wsw",
        "sd.baten.groei",
        "sd.autonome-groei.vervolg",
        "crisisteam.baten-gemeente",
        "crisisteam.toerekening",
        "team8tien.toerekening",
    ];
    for setting in ids.map(|id| DOMAIN.setting(id).unwrap_or_else(|| panic!("no setting `{id}`"))) {
        assert!(DRAWS.column(setting).is_some(), "{}", DOMAIN.id_of(setting));
        for outlook in Outlook::ALL {
            assert!(is_drawn(setting, &DOMAIN, &plan(&[("bereik", "1")]), outlook));
        }
    }
    let width = |settings: &[(&str, &str)]| {
        let sheet = sheet(
            &plan(&[&[("bereik", "1"), ("groei.volume", "1.15"), ("groei.zwaarte", "5.2")], settings].concat()),
            &[],
        );
        let ranges = Runs::of(&DOMAIN, &sheet, &DRAWS, Outlook::Plan).ranges();
        let Band { low, high, .. } = *ranges.of(Banded::Deficit).years.last();
        high - low
    };
    let (open, held) = (width(&[]), width(&[("sd.groei.wmo", "2.05")]));
    assert!(held < open * 0.9, "{held} where growth is set, {open} where it is drawn");
}
