//! What a link says, and how long it is.

use ombuigen::model::id::Setting;
use ombuigen::scenario::Scenario;
use ombuigen::scenario::edit::Edit;
use ombuigen::scenario::link::read;
use rust_decimal::Decimal;

use super::{catalogue, link_of, opened};

#[test]
fn the_opening_scenario_needs_no_settings() {
    let catalogue = catalogue();
    let link = link_of(&Scenario::opening(&catalogue), &catalogue);
    // The outlook is of the link, not of the edition: the default of this one is the other.
    let check = read(&link, &catalogue).code.expect("a check");
    assert_eq!(link, format!("v=2&d=2019.1&c={check}&t=37746391"));
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
