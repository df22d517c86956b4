#![cfg(not(target_arch = "wasm32"))]
//! Guards the workbook: LibreOffice, which knows nothing of our code, computes it again and must come to our results.

/// The edition that is tested.
const EDITION: &str = "2019.1";

mod cases;
mod office;
#[path = "../common/results.rs"]
mod results;
mod xlsx;

use std::collections::BTreeMap;
use std::sync::Arc;

use cases::{BEYOND_BOUNDS, Case, NEGATIVE_REST, ODD, SINGLE, Tested, about, odd_as_shown, tested};
use ombuigen::export::About;
use ombuigen::export::workbook::workbook;
use ombuigen::model::calculation::recorded_whole;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::id::Setting;
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::Post;
use ombuigen::model::role::Role;
use ombuigen::model::sheet::Sheet;
use ombuigen::model::year::Year;
use ombuigen::scenario::Scenario;
use ombuigen::scenario::edit::title;
use results::project;
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use xlsx::{Book, Table, Tables};

/// How far a result of the workbook may lie from ours, in euros.
const CENT: f64 = 0.01;

/// Amounts by year and their sum from 2020, by heading and name.
type Amounts = BTreeMap<(String, String), Vec<f64>>;

/// What the sheet of results must show for a plan.
fn expected(plan: &Plan, catalogue: &Catalogue) -> Amounts {
    let projection = project(plan);
    let mut expected = Amounts::new();
    let mut add = |heading: &str, name: &str, of: &dyn Fn(Year) -> Money| {
        let sum = catalogue.horizon().summed().map(of).sum();
        let amounts =
            catalogue.horizon().years().map(of).chain([sum]).map(|amount| amount.euros().to_f64().expect("an amount"));
        expected.insert((heading.to_string(), name.to_string()), amounts.collect());
    };
    let causes = "Waar het tekort vandaan komt: dit telt op tot het tekort";
    let parts: [(&str, &[Post]); 3] = [
        ("Alle jaren", &Post::OF_DEFICIT),
        ("Apart: verandert het tekort niet", &Post::APART),
        (causes, &Post::CAUSES),
    ];
    for (heading, post) in parts.iter().flat_map(|(heading, posts)| posts.iter().map(move |post| (heading, *post))) {
        if post.of(projection.last()).is_some() {
            add(heading, &catalogue.name_of(post), &|year| post.of(&projection[year]).unwrap_or_default());
        }
    }
    for measure in catalogue.measures() {
        let name = format!("{}. {}", measure.number, measure.name);
        add("Besparing per maatregel", &name, &|year| projection[year].measure(measure.measure).saving);
        add("Kosten per maatregel", &name, &|year| projection[year].measure(measure.measure).cost);
    }
    let sheet = Sheet::of(&Arc::new(recorded_whole(catalogue)), plan);
    for lever in catalogue.levers() {
        let heading = "Netto besparing per knop: besparing min kosten, verdeeld over de knoppen van een maatregel";
        let of_year =
            |year| catalogue.frame().result_of(Role::Lever, catalogue.horizon().offset(year), lever.id.index());
        add(heading, &lever.label, &|year| Money::from_euros(sheet.told(of_year(year))));
    }
    for (id, line) in catalogue.lines() {
        let heading = "Zorgkosten per soort hulp, met de maatregelen die erop werken";
        add(heading, &line.name, &|year| projection[year].line(id));
    }
    expected
}

/// What the sheet of results shows.
fn shown(tables: &Tables) -> Amounts {
    let table = &tables["Uitkomst"];
    let mut heading = String::new();
    let mut shown = Amounts::new();
    let names = table.iter().filter(|((row, column), _)| *row > head_row(table) && *column == 0);
    for ((row, _), name) in names {
        let cells: Vec<_> = (1..).map_while(|column| number(table, *row, column)).collect();
        if cells.is_empty() {
            heading.clone_from(&name.text);
        } else {
            shown.insert((heading.clone(), name.text.clone()), cells);
        }
    }
    shown
}

fn head_row(table: &Table) -> usize {
    table.iter().find(|(_, cell)| cell.text == "2020–2025").expect("a head").0.0
}

fn number(table: &Table, row: usize, column: usize) -> Option<f64> {
    table.get(&(row, column)).and_then(|cell| cell.text.parse().ok())
}

/// The results that are not within a cent.
fn off(expected: &Amounts, shown: &Amounts) -> Vec<String> {
    assert!(expected.keys().eq(shown.keys()), "other rows: {:?}", shown.keys());
    let differs = |key: &&(String, String)| {
        let (one, other) = (&expected[key], &shown[key]);
        one.len() != other.len() || one.iter().zip(other).any(|(one, other)| (one - other).abs() >= CENT)
    };
    expected.keys().filter(differs).map(|key| format!("{key:?}: {:?}, not {:?}", shown[key], expected[key])).collect()
}

fn case(name: &str) -> &'static (Case, Tables) {
    tested().cases.iter().find(|(case, _)| case.name == name).expect("a case")
}

fn text(table: &Table, row: usize, column: usize) -> &str {
    table.get(&(row, column)).map_or("", |cell| &cell.text)
}

/// The lines of the check, above the table: whether results and inputs are as on the page, and whether the inputs fit.
fn check(tables: &Tables) -> [&str; 3] {
    [4, 5, 6].map(|row| text(&tables["Uitkomst"], row, 1))
}

/// What the check says of some results or inputs of which so many differ, up to the name of the first.
fn told(differ: usize, all: usize, of: &str) -> String {
    match differ {
        0 => SAME.to_string(),
        _ => format!("anders dan op de pagina: {differ} van {all} {of}, als eerste "),
    }
}

const SAME: &str = "klopt met de pagina";

#[test]
fn another_program_comes_to_our_results() {
    let tested = tested();
    for (case, computed) in &tested.cases {
        let off = off(&expected(&case.plan, &tested.catalogue), &shown(computed));
        assert!(off.is_empty(), "{}: {off:#?}", case.name);
    }
}

/// A workbook whose inputs were changed in the file still holds the results of before, so what is right was computed.
#[test]
fn changed_inputs_change_the_results() {
    let tested = tested();
    let moved: Vec<_> = tested.cases.iter().filter(|(case, _)| case.has_moved()).collect();
    assert!(moved.len() >= 28, "{} cases", moved.len());
    for (case, computed) in moved {
        let before = shown(&Book::open(&case.bytes).tables());
        let off_before = off(&expected(&case.made_for, &tested.catalogue), &before);
        assert!(off_before.is_empty(), "{}: {off_before:#?}", case.name);
        assert!(!off(&before, &shown(computed)).is_empty(), "{}: nothing was computed", case.name);
    }
}

#[test]
fn every_result_and_input_that_differs_from_the_page_is_counted() {
    let Tested { catalogue, cases } = tested();
    for (case, computed) in cases {
        let [results, inputs, _] = check(computed);
        let (before, now) = (expected(&case.made_for, catalogue), expected(&case.plan, catalogue));
        let pairs: Vec<_> = before.values().flatten().zip(now.values().flatten()).collect();
        let differ = pairs.iter().filter(|(before, now)| (*before - *now).abs() >= CENT / 2.0).count();
        let wanted = told(differ, pairs.len(), "uitkomsten");
        assert!(results.starts_with(&wanted), "{}: {results}, not {wanted}", case.name);

        let settings: Vec<_> =
            ["Knoppen", "Cijfers"].iter().flat_map(|sheet| cases::inputs(&computed[*sheet], catalogue)).collect();
        let value = |plan: &Plan, setting| plan.value(setting, catalogue);
        let differs =
            |(_, setting): &&(String, Setting)| value(&case.plan, *setting) != value(&case.made_for, *setting);
        let wanted = told(settings.iter().filter(differs).count(), settings.len(), "gele vakjes");
        assert!(inputs.starts_with(&wanted), "{}: {inputs}, not {wanted}", case.name);
    }
}

/// Also one that leaves the deficit of the last year as it was, and a 0 where nothing was filled in.
#[test]
fn one_changed_input_is_noticed_and_named() {
    let catalogue = &tested().catalogue;
    for (name, _) in SINGLE {
        let (case, computed) = case(name);
        let setting = catalogue.setting(name).expect("a setting");
        let on = |sheet: &str| {
            let inputs = cases::inputs(&computed[sheet], catalogue);
            inputs.into_iter().find(|(_, of)| *of == setting).map(|(at, _)| format!("{sheet} {at}"))
        };
        let at = on("Knoppen").or_else(|| on("Cijfers")).expect("its cell");
        let [results, inputs, _] = check(computed);
        assert!(
            inputs.contains(": 1 van ")
                && inputs.ends_with(&format!("als eerste {} ({at})", title(setting, catalogue))),
            "{name}: {inputs}"
        );
        assert_ne!(results, SAME, "{name}");
        assert_eq!(case.has_moved(), !["start.14", "ramp.14"].contains(&name), "{name}");
    }
    let (_, moved_start) = case("start.14");
    let first = "als eerste Besparing 2020 (Uitkomst: Alle jaren)";
    assert!(check(moved_start)[0].contains(first), "{}", check(moved_start)[0]);
}

/// So `5,15%` in a cell, which is 0,0515 to a spreadsheet, is what it says.
#[test]
fn percentages_are_fractions_in_cells_that_show_percent() {
    let Tested { catalogue, cases } = tested();
    let book = Book::open(&cases[0].0.bytes);
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

#[test]
fn a_viewer_that_computes_nothing_shows_our_results() {
    let tested = tested();
    for (case, computed) in tested.cases.iter().filter(|(case, _)| case.plan == case.made_for) {
        let stored = Book::open(&case.bytes).tables();
        let off = off(&expected(&case.plan, &tested.catalogue), &shown(&stored));
        assert!(off.is_empty(), "{}: {off:#?}", case.name);
        assert_eq!(check(&stored), [SAME, SAME, "past binnen de grenzen"], "{}", case.name);
        for (sheet, table) in &stored {
            same_words(table, &computed[sheet], &format!("{}, {sheet}", case.name));
        }
    }
}

/// Formulas that give words give the same ones, also where they stand beside inputs.
fn same_words(stored: &Table, computed: &Table, place: &str) {
    let gives_words = |cell: &xlsx::Cell| cell.is_formula && cell.text.parse::<f64>().is_err();
    for ((row, column), cell) in stored.iter().filter(|(_, cell)| gives_words(cell)) {
        assert_eq!(text(computed, *row, *column), cell.text, "{place}, row {}", row + 1);
    }
}

#[test]
fn no_cell_holds_an_error() {
    for (case, computed) in &tested().cases {
        for (sheet, table) in computed {
            let is_error =
                |text: &str| text.starts_with("Err:") || (text.starts_with('#') && text.ends_with(['!', '?', 'A']));
            let wrong = table.iter().find(|(_, cell)| is_error(&cell.text));
            assert_eq!(wrong, None, "{}, {sheet}", case.name);
        }
    }
}

#[test]
fn inputs_that_the_page_would_not_take_are_told() {
    for (case, computed) in &tested().cases {
        let told = match case.name.as_str() {
            BEYOND_BOUNDS => "let op: een geel vakje valt buiten zijn grenzen",
            NEGATIVE_REST => "let op: een rest is minder dan nul, zie Cijfers",
            _ => "past binnen de grenzen",
        };
        assert_eq!(check(computed)[2], told, "{}", case.name);
    }
}

#[test]
fn what_people_type_stays_text() {
    let (case, computed) = case(ODD);
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

/// A spreadsheet opens no address of more than 2.080 signs: then it is text to copy, and the file is still made.
#[test]
fn a_long_name_and_a_long_link_are_kept() {
    let catalogue = &tested().catalogue;
    let (name, link) = ("é".repeat(500), format!("https://voorbeeld.nl/#v=1&reden={}", "x".repeat(4000)));
    let about = About { name: name.clone(), link: link.clone(), ..about("") };
    let opening = Scenario::opening(catalogue);
    let bytes = workbook(catalogue, &opening, &about).expect("a workbook");
    let tables = Book::open(&bytes).tables();
    let holds = |text: &str| tables["Lees mij"].values().any(|cell| cell.text == text);
    assert!(holds(&name) && holds(&link));
}

/// Nothing younger than Excel 2010, and nothing that looks outside the workbook.
#[test]
fn formulas_use_what_every_spreadsheet_knows() {
    let known = ["", "IF", "MIN", "MAX", "SUM", "ABS", "OR", "NOT", "ISNUMBER", "ISBLANK", "COUNTIF", "MATCH", "INDEX"];
    for formula in Book::open(&case(ODD).0.bytes).formulas() {
        let before = formula.match_indices('(').map(|(at, _)| &formula[..at]);
        let mut names = before
            .filter_map(|before| before.rsplit(|sign: char| !(sign.is_alphanumeric() || "_.".contains(sign))).next());
        assert!(names.all(|name| known.contains(&name)), "{formula}");
        assert!(formula.len() < 8192 && !formula.contains(['[', '{']), "{formula}");
    }
}

#[test]
fn every_input_has_a_name() {
    let (book, catalogue) = (Book::open(&case(ODD).0.bytes), &tested().catalogue);
    let (names, tables) = (book.names(), book.tables());
    for sheet in ["Knoppen", "Cijfers"] {
        for (at, setting) in cases::inputs(&tables[sheet], catalogue) {
            let (column, row) = at.split_at(1);
            let place = format!("{sheet}!${column}${row}");
            assert_eq!(names.get(&catalogue.id_of(setting).replace(['.', '-'], "_")), Some(&place), "{setting:?}");
        }
    }
}

/// On paper as wide as A4 lying, no letter of a sheet is smaller than 8 points, with a twentieth to spare: LibreOffice sets
/// columns that much wider than Excel.
#[test]
fn every_sheet_prints_at_a_readable_size() {
    const LETTER: f64 = 11.0;
    let book = Book::open(&case(ODD).0.bytes);
    for (sheet, paper) in book.papers() {
        let scale = f64::min(1.0, paper.room / (paper.printed * 1.05));
        assert!(scale * LETTER >= 8.0, "{sheet}: {} points", scale * LETTER);
        assert!(paper.is_lying, "{sheet}");
    }
}

/// The workbook stays something to send by mail, with every step in it: what is added to the model costs a few bytes for each of
/// its cells, and nothing in it is kept twice.
#[test]
fn a_workbook_is_small() {
    for (case, _) in &tested().cases {
        let cells: usize = Book::open(&case.bytes).tables().values().map(BTreeMap::len).sum();
        let bytes = case.bytes.len();
        assert!(2 * bytes < 23 * cells, "{}: {bytes} bytes for {cells} cells", case.name);
    }
}

/// A controller reads one formula for a row and knows them all: from the second year on they are copies of each other.
#[test]
fn along_a_row_stands_one_formula() {
    let book = Book::open(&case(ODD).0.bytes);
    let table = &book.tables()["Berekening"];
    let head = table.iter().find(|(_, cell)| cell.text == "Alle jaren").expect("a head").0;
    let second_year = head.1 + 2;
    let mut rows: BTreeMap<usize, Vec<String>> = BTreeMap::new();
    for ((row, column), formula) in book.formulas_of("Berekening") {
        if column >= second_year {
            rows.entry(row).or_default().push(seen_from(&formula, column));
        }
    }
    let years = tested().catalogue.horizon().count() - 1;
    assert!(rows.len() > 100, "{} rows", rows.len());
    for (row, formulas) in rows {
        let name = text(table, row, 0);
        assert_eq!(formulas.len(), years, "{name}, row {}", row + 1);
        assert!(formulas.iter().all(|formula| *formula == formulas[0]), "{name}, row {}: {formulas:#?}", row + 1);
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
