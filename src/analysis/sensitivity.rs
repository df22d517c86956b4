//! What matters most: by how much the deficit of the last year moves when one thing moves.

use rust_decimal::Decimal;

use super::draws::drawn_records;
use crate::model::catalogue::Catalogue;
use crate::model::evidence::Record;
use crate::model::id::{MeasureId, Setting};
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::model::projection::Total;
use crate::model::role::InputRole;
use crate::model::sheet::{Probe, Sheet};
use crate::scenario::is_choice;

/// What moves, and between which two ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mover {
    /// A figure, growth or realisation that the plan leaves at its default: from the lowest to the highest value it may
    /// well have.
    Range(Setting),
    /// An assumption, entered budget or own figure of the plan: from its default to as it is set.
    Set(Setting),
    /// A measure: from all its levers as now, to as they are set.
    Measure(MeasureId),
}

/// One end of what moves.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct End {
    /// The value, in the unit of the setting; none for a measure, and for a setting that is not set by default.
    pub value: Option<Decimal>,
    /// The deficit of the last year, in euros; positive is a shortage.
    pub deficit: Money,
}

/// How the deficit of the last year follows one thing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Influence {
    /// What moves.
    pub subject: Mover,
    /// The deficit at the lowest value, at the default, or without the measure.
    pub from: End,
    /// The deficit at the highest value, or as the plan has it.
    pub to: End,
    /// The deficit of the plan as it is, which may lie outside both: realisation counts in full where nothing is set, and
    /// of some figures either end is worse than the middle.
    pub now: Money,
}

impl Influence {
    /// How far apart the lowest and highest of the three deficits are, in euros; never negative.
    pub fn swing(&self) -> Money {
        let all = [self.from.deficit, self.to.deficit, self.now];
        let (low, high) = all.into_iter().fold((self.now, self.now), |(low, high), one| (low.min(one), high.max(one)));
        high - low
    }
}

/// Everything that moves the deficit of the last year under this plan, what moves it most first. Equal swings keep the
/// order of the page's tables, measures last; what moves nothing is left out.
pub fn influences(catalogue: &Catalogue, sheet: &Sheet) -> Vec<Influence> {
    let deficit = sheet.program().results().projection.last().total(Total::Deficit);
    let probe = Probe::of(sheet, deficit);
    let ask = Ask { catalogue, plan: sheet.plan(), probe, now: sheet.amount(deficit) };
    let settings = catalogue.settings().filter_map(|setting| ask.set(setting).or_else(|| ask.range(setting)));
    let measures = catalogue.measure_ids().filter_map(|measure| ask.measure(measure));
    let mut all: Vec<Influence> = Vec::new();
    for influence in settings.chain(measures).filter(|influence| influence.swing() > Money::zero()) {
        let place = all.partition_point(|before| before.swing() >= influence.swing());
        all.insert(place, influence);
    }
    all
}

/// The plan that is asked about.
struct Ask<'a> {
    catalogue: &'a Catalogue,
    plan: &'a Plan,
    /// Asks for the deficit of the last year.
    probe: Probe,
    /// The deficit of the last year with the plan as it is.
    now: Money,
}

impl Ask<'_> {
    /// The deficit with one setting changed. A value may lie off the steps of the page, and a rest may be below 0: the
    /// calculation is total.
    fn with(&self, setting: Setting, value: Option<Decimal>) -> Money {
        self.probe.ask(&self.plan.clone().with(setting, value, self.catalogue))
    }

    /// What the plan itself sets, apart from policy.
    fn set(&self, setting: Setting) -> Option<Influence> {
        if is_choice(setting, self.catalogue) {
            return None;
        }
        let own = self.plan.own(setting)?;
        Some(Influence {
            subject: Mover::Set(setting),
            from: End { value: self.catalogue.spec(setting).default, deficit: self.with(setting, None) },
            to: End { value: Some(own), deficit: self.now },
            now: self.now,
        })
    }

    /// What the plan leaves at its default, where a range is known.
    fn range(&self, setting: Setting) -> Option<Influence> {
        let (low, high) = range(setting, self.catalogue)?;
        let end = |value| End { value: Some(value), deficit: self.with(setting, Some(value)) };
        Some(Influence { subject: Mover::Range(setting), from: end(low), to: end(high), now: self.now })
    }

    /// What a measure does that is moved and whose effect is known.
    fn measure(&self, measure: MeasureId) -> Option<Influence> {
        let levers = || self.catalogue.levers_of(measure).map(|lever| Setting::Lever(lever.id));
        if !self.catalogue.is_moved(measure, self.plan) || self.catalogue.measure(measure).is_unknown(self.plan) {
            return None;
        }
        let neutral = levers().fold(self.plan.clone(), |plan, lever| plan.with(lever, None, self.catalogue));
        Some(Influence {
            subject: Mover::Measure(measure),
            from: End { value: None, deficit: self.probe.ask(&neutral) },
            to: End { value: None, deficit: self.now },
            now: self.now,
        })
    }
}

/// Between which values a setting may well lie, in its own unit; none where nothing says so.
fn range(setting: Setting, catalogue: &Catalogue) -> Option<(Decimal, Decimal)> {
    match setting {
        Setting::Assumption(id) if catalogue.assumption(id).role == Some(InputRole::Realisation) => {
            let bounds = catalogue.assumption(id).bounds;
            realised(catalogue).map(|(low, high)| (bounds.nearest(low), bounds.nearest(high)))
        }
        Setting::Assumption(id) => catalogue.figure(catalogue.assumption(id).figure?).range.map(in_percent),
        // The calculation reads an assumption, not the figure that is its default: that one moves nothing.
        Setting::Figure(id) if !catalogue.is_placeholder(id) => catalogue.figure(id).range,
        _ => None,
    }
}

fn in_percent((low, high): (Decimal, Decimal)) -> (Decimal, Decimal) {
    (low * Decimal::ONE_HUNDRED, high * Decimal::ONE_HUNDRED)
}

/// The lowest and the highest part that came of earlier plans, in percent.
fn realised(catalogue: &Catalogue) -> Option<(Decimal, Decimal)> {
    let rates = drawn_records(catalogue).filter_map(Record::rate).map(|rate| (rate, rate));
    rates.reduce(|(low, high), (rate, _)| (low.min(rate), high.max(rate))).map(in_percent)
}
