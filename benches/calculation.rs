//! How long the calculation takes for what the page asks of it: a step of a lever, everything, the range, a link, a target.

mod steps;

use criterion::{Criterion, criterion_group, criterion_main};
use ombuigen::analysis::draws::Draws;
use ombuigen::analysis::goal::{Aim, Target, seek};
use ombuigen::analysis::outlook::{Outlook, recorded as as_earlier};
use ombuigen::analysis::range::Runs;
use ombuigen::analysis::sensitivity::influences;
use ombuigen::built_in::EDITIONS;
use ombuigen::model::calculation::recorded;
use ombuigen::model::money::Money;
use ombuigen::model::projection::Total;
use ombuigen::model::sheet::Sheet;
use ombuigen::scenario::Scenario;
use ombuigen::scenario::link::{read, write};
use steps::{Opening, STEPS, stepped, with_parts, with_shares};

fn calculation(criterion: &mut Criterion) {
    EDITIONS.iter().for_each(|edition| of_edition(edition.name, criterion));
}

fn of_edition(edition: &str, criterion: &mut Criterion) {
    let named = |what: &str| format!("{edition}, {what}");
    let Opening { catalogue, sheet } = Opening::of(edition);
    for (name, setting, amount) in STEPS {
        let plan = stepped(&catalogue, &sheet, setting, amount);
        criterion.bench_function(&named(name), |bencher| bencher.iter(|| sheet.with(&plan).projection()));
    }
    let record = sheet.with(&as_earlier(sheet.plan(), &catalogue));
    let [(name, setting, amount), ..] = STEPS;
    let plan = stepped(&catalogue, &sheet, setting, amount);
    criterion.bench_function(&named(&format!("{name}, in both outlooks")), |bencher| {
        bencher.iter(|| {
            let recorded = record.with(&as_earlier(&plan, &catalogue));
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
    criterion.bench_function(&named("recording the program, once"), |bencher| bencher.iter(|| recorded(&catalogue)));
    let place = sheet.program().results().projection.last().total(Total::Deficit);
    criterion
        .bench_function(&named("an explanation"), |bencher| bencher.iter(|| sheet.explain(place, catalogue.frame())));
    criterion.bench_function(&named("the draws of the range"), |bencher| bencher.iter(|| Draws::of(&catalogue)));
    let draws = Draws::of(&catalogue);
    criterion.bench_function(&named("10.000 draws of the whole calculation"), |bencher| {
        bencher.iter(|| Runs::of(&catalogue, &sheet, &draws, Outlook::Record))
    });
    let runs = Runs::of(&catalogue, &sheet, &draws, Outlook::Record);
    criterion.bench_function(&named("the bands of the runs"), |bencher| bencher.iter(|| runs.ranges()));
    let (scenario, deficit) = (Scenario::opening(&catalogue), sheet.amount(place));
    let projection = sheet.projection();
    criterion
        .bench_function(&named("write a link"), |bencher| bencher.iter(|| write(&scenario, &projection, &catalogue)));
    criterion.bench_function(&named("write and read a link"), |bencher| {
        bencher.iter(|| read(&write(&scenario, &projection, &catalogue), &catalogue))
    });
    let amount = deficit - Money::from_euros(2_000_000.into());
    let target = Target { aim: Aim::Deficit, year: catalogue.horizon().last(), amount };
    criterion.bench_function(&named("reach a target: three answers"), |bencher| {
        bencher.iter(|| seek(&catalogue, &sheet, &target, &[]))
    });
    criterion.bench_function(&named("what matters most"), |bencher| bencher.iter(|| influences(&catalogue, &sheet)));
}

criterion_group!(benches, calculation);
criterion_main!(benches);
