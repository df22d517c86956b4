//! The published finance table: it agrees with itself, and the figures with it.

use rust_decimal::Decimal;
use serde::Deserialize;

use super::catalogue;
use super::figures::{figure, number};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Table {
    source: String,
    locator: String,
    line: Vec<Line>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Line {
    label: String,
    #[serde(default)]
    total: bool,
    pub y2018: Columns,
    pub y2019: Columns,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Columns {
    pub budget: Thousands,
    interim1: Thousands,
    interim2: Thousands,
    pub forecast: Thousands,
}

/// An amount × € 1.000.
#[derive(Clone, Copy, Deserialize)]
#[serde(try_from = "String")]
pub struct Thousands(pub i64);

impl TryFrom<String> for Thousands {
    type Error = std::num::ParseIntError;
    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map(Self)
    }
}

impl Columns {
    fn all(&self) -> [i64; 4] {
        [self.budget, self.interim1, self.interim2, self.forecast].map(|amount| amount.0)
    }
}

impl Line {
    /// The eight columns, in the order of the table.
    fn columns(&self) -> Vec<i64> {
        [self.y2018.all(), self.y2019.all()].concat()
    }
}

pub fn finance_table() -> Table {
    toml::from_str(include_str!("../../seeds/2019.1/evidence.toml")).expect("the finance table can be read")
}

pub fn line<'t>(table: &'t Table, label: &str) -> &'t Line {
    table.line.iter().find(|line| line.label == label).unwrap_or_else(|| panic!("no line {label}"))
}

#[test]
fn the_finance_table_adds_up() {
    let table = finance_table();
    assert!(catalogue().source(&table.source).is_some() && !table.locator.is_empty());
    let (totals, parts): (Vec<_>, Vec<_>) = table.line.iter().partition(|line| line.total);
    assert_eq!((totals.len(), parts.len()), (1, 5), "one total over five lines");
    let sums: Vec<i64> = (0..8).map(|at| parts.iter().map(|line| line.columns()[at]).sum()).collect();
    assert_eq!(sums, totals[0].columns(), "{}", totals[0].label);
    for line in &table.line {
        for year in [&line.y2018, &line.y2019] {
            let [budget, first, second, forecast] = year.all();
            assert_eq!(forecast, budget - first - second, "{}", line.label);
        }
    }
}

#[test]
fn the_baseline_and_the_budget_are_those_of_the_finance_table() {
    let (catalogue, table) = (catalogue(), finance_table());
    let of = |label| line(&table, label);
    let total = of("Jeugdhulp totaal");
    let first_plan = of("Actieplan Jeugdhulp");
    for (id, thousands) in [
        ("base.zorgkosten", of("Zorgkosten jeugdhulp (ZIN, LTA en PGB)").y2018.forecast),
        ("base.jgz", of("Meerpunt en jeugdgezondheidszorg").y2018.forecast),
        ("base.algemeen", of("Jeugd algemene voorzieningen").y2018.forecast),
        ("base.uitvoering", of("Uitvoeringskosten Jeugd").y2018.forecast),
        ("plan1.effect-2018", first_plan.y2018.forecast),
        ("plan1.effect-2019", first_plan.y2019.forecast),
        ("budget.2018", total.y2018.budget),
        ("budget.2019", total.y2019.budget),
        ("ref.kosten-2019", total.y2019.forecast),
    ] {
        assert_eq!(number(figure(&catalogue, id)), Decimal::from(thousands.0 * 1000), "{id}");
    }
}
