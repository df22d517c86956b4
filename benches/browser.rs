//! How long the calculation takes in a real browser.
#![cfg(target_arch = "wasm32")]

mod steps;

use std::hint::black_box;

use ombuigen::analysis::draws::Draws;
use ombuigen::analysis::outlook::{Outlook, recorded as as_earlier};
use ombuigen::analysis::range::Runs;
use ombuigen::built_in::EDITIONS;
use ombuigen::model::calculation::recorded;
use ombuigen::model::sheet::Sheet;
use steps::{Opening, STEPS, stepped, with_parts, with_shares};
use wasm_bindgen_test::{Criterion, wasm_bindgen_bench, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_bench]
fn calculation(criterion: &mut Criterion) {
    EDITIONS.iter().for_each(|edition| of_edition(edition.name, criterion));
}

fn of_edition(edition: &str, criterion: &mut Criterion) {
    let named = |what: &str| format!("{edition}, {what}");
    let Opening { catalogue, sheet } = Opening::of(edition);
    for (name, setting, amount) in STEPS {
        let plan = stepped(&catalogue, &sheet, setting, amount);
        criterion.bench_function(&named(name), |bencher| bencher.iter(|| black_box(sheet.with(&plan).projection())));
    }
    let record = sheet.with(&as_earlier(sheet.plan(), &catalogue));
    let [(name, setting, amount), ..] = STEPS;
    let plan = stepped(&catalogue, &sheet, setting, amount);
    criterion.bench_function(&named(&format!("{name}, in both outlooks")), |bencher| {
        bencher.iter(|| {
            let recorded = record.with(&as_earlier(&plan, &catalogue));
            black_box((sheet.with(&plan).projection(), recorded.projection()))
        })
    });
    let lever = catalogue.lever_named(setting).expect("a lever");
    criterion.bench_function(&named(&format!("{name}, with its share in each year")), |bencher| {
        bencher.iter(|| black_box(with_shares(&sheet.with(&plan), lever)))
    });
    criterion.bench_function(&named(&format!("{name}, with all parts of each year")), |bencher| {
        bencher.iter(|| black_box(with_parts(&sheet.with(&plan))))
    });
    criterion.bench_function(&named("everything"), |bencher| {
        bencher.iter(|| black_box(Sheet::of(sheet.program(), sheet.plan()).projection()))
    });
    criterion.bench_function(&named("recording the program, once"), |bencher| {
        bencher.iter(|| black_box(recorded(&catalogue)))
    });
    criterion
        .bench_function(&named("the draws of the range"), |bencher| bencher.iter(|| black_box(Draws::of(&catalogue))));
    let draws = Draws::of(&catalogue);
    criterion.bench_function(&named("10.000 draws of the whole calculation"), |bencher| {
        bencher.iter(|| black_box(Runs::of(&catalogue, &sheet, &draws, Outlook::Record)))
    });
    let runs = Runs::of(&catalogue, &sheet, &draws, Outlook::Record);
    criterion.bench_function(&named("the bands of the runs"), |bencher| bencher.iter(|| black_box(runs.ranges())));
}
