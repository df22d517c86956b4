//! The table as it is printed: all that stands in it adds up, but for what is struck and for what was rounded.

use std::sync::LazyLock;

use ombuigen::built_in;
use ombuigen::model::catalogue::Value;
use ombuigen::model::printed::{PART, PrintedTable, Row};
use rust_decimal::Decimal;

use super::{DOMAIN, EDITION};

static TABLE: LazyLock<PrintedTable> = LazyLock::new(|| built_in::part(EDITION, PART).expect("the table"));

fn row(id: &str) -> &'static Row {
    TABLE.rows.iter().find(|row| row.id == id).unwrap_or_else(|| panic!("no line `{id}`"))
}

/// The numbers of a line as they should be.
fn right(row: &Row) -> Vec<Decimal> {
    row.printed.iter().enumerate().map(|(place, printed)| row.should_be(place).unwrap_or(*printed)).collect()
}

fn sum_of(ids: &[&str]) -> Vec<Decimal> {
    let rows: Vec<Vec<Decimal>> = ids.iter().map(|id| right(row(id))).collect();
    (0..8).map(|place| rows.iter().map(|row| row[place]).sum()).collect()
}

/// The lines of a chapter, by how their ids begin.
fn lines(begins: &str) -> Vec<&'static str> {
    TABLE.rows.iter().filter(|row| !row.is_sum && row.id.starts_with(begins)).map(|row| row.id.as_str()).collect()
}

#[test]
fn the_chapters_are_the_sums_of_their_lines() {
    assert_eq!(TABLE.rows.len(), 29);
    let chapters = [
        ("sd.lasten.jeugd", "sd.jeugd."),
        ("sd.lasten.wmo", "sd.wmo."),
        ("sd.lasten.participatie", "sd.participatie."),
        ("sd.lasten.reserve", "sd.reserve."),
        ("sd.lasten.autonome-groei", "sd.autonome-groei."),
        ("sd.baten", "sd.baten."),
    ];
    for (whole, begins) in chapters {
        assert_eq!(right(row(whole)), sum_of(&lines(begins)), "{whole}");
    }
}

#[test]
fn the_totals_differ_by_what_was_rounded_only() {
    let chapters =
        ["sd.lasten.jeugd", "sd.lasten.wmo", "sd.lasten.participatie", "sd.lasten.reserve", "sd.lasten.autonome-groei"];
    let differences = |whole: &str, parts: &[&str]| -> Vec<Decimal> {
        right(row(whole)).iter().zip(sum_of(parts)).map(|(whole, parts)| *whole - parts).collect()
    };
    let off = differences("sd.lasten", &chapters);
    assert_eq!(off.iter().filter(|off| !off.is_zero()).count(), 4, "{off:?}");
    assert!(off.iter().all(|off| off.abs() <= Decimal::ONE));
    let balance = differences("sd.saldo", &["sd.lasten", "sd.baten"]);
    assert!(balance.iter().all(|off| off.abs() <= Decimal::ONE), "{balance:?}");
    assert!(balance[0].is_zero() && balance[4] == -Decimal::ONE, "2018 follows the total, 2019 the lines");
}

/// Forecast = budget − first report − second report, with what should stand in place of what is struck.
#[test]
fn the_rule_of_signs_holds_for_every_line_of_cost() {
    for of in TABLE.rows.iter().filter(|row| !["sd.lasten", "sd.saldo"].contains(&row.id.as_str())) {
        for year in right(of).chunks(4) {
            assert_eq!(year[3], year[0] - year[1] - year[2], "{}", of.id);
        }
    }
    let wrong: Vec<(&str, Decimal)> = TABLE
        .rows
        .iter()
        .flat_map(|row| row.wrong.iter().map(|wrong| (row.id.as_str(), row.printed[wrong.place])))
        .collect();
    let [printed, total] = [901, -2430].map(Decimal::from);
    let expected = [
        ("sd.lasten.participatie", printed),
        ("sd.participatie.wsw", printed),
        ("sd.lasten", total),
        ("sd.saldo", total),
    ];
    assert_eq!(wrong, expected);
}

#[test]
fn the_forecasts_are_those_that_the_scope_calculates_with() {
    let mut held = 0;
    for of in TABLE.rows.iter() {
        for (year, place) in [(2018, 3), (2019, 7)] {
            let Some(figure) = DOMAIN.figure_named(&format!("{}.p{year}", of.id)) else { continue };
            let printed = Value::One(of.printed[place] * Decimal::from(1000));
            assert_eq!(DOMAIN.figure(figure).value, printed, "{} {year}", of.id);
            held += 1;
        }
    }
    assert!(held > 30, "{held}");
}
