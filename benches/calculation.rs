//! How long the calculation takes for what the page asks of it: a step of a lever, everything, the range, a link, a target.

mod steps;

use criterion::{Criterion, criterion_group, criterion_main};
use ombuigen::analysis::draws::Draws;
use ombuigen::analysis::goal::{Aim, Target, seek};
use ombuigen::analysis::outlook::{Outlook, recorded as as_earlier};
use ombuigen::analysis::range::Runs;
use ombuigen::analysis::sensitivity::influences;
use ombuigen::model::calculation::recorded_for;
use ombuigen::model::money::Money;
use ombuigen::model::payers::flows;
use ombuigen::model::projection::Total;
use ombuigen::model::sheet::Sheet;
use ombuigen::scenario::Scenario;
use ombuigen::scenario::link::{read, write};
use steps::{Opening, with_parts, with_shares};

fn calculation(criterion: &mut Criterion) {
    Opening::all().for_each(|opening| of_opening(&opening, criterion));
}

fn of_opening(opening: &Opening, criterion: &mut Criterion) {
    let Opening { name: edition, catalogue, sheet } = opening;
    let named = |what: &str| format!("{edition}, {what}");
    for (name, _, plan) in opening.steps() {
        criterion.bench_function(&named(name), |bencher| bencher.iter(|| sheet.with(&plan).projection()));
    }
    let record = sheet.with(&as_earlier(sheet.plan(), catalogue));
    let (name, setting, plan) = opening.steps().next().expect("a step");
    criterion.bench_function(&named(&format!("{name}, in both outlooks")), |bencher| {
        bencher.iter(|| {
            let recorded = record.with(&as_earlier(&plan, catalogue));
            (sheet.with(&plan).projection(), recorded.projection())
        })
    });
    let lever = catalogue.lever_named(setting).expect("a lever");
    criterion.bench_function(&named(&format!("{name}, with its share in each year")), |bencher| {
        bencher.iter(|| with_shares(&sheet.with(&plan), lever))
    });
    criterion.bench_function(&named(&format!("{name}, with all parts of each year")), |bencher| {
        bencher.iter(|| with_parts(&sheet.with(&plan)))
    });
    criterion.bench_function(&named("everything"), |bencher| {
        bencher.iter(|| Sheet::of(sheet.program(), sheet.plan()).projection())
    });
    criterion.bench_function(&named("recording the program, once"), |bencher| {
        bencher.iter(|| recorded_for(sheet.plan(), catalogue))
    });
    let last = catalogue.horizon().last();
    if flows(sheet.plan(), last, catalogue).is_some() {
        criterion.bench_function(&named("who pays and who reaps in a year"), |bencher| {
            bencher.iter(|| flows(sheet.plan(), last, catalogue))
        });
    }
    let place = sheet.program().results().projection.last().total(Total::Deficit);
    criterion
        .bench_function(&named("an explanation"), |bencher| bencher.iter(|| sheet.explain(place, catalogue.frame())));
    criterion.bench_function(&named("the draws of the range"), |bencher| bencher.iter(|| Draws::of(catalogue)));
    let draws = Draws::of(catalogue);
    criterion.bench_function(&named("10.000 draws of the whole calculation"), |bencher| {
        bencher.iter(|| Runs::of(catalogue, sheet, &draws, Outlook::Record))
    });
    let runs = Runs::of(catalogue, sheet, &draws, Outlook::Record);
    criterion.bench_function(&named("the bands of the runs"), |bencher| bencher.iter(|| runs.ranges()));
    let (scenario, deficit) = (Scenario::opening(catalogue), sheet.amount(place));
    let projection = sheet.projection();
    criterion
        .bench_function(&named("write a link"), |bencher| bencher.iter(|| write(&scenario, &projection, catalogue)));
    criterion.bench_function(&named("write and read a link"), |bencher| {
        bencher.iter(|| read(&write(&scenario, &projection, catalogue), catalogue))
    });
    let amount = deficit - Money::from_euros(2_000_000.into());
    let target = Target { aim: Aim::Deficit, year: catalogue.horizon().last(), amount };
    criterion.bench_function(&named("reach a target: three answers"), |bencher| {
        bencher.iter(|| seek(catalogue, sheet, &target, &[]))
    });
    criterion.bench_function(&named("what matters most"), |bencher| bencher.iter(|| influences(catalogue, sheet)));
}

criterion_group!(benches, calculation);
criterion_main!(benches);
