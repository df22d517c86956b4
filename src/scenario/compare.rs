//! Scenarios side by side: in which settings they differ, and their policy apart from their assumptions.
//!
//! Invariant: every setting is either a choice or an assumption, never both.

use rust_decimal::Decimal;

use super::edit::assumptions;
use super::{is_choice, settings_of};
use crate::model::bounds::Unit;
use crate::model::catalogue::Catalogue;
use crate::model::id::Setting;
use crate::model::plan::Plan;

/// The choices of one plan with the assumptions of another. Its own figures all come from the other, so that a rest
/// that holds there holds here.
pub fn under(choices: &Plan, assumed: &Plan, catalogue: &Catalogue) -> Plan {
    let chosen = choices.differing().filter(|(setting, _)| is_choice(*setting, catalogue));
    let assumed = assumed.differing().filter(|(setting, _)| !is_choice(*setting, catalogue));
    chosen.chain(assumed).fold(Plan::default(), |plan, (setting, value)| plan.with(setting, Some(value), catalogue))
}

/// Where a scenario has a setting.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stand {
    /// At a value, in the unit of the setting.
    At(Decimal),
    /// Left open.
    Open,
    /// A figure that no source gives and the user did not fill in: unknown is not zero.
    Unknown,
}

impl Stand {
    fn of(setting: Setting, plan: &Plan, catalogue: &Catalogue) -> Self {
        let placeholder = matches!(setting, Setting::Figure(figure) if catalogue.is_placeholder(figure));
        match plan.value(setting, catalogue) {
            Some(_) if placeholder && plan.own(setting).is_none() => Self::Unknown,
            Some(value) => Self::At(value),
            None => Self::Open,
        }
    }

    fn value(self) -> Option<Decimal> {
        match self {
            Self::At(value) => Some(value),
            Self::Open | Self::Unknown => None,
        }
    }
}

/// How far some values lie apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spread {
    /// The lowest value.
    pub lowest: Decimal,
    /// The highest value.
    pub highest: Decimal,
    /// Their sum over their number.
    pub average: Decimal,
    /// How many values there are.
    pub over: usize,
}

impl Spread {
    /// The spread of some values; none where there are none.
    pub fn of(values: &[Decimal]) -> Option<Self> {
        let (lowest, highest) = (*values.iter().min()?, *values.iter().max()?);
        let average = values.iter().sum::<Decimal>() / Decimal::from(values.len());
        Some(Self { lowest, highest, average, over: values.len() })
    }
}

/// A setting that not all scenarios have at the same value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The setting.
    pub setting: Setting,
    /// Where each scenario has it, in the order they came in.
    pub stands: Vec<Stand>,
    /// How far the known values lie apart; none of what is on or off.
    pub spread: Option<Spread>,
}

/// The settings in which plans differ: by measure, then the assumptions, then the own figures.
pub fn differences(plans: &[&Plan], catalogue: &Catalogue) -> Vec<Difference> {
    let choices = catalogue.measure_ids().flat_map(|measure| settings_of(measure, catalogue));
    let figures = catalogue.figure_ids().map(Setting::Figure);
    let difference = |setting: Setting| {
        let stands: Vec<Stand> = plans.iter().map(|plan| Stand::of(setting, plan, catalogue)).collect();
        let differs = stands.windows(2).any(|pair| pair[0] != pair[1]);
        differs.then(|| Difference { setting, spread: spread(setting, &stands, catalogue), stands })
    };
    choices.chain(assumptions(catalogue)).chain(figures).filter_map(difference).collect()
}

fn spread(setting: Setting, stands: &[Stand], catalogue: &Catalogue) -> Option<Spread> {
    let values: Vec<Decimal> = stands.iter().filter_map(|stand| stand.value()).collect();
    if catalogue.spec(setting).unit == Unit::Switch { None } else { Spread::of(&values) }
}
