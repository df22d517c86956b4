//! How long the calculation takes in a real browser.
#![cfg(target_arch = "wasm32")]

mod steps;

use std::hint::black_box;

use ombuigen::analysis::draws::Draws;
use ombuigen::analysis::outlook::{Outlook, recorded as as_earlier};
use ombuigen::analysis::range::Runs;
use ombuigen::export::About;
use ombuigen::export::workbook::workbook;
use ombuigen::model::calculation::recorded_for;
use ombuigen::model::payers::flows;
use ombuigen::model::sheet::Sheet;
use ombuigen::scenario::Scenario;
use steps::{Opening, with_parts, with_shares};
use wasm_bindgen_test::{Criterion, wasm_bindgen_bench, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

// One function for each: between them the browser answers its driver, which waits no longer than five minutes.
#[wasm_bindgen_bench]
fn first_edition(criterion: &mut Criterion) {
    of_nth(0, criterion);
}

#[wasm_bindgen_bench]
fn edition_of_now(criterion: &mut Criterion) {
    of_nth(1, criterion);
}

#[wasm_bindgen_bench]
fn its_wider_scope(criterion: &mut Criterion) {
    of_nth(2, criterion);
}

fn of_nth(at: usize, criterion: &mut Criterion) {
    of_opening(&Opening::all().nth(at).expect("an opening"), criterion);
}

fn of_opening(opening: &Opening, criterion: &mut Criterion) {
    let Opening { name: edition, catalogue, sheet } = opening;
    let named = |what: &str| format!("{edition}, {what}");
    for (name, _, plan) in opening.steps() {
        measure(criterion, &named(name), || sheet.with(&plan).projection());
    }
    let record = sheet.with(&as_earlier(sheet.plan(), catalogue));
    let (name, setting, plan) = opening.steps().next().expect("a step");
    measure(criterion, &named(&format!("{name}, in both outlooks")), || {
        (sheet.with(&plan).projection(), record.with(&as_earlier(&plan, catalogue)).projection())
    });
    let lever = catalogue.lever_named(setting).expect("a lever");
    let shares = format!("{name}, with its share in each year");
    measure(criterion, &named(&shares), || with_shares(&sheet.with(&plan), lever));
    let parts = format!("{name}, with all parts of each year");
    measure(criterion, &named(&parts), || with_parts(&sheet.with(&plan)));
    measure(criterion, &named("everything"), || Sheet::of(sheet.program(), sheet.plan()).projection());
    measure(criterion, &named("recording the program, once"), || recorded_for(sheet.plan(), catalogue));
    let last = catalogue.horizon().last();
    if flows(sheet.plan(), last, catalogue).is_some() {
        measure(criterion, &named("who pays and who reaps in a year"), || flows(sheet.plan(), last, catalogue));
    }
    let about = About { name: String::new(), date: String::new(), link: String::new() };
    let scenario = Scenario::opening(catalogue);
    measure(criterion, &named("making the workbook"), || workbook(catalogue, &scenario, &about).map_err(drop));
    measure(criterion, &named("the draws of the range"), || Draws::of(catalogue));
    let draws = Draws::of(catalogue);
    let runs = || Runs::of(catalogue, sheet, &draws, Outlook::Record);
    measure(criterion, &named("10.000 draws of the whole calculation"), runs);
    let runs = runs();
    measure(criterion, &named("the bands of the runs"), || runs.ranges());
}

fn measure<T>(criterion: &mut Criterion, what: &str, mut run: impl FnMut() -> T) {
    criterion.bench_function(what, |bencher| bencher.iter(|| black_box(run())));
}
