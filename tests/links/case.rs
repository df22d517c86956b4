//! A case beside the scenario: it travels in the link, is part of what is checked, and enters no result.

use ombuigen::scenario::Scenario;
use ombuigen::scenario::edit::Edit;
use ombuigen::scenario::link::{Verdict, read};

use super::{catalogue, link_of, opened, verdict};

const CASE: &str = "crisis.casus-6,jeugdzorg_2_7000_wmo_twee%20kinderen,kans_25";

#[test]
fn a_case_travels_and_changes_nothing_of_the_scenario() {
    let catalogue = catalogue();
    let scenario = opened([Edit::Case(CASE.to_string())], &catalogue);
    let link = link_of(&scenario, &catalogue);
    assert!(link.ends_with("&geval=crisis.casus-6,jeugdzorg_2_7000_wmo_twee%2520kinderen,kans_25"), "{link}");
    let back = read(&link, &catalogue);
    assert_eq!((back.scenario.case(), &back.notes[..], back.scenario == scenario), (CASE, &[][..], true));
    assert_eq!(verdict(&back, &catalogue), Verdict::Reproduces);
    assert!(!scenario.is_changed(&catalogue));
    let without = scenario.apply(&Edit::Case(String::new()), &catalogue).expect("no case");
    assert_eq!(without, Scenario::opening(&catalogue));
}

#[test]
fn a_case_that_was_altered_is_told_and_stays_when_the_scenario_starts_anew() {
    let catalogue = catalogue();
    let scenario = opened([Edit::Case(CASE.to_string())], &catalogue);
    let altered = read(&link_of(&scenario, &catalogue).replace("kans_25", "kans_75"), &catalogue);
    assert_eq!(verdict(&altered, &catalogue), Verdict::Altered(None));
    let elsewhere = scenario.apply(&Edit::StartFrom(1), &catalogue).expect("a start");
    assert_eq!(elsewhere.case(), CASE);
}

/// Only who has the prices can tell what is wrong with it: any text is kept as it came.
#[test]
fn any_text_is_kept_for_who_has_the_prices() {
    let catalogue = catalogue();
    for text in ["geval=fiets_9", "geval=%00%26,__,", "geval="] {
        let back = read(&format!("d=2019.1&{text}"), &catalogue);
        assert_eq!(back.notes, [], "{text}");
        assert_eq!(read(&link_of(&back.scenario, &catalogue), &catalogue).scenario, back.scenario, "{text}");
    }
}
