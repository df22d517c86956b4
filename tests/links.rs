//! Links: kept for ever, as short as promised, and never a reason to fail.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;

use ombuigen::built_in;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::id::Setting;
use ombuigen::model::money::Money;
use ombuigen::model::projection::Total;
use ombuigen::scenario::Scenario;
use ombuigen::scenario::edit::Edit;
use ombuigen::scenario::link::{AskedEdition, asked_edition, check_amount, read, write};
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use rust_decimal::Decimal;

#[path = "common/results.rs"]
mod results;

use results::project;

/// The edition that is tested.
const EDITION: &str = "2019.1";

fn catalogue() -> Catalogue {
    built_in::catalogue("2019.1").expect("the seeds are right")
}

fn deficit(scenario: &Scenario) -> Money {
    project(scenario.plan()).last().total(Total::Deficit)
}

fn link_of(scenario: &Scenario, catalogue: &Catalogue) -> String {
    write(scenario, deficit(scenario), catalogue)
}

fn opened(edits: impl IntoIterator<Item = Edit>, catalogue: &Catalogue) -> Scenario {
    let opening = Scenario::opening(catalogue);
    edits.into_iter().fold(opening, |scenario, edit| scenario.apply(&edit, catalogue).expect("an allowed edit"))
}

/// The value so many steps above the lowest.
fn stepped(setting: Setting, at: &Index, catalogue: &Catalogue) -> Option<Decimal> {
    let bounds = catalogue.spec(setting).bounds?;
    let steps = ((bounds.max - bounds.min) / bounds.step).floor().try_into().unwrap_or(u32::MAX - 1);
    Some(bounds.min + bounds.step * Decimal::from(at.index(steps as usize + 1)))
}

#[test]
fn links_of_version_1_open_for_ever_and_reproduce() {
    let catalogue = catalogue();
    let kept = fs::read_to_string("tests/links/v1.txt").expect("the links that were kept");
    let links: Vec<&str> = kept.lines().filter(|line| !line.is_empty() && !line.starts_with("//")).collect();
    assert!(links.len() >= 8, "links were lost from tests/links/v1.txt");
    for link in links {
        let opened = read(link, &catalogue);
        assert_eq!(opened.notes, [], "{link}");
        let now = check_amount(deficit(&opened.scenario));
        assert_eq!(opened.check, Some(now), "{link} does not reproduce");
    }
}

#[test]
fn the_opening_scenario_needs_no_settings() {
    let catalogue = catalogue();
    let link = link_of(&Scenario::opening(&catalogue), &catalogue);
    assert_eq!(link, "v=1&d=2019.1&t=37746391");
    assert_eq!(read("", &catalogue).scenario, Scenario::opening(&catalogue));
}

#[test]
fn a_link_names_only_what_differs() {
    let catalogue = catalogue();
    let poh = Edit::Set(catalogue.setting("poh.fte").expect("a setting"), Some(Decimal::new(95, 1)));
    let edits = [Edit::StartFrom(3), Edit::StandOn(1), poh];
    let link = link_of(&opened(edits, &catalogue), &catalogue);
    let (_, settings) = link.split_once("&s=").expect("a ready-made scenario");
    assert_eq!(settings, "begrenzing&b=trend-zonder-harmonisatie&poh.fte=9.5");
}

#[test]
fn eight_moved_levers_stay_under_250_characters_and_everything_under_900() {
    let catalogue = catalogue();
    let lengths = |settings: Vec<Setting>| {
        let move_to_end = |setting: Setting| {
            let bounds = catalogue.spec(setting).bounds.expect("settable");
            let end = if catalogue.spec(setting).default == Some(bounds.max) { bounds.min } else { bounds.max };
            let end = end - if end == bounds.max { bounds.step } else { Decimal::ZERO };
            Edit::Set(setting, Some(end))
        };
        link_of(&opened(settings.into_iter().map(move_to_end), &catalogue), &catalogue).len() + "#".len()
    };
    let levers: Vec<Setting> = catalogue.lever_ids().map(Setting::Lever).collect();
    let longest_eight = {
        let mut by_length = levers.clone();
        by_length.sort_by_key(|setting| std::cmp::Reverse(catalogue.id_of(*setting).len()));
        by_length.truncate(8);
        by_length
    };
    let everything = catalogue.settings().filter(|setting| !matches!(setting, Setting::Figure(_))).collect();
    let (eight, all) = (lengths(longest_eight), lengths(everything));
    println!("link of eight moved levers: {eight} characters; of everything moved: {all}");
    assert!(eight < 250, "{eight} characters");
    assert!(all < 900, "{all} characters");
}

#[test]
fn many_start_years_travel_as_one_run() {
    let catalogue = catalogue();
    let measure = |number| catalogue.measure_numbered(number).expect("a measure");
    let start = |number| Edit::Set(catalogue.start_of(measure(number)).expect("a setting"), Some(2022.into()));
    let link = link_of(&opened([start(14)], &catalogue), &catalogue);
    assert!(link.ends_with("&start.14=2022"), "{link}");
    let link = link_of(&opened([start(3), start(4), start(6)], &catalogue), &catalogue);
    assert!(link.ends_with("&start.3-6=2022,2022,,2022"), "{link}");
    assert_eq!(read(&link, &catalogue).scenario, opened([start(3), start(4), start(6)], &catalogue));
}

#[test]
fn an_own_figure_travels_with_its_reason() {
    let catalogue = catalogue();
    let reason = "jaarrekening 2018, blz. 12 & bijlage = 3 %".to_string();
    let scenario = opened(
        [Edit::Replace(catalogue.figure_named("base.pgb").expect("a figure"), 3_100_000.into(), reason.clone())],
        &catalogue,
    );
    let back = read(&link_of(&scenario, &catalogue), &catalogue);
    assert_eq!(back.notes, []);
    assert_eq!(back.scenario.reason(catalogue.figure_named("base.pgb").expect("a figure")), Some(reason.as_str()));
}

/// What each kind of bad input is told, and that the rest of the link is kept.
#[test]
fn bad_input_is_named_and_the_rest_kept() {
    let catalogue = catalogue();
    let cases = [
        ("iets.anders=3", "“iets.anders” bestaat niet"),
        (
            "pgb.tarief-informeel=8",
            "pgb.tarief-informeel = “8” is niet overgenomen: kies een waarde van 9,4 tot en met 20",
        ),
        ("pgb.tarief-informeel=11.47", "de dichtstbijzijnde zijn 11,45 en 11,5"),
        ("pgb.tarief-informeel=elf", "“elf” is geen getal"),
        ("pgb.tarief-informeel=", "vul een getal in"),
        ("poh.fte=9.5&poh.fte=3", "poh.fte staat er meer dan één keer"),
        ("v=2", "nieuwere versie"),
        ("v=een", "“een” van de link bestaat niet"),
        ("v=0", "“0” van de link bestaat niet"),
        ("b=bestaat-niet", "groei “bestaat-niet” bestaat niet"),
        ("d=2031.4", "andere uitgave van de cijfers"),
        ("s=bestaat-niet", "“bestaat-niet” bestaat niet"),
        ("t=veel", "controlebedrag “veel”"),
        ("gezin", "“gezin” is geen instelling"),
        ("start.14=2031", "van 2019 tot en met 2025"),
        ("start.014=2021", "“start.014” bestaat niet"),
        ("start.1-99=2021", "“start.1-99” bestaat niet"),
        ("budget.2026=1", "“budget.2026” bestaat niet"),
        ("base.vervoer=1", "altijd wat overblijft"),
        ("base.pgb=9000000", "minder dan nul over"),
        ("pgb.aandeel-informeel=0.9", "instellingen minder dan nul over"),
        ("reden.base.lta=omdat", "hoort bij geen vervangen cijfer"),
    ];
    for (bad, message) in cases {
        let opened = read(&format!("wlz.jeugdigen=7&{bad}"), &catalogue);
        let told: Vec<String> = opened.notes.iter().map(|note| note.in_words(&catalogue)).collect();
        assert!(told.len() == 1 && told[0].contains(message), "{bad}: {told:?}");
        let kept = opened.scenario.plan().own(catalogue.setting("wlz.jeugdigen").expect("a setting"));
        assert_eq!(kept, Some(7.into()), "{bad}");
    }
}

#[test]
fn links_that_mail_programs_changed_still_open() {
    let catalogue = catalogue();
    let whole = read("v=1&d=2019.1&poh.fte=9.5&wlz.jeugdigen=7", &catalogue);
    assert_eq!(read("v=1&amp;d=2019.1&amp;poh.fte=9.5&amp;wlz.jeugdigen=7", &catalogue), whole);
    assert_eq!(read("#v%3D1%26d%3D2019.1%26poh.fte%3D9.5%26wlz.jeugdigen%3D7", &catalogue), whole);
}

#[test]
fn own_figures_that_fit_together_are_taken_in_any_order() {
    let catalogue = catalogue();
    for link in ["base.pgb=9000000&base.zorgkosten=50000000", "base.zorgkosten=50000000&base.pgb=9000000"] {
        let opened = read(link, &catalogue);
        assert_eq!(opened.notes, [], "{link}");
        assert_eq!(opened.scenario.plan().differing().filter(|(s, _)| matches!(s, Setting::Figure(_))).count(), 2);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_written_link_reads_back_as_the_same_scenario(
        settings in subsequence(settable(), 0..40),
        places in prop::collection::vec(any::<Index>(), 40),
        start in 0..6usize,
        baseline in prop::option::of(0..4usize),
    ) {
        let catalogue = catalogue();
        let mut scenario = opened([Edit::StartFrom(start)], &catalogue);
        if let Some(at) = baseline {
            scenario = scenario.apply(&Edit::StandOn(at), &catalogue).expect("a baseline");
        }
        for (setting, place) in settings.into_iter().zip(&places) {
            let edit = Edit::Set(setting, stepped(setting, place, &catalogue));
            // An own figure that breaks a rest is refused; the scenario without it is as good a case.
            scenario = scenario.apply(&edit, &catalogue).unwrap_or(scenario);
        }
        let link = link_of(&scenario, &catalogue);
        let back = read(&link, &catalogue);
        prop_assert_eq!(&back.notes, &[], "{}", link);
        prop_assert_eq!(back.scenario, scenario, "{}", link);
    }

    #[test]
    fn any_text_opens(text in ".{0,300}") {
        let catalogue = catalogue();
        let opened = read(&text, &catalogue);
        prop_assert!(link_of(&opened.scenario, &catalogue).starts_with("v=1"));
    }

    #[test]
    fn any_broken_link_opens(
        words in prop::collection::vec(prop::sample::select(PIECES.to_vec()), 0..30),
        cut in any::<Index>(),
    ) {
        let catalogue = catalogue();
        let text = words.concat();
        let cut = text.char_indices().map(|(at, _)| at).nth(cut.index(text.chars().count() + 1)).unwrap_or(text.len());
        let opened = read(&text[..cut], &catalogue);
        prop_assert!(opened.scenario.plan().check_rests(&catalogue).is_ok());
    }
}

/// The settings a user can set, by the catalogue.
fn settable() -> Vec<Setting> {
    let catalogue = catalogue();
    catalogue.settings().filter(|setting| catalogue.spec(*setting).bounds.is_some()).collect()
}

/// Pieces that links are made of, and that break them.
const PIECES: [&str; 24] = [
    "&",
    "=",
    "#",
    "-",
    ",",
    ".",
    "v=1",
    "d=2019.1",
    "t=",
    "s=begrenzing",
    "b=constant",
    "poh.fte=9.5",
    "start.1-17=",
    "start.",
    "ramp.14=3",
    "budget.2023=55000000",
    "base.pgb=9000000",
    "base.zorgkosten=1",
    "prijs.vast=",
    "2021,",
    "99999999999999999999999999",
    "-0.5",
    "reden.base.pgb=%F0%9F%92%B6%",
    "é😀",
];

#[test]
fn a_link_says_in_which_edition_it_is_to_be_read() {
    let cases = [
        ("v=1&d=2019.1&t=37746391", AskedEdition::Named("2019.1".to_string())),
        ("#v%3D1%26d%3D2019.1", AskedEdition::Named("2019.1".to_string())),
        ("v=1&poh.fte=9.5", AskedEdition::First),
        ("v=2&poh.fte=9.5", AskedEdition::Now),
        ("poh.fte=9.5", AskedEdition::Now),
        ("", AskedEdition::Now),
    ];
    for (link, asked) in cases {
        assert_eq!(asked_edition(link), asked, "{link}");
    }
}
