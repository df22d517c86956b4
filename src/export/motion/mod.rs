//! A scenario as a text for a motion: what it changes, what it saves and costs per year, whom it touches, and on what that rests.
//!
//! Invariant: no amount stands in it that is not a result of the scenario, as the page shows it or in thousands of that.

mod amounts;
mod changes;
mod extent;
mod people;

pub use self::extent::Extent;
use crate::export::document::{Block, Document};
use crate::export::{Given, caution};
use crate::model::source::Source;

/// What the user writes in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OwnWords {
    /// Above it; the name of the scenario where it is empty.
    pub title: String,
    /// Who brings it; a place to fill in where it is empty.
    pub author: String,
    /// Why; left out where it is empty.
    pub why: String,
}

/// The text.
pub fn write(given: &Given<'_>, own: &OwnWords, extent: Extent) -> Document {
    let about = given.about;
    let parts = [
        facts(given, own),
        why(own),
        amounts::of_scenario(given),
        changes::of_scenario(given),
        amounts::of_measures(given),
        people::of_scenario(given, extent),
        basis(given, extent),
    ];
    let title = [own.title.trim(), &about.name].into_iter().find(|title| !title.is_empty()).unwrap_or_default();
    Document {
        title: title.to_string(),
        about: format!("Scenario {}, {}", about.name, about.date),
        blocks: parts.into_iter().flatten().collect(),
    }
}

/// Of whom it is, and on which figures.
fn facts(given: &Given<'_>, own: &OwnWords) -> Vec<Block> {
    let (about, catalogue) = (given.about, given.catalogue);
    let author = if own.author.trim().is_empty() { "(in te vullen)" } else { own.author.trim() };
    let figures =
        format!("{}, cijfers {}", catalogue.pack_of(given.scenario.plan()).title(), catalogue.edition_in_words());
    let entered = given.scenario.own_figures(given.catalogue).count();
    let own_figures = match entered {
        0 => "geen".to_string(),
        some => format!("{some}, zie “Eigen cijfers”"),
    };
    let lines = [
        ("Scenario", &about.name),
        ("Ingediend door", &author.to_string()),
        ("Datum", &about.date),
        ("Berekend met", &figures),
        ("Eigen cijfers", &own_figures),
    ];
    vec![Block::Paragraph(lines.map(|(name, text)| format!("{name}: {text}")).join("\n"))]
}

fn why(own: &OwnWords) -> Vec<Block> {
    match own.why.trim() {
        "" => Vec::new(),
        why => vec![heading("Overwegingen"), Block::Paragraph(why.to_string())],
    }
}

/// What the amounts rest on, the documents behind them, and the way to open them again.
fn basis(given: &Given<'_>, extent: Extent) -> Vec<Block> {
    let catalogue = given.catalogue;
    let document = |source: &Source| format!("{} ({}, {})", source.title, source.publisher, source.date);
    let documents: Vec<String> = catalogue.sources_named().map(document).collect();
    let sources = match extent {
        Extent::Whole => Block::Points(documents),
        Extent::Brief => Block::Paragraph(format!("{}.", documents.join("; "))),
    };
    let pack = catalogue.pack();
    vec![
        heading("Waar het op rust"),
        Block::Paragraph([caution(given).as_str(), &pack.prices, &pack.budget].join(" ")),
        heading("Bronnen"),
        sources,
        Block::Link("Dit scenario openen en narekenen:".to_string(), given.about.link.clone()),
    ]
}

fn heading(text: &str) -> Block {
    Block::Heading(text.to_string())
}
