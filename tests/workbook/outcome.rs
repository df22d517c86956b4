//! Whether LibreOffice comes to our results, and whether the file says what was changed in it.

use std::collections::BTreeSet;

use ombuigen::built_in::EDITIONS;
use ombuigen::model::id::Setting;
use ombuigen::model::plan::Plan;
use ombuigen::scenario::edit::title;

use crate::amounts::{CENT, HEADINGS, differs, expected, off, remarks, shown};
use crate::cases::{self, BEYOND_BOUNDS, Case, NEGATIVE_REST, Single, Tested, singles, tested};
use crate::xlsx::{self, Book, Table, Tables, text};

/// The cases of all editions with what LibreOffice makes of them.
fn every_case() -> impl Iterator<Item = (&'static Tested, &'static Case, &'static Tables)> {
    tested().iter().flat_map(|tested| tested.cases.iter().map(move |(case, computed)| (tested, case, computed)))
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
    for (tested, case, computed) in every_case() {
        let off = off(&expected(&case.plan, tested), &shown(computed, &tested.catalogue));
        assert!(off.is_empty(), "{}: {off:#?}", case.name);
    }
}

/// A workbook whose inputs were changed in the file still holds the results of before, so what is right was computed.
#[test]
fn changed_inputs_change_the_results() {
    let moved: Vec<_> = every_case().filter(|(tested, case, _)| tested.has_moved(case)).collect();
    assert!(moved.len() >= 28 * EDITIONS.len(), "{} cases", moved.len());
    for (tested, case, computed) in moved {
        let before = shown(&Book::open(&case.bytes).tables(), &tested.catalogue);
        let off_before = off(&expected(&case.made_for, tested), &before);
        assert!(off_before.is_empty(), "{}: {off_before:#?}", case.name);
        assert!(!off(&before, &shown(computed, &tested.catalogue)).is_empty(), "{}: nothing was computed", case.name);
    }
}

#[test]
fn every_result_and_input_that_differs_from_the_page_is_counted() {
    for (tested, case, computed) in every_case() {
        let catalogue = &tested.catalogue;
        let [results, inputs, _] = check(computed);
        let (before, now) = (expected(&case.made_for, tested), expected(&case.plan, tested));
        let pairs: Vec<_> = before.values().flatten().zip(now.values().flatten()).collect();
        let differ = pairs.iter().filter(|(before, now)| differs(**before, **now, CENT / 2.0)).count();
        let wanted = told(differ, pairs.len(), "uitkomsten");
        assert!(results.starts_with(&wanted), "{}: {results}, not {wanted}", case.name);

        let settings: Vec<_> =
            ["Knoppen", "Cijfers"].iter().flat_map(|sheet| cases::inputs(&computed[*sheet], catalogue)).collect();
        let value = |plan: &Plan, setting| plan.value(setting, catalogue);
        let is_other =
            |(_, setting): &&(String, Setting)| value(&case.plan, *setting) != value(&case.made_for, *setting);
        let wanted = told(settings.iter().filter(is_other).count(), settings.len(), "gele vakjes");
        assert!(inputs.starts_with(&wanted), "{}: {inputs}, not {wanted}", case.name);
    }
}

/// Also one that leaves the deficit of the last year as it was, and a 0 where nothing was filled in.
#[test]
fn one_changed_input_is_noticed_and_named() {
    for tested in tested() {
        let catalogue = &tested.catalogue;
        for (setting, Single { id, moves_last, .. }) in singles(catalogue) {
            let (case, computed) = tested.case(id);
            let on = |sheet: &str| {
                let inputs = cases::inputs(&computed[sheet], catalogue);
                inputs.into_iter().find(|(_, of)| *of == setting).map(|(at, _)| format!("{sheet} {at}"))
            };
            let at = on("Knoppen").or_else(|| on("Cijfers")).expect("its cell");
            let [results, inputs, _] = check(computed);
            let first = format!("als eerste {} ({at})", title(setting, catalogue));
            assert!(inputs.contains(": 1 van ") && inputs.ends_with(&first), "{}: {inputs}", case.name);
            assert_ne!(results, SAME, "{}", case.name);
            assert_eq!(tested.has_moved(case), *moves_last, "{}", case.name);
        }
        let (case, moved_start) = tested.case("start.14");
        let first = "als eerste Besparing 2020 (Uitkomst: Alle jaren)";
        assert!(check(moved_start)[0].contains(first), "{}: {}", case.name, check(moved_start)[0]);
    }
}

#[test]
fn a_viewer_that_computes_nothing_shows_our_results() {
    for (tested, case, computed) in every_case().filter(|(_, case, _)| case.plan == case.made_for) {
        let stored = Book::open(&case.bytes).tables();
        let off = off(&expected(&case.plan, tested), &shown(&stored, &tested.catalogue));
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

/// Unknown is not zero, and zero is not unknown: what a measure costs that stands as today is known, whatever is open.
#[test]
fn what_nobody_knows_is_empty_and_says_so_beside_it() {
    let [.., saving, cost, _, _] = HEADINGS;
    let mut seen = BTreeSet::new();
    for (tested, case, computed) in every_case() {
        let (catalogue, plan) = (&tested.catalogue, &case.plan);
        let (shown, remarks) = (shown(computed, catalogue), remarks(computed, catalogue));
        let is_open = |setting: Option<Setting>| setting.is_some_and(|setting| plan.own(setting).is_none());
        for measure in catalogue.measures() {
            let row = |heading: &str| (heading.to_string(), format!("{}. {}", measure.number, measure.name));
            let is_unknown = measure.is_unknown(plan);
            assert_eq!(remarks[&row(saving)].starts_with("Effect onbekend"), is_unknown, "{}", case.name);
            assert_eq!(shown[&row(saving)].iter().all(Option::is_none), is_unknown, "{}", case.name);
            let is_moved = catalogue.is_moved(measure.measure, plan);
            let open = [catalogue.unknown_cost_of(measure.measure), catalogue.unknown_once_of(measure.measure)];
            let [yearly, once] = open.map(|setting| is_moved && is_open(setting));
            let told = remarks[&row(cost)];
            assert_eq!([told.contains("per jaar"), told.contains("enmalig")], [yearly, once], "{}: {told}", case.name);
            let costs = &shown[&row(cost)];
            assert_eq!(costs.last().is_some_and(Option::is_none), costs.iter().any(Option::is_none), "{}", case.name);
            assert!(is_moved || costs.iter().all(|cost| *cost == Some(0.0)), "{}: {costs:?}", case.name);
            seen.insert((is_moved, yearly, once, costs.iter().any(Option::is_none)));
        }
    }
    // A measure as today; one with nothing open; one whose costs are open; one that costs something besides what is open.
    for kind in [
        (false, false, false, false),
        (true, false, false, false),
        (true, true, true, true),
        (true, false, true, false),
    ] {
        assert!(seen.contains(&kind), "no case of {kind:?}");
    }
}

#[test]
fn no_cell_holds_an_error() {
    for (_, case, computed) in every_case() {
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
    for (_, case, computed) in every_case() {
        let told = match case.name.split_once(", ").map(|(_, name)| name) {
            Some(BEYOND_BOUNDS) => "let op: een geel vakje valt buiten zijn grenzen",
            Some(NEGATIVE_REST) => "let op: een rest is minder dan nul, zie Cijfers",
            _ => "past binnen de grenzen",
        };
        assert_eq!(check(computed)[2], told, "{}", case.name);
    }
}
