//! What is handed over: a controller opens it, a program reads it, a phone scans it.
#![cfg(not(target_arch = "wasm32"))]

use std::sync::LazyLock;

use ombuigen::analysis::draws::Draws;
use ombuigen::analysis::range::Banded;
use ombuigen::built_in;
use ombuigen::export::csv::Dialect;
use ombuigen::export::{Given, csv, json, qr};
use ombuigen::model::projection::Total;
use serde_json::Value;

#[path = "common/given.rs"]
mod given;
#[path = "common/results.rs"]
mod results;

use given::made;

/// The edition that is tested.
const EDITION: &str = "2019.1";

/// The plan of 2019 with every default, as a table; its totals are those of `tests/cases/2019.1/actieplan-2019.toml`.
const PLAN: &str = include_str!("export/actieplan-2019.csv");

/// The plan with the range of earlier plans, on which the default of this edition stands.
const LOOKING_BACK: &str = "realisatie.trekken=1";

/// The second check scenario, with a reason for its own figure.
const OWN: &str =
    "v=1&poh.fte=4.2&start.14=2022&groei.zwaarte=2.5&budget.2023=55000000&base.pgb=3100000&reden.base.pgb=%3D1%2B1";

static DRAWS: LazyLock<Draws> =
    LazyLock::new(|| Draws::of(&built_in::catalogue(EDITION).expect("the seeds are right")));

#[test]
fn the_table_of_the_plan_is_exactly_this() {
    let table = made("Actieplan 2019", LOOKING_BACK, Some(&DRAWS), in_dutch);
    let lines = table.strip_prefix('\u{feff}').expect("a mark that says UTF-8");
    assert_eq!(lines.replace("\r\n", "\n"), PLAN);
    assert_eq!(lines.matches("\r\n").count(), lines.matches('\n').count(), "Excel's line ends");
}

fn in_dutch(given: &Given<'_>) -> String {
    csv::write(given, Dialect::Dutch)
}

fn in_english(given: &Given<'_>) -> String {
    csv::write(given, Dialect::English)
}

/// The cells of each row, by what stands between them; quotes set a cell apart.
fn cells(table: &str, between: char) -> Vec<Vec<String>> {
    let row = |line: &str| {
        let (mut cells, mut quoted) = (vec![String::new()], false);
        for sign in line.chars() {
            match sign {
                '"' => quoted = !quoted,
                sign if sign == between && !quoted => cells.push(String::new()),
                sign => cells.last_mut().expect("a cell").push(sign),
            }
        }
        cells
    };
    table.trim_start_matches('\u{feff}').lines().map(row).collect()
}

#[test]
fn every_row_of_the_table_has_the_columns_of_its_head() {
    let table = cells(&made("Actieplan 2019", OWN, None, in_dutch), ';');
    assert_eq!(table[0][..6], ["Soort", "Id", "Post", "Eenheid", "Waarde", "2018"]);
    let bad: Vec<&Vec<String>> = table.iter().filter(|row| row.len() != 5 + 8 + 1).collect();
    assert!(bad.is_empty(), "{bad:?}");
    let of = |kind: &str| table.iter().filter(|row| row[0] == kind).count();
    assert_eq!((of("Over"), of("Totaal"), of("Maatregel")), (10, Total::ALL.len() + 1, 2 * 17));
    assert_eq!(of("Bandbreedte") + of("Ander uitgangspunt"), Banded::ALL.len() * (3 + 1 + 3));
    assert_eq!(of("Regel"), 9);
    let set = |id: &str| {
        let row = table.iter().find(|row| row[1] == id).unwrap_or_else(|| panic!("no {id}"));
        (row[0].clone(), row[3].clone(), row[4].clone())
    };
    let is = |kind: &str, unit: &str, value: &str| (kind.to_string(), unit.to_string(), value.to_string());
    assert_eq!(set("poh.fte"), is("Instelling", "fte", "4,2"));
    assert_eq!(set("start.14"), is("Instelling", "jaartal", "2022"));
    assert_eq!(set("groei.zwaarte"), is("Aanname", "% per jaar", "2,5"));
    assert_eq!(set("base.pgb"), is("Eigen invoer", "euro", "3100000"));
}

/// The same table: other signs between cells and before decimals, nothing else.
#[test]
fn both_dialects_say_the_same() {
    let [dutch, english] = [(in_dutch as fn(&Given<'_>) -> String, ';'), (in_english, ',')]
        .map(|(make, between)| cells(&made("a, b; \"c\"", OWN, None, make), between));
    let is_text = |at: usize| at < 4;
    let as_english = |row: &Vec<String>| -> Vec<String> {
        let cell = |(at, cell): (usize, &String)| if is_text(at) { cell.clone() } else { cell.replace(',', ".") };
        row.iter().enumerate().map(cell).collect()
    };
    assert_eq!(dutch.iter().map(as_english).collect::<Vec<_>>(), english);
}

#[test]
fn a_name_never_becomes_a_formula_or_a_cell_of_its_own() {
    let line = |name: &str| {
        let table = made(name, "", None, in_dutch);
        let (_, rest) = table.split_once("\r\nOver;scenario;").expect("a row with the name");
        rest.split(";;;;;;;;;;;").next().expect("a cell").to_string()
    };
    assert_eq!(line("=HYPERLINK(\"x\")"), "\"'=HYPERLINK(\"\"x\"\")\"");
    assert_eq!(line("+1"), "'+1");
    assert_eq!(line("-1"), "'-1");
    assert_eq!(line("@som"), "'@som");
    assert_eq!(line("  =1+1"), "'  =1+1");
    assert_eq!(line("\t=1"), "\"'\t=1\"");
    assert_eq!(line("＝1"), "'＝1");
    assert_eq!(line("a;b"), "\"a;b\"");
    assert_eq!(line("a\r\nb"), "\"a\r\nb\"");
    assert_eq!(line("1 − 2 = 3"), "1 − 2 = 3");
}

fn document(fragment: &str) -> Value {
    serde_json::from_str(&made("Mijn \"plan\"", fragment, Some(&DRAWS), json::write)).expect("JSON")
}

fn of_id<'v>(list: &'v Value, key: &str, id: &str) -> &'v Value {
    let found = list.as_array().and_then(|list| list.iter().find(|item| item[key] == id));
    found.unwrap_or_else(|| panic!("no {id}"))
}

#[test]
fn the_document_says_what_it_is_and_holds_the_exact_results() {
    let document = document("");
    assert_eq!((&document["format"], &document["version"]), (&"ombuigen-scenario".into(), &1.into()));
    assert_eq!(document["scenario"]["name"], "Mijn \"plan\"");
    assert_eq!(document["scenario"]["figures_edition"], "2019.1");
    assert_eq!(document["scenario"]["check_amount"], "37746391");
    let deficit = of_id(&document["totals"], "figure", "deficit");
    assert_eq!(deficit["amounts"]["per_year"]["2025"], "37746391.47");
    let measures = &document["measures"];
    assert_eq!(measures[13]["saving"]["per_year"]["2025"].as_str().map(|text| &text[..6]), Some("951717"));
    assert_eq!(measures[0]["saving"], Value::Null, "unknown is not nought");
}

/// A range stands with the exact results of its own outlook.
#[test]
fn the_document_has_both_outlooks() {
    let document = document("");
    assert_eq!(
        (&document["range"]["outlook"], &document["range"]["counts_on"]),
        (&"plan".into(), &"Als alles lukt".into())
    );
    let record = &document["record"];
    assert_eq!(record["range"]["outlook"], "record");
    assert_eq!(record["range"]["bands"][0]["amounts"]["per_year"]["2025"], "32862000.00");
    let of = |totals: &Value| -> f64 {
        let deficit = of_id(totals, "figure", "deficit")["amounts"]["per_year"]["2025"].as_str().map(str::to_string);
        deficit.expect("an amount").parse().expect("a number")
    };
    assert!(of(&record["totals"]) > of(&document["totals"]), "earlier plans saved less");
    let net_saving = of_id(&record["range"]["bands"], "figure", "net-saving");
    assert_eq!(net_saving["end"], "p10");
}

#[test]
fn the_document_tells_what_is_set_and_where_every_figure_comes_from() {
    let document = document(OWN);
    let fte = of_id(&document["settings"], "id", "poh.fte");
    assert_eq!((&fte["value"], &fte["default"], &fte["unit"]), (&"4.2".into(), &"5.5".into(), &"fte".into()));
    assert_eq!(fte["differs_from_start"], true);
    let growth = of_id(&document["assumptions"], "id", "groei.zwaarte");
    assert_eq!((&growth["value"], &growth["differs_from_default"]), (&"2.5".into(), &true.into()));
    assert_eq!(of_id(&document["assumptions"], "id", "prijs.vast")["value"], Value::Null);
    let own = of_id(&document["own_figures"], "id", "base.pgb");
    assert_eq!(
        (&own["value"], &own["published"], &own["reason"]),
        (&"3100000".into(), &"2500000".into(), &"=1+1".into())
    );
    assert_eq!(of_id(&document["figures"], "id", "base.pgb")["replaced"], true);
    let (figures, sources) = (document["figures"].as_array().expect("a list"), &document["sources"]);
    assert!(figures.len() > 50, "{} figures", figures.len());
    for figure in figures.iter().filter(|figure| !figure["source"].is_null()) {
        of_id(sources, "id", figure["source"].as_str().expect("an id"));
    }
}

#[test]
fn a_link_becomes_a_code_with_a_white_border_up_to_what_a_phone_can_read() {
    let short = qr::code("https://voorbeeld.nl/#v=1&d=2019.1&t=37746391").expect("a code");
    // Version 4 with level M: 33 squares, with 4 of white on either side.
    assert_eq!(short.side, 41);
    assert!(short.path.starts_with("M4 4h7v1h-7z"), "the corner of the code: {}", &short.path[..20]);
    let long = qr::code(&"a".repeat(900)).expect("links up to 900 characters fit");
    assert!(long.side <= 145);
    assert_eq!(qr::code(&"a".repeat(3000)), None);
}
