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
