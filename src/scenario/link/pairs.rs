//! What a scenario is, in pairs of id and value: where it starts, what differs from that, and why.

use super::keys;
use crate::model::catalogue::{Catalogue, Preset};
use crate::model::id::Setting;
use crate::model::role::InputRole;
use crate::scenario::{OUTLOOK, Scenario, outlook};

/// The ready-made scenario and baseline that a link has to name.
pub fn start(scenario: &Scenario, catalogue: &Catalogue) -> Vec<(String, String)> {
    let named = |key: &str, preset: &Preset| (key.to_string(), preset.id.clone());
    let start = catalogue.scenarios().get(scenario.start).filter(|_| scenario.start != catalogue.default_scenario());
    let baseline = scenario.baseline.and_then(|at| catalogue.baselines().get(at));
    let start = start.map(|preset| named(keys::START, preset));
    start.into_iter().chain(baseline.map(|preset| named(keys::BASELINE, preset))).collect()
}

/// What it is called, what it is compared with and the case beside it, where that is said.
pub fn said(scenario: &Scenario, catalogue: &Catalogue) -> Vec<(String, String)> {
    let name = Some(scenario.given_name.clone()).filter(|name| !name.is_empty());
    let reference = scenario.reference.map(|_| scenario.reference(catalogue).id.clone());
    let keyed = |key: &str, value: Option<String>| value.map(|value| (key.to_string(), value));
    let case = Some(scenario.case.clone()).filter(|case| !case.is_empty());
    let said = [keyed(keys::NAME, name), keyed(keys::REFERENCE, reference), keyed(keys::CASE, case)];
    said.into_iter().flatten().collect()
}

/// The settings that a link names, in the order of the page's tables. The outlook where it is not what everything opens on,
/// and a wider scope in any case: who reads it has to know which figures it needs.
pub fn settings(scenario: &Scenario, catalogue: &Catalogue) -> Vec<Setting> {
    let outlook = outlook(catalogue);
    let mut settings = scenario.changes(catalogue);
    settings.retain(|setting| Some(*setting) != outlook);
    let outlook = outlook.filter(|outlook| scenario.plan.value(*outlook, catalogue) != Some(OUTLOOK));
    let scope = catalogue.played(InputRole::Scope).filter(|scope| scenario.plan.own(*scope).is_some());
    for view in [outlook, scope].into_iter().flatten() {
        if let Err(place) = settings.binary_search(&view) {
            settings.insert(place, view);
        }
    }
    settings
}

/// The value of a setting as links write it: the shortest way, nothing where it is left open; of the scope its name.
pub fn value(setting: Setting, scenario: &Scenario, catalogue: &Catalogue) -> String {
    let value = scenario.plan.value(setting, catalogue);
    match value {
        Some(scope) if catalogue.is_scope(setting) => catalogue.pack_in(scope).scope.clone(),
        value => value.map_or_else(String::new, |value| value.normalize().to_string()),
    }
}

/// The reasons of own figures, by the key they have in a link.
pub fn reasons<'s>(scenario: &'s Scenario, catalogue: &'s Catalogue) -> impl Iterator<Item = (String, &'s str)> {
    let key = |figure| format!("{}{}", keys::REASON, catalogue.figure(figure).key);
    scenario.reasons.iter().map(move |(figure, reason)| (key(*figure), reason.as_str()))
}
