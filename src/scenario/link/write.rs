//! Writes the link of a scenario.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};

use super::check::{check_amount, checked_text, code};
use super::{keys, pairs};
use crate::model::catalogue::Catalogue;
use crate::model::id::Setting;
use crate::model::projection::{Projection, Total};
use crate::scenario::Scenario;

/// What may stand in a name or reason without escaping.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b',').remove(b'~');

/// The link of a scenario with its results, without the `#`.
pub fn write(scenario: &Scenario, projection: &Projection, catalogue: &Catalogue) -> String {
    with_words(scenario, projection, catalogue, pairs::said(scenario, catalogue))
}

/// The same with the scenarios beside it, in the text that `scenario::beside` makes of them.
pub fn write_beside(scenario: &Scenario, projection: &Projection, catalogue: &Catalogue, beside: String) -> String {
    let mut words = pairs::said(scenario, catalogue);
    words.push((keys::BESIDE.to_string(), beside));
    with_words(scenario, projection, catalogue, words)
}

fn with_words(
    scenario: &Scenario,
    projection: &Projection,
    catalogue: &Catalogue,
    words: Vec<(String, String)>,
) -> String {
    let edition = catalogue.edition();
    let (set, results) = checked_text(edition, scenario, &words, projection, catalogue);
    let amount = check_amount(projection.last().total(Total::Deficit));
    let heads = [
        pair(keys::VERSION, keys::SECOND),
        pair(keys::EDITION, edition),
        pair(keys::CODE, &code(&set, &results)),
        pair(keys::AMOUNT, &amount.to_string()),
    ];
    let words = words.iter().map(|(key, value)| in_words(key, value));
    let pairs: Vec<String> = heads.into_iter().chain(said(scenario, catalogue)).chain(words).collect();
    pairs.join("&")
}

/// The link of a ready-made scenario, unchanged, as somebody would write it by hand: without a check.
pub fn ready_made(id: &str, catalogue: &Catalogue) -> String {
    let start = catalogue.scenarios().iter().position(|preset| preset.id == id);
    let settings = start.map(|start| write_settings(&Scenario::ready_made(start, None, catalogue), catalogue));
    [pair(keys::EDITION, catalogue.edition()), pair(keys::START, id)]
        .into_iter()
        .chain(settings.into_iter().flatten())
        .collect::<Vec<_>>()
        .join("&")
}

fn pair(key: &str, value: &str) -> String {
    format!("{key}={value}")
}

/// A pair whose value is words, encoded.
pub fn in_words(key: &str, words: &str) -> String {
    // Who reads a link out of a text takes a sign at its end for one of the text.
    let (rest, last) = words.split_at(words.char_indices().last().map_or(0, |(at, _)| at));
    format!("{key}={}{}", utf8_percent_encode(rest, PLAIN), utf8_percent_encode(last, NON_ALPHANUMERIC))
}

/// What a scenario is: where it starts, what differs from that, and why.
fn said<'s>(scenario: &'s Scenario, catalogue: &'s Catalogue) -> impl Iterator<Item = String> + 's {
    let start = pairs::start(scenario, catalogue).into_iter().map(|(key, value)| pair(&key, &value));
    let reasons = pairs::reasons(scenario, catalogue).map(|(key, reason)| in_words(&key, reason));
    start.chain(write_settings(scenario, catalogue)).chain(reasons)
}

fn write_settings(scenario: &Scenario, catalogue: &Catalogue) -> Vec<String> {
    let value = |setting| pairs::value(setting, scenario, catalogue);
    let (numbered, named): (Vec<_>, Vec<_>) =
        pairs::settings(scenario, catalogue).into_iter().partition(|setting| catalogue.numbered(*setting).is_some());
    let single = |setting: &Setting| pair(&catalogue.id_of(*setting), &value(*setting));
    let mut pairs: Vec<String> = named.iter().map(single).collect();
    let family = |setting: &Setting| catalogue.numbered(*setting).map(|(family, _)| family);
    for group in numbered.chunk_by(|a, b| family(a) == family(b)) {
        let singles = group.iter().map(single).collect::<Vec<_>>().join("&");
        let run = write_run(group, value, catalogue);
        pairs.push(if run.len() < singles.len() { run } else { singles });
    }
    pairs
}

/// Many of one family as a run: `start.3-6=2021,,2022,2023`, an empty place where nothing changed.
fn write_run(group: &[Setting], value: impl Fn(Setting) -> String, catalogue: &Catalogue) -> String {
    let numbered = |setting: &Setting| catalogue.numbered(*setting).map(|(name, number)| (name, number, *setting));
    let numbers: Vec<(&str, i32, Setting)> = group.iter().filter_map(numbered).collect();
    let (Some((name, first, _)), Some((_, last, _))) = (numbers.first(), numbers.last()) else { return String::new() };
    let of_number =
        |number| numbers.iter().find(|(_, n, _)| *n == number).map_or_else(String::new, |(.., s)| value(*s));
    let values: Vec<String> = (*first..=*last).map(of_number).collect();
    format!("{name}.{first}-{last}={}", values.join(","))
}
