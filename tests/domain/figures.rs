//! The figures of the scope: each derivation comes to its figure, and the sums of the sources come back line by line.

use ombuigen::model::catalogue::{Figure, Fixed};
use ombuigen::model::source::Status;
use rust_decimal::Decimal;

use super::DOMAIN;
use super::common::evaluate;
use super::derived::{number, off_derivations};

fn figure(id: &str) -> &'static Figure {
    DOMAIN.figure(DOMAIN.figure_named(id).unwrap_or_else(|| panic!("no figure `{id}`")))
}

#[test]
fn every_derivation_comes_to_its_figure() {
    let off = off_derivations(&DOMAIN);
    assert!(off.is_empty(), "{}", off.join("\n"));
}

/// As the documents print them; each follows from what they print before it.
#[test]
fn the_published_sums_come_back_line_by_line() {
    let sums = [
        ("proco.gemeente-nagerekend", 2_201_274),
        ("proco.totaal-nagerekend", 2_998_066),
        ("proco.kosten-jaar-nagerekend", 237_900),
        ("crisisteam.kosten", 272_463),
        ("zoveelmeer.besparing-bijstand", 111_000),
        ("zoveelmeer.besparing-overig", 60_000),
        ("zoveelmeer.kosten", 105_000),
        ("zoveelmeer.rendement", 66_000),
        ("broedplaats.besparing-bijstand", 214_500),
        ("input.broedplaats-deeltijd", 9_000),
        ("broedplaats.rendement", 113_500),
        ("gezondbewegen.besparing-bijstand", 66_600),
        ("gezondbewegen.besparing-zorg", 13_750),
        ("gezondbewegen.kosten", 65_500),
        ("gezondbewegen.rendement", 14_850),
        ("ipta.kosten-per-jongere", 6_500),
        ("team8tien.baten-maatschappij", 60_000),
        ("sd.budget-rest.2018", 55_775_000),
        ("sd.budget-rest.2019", 51_618_000),
    ];
    for (id, published) in sums {
        let figure = figure(id);
        let derivation = figure.derivation.as_ref().unwrap_or_else(|| panic!("{id} follows from others"));
        assert_eq!(evaluate(&derivation.formula), published.into(), "{id}");
        assert_eq!(number(figure), published.into(), "{id}");
    }
}

/// The table prints 901 where its own rule gives −901; what counts is the forecast.
#[test]
fn the_wrong_sign_of_the_table_stands_beside_what_it_should_be() {
    let [printed, right] = ["sd.participatie.wsw.gedrukt-2019", "sd.participatie.wsw.nagerekend-2019"].map(figure);
    assert_eq!([number(printed), number(right)], [901_000, -901_000].map(Decimal::from));
    assert!(printed.note.as_ref().is_some_and(|note| note.starts_with("Tekenfout in de bron.")));
    let [printed, right] = ["sd.lasten.gedrukt-2019", "sd.lasten.nagerekend-2019"].map(|id| number(figure(id)));
    assert_eq!([printed, right], [-2_430_000, -4_232_000].map(Decimal::from));
    assert!(figure("sd.participatie.wsw.gedrukt-2019").only_supports);
}

#[test]
fn what_is_left_of_the_crisis_team_goes_to_the_wmo() {
    let rest = figure("crisisteam.aandeel-wmo");
    assert_eq!(rest.own, Err(Fixed::Rest));
    assert_eq!(number(rest) + number(figure("crisisteam.aandeel-jeugd")), Decimal::ONE);
}

#[test]
fn what_stands_in_a_source_names_the_passage() {
    let is_named = |figure: &Figure| figure.passage.as_ref().is_some_and(|passage| !passage.locator.is_empty());
    let without = DOMAIN.figures().iter().filter(|figure| figure.status == Status::Bron && !is_named(figure));
    assert_eq!(without.map(|figure| figure.key.as_str()).collect::<Vec<_>>(), Vec::<&str>::new());
}
