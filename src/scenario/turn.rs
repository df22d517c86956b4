//! A scenario with the figures of another edition.
//!
//! Invariant: nothing is converted. What the other edition has by the same id and in the same unit is taken over as it was
//! set; the rest is left out, and listed.

use rust_decimal::Decimal;

use super::Scenario;
use super::edit::{Edit, Refused, title};
use crate::model::catalogue::{Catalogue, Preset};
use crate::model::id::Setting;

/// A scenario in another edition than it was made in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Turned {
    /// What could be taken over.
    pub scenario: Scenario,
    /// What could not.
    pub left_out: Vec<LeftOut>,
}

/// Something that another edition cannot take over.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// What it is called in its own edition.
    pub name: String,
    /// Why it is left out.
    pub why: Why,
}

/// Why something is left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// There is no such ready-made scenario: what is used in its place.
    NoStart(String),
    /// There is no such ready-made baseline.
    NoBaseline,
    /// There is no such ready-made scenario to compare with.
    NoReference,
    /// There is no such setting.
    NoSetting,
    /// The setting is in another unit there.
    OtherUnit,
    /// The value is not allowed there.
    Refused(Refused),
}

/// A setting that both editions have: in the one, in the other, and where it is to stand.
type Shared = (Setting, Setting, Option<Decimal>);

/// A scenario of the edition `from` in the edition `to`: the same starting point, and the same changes to it.
pub fn turn(scenario: &Scenario, from: &Catalogue, to: &Catalogue) -> Turned {
    let (begin, mut left_out) = beginning(scenario, from, to);
    let mut turned = begin;
    let mut shared: Vec<Shared> = Vec::new();
    for setting in scenario.changes(from) {
        match counterpart(setting, from, to) {
            Ok(other) => shared.push((setting, other, scenario.plan.value(setting, from))),
            Err(why) => left_out.push(LeftOut { name: title(setting, from), why }),
        }
    }
    for (setting, why) in set(&mut turned, shared, to) {
        left_out.push(LeftOut { name: title(setting, from), why: Why::Refused(why) });
    }
    for (figure, reason) in scenario.reasons.iter() {
        if let Some(other) = to.figure_named(&from.figure(*figure).key) {
            turned.give_reason(other, reason);
        }
    }
    Turned { scenario: turned, left_out }
}

/// The starting point of a scenario as the other edition has it.
fn beginning(scenario: &Scenario, from: &Catalogue, to: &Catalogue) -> (Scenario, Vec<LeftOut>) {
    let mut left_out = Vec::new();
    let place = |known: &Preset, among: &[Preset]| among.iter().position(|preset| preset.id == known.id);
    let mut start = to.default_scenario();
    if let Some(known) = from.scenarios().get(scenario.start) {
        match place(known, to.scenarios()) {
            Some(at) => start = at,
            None => {
                let used = to.scenarios().get(start).map(|preset| preset.label.clone()).unwrap_or_default();
                left_out.push(LeftOut { name: known.label.clone(), why: Why::NoStart(used) });
            }
        }
    }
    let chosen = scenario.baseline.and_then(|at| from.baselines().get(at));
    let baseline = chosen.and_then(|known| place(known, to.baselines()));
    if let Some(known) = chosen.filter(|_| baseline.is_none()) {
        left_out.push(LeftOut { name: known.label.clone(), why: Why::NoBaseline });
    }
    let compared = scenario.reference.and_then(|at| from.scenarios().get(at));
    let reference = compared.and_then(|known| place(known, to.scenarios()));
    if let Some(known) = compared.filter(|_| reference.is_none()) {
        left_out.push(LeftOut { name: known.label.clone(), why: Why::NoReference });
    }
    let (given_name, case) = (scenario.given_name.clone(), scenario.case.clone());
    (Scenario { given_name, reference, case, ..Scenario::ready_made(start, baseline, to) }, left_out)
}

/// The same setting in another edition.
fn counterpart(setting: Setting, from: &Catalogue, to: &Catalogue) -> Result<Setting, Why> {
    let other = to.setting(&from.id_of(setting)).ok_or(Why::NoSetting)?;
    let same = from.spec(setting).unit == to.spec(other).unit;
    if same { Ok(other) } else { Err(Why::OtherUnit) }
}

/// Sets what is allowed, and gives back the rest with why. Own figures may make room for each other, so what is refused is
/// tried again for as long as anything else is taken.
fn set(scenario: &mut Scenario, mut shared: Vec<Shared>, to: &Catalogue) -> Vec<(Setting, Refused)> {
    loop {
        let mut refused = Vec::new();
        let before = shared.len();
        shared.retain(|(setting, other, value)| match scenario.apply(&Edit::Set(*other, *value), to) {
            Ok(next) => {
                *scenario = next;
                false
            }
            Err(why) => {
                refused.push((*setting, why));
                true
            }
        });
        if shared.len() == before {
            return refused;
        }
    }
}

impl LeftOut {
    /// What is left out and why, for the reader.
    pub fn in_words(&self) -> String {
        let name = &self.name;
        match &self.why {
            Why::NoStart(used) => {
                format!("Het scenario “{name}” is er niet; in plaats daarvan begint het bij “{used}”.")
            }
            Why::NoBaseline => format!("De kant-en-klare groei “{name}” is er niet."),
            Why::NoReference => format!("Het scenario “{name}” om mee te vergelijken is er niet."),
            Why::NoSetting => format!("“{name}” is er niet."),
            Why::OtherUnit => format!("“{name}” heeft er een andere eenheid."),
            Why::Refused(why) => format!("“{name}” past er niet: {why}."),
        }
    }
}
