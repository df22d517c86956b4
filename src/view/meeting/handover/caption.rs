//! What goes along with everything that is handed over: the outcome in a sentence, a name for the file.

use super::handed::Handed;
use crate::model::catalogue::Catalogue;
use crate::model::money::Money;
use crate::model::projection::Total;
use crate::view::{format, words};

/// The longest name of a file, without its end, in characters.
const FILE_NAME: usize = 70;

/// What the measures do in the last year in the outlook that the page showed, and what deficit is left against which budget.
pub fn outcome(handed: &Handed) -> String {
    let (last, horizon) = (handed.projection.last(), handed.projection.horizon());
    let less = last.net_saving;
    let (word, size) = if less < Money::zero() { ("meer", Money::zero() - less) } else { ("minder", less) };
    let (name, left) = words::deficit(last.total(Total::Deficit));
    format!(
        "{}: in {} {} {word} kosten dan zonder maatregelen. Er blijft dan een {} van {} {}.",
        handed.title(),
        horizon.last().number(),
        format::millions(size),
        name.to_lowercase(),
        format::millions(left),
        handed.budget
    )
}

/// A file name that every system takes.
pub fn file_name(handed: &Handed, what: &str, end: &str, catalogue: &Catalogue) -> String {
    let plain = handed.about.name.to_lowercase().replace(|sign: char| !sign.is_alphanumeric(), " ");
    let words: Vec<&str> =
        catalogue.pack_of(handed.scenario.plan()).subject.split_whitespace().chain(plain.split_whitespace()).collect();
    let name: String = words.join("-").chars().take(FILE_NAME).collect();
    format!("{}{what}.{end}", name.trim_end_matches('-'))
}
