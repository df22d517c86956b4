//! What of the monitor somebody wants to see.

use crate::model::monitor::{Chart, Monitor, Subject};

/// What somebody wants to see.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wanted {
    /// All there is.
    All,
    /// The subject with this id.
    Subject(String),
    /// Every chart in which these words stand, in any order; all there is where there are none.
    Words(String),
}

/// The charts that are wanted, by subject.
pub fn find<'m>(monitor: &'m Monitor, wanted: &Wanted) -> Vec<(&'m Subject, Vec<&'m Chart>)> {
    let is_wanted = |subject: &Subject, chart: &Chart| match wanted {
        Wanted::All => true,
        Wanted::Subject(id) => subject.id == *id,
        Wanted::Words(words) => holds(subject, chart, &words.to_lowercase()),
    };
    let of_subject = |subject: &'m Subject| {
        let charts: Vec<&Chart> = subject.charts.iter().filter(|chart| is_wanted(subject, chart)).collect();
        (!charts.is_empty()).then_some((subject, charts))
    };
    monitor.subjects.iter().filter_map(of_subject).collect()
}

/// Whether each of some words stands in what a chart says, or in its subject.
fn holds(subject: &Subject, chart: &Chart, words: &str) -> bool {
    let names = chart.series.iter().map(|series| series.name.as_str());
    let says: Vec<&str> =
        [&subject.title, &chart.title, &chart.caveat].map(String::as_str).into_iter().chain(names).collect();
    let says = says.join(" ").to_lowercase();
    words.split_whitespace().all(|word| says.contains(word))
}
