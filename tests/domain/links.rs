//! Links of the scope: it is named as people say it, and what only its figures know tells that they are needed.

use std::sync::Arc;

use ombuigen::built_in;
use ombuigen::model::calculation::recorded_for;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::role::InputRole;
use ombuigen::model::sheet::Sheet;
use ombuigen::scenario::Scenario;
use ombuigen::scenario::edit::Edit;
use ombuigen::scenario::link::{Verdict, is_known, read, write};
use rust_decimal::Decimal;

use super::{DOMAIN, EDITION};

fn base() -> Catalogue {
    built_in::catalogue(EDITION).expect("the seeds are right")
}

fn link(scenario: &Scenario, catalogue: &Catalogue) -> String {
    let program = Arc::new(recorded_for(scenario.plan(), catalogue));
    write(scenario, &Sheet::of(&program, scenario.plan()).projection(), catalogue)
}

fn set(scenario: &Scenario, id: &str, value: i64) -> Scenario {
    let setting = DOMAIN.setting(id).unwrap_or_else(|| panic!("no `{id}`"));
    scenario.apply(&Edit::Set(setting, Some(value.into())), &DOMAIN).unwrap_or_else(|why| panic!("{id}: {why}"))
}

fn starting(id: &str) -> Scenario {
    let at = DOMAIN.scenarios().iter().position(|preset| preset.id == id);
    let edit = Edit::StartFrom(at.unwrap_or_else(|| panic!("no `{id}`")));
    Scenario::opening(&DOMAIN).apply(&edit, &DOMAIN).expect("a ready-made scenario")
}

/// What a link says, and that it says all.
fn round(scenario: &Scenario) -> String {
    let text = link(scenario, &DOMAIN);
    let opened = read(&text, &DOMAIN);
    assert_eq!(&opened.scenario, scenario, "{text}");
    assert_eq!(opened.notes, [], "{text}");
    let program = Arc::new(recorded_for(scenario.plan(), &DOMAIN));
    let projection = Sheet::of(&program, scenario.plan()).projection();
    assert_eq!(opened.verdict(&projection, &DOMAIN), Verdict::Reproduces, "{text}");
    text
}

#[test]
fn a_link_says_the_scope_by_its_name_and_comes_back() {
    let opening = Scenario::opening(&DOMAIN);
    assert!(!round(&opening).contains("bereik"));
    assert!(round(&set(&opening, "bereik", 1)).contains("&bereik=sociaal-domein"));
    assert!(round(&set(&set(&opening, "bereik", 1), "start.22", 2021)).contains("&start.22=2021"));
    assert!(!round(&set(&opening, "proco.huishoudens", 60)).contains("bereik"));
}

#[test]
fn a_ready_made_scenario_brings_its_scope_along_and_any_other_leaves_it() {
    let pilots = starting("pilots-voortzetten");
    assert!(round(&pilots).contains("&bereik=sociaal-domein"));
    assert!(round(&set(&pilots, "bereik", 0)).contains("&bereik=jeugd"));
    let at = DOMAIN.default_scenario();
    let plan = pilots.apply(&Edit::StartFrom(at), &DOMAIN).expect("a ready-made scenario");
    assert_eq!(DOMAIN.scope_of(plan.plan()), Decimal::ONE);
    assert!(!plan.is_changed(&DOMAIN), "the scope is how it is looked at");
    let reset = pilots.apply(&Edit::ResetAssumptions, &DOMAIN).expect("always");
    assert_eq!(DOMAIN.scope_of(reset.plan()), Decimal::ONE);
}

#[test]
fn what_only_its_figures_know_asks_for_them() {
    let base = base();
    for text in [
        "bereik=sociaal-domein",
        "proco.huishoudens=60",
        "start.18=2021",
        "start.3-18=2022,,,,,,,,,,,,,,,2021",
        "s=crisisteam-stoppen",
    ] {
        assert!(!is_known(text, &base), "{text}");
        assert!(is_known(text, &DOMAIN), "{text}");
    }
    assert!(is_known("v=2&d=2026.1&poh.fte=9.5&naam=Proef", &base));
    // By hand the scope goes with the ready-made scenario.
    assert_eq!(DOMAIN.scope_of(read("s=crisisteam-stoppen", &DOMAIN).scenario.plan()), Decimal::ONE);
}

#[test]
fn a_wrong_scope_is_told_with_those_there_are() {
    let told: Vec<String> = read("bereik=alles", &DOMAIN).notes.iter().map(|note| note.in_words(&DOMAIN)).collect();
    assert_eq!(told, ["Het bereik “alles” bestaat niet; kies jeugd of sociaal-domein. De rest is gelezen."]);
}

/// The page goes on with what was set, and with what is in use.
#[test]
fn what_was_set_goes_along_to_the_wider_figures() {
    let base = base();
    let text = "d=2026.1&s=begrenzing&b=trend&poh.fte=9.5&start.3=2022&base.pgb=6000000&reden.base.pgb=offerte&naam=Proef&ref=geen&budget.2022=40000000";
    let scenario = read(text, &base).scenario;
    let wide = scenario.widened(&base, &DOMAIN);
    assert_eq!(link(&wide, &DOMAIN), link(&scenario, &base));
    let levers: Vec<_> = base.lever_ids().collect();
    assert!(levers.into_iter().all(|lever| base.lever(lever).key == DOMAIN.lever(lever).key));
    let measures: Vec<_> = base.measure_ids().collect();
    assert!(measures.into_iter().all(|measure| base.measure(measure).number == DOMAIN.measure(measure).number));
}

#[test]
fn the_edition_names_the_scope_as_its_part_is_called() {
    let base = base();
    let wider = base.wider().expect("there is more");
    assert!(built_in::part::<Catalogue>(EDITION, &wider.scope).is_some());
    assert!(base.played(InputRole::Scope).is_none());
    assert_eq!(DOMAIN.scope_named(&wider.scope), Some(Decimal::ONE));
    assert_eq!(DOMAIN.wider().map(|pack| &pack.scope), Some(&wider.scope));
}

#[test]
fn a_figure_of_a_ready_made_scenario_is_not_the_users_own() {
    let published = starting("pilots-gepubliceerd");
    assert_eq!(published.own_figures(&DOMAIN).count(), 0);
}
