//! Links: kept for ever, as short as promised, and never a reason to fail.
#![cfg(not(target_arch = "wasm32"))]

use std::fs;

use ombuigen::built_in;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::id::Setting;
use ombuigen::model::money::Money;
use ombuigen::model::projection::{Projection, Total};
use ombuigen::scenario::Scenario;
use ombuigen::scenario::edit::Edit;
use ombuigen::scenario::link::{
    AskedEdition, Opened, Verdict, asked_edition, check_amount, checked_text, code, read, ready_made, write,
};
use ombuigen::scenario::note::Note;
use proptest::prelude::*;
use proptest::sample::{Index, subsequence};
use rust_decimal::Decimal;

#[path = "common/results.rs"]
mod results;

use results::project;

fn catalogue() -> Catalogue {
    built_in::catalogue("2019.1").expect("the seeds are right")
}

fn deficit(scenario: &Scenario) -> Money {
    project(scenario.plan()).last().total(Total::Deficit)
}

fn link_of(scenario: &Scenario, catalogue: &Catalogue) -> String {
    write(scenario, &project(scenario.plan()), catalogue)
}

/// How a link stands to what its scenario comes to.
fn verdict(opened: &Opened, catalogue: &Catalogue) -> Verdict {
    opened.verdict(&project(opened.scenario.plan()), catalogue)
}

/// The links of a file with kept ones.
fn kept(path: &str) -> Vec<String> {
    let text = fs::read_to_string(path).expect("the links that were kept");
    text.lines().filter(|line| !line.is_empty() && !line.starts_with("//")).map(str::to_string).collect()
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
    let links = kept("tests/links/v1.txt");
    assert!(links.len() >= 8, "links were lost from tests/links/v1.txt");
    for link in &links {
        let opened = read(link, &catalogue);
        assert_eq!(opened.notes, [], "{link}");
        let now = check_amount(deficit(&opened.scenario));
        assert_eq!(opened.check, Some(now), "{link} does not reproduce");
        assert_eq!(verdict(&opened, &catalogue), Verdict::Reproduces, "{link}");
        assert_eq!(opened.came.as_ref(), Some(link), "as long as nothing moves, the link is the one that came");
    }
}

/// What is kept of the second format is also written the same for ever: another order or another check is another format.
#[test]
fn links_of_version_2_open_for_ever_reproduce_and_are_written_as_they_were() {
    let catalogue = catalogue();
    let links = kept("tests/links/v2.txt");
    assert!(links.len() >= 12, "links were lost from tests/links/v2.txt");
    for link in &links {
        let opened = read(link, &catalogue);
        assert_eq!(opened.notes, [], "{link}");
        assert_eq!(link_of(&opened.scenario, &catalogue), *link);
        assert_eq!(verdict(&opened, &catalogue), Verdict::Reproduces, "{link}");
        assert_eq!(opened.came, None, "{link}");
    }
}

/// Of version 1 moved: the scenario is written in the second format, in its own edition, and comes back as it was.
#[test]
fn a_link_of_version_1_is_the_same_scenario_in_version_2() {
    let catalogue = catalogue();
    for link in kept("tests/links/v1.txt") {
        let first = read(&link, &catalogue);
        let written = link_of(&first.scenario, &catalogue);
        assert!(written.starts_with("v=2&d=2019.1&c="), "{written}");
        let second = read(&written, &catalogue);
        assert_eq!((second.scenario.clone(), &second.notes[..]), (first.scenario, &[][..]), "{written}");
        assert_eq!(verdict(&second, &catalogue), Verdict::Reproduces, "{written}");
    }
}

#[test]
fn the_opening_scenario_needs_no_settings() {
    let catalogue = catalogue();
    let link = link_of(&Scenario::opening(&catalogue), &catalogue);
    // The outlook is of the link, not of the edition: this edition opens on the other one.
    let check = read(&link, &catalogue).code.expect("a check");
    assert_eq!(link, format!("v=2&d=2019.1&c={check}&t=37746391&realisatie.trekken=1"));
    assert_eq!(read("", &catalogue).scenario, Scenario::opening(&catalogue));
}

#[test]
fn a_link_names_only_what_differs() {
    let catalogue = catalogue();
    let poh = Edit::Set(catalogue.setting("poh.fte").expect("a setting"), Some(Decimal::new(95, 1)));
    let edits = [Edit::StartFrom(3), Edit::StandOn(1), poh];
    let link = link_of(&opened(edits, &catalogue), &catalogue);
    let (_, settings) = link.split_once("&s=").expect("a ready-made scenario");
    assert_eq!(settings, "begrenzing&b=trend-zonder-harmonisatie&poh.fte=9.5&realisatie.trekken=1");
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
        // On the outlook that a link need not name; this edition opens on the other.
        let outlook = Edit::Set(catalogue.setting("realisatie.trekken").expect("a setting"), Some(Decimal::ZERO));
        let edits = std::iter::once(outlook).chain(settings.into_iter().map(move_to_end));
        link_of(&opened(edits, &catalogue), &catalogue).len() + "#".len()
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
        ("v=3", "nieuwere versie"),
        ("t=1&t=2", "t staat er meer dan één keer"),
        ("bereik=alles", "“bereik” kent deze versie van de pagina nog niet"),
        ("eigen.1.naam=x", "“eigen.1.naam” kent deze versie"),
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

/// A scenario as a user can make it: any start, settings on their steps, own figures with any reason.
fn any_scenario() -> impl Strategy<Value = Scenario> {
    let settings = (subsequence(settable(), 0..40), prop::collection::vec(any::<Index>(), 40));
    let reason = "[ -~é€😀]{0,60}";
    (settings, 0..6usize, prop::option::of(0..4usize), reason).prop_map(
        |((settings, places), start, baseline, reason)| {
            let catalogue = catalogue();
            let mut scenario = opened([Edit::StartFrom(start)], &catalogue);
            let edit = |(setting, place)| match (setting, stepped(setting, place, &catalogue)) {
                (Setting::Figure(figure), Some(value)) => Edit::Replace(figure, value, reason.clone()),
                (setting, value) => Edit::Set(setting, value),
            };
            let edits = settings.into_iter().zip(&places).map(edit);
            for edit in baseline.map(Edit::StandOn).into_iter().chain(edits) {
                // An own figure that breaks a rest is refused; the scenario without it is as good a case.
                scenario = scenario.apply(&edit, &catalogue).unwrap_or(scenario);
            }
            scenario
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_written_link_reads_back_as_the_same_scenario(scenario in any_scenario()) {
        let catalogue = catalogue();
        let link = link_of(&scenario, &catalogue);
        let back = read(&link, &catalogue);
        prop_assert_eq!(&back.notes, &[], "{}", link);
        prop_assert_eq!(verdict(&back, &catalogue), Verdict::Reproduces, "{}", link);
        prop_assert_eq!(back.scenario, scenario, "{}", link);
    }

    #[test]
    fn any_text_opens(text in ".{0,300}") {
        let catalogue = catalogue();
        let opened = read(&text, &catalogue);
        prop_assert!(link_of(&opened.scenario, &catalogue).starts_with("v=2"));
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
const PIECES: [&str; 29] = [
    "&",
    "=",
    "#",
    "-",
    ",",
    ".",
    "v=1",
    "v=2",
    "d=2019.1",
    "c=",
    "abc234",
    "naam=",
    "utm_source=mail",
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

/// What is told of a link, of its pieces and its check; none where it is as it was made.
fn is_noticed(opened: &Opened, catalogue: &Catalogue) -> bool {
    let holds = matches!(verdict(opened, catalogue), Verdict::Unchecked | Verdict::Reproduces);
    !opened.notes.is_empty() || !holds
}

/// A link with one sign changed, taken out or put in, or cut off.
fn harmed(link: &str, at: usize, sign: char) -> Vec<String> {
    let (before, rest) = link.split_at(at);
    let after = rest.get(1..).unwrap_or_default();
    vec![
        format!("{before}{sign}{after}"),
        format!("{before}{after}"),
        format!("{before}{sign}{rest}"),
        before.to_string(),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

    /// Of about 64 × 32 × 4 harmed links each that the check alone can notice slips through once in 2^30 times: this test
    /// fails by chance at most once in a hundred thousand runs.
    #[test]
    fn a_harmed_link_is_noticed_or_is_the_same_scenario(
        scenario in any_scenario(),
        places in prop::collection::vec((any::<Index>(), "[a-z0-9.,&=%#A _-]"), 32),
    ) {
        let catalogue = catalogue();
        let link = link_of(&scenario, &catalogue);
        for (place, sign) in places {
            let sign = sign.chars().next().expect("a sign");
            for harmed in harmed(&link, place.index(link.len()), sign) {
                let opened = read(&harmed, &catalogue);
                // Nothing at all is the page itself.
                let fine = harmed.is_empty() || opened.scenario == scenario || is_noticed(&opened, &catalogue);
                prop_assert!(fine, "{} became {}", link, harmed);
            }
        }
    }
}

/// The text is written out by hand, and the check is of another program, Python with its own CRC-32:
/// `import zlib; sum = lambda text: zlib.crc32(text.encode()) >> 17`
/// `"".join("abcdefghijklmnopqrstuvwxyz234567"[s >> k & 31] for s in (sum(set), sum(set + results)) for k in (10, 5, 0))`
#[test]
fn the_check_is_what_another_program_makes_of_the_same_text() {
    assert_eq!(code("", ""), "aaaaaa");
    // The check value of CRC-32 in every catalogue of such sums, 0xcbf43926: 11001 01111 11010, and what is left.
    assert_eq!(code("123456789", ""), "zp2zp2");
    let catalogue = catalogue();
    let figure = catalogue.figure_named("base.pgb").expect("a figure");
    let poh = Edit::Set(catalogue.setting("poh.fte").expect("a setting"), Some(Decimal::new(950, 2)));
    let why = Edit::Replace(figure, 3_100_000.into(), "jaarrekening 2018, blz. 12 & € 3".to_string());
    let scenario = opened([Edit::StartFrom(3), Edit::StandOn(1), poh, why], &catalogue);
    let (set, results) = checked_text("2019.1", &scenario, &[], &project(scenario.plan()), &catalogue);
    assert_eq!(
        set,
        "b=trend-zonder-harmonisatie\nbase.pgb=3100000\nd=2019.1\npoh.fte=9.5\nrealisatie.trekken=1\n\
         reden.base.pgb=jaarrekening 2018, blz. 12 & € 3\ns=begrenzing\n"
    );
    assert_eq!(results.lines().count(), 8 * 8);
    let first: Vec<&str> = results.lines().take(8).collect();
    assert_eq!(first, ["51921000.00", "0.00", "0.00", "43522000.00", "8399000.00", "0.00", "0.00", "0.00"]);
    assert_eq!(code(&set, &results), "ahvqzw");
}

#[test]
fn what_was_altered_is_told_from_what_has_drifted() {
    let catalogue = catalogue();
    let poh = Edit::Set(catalogue.setting("poh.fte").expect("a setting"), Some(Decimal::new(95, 1)));
    let scenario = opened([poh], &catalogue);
    let (now, later) = (project(scenario.plan()), drifted(&scenario, &catalogue));
    let link = write(&scenario, &now, &catalogue);
    let then = Money::from_euros(check_amount(now.last().total(Total::Deficit)));
    let of = |link: &str, results: &Projection| read(link, &catalogue).verdict(results, &catalogue);
    assert_eq!(of(&link, &now), Verdict::Reproduces);
    assert_eq!(of(&link, &later), Verdict::Drifted(Some(then)));

    let altered = read(&link.replace("poh.fte=9.5", "poh.fte=9.6"), &catalogue);
    assert_eq!(verdict(&altered, &catalogue), Verdict::Altered(Some(then)));
    // What changes no amount of the last year is noticed too.
    let only_band = link.replace("&realisatie.trekken=1", "");
    assert_eq!(verdict(&read(&only_band, &catalogue), &catalogue), Verdict::Altered(None));
    // Without the check the deficit says what it said before, and without that nothing.
    let code = format!("&c={}", read(&link, &catalogue).code.expect("a check"));
    assert_eq!(of(&link.replace(&code, ""), &later), Verdict::Differs(then));
    assert_eq!(of("v=2&poh.fte=9.5", &later), Verdict::Unchecked);
    // Where the check holds, a deficit that was cut off is nothing to warn for.
    let cut = link_of(&Scenario::opening(&catalogue), &catalogue).replace("t=37746391", "t=37746");
    assert_eq!(verdict(&read(&cut, &catalogue), &catalogue), Verdict::Reproduces);
}

/// The results of a scenario with another first budget than it has: as if the figures had changed.
fn drifted(scenario: &Scenario, catalogue: &Catalogue) -> Projection {
    let budget = catalogue.setting("budget.2025").expect("a setting");
    project(scenario.apply(&Edit::Set(budget, Some(50_000_000.into())), catalogue).expect("a budget").plan())
}

/// A link of another edition is read as well as these figures allow: that it has another check is no damage.
#[test]
fn a_link_of_another_edition_is_not_called_damaged() {
    let catalogue = catalogue();
    let link = link_of(&Scenario::opening(&catalogue), &catalogue).replace("d=2019.1", "d=2018.4");
    let opened = read(&link, &catalogue);
    assert_eq!(opened.notes, [Note::OtherEdition("2018.4".to_string())]);
    assert_eq!(verdict(&opened, &catalogue), Verdict::Unchecked);
}

#[test]
fn values_reasons_and_order_are_checked_as_they_are_read() {
    let catalogue = catalogue();
    let figure = catalogue.figure_named("base.pgb").expect("a figure");
    let poh = Edit::Set(catalogue.setting("poh.fte").expect("a setting"), Some(Decimal::new(95, 1)));
    let scenario = opened([poh, Edit::Replace(figure, 3_100_000.into(), "één reden".to_string())], &catalogue);
    let link = link_of(&scenario, &catalogue);
    let rewritten = [
        link.replace("poh.fte=9.5", "poh.fte=9.50"),
        link.replace("poh.fte=9.5", "poh.fte=9,5"),
        link.replace("%20", " ").replace("%C3%A9", "é"),
        link.split('&').rev().collect::<Vec<_>>().join("&"),
        format!("#{}", link.replace('&', "&amp;")),
        link.replace('%', "%25").replace('&', "%26").replace('=', "%3D"),
    ];
    for other in rewritten {
        let back = read(&other, &catalogue);
        assert_eq!((back.notes.as_slice(), &back.scenario), (&[][..], &scenario), "{other}");
        assert_eq!(verdict(&back, &catalogue), Verdict::Reproduces, "{other}");
    }
}

#[test]
fn what_mail_filters_and_trackers_add_is_passed_over() {
    let catalogue = catalogue();
    let link = link_of(&Scenario::opening(&catalogue), &catalogue);
    let added = "utm_source=nieuwsbrief&utm_medium=email&fbclid=IwAR0=&gclid=x&mc_cid=1&mc_eid=2&_ga=2.1";
    for tracked in [format!("{link}&{added}"), format!("{added}&{link}")] {
        assert_eq!(read(&tracked, &catalogue), read(&link, &catalogue), "{tracked}");
    }
    let old = read(&format!("v=1&t=37746391&{added}"), &catalogue);
    assert_eq!((old.notes.as_slice(), old.came.as_deref()), (&[][..], Some("v=1&t=37746391")));
    assert_eq!(read("iets_anders=1", &catalogue).notes, [Note::UnknownId("iets_anders".to_string())]);
}

/// The outlook of a link is its own: realisation as set, whatever the edition has; what an old link draws stays drawn.
#[test]
fn the_outlook_of_a_link_does_not_depend_on_the_edition() {
    let catalogue = catalogue();
    let drawn = |link: &str| {
        let outlook = catalogue.setting("realisatie.trekken").expect("a setting");
        read(link, &catalogue).scenario.plan().value(outlook, &catalogue)
    };
    assert_eq!(drawn(""), Some(Decimal::ONE), "the page opens as its edition says");
    assert_eq!(drawn("v=1"), Some(Decimal::ONE));
    assert_eq!(drawn("v=1&realisatie.trekken=0"), Some(Decimal::ZERO));
    for link in ["v=2&poh.fte=9.5", "poh.fte=9.5", "v=2&s=geen&realisatie.trekken=0"] {
        assert_eq!(drawn(link), Some(Decimal::ZERO), "{link}");
    }
    assert_eq!(drawn("v=2&realisatie.trekken=1"), Some(Decimal::ONE));
    let none = read(&ready_made("geen", &catalogue), &catalogue);
    assert_eq!(none.scenario, opened([Edit::StartFrom(1)], &catalogue), "a ready-made one is as the page makes it");
}

#[test]
fn a_link_that_stops_before_its_check_says_so() {
    let catalogue = catalogue();
    for cut in ["v=2", "v=2&", "v=2&d=2019.1", "#v=2&d=2019.1&"] {
        assert_eq!(read(cut, &catalogue).notes, [Note::NoRest], "{cut}");
    }
    for whole in ["", "v=1&d=2019.1", "d=2019.1", "v=2&s=geen", "v=2&t=37746391"] {
        assert_eq!(read(whole, &catalogue).notes, [], "{whole}");
    }
}

/// Keys of later pages: what they say is read and checked, and what it would change is told.
#[test]
fn reserved_keys_are_checked_with_the_rest() {
    let catalogue = catalogue();
    let opening = Scenario::opening(&catalogue);
    let kept: Vec<(String, String)> =
        [("naam", "Voorstel A & B"), ("ref", "geen")].map(|(key, value)| (key.to_string(), value.to_string())).into();
    let projection = project(opening.plan());
    let (set, results) = checked_text("2019.1", &opening, &kept, &projection, &catalogue);
    let check = code(&set, &results);
    let link = format!("v=2&d=2019.1&c={check}&ref=geen&realisatie.trekken=1&naam=Voorstel%20A%20%26%20B");
    let back = read(&link, &catalogue);
    assert_eq!(back.notes, []);
    assert_eq!(back.verdict(&projection, &catalogue), Verdict::Reproduces);
    let renamed = read(&link.replace("Voorstel%20A", "Voorstel%20C"), &catalogue);
    assert_eq!(renamed.verdict(&projection, &catalogue), Verdict::Altered(None));
    assert_eq!(
        read("v=1&naam=x", &catalogue).notes,
        [Note::UnknownId("naam".to_string())],
        "the first format knew none"
    );
}
