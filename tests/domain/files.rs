//! What is handed over of the scope: files name it and hold its lines and results, and without it they are those of the edition
//! by itself.

use std::sync::Arc;

use ombuigen::analysis::draws::Draws;
use ombuigen::analysis::outlook::{ByOutlook, Outlook, recorded};
use ombuigen::analysis::range::Runs;
use ombuigen::built_in;
use ombuigen::export::csv::Dialect;
use ombuigen::export::{About, Given, InOutlook, csv, json};
use ombuigen::model::calculation::recorded_for;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::sheet::Sheet;
use ombuigen::scenario::Scenario;
use ombuigen::scenario::edit::Edit;
use rust_decimal::Decimal;
use serde_json::Value;

use super::{DOMAIN, EDITION, start_from};

/// Makes a file of a scenario, its ranges over one block of nothing drawn.
fn made(scenario: &Scenario, catalogue: &Catalogue, make: fn(&Given<'_>) -> String) -> String {
    let plan = scenario.plan();
    let sheet = Sheet::of(&Arc::new(recorded_for(plan, catalogue)), plan);
    let none = Draws::fixed(std::iter::empty());
    let ranges = |outlook| Runs::of(catalogue, &sheet, &none, outlook).ranges();
    let (projection, record) = (sheet.projection(), sheet.with(&recorded(plan, catalogue)).projection());
    let outlooks = ByOutlook {
        plan: InOutlook { title: "Als alles lukt", projection: projection.clone(), ranges: ranges(Outlook::Plan) },
        record: InOutlook { title: "Als bij eerdere plannen", projection: record, ranges: ranges(Outlook::Record) },
    };
    let [name, date, link] = ["Een scenario", "26 november 2026", "https://voorbeeld.nl/"].map(str::to_string);
    let about = About { name, date, link };
    make(&Given { about: &about, catalogue, scenario, sheet: &sheet, projection: &projection, outlooks: &outlooks })
}

fn in_dutch(given: &Given<'_>) -> String {
    csv::write(given, Dialect::Dutch)
}

fn started(id: &str) -> Scenario {
    start_from(&Scenario::opening(&DOMAIN), id)
}

#[test]
fn the_table_names_its_scope_and_holds_its_lines_and_results() {
    let table = made(&started("pilots-voortzetten"), &DOMAIN, in_dutch);
    for row in [
        "Over;bereik;Hele sociaal domein;",
        "Totaal;from-other-laws;",
        "Totaal;deficit-whole;",
        "Maatregel;savings.18;\"18. Procescoördinatie, besparing\";",
        "Regel;line.sd.wmo.huishoudelijke-hulp;",
        "Regel;line.sd.baten.wmo-bijdragen;",
    ] {
        let plain = row.replace('"', "");
        assert!(table.lines().any(|line| line.starts_with(row) || line.starts_with(&plain)), "no row {row}");
    }
    let unknown = table.lines().find(|line| line.starts_with("Maatregel;savings.24;")).expect("a row");
    assert!(unknown.contains("niet bekend") && unknown.ends_with(&";".repeat(9)), "{unknown}");
    assert!(!table.contains("Eigen invoer"));
    let published = made(&started("pilots-gepubliceerd"), &DOMAIN, in_dutch);
    assert!(!published.contains("Eigen invoer") && !published.contains("eigen invoer"));
    assert_eq!(published.matches("\r\nCijfer van het scenario;").count(), 3);
}

#[test]
fn the_document_names_its_scope_and_leaves_unknown_what_nobody_knows() {
    let document = |id| -> Value { serde_json::from_str(&made(&started(id), &DOMAIN, json::write)).expect("JSON") };
    let pilots = document("pilots-voortzetten");
    assert_eq!(pilots["scenario"]["scope"], "sociaal-domein");
    let named = |list: &str, key: &str, id: Value| {
        let found = pilots[list].as_array().and_then(|list| list.iter().find(|one| one[key] == id));
        found.unwrap_or_else(|| panic!("no {id}")).clone()
    };
    for figure in ["from-other-laws", "deficit-whole"] {
        assert!(named("totals", "figure", figure.into())["amounts"]["per_year"]["2025"].is_string(), "{figure}");
    }
    assert!(named("care_lines", "id", "sd.participatie.wsw".into())["amounts"]["per_year"]["2025"].is_string());
    let unknown = named("measures", "measure", 24.into());
    for part in ["saving", "saved_elsewhere", "saved_in_society"] {
        assert!(unknown[part].is_null(), "{part}");
    }
    let published = document("pilots-gepubliceerd");
    assert_eq!(published["own_figures"], Value::Array(Vec::new()));
    assert_eq!(published["scenario_figures"].as_array().map(Vec::len), Some(3));
}

/// What somebody else sees does not hang on whether the part was fetched.
#[test]
fn without_the_scope_the_table_is_that_of_the_edition_by_itself() {
    let edition = built_in::catalogue(EDITION).expect("the seeds are right");
    let by_itself = made(&Scenario::opening(&edition), &edition, in_dutch);
    let with_part = made(&Scenario::opening(&DOMAIN), &DOMAIN, in_dutch);
    let of_scope =
        |line: &&str| !line.starts_with("Totaal;from-other-laws;") && !line.starts_with("Totaal;deficit-whole;");
    assert_eq!(with_part.lines().filter(of_scope).collect::<Vec<_>>(), by_itself.lines().collect::<Vec<_>>());
    assert!(by_itself.contains("Over;bereik;Jeugdhulp;"));
    let document: Value = serde_json::from_str(&made(&Scenario::opening(&DOMAIN), &DOMAIN, json::write)).expect("JSON");
    assert_eq!(document["scenario"]["scope"], "jeugd");
    assert_eq!(document["measures"].as_array().map(Vec::len), Some(edition.measures().len()));
}

/// An own figure is told as one, with its reason.
#[test]
fn what_somebody_replaced_is_told_as_own_input() {
    let team = DOMAIN.figure_named("crisisteam.toerekening").unwrap();
    let own = Edit::Replace(team, Decimal::new(4, 1), "ons onderzoek".to_string());
    let table = made(&started("pilots-gepubliceerd").apply(&own, &DOMAIN).unwrap(), &DOMAIN, in_dutch);
    let told: Vec<_> = table.lines().filter(|line| line.starts_with("Eigen invoer;")).collect();
    assert!(matches!(told[..], [one] if one.contains("ons onderzoek")), "{told:?}");
    assert_eq!(table.matches("\r\nCijfer van het scenario;").count(), 2);
}
