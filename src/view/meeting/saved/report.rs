//! What was done, in sentences.

use std::collections::BTreeSet;

use js_sys::Date;

use crate::export::library::file::{Doubt, NoScenarios, Reading};
use crate::export::library::{Change, Kept};
use crate::view::words;

/// This moment as it is kept.
pub fn now() -> String {
    Date::new_0().to_iso_string().into()
}

/// The name of a file that is downloaded today.
pub fn file_name(what: &str) -> String {
    let today = Date::new_0();
    format!("ombuigen-{what}-{}-{:02}-{:02}.json", today.get_full_year(), today.get_month() + 1, today.get_date())
}

/// Scenarios by a number: "1 scenario", "3 scenario’s".
pub fn scenarios(count: usize) -> String {
    if count == 1 { "1 scenario".to_string() } else { format!("{count} scenario’s") }
}

/// What an edit did.
pub fn done(change: &Change) -> String {
    match (change.removed.as_slice(), change.added.as_slice()) {
        ([], []) => "Er is niets veranderd.".to_string(),
        ([], [new]) => format!("“{}” is bewaard.", new.name),
        ([old], []) => format!("“{}” is verwijderd.", old.name),
        ([old], [new]) if old.link != new.link => format!("“{}” is vervangen.", new.name),
        ([old], [new]) if old.name != new.name => format!("“{}” heet nu “{}”.", old.name, new.name),
        ([_], [new]) => format!("De notitie bij “{}” is gewijzigd.", new.name),
        (removed, added) => format!("{} verwijderd en {} bewaard.", scenarios(removed.len()), scenarios(added.len())),
    }
}

/// What taking an edit back did.
pub fn undone(change: &Change) -> String {
    let gone = change.removed.iter().filter(|kept| !change.added.iter().any(|back| back.name == kept.name));
    let gone = gone.map(|kept| kept.name.as_str());
    let back = change.added.iter().map(|kept| kept.name.as_str());
    let said = |names: Vec<&str>, one: &str, many: &str| match names.as_slice() {
        [] => None,
        [name] => Some(format!("“{name}” {one}.")),
        names => Some(format!("{} {many}.", scenarios(names.len()))),
    };
    let gone = said(gone.collect(), "staat niet meer in de lijst", "staan niet meer in de lijst");
    let back = said(back.collect(), "staat er weer zoals het was", "staan er weer zoals ze waren");
    match [back, gone].into_iter().flatten().collect::<Vec<_>>().join(" ") {
        nothing if nothing.is_empty() => {
            "Er was niets meer ongedaan te maken: het is intussen ergens anders gewijzigd.".to_string()
        }
        said => format!("Ongedaan gemaakt. {said}"),
    }
}

/// Why nothing came from a file.
pub fn not_imported(why: NoScenarios) -> String {
    format!("Uit dit bestand is niets overgenomen: {why}")
}

/// What came from a file.
pub fn imported(reading: &Reading, change: &Change) -> String {
    let there = reading.kept.len() - change.added.len();
    let mut said = match (change.added.len(), there) {
        (0, 0) => vec!["In het bestand staan geen scenario’s.".to_string()],
        (0, there) => vec![format!("Alles wat in het bestand staat, was er al: {}.", scenarios(there))],
        (added, 0) => vec![format!("{} toegevoegd.", scenarios(added))],
        (added, there) => vec![format!("{} toegevoegd, {} er al.", scenarios(added), were(there))],
    };
    said.extend(numbered(&reading.kept, &change.added));
    said.extend(reading.doubts.iter().map(Doubt::to_string));
    said.join(" ")
}

fn were(count: usize) -> String {
    if count == 1 { "1 was".to_string() } else { format!("{count} waren") }
}

/// Which ones got a number because their name was taken.
fn numbered(read: &[Kept], added: &[Kept]) -> Option<String> {
    let names: BTreeSet<&str> = read.iter().map(|kept| kept.name.as_str()).collect();
    let other: Vec<&Kept> = added.iter().filter(|kept| !names.contains(kept.name.as_str())).collect();
    let quoted: Vec<String> = other.iter().take(SHOWN).map(|kept| format!("“{}”", kept.name)).collect();
    let more = other.len().saturating_sub(SHOWN);
    let more = (more > 0).then(|| format!("nog {more}"));
    let names = words::list(&quoted.into_iter().chain(more).collect::<Vec<_>>());
    (!other.is_empty()).then(|| format!("De naam bestond al voor een ander scenario, daarom met een nummer: {names}."))
}

/// The most names worth saying.
const SHOWN: usize = 5;
