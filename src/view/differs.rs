//! Differences between scenarios in a few words.

use super::{format, words};
use crate::analysis::change::{Moved, moved};
use crate::model::catalogue::Catalogue;
use crate::scenario::edit::title;
use crate::scenario::{Scenario, is_choice, is_view};

/// How many differences are told one by one.
const TOLD: usize = 3;

/// How a scenario differs from its reference, after its name: ": 3 keuzes anders dan Actieplan 2019: …".
pub fn beside_reference(catalogue: &Catalogue, scenario: &Scenario) -> String {
    let reference = scenario.reference(catalogue);
    let mut moved = moved(catalogue, &reference.plan, scenario.plan());
    // How one looks at it is no difference of the scenario.
    moved.retain(|one| !is_view(one.setting, catalogue));
    let choices = moved.iter().filter(|one| is_choice(one.setting, catalogue)).count();
    let parts = [
        counted(choices, "keuze", "keuzes"),
        counted(moved.len() - choices, "aanname of cijfer", "aannames of cijfers"),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    if parts.is_empty() {
        return format!(" is gelijk aan {}.", reference.label);
    }
    let more = moved.len().saturating_sub(TOLD);
    let more = (more > 0).then(|| format!("en {more} andere"));
    let steps: Vec<String> = moved.iter().take(TOLD).map(|one| step(one, catalogue)).chain(more).collect();
    format!(": {} anders dan {}: {}.", words::list(&parts), reference.label, steps.join("; "))
}

/// So many of something; none of nothing.
pub fn counted(count: usize, one: &str, many: &str) -> Option<String> {
    (count > 0).then(|| format!("{count} {}", if count == 1 { one } else { many }))
}

/// A setting that moved: "POH-jeugd 5,5 → 9,5 fte".
pub fn step(moved: &Moved, catalogue: &Catalogue) -> String {
    let unit = catalogue.spec(moved.setting).unit;
    let from = moved
        .from
        .map_or_else(|| words::open(moved.setting, catalogue).to_string(), |value| format::field(value, unit));
    let to =
        moved.to.map_or_else(|| words::open(moved.setting, catalogue).to_string(), |value| format::value(value, unit));
    format!("{} {from} → {to}", title(moved.setting, catalogue))
}
