//! Everything the figures say: sources, figures, levers, assumptions, measures and ready-made scenarios.
//!
//! Invariant: a `Catalogue` is complete and consistent; the loader in [`crate::seeds`] is the only maker.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::bounds::{Bounds, Unit};
use super::cell::Cell;
use super::evidence::{Point, Record};
use super::formula::{Derivation, Formula};
use super::frame::{Frame, Member};
use super::id::{AssumptionId, FamilyId, FigureId, Leaf, LeverId, LineId, MeasureId, Setting};
use super::pack::Pack;
use super::phrase::{BudgetWords, Phrase};
use super::plan::Plan;
use super::role::{InputRole, Over, Role};
use super::source::{Passage, Source, Statement, Status};
use super::tell::Telling;
use super::year::{Horizon, Year};

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
    /// What the position of today is called, where "as now" does not say it.
    pub neutral_word: Option<String>,
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
    pub(crate) horizon: Horizon,
    /// Between which years a published plan or amount can be.
    pub(crate) published: RangeInclusive<i32>,
    pub(crate) edition: String,
    pub(crate) no_overlap: String,
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

// Indexing here cannot fail: ids are places in the tables, and only handed out for what they hold.
impl Catalogue {
    /// What it is all about.
    pub fn pack(&self) -> &Pack {
        &self.pack
    }

    /// The years of the projection.
    pub fn horizon(&self) -> Horizon {
        self.horizon
    }

    /// The edition of the figures, as links name it.
    pub fn edition(&self) -> &str {
        &self.edition
    }

    /// What the calculation is made of.
    pub fn frame(&self) -> &Frame {
        &self.frame
    }

    /// The numbers of the calculation that sentences need.
    pub fn told(&self) -> impl Iterator<Item = Cell> + '_ {
        let reach = self.measures.iter().flat_map(|measure| &measure.reach);
        reach.chain(&self.frame.notes).chain(&self.frame.refusals).flat_map(Telling::cells)
    }

    /// What has this id; of a list of tenths the one at a place.
    pub fn leaf(&self, id: &str, place: usize) -> Option<Leaf> {
        match self.setting(id)? {
            Setting::Figure(figure) if matches!(self.figure(figure).value, Value::Tenths(_)) => {
                Some(Leaf::Tenth(figure, place))
            }
            setting => Some(Leaf::Setting(setting)),
        }
    }

    /// What a leaf is where a plan sets nothing; none where it may be left open.
    pub fn default_of(&self, leaf: Leaf) -> Option<Decimal> {
        match leaf {
            Leaf::Setting(setting) => self.spec(setting).default,
            Leaf::Neutral(id) => Some(self.lever(id).neutral),
            Leaf::Tenth(id, at) => match &self.figure(id).value {
                Value::Tenths(tenths) => tenths.get(at).copied(),
                Value::One(_) => None,
            },
        }
    }

    /// The levers of the measure at a place.
    pub fn levers_at(&self, measure: u16) -> impl Iterator<Item = Leaf> + '_ {
        let of_measure = move |lever: &&Lever| lever.measure.index() == usize::from(measure);
        self.levers.iter().filter(of_measure).map(|lever| Leaf::Setting(Setting::Lever(lever.id)))
    }

    /// What the model leaves out where measures with a fixed amount touch the same care, in words.
    pub fn no_overlap(&self) -> &str {
        &self.no_overlap
    }

    /// The register of sources.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// The source with this id.
    pub fn source(&self, id: &str) -> Option<&Source> {
        self.sources.iter().find(|source| source.id == id)
    }

    /// The sources that a figure or a plan of before names, in the order of the register.
    pub fn sources_named(&self) -> impl Iterator<Item = &Source> {
        let named = |source: &&Source| {
            let figures = self.figures.iter().filter_map(|figure| figure.passage.as_ref());
            let mut passages = figures.chain(self.records.iter().map(|record| &record.passage));
            passages.any(|passage| passage.source == source.id)
        };
        self.sources.iter().filter(named)
    }

    /// All figures.
    pub fn figures(&self) -> &[Figure] {
        &self.figures
    }

    /// The ids of all figures, in the order of the seeds.
    pub fn figure_ids(&self) -> impl Iterator<Item = FigureId> + Clone + use<> {
        FigureId::first(self.figures.len())
    }

    /// The figure with this key.
    pub fn figure_named(&self, key: &str) -> Option<FigureId> {
        self.figures.iter().find(|figure| figure.key == key).map(|figure| figure.id)
    }

    /// The figure with this id.
    pub fn figure(&self, id: FigureId) -> &Figure {
        &self.figures[id.index()]
    }

    /// All levers.
    pub fn levers(&self) -> &[Lever] {
        &self.levers
    }

    /// The ids of all levers, by measure.
    pub fn lever_ids(&self) -> impl Iterator<Item = LeverId> + Clone + use<> {
        LeverId::first(self.levers.len())
    }

    /// The lever with this key.
    pub fn lever_named(&self, key: &str) -> Option<LeverId> {
        self.levers.iter().find(|lever| lever.key == key).map(|lever| lever.id)
    }

    /// The lever with this id.
    pub fn lever(&self, id: LeverId) -> &Lever {
        &self.levers[id.index()]
    }

    /// The levers of a measure.
    pub fn levers_of(&self, measure: MeasureId) -> impl Iterator<Item = &Lever> {
        self.levers.iter().filter(move |lever| lever.measure == measure)
    }

    /// All measures, by number.
    pub fn measures(&self) -> &[Measure] {
        &self.measures
    }

    /// The measure in plain words.
    pub fn measure(&self, measure: MeasureId) -> &Measure {
        &self.measures[measure.index()]
    }

    /// The ids of all measures, by number.
    pub fn measure_ids(&self) -> impl Iterator<Item = MeasureId> + Clone + use<> {
        MeasureId::first(self.measures.len())
    }

    /// The measure with this number.
    pub fn measure_numbered(&self, number: u8) -> Option<MeasureId> {
        self.measures.iter().find(|measure| measure.number == number).map(|measure| measure.measure)
    }

    /// The care lines: their ids and what they are called.
    pub fn lines(&self) -> impl Iterator<Item = (LineId, &Member)> {
        let of_result = &self.frame.quantity(self.frame.result(Role::Line)).per;
        let set = of_result.iter().find(|set| Some(**set) != self.frame.time);
        let members = set.map_or(&[][..], |set| &self.frame.set(*set).members);
        LineId::first(members.len()).zip(members)
    }

    /// Whether a figure only holds the place of an effect that no source gives: unknown is not zero, nor any range.
    pub fn is_placeholder(&self, figure: FigureId) -> bool {
        self.measures.iter().any(|measure| measure.unknown_until == Some(figure))
    }

    /// The figures that may well have another value than the one in use, each with its lowest and highest.
    pub fn uncertain(&self) -> impl Iterator<Item = (&Figure, Decimal, Decimal)> {
        let known = self.figures.iter().filter(|figure| !self.is_placeholder(figure.id));
        known.filter_map(|figure| figure.range.map(|(low, high)| (figure, low, high)))
    }

    /// The ids of all assumptions, in the order of the seeds.
    pub fn assumption_ids(&self) -> impl Iterator<Item = AssumptionId> + Clone + use<> {
        AssumptionId::first(self.assumptions.len())
    }

    /// The assumption with this key.
    pub fn assumption_named(&self, key: &str) -> Option<AssumptionId> {
        self.assumption_ids().find(|id| self.assumption(*id).key == key)
    }

    /// The assumption with this id.
    pub fn assumption(&self, id: AssumptionId) -> &Assumption {
        &self.assumptions[id.index()]
    }

    /// The assumptions that a ready-made scenario or baseline brings along.
    pub fn decided_by(&self, who: DecidedBy) -> impl Iterator<Item = AssumptionId> {
        self.assumption_ids().filter(move |id| self.assumption(*id).decided_by == Some(who))
    }

    /// The assumptions that play a part, in the order of the seeds.
    pub fn playing(&self, role: InputRole) -> impl Iterator<Item = AssumptionId> + '_ {
        self.assumption_ids().filter(move |id| self.assumption(*id).role == Some(role))
    }

    /// The setting of the assumption that plays a part, where one does.
    pub fn played(&self, role: InputRole) -> Option<Setting> {
        self.playing(role).next().map(Setting::Assumption)
    }

    /// The assumption of a setting, or what its family has in common.
    pub fn assumption_of(&self, setting: Setting) -> Option<&Assumption> {
        match setting {
            Setting::Assumption(id) => Some(self.assumption(id)),
            Setting::Member(id, _) => Some(&self.family(id).assumption),
            Setting::Lever(_) | Setting::Figure(_) => None,
        }
    }

    /// The ids of all families, in the order of the seeds.
    pub fn family_ids(&self) -> impl Iterator<Item = FamilyId> + Clone + use<> {
        FamilyId::first(self.families.len())
    }

    /// The family with this id.
    pub fn family(&self, id: FamilyId) -> &Family {
        &self.families[id.index()]
    }

    /// The members of a family, in order.
    pub fn members(&self, id: FamilyId) -> impl Iterator<Item = Setting> + Clone + use<> {
        let count = match self.family(id).over {
            Over::Year => self.horizon.summed().count(),
            Over::Measure => self.measures.len(),
        };
        (0..).take(count).map(move |place| Setting::Member(id, place))
    }

    /// The year that a setting belongs to.
    pub fn year_of(&self, setting: Setting) -> Option<Year> {
        match setting {
            Setting::Member(id, place) if self.family(id).over == Over::Year => self.horizon.summed().nth(place.into()),
            _ => None,
        }
    }

    /// The measure that a setting belongs to.
    pub fn measure_of(&self, setting: Setting) -> Option<MeasureId> {
        match setting {
            Setting::Lever(id) => Some(self.lever(id).measure),
            Setting::Member(id, place) if self.family(id).over == Over::Measure => {
                self.measures.get(usize::from(place)).map(|measure| measure.measure)
            }
            _ => None,
        }
    }

    /// When a measure works: what families say of it.
    pub fn timing_of(&self, measure: MeasureId) -> impl Iterator<Item = Setting> + '_ {
        let over_measures = self.family_ids().filter(|id| self.family(*id).over == Over::Measure);
        over_measures.flat_map(|id| self.members(id)).filter(move |setting| self.measure_of(*setting) == Some(measure))
    }

    /// The first year of a measure.
    pub fn start_of(&self, measure: MeasureId) -> Option<Setting> {
        self.timing_of(measure).find(|setting| self.plays(*setting, InputRole::Start))
    }

    /// The years in which a measure grows to full effect.
    pub fn ramp_of(&self, measure: MeasureId) -> Option<Setting> {
        self.timing_of(measure).find(|setting| self.plays(*setting, InputRole::Ramp))
    }

    /// The budget of a year, entered instead of indexed; none where it cannot be.
    pub fn budget_of(&self, year: Year) -> Option<Setting> {
        let mut members = self.family_ids().flat_map(|id| self.members(id));
        members.find(|setting| self.year_of(*setting) == Some(year) && self.plays(*setting, InputRole::Budget))
    }

    fn plays(&self, setting: Setting, role: InputRole) -> bool {
        self.assumption_of(setting).is_some_and(|assumption| assumption.role == Some(role))
    }

    /// The ready-made scenarios.
    pub fn scenarios(&self) -> &[Preset] {
        &self.scenarios
    }

    /// The place of the ready-made scenario that the page opens on, also from a link that names none.
    pub fn default_scenario(&self) -> usize {
        self.default_scenario
    }

    /// The ready-made scenario that others are compared with.
    pub fn reference(&self) -> &Preset {
        &self.scenarios[self.reference]
    }

    /// The ready-made baselines.
    pub fn baselines(&self) -> &[Preset] {
        &self.baselines
    }

    /// Terms in plain words.
    pub fn words(&self) -> &[Word] {
        &self.words
    }

    /// Plans of before and what came of them, oldest first.
    pub fn records(&self) -> &[Record] {
        &self.records
    }

    /// Published amounts to look back on, by year.
    pub fn points(&self) -> &[Point] {
        &self.points
    }

    /// All settings of the page, in the order of its tables.
    pub fn settings(&self) -> impl Iterator<Item = Setting> + '_ {
        let levers = self.lever_ids().map(Setting::Lever);
        let assumptions = self.assumption_ids().map(Setting::Assumption);
        let members = self.family_ids().flat_map(|id| self.members(id));
        let figures = self.figure_ids().map(Setting::Figure);
        levers.chain(assumptions).chain(members).chain(figures)
    }

    /// The id of a setting: one id space for the page and links.
    pub fn id_of(&self, setting: Setting) -> String {
        match setting {
            Setting::Lever(id) => self.lever(id).key.clone(),
            Setting::Assumption(id) => self.assumption(id).key.clone(),
            Setting::Figure(id) => self.figure(id).key.clone(),
            _ => self.numbered(setting).map_or_else(String::new, |(family, number)| format!("{family}.{number}")),
        }
    }

    /// The family and number of a setting that stands once per measure or year.
    pub fn numbered(&self, setting: Setting) -> Option<(&str, i32)> {
        let Setting::Member(id, _) = setting else { return None };
        let of_measure = || self.measure_of(setting).map(|measure| self.measure(measure).number.into());
        let number = self.year_of(setting).map(Year::number).or_else(of_measure)?;
        Some((&self.family(id).assumption.key, number))
    }

    /// The setting with this id. A name that is both an assumption and a figure means the assumption.
    pub fn setting(&self, id: &str) -> Option<Setting> {
        self.member_named(id)
            .or_else(|| self.lever_named(id).map(Setting::Lever))
            .or_else(|| self.assumption_named(id).map(Setting::Assumption))
            .or_else(|| self.figure_named(id).map(Setting::Figure))
    }

    fn member_named(&self, id: &str) -> Option<Setting> {
        let (key, number) = id.rsplit_once('.')?;
        let family = self.family_ids().find(|id| self.family(*id).assumption.key == key)?;
        // As text: "014" and "+14" are numbers too, but not of an id.
        let is_named = |setting: &Setting| self.numbered(*setting).is_some_and(|(_, own)| own.to_string() == number);
        self.members(family).find(is_named)
    }

    /// What there is to know of a setting.
    pub fn spec(&self, setting: Setting) -> Spec<'_> {
        match setting {
            Setting::Lever(id) => {
                let lever = self.lever(id);
                let (bounds, default) = (Some(lever.bounds), Some(lever.neutral));
                Spec { label: &lever.label, unit: lever.unit, bounds, default, open: None }
            }
            Setting::Figure(id) => {
                let figure = self.figure(id);
                let default = match figure.value {
                    Value::One(value) => Some(value),
                    Value::Tenths(_) => None,
                };
                Spec { label: &figure.label, unit: figure.unit, bounds: figure.own.ok(), default, open: None }
            }
            Setting::Assumption(id) => Self::spec_of(self.assumption(id), self.assumption(id).default),
            Setting::Member(id, _) => {
                let assumption = &self.family(id).assumption;
                let measure = self.measure_of(setting).map(|measure| self.measure(measure));
                let of_measure = measure.and_then(|measure| match assumption.role? {
                    InputRole::Start => Some(measure.start),
                    InputRole::Ramp => Some(measure.ramp_years),
                    _ => None,
                });
                Self::spec_of(assumption, of_measure.or(assumption.default))
            }
        }
    }

    fn spec_of(assumption: &Assumption, default: Option<Decimal>) -> Spec<'_> {
        let (bounds, open) = (Some(assumption.bounds), assumption.open.as_deref());
        Spec { label: &assumption.label, unit: assumption.unit, bounds, default, open }
    }
}
