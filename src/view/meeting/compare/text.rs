//! The comparison as text with tabs, as spreadsheets and minutes take it.

use rust_decimal::Decimal;

use super::figures::{AmountRow, UNKNOWN, deficit, rows, unknown_of};
use super::picture::of_years;
use super::results::{Column, Columns, known};
use super::settings::{sensible, stands};
use crate::analysis::range::rounded;
use crate::model::bounds::Unit;
use crate::model::catalogue::Catalogue;
use crate::model::money::Money;
use crate::model::year::Year;
use crate::scenario::compare::{Difference, Stand, differences};
use crate::scenario::edit::title_within;
use crate::view::address::with_fragment;
use crate::view::panel::summary::owner;
use crate::view::panel::year_table::{END_OF_BAND, End};
use crate::view::{format, words};

/// The whole comparison, with names and links; of the bands what is known by now.
pub fn as_text(columns: &Columns, catalogue: &Catalogue) -> String {
    let differing = differences(&columns.plans(), catalogue);
    let head = format!(
        "Instellingen die verschillen\tEenheid{}\tLaagste\tHoogste\tGemiddeld\tOver",
        "\t".repeat(columns.iter().len())
    );
    let settings = differing.iter().map(|difference| of_setting(difference, columns, catalogue));
    let parts = [
        about(columns, catalogue),
        figures(columns, catalogue),
        ranges(columns, catalogue),
        years(columns, catalogue),
        vec![head],
    ];
    parts.into_iter().flatten().chain(settings).collect::<Vec<_>>().join("\n")
}

/// What is compared, and what a reader should know of it.
fn about(columns: &Columns, catalogue: &Catalogue) -> Vec<String> {
    vec![
        format!("Vergelijking van scenario’s, {}", columns.world_in_words),
        format!(
            "Cijfers {}. Een min bij het tekort is een overschot, bij de besparing extra zorgkosten, bij de kosten minder kosten.",
            catalogue.edition()
        ),
        line("", "", columns, Column::title),
        line("Link (met de eigen aannames)", "", columns, |column| with_fragment(&column.link)),
        line("Over de link", "", columns, |column| column.notes.join(" ")),
        line("Begroting", "", columns, |column| catalogue.budget_in_short(&column.plan)),
        line(UNKNOWN, "", columns, |column| unknown_of(&column.plan, catalogue).join("; ")),
    ]
}

fn figures(columns: &Columns, catalogue: &Catalogue) -> Vec<String> {
    let horizon = catalogue.horizon();
    let amount = |row: &AmountRow| line(&row.name, "euro", columns, |column| euros((row.amount)(&column.projection)));
    let difference = columns.iter().next().map(|first| {
        let name = format!("Verschil in tekort {} met {}", horizon.last().number(), first.letter.text());
        line(&name, "euro", columns, |column| euros(deficit(&column.projection) - deficit(&first.projection)))
    });
    rows(horizon).iter().map(amount).chain(difference).collect()
}

fn ranges(columns: &Columns, catalogue: &Catalogue) -> Vec<String> {
    let year = catalogue.horizon().last().number();
    let end = |(name, _, of): End| {
        let cell = |column: &Column| {
            known(&column.plan).map(|bands| euros(rounded(of(bands.years.last())))).unwrap_or_default()
        };
        line(
            &format!("Bandbreedte van het tekort in {year}, {name} (8 van de 10 doorrekeningen)"),
            "euro",
            columns,
            cell,
        )
    };
    let title = line("Bandbreedte", "", columns, |column| words::band_title(catalogue, &column.plan).to_string());
    END_OF_BAND.into_iter().map(end).chain([title]).collect()
}

fn years(columns: &Columns, catalogue: &Catalogue) -> Vec<String> {
    let of_year = |year: Year| {
        line(&format!("Tekort {}", year.number()), "euro", columns, |column| euros(of_years(column)[year]))
    };
    catalogue.horizon().years().map(of_year).collect()
}

fn line(name: &str, unit: &str, columns: &Columns, cell: impl Fn(&Column) -> String) -> String {
    let cells: Vec<String> = columns.iter().map(cell).collect();
    format!("{name}\t{unit}\t{}", cells.join("\t"))
}

fn euros(amount: Money) -> String {
    format::cents(amount).replace('.', ",")
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
            let average = sensible(spread.average, setting, catalogue);
            let [lowest, highest, average] = [spread.lowest, spread.highest, average].map(number);
            format!("{lowest}\t{highest}\t{average}\t{} van {}", spread.over, columns.iter().len())
        },
    );
    let name = format!("{}: {}", owner(setting, catalogue), title_within(setting, catalogue));
    format!("{name}\t{}\t{}\t{spread}", format::suffix(unit), cells.join("\t"))
}
