//! Reads a link, of either format.

use percent_encoding::percent_decode_str;
use rust_decimal::Decimal;

use super::check::{Claim, Verdict};
use super::keys;
use super::mangled::pieces;
use crate::model::catalogue::{Catalogue, Preset};
use crate::model::id::Setting;
use crate::model::plan::Plan;
use crate::model::projection::Projection;
use crate::scenario::amount::parse_plain;
use crate::scenario::edit::{Edit, Refused, check};
use crate::scenario::note::Note;
use crate::scenario::{Scenario, as_it_opens, as_name};

/// What a link said.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Opened {
    /// The scenario, with all that was understood.
    pub scenario: Scenario,
    /// The deficit of the last year in whole euros when the link was made.
    pub check: Option<Decimal>,
    /// The check of settings and results, as it stands in the link.
    pub code: Option<String>,
    /// The edition it names.
    pub edition: Option<String>,
    /// What it says in words, taken over or not, decoded: part of what is checked.
    pub said: Vec<(String, String)>,
    /// The link as it came, where it is of the first format: as long as its scenario is the one, so is the link.
    pub came: Option<String>,
    /// What was not taken over, and why.
    pub notes: Vec<Note>,
}

impl Opened {
    /// How the results of its scenario stand to what the link says of them.
    pub fn verdict(&self, projection: &Projection, catalogue: &Catalogue) -> Verdict {
        let claim = Claim {
            edition: self.edition.as_deref().unwrap_or_else(|| catalogue.edition()),
            code: self.code.as_deref(),
            amount: self.check,
            said: &self.said,
        };
        claim.verdict(&self.scenario, projection, catalogue)
    }
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
    let pieces = pieces(text);
    let value = |key| pieces.iter().filter_map(|pair| pair.split_once('=')).find(|(k, _)| *k == key).map(|(_, v)| v);
    match (value(keys::EDITION), value(keys::VERSION)) {
        (Some(edition), _) => AskedEdition::Named(edition.to_string()),
        (None, Some(keys::FIRST)) => AskedEdition::First,
        (None, _) => AskedEdition::Now,
    }
}

/// Whether a catalogue knows all that a link names; else the link may be of a wider one of the same edition.
pub fn is_known(text: &str, catalogue: &Catalogue) -> bool {
    let is_unknown =
        |note: &Note| matches!(note, Note::UnknownId(_) | Note::UnknownScenario(_) | Note::UnknownReference(_));
    !read(text, catalogue).notes.iter().any(is_unknown)
}

/// Reads a link, with or without the `#`.
pub fn read(text: &str, catalogue: &Catalogue) -> Opened {
    let pieces = pieces(text);
    let of_version = pieces.iter().filter_map(|piece| piece.split_once('=')).find(|(key, _)| *key == keys::VERSION);
    let version = of_version.map_or(keys::SECOND, |(_, version)| version);
    let is_first = version == keys::FIRST;
    let mut reading = Reading::new(is_first, catalogue);
    let pairs: Vec<(&str, &str)> = pieces.iter().filter_map(|piece| reading.pair(piece)).collect();
    let settings = reading.heads(&pairs);
    reading.open(&settings);
    if is_first {
        // Its amounts were those of realisation as set, and what it says of the range is of a page that is gone.
        let plan = std::mem::take(&mut reading.opened.scenario.plan);
        reading.opened.scenario.plan = as_it_opens(plan, catalogue);
    }
    for (key, value) in reading.opened.said.clone() {
        reading.hear(&key, &value);
    }
    for (key, value) in &pairs {
        if let Some(figure) = key.strip_prefix(keys::REASON) {
            reading.reason(figure, value);
        }
    }
    reading.miss_the_rest(&pairs);
    // What a later format checks, nobody knows here.
    let code = reading.opened.code.filter(|_| !is_later(version));
    Opened { came: is_first.then(|| pieces.join("&")), code, ..reading.opened }
}

/// Whether a version is of a format to come.
fn is_later(version: &str) -> bool {
    version.parse::<u32>().is_ok_and(|version| version > 2)
}

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
    /// Whether it is of the first format.
    is_first: bool,
    start: usize,
    baseline: Option<usize>,
    /// The settings it has a valid value of.
    seen: Vec<Setting>,
    opened: Opened,
}

impl<'c> Reading<'c> {
    fn new(is_first: bool, catalogue: &'c Catalogue) -> Self {
        let opened = Opened {
            scenario: Scenario::opening(catalogue),
            check: None,
            code: None,
            edition: None,
            said: Vec::new(),
            came: None,
            notes: Vec::new(),
        };
        let (start, seen) = (catalogue.default_scenario(), Vec::new());
        Self { catalogue, is_first, start, baseline: None, seen, opened }
    }

    fn note(&mut self, note: Note) {
        self.opened.notes.push(note);
    }

    fn pair<'t>(&mut self, piece: &'t str) -> Option<(&'t str, &'t str)> {
        let pair = piece.split_once('=');
        if pair.is_none() {
            self.note(Note::NotAPair(piece.to_string()));
        }
        pair
    }

    /// Takes what is about the link as a whole, and gives the rest but the reasons, runs written out.
    fn heads(&mut self, pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        let mut settings = Vec::new();
        for (at, (key, value)) in pairs.iter().enumerate() {
            let is_said = !self.is_first && keys::is_said(key);
            let is_head = is_said || self.is_head(key);
            // The first format let the last of them count, and said nothing of it.
            if is_head && !self.is_first && pairs[..at].iter().any(|(before, _)| before == key) {
                self.note(Note::Repeated(key.to_string()));
            } else if is_said {
                self.opened.said.push((key.to_string(), percent_decode_str(value).decode_utf8_lossy().into_owned()));
            } else if is_head {
                self.head(key, value);
            } else if !key.starts_with(keys::REASON) {
                settings.extend(unfold(key, value));
            }
        }
        settings
    }

    fn is_head(&self, key: &str) -> bool {
        keys::is_head(key) && !(self.is_first && key == keys::CODE)
    }

    /// Version, edition, checks and starting point.
    fn head(&mut self, key: &str, value: &str) {
        let place = |presets: &[Preset]| presets.iter().position(|preset| preset.id == value);
        match key {
            keys::VERSION => self.version(value),
            keys::EDITION => {
                self.opened.edition = Some(value.to_string());
                if value != self.catalogue.edition() {
                    self.note(Note::OtherEdition(value.to_string()));
                }
            }
            keys::CODE => self.opened.code = Some(value.to_string()),
            keys::AMOUNT => match parse_plain(value) {
                Some(amount) => self.opened.check = Some(amount),
                None => self.note(Note::BadCheck(value.to_string())),
            },
            keys::START => match place(self.catalogue.scenarios()) {
                Some(at) => self.start = at,
                None => self.note(Note::UnknownScenario(value.to_string())),
            },
            keys::BASELINE => match place(self.catalogue.baselines()) {
                Some(at) => self.baseline = Some(at),
                None => self.note(Note::UnknownBaseline(value.to_string())),
            },
            _ => {}
        }
    }

    fn version(&mut self, version: &str) {
        if [keys::FIRST, keys::SECOND].contains(&version) {
            return;
        }
        let note = if is_later(version) { Note::FutureVersion } else { Note::BadVersion };
        self.note(note(version.to_string()));
    }

    /// Takes over what it is called, what it is compared with and the case beside it, which is read where its prices are.
    fn hear(&mut self, key: &str, value: &str) {
        match key {
            keys::NAME => {
                let name = as_name(value);
                // A name that was cut would be another one: it is taken as it is, or not at all.
                if name == value.trim() {
                    self.opened.scenario.given_name = name;
                } else {
                    self.note(Note::BadName(value.to_string()));
                }
            }
            keys::REFERENCE => {
                self.opened.scenario.reference = self.catalogue.scenarios().iter().position(|known| known.id == value);
                if self.opened.scenario.reference.is_none() {
                    self.note(Note::UnknownReference(value.to_string()));
                }
            }
            keys::CASE => self.opened.scenario.case = value.to_string(),
            _ => self.note(Note::NotYet(key.to_string())),
        }
    }

    /// Says so where a link of the second format stops before its check: nobody writes only a version and an edition.
    fn miss_the_rest(&mut self, pairs: &[(&str, &str)]) {
        let has_version = pairs.contains(&(keys::VERSION, keys::SECOND));
        let is_bare = pairs.iter().all(|(key, _)| [keys::VERSION, keys::EDITION].contains(key));
        if has_version && is_bare {
            self.note(Note::NoRest);
        }
    }

    fn open(&mut self, pairs: &[(String, String)]) {
        self.opened.scenario = Scenario::ready_made(self.start, self.baseline, self.catalogue);
        let mut own = Vec::new();
        for (id, text) in pairs {
            let Some(setting) = self.catalogue.setting(id) else {
                self.note(Note::UnknownId(id.clone()));
                continue;
            };
            if self.seen.contains(&setting) {
                self.note(Note::Repeated(id.clone()));
            } else if let Some(value) = self.value(setting, text) {
                self.seen.push(setting);
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
        if self.catalogue.is_scope(setting) {
            let scope = self.catalogue.scope_named(text);
            if scope.is_none() {
                self.note(Note::BadScope(text.to_string()));
            }
            return scope.map(Some);
        }
        let value = if text.is_empty() { None } else { parse_plain(text) };
        if value.is_none() && !text.is_empty() {
            self.note(Note::NotANumber(setting, text.to_string()));
            return None;
        }
        match check(setting, value, self.catalogue) {
            Ok(()) => Some(value),
            Err(why) => {
                self.note(Note::Refused(setting, text.to_string(), why));
                None
            }
        }
    }

    fn set(&mut self, setting: Setting, value: Option<Decimal>) {
        self.opened.scenario.plan = std::mem::take(&mut self.opened.scenario.plan).with(setting, value, self.catalogue);
    }

    /// Takes own figures together where their rests hold; else one by one, leaving out those that break a rest.
    fn replace(&mut self, own: Vec<(Setting, Option<Decimal>)>) {
        let with =
            |plan: Plan, (setting, value): &(Setting, Option<Decimal>)| plan.with(*setting, *value, self.catalogue);
        let all = own.iter().fold(self.opened.scenario.plan.clone(), with);
        if all.check_rests(self.catalogue).is_ok() {
            self.opened.scenario.plan = all;
            return;
        }
        for (setting, value) in own {
            match self.opened.scenario.apply(&Edit::Set(setting, value), self.catalogue) {
                Ok(scenario) => self.opened.scenario = scenario,
                Err(why) => self.refuse(setting, value, why),
            }
        }
    }

    fn refuse(&mut self, setting: Setting, value: Option<Decimal>, why: Refused) {
        let text = value.map_or_else(String::new, |value| value.to_string());
        self.note(Note::Refused(setting, text, why));
    }

    fn reason(&mut self, id: &str, text: &str) {
        let reason = percent_decode_str(text).decode_utf8_lossy();
        match self
            .catalogue
            .figure_named(id)
            .filter(|figure| self.opened.scenario.plan.own(Setting::Figure(*figure)).is_some())
        {
            Some(figure) => self.opened.scenario.give_reason(figure, &reason),
            None => self.note(Note::IdleReason(id.to_string())),
        }
    }
}
