//! How long the calculation takes in a real browser.
#![cfg(target_arch = "wasm32")]

mod steps;

use std::hint::black_box;

use js_sys::Promise;
use ombuigen::analysis::draws::Draws;
use ombuigen::analysis::outlook::{Outlook, recorded as as_earlier};
use ombuigen::analysis::range::Runs;
use ombuigen::built_in::EDITIONS;
use ombuigen::model::calculation::recorded;
use ombuigen::model::sheet::Sheet;
use steps::{Opening, STEPS, stepped, with_parts, with_shares};
use wasm_bindgen_futures::JsFuture;
use wasm_bindgen_test::{Criterion, wasm_bindgen_bench, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_bench]
async fn calculation(criterion: &mut Criterion) {
    for edition in EDITIONS {
        of_edition(edition.name, criterion).await;
    }
}

async fn of_edition(edition: &str, criterion: &mut Criterion) {
    let named = |what: &str| format!("{edition}, {what}");
    let Opening { catalogue, sheet } = Opening::of(edition);
    for (name, setting, amount) in STEPS {
        let plan = stepped(&catalogue, &sheet, setting, amount);
        measure(criterion, &named(name), || sheet.with(&plan).projection()).await;
    }
    let record = sheet.with(&as_earlier(sheet.plan(), &catalogue));
    let [(name, setting, amount), ..] = STEPS;
    let plan = stepped(&catalogue, &sheet, setting, amount);
    measure(criterion, &named(&format!("{name}, in both outlooks")), || {
        (sheet.with(&plan).projection(), record.with(&as_earlier(&plan, &catalogue)).projection())
    })
    .await;
    let lever = catalogue.lever_named(setting).expect("a lever");
    let shares = format!("{name}, with its share in each year");
    measure(criterion, &named(&shares), || with_shares(&sheet.with(&plan), lever)).await;
    let parts = format!("{name}, with all parts of each year");
    measure(criterion, &named(&parts), || with_parts(&sheet.with(&plan))).await;
    measure(criterion, &named("everything"), || Sheet::of(sheet.program(), sheet.plan()).projection()).await;
    measure(criterion, &named("recording the program, once"), || recorded(&catalogue)).await;
    measure(criterion, &named("the draws of the range"), || Draws::of(&catalogue)).await;
    let draws = Draws::of(&catalogue);
    let runs = || Runs::of(&catalogue, &sheet, &draws, Outlook::Record);
    measure(criterion, &named("10.000 draws of the whole calculation"), runs).await;
    let runs = runs();
    measure(criterion, &named("the bands of the runs"), || runs.ranges()).await;
}

/// Measures, and lets the browser breathe: who drives it gives up on a page that says nothing for half a minute.
async fn measure<T>(criterion: &mut Criterion, what: &str, mut run: impl FnMut() -> T) {
    criterion.bench_function(what, |bencher| bencher.iter(|| black_box(run())));
    let breath = Promise::new(&mut |done, _| {
        // Cannot fail: the bench runs in a window.
        let window = web_sys::window().expect("a window");
        window.set_timeout_with_callback(&done).expect("a timer");
    });
    JsFuture::from(breath).await.expect("it is only ever kept");
}
