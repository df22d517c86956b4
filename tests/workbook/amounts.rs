//! The amounts of the sheet of results: what they must be, what they are, and which of them are off.

use std::collections::BTreeMap;

use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::Post;
use ombuigen::model::year::Year;
use rust_decimal::prelude::ToPrimitive;

use crate::cases::Tested;
use crate::xlsx::{Table, Tables, text};

/// How far a result of the workbook may lie from ours, in euros.
pub const CENT: f64 = 0.01;

/// Amounts by year and their sum over the years of the sums, by heading and name; none where nobody knows one.
pub type Amounts = BTreeMap<(String, String), Vec<Option<f64>>>;

/// The headings of the sheet, in order.
pub const HEADINGS: [&str; 7] = [
    "Alle jaren",
    "Apart: verandert het tekort niet",
    "Waar het tekort vandaan komt: dit telt op tot het tekort",
    "Besparing per maatregel",
    "Kosten per maatregel",
    "Netto besparing per knop: besparing min kosten, verdeeld over de knoppen van een maatregel",
    "Zorgkosten per soort hulp, met de maatregelen die erop werken",
];

/// What the sheet of results must show for a plan.
pub fn expected(plan: &Plan, tested: &Tested) -> Amounts {
    let (catalogue, projection) = (&tested.catalogue, tested.project(plan));
    let mut expected = Amounts::new();
    let mut add = |heading: &str, name: &str, of: &dyn Fn(Year) -> Option<Money>| {
        let sum = catalogue.horizon().summed().map(of).sum();
        let amounts = catalogue.horizon().years().map(of).chain([sum]);
        let amounts = amounts.map(|amount| amount.map(|amount| amount.euros().to_f64().expect("an amount")));
        expected.insert((heading.to_string(), name.to_string()), amounts.collect());
    };
    let [deficit, apart, causes, saving, cost, shares, lines] = HEADINGS;
    let posts: [(&str, &[Post]); 3] = [(deficit, &Post::OF_DEFICIT), (apart, &Post::APART), (causes, &Post::CAUSES)];
    for (heading, post) in posts.iter().flat_map(|(heading, posts)| posts.iter().map(move |post| (heading, *post))) {
        if post.of(projection.last()).is_some() {
            add(heading, &catalogue.name_of(post), &|year| post.of(&projection[year]));
        }
    }
    for measure in catalogue.measures() {
        let name = format!("{}. {}", measure.number, measure.name);
        let known =
            |year: Year| catalogue.known(measure.measure, year, plan, projection[year].measure(measure.measure));
        add(saving, &name, &|year| known(year)[0]);
        add(cost, &name, &|year| known(year)[1]);
    }
    for lever in catalogue.levers() {
        let is_known = !catalogue.measure(lever.measure).is_unknown(plan);
        add(shares, &lever.label, &|year| is_known.then(|| projection[year].lever(lever.id)));
    }
    for (id, line) in catalogue.lines() {
        add(lines, &line.name, &|year| Some(projection[year].line(id)));
    }
    expected
}

/// What the sheet of results shows: each row with its heading.
pub fn shown(tables: &Tables, catalogue: &Catalogue) -> Amounts {
    let amounts = catalogue.horizon().count() + 1;
    let cells = |row| (1..=amounts).map(|column| number(&tables["Uitkomst"], row, column)).collect();
    rows(tables, catalogue).into_iter().map(|(of, row)| (of, cells(row))).collect()
}

/// What stands beside each row.
pub fn remarks<'t>(tables: &'t Tables, catalogue: &Catalogue) -> BTreeMap<(String, String), &'t str> {
    let beside = catalogue.horizon().count() + 2;
    let remark = |row| text(&tables["Uitkomst"], row, beside);
    rows(tables, catalogue).into_iter().map(|(of, row)| (of, remark(row))).collect()
}

/// The rows with amounts, by heading and name.
fn rows(tables: &Tables, catalogue: &Catalogue) -> Vec<((String, String), usize)> {
    let table = &tables["Uitkomst"];
    let mut heading = String::new();
    let mut rows = Vec::new();
    let names = table.iter().filter(|((row, column), _)| *row > head_row(table, catalogue) && *column == 0);
    for ((row, _), name) in names {
        if HEADINGS.contains(&name.text.as_str()) {
            heading.clone_from(&name.text);
        } else {
            rows.push(((heading.clone(), name.text.clone()), *row));
        }
    }
    rows
}

/// The row of the heads.
fn head_row(table: &Table, catalogue: &Catalogue) -> usize {
    let span = catalogue.horizon().span('–');
    table.iter().find(|(_, cell)| cell.text == span).expect("a head").0.0
}

/// The number in a cell; none where it holds no number.
pub fn number(table: &Table, row: usize, column: usize) -> Option<f64> {
    table.get(&(row, column)).and_then(|cell| cell.text.parse().ok())
}

/// Whether two amounts differ by so much, or only one of them is known.
pub fn differs(one: Option<f64>, other: Option<f64>, least: f64) -> bool {
    match (one, other) {
        (Some(one), Some(other)) => (one - other).abs() >= least,
        (one, other) => one.is_some() != other.is_some(),
    }
}

/// The results that are not within a cent.
pub fn off(expected: &Amounts, shown: &Amounts) -> Vec<String> {
    assert!(expected.keys().eq(shown.keys()), "other rows: {:?}", shown.keys());
    let is_off = |key: &&(String, String)| {
        let (one, other) = (&expected[key], &shown[key]);
        one.len() != other.len() || one.iter().zip(other).any(|(one, other)| differs(*one, *other, CENT))
    };
    expected.keys().filter(is_off).map(|key| format!("{key:?}: {:?}, not {:?}", shown[key], expected[key])).collect()
}
