//! The figures and texts of the seed files as they are written.

use std::collections::BTreeMap;

use toml::Spanned;

use super::read::{Exact, section, words};
use crate::model::phrase::Entered;
use crate::model::role::{InputRole, Over};

/// What makes up the calculation; all other sections are figures and texts.
pub const SECTIONS: [&str; 11] =
    ["language", "set", "series", "slot", "step", "rule", "check", "note", "refuse", "results", "instead"];

/// The same within a measure.
pub const OF_MEASURE: [&str; 3] = ["effect", "step", "reach"];

/// The same within what a part of an edition adds to a measure.
pub const OF_EXTENSION: [&str; 3] = ["effect", "step", "instead"];

section! {
    /// One file; any section may be absent.
    pub struct Document beside SECTIONS {
        pub pack: Option<Spanned<Pack>>,
        pub axes: Option<Spanned<Axes>>,
        pub wider: Option<Spanned<Wider>>,
        pub horizon: Option<Spanned<Horizon>>,
        pub published: Option<Spanned<Published>>,
        pub edition: Option<Spanned<String>>,
        pub no_overlap: Option<Spanned<String>>,
        pub chapter: Option<String>,
        /// Whether the measures of this chapter limit care.
        pub limits_care: bool = false,
        pub sources as "source": Vec<Source> = Vec::new(),
        pub figures as "figure": Vec<Figure> = Vec::new(),
        pub measures as "measure": Vec<Measure> = Vec::new(),
        pub extensions as "extend": Vec<Extension> = Vec::new(),
        pub assumptions as "assumption": Vec<Assumption> = Vec::new(),
        pub scenarios as "scenario": Vec<Preset> = Vec::new(),
        pub baselines as "baseline": Vec<Preset> = Vec::new(),
        pub words as "word": Vec<Word> = Vec::new(),
        pub records as "record": Vec<Record> = Vec::new(),
        pub points as "point": Vec<Point> = Vec::new(),
        pub budget_words: Vec<BudgetWords> = Vec::new(),
        pub hindsight: Vec<Phrase> = Vec::new(),
    }
}

section! {
    /// What the simulator is about.
    pub struct Pack {
        pub municipality: String,
        pub subject: String,
        pub plan: String,
        pub kind_of_plan: String,
        pub seen_from: String,
        pub scope: String,
        pub concept: bool = false,
        pub default_scenario: Spanned<String>,
        pub reference: Spanned<String>,
        pub about_sources: String,
        pub in_kind: String,
        pub prices: String,
        pub budget: String,
    }
}

section! {
    /// What is other in the pack where more counts than the edition by itself is about.
    pub struct Wider {
        pub scope: String,
        pub subject: String,
        pub choice: String,
        pub budget: String,
        pub axes: Spanned<Axes>,
    }
}

section! {
    /// How far the axes of the charts go, from low to high, in millions of euros.
    pub struct Axes {
        pub saving: Spanned<[Exact; 2]>,
        pub deficit: Spanned<[Exact; 2]>,
        pub opening_saving: Spanned<[Exact; 2]>,
        pub opening_deficit: Spanned<[Exact; 2]>,
    }
}

section! {
    /// The years of the projection.
    #[derive(Clone, Copy)]
    pub struct Horizon {
        pub first: u16,
        pub summed_from: u16,
        pub last: u16,
    }
}

section! {
    /// Of when a published plan or amount can be.
    #[derive(Clone, Copy)]
    pub struct Published {
        pub first: i32,
        pub last: i32,
    }
}

section! {
    pub struct Word {
        pub term: String,
        pub meaning: String,
    }
}

section! {
    pub struct Source {
        pub id: Spanned<String>,
        pub title: String,
        pub publisher: String,
        pub date: String,
        pub address: Option<String>,
        pub note: Option<String>,
    }
}

section! {
    pub struct Figure {
        pub id: Spanned<String>,
        pub label: String,
        /// The same behind its number in a sum.
        pub brief: Option<String>,
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
}

/// Why a user cannot replace a figure.
#[derive(Clone, Copy)]
pub enum Fixed {
    Rest,
    Assumption,
    List,
    Lever,
}

words!(Fixed { "rest" => Self::Rest, "assumption" => Self::Assumption, "list" => Self::List, "lever" => Self::Lever });

#[derive(Clone, Copy)]
pub enum Status {
    Bron,
    Afgeleid,
    Doel,
    Aanname,
    Onbekend,
}

words!(Status {
    "bron" => Self::Bron,
    "afgeleid" => Self::Afgeleid,
    "doel" => Self::Doel,
    "aanname" => Self::Aanname,
    "onbekend" => Self::Onbekend,
});

section! {
    pub struct Derivation {
        pub formula: String,
        pub rounding: Exact,
    }
}

/// Whether what a measure does returns every year.
#[derive(Clone, Copy)]
pub enum Recurrence {
    Structureel,
    Incidenteel,
}

words!(Recurrence { "structureel" => Self::Structureel, "incidenteel" => Self::Incidenteel });

section! {
    pub struct Measure beside OF_MEASURE {
        pub number: Spanned<u8>,
        pub name: Spanned<String>,
        pub short: Option<String>,
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
        pub kind: Recurrence = Recurrence::Structureel,
        pub shifts: String,
        pub open: String,
        /// What nobody knows that matters most, and who could tell.
        pub unsure: Option<String>,
        pub levers as "lever": Vec<Lever> = Vec::new(),
    }
}

section! {
    /// What a part of an edition adds to the calculation of a measure.
    pub struct Extension beside OF_EXTENSION {
        pub number: Spanned<u8>,
    }
}

/// Which end of a lever saves more.
#[derive(Clone, Copy)]
pub enum End {
    Hoger,
    Lager,
}

words!(End { "hoger" => Self::Hoger, "lager" => Self::Lager });

section! {
    pub struct Lever {
        pub id: Spanned<String>,
        pub label: String,
        pub short: Option<String>,
        /// The part of the short name that its measure's does not say.
        pub row: Option<String>,
        /// What the number is.
        pub sets: Option<String>,
        pub more_saving: End,
        pub first_screen: bool = false,
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
        /// Whether it sets the effect itself.
        pub is_effect: bool = false,
        pub neutral_word: Option<String>,
        /// The same under its mark.
        pub neutral_tick: Option<String>,
        pub plan: Exact,
        pub plan_status: Status,
        pub plan_source: Option<String>,
        pub plan_locator: Option<String>,
        pub plan_note: String,
    }
}

section! {
    pub struct Assumption {
        /// Of one with a value for each year or measure what stands before the number.
        pub id: Spanned<String>,
        pub per: Option<Over>,
        /// The numbers of the years or measures that have one, where not all have.
        pub only: Option<Vec<i32>>,
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
}

section! {
    /// A kind of measures.
    #[derive(Clone)]
    pub struct Kind {
        pub name: String,
        pub inflected: String,
    }
}

#[derive(Clone, Copy)]
pub enum DecidedBy {
    Scenario,
    Baseline,
}

words!(DecidedBy { "scenario" => Self::Scenario, "baseline" => Self::Baseline });

section! {
    pub struct Preset {
        pub id: Spanned<String>,
        pub label: String,
        pub help: String,
        /// The preset it begins with.
        pub from: Option<Spanned<String>>,
        pub plan: Vec<Spanned<u8>> = Vec::new(),
        pub settings: BTreeMap<Spanned<String>, Exact> = BTreeMap::new(),
    }
}

section! {
    /// A plan of before and what came of it.
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
}

section! {
    /// A published amount of a year.
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
}

#[derive(Clone, Copy)]
pub enum Against {
    Net,
    Zin,
}

words!(Against { "net" => Self::Net, "zin" => Self::Zin });

section! {
    pub struct BudgetWords {
        pub entered: Spanned<Entered>,
        pub full: Vec<Phrase>,
        pub short: Vec<Phrase>,
    }
}

section! {
    /// A piece of a sentence, for where a plan sets or leaves something, or always.
    pub struct Phrase {
        pub set: Option<Spanned<String>>,
        pub unset: Option<Spanned<String>>,
        pub says: String,
    }
}

words!(InputRole {
    "budget" => Self::Budget,
    "start" => Self::Start,
    "ramp" => Self::Ramp,
    "realisation" => Self::Realisation,
    "draw-realisation" => Self::DrawRealisation,
    "fitted" => Self::Fitted,
    "unknown-cost" => Self::UnknownCost,
    "unknown-once" => Self::UnknownOnce,
    "scope" => Self::Scope,
    "benefits" => Self::Benefits,
});

words!(Over { "year" => Self::Year, "measure" => Self::Measure });

words!(Entered { "last" => Self::Last, "earlier" => Self::Earlier, "never" => Self::Never });

/// A file with its name and text for error messages.
pub struct File {
    pub file: String,
    pub text: String,
    pub document: Document,
}
