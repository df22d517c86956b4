//! What the simulator is about, for the texts around the figures.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::phrase::capitalised;

/// A municipality with its plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// The municipality.
    pub municipality: String,
    /// What the plan is about, as it stands in a sentence: "jeugdhulp".
    pub subject: String,
    /// The plan whose measures these are, with its year.
    pub plan: String,
    /// What kind of plan it is, as it stands in a sentence: "actieplan".
    pub kind_of_plan: String,
    /// The year of "now", from which the plan looks ahead.
    pub seen_from: String,
    /// What of the municipality's tasks it covers, by its stable name in links and for other programs.
    pub scope: String,
    /// The same where one of them is chosen: "Hele sociaal domein".
    pub choice: String,
    /// Whether its figures may still change: no link of it is promised to reproduce yet.
    pub is_concept: bool,
    /// What every reader should know of the sources of the plan, in sentences.
    pub about_sources: String,
    /// What published amounts of care in kind are about, as a title.
    pub in_kind: String,
    /// In prices of which year the amounts of measures are, as a sentence.
    pub prices: String,
    /// Against which budget the deficit stands, as a sentence.
    pub budget: String,
    /// How far the axes of the charts go.
    pub axes: Axes,
}

/// How far axes go, in euros. All hold 0.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Axes {
    /// Of the net saving of a year, as far as it grows before anything is past it.
    pub saving: RangeInclusive<Decimal>,
    /// Of the deficit of a year, likewise.
    pub deficit: RangeInclusive<Decimal>,
    /// Of the net saving, as it opens: with what the ready-made scenarios need in both outlooks.
    pub opening_saving: RangeInclusive<Decimal>,
    /// Of the deficit, as it opens.
    pub opening_deficit: RangeInclusive<Decimal>,
}

impl Pack {
    /// The name of the simulator, whatever the municipality.
    pub fn name(&self) -> String {
        format!("Begrotingssimulator {}", self.subject)
    }

    /// The name of the simulator with its municipality.
    pub fn title(&self) -> String {
        format!("{} {}", self.name(), self.municipality)
    }

    /// The subject with its municipality, as it begins a title.
    pub fn heading(&self) -> String {
        format!("{} {}", capitalised(&self.subject), self.municipality)
    }
}
