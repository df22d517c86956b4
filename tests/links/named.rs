//! What a link says of its scenario besides its settings: what it is called, and what it is compared with.

use ombuigen::scenario::edit::Edit;
use ombuigen::scenario::link::{Verdict, read};
use ombuigen::scenario::note::Note;
use ombuigen::scenario::{NAME_LENGTH, Scenario, as_name};

use super::{catalogue, link_of, opened, verdict};

#[test]
fn a_name_travels_and_is_what_the_scenario_is_called() {
    let catalogue = catalogue();
    let scenario = opened([Edit::Name("  Avondplan & 3 %  ".to_string())], &catalogue);
    assert_eq!(scenario.name(&catalogue), "Avondplan & 3 %");
    let link = link_of(&scenario, &catalogue);
    assert!(link.ends_with("&naam=Avondplan%20%26%203%20%25"), "{link}");
    assert_eq!(read(&link, &catalogue).scenario, scenario);
    let nameless = opened([Edit::Name("Avondplan".to_string()), Edit::Name(" ".to_string())], &catalogue);
    assert_eq!(nameless, Scenario::opening(&catalogue));
}

/// What breaks a line, steers a terminal, turns the text around it or is longer than a column is no name.
#[test]
fn what_is_no_name_is_told_and_the_rest_is_kept() {
    let catalogue = catalogue();
    let long = "a".repeat(NAME_LENGTH + 1);
    for (text, name) in [("a%0Ab", "a\nb"), ("a%09b", "a\tb"), ("%E2%80%AEa", "\u{202e}a"), (&long, &long)] {
        let back = read(&format!("poh.fte=9.5&naam={text}"), &catalogue);
        assert_eq!(back.notes, [Note::BadName(name.to_string())]);
        assert!(back.notes[0].in_words(&catalogue).contains("één regel van ten hoogste 60 tekens"));
        assert_eq!((back.scenario.given_name(), back.scenario.changes(&catalogue).len()), ("", 1));
    }
    assert_eq!(as_name("a\nb\t\u{202e}"), "a b", "what is typed is made a name");
    assert_eq!(as_name(&long).len(), NAME_LENGTH);
    let longest = "€".repeat(NAME_LENGTH);
    let back = read(&format!("naam={longest}"), &catalogue);
    assert_eq!((back.notes.len(), back.scenario.given_name()), (0, longest.as_str()));
}

/// The check is of the name as it stands in the link, also where that is not taken over: the link is whole.
#[test]
fn a_name_that_is_not_taken_over_does_not_harm_the_check() {
    let catalogue = catalogue();
    let link = "v=2&d=2019.1&c=oaqo5b&t=37746391&naam=a%09b&ref=niets";
    let back = read(link, &catalogue);
    assert_eq!(back.notes, [Note::BadName("a\tb".to_string()), Note::UnknownReference("niets".to_string())]);
    assert_eq!(verdict(&back, &catalogue), Verdict::Reproduces);
}

#[test]
fn what_it_is_compared_with_is_read_kept_and_written() {
    let catalogue = catalogue();
    let of = |link: &str| read(link, &catalogue).scenario.reference(&catalogue).id.clone();
    assert_eq!(of("poh.fte=9.5"), catalogue.reference().id);
    assert_eq!(of("poh.fte=9.5&ref=geen"), "geen");
    let moved = read("poh.fte=9.5&ref=geen", &catalogue).scenario;
    let moved = moved.apply(&Edit::StartFrom(3), &catalogue).expect("a start");
    assert!(link_of(&moved, &catalogue).ends_with("&s=begrenzing&ref=geen"), "{}", link_of(&moved, &catalogue));
    let unknown = read("ref=niets&poh.fte=9.5", &catalogue);
    assert_eq!(unknown.notes, [Note::UnknownReference("niets".to_string())]);
    assert!(unknown.notes[0].in_words(&catalogue).contains("het Actieplan 2019 is gebruikt"));
    assert!(!link_of(&unknown.scenario, &catalogue).contains("ref="));
}

#[test]
fn another_reference_stands_in_the_link_and_the_own_one_of_the_pack_goes_without_saying() {
    let catalogue = catalogue();
    let other = opened([Edit::Refer(1)], &catalogue);
    assert_eq!(other.reference(&catalogue).id, "geen");
    assert!(link_of(&other, &catalogue).ends_with("&ref=geen"), "{}", link_of(&other, &catalogue));
    assert!(!other.is_changed(&catalogue), "it changes nothing of the scenario");
    let back = other.apply(&Edit::Refer(0), &catalogue).expect("a ready-made scenario");
    assert_eq!(back, Scenario::opening(&catalogue));
}

/// A ready-made scenario that only assumes something else is called after the policy it has; its links stay its own.
#[test]
fn what_only_assumes_something_else_is_called_after_its_policy() {
    let catalogue = catalogue();
    let of_own: Vec<bool> = (0..catalogue.scenarios().len()).map(|at| catalogue.policy_of(at).is_none()).collect();
    assert_eq!(of_own, [true, true, false, true, true, true]);
    let cautious = read("v=1&d=2019.1&t=41048217&s=behoedzaam", &catalogue).scenario;
    assert_eq!(cautious.name(&catalogue), "Actieplan 2019, eigen realisatie");
    assert!(link_of(&cautious, &catalogue).contains("&t=41048217&s=behoedzaam"));
}
