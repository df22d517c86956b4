//! The amounts of the sheets of results and of payers: what they must be, what they are, and which of them are off.

use std::collections::BTreeMap;

use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::frame::Member;
use ombuigen::model::money::Money;
use ombuigen::model::phrase::capitalised;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::Post;
use ombuigen::model::role::OfPayer;
use ombuigen::model::year::Year;
use rust_decimal::prelude::ToPrimitive;

use crate::cases::Tested;
use crate::xlsx::{Table, Tables, text};

/// How far a result of the workbook may lie from ours, in euros.
pub const CENT: f64 = 0.01;

/// Amounts by year and their sum over the years of the sums, by heading and name; none where nobody knows one.
pub type Amounts = BTreeMap<Name, Vec<Option<f64>>>;

/// The heading that a row stands under, and its own name.
type Name = (String, String);

/// The headings of the sheet, in order.
pub const HEADINGS: [&str; 7] = [
    "Alle jaren",
    "Apart: verandert het tekort niet",
    "Waar het tekort vandaan komt: dit telt op tot het tekort",
    "Besparing per maatregel",
    "Kosten per maatregel",
    "Netto besparing per knop: besparing min kosten, verdeeld over de knoppen van een maatregel",
    "Kosten per regel, met de maatregelen die erop werken",
];

/// The sheets with amounts; the second stands in the workbook of an edition that knows payers.
const SHEETS: [&str; 2] = ["Uitkomst", "Betalers"];

/// What ends the headings of the second.
const OF_PAYER: [&str; 2] = [": bespaart", ": betaalt"];

/// An amount for each year and their sum over the years of the sums.
fn by_year(of: &dyn Fn(Year) -> Option<Money>, catalogue: &Catalogue) -> Vec<Option<f64>> {
    let sum = catalogue.horizon().summed().map(of).sum();
    let amounts = catalogue.horizon().years().map(of).chain([sum]);
    amounts.map(|amount| amount.map(|amount| amount.euros().to_f64().expect("an amount"))).collect()
}

/// What the sheets must show for a plan.
pub fn expected(plan: &Plan, tested: &Tested) -> Amounts {
    let mut expected = of_results(plan, tested);
    expected.extend(of_payers(plan, tested));
    expected
}

/// What the sheet of payers must show: a row for all that any plan moves.
fn of_payers(plan: &Plan, tested: &Tested) -> Amounts {
    let (catalogue, frame, sheet) = (&tested.catalogue, tested.catalogue.frame(), tested.sheet(plan));
    let mut expected = Amounts::new();
    let quantities = [OfPayer::Saving, OfPayer::Cost].map(|result| frame.of_payer(result));
    let Some(payers) = frame.sets.iter().find(|set| set.id == "payer") else { return expected };
    for (payer, Member { name, .. }) in payers.members.iter().enumerate() {
        let name = capitalised(name);
        let (mut net, mut under) = (vec![Money::zero(); catalogue.horizon().count()], None);
        for (at, quantity) in quantities.into_iter().flatten().enumerate() {
            for measure in catalogue.measures() {
                let cell = |year: Year| {
                    let place = |set| {
                        if Some(set) == frame.time { catalogue.horizon().offset(year) } else { measure.measure.index() }
                    };
                    frame.cell(
                        quantity,
                        |set| if frame.set(set).id == "payer" { payer as u16 } else { place(set) as u16 },
                    )
                };
                if !catalogue.horizon().years().any(|year| tested.is_moved_by_some(cell(year))) {
                    continue;
                }
                let is_unknown = at == 0 && measure.is_unknown(plan);
                let of = |year: Year| (!is_unknown).then(|| Money::from_euros(sheet.told(cell(year))));
                for (net, year) in net.iter_mut().zip(catalogue.horizon().years()) {
                    let amount = of(year).unwrap_or_default();
                    *net = if at == 0 { *net + amount } else { *net - amount };
                }
                let heading = format!("{name}{}", OF_PAYER[at]);
                expected.insert(
                    (heading.clone(), format!("{}. {}", measure.number, measure.name)),
                    by_year(&of, catalogue),
                );
                under = Some(heading);
            }
        }
        if let Some(heading) = under {
            let of = |year: Year| Some(net[catalogue.horizon().offset(year)]);
            expected.insert((heading, format!("{name}: bespaart min betaalt")), by_year(&of, catalogue));
        }
    }
    expected
}

/// What the sheet of results must show for a plan.
fn of_results(plan: &Plan, tested: &Tested) -> Amounts {
    let (catalogue, projection) = (&tested.catalogue, tested.project(plan));
    let mut expected = Amounts::new();
    let mut add = |heading: &str, name: &str, of: &dyn Fn(Year) -> Option<Money>| {
        expected.insert((heading.to_string(), name.to_string()), by_year(of, catalogue));
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

/// What the sheets show: each row with its heading.
pub fn shown(tables: &Tables, catalogue: &Catalogue) -> Amounts {
    let amounts = catalogue.horizon().count() + 1;
    let cells = |(sheet, row): (&str, usize)| (1..=amounts).map(|column| number(&tables[sheet], row, column)).collect();
    rows(tables, catalogue).into_iter().map(|(of, row)| (of, cells(row))).collect()
}

/// What stands beside each row.
pub fn remarks<'t>(tables: &'t Tables, catalogue: &Catalogue) -> BTreeMap<(String, String), &'t str> {
    let beside = catalogue.horizon().count() + 2;
    let remark = |(sheet, row): (&str, usize)| text(&tables[sheet], row, beside);
    rows(tables, catalogue).into_iter().map(|(of, row)| (of, remark(row))).collect()
}

/// The rows with amounts, by heading and name, each with its sheet.
fn rows(tables: &Tables, catalogue: &Catalogue) -> Vec<(Name, (&'static str, usize))> {
    let sheets = SHEETS.into_iter().filter(|sheet| tables.contains_key(*sheet));
    let of_sheet = |sheet| rows_of(&tables[sheet], catalogue).into_iter().map(move |(of, row)| (of, (sheet, row)));
    sheets.flat_map(of_sheet).collect()
}

fn rows_of(table: &Table, catalogue: &Catalogue) -> Vec<(Name, usize)> {
    let mut heading = String::new();
    let mut rows = Vec::new();
    let names = table.iter().filter(|((row, column), _)| *row > head_row(table, catalogue) && *column == 0);
    for ((row, _), name) in names {
        if HEADINGS.contains(&name.text.as_str()) || OF_PAYER.iter().any(|end| name.text.ends_with(end)) {
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
    let only = |one: &Amounts, other: &Amounts| {
        one.keys().filter(|key| !other.contains_key(*key)).cloned().collect::<Vec<_>>()
    };
    let (missing, more) = (only(expected, shown), only(shown, expected));
    assert!(missing.is_empty() && more.is_empty(), "not shown: {missing:#?}, not expected: {more:#?}");
    let is_off = |key: &&(String, String)| {
        let (one, other) = (&expected[key], &shown[key]);
        one.len() != other.len() || one.iter().zip(other).any(|(one, other)| differs(*one, *other, CENT))
    };
    expected.keys().filter(is_off).map(|key| format!("{key:?}: {:?}, not {:?}", shown[key], expected[key])).collect()
}
