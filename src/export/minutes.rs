//! The steps of a session as minutes: what was tried, and what each step did to the deficit.

use super::About;
use super::document::{Block, Document, Table};
use super::signs::{Favourable, NOTE, THOUSAND, told};
use crate::model::money::Money;

/// A step.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it did, in a few words.
    pub what: String,
    /// The deficit of the last year after it, in the outlook that was shown.
    pub deficit: Money,
    /// Why its deficit cannot be held against that before it; none where it can.
    pub apart: Option<&'static str>,
}

/// Of which session.
pub struct Minutes<'a> {
    /// What it led to.
    pub about: &'a About,
    /// With which figures, in words.
    pub figures: String,
    /// Who made it; a place to fill in where it is empty.
    pub maker: &'a str,
    /// The last year.
    pub year: i32,
    /// The steps; the first is where it began.
    pub steps: &'a [Step],
}

/// The text.
pub fn write(minutes: &Minutes<'_>) -> Document {
    let about = minutes.about;
    let maker = if minutes.maker.trim().is_empty() { "(in te vullen)" } else { minutes.maker.trim() };
    let lines = [
        ("Datum", about.date.as_str()),
        ("Scenario aan het eind", &about.name),
        ("Berekend met", &minutes.figures),
        ("Gemaakt door", maker),
    ];
    Document {
        title: "Verslag van de stappen".to_string(),
        about: format!("Verslag, scenario {}, {}", about.name, about.date),
        blocks: vec![
            Block::Paragraph(lines.map(|(name, text)| format!("{name}: {text}")).join("\n")),
            Block::Table(table(minutes)),
            Block::Link("Het scenario aan het eind openen en narekenen:".to_string(), about.link.clone()),
        ],
    }
}

/// A row for each step, with how much the deficit is more or less than after the one before.
fn table(minutes: &Minutes<'_>) -> Table {
    let row = |(at, step): (usize, &Step)| {
        let before = at.checked_sub(1).and_then(|before| minutes.steps.get(before));
        let difference = match (before, step.apart) {
            (None, _) => String::new(),
            (Some(_), Some(why)) => why.to_string(),
            (Some(before), None) => told(step.deficit - before.deficit, Favourable::Less, THOUSAND),
        };
        vec![format!("{at}. {}", step.what), told(step.deficit, Favourable::Less, THOUSAND), difference]
    };
    Table {
        caption: format!("Tekort in {}, en het verschil met de stap ervoor. {NOTE}", minutes.year),
        head: vec!["Stap".to_string(), format!("Tekort {}", minutes.year), "Verschil".to_string()],
        rows: minutes.steps.iter().enumerate().map(row).collect(),
        words: 1,
    }
}
