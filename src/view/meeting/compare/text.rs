//! The comparison as text with tabs, as spreadsheets and minutes take it.

use rust_decimal::Decimal;

use super::figures::ROWS;
use super::picture::of_years;
use super::results::{Column, Columns};
use super::settings::{name, stands};
use crate::model::bounds::Unit;
use crate::model::catalogue::Catalogue;
use crate::model::money::Money;
use crate::model::year::Year;
use crate::scenario::compare::{Difference, Stand, differences};
use crate::view::address::with_fragment;
use crate::view::panel::summary::owner;
use crate::view::{format, words};

/// The whole comparison, with names and links.
pub fn as_text(columns: &Columns, catalogue: &Catalogue) -> String {
    let figures =
        ROWS.iter().map(|row| line(row.name, "euro", columns, |column| euros((row.amount)(&column.projection))));
    let years = Year::all().map(|year| {
        line(&format!("Tekort {}", year.number()), "euro", columns, |column| euros(of_years(column)[year]))
    });
    let settings = differences(&columns.plans(), catalogue);
    let settings = settings.iter().map(|difference| of_setting(difference, columns, catalogue));
    let head = [
        format!("Vergelijking van scenario’s, {}", columns.world_in_words),
        format!(
            "Cijfers {}. Een min bij het tekort is een overschot, een min bij de besparing zijn extra zorgkosten.",
            catalogue.edition()
        ),
        line("", "", columns, Column::title),
        line("Link (met de eigen aannames)", "", columns, |column| with_fragment(&column.link)),
    ];
    let budget = line("Begroting", "", columns, |column| words::budget_in_short(&column.plan));
    let differing = format!(
        "Instellingen die verschillen\tEenheid{}\tLaagste\tHoogste\tGemiddeld\tOver",
        "\t".repeat(columns.iter().len())
    );
    head.into_iter()
        .chain(figures)
        .chain(years)
        .chain([budget, differing])
        .chain(settings)
        .collect::<Vec<_>>()
        .join("\n")
}

fn line(name: &str, unit: &str, columns: &Columns, cell: impl Fn(&Column) -> String) -> String {
    let cells: Vec<String> = columns.iter().map(cell).collect();
    format!("{name}\t{unit}\t{}", cells.join("\t"))
}

fn euros(amount: Money) -> String {
    format::machine(amount).replace('.', ",")
}

/// A number as a spreadsheet with Dutch settings takes it.
fn number(value: Decimal) -> String {
    format::ungrouped(value).replace('.', ",")
}

fn of_setting(difference: &Difference, columns: &Columns, catalogue: &Catalogue) -> String {
    let (setting, unit) = (difference.setting, catalogue.spec(difference.setting).unit);
    let cell = |stand: &Stand| match stand {
        Stand::At(value) if unit != Unit::Switch => number(*value),
        other => stands(*other, setting, catalogue),
    };
    let cells: Vec<String> = difference.stands.iter().map(cell).collect();
    let spread = difference.spread.map_or_else(
        || "\t\t\t".to_string(),
        |spread| {
            let [lowest, highest, average] = [spread.lowest, spread.highest, spread.average].map(number);
            format!("{lowest}\t{highest}\t{average}\t{} van {}", spread.over, columns.iter().len())
        },
    );
    let name = format!("{}: {}", owner(setting, catalogue), name(setting, catalogue));
    format!("{name}\t{}\t{}\t{spread}", format::suffix(unit), cells.join("\t"))
}
