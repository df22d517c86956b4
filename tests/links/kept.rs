//! Links that people may have kept.

use std::collections::BTreeMap;
use std::fs;
use std::sync::Arc;

use ombuigen::built_in::{self, EDITIONS};
use ombuigen::model::calculation::recorded_in;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::program::Program;
use ombuigen::model::projection::{Projection, Total};
use ombuigen::model::sheet::Sheet;
use ombuigen::scenario::Scenario;
use ombuigen::scenario::link::{AskedEdition, Verdict, asked_edition, check_amount, is_known, read, write};
use rust_decimal::Decimal;

use super::results::project;
use super::{catalogue, drawn, link_of, verdict};

/// An edition with its programs, by scope.
type Figures = (Catalogue, BTreeMap<Decimal, Arc<Program>>);

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

/// Every edition, each by itself and then with the part of its wider scope.
fn editions() -> Vec<Figures> {
    let of = |edition: &str| {
        let by_itself = built_in::catalogue(edition).expect("the seeds are right");
        let part = by_itself.wider().and_then(|wider| built_in::part::<Catalogue>(edition, &wider.scope));
        [by_itself].into_iter().chain(part)
    };
    let recorded = |catalogue: Catalogue| {
        let programs =
            catalogue.scopes().into_iter().map(|scope| (scope, Arc::new(recorded_in(scope, &catalogue, []))));
        (programs.collect(), catalogue)
    };
    let all = EDITIONS.iter().flat_map(|edition| of(edition.name)).map(recorded);
    all.map(|(programs, catalogue)| (catalogue, programs)).collect()
}

/// The results of a scenario, in its own scope.
fn results_of(scenario: &Scenario, (catalogue, programs): &Figures) -> Projection {
    Sheet::of(&programs[&catalogue.scope_of(scenario.plan())], scenario.plan()).projection()
}

/// What is kept of the second format is also written the same for ever: another order or another check is another format. So no
/// figure of an edition that has links here can change, nor any formula, in either of its scopes.
#[test]
fn links_of_version_2_open_for_ever_reproduce_and_are_written_as_they_were() {
    let (editions, links) = (editions(), kept("tests/links/v2.txt"));
    for (edition, least) in [("2019.1", 27), ("2026.1", 41)] {
        let of_edition = links.iter().filter(|link| asked_edition(link) == AskedEdition::Named(edition.to_string()));
        assert!(of_edition.count() >= least, "links of {edition} were lost from tests/links/v2.txt");
    }
    for link in &links {
        let is_asked = |figures: &&Figures| {
            asked_edition(link) == AskedEdition::Named(figures.0.edition().to_string()) && is_known(link, &figures.0)
        };
        let figures = editions.iter().find(is_asked).unwrap_or_else(|| panic!("no edition knows {link}"));
        let (opened, catalogue) = (read(link, &figures.0), &figures.0);
        assert_eq!(opened.notes, [], "{link}");
        assert!(!catalogue.pack().is_concept, "what is kept for ever is of no concept");
        let projection = results_of(&opened.scenario, figures);
        assert_eq!(write(&opened.scenario, &projection, catalogue), *link);
        assert_eq!(opened.verdict(&projection, catalogue), Verdict::Reproduces, "{link}");
        assert_eq!(opened.came, None, "{link}");
    }
}

/// Without the wider scope nothing hangs on whether its part was fetched.
#[test]
fn a_link_is_the_same_with_the_part_of_a_wider_scope_as_without() {
    let editions = editions();
    for link in kept("tests/links/v2.txt") {
        let of_edition = editions.iter().filter(|figures| {
            asked_edition(&link) == AskedEdition::Named(figures.0.edition().to_string()) && is_known(&link, &figures.0)
        });
        for figures in of_edition {
            let opened = read(&link, &figures.0);
            assert_eq!(write(&opened.scenario, &results_of(&opened.scenario, figures), &figures.0), link);
        }
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
