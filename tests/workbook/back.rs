//! A changed workbook comes back as a scenario: from our own file, and from what LibreOffice makes of it.

use ombuigen::built_in;
use ombuigen::export::workbook::back::{NotReturned, Returned, Taken};
use ombuigen::export::workbook::workbook;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::id::Setting;
use ombuigen::scenario::Scenario;
use ombuigen::scenario::edit::Edit;
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::cases::{BEYOND_BOUNDS, Case, NEGATIVE_REST, ODD, about, drawn, inputs, odd_as_shown, tested};
use crate::office;
use crate::xlsx::Book;

fn returned(bytes: &[u8], catalogue: &Catalogue) -> Taken {
    let returned = Returned::open(bytes, catalogue);
    returned.unwrap_or_else(|why| panic!("{why}")).scenario(catalogue)
}

/// The places of the inputs of a workbook, of all sheets.
fn places(book: &Book, catalogue: &Catalogue) -> Vec<(&'static str, String, Setting)> {
    let tables = book.tables();
    let of = |sheet| inputs(&tables[sheet], catalogue).into_iter().map(move |(at, setting)| (sheet, at, setting));
    ["Knoppen", "Cijfers"].into_iter().flat_map(of).collect()
}

/// Each input is what the plan of the case has, but for those that are listed.
fn assert_is(taken: &Taken, case: &Case, book: &Book, catalogue: &Catalogue) {
    assert_eq!(taken.left, [], "{}", case.name);
    for (_, _, setting) in places(book, catalogue) {
        let (is, was) = (taken.scenario.plan().value(setting, catalogue), case.plan.value(setting, catalogue));
        assert_eq!(is, was, "{} of {}", catalogue.id_of(setting), case.name);
    }
}

fn is_refused(case: &Case) -> bool {
    [BEYOND_BOUNDS, NEGATIVE_REST].iter().any(|name| case.name.ends_with(name))
}

#[test]
fn every_input_that_was_changed_comes_back() {
    for tested in tested() {
        for (case, _) in tested.cases.iter().filter(|(case, _)| !is_refused(case)) {
            let taken = returned(&case.bytes, &tested.catalogue);
            assert_is(&taken, case, &Book::open(&case.bytes), &tested.catalogue);
        }
    }
}

/// LibreOffice writes strings, styles, names and numbers in its own way.
#[test]
fn a_workbook_that_libreoffice_saved_comes_back() {
    for tested in tested() {
        let cases: Vec<&Case> = tested.cases.iter().map(|(case, _)| case).filter(|case| !is_refused(case)).collect();
        let some: Vec<&Case> = cases.iter().rev().step_by(9).take(5).copied().collect();
        let name = format!("resaved-{}", tested.catalogue.edition());
        let saved = office::resaved(&name, some.iter().map(|case| case.bytes.as_slice()));
        let saved = saved.unwrap_or_else(|why| panic!("{why}"));
        assert_eq!(saved.len(), some.len());
        for (case, bytes) in some.iter().zip(&saved) {
            assert_ne!(&case.bytes, bytes);
            assert_is(&returned(bytes, &tested.catalogue), case, &Book::open(&case.bytes), &tested.catalogue);
        }
    }
}

#[test]
fn an_unchanged_workbook_is_the_scenario_that_it_was_made_of() {
    for tested in tested() {
        let catalogue = &tested.catalogue;
        for seed in 0..4 {
            let scenario = drawn(seed, catalogue);
            let scenario =
                scenario.apply(&Edit::Name("Ons _x0041_ plan & 5 %".to_string()), catalogue).expect("a name");
            let projection = tested.project(scenario.plan());
            let link = ombuigen::scenario::link::write(&scenario, &projection, catalogue);
            let about = ombuigen::export::About { link: format!("https://a.example/?#{link}"), ..about("Ons plan") };
            let taken = returned(&workbook(catalogue, &scenario, &about).expect("a workbook"), catalogue);
            assert_eq!(taken, Taken { scenario, changed: Vec::new(), left: Vec::new() });
        }
    }
}

/// An opening workbook of the first edition with some cells typed over.
fn changed(edit: impl FnOnce(&mut Book, &dyn Fn(&str) -> (&'static str, String))) -> Taken {
    let catalogue = built_in::catalogue("2019.1").expect("the seeds are right");
    let bytes = workbook(&catalogue, &Scenario::opening(&catalogue), &about("")).expect("a workbook");
    let mut book = Book::open(&bytes);
    let places = places(&book, &catalogue);
    let at = |id: &str| {
        let setting = catalogue.setting(id).expect("a setting");
        let (sheet, at, _) = places.iter().find(|(.., of)| *of == setting).expect("an input").clone();
        (sheet, at)
    };
    edit(&mut book, &at);
    returned(&book.bytes(), &catalogue)
}

fn value(taken: &Taken, id: &str) -> Option<Decimal> {
    let catalogue = built_in::catalogue("2019.1").expect("the seeds are right");
    taken.scenario.plan().value(catalogue.setting(id).expect("a setting"), &catalogue)
}

/// What people type as text is read as it would be in a field of the page; floats are what was typed.
#[test]
fn numbers_count_however_they_were_written() {
    let taken = changed(|book, at| {
        for (id, text) in [("poh.fte", "9,5"), ("groei.volume", "2,15 %"), ("budget.2022", "€ 60.000.000,-")] {
            let (sheet, at) = at(id);
            book.set_text(sheet, &at, text);
        }
        let (sheet, at) = at("groei.zwaarte");
        book.set(sheet, &at, Some("2.5000000000000001E-2"));
    });
    assert_eq!(taken.left, []);
    for (id, wanted) in
        [("poh.fte", "9.5"), ("groei.volume", "2.15"), ("budget.2022", "60000000"), ("groei.zwaarte", "2.5")]
    {
        assert_eq!(value(&taken, id), Some(wanted.parse().expect("a number")), "{id}");
    }
}

#[test]
fn what_is_not_taken_over_is_listed_with_the_reason() {
    let taken = changed(|book, at| {
        for (id, text) in [("poh.fte", "veel"), ("groei.volume", "1,5 miljoen")] {
            let (sheet, at) = at(id);
            book.set_text(sheet, &at, text);
        }
        for (id, number) in [("wlz.jeugdigen", None), ("start.14", Some("2022.5")), ("base.pgb", Some("10000000"))] {
            let (sheet, at) = at(id);
            book.set(sheet, &at, number);
        }
        let (sheet, at) = at("budget.2023");
        book.set(sheet, &at, Some("55000000"));
    });
    let all: Vec<String> = taken.left.iter().map(|(name, why)| format!("{name}: {why}")).collect();
    assert_eq!(all.len(), 5, "{all:?}");
    for wanted in [
        "“veel” is geen getal",
        "“1,5 miljoen” is geen getal",
        "vul een getal in",
        "dichtstbijzijnde",
        "minder dan nul",
    ] {
        assert!(all.iter().any(|one| one.contains(wanted)), "no {wanted} in {all:?}");
    }
    assert_eq!((value(&taken, "poh.fte"), taken.changed.len()), (value(&changed(|_, _| ()), "poh.fte"), 1));
}

/// Its name is told by its id: rows that were sorted give nobody else's value.
#[test]
fn an_input_is_known_by_the_id_in_its_row() {
    let taken = changed(|book, at| {
        let (sheet, fte) = at("poh.fte");
        book.set(sheet, &fte, Some("9.5"));
        let (_, other) = at("wlz.jeugdigen");
        book.point("poh_fte", &format!("{sheet}!${}${}", &other[..1], &other[1..]));
    });
    assert_eq!((value(&taken, "poh.fte"), taken.left), (Some(Decimal::new(95, 1)), vec![]));
}

#[test]
fn an_own_figure_comes_back_with_its_reason() {
    let tested = &tested()[0];
    let (case, _) = tested.case(ODD);
    let taken = returned(&case.bytes, &tested.catalogue);
    let pgb = tested.catalogue.figure_named("base.pgb").expect("a figure");
    let wanted = ombuigen::scenario::edit::as_reason(&odd_as_shown());
    assert_eq!(taken.scenario.reason(pgb), Some(wanted.as_str()));
}

#[test]
fn another_file_is_told() {
    let catalogue = &tested()[0].catalogue;
    let why = |bytes: &[u8]| Returned::open(bytes, catalogue).err();
    assert_eq!(why(b"nee"), Some(NotReturned::NoWorkbook));
    assert_eq!(why(b""), Some(NotReturned::NoWorkbook));
    let about = ombuigen::export::About { link: "https://a.example/".to_string(), ..about("") };
    let without = workbook(catalogue, &Scenario::opening(catalogue), &about).expect("a workbook");
    assert_eq!(why(&without), Some(NotReturned::NoLink));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Whatever was done to the text of a sheet, it comes back or says why.
    #[test]
    fn any_damaged_workbook_is_read(at in 0..1_000_000usize, length in 0..400usize, put in "[<>&_x\"'=/a-z0-9é ]{0,8}") {
        let tested = &tested()[0];
        let harmed = Book::open(&tested.cases[0].0.bytes).harmed(at, length, &put);
        if let Ok(returned) = Returned::open(&harmed, &tested.catalogue) {
            let taken = returned.scenario(&tested.catalogue);
            prop_assert!(taken.scenario.plan().check_rests(&tested.catalogue).is_ok());
        }
    }
}
