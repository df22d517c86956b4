//! Links that people may have kept.

use std::fs;

use ombuigen::model::projection::Total;
use ombuigen::scenario::link::{Verdict, check_amount, read};
use rust_decimal::Decimal;

use super::results::project;
use super::{catalogue, drawn, link_of, verdict};

/// The links of a file with kept ones.
fn kept(path: &str) -> Vec<String> {
    let text = fs::read_to_string(path).expect("the links that were kept");
    text.lines().filter(|line| !line.is_empty() && !line.starts_with("//")).map(str::to_string).collect()
}

#[test]
fn links_of_version_1_open_for_ever_and_reproduce() {
    let catalogue = catalogue();
    let links = kept("tests/links/v1.txt");
    assert!(links.len() >= 8, "links were lost from tests/links/v1.txt");
    for link in &links {
        let opened = read(link, &catalogue);
        assert_eq!(opened.notes, [], "{link}");
        let now = check_amount(project(opened.scenario.plan()).last().total(Total::Deficit));
        assert_eq!(opened.check, Some(now), "{link} does not reproduce");
        assert_eq!(verdict(&opened, &catalogue), Verdict::Reproduces, "{link}");
        assert_eq!(opened.came.as_ref(), Some(link), "as long as nothing moves, the link is the one that came");
        assert_eq!(drawn(&opened.scenario, &catalogue), Some(Decimal::ZERO), "{link} opens on another outlook");
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
