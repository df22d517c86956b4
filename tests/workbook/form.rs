//! What the file looks like to who opens it: names, percentages, text, print and size.

use std::collections::BTreeMap;

use ombuigen::export::About;
use ombuigen::export::workbook::workbook;
use ombuigen::model::role::OfPayer;
use ombuigen::scenario::Scenario;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use crate::amounts::number;
use crate::cases::{self, ODD, about, odd_as_shown, tested};
use crate::xlsx::{Book, text};

/// So `5,15%` in a cell, which is 0,0515 to a spreadsheet, is what it says.
#[test]
fn percentages_are_fractions_in_cells_that_show_percent() {
    for tested in tested() {
        let catalogue = &tested.catalogue;
        let book = Book::open(&tested.cases[0].0.bytes);
        let tables = book.tables();
        let mut percentages = 0;
        for sheet in ["Knoppen", "Cijfers"] {
            for (at, setting) in cases::inputs(&tables[sheet], catalogue) {
                let unit = catalogue.spec(setting).unit.name();
                let is_percentage = unit.starts_with("percent") || unit == "fraction";
                assert_eq!(book.number_format(sheet, &at).ends_with('%'), is_percentage, "{sheet} {at}, {setting:?}");
                percentages += usize::from(is_percentage);
            }
        }
        assert!(percentages > 30, "{percentages} percentages");
        let typed = book.tables()["Knoppen"].clone();
        let row = typed.iter().find(|(_, cell)| cell.text == "groei.zwaarte").expect("a row").0.0;
        let columns =
            ["In gebruik", "Plan of standaard", "Minimum", "Maximum", "Stap"].map(|head| cases::column(&typed, head));
        let spec = catalogue.spec(catalogue.setting("groei.zwaarte").expect("a setting"));
        let bounds = spec.bounds.expect("bounds");
        let default = spec.default.expect("a default");
        let wanted = [default, default, bounds.min, bounds.max, bounds.step]
            .map(|percent| (percent / Decimal::ONE_HUNDRED).to_f64());
        assert_eq!(columns.map(|column| number(&typed, row, column)), wanted);
    }
}

#[test]
fn what_people_type_stays_text() {
    for tested in tested() {
        let (case, computed) = tested.case(ODD);
        for tables in [&Book::open(&case.bytes).tables(), computed] {
            let holds = |sheet: &str, wanted: &str| {
                let found = tables[sheet].values().find(|cell| cell.text == wanted);
                assert!(found.is_some_and(|cell| !cell.is_formula), "{sheet} has no {wanted:?}: {:?}", tables[sheet]);
            };
            holds("Lees mij", &odd_as_shown());
            holds("Uitkomst", &format!("Uitkomst: {}", odd_as_shown()));
            holds("Cijfers", odd_as_shown().trim());
            let status = tables["Cijfers"].values().find(|cell| cell.text == "eigen invoer");
            assert!(status.is_some(), "the own figure is marked");
        }
    }
}

/// What of the municipality's tasks it is about, and who pays and who reaps where the edition knows.
#[test]
fn it_names_its_scope_and_has_a_sheet_of_payers_where_they_are_known() {
    for tested in tested() {
        for (case, computed) in &tested.cases {
            // It names what it was made for.
            let scope = &tested.catalogue.pack_of(&case.made_for).choice;
            let told = computed["Lees mij"].iter().find(|(_, cell)| cell.text == "Bereik").expect("a fact").0;
            assert_eq!(text(&computed["Lees mij"], told.0, 1), scope, "{}", case.name);
            assert!(text(&computed["Uitkomst"], 1, 0).starts_with(scope.as_str()), "{}", case.name);
            let is_known = tested.catalogue.frame().of_payer(OfPayer::Saving).is_some();
            assert_eq!(computed.contains_key("Betalers"), is_known, "{}", case.name);
        }
    }
}

/// A spreadsheet opens no address of more than 2.080 signs: then it is text to copy, and the file is still made.
#[test]
fn a_long_name_and_a_long_link_are_kept() {
    for tested in tested() {
        let catalogue = &tested.catalogue;
        let (name, link) = ("é".repeat(500), format!("https://voorbeeld.nl/#v=1&reden={}", "x".repeat(4000)));
        let about = About { name: name.clone(), link: link.clone(), ..about("") };
        let opening = Scenario::opening(catalogue);
        let bytes = workbook(catalogue, &opening, &about).expect("a workbook");
        let tables = Book::open(&bytes).tables();
        let holds = |text: &str| tables["Lees mij"].values().any(|cell| cell.text == text);
        assert!(holds(&name) && holds(&link));
    }
}

/// Nothing younger than Excel 2010, and nothing that looks outside the workbook.
#[test]
fn formulas_use_what_every_spreadsheet_knows() {
    for tested in tested() {
        let known = [
            "", "IF", "MIN", "MAX", "SUM", "ABS", "OR", "NOT", "ISNUMBER", "ISBLANK", "COUNT", "COUNTIF", "AND",
            "MATCH", "INDEX",
        ];
        for formula in Book::open(&tested.case(ODD).0.bytes).formulas() {
            let before = formula.match_indices('(').map(|(at, _)| &formula[..at]);
            let mut names = before.filter_map(|before| {
                before.rsplit(|sign: char| !(sign.is_alphanumeric() || "_.".contains(sign))).next()
            });
            assert!(names.all(|name| known.contains(&name)), "{formula}");
            assert!(formula.len() < 8192 && !formula.contains(['[', '{']), "{formula}");
        }
    }
}

#[test]
fn every_input_has_a_name() {
    for tested in tested() {
        let (book, catalogue) = (Book::open(&tested.case(ODD).0.bytes), &tested.catalogue);
        let (names, tables) = (book.names(), book.tables());
        for sheet in ["Knoppen", "Cijfers"] {
            for (at, setting) in cases::inputs(&tables[sheet], catalogue) {
                let (column, row) = at.split_at(1);
                let place = format!("{sheet}!${column}${row}");
                assert_eq!(names.get(&catalogue.id_of(setting).replace(['.', '-'], "_")), Some(&place), "{setting:?}");
            }
        }
    }
}

/// On paper as wide as A4 lying, no letter of a sheet is smaller than 8 points, with a twentieth to spare: LibreOffice sets
/// columns that much wider than Excel.
#[test]
fn every_sheet_prints_at_a_readable_size() {
    for tested in tested() {
        const LETTER: f64 = 11.0;
        let book = Book::open(&tested.case(ODD).0.bytes);
        for (sheet, paper) in book.papers() {
            let scale = f64::min(1.0, paper.room / (paper.printed * 1.05));
            assert!(scale * LETTER >= 8.0, "{sheet}: {} points", scale * LETTER);
            assert!(paper.is_lying, "{sheet}");
        }
    }
}

/// The workbook stays something to send by mail, with every step in it: what is added to the model costs a few bytes for each of
/// its cells, and nothing in it is kept twice.
#[test]
fn a_workbook_is_small() {
    for tested in tested() {
        for (case, _) in &tested.cases {
            let cells: usize = Book::open(&case.bytes).tables().values().map(BTreeMap::len).sum();
            let bytes = case.bytes.len();
            assert!(bytes < 12 * cells, "{}: {bytes} bytes for {cells} cells", case.name);
        }
    }
}

/// A controller reads one formula for a row and knows them all: from the second year on they are copies of each other, but for a
/// sum over the years before, which has a term more each year.
#[test]
fn along_a_row_stands_one_formula() {
    for tested in tested() {
        let book = Book::open(&tested.case(ODD).0.bytes);
        let table = &book.tables()["Berekening"];
        let head = table.iter().find(|(_, cell)| cell.text == "Alle jaren").expect("a head").0;
        let second_year = head.1 + 2;
        let mut rows: BTreeMap<usize, Vec<String>> = BTreeMap::new();
        for ((row, column), formula) in book.formulas_of("Berekening") {
            if column >= second_year {
                rows.entry(row).or_default().push(seen_from(&formula, column));
            }
        }
        let years = tested.catalogue.horizon().count() - 1;
        assert!(rows.len() > 100, "{} rows", rows.len());
        for (row, formulas) in rows {
            let name = text(table, row, 0);
            assert_eq!(formulas.len(), years, "{name}, row {}", row + 1);
            let goes_on = |pair: &[String]| pair[1] == pair[0] || pair[1].starts_with(&format!("{}+", pair[0]));
            assert!(formulas.windows(2).all(goes_on), "{name}, row {}: {formulas:#?}", row + 1);
        }
    }
}

/// A formula with how many columns to the right each cell lies instead of its column, as copying keeps it.
fn seen_from(formula: &str, column: usize) -> String {
    let is_of_cell = |sign: char| sign.is_ascii_alphanumeric() || sign == '$';
    let mut seen = String::new();
    let mut rest = formula;
    while let Some(start) = rest.find(is_of_cell) {
        let (before, from) = rest.split_at(start);
        let (word, after) = from.split_at(from.find(|sign| !is_of_cell(sign)).unwrap_or(from.len()));
        seen.push_str(before);
        let letters: String = word.chars().take_while(char::is_ascii_uppercase).collect();
        let digits = &word[letters.len()..];
        let is_cell =
            (1..=3).contains(&letters.len()) && !digits.is_empty() && digits.chars().all(|sign| sign.is_ascii_digit());
        if is_cell {
            let own = letters.bytes().fold(0, |column, letter| column * 26 + usize::from(letter - b'A') + 1) - 1;
            seen.push_str(&format!("[{:+}]{digits}", own as i64 - column as i64));
        } else {
            seen.push_str(word);
        }
        rest = after;
    }
    seen + rest
}
