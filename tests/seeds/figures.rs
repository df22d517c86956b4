//! Each figure has its source, and each derivation comes to its figure.

use std::collections::BTreeSet;

use ombuigen::model::catalogue::{Catalogue, Figure, Fixed};
use ombuigen::model::source::{Passage, Status};

use crate::catalogue;
use crate::common::evaluate;
pub use crate::derived::number;
use crate::derived::off_derivations;
use crate::seeds::{files, read};

/// The figure with this id.
pub fn figure<'c>(catalogue: &'c Catalogue, id: &str) -> &'c Figure {
    let found = catalogue.figure_named(id).map(|id| catalogue.figure(id));
    found.unwrap_or_else(|| panic!("no figure {id}"))
}

#[test]
fn the_built_in_catalogue_is_that_of_the_files() {
    let of_files = read(&files()).expect("the files are right");
    let (built_in, of_files) = (format!("{:#?}", catalogue()), format!("{of_files:#?}"));
    let different = built_in.lines().zip(of_files.lines()).find(|(one, other)| one != other);
    assert_eq!(different, None, "built in, and in the files");
    assert_eq!(built_in.lines().count(), of_files.lines().count());
}

// ---- Sources ----

/// The documents the simulator was asked to rest on; they stand in the register even where no figure names them.
const DOCUMENTS: [&str; 5] = ["000", "001", "002", "003", "004"];

#[test]
fn every_source_is_used_or_one_of_the_five_documents() {
    let catalogue = catalogue();
    let of_figures = catalogue.figures().iter().filter_map(|figure| figure.passage.as_ref());
    let of_levers = catalogue.levers().iter().filter_map(|lever| lever.plan_passage.as_ref());
    let of_evidence = of_evidence(&catalogue).into_iter().map(|(_, passage)| passage);
    let passages = of_figures.chain(of_levers).chain(of_evidence);
    let used: BTreeSet<_> = passages.map(|passage: &Passage| passage.source.as_str()).collect();
    let register: BTreeSet<_> = catalogue.sources().iter().map(|source| source.id.as_str()).collect();
    // A card may lean on a source in a sentence: "(bron 001)".
    let texts: String = files().into_iter().map(|(_, text)| text).collect();
    let is_idle =
        |id: &&&str| !used.contains(**id) && !DOCUMENTS.contains(id) && !texts.contains(&format!("(bron {id})"));
    let idle: Vec<_> = register.iter().filter(is_idle).collect();
    assert!(
        idle.is_empty(),
        "no figure, lever, record, point or sentence names {idle:?}; use them or take them out of sources.toml"
    );
    let cited = texts.split("(bron ").skip(1).filter_map(|rest| rest.split([')', ',']).next());
    let unknown: Vec<_> = cited.filter(|id| !register.contains(id)).collect();
    assert!(unknown.is_empty(), "a sentence leans on what does not stand in the register: {unknown:?}");
    assert!(DOCUMENTS.iter().all(|id| register.contains(id)), "the five documents stand in the register");
}

#[test]
fn what_stands_in_a_source_names_the_passage() {
    let catalogue = catalogue();
    let named = |passage: &Option<Passage>| passage.as_ref().is_some_and(|passage| !passage.locator.trim().is_empty());
    let figures = catalogue.figures().iter().map(|figure| (&figure.key, figure.status, &figure.passage));
    let levers = catalogue.levers().iter().map(|lever| (&lever.key, lever.plan_status, &lever.plan_passage));
    let without = figures.chain(levers).filter(|(_, status, passage)| *status == Status::Bron && !named(passage));
    let without: Vec<_> = without.map(|(id, ..)| id).collect();
    assert!(without.is_empty(), "status bron without a passage: {without:?}");
    let evidence = of_evidence(&catalogue);
    let without: Vec<_> = evidence.iter().filter(|(_, passage)| passage.locator.trim().is_empty()).collect();
    assert!(!evidence.is_empty() && without.is_empty(), "a record or point without a locator: {without:?}");
}

/// The passages of the records and the points, with their ids.
fn of_evidence(catalogue: &Catalogue) -> Vec<(&str, &Passage)> {
    let records = catalogue.records().iter().map(|record| (record.id.as_str(), &record.passage));
    let points = catalogue.points().iter().map(|point| (point.id.as_str(), &point.passage));
    records.chain(points).collect()
}

// ---- Derivations ----

#[test]
fn every_derived_figure_shows_its_derivation() {
    let catalogue = catalogue();
    let silent = |figure: &&Figure| figure.status == Status::Afgeleid && figure.derivation.is_none();
    let silent: Vec<_> = catalogue.figures().iter().filter(silent).map(|figure| &figure.key).collect();
    assert!(silent.is_empty(), "status afgeleid without a derivation: {silent:?}");
}

#[test]
fn every_derivation_comes_to_its_figure() {
    let off = off_derivations(&catalogue());
    assert!(off.is_empty(), "{}", off.join("\n"));
}

/// A rest is not rounded, and nobody can set it.
#[test]
fn the_rests_are_what_is_left() {
    let catalogue = catalogue();
    for rest in ["base.vervoer", "pgb.aandeel-instelling", "ggz.aandeel-ambulant"].map(|id| figure(&catalogue, id)) {
        let derivation = rest.derivation.as_ref().expect("a rest has a derivation");
        assert_eq!(evaluate(&derivation.formula), number(rest), "{}", rest.key);
        assert_eq!(rest.own, Err(Fixed::Rest), "{}", rest.key);
    }
}
