//! The comparison as text with tabs, as spreadsheets and minutes take it.

use rust_decimal::Decimal;

use super::figures::{AmountRow, UNKNOWN, deficit, rows, unknown_of, when};
use super::picture::{all_years, in_year};
use super::results::{COMPARED, Column, Columns, known};
use super::settings::{sensible, stands};
use crate::analysis::range::rounded;
use crate::model::bounds::Unit;
use crate::model::catalogue::Catalogue;
use crate::model::money::Money;
use crate::scenario::compare::{Difference, Stand, differences};
use crate::scenario::edit::title_within;
use crate::view::address::with_fragment;
use crate::view::panel::summary::owner;
use crate::view::panel::year_table::{END_OF_BAND, End};
use crate::view::{format, words};

/// What stands where a scenario has other figures than what is compared.
const OTHER: &str = "–";

/// The whole comparison, with names and links; of the bands what is known by now.
pub fn as_text(columns: &Columns) -> String {
    let head = format!(
        "Instellingen die verschillen\tEenheid{}\tLaagste\tHoogste\tGemiddeld\tOver",
        "\t".repeat(columns.iter().len())
    );
    let settings = columns.by_edition().into_iter().flat_map(|(edition, of)| {
        let differing = differences(&of.plans(), &edition.catalogue);
        differing.iter().map(|difference| of_setting(difference, &of, columns, &edition.catalogue)).collect::<Vec<_>>()
    });
    let parts = [about(columns), figures(columns), ranges(columns), years(columns), vec![head]];
    parts.into_iter().flatten().chain(settings).collect::<Vec<_>>().join("\n")
}

/// What is compared, and what a reader should know of it.
fn about(columns: &Columns) -> Vec<String> {
    let editions: Vec<String> = columns.by_edition().iter().map(|(edition, _)| edition.name().to_string()).collect();
    vec![
        format!("Vergelijking van scenario’s, {}", columns.world_in_words),
        format!(
            "Cijfers {}. Een min bij het tekort is een overschot, bij de besparing extra zorgkosten, bij de kosten minder kosten.",
            words::list(&editions)
        ),
        line("", "", columns, Column::title),
        line("Cijfers", "", columns, |column| column.edition.name().to_string()),
        line("Link (met de eigen aannames)", "", columns, |column| with_fragment(&column.link)),
        line("Over de link", "", columns, |column| column.notes.join(" ")),
        line("Begroting", "", columns, |column| column.edition.catalogue.budget_in_short(&column.plan)),
        line(UNKNOWN, "", columns, |column| unknown_of(column).join("; ")),
    ]
}

fn figures(columns: &Columns) -> Vec<String> {
    let amount = |row: &AmountRow| line(&row.name, "euro", columns, |column| euros((row.amount)(&column.projection)));
    let difference = columns.iter().next().map(|first| {
        let name = format!("Verschil in tekort {} met {}", when(columns), first.letter.text());
        line(&name, "euro", columns, |column| {
            let same = column.edition == first.edition;
            if same { euros(deficit(&column.projection) - deficit(&first.projection)) } else { OTHER.to_string() }
        })
    });
    rows(columns).iter().map(amount).chain(difference).collect()
}

fn ranges(columns: &Columns) -> Vec<String> {
    let year = when(columns);
    let end = |(name, _, of): End| {
        let cell =
            |column: &Column| known(column).map(|bands| euros(rounded(of(bands.years.last())))).unwrap_or_default();
        line(
            &format!("Bandbreedte van het tekort in {year}, {name} (8 van de 10 doorrekeningen)"),
            "euro",
            columns,
            cell,
        )
    };
    let title = line("Bandbreedte", "", columns, |column| {
        words::outlook_title(COMPARED, &column.edition.catalogue, &column.plan).to_string()
    });
    END_OF_BAND.into_iter().map(end).chain([title]).collect()
}

fn years(columns: &Columns) -> Vec<String> {
    let of_year = |year: i32| {
        line(&format!("Tekort {year}"), "euro", columns, |column| {
            in_year(column, year).map_or_else(|| OTHER.to_string(), euros)
        })
    };
    all_years(columns).into_iter().map(of_year).collect()
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

/// A setting in which scenarios `of` one edition differ, among all scenarios.
fn of_setting(difference: &Difference, of: &Columns, columns: &Columns, catalogue: &Catalogue) -> String {
    let (setting, unit) = (difference.setting, catalogue.spec(difference.setting).unit);
    let cell = |stand: &Stand| match stand {
        Stand::At(value) if unit != Unit::Switch => number(*value),
        other => stands(*other, setting, catalogue),
    };
    let stand =
        |column: &Column| of.iter().position(|one| one.letter == column.letter).map(|at| &difference.stands[at]);
    let cells: Vec<String> =
        columns.iter().map(|column| stand(column).map_or_else(|| OTHER.to_string(), cell)).collect();
    let spread = difference.spread.map_or_else(
        || "\t\t\t".to_string(),
        |spread| {
            let average = sensible(spread.average, setting, catalogue);
            let [lowest, highest, average] = [spread.lowest, spread.highest, average].map(number);
            format!("{lowest}\t{highest}\t{average}\t{} van {}", spread.over, of.iter().len())
        },
    );
    let name = format!("{}: {}", owner(setting, columns.plans(), catalogue), title_within(setting, catalogue));
    format!("{name}\t{}\t{}\t{spread}", format::suffix(unit), cells.join("\t"))
}
