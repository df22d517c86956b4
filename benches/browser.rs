//! How long one exact projection takes in a real browser.
#![cfg(target_arch = "wasm32")]

use ombuigen::analysis::draws::Draws;
use ombuigen::analysis::range::Runs;
use ombuigen::model::project::project;
use ombuigen::scenario::Scenario;
use ombuigen::seeds::built_in;
use wasm_bindgen_test::{Criterion, wasm_bindgen_bench, wasm_bindgen_test_configure};

wasm_bindgen_test_configure!(run_in_browser);

#[wasm_bindgen_bench]
fn projection(criterion: &mut Criterion) {
    let catalogue = built_in().expect("the seeds are right");
    let scenario = Scenario::opening(&catalogue);
    criterion.bench_function("exact projection in the browser", |bencher| {
        bencher.iter(|| std::hint::black_box(project(&catalogue, scenario.plan())))
    });
    criterion.bench_function("the draws of the range in the browser", |bencher| {
        bencher.iter(|| std::hint::black_box(Draws::of(&catalogue)))
    });
    let draws = Draws::of(&catalogue);
    criterion.bench_function("10.000 draws of the whole calculation in the browser", |bencher| {
        bencher.iter(|| std::hint::black_box(Runs::of(&catalogue, scenario.plan(), &draws)))
    });
    let runs = Runs::of(&catalogue, scenario.plan(), &draws);
    criterion.bench_function("the bands of the runs in the browser", |bencher| {
        bencher.iter(|| std::hint::black_box(runs.bands()))
    });
}
