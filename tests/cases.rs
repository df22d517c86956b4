#![cfg(not(target_arch = "wasm32"))]
//! Guards the results themselves: every file in `tests/cases/<edition>` is a scenario with the amounts it must give.
//!
//! Two kinds, kept apart. *published*: the amount stands in a document and may not change here. *worked by hand*: each
//! row says in `because` how the amount follows from the figures, so that a reader can redo it without the program.
//! Amounts are whole euros, rounded half away from zero; nothing is rounded before that.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use ombuigen::built_in::{self, EDITIONS, Edition};
use ombuigen::model::calculation::recorded;
use ombuigen::model::catalogue::{Catalogue, Preset};
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::{Detail, MeasureResult, Projection, Total, YearResult};
use ombuigen::model::sheet::Sheet;
use ombuigen::model::year::Year;
use rust_decimal::{Decimal, RoundingStrategy};
use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    description: String,
    kind: Kind,
    /// The document of published amounts.
    source: Option<String>,
    /// The ready-made scenario it starts from.
    scenario: String,
    /// The ready-made baseline on top of it.
    baseline: Option<String>,
    /// What differs from those, by id.
    #[serde(default)]
    settings: BTreeMap<String, String>,
    expect: Vec<Expected>,
}

#[derive(Clone, Copy, PartialEq, Eq, Deserialize)]
enum Kind {
    #[serde(rename = "published")]
    Published,
    #[serde(rename = "worked by hand")]
    ByHand,
}

/// Amounts of one year: totals, or the results of one measure.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Expected {
    year: i32,
    measure: Option<u8>,
    /// The sum that an amount worked by hand rests on.
    because: Option<String>,
    values: BTreeMap<String, i64>,
}

#[test]
fn every_case_gives_its_amounts() {
    let mut wrong = Vec::new();
    for edition in EDITIONS {
        let catalogue = built_in::catalogue(edition.name).expect("the seeds are right");
        let program = Arc::new(recorded(&catalogue));
        for (name, case) in cases(edition.name) {
            let projection = Sheet::of(&program, &plan(&name, &case, &catalogue)).projection();
            let of_year = |expected| differences(expected, &projection, &catalogue);
            let differ = case.expect.iter().flat_map(of_year);
            wrong.extend(differ.map(|what| format!("{} {name}: {what}", edition.name)));
        }
    }
    assert!(wrong.is_empty(), "{} amounts differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn every_case_says_where_its_amounts_come_from() {
    let mut wrong = Vec::new();
    for (name, case) in EDITIONS.iter().flat_map(|edition| cases(edition.name)) {
        let explained = match case.kind {
            Kind::Published => case.source.is_some(),
            Kind::ByHand => case.expect.iter().all(|row| row.because.as_ref().is_some_and(|sum| !sum.is_empty())),
        };
        let complete = !case.description.is_empty() && case.expect.iter().all(|row| !row.values.is_empty());
        if !(explained && complete) {
            wrong.push(name);
        }
    }
    assert!(wrong.is_empty(), "no description, source, because or values: {wrong:?}");
}

#[test]
fn the_published_check_tables_are_complete() {
    EDITIONS.iter().for_each(is_complete);
}

fn is_complete(edition: &Edition) {
    let published = |name: &str| {
        let (_, case) =
            cases(edition.name).into_iter().find(|(file, _)| file == name).expect("the file with the check table");
        assert!(case.kind == Kind::Published, "{name} is published");
        case
    };
    let columns = ["baseline", "savings", "costs", "net", "budget", "deficit", "deficit-without"];
    let first = published("actieplan-2019.toml");
    let catalogue = built_in::catalogue(edition.name).expect("the seeds are right");
    let horizon = catalogue.horizon();
    for year in horizon.years() {
        assert!(columns.iter().all(|column| holds(&first, year, None, column)), "all columns of {}", year.number());
    }
    assert!(["elsewhere", "social", "overlap"].iter().all(|total| holds(&first, horizon.last(), None, total)));
    for measure in catalogue.measures() {
        let holds = |of: &&str| holds(&first, horizon.last(), Some(measure.number), of);
        assert!(["saving", "cost"].iter().all(holds), "measure {}", measure.number);
    }
    let second = published("actieplan-2019-anders.toml");
    assert!(horizon.years().all(|year| holds(&second, year, None, "deficit")), "the deficit of every year");
}

fn cases(edition: &str) -> Vec<(String, Case)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases").join(edition);
    let mut paths: Vec<_> = folder.read_dir().expect("a folder of cases").map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    assert!(!paths.is_empty(), "no cases in {}", folder.display());
    paths.iter().map(|path| read(path)).collect()
}

fn read(path: &Path) -> (String, Case) {
    let name = path.file_name().unwrap().to_string_lossy().into_owned();
    let text = std::fs::read_to_string(path).unwrap();
    let case = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
    (name, case)
}

/// The presets of the case with its own settings on top, each of them within its bounds.
fn plan(name: &str, case: &Case, catalogue: &Catalogue) -> Plan {
    let start = preset(catalogue.scenarios(), &case.scenario).plan.clone();
    let baseline = case.baseline.iter().flat_map(|id| preset(catalogue.baselines(), id).plan.differing());
    let on_baseline = baseline.fold(start, |plan, (setting, value)| plan.with(setting, Some(value), catalogue));
    case.settings.iter().fold(on_baseline, |plan, (id, value)| {
        let setting = catalogue.setting(id).unwrap_or_else(|| panic!("{name}: no setting `{id}`"));
        let value = Decimal::from_str_exact(value).unwrap_or_else(|_| panic!("{name}: `{value}` is no number"));
        let bounds = catalogue.spec(setting).bounds.unwrap_or_else(|| panic!("{name}: `{id}` cannot be set"));
        let value = bounds.check(value).unwrap_or_else(|why| panic!("{name}: `{id}`: {why}"));
        plan.with(setting, Some(value), catalogue)
    })
}

fn preset<'p>(presets: &'p [Preset], id: &str) -> &'p Preset {
    presets.iter().find(|preset| preset.id == id).unwrap_or_else(|| panic!("no preset `{id}`"))
}

fn differences(expected: &Expected, projection: &Projection, catalogue: &Catalogue) -> Vec<String> {
    let year = catalogue.horizon().year(expected.year).unwrap_or_else(|| panic!("no year {}", expected.year));
    let difference = |(id, euros): (&String, &i64)| {
        let got = whole_euros(amount(&projection[year], expected.measure, id, catalogue));
        let of = expected.measure.map_or(String::new(), |number| format!(" of measure {number}"));
        let because = expected.because.as_deref().unwrap_or("published");
        (got != Decimal::from(*euros))
            .then(|| format!("{id}{of} in {} is {got}, not {euros} ({because})", expected.year))
    };
    expected.values.iter().filter_map(difference).collect()
}

fn amount(result: &YearResult, measure: Option<u8>, id: &str, catalogue: &Catalogue) -> Money {
    let amount = match measure {
        None => {
            let total = Total::ALL.into_iter().find(|total| total.id() == id).map(|total| result.total(total));
            total.or_else(|| result.detail(Detail::ALL.into_iter().find(|detail| detail.id() == id)?))
        }
        Some(number) => catalogue.measure_numbered(number).and_then(|measure| of_measure(result.measure(measure), id)),
    };
    amount.unwrap_or_else(|| panic!("no amount `{id}`"))
}

fn of_measure(result: &MeasureResult, id: &str) -> Option<Money> {
    match id {
        "saving" => Some(result.saving),
        "cost" => Some(result.cost),
        "alone" => Some(result.alone),
        "elsewhere" => Some(result.elsewhere),
        "social" => Some(result.social),
        _ => None,
    }
}

fn whole_euros(amount: Money) -> Decimal {
    amount.euros().round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
}

fn holds(case: &Case, year: Year, measure: Option<u8>, id: &str) -> bool {
    let of_row = |row: &&Expected| row.year == year.number() && row.measure == measure;
    case.expect.iter().filter(of_row).any(|row| row.values.contains_key(id))
}
