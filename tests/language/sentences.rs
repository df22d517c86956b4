//! Constructs that give more than a number: how it is shown, sentences, what is refused, results and price levels.

use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::cell::Cell;
use ombuigen::model::frame::Shows;
use ombuigen::model::projection::Total;
use ombuigen::model::role::Role;
use ombuigen::model::tell::Telling;
use rust_decimal::Decimal;

use super::pack::{catalogue, cell, changed, files, number, plan, read, sheet};

/// The constructs of `seeds/TAAL.md` that are tested here.
pub const NUMBERS: [&str; 10] = ["4.5", "4.10", "4.11", "4.18", "4.19", "4.21", "4.22", "4.23", "4.24", "5.8"];

fn written(_: Cell, number: Decimal) -> String {
    number.normalize().to_string()
}

/// What some tellings say with these settings.
fn told(catalogue: &Catalogue, tellings: &[Telling], settings: &[(&str, &str)]) -> Vec<String> {
    let sheet = sheet(catalogue, settings, &[]);
    tellings.iter().filter_map(|telling| telling.told(&sheet, written)).collect()
}

/// 4.5
#[test]
fn a_step_is_shown_as_it_says_or_as_its_unit_does() {
    let text = r#"
        step.deel = { unit = "1", show = "%", is = "twee" }
        step.aan = { unit = "switch", is = "1" }
        step.index = { unit = "1", is = "twee" }
        step.euro = { unit = "EUR", is = "geld" }
        step.formatie = { unit = "fte", is = "banen" }
    "#;
    let catalogue = catalogue(text);
    let frame = catalogue.frame();
    let shows = ["deel", "aan", "index", "euro", "formatie"].map(|name| {
        let quantity = frame.named(name).expect("a step");
        frame.quantity(quantity).shows
    });
    assert_eq!(shows, [Shows::Share, Shows::Switch, Shows::Index, Shows::Money, Shows::Fte]);
}

/// 4.10 and 4.11: 6.5 fte see 78 youths more than the 5.5 of today, 4.5 fte as many less.
#[test]
fn the_first_sentence_that_holds_tells_its_numbers() {
    let catalogue = catalogue("");
    let of_poh = |settings: &[(&str, &str)]| {
        let measure = catalogue.measures().iter().find(|measure| measure.number == 8).expect("measure 8");
        told(&catalogue, &measure.reach[..1], settings)
    };
    assert_eq!(of_poh(&[("poh.fte", "6.5")]), ["78 jeugdigen per jaar extra bij de POH-jeugd."]);
    assert_eq!(of_poh(&[("poh.fte", "4.5")]), ["78 jeugdigen per jaar minder bij de POH-jeugd."]);
    assert_eq!(of_poh(&[]), ["Geen extra jeugdigen bij de POH-jeugd."]);
}

/// 4.18
#[test]
fn a_note_is_told_of_each_member_for_which_it_holds() {
    let text = r#"
        note.veel = { when = "poh.fte > tien", text = "Met {poh.fte} fte is het veel." }
        note.duur = { per = "post", when = "prijs >= prijs[q]", text = "De {post} kost {prijs}." }
    "#;
    let catalogue = catalogue(&text.replace("poh.fte > tien", "poh.fte > banen + banen"));
    let noted = |settings: &[(&str, &str)]| catalogue.frame().noted(&sheet(&catalogue, settings, &[]), written);
    let always = ["De tweede post kost 20.", "De derde post kost 40."];
    assert_eq!(noted(&[]), always);
    let many = [&["Met 12.2 fte is het veel."], &always[..]].concat();
    assert_eq!(noted(&[("poh.fte", "12.2")]), many);
}

/// 4.19
#[test]
fn an_edit_is_refused_where_its_condition_holds() {
    let text = r#"refuse.vol = { when = "poh.fte > banen + banen + banen", text = "Meer dan 15 fte: {poh.fte}." }"#;
    let catalogue = catalogue(text);
    let refused = |fte| catalogue.frame().refused(&sheet(&catalogue, &[("poh.fte", fte)], &[]), written);
    assert_eq!(refused("15"), None);
    assert_eq!(refused("15.1"), Some("Meer dan 15 fte: 15.1.".to_string()));
}

/// 4.21
#[test]
fn the_results_are_the_steps_that_the_frame_names() {
    let catalogue = catalogue("");
    let frame = catalogue.frame();
    let named = |role| frame.quantity(frame.result(role)).id.as_str();
    assert_eq!(named(Role::Total(Total::Deficit)), "tekort");
    assert_eq!(named(Role::Line), "regel.na");
}

/// 4.22
#[test]
fn the_budget_is_told_in_the_pieces_that_hold() {
    let from = "full = [{ says = \"tegen de ingevulde begroting van {year}\" }]";
    let to = r#"full = [
        { says = "die van {year}" },
        { set = "budget.extra", says = " met {value} % erbij" },
        { unset = "budget.extra", says = " zonder groei" },
    ]"#;
    let catalogue = read(&changed("", "words.toml", from, to)).unwrap_or_else(|refusal| panic!("{refusal}"));
    let told = |settings: &[(&str, &str)]| catalogue.budget_in_words(&plan(settings, &catalogue));
    assert_eq!(told(&[("budget.2025", "61000000")]), "die van 2025 zonder groei");
    assert_eq!(told(&[("budget.2025", "61000000"), ("budget.extra", "1.5")]), "die van 2025 met 1,5 % erbij");
}

/// 4.23
#[test]
fn looking_back_is_told_in_the_sentences_that_hold() {
    let first = "[[hindsight]]\nunset = \"prijs.vast\"";
    let added = format!("[[hindsight]]\nsays = \"Altijd. \"\n\n{first}");
    let catalogue = read(&changed("", "look-back.toml", first, &added)).unwrap_or_else(|refusal| panic!("{refusal}"));
    let told = |settings: &[(&str, &str)]| catalogue.hindsight(&plan(settings, &catalogue));
    assert!(told(&[]).starts_with("Altijd. ") && told(&[]).contains("zoals hij is gepubliceerd"));
    assert!(
        told(&[("prijs.vast", "2")]).starts_with("Altijd. ")
            && told(&[("prijs.vast", "2")]).contains("vaste prijsindex")
    );
}

/// Amounts of a measure in euros of its own price level, and the step that turns them into euros of the year.
const OPEN: &str = r#"
slot.proefprijs = { per = "measure", unit = "EUR?", default = "0" }
slot.proefprijzen = { per = ["measure", "year"], unit = "EUR/EUR?", default = "sinds-2018" }
series.geld-2018 = { unit = "EUR2018", known = "10" }
step.sinds-2018 = { unit = "EUR/EUR2018", converts = true, is = "twee" }
step.sinds-2019 = { unit = "EUR/EUR2019", converts = true, is = "drie" }
step.uitkomst = { per = ["measure", "year"], unit = "EUR", is = "proefprijs * proefprijzen" }
"#;
const MEASURES: &str = "measures/2-toegang.toml";
const EFFECT: &str = "[measure.effect]\nrate = \"realisatie.zacht\"\nsaving =";

fn with_effect(effect: &str) -> Vec<(String, String)> {
    changed(OPEN, MEASURES, EFFECT, &EFFECT.replace("saving =", &format!("{effect}\nsaving =")))
}

/// 5.8: 40 euros of 2019 times 3; a measure that says nothing has euros of 2018, here none.
#[test]
fn a_measure_chooses_the_year_of_its_euros() {
    let files = with_effect("proefprijs = \"geld-2019\"\nproefprijzen = \"sinds-2019\"");
    let catalogue = read(&files).unwrap_or_else(|refusal| panic!("{refusal}"));
    let names = ["uitkomst[9, 2020]", "uitkomst[8, 2020]"];
    let sheet = sheet(&catalogue, &[], &names);
    assert_eq!(names.map(|name| sheet.told(cell(&catalogue, name))), [number("120"), number("0")]);
    let default = with_effect("proefprijs = \"geld-2018\"");
    assert!(read(&default).is_ok(), "euros of the default need no step of their own");
}

/// 5.8
#[test]
fn a_measure_with_euros_of_another_year_is_told_which_step_turns_them() {
    let message = read(&with_effect("proefprijs = \"geld-2019\"")).expect_err("the step is missing").to_string();
    assert!(message.starts_with(&format!("seeds/{MEASURES}:")), "{message}");
    for part in ["`proefprijs`", "deze maatregel rekent in `EUR2019`", "schrijf proefprijzen = \"sinds-2019\""] {
        assert!(message.contains(part), "says `{part}`: {message}");
    }
}

/// 4.24: whatever its files are called.
#[test]
fn what_a_part_adds_stands_behind_all_else() {
    let text = "[[scenario]]\nid = \"proef\"\nlabel = \"Proef\"\nhelp = \"Een proef.\"\nplan = [8]\n";
    let mut files = files("");
    files.insert(0, ("parts/proef/a.toml".to_string(), text.to_string()));
    let catalogue = read(&files).unwrap_or_else(|refusal| panic!("{refusal}"));
    let ids: Vec<&str> = catalogue.scenarios().iter().map(|preset| preset.id.as_str()).collect();
    assert_eq!(ids.last(), Some(&"proef"), "{ids:?}");
}
