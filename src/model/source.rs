//! Where figures come from, and how much they can bear.

use serde::{Deserialize, Serialize};

/// A public document or page.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Stable id, for instance `001`.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Who published it.
    pub publisher: String,
    /// When, as precisely as known.
    pub date: String,
    /// Its address on the web, where known.
    pub address: Option<String>,
    /// What a reader should know about it.
    pub note: Option<String>,
}

/// A passage in a source.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// The id of the [`Source`]; the catalogue guarantees that it exists.
    pub source: String,
    /// Where to find it in the source.
    pub locator: String,
}

/// What is said where the sources say nothing.
pub const NOT_FOUND: &str = "Niet gevonden in de bronnen.";

/// A sentence in our own words, with the passage that its facts come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Statement {
    /// What it says.
    pub text: String,
    /// Where its facts stand; none where no document holds them.
    pub passage: Option<Passage>,
}

impl Statement {
    /// Whether the sources say anything.
    pub fn is_found(&self) -> bool {
        self.text != NOT_FOUND
    }

    /// The sentence with its place in a source.
    pub fn told(&self) -> String {
        match &self.passage {
            Some(Passage { source, locator }) => format!("{} (Bron {source}: “{locator}”.)", self.text),
            None => self.text.clone(),
        }
    }
}

/// What a number rests on, from strong to weak.
///
/// The user's own figure is the weakest: no document of ours shows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Status {
    /// It stands in a source.
    Bron,
    /// Computed from sources.
    Afgeleid,
    /// Assumed.
    Aanname,
    /// Entered by the user.
    EigenInvoer,
}

impl Status {
    /// All of them, strongest first.
    pub const ALL: [Self; 4] = [Self::Bron, Self::Afgeleid, Self::Aanname, Self::EigenInvoer];

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Bron => "bron",
            Self::Afgeleid => "afgeleid",
            Self::Aanname => "aanname",
            Self::EigenInvoer => "eigen invoer",
        }
    }
}
