//! The exact calculation and the loader in a real browser: the same decimals as on a desk.
#![cfg(target_arch = "wasm32")]

use ombuigen::built_in;
use ombuigen::export::About;
use ombuigen::export::workbook::workbook;
use ombuigen::model::projection::Total;
use ombuigen::scenario::Scenario;
use ombuigen::scenario::link::{check_amount, read, write};
use wasm_bindgen_test::{wasm_bindgen_test, wasm_bindgen_test_configure};

#[path = "common/results.rs"]
mod results;

use results::{project, sheet};

wasm_bindgen_test_configure!(run_in_browser);

/// The links that are kept for ever hold the 2025 deficit that was computed natively.
#[wasm_bindgen_test]
fn kept_links_reproduce_in_the_browser() {
    let catalogue = built_in::catalogue("2019.1").expect("the seeds are right");
    let links = include_str!("links/v1.txt").lines().filter(|line| !line.is_empty() && !line.starts_with("//"));
    for link in links {
        let opened = read(link, &catalogue);
        let projection = project(opened.scenario.plan());
        let deficit = projection.last().total(Total::Deficit);
        assert_eq!(opened.check, Some(check_amount(deficit)), "{link}");
        assert_eq!(read(&write(&opened.scenario, &projection, &catalogue), &catalogue).scenario, opened.scenario);
    }
}

#[wasm_bindgen_test]
fn the_explanation_ends_at_the_result_in_the_browser() {
    let catalogue = built_in::catalogue("2019.1").expect("the seeds are right");
    let plan = &catalogue.scenarios()[0].plan;
    let sheet = sheet(plan);
    let place = sheet.program().results().projection.last().total(Total::Deficit);
    let explained = sheet.explain(place, catalogue.frame());
    assert_eq!(explained.steps[0].value, sheet.value(place));
    assert!(explained.steps.len() > 50 && explained.leaves.len() > 50);
}

/// LibreOffice reads it elsewhere; here it is enough that it is made, also its date, which only the browser knows.
#[wasm_bindgen_test]
fn a_workbook_is_made_in_the_browser() {
    let catalogue = built_in::catalogue("2019.1").expect("the seeds are right");
    let about = About { name: "Actieplan".into(), date: "3 mei 2026".into(), link: "https://voorbeeld.nl/".into() };
    let opening = Scenario::opening(&catalogue);
    let bytes = workbook(&catalogue, &opening, &about).expect("a workbook");
    assert!(bytes.starts_with(b"PK") && bytes.len() > 50_000, "{} bytes", bytes.len());
}
