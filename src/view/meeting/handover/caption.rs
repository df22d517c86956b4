//! What goes along with everything that is handed over: the outcome in a sentence.

use super::handed::Handed;
use crate::model::money::Money;
use crate::model::projection::Total;
use crate::view::{format, words};

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
