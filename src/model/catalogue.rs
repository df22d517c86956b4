//! Everything the figures say: sources, figures, levers, assumptions, measures and ready-made scenarios.
//!
//! Invariant: a `Catalogue` is complete and consistent; the loader in [`crate::seeds`] is the only maker.
//! What its entries are stands here; `tables` looks them up, `settings` does so across the tables,
//! `texts` takes out what only rooms of the page show.

mod settings;
mod tables;
pub mod texts;

use std::ops::RangeInclusive;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::bounds::{Bounds, Unit};
use super::evidence::{Point, Record};
use super::formula::{Derivation, Formula};
use super::frame::Frame;
use super::id::{FigureId, LeverId, MeasureId, Setting};
use super::pack::Pack;
use super::phrase::{BudgetWords, Phrase};
use super::plan::Plan;
use super::role::{InputRole, Over};
use super::source::{Passage, Source, Statement, Status};
use super::tell::Telling;
use super::year::Horizon;

/// One number, or ten: the average hours of each tenth of the clients.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Value {
    /// A single number.
    One(Decimal),
    /// The average of each tenth, from low to high.
    Tenths([Decimal; 10]),
}

/// A figure with where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Figure {
    /// Its place among the figures.
    pub id: FigureId,
    /// Its id in links and seeds, for ever.
    pub key: String,
    /// What it is, in Dutch.
    pub label: String,
    /// The same behind its number in a sum, where it has such a name.
    pub brief: Option<String>,
    /// The unit of all its values.
    pub unit: Unit,
    /// The value the calculation uses.
    pub value: Value,
    /// The range within which it may well lie, where known.
    pub range: Option<(Decimal, Decimal)>,
    /// The year it is of; observations may be older than the projection.
    pub year: i32,
    /// Whether it stands in a source, was derived, or is assumed.
    pub status: Status,
    /// The same of the ends of its range.
    pub range_status: Status,
    /// The passage it comes from or leans on.
    pub passage: Option<Passage>,
    /// What a reader should know, in our own words.
    pub note: Option<String>,
    /// How it follows from other figures.
    pub derivation: Option<Derivation>,
    /// What a user's own value may be, or why there can be none.
    pub own: Result<Bounds, Fixed>,
    /// Of a rest: what the page says where its parts would be more than the whole.
    pub if_negative: Option<String>,
    /// Whether it only supports others: nothing is calculated from it.
    pub only_supports: bool,
}

/// Why a figure cannot be replaced.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Fixed {
    /// It is always what others leave over.
    Rest,
    /// An assumption is set instead.
    Assumption,
    /// It is a list of tenths.
    List,
    /// It is where a lever stands today.
    Lever,
}

impl Figure {
    /// For a figure that is always a rest, such as transport: the formula that gives it.
    pub fn sum_of_others(&self) -> Option<&Formula> {
        let is_rest = self.own == Err(Fixed::Rest);
        let formula = self.derivation.as_ref().filter(|_| is_rest).map(|derivation| &derivation.formula)?;
        formula.sum(&|number| number, &|_| Some(Decimal::ZERO)).map(|_| formula)
    }
}

/// A policy lever of a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Lever {
    /// Its place among the levers.
    pub id: LeverId,
    /// Its id in links and seeds, for ever.
    pub key: String,
    /// The measure it belongs to.
    pub measure: MeasureId,
    /// What it sets.
    pub label: String,
    /// The same in a row with many others, where it has such a name.
    pub short: Option<String>,
    /// What it is called after the short name of its measure, where there are more levers: "familie".
    pub row: Option<String>,
    /// What its number is, in a row with many others: "tarief per uur".
    pub sets: Option<String>,
    /// Which end saves more, whatever it costs.
    pub more_saving: End,
    /// Whether it stands on the first screen.
    pub first_screen: bool,
    /// What moving it means.
    pub help: String,
    /// Its unit.
    pub unit: Unit,
    /// The positions it can take.
    pub bounds: Bounds,
    /// The position of today, in which it yields nothing.
    pub neutral: Decimal,
    /// Whether the position of today stands in a source; none where that goes without saying, as of what is not there yet.
    pub neutral_status: Option<Status>,
    /// The passage of the position of today.
    pub neutral_passage: Option<Passage>,
    /// Whether it sets the effect itself, which no source gives.
    pub is_effect: bool,
    /// What the position of today is called, where "as now" does not say it.
    pub neutral_word: Option<String>,
    /// The same under its mark, where "now" does not say it.
    pub neutral_tick: Option<String>,
    /// The position of the action plan.
    pub plan: Decimal,
    /// Whether the plan position stands in a source.
    pub plan_status: Status,
    /// The passage of the plan position.
    pub plan_passage: Option<Passage>,
    /// Where the plan position comes from, in our own words.
    pub plan_note: String,
}

/// An end of a lever.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum End {
    /// The highest position.
    Higher,
    /// The lowest position.
    Lower,
}

/// Whether what a measure does returns every year. Its one-off cost never does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Recurrence {
    /// Every year.
    Structureel,
    /// Once.
    Incidenteel,
}

/// A measure in plain words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Measure {
    /// Its place among the measures.
    pub measure: MeasureId,
    /// Its number in the plan, by which people, links and other programs know it.
    pub number: u8,
    /// The chapter of the plan.
    pub chapter: String,
    /// Its name.
    pub name: String,
    /// The same in a word, where it has one.
    pub short: Option<String>,
    /// The default start year.
    pub start: Decimal,
    /// The default phase-in, in years.
    pub ramp_years: Decimal,
    /// Its place on top of the page, where it has one.
    pub featured: Option<u8>,
    /// Whether it limits care or what is paid for it, instead of helping.
    pub limits_care: bool,
    /// The placeholder that must be replaced before the effect is known.
    pub unknown_until: Option<FigureId>,
    /// What it is.
    pub what: String,
    /// Whom it touches.
    pub who: String,
    /// The quality effect that the plan expects.
    pub quality: String,
    /// The risk.
    pub risk: String,
    /// The largest risk, in one sentence.
    pub largest_risk: Statement,
    /// What the law keeps the measure from.
    pub limit: Statement,
    /// Whether what it does returns every year.
    pub kind: Recurrence,
    /// Where the cost may move to.
    pub shifts: String,
    /// What the text of the source leaves open.
    pub open: String,
    /// Of that what matters most, in a few words, and who could tell.
    pub unsure: Option<String>,
    /// Whom it reaches with its levers as they stand.
    pub reach: Vec<Telling>,
}

impl Measure {
    /// Whether no source gives the effect and the plan has no own value for it: unknown is not zero.
    pub fn is_unknown(&self, plan: &Plan) -> bool {
        self.unknown_until.is_some_and(|figure| plan.own(Setting::Figure(figure)).is_none())
    }
}

/// An assumption, or what those of a family have in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Assumption {
    /// Its id in links and seeds, for ever; of a family what stands before the number.
    pub key: String,
    /// What it sets.
    pub label: String,
    /// What it means.
    pub help: String,
    /// Its unit.
    pub unit: Unit,
    /// What it may be.
    pub bounds: Bounds,
    /// Its default; none means "not set".
    pub default: Option<Decimal>,
    /// The figure that the default is, where it is one.
    pub figure: Option<FigureId>,
    /// What holds where it is left open; none where it cannot be.
    pub open: Option<String>,
    /// What a reader should know where it is left open.
    pub open_note: Option<String>,
    /// What brings it along when it is chosen.
    pub decided_by: Option<DecidedBy>,
    /// What the page knows it as, where it does.
    pub role: Option<InputRole>,
    /// The kind of measures it is about, where it is not about all.
    pub kind: Option<Kind>,
}

/// A kind of measures, in Dutch.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Kind {
    /// By itself: "zacht".
    pub name: String,
    /// Before the measures: "zachte".
    pub inflected: String,
}

/// An assumption that has a value for each year or measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Family {
    /// What its members have in common.
    pub assumption: Assumption,
    /// Over what it has a value each.
    pub over: Over,
    /// The numbers of the years or measures that have one; none where all have.
    pub only: Option<Vec<i32>>,
}

/// The ready-made thing that decides an assumption.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum DecidedBy {
    /// A scenario: the assumption goes with the policy.
    Scenario,
    /// A baseline: it is of the world.
    Baseline,
}

/// A ready-made scenario or baseline.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Preset {
    /// Its stable id.
    pub id: String,
    /// Its name.
    pub label: String,
    /// What it is.
    pub help: String,
    /// What it sets.
    pub plan: Plan,
}

/// A term in plain words.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Word {
    /// The term or abbreviation.
    pub term: String,
    /// What it means.
    pub meaning: String,
}

/// The checked figures.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct Catalogue {
    pub(crate) pack: Pack,
    /// The same where more counts than the edition by itself is about: what that adds is a part of the edition, called as its
    /// scope.
    pub(crate) wider: Option<Pack>,
    pub(crate) horizon: Horizon,
    /// Between which years a published plan or amount can be.
    pub(crate) published: RangeInclusive<i32>,
    pub(crate) edition: String,
    pub(crate) no_overlap: Option<String>,
    pub(crate) sources: Vec<Source>,
    /// In the order of the seeds.
    pub(crate) figures: Vec<Figure>,
    /// By measure.
    pub(crate) levers: Vec<Lever>,
    /// By number.
    pub(crate) measures: Vec<Measure>,
    /// In the order of the seeds.
    pub(crate) assumptions: Vec<Assumption>,
    pub(crate) families: Vec<Family>,
    pub(crate) scenarios: Vec<Preset>,
    /// Place among the scenarios.
    pub(crate) default_scenario: usize,
    /// Place among the scenarios.
    pub(crate) reference: usize,
    pub(crate) baselines: Vec<Preset>,
    pub(crate) words: Vec<Word>,
    pub(crate) records: Vec<Record>,
    pub(crate) points: Vec<Point>,
    pub(crate) budget_words: Vec<BudgetWords>,
    pub(crate) hindsight: Vec<Phrase>,
    pub(crate) frame: Frame,
}

/// What the page and links need to know of a setting.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Spec<'c> {
    /// What it sets.
    pub label: &'c str,
    /// Its unit.
    pub unit: Unit,
    /// What it may be; none where the user cannot set it.
    pub bounds: Option<Bounds>,
    /// Its value where a plan says nothing; none means "not set".
    pub default: Option<Decimal>,
    /// What holds where it is left open; none where it cannot be.
    pub open: Option<&'c str>,
}
