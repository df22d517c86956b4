//! The sections of the seeds that make up the calculation, as they are written.

use serde::Deserialize;
use serde::de::IgnoredAny;
use toml::Spanned;

use super::raw::Exact;

/// Over which sets something runs: none, one or several.
#[derive(Deserialize, Default)]
#[serde(untagged)]
pub enum Per {
    #[default]
    Once,
    One(String),
    Several(Vec<String>),
}

impl Per {
    /// The names of the sets.
    pub fn names(&self) -> &[String] {
        match self {
            Self::Once => &[],
            Self::One(name) => std::slice::from_ref(name),
            Self::Several(names) => names,
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SetText {
    pub name: String,
    pub from: Option<i32>,
    pub through: Option<i32>,
    #[serde(default)]
    pub members: Vec<String>,
    /// Whether this is the one that goes by time.
    #[serde(default)]
    pub time: bool,
    /// Whether its members are the measures.
    #[serde(default)]
    pub levers: bool,
    /// Whether its members are the levers; each belongs to its measure.
    #[serde(default)]
    pub knobs: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Series {
    #[serde(default)]
    pub per: Per,
    /// The id of each of its numbers, with `{year}` for the year; of a list of tenths its own id.
    pub key: Option<String>,
    pub unit: Spanned<String>,
    /// The numbers that stand here themselves; they are read where they stand.
    #[serde(default, rename = "known")]
    pub _known: IgnoredAny,
    /// What written numbers are multiplied by: how the source printed them.
    pub times: Option<Exact>,
    /// What a workbook calls it.
    pub row: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Slot {
    #[serde(default)]
    pub per: Per,
    pub unit: Spanned<String>,
    pub default: Option<Spanned<String>>,
    /// What a workbook calls it.
    pub row: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    #[serde(default)]
    pub per: Per,
    pub unit: Spanned<String>,
    pub label: Option<String>,
    /// What a workbook calls it.
    pub row: Option<String>,
    pub show: Option<Show>,
    /// What holds in the first year.
    pub first: Option<Spanned<String>>,
    pub is: Spanned<String>,
    /// Whether euros of one year become euros of another here.
    #[serde(default)]
    pub converts: bool,
}

/// How a step is written, where its unit does not say so.
#[derive(Clone, Copy, Deserialize)]
pub enum Show {
    #[serde(rename = "%")]
    Share,
}

/// What must be equal in every plan.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CheckText {
    #[serde(default)]
    pub per: Per,
    pub is: Spanned<String>,
    pub equals: Spanned<String>,
}

/// A sentence for where something holds, for each member of some sets.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NoteText {
    #[serde(default)]
    pub per: Per,
    pub when: Spanned<String>,
    pub text: Spanned<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reach {
    pub says: Vec<Says>,
    #[serde(default = "yes")]
    pub known: bool,
}

fn yes() -> bool {
    true
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Says {
    pub when: Option<Spanned<String>>,
    pub text: Spanned<String>,
}
