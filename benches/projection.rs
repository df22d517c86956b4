//! How long one exact projection takes, and what asks it many times: the explanation, the range, a link, a target.

use std::collections::BTreeSet;

use criterion::{Criterion, criterion_group, criterion_main};
use ombuigen::analysis::draws::Draws;
use ombuigen::analysis::goal::{Aim, Target, seek};
use ombuigen::analysis::range::Runs;
use ombuigen::analysis::sensitivity::influences;
use ombuigen::model::money::Money;
use ombuigen::model::project::project;
use ombuigen::model::projection::Total;
use ombuigen::model::trace::Tape;
use ombuigen::model::year::Year;
use ombuigen::scenario::Scenario;
use ombuigen::scenario::link::{read, write};
use ombuigen::seeds::built_in;

fn projection(criterion: &mut Criterion) {
    let catalogue = built_in().expect("the seeds are right");
    let scenario = Scenario::opening(&catalogue);
    criterion.bench_function("exact projection", |bencher| bencher.iter(|| project(&catalogue, scenario.plan())));
    criterion.bench_function("recorded projection, for an explanation", |bencher| {
        bencher
            .iter(|| Tape::default().project(&catalogue, scenario.plan())[Year::LAST].total(Total::Deficit).explain())
    });
    criterion.bench_function("the draws of the range", |bencher| bencher.iter(|| Draws::of(&catalogue)));
    let draws = Draws::of(&catalogue);
    criterion.bench_function("10.000 draws of the whole calculation", |bencher| {
        bencher.iter(|| Runs::of(&catalogue, scenario.plan(), &draws))
    });
    let runs = Runs::of(&catalogue, scenario.plan(), &draws);
    criterion.bench_function("the bands of the runs", |bencher| bencher.iter(|| runs.bands()));
    let deficit = project(&catalogue, scenario.plan())[Year::LAST].total(Total::Deficit);
    criterion.bench_function("write and read a link", |bencher| {
        bencher.iter(|| read(&write(&scenario, deficit, &catalogue), &catalogue))
    });
    let amount = deficit - Money::from_euros(2_000_000.into());
    let target = Target { aim: Aim::Deficit, year: Year::LAST, amount };
    criterion.bench_function("reach a target: three answers", |bencher| {
        bencher.iter(|| seek(&catalogue, scenario.plan(), &target, &BTreeSet::new()))
    });
    criterion.bench_function("what matters most", |bencher| bencher.iter(|| influences(&catalogue, scenario.plan())));
}

criterion_group!(benches, projection);
criterion_main!(benches);
