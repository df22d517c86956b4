//! A scenario as a link: `#v=1&d=2019.1&t=37875786&poh.fte=9.5`.
//!
//! Version of the format, edition of the figures, the deficit of the last year as a check, then only what differs, by stable id.
//! The check stands in front, so that a link cut short cannot pass for a whole one.
//! Invariant: `read(write(scenario))` is `scenario`; any text reads as a scenario and notes, never as a failure.

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use rust_decimal::Decimal;

use super::Scenario;
use super::amount::parse_plain;
use super::edit::{Edit, Refused, check};
use super::note::Note;
use crate::model::catalogue::{Catalogue, Preset};
use crate::model::id::Setting;
use crate::model::money::Money;
use crate::model::plan::Plan;

/// The version of this format.
const VERSION: u32 = 1;

/// What may stand in a reason without escaping.
const REASON: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'.').remove(b',');

/// What a link said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The scenario, with all that was understood.
    pub scenario: Scenario,
    /// The deficit of the last year in whole euros when the link was made.
    pub check: Option<Decimal>,
    /// What was not taken over, and why.
    pub notes: Vec<Note>,
}

/// The edition of the figures that a link asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AskedEdition {
    /// The one it names.
    Named(String),
    /// The first there was: a link of the first format that names none.
    First,
    /// The one of now: any other that names none.
    Now,
}

/// In which edition a link is to be read, with or without the `#`.
pub fn asked_edition(text: &str) -> AskedEdition {
    let text = unescaped(text.trim().trim_start_matches('#'));
    let value = |key| text.split('&').filter_map(|pair| pair.split_once('=')).find(|(k, _)| *k == key).map(|(_, v)| v);
    match (value("d"), value("v")) {
        (Some(edition), _) => AskedEdition::Named(edition.to_string()),
        (None, Some("1")) => AskedEdition::First,
        (None, _) => AskedEdition::Now,
    }
}

/// A deficit in whole euros, half away from zero, as a link holds it.
pub fn check_amount(deficit: Money) -> Decimal {
    deficit.euros().round_dp_with_strategy(0, rust_decimal::RoundingStrategy::MidpointAwayFromZero)
}

/// The link of a scenario with its deficit of the last year, without the `#`.
pub fn write(scenario: &Scenario, deficit: Money, catalogue: &Catalogue) -> String {
    let mut pairs =
        vec![format!("v={VERSION}"), format!("d={}", catalogue.edition()), format!("t={}", check_amount(deficit))];
    let preset = |key, presets: &[Preset], at: usize| presets.get(at).map(|preset| format!("{key}={}", preset.id));
    if scenario.start != catalogue.default_scenario() {
        pairs.extend(preset("s", catalogue.scenarios(), scenario.start));
    }
    pairs.extend(scenario.baseline.and_then(|at| preset("b", catalogue.baselines(), at)));
    pairs.extend(write_settings(scenario, catalogue));
    let reasons = scenario.reasons.iter();
    pairs
        .extend(reasons.map(|(id, reason)| {
            format!("reden.{}={}", catalogue.figure(*id).key, utf8_percent_encode(reason, REASON))
        }));
    pairs.join("&")
}

fn write_settings(scenario: &Scenario, catalogue: &Catalogue) -> Vec<String> {
    let changes = scenario.changes(catalogue);
    let value = |setting| scenario.plan.value(setting, catalogue).map_or_else(String::new, |value| value.to_string());
    let (numbered, named): (Vec<_>, Vec<_>) =
        changes.into_iter().partition(|setting| catalogue.numbered(*setting).is_some());
    let pair = |setting: &Setting| format!("{}={}", catalogue.id_of(*setting), value(*setting));
    let mut pairs: Vec<String> = named.iter().map(pair).collect();
    let family = |setting: &Setting| catalogue.numbered(*setting).map(|(family, _)| family);
    for group in numbered.chunk_by(|a, b| family(a) == family(b)) {
        let single = group.iter().map(pair).collect::<Vec<_>>().join("&");
        let run = write_run(group, value, catalogue);
        pairs.push(if run.len() < single.len() { run } else { single });
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

/// Reads a link, with or without the `#`.
pub fn read(text: &str, catalogue: &Catalogue) -> Opened {
    let mut reading = Reading::new(catalogue);
    let text = unescaped(text.trim().trim_start_matches('#'));
    let pieces: Vec<&str> = text.split('&').filter(|piece| !piece.is_empty()).collect();
    let pairs: Vec<(&str, &str)> = pieces.iter().filter_map(|piece| reading.pair(piece)).collect();
    for (key, value) in &pairs {
        reading.head(key, value);
    }
    let settings = pairs.iter().filter(|(key, _)| !HEAD.contains(key) && !key.starts_with(REASON_KEY));
    let settings: Vec<(String, String)> = settings.flat_map(|(key, value)| unfold(key, value)).collect();
    reading.open(&settings);
    for (key, value) in &pairs {
        if let Some(figure) = key.strip_prefix(REASON_KEY) {
            reading.reason(figure, value);
        }
    }
    Opened { scenario: reading.scenario, check: reading.check, notes: reading.notes }
}

/// Undoes what mail programs do to a link: `&amp;` for `&`, or the whole of it percent-encoded.
pub(super) fn unescaped(text: &str) -> String {
    let encoded = !text.contains('&') && (text.contains("%26") || text.contains("%3D"));
    let plain = if encoded { percent_decode_str(text).decode_utf8_lossy() } else { text.into() };
    plain.replace("&amp;", "&")
}

const HEAD: [&str; 5] = ["v", "d", "t", "s", "b"];
const REASON_KEY: &str = "reden.";

/// A run as its single settings; anything else as it is. Runs longer than any family are left whole and refused.
fn unfold(key: &str, value: &str) -> Vec<(String, String)> {
    let run = || {
        let (name, range) = key.rsplit_once('.')?;
        let (first, last) = range.split_once('-')?;
        let (first, last): (u16, u16) = (first.parse().ok()?, last.parse().ok()?);
        let values: Vec<&str> = value.split(',').collect();
        let whole = values.len() == usize::from(last.checked_sub(first)?) + 1;
        whole.then(|| {
            (first..=last)
                .zip(values)
                .filter(|(_, value)| !value.is_empty())
                .map(|(n, value)| (format!("{name}.{n}"), value.to_string()))
                .collect()
        })
    };
    run().unwrap_or_else(|| vec![(key.to_string(), value.to_string())])
}

/// A link while it is read.
struct Reading<'c> {
    catalogue: &'c Catalogue,
    start: usize,
    baseline: Option<usize>,
    scenario: Scenario,
    check: Option<Decimal>,
    notes: Vec<Note>,
}

impl<'c> Reading<'c> {
    fn new(catalogue: &'c Catalogue) -> Self {
        let scenario = Scenario::opening(catalogue);
        Self {
            catalogue,
            start: catalogue.default_scenario(),
            baseline: None,
            scenario,
            check: None,
            notes: Vec::new(),
        }
    }

    fn pair<'t>(&mut self, piece: &'t str) -> Option<(&'t str, &'t str)> {
        let pair = piece.split_once('=');
        if pair.is_none() {
            self.notes.push(Note::NotAPair(piece.to_string()));
        }
        pair
    }

    /// Version, edition, check and starting point.
    fn head(&mut self, key: &str, value: &str) {
        let place = |presets: &[Preset]| presets.iter().position(|preset| preset.id == value);
        match key {
            "v" => match value.parse::<u32>() {
                Ok(VERSION) => {}
                Ok(later) if later > VERSION => self.notes.push(Note::FutureVersion(value.to_string())),
                _ => self.notes.push(Note::BadVersion(value.to_string())),
            },
            "d" if value != self.catalogue.edition() => self.notes.push(Note::OtherEdition(value.to_string())),
            "t" => match parse_plain(value) {
                Some(amount) => self.check = Some(amount),
                None => self.notes.push(Note::BadCheck(value.to_string())),
            },
            "s" => match place(self.catalogue.scenarios()) {
                Some(at) => self.start = at,
                None => self.notes.push(Note::UnknownScenario(value.to_string())),
            },
            "b" => match place(self.catalogue.baselines()) {
                Some(at) => self.baseline = Some(at),
                None => self.notes.push(Note::UnknownBaseline(value.to_string())),
            },
            _ => {}
        }
    }

    fn open(&mut self, pairs: &[(String, String)]) {
        self.scenario = Scenario::ready_made(self.start, self.baseline, self.catalogue);
        let mut seen = Vec::new();
        let mut own = Vec::new();
        for (id, text) in pairs {
            let Some(setting) = self.catalogue.setting(id) else {
                self.notes.push(Note::UnknownId(id.clone()));
                continue;
            };
            if seen.contains(&setting) {
                self.notes.push(Note::Repeated(setting));
            } else if let Some(value) = self.value(setting, text) {
                seen.push(setting);
                match setting {
                    Setting::Figure(_) => own.push((setting, value)),
                    _ => self.set(setting, value),
                }
            }
        }
        self.replace(own);
    }

    /// The value of a setting, if it is a number within bounds, or rightly left open.
    fn value(&mut self, setting: Setting, text: &str) -> Option<Option<Decimal>> {
        let value = if text.is_empty() { None } else { parse_plain(text) };
        if value.is_none() && !text.is_empty() {
            self.notes.push(Note::NotANumber(setting, text.to_string()));
            return None;
        }
        match check(setting, value, self.catalogue) {
            Ok(()) => Some(value),
            Err(why) => {
                self.notes.push(Note::Refused(setting, text.to_string(), why));
                None
            }
        }
    }

    fn set(&mut self, setting: Setting, value: Option<Decimal>) {
        self.scenario.plan = std::mem::take(&mut self.scenario.plan).with(setting, value, self.catalogue);
    }

    /// Takes own figures together where their rests hold; else one by one, leaving out those that break a rest.
    fn replace(&mut self, own: Vec<(Setting, Option<Decimal>)>) {
        let with =
            |plan: Plan, (setting, value): &(Setting, Option<Decimal>)| plan.with(*setting, *value, self.catalogue);
        let all = own.iter().fold(self.scenario.plan.clone(), with);
        if all.check_rests(self.catalogue).is_ok() {
            self.scenario.plan = all;
            return;
        }
        for (setting, value) in own {
            match self.scenario.apply(&Edit::Set(setting, value), self.catalogue) {
                Ok(scenario) => self.scenario = scenario,
                Err(why) => self.refuse(setting, value, why),
            }
        }
    }

    fn refuse(&mut self, setting: Setting, value: Option<Decimal>, why: Refused) {
        let text = value.map_or_else(String::new, |value| value.to_string());
        self.notes.push(Note::Refused(setting, text, why));
    }

    fn reason(&mut self, id: &str, text: &str) {
        let reason = percent_decode_str(text).decode_utf8_lossy();
        match self
            .catalogue
            .figure_named(id)
            .filter(|figure| self.scenario.plan.own(Setting::Figure(*figure)).is_some())
        {
            Some(figure) => self.scenario.give_reason(figure, &reason),
            None => self.notes.push(Note::IdleReason(id.to_string())),
        }
    }
}
