//! What is made of a link that is not as it was written.

use ombuigen::model::id::Setting;
use ombuigen::scenario::Scenario;
use ombuigen::scenario::edit::Edit;
use ombuigen::scenario::link::{AskedEdition, asked_edition, read, ready_made};
use ombuigen::scenario::note::Note;
use rust_decimal::Decimal;

use super::{catalogue, drawn, link_of, look_back, opened};

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
        ("bereik=alles", "“bereik” bestaat niet in deze simulator"),
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

/// The outlook of a link is its own: realisation as set, whatever the edition has; a link of version 1 has none.
#[test]
fn everything_opens_with_realisation_as_set_unless_the_link_says_otherwise() {
    let catalogue = catalogue();
    let drawn = |link: &str| drawn(&read(link, &catalogue).scenario, &catalogue);
    for link in ["", "v=2&poh.fte=9.5", "poh.fte=9.5", "v=2&s=geen&realisatie.trekken=0"] {
        assert_eq!(drawn(link), Some(Decimal::ZERO), "{link}");
    }
    assert_eq!(drawn("v=2&realisatie.trekken=1"), Some(Decimal::ONE));
    for link in ["v=1", "v=1&realisatie.trekken=0", "v=1&realisatie.trekken=1"] {
        assert_eq!(drawn(link), Some(Decimal::ZERO), "{link}");
    }
    let none = read(&ready_made("geen", &catalogue), &catalogue);
    assert_eq!(none.scenario, opened([Edit::StartFrom(1)], &catalogue), "a ready-made one is as the page makes it");
}

/// Which scenario is taken says nothing of the outlook it is looked at.
#[test]
fn another_start_keeps_the_outlook() {
    let catalogue = catalogue();
    let looking_back = opened([look_back(&catalogue), Edit::StartFrom(2)], &catalogue);
    assert_eq!(drawn(&looking_back, &catalogue), Some(Decimal::ONE));
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
