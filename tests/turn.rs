#![cfg(not(target_arch = "wasm32"))]
//! A scenario with the figures of another edition: what that edition lacks is listed and left out, never converted.

#[path = "common/seeds.rs"]
mod seeds;

use std::sync::LazyLock;

use ombuigen::model::catalogue::Catalogue;
use ombuigen::scenario::turn::{LeftOut, Turned, Why, turn};
use ombuigen::scenario::{Scenario, link};

/// The edition that is tested.
const EDITION: &str = "2019.1";

static OLD: LazyLock<Catalogue> = LazyLock::new(|| seeds::read(&seeds::files()).expect("the seeds are right"));

/// The seeds as another edition, with some texts replaced in every file.
fn edition(changes: &[(&str, &str)]) -> Catalogue {
    let mut files = seeds::files();
    let renamed = [(r#"edition = "2019.1""#, r#"edition = "2031.1""#)];
    for (from, to) in renamed.iter().chain(changes) {
        assert!(files.iter().any(|(_, text)| text.contains(from)), "{from}");
        files.iter_mut().for_each(|(_, text)| *text = text.replace(from, to));
    }
    seeds::read(&files).unwrap_or_else(|refusal| panic!("{refusal}"))
}

/// The scenario of a link in another edition, with its own link there.
fn turned(text: &str, to: &Catalogue) -> (Turned, Vec<String>) {
    let opened = link::read(text, &OLD);
    assert_eq!(opened.notes, []);
    let turned = turn(&opened.scenario, &OLD, to);
    let settings = turned.scenario.changes(to).into_iter().map(|setting| to.id_of(setting)).collect();
    (turned, settings)
}

fn why(left_out: &[LeftOut]) -> Vec<&Why> {
    left_out.iter().map(|one| &one.why).collect()
}

#[test]
fn what_both_editions_have_is_taken_over_as_it_was_set() {
    let new = edition(&[]);
    let text = "v=1&d=2019.1&s=begrenzing&b=trend-zonder-harmonisatie&poh.fte=9.5&budget.2023=55000000&base.pgb=3100000&reden.base.pgb=raad&start.14=2022";
    let (turned, settings) = turned(text, &new);
    assert_eq!(turned.left_out, []);
    assert_eq!(settings.len(), 4, "{settings:?}");
    let again = turn(&turned.scenario, &new, &OLD);
    assert_eq!(again.scenario, link::read(text, &OLD).scenario, "nothing was lost on the way there");
}

#[test]
fn a_setting_that_is_not_there_is_left_out() {
    let new = edition(&[("ggz.max-uren-sggz", "ggz.uren-sggz")]);
    let (turned, settings) = turned("v=1&d=2019.1&poh.fte=9.5&ggz.max-uren-sggz=40", &new);
    assert_eq!(settings, ["poh.fte"]);
    assert_eq!(why(&turned.left_out), [&Why::NoSetting]);
    assert_eq!(turned.left_out[0].in_words(), "“Maximum uren specialistische GGZ” is er niet.");
}

#[test]
fn a_value_out_of_bounds_is_left_out_and_not_moved_within_them() {
    let new = edition(&[(
        "max = \"20\"\nstep = \"0.1\"\nneutral = \"5.5\"",
        "max = \"15\"\nstep = \"0.1\"\nneutral = \"5.5\"",
    )]);
    let (turned, settings) = turned("v=1&d=2019.1&poh.fte=18", &new);
    assert!(settings.is_empty(), "{settings:?}");
    assert!(matches!(why(&turned.left_out)[..], [Why::Refused(_)]));
    assert!(turned.left_out[0].in_words().contains("15"), "{}", turned.left_out[0].in_words());
}

#[test]
fn a_setting_in_another_unit_is_left_out() {
    let new = edition(&[("unit = \"percent\"\nmin = \"80\"", "unit = \"percent of plan\"\nmin = \"80\"")]);
    let (turned, settings) = turned("v=1&d=2019.1&pgb.pct-instelling=90", &new);
    assert!(settings.is_empty(), "{settings:?}");
    assert_eq!(why(&turned.left_out), [&Why::OtherUnit]);
}

#[test]
fn a_starting_point_that_is_not_there_is_named_with_what_takes_its_place() {
    let new = edition(&[("\"begrenzing\"", "\"grenzen\""), ("\"trend-zonder-harmonisatie\"", "\"zonder\"")]);
    let (turned, _) = turned("v=1&d=2019.1&s=begrenzing&b=trend-zonder-harmonisatie&poh.fte=9.5", &new);
    let used = Why::NoStart("Actieplan 2019".to_string());
    assert_eq!(why(&turned.left_out), [&used, &Why::NoBaseline]);
    assert_eq!(turned.scenario.start(), Scenario::opening(&new).start());
}

#[test]
fn what_it_is_called_goes_along_and_what_it_is_compared_with_where_that_is_there() {
    let text = "d=2019.1&naam=Avondplan&ref=begrenzing";
    let (kept, _) = turned(text, &edition(&[]));
    assert_eq!((kept.scenario.given_name(), kept.left_out), ("Avondplan", Vec::new()));
    let new = edition(&[("\"begrenzing\"", "\"grenzen\"")]);
    let (turned, _) = turned(text, &new);
    assert_eq!(why(&turned.left_out), [&Why::NoReference]);
    assert_eq!(turned.scenario.reference(&new).id, new.reference().id);
}

#[test]
fn own_figures_that_make_room_for_each_other_are_taken_over_together() {
    // Less of the whole leaves too little for the rest, until one of its parts is less as well.
    let text = "v=1&d=2019.1&base.zorgkosten=38300000&base.pgb=1500000";
    let (turned, settings) = turned(text, &edition(&[]));
    assert_eq!((turned.left_out, settings.len()), (Vec::new(), 2));
}
