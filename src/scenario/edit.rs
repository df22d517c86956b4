//! What a user can do to a scenario.

use std::fmt;

use rust_decimal::Decimal;

use super::{Scenario, as_name, is_assumption, is_policy, is_view, ready_made_plan};
use crate::model::bounds::OutOfBounds;
use crate::model::catalogue::{Catalogue, DecidedBy, Fixed};
use crate::model::id::{AssumptionId, FigureId, Setting};
use crate::model::plan::Plan;
use crate::model::rest::NegativeRest;

/// The longest reason for an own figure, in characters: it travels in the link.
pub const REASON_LENGTH: usize = 160;

/// A reason as it is kept: without space around it and not longer than what travels in a link.
pub fn as_reason(text: &str) -> String {
    text.trim().chars().take(REASON_LENGTH).collect::<String>().trim_end().to_string()
}

/// One thing a user does.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Edit {
    /// Give a setting a value, or leave it open where that is possible.
    Set(Setting, Option<Decimal>),
    /// Give several settings a value together: an answer, a record.
    SetAll(Vec<(Setting, Decimal)>),
    /// Put settings back to where the starting point has them.
    Reset(Vec<Setting>),
    /// Replace a figure by one's own, with a reason.
    Replace(FigureId, Decimal, String),
    /// Call it something, or nothing any more.
    Name(String),
    /// Measure differences from a ready-made scenario, by its place.
    Refer(usize),
    /// Put this case beside it, or none any more.
    Case(String),
    /// Start from a ready-made scenario: policy as it has it, assumptions and own figures kept.
    StartFrom(usize),
    /// Stand on a ready-made baseline.
    StandOn(usize),
    /// Put every assumption back: realisation to where the starting point has it, the rest to its default. How the scenario
    /// is looked at stays.
    ResetAssumptions,
}

/// Why an edit is not taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The value is out of bounds or off the step.
    Value(OutOfBounds),
    /// The setting cannot be left open.
    Open,
    /// This figure cannot be replaced.
    NotReplaceable(Fixed),
    /// The own figures would make a rest negative.
    Rest(NegativeRest),
}

impl Scenario {
    /// The scenario after an edit.
    ///
    /// # Errors
    /// Says why the edit is not taken; the scenario stays as it was.
    pub fn apply(&self, edit: &Edit, catalogue: &Catalogue) -> Result<Self, Refused> {
        match edit {
            Edit::Set(setting, value) => self.set(*setting, *value, catalogue),
            Edit::SetAll(settings) => self.set_all(settings, catalogue),
            Edit::Reset(settings) => self.reset(settings, catalogue),
            Edit::Replace(figure, value, reason) => {
                let mut next = self.set(Setting::Figure(*figure), Some(*value), catalogue)?;
                next.give_reason(*figure, reason);
                Ok(next)
            }
            Edit::Name(name) => Ok(Self { given_name: as_name(name), ..self.clone() }),
            Edit::Case(case) => Ok(Self { case: case.clone(), ..self.clone() }),
            // The one that goes without saying stays unsaid.
            Edit::Refer(at) => {
                Ok(Self { reference: Some(*at).filter(|at| *at != catalogue.reference), ..self.clone() })
            }
            Edit::StartFrom(start) => Ok(self.start_from(*start, catalogue)),
            Edit::StandOn(baseline) => Ok(self.stand_on(*baseline, catalogue)),
            Edit::ResetAssumptions => {
                let without_baseline = Self { baseline: None, ..self.clone() };
                let others = assumptions(catalogue).filter(|setting| !is_view(*setting, catalogue));
                without_baseline.reset(&others.collect::<Vec<_>>(), catalogue)
            }
        }
    }

    fn set(&self, setting: Setting, value: Option<Decimal>, catalogue: &Catalogue) -> Result<Self, Refused> {
        check(setting, value, catalogue)?;
        self.with_plan(self.plan.clone().with(setting, value, catalogue), catalogue)
    }

    fn set_all(&self, settings: &[(Setting, Decimal)], catalogue: &Catalogue) -> Result<Self, Refused> {
        settings.iter().try_for_each(|(setting, value)| check(*setting, Some(*value), catalogue))?;
        let take = |plan: Plan, (setting, value): &(Setting, Decimal)| plan.with(*setting, Some(*value), catalogue);
        self.with_plan(settings.iter().fold(self.plan.clone(), take), catalogue)
    }

    fn reset(&self, settings: &[Setting], catalogue: &Catalogue) -> Result<Self, Refused> {
        let from = self.ready_made_plan(catalogue);
        let back = |plan: Plan, setting: &Setting| plan.with(*setting, from.value(*setting, catalogue), catalogue);
        self.with_plan(settings.iter().fold(self.plan.clone(), back), catalogue)
    }

    /// Takes a plan over if its rests hold, and forgets the reasons of figures that it does not replace.
    fn with_plan(&self, plan: Plan, catalogue: &Catalogue) -> Result<Self, Refused> {
        plan.check_rests(catalogue).map_err(Refused::Rest)?;
        let mut next = Self { plan, ..self.clone() };
        next.reasons.retain(|figure, _| next.plan.own(Setting::Figure(*figure)).is_some());
        Ok(next)
    }

    /// Keeps the reason of a replaced figure, as far as it fits.
    pub(super) fn give_reason(&mut self, figure: FigureId, reason: &str) {
        let reason = as_reason(reason);
        if reason.is_empty() || self.plan.own(Setting::Figure(figure)).is_none() {
            self.reasons.remove(&figure);
        } else {
            self.reasons.insert(figure, reason);
        }
    }

    fn start_from(&self, start: usize, catalogue: &Catalogue) -> Self {
        let from = ready_made_plan(start, None, catalogue);
        // Only one that is about more says in which scope it is looked at.
        let stays = |setting| catalogue.is_scope(setting) && from.own(setting).is_none();
        let policy = catalogue.settings().filter(|setting| is_policy(*setting, catalogue) && !stays(*setting));
        let take_over = |plan: Plan, setting| plan.with(setting, from.value(setting, catalogue), catalogue);
        Self { start, plan: policy.fold(self.plan.clone(), take_over), ..self.clone() }
    }

    fn stand_on(&self, baseline: usize, catalogue: &Catalogue) -> Self {
        let target = ready_made_plan(self.start, Some(baseline), catalogue);
        let take_over = |plan: Plan, id: AssumptionId| {
            let setting = Setting::Assumption(id);
            plan.with(setting, target.value(setting, catalogue), catalogue)
        };
        let plan = catalogue.decided_by(DecidedBy::Baseline).fold(self.plan.clone(), take_over);
        Self { baseline: Some(baseline), plan, ..self.clone() }
    }
}

/// The assumptions of the page, with the budgets by year.
pub fn assumptions(catalogue: &Catalogue) -> impl Iterator<Item = Setting> + '_ {
    catalogue.settings().filter(|setting| is_assumption(*setting, catalogue))
}

/// Whether a setting may have this value.
///
/// # Errors
/// Says why not.
pub fn check(setting: Setting, value: Option<Decimal>, catalogue: &Catalogue) -> Result<(), Refused> {
    let spec = catalogue.spec(setting);
    if let Setting::Figure(id) = setting {
        catalogue.figure(id).own.map_err(Refused::NotReplaceable)?;
    }
    match (spec.bounds, value, setting) {
        (Some(bounds), Some(value), _) => bounds.check(value).map(drop).map_err(Refused::Value),
        (_, None, _) if spec.open.is_some() => Ok(()),
        (_, None, Setting::Figure(_)) => Ok(()),
        _ => Err(Refused::Open),
    }
}

/// What a setting is called, with the measure or year it belongs to.
pub fn title(setting: Setting, catalogue: &Catalogue) -> String {
    let label = title_within(setting, catalogue);
    match (setting, catalogue.measure_of(setting)) {
        (Setting::Member(..), Some(measure)) => format!("{label} van {}", catalogue.measure(measure).name),
        _ => label,
    }
}

/// The same where the measure stands beside it.
pub fn title_within(setting: Setting, catalogue: &Catalogue) -> String {
    let label = catalogue.spec(setting).label;
    catalogue.year_of(setting).map_or_else(|| label.to_string(), |year| format!("{label} {}", year.number()))
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Value(why) => why.fmt(f),
            Self::Open => f.write_str("vul een getal in"),
            Self::NotReplaceable(Fixed::Rest) => {
                f.write_str("dit cijfer is altijd wat overblijft; vervang een van de delen")
            }
            Self::NotReplaceable(Fixed::Assumption) => f.write_str("verander dit bij de aannames"),
            Self::NotReplaceable(Fixed::Lever) => f.write_str("dit is de stand van nu van een knop; verzet die knop"),
            Self::NotReplaceable(Fixed::List) => f.write_str("dit cijfer kan niet vervangen worden"),
            Self::Rest(rest) => f.write_str(&rest.says),
        }
    }
}
