//! The figures and texts of the seed files as they are written.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::Deserialize;
use toml::Spanned;

use crate::model::phrase::Entered;
use crate::model::role::{InputRole, Over};

/// A decimal written as a string, so that no float ever touches it.
#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(try_from = "String")]
pub struct Exact(pub Decimal);

impl TryFrom<String> for Exact {
    type Error = String;
    fn try_from(text: String) -> Result<Self, String> {
        Decimal::from_str_exact(&text)
            .map(Self)
            .map_err(|_| format!("`{text}` is geen getal; schrijf bijvoorbeeld \"11.45\""))
    }
}

/// One file; any section may be absent.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    pub pack: Option<Spanned<Pack>>,
    pub axes: Option<Spanned<Axes>>,
    pub horizon: Option<Spanned<Horizon>>,
    pub published: Option<Spanned<Published>>,
    pub edition: Option<Spanned<String>>,
    pub no_overlap: Option<Spanned<String>>,
    pub chapter: Option<String>,
    /// Whether the measures of this chapter limit care.
    #[serde(default)]
    pub limits_care: bool,
    #[serde(default, rename = "source")]
    pub sources: Vec<Source>,
    #[serde(default, rename = "figure")]
    pub figures: Vec<Figure>,
    #[serde(default, rename = "measure")]
    pub measures: Vec<Measure>,
    #[serde(default, rename = "assumption")]
    pub assumptions: Vec<Assumption>,
    #[serde(default, rename = "scenario")]
    pub scenarios: Vec<Preset>,
    #[serde(default, rename = "baseline")]
    pub baselines: Vec<Preset>,
    #[serde(default, rename = "word")]
    pub words: Vec<Word>,
    #[serde(default, rename = "record")]
    pub records: Vec<Record>,
    #[serde(default, rename = "point")]
    pub points: Vec<Point>,
    #[serde(default)]
    pub budget_words: Vec<BudgetWords>,
    #[serde(default)]
    pub hindsight: Vec<Phrase>,
}

/// What the simulator is about.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pack {
    pub municipality: String,
    pub subject: String,
    pub plan: String,
    pub kind_of_plan: String,
    pub default_scenario: Spanned<String>,
    pub reference: Spanned<String>,
    pub about_sources: String,
    pub in_kind: String,
}

/// How far the axes of the charts go, from low to high, in millions of euros.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Axes {
    pub saving: Spanned<[Exact; 2]>,
    pub deficit: Spanned<[Exact; 2]>,
}

/// The years of the projection.
#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Horizon {
    pub first: u16,
    pub summed_from: u16,
    pub last: u16,
}

/// Of when a published plan or amount can be.
#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Published {
    pub first: i32,
    pub last: i32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Word {
    pub term: String,
    pub meaning: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    pub id: Spanned<String>,
    pub title: String,
    pub publisher: String,
    pub date: String,
    pub address: Option<String>,
    pub note: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Figure {
    pub id: Spanned<String>,
    pub label: String,
    pub unit: String,
    /// In what it counts in formulas, where the unit does not say so.
    pub measured: Option<String>,
    pub value: Option<Exact>,
    pub values: Option<[Exact; 10]>,
    pub low: Option<Exact>,
    pub high: Option<Exact>,
    pub year: i32,
    pub status: Status,
    /// Of `low` and `high`, where it is another.
    pub range_status: Option<Status>,
    pub source: Option<String>,
    pub locator: Option<String>,
    pub note: Option<String>,
    pub min: Option<Exact>,
    pub max: Option<Exact>,
    pub fixed: Option<Fixed>,
    /// Of a rest: what the page says where its parts are more than the whole.
    pub if_negative: Option<String>,
    pub derivation: Option<Derivation>,
}

/// Why a user cannot replace a figure.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Fixed {
    Rest,
    Assumption,
    List,
    Lever,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    Bron,
    Afgeleid,
    Doel,
    Aanname,
    Onbekend,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Derivation {
    pub formula: String,
    pub rounding: Exact,
}

/// Whether what a measure does returns every year.
#[derive(Clone, Copy, Default, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Recurrence {
    #[default]
    Structureel,
    Incidenteel,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Measure {
    pub number: u8,
    pub name: Spanned<String>,
    pub start: u16,
    pub ramp_years: u8,
    pub featured: Option<u8>,
    pub unknown_until: Option<String>,
    pub what: String,
    pub who: String,
    pub quality: String,
    pub risk: String,
    pub largest_risk: String,
    pub risk_source: Option<String>,
    pub risk_locator: Option<String>,
    pub limit: String,
    pub limit_source: Option<String>,
    pub limit_locator: Option<String>,
    #[serde(default)]
    pub kind: Recurrence,
    pub shifts: String,
    pub open: String,
    #[serde(default, rename = "lever")]
    pub levers: Vec<Lever>,
}

/// Which end of a lever saves more.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum End {
    Hoger,
    Lager,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lever {
    pub id: Spanned<String>,
    pub label: String,
    pub short: Option<String>,
    pub more_saving: End,
    #[serde(default)]
    pub first_screen: bool,
    pub help: String,
    pub unit: String,
    /// In what it counts in formulas, where the unit does not say so.
    pub measured: Option<String>,
    pub min: Exact,
    pub max: Exact,
    pub step: Exact,
    pub neutral: Exact,
    pub neutral_status: Option<Status>,
    pub neutral_source: Option<String>,
    pub neutral_locator: Option<String>,
    #[serde(default)]
    pub is_effect: bool,
    pub neutral_word: Option<String>,
    pub plan: Exact,
    pub plan_status: Status,
    pub plan_source: Option<String>,
    pub plan_locator: Option<String>,
    pub plan_note: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumption {
    /// Of one with a value for each year or measure what stands before the number.
    pub id: Spanned<String>,
    pub per: Option<Over>,
    /// The numbers of the years or measures that have one, where not all have.
    pub only: Option<Vec<Spanned<i32>>>,
    pub role: Option<InputRole>,
    pub kind: Option<Kind>,
    pub label: Spanned<String>,
    pub help: String,
    pub unit: String,
    /// In what it counts in formulas, where the unit does not say so.
    pub measured: Option<String>,
    pub min: Exact,
    pub max: Exact,
    pub step: Exact,
    pub default: Option<Exact>,
    pub figure: Option<String>,
    pub open: Option<String>,
    pub open_note: Option<String>,
    pub decided_by: Option<DecidedBy>,
}

/// A kind of measures.
#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Kind {
    pub name: String,
    pub inflected: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum DecidedBy {
    Scenario,
    Baseline,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Preset {
    pub id: Spanned<String>,
    pub label: String,
    pub help: String,
    /// The preset it begins with.
    pub from: Option<Spanned<String>>,
    #[serde(default)]
    pub plan: Vec<Spanned<u8>>,
    #[serde(default)]
    pub settings: BTreeMap<Spanned<String>, Exact>,
}

/// A plan of before and what came of it.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Record {
    pub id: Spanned<String>,
    pub label: String,
    pub year: i32,
    pub unit: String,
    pub of: Option<String>,
    pub planned: Exact,
    pub realised: Option<Exact>,
    pub note: String,
    pub source: String,
    pub locator: String,
    pub part_of: Option<String>,
}

/// A published amount of a year.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Point {
    pub id: Spanned<String>,
    pub label: String,
    pub year: i32,
    pub amount: Exact,
    pub against: Option<Against>,
    pub note: String,
    pub source: String,
    pub locator: String,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Against {
    Net,
    Zin,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BudgetWords {
    pub entered: Spanned<Entered>,
    pub full: Vec<Phrase>,
    pub short: Vec<Phrase>,
}

/// A piece of a sentence, for where a plan sets or leaves something, or always.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Phrase {
    pub set: Option<Spanned<String>>,
    pub unset: Option<Spanned<String>>,
    pub says: String,
}

/// A file with its name and text for error messages.
pub struct File {
    pub file: String,
    pub text: String,
    pub document: Document,
}
