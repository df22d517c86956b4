//! The rooms of the second program.

use super::edition::part;
use crate::model::{calculators, monitor};

/// What people do beside moving levers: with scenarios, and with questions about the one on the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Room {
    /// Keep scenarios in this browser.
    Saved,
    /// Put scenarios side by side.
    Compare,
    /// Give one away: on paper, as a file, as a picture.
    HandOver,
    /// Look what one comes to with the figures of now.
    Now,
    /// Reach a target.
    Goal,
    /// What moves the outcome most.
    Influence,
    /// What came of earlier plans, and what really happened.
    Earlier,
    /// Work out what one case costs, and who pays.
    Case,
    /// Work out what leaving benefits saves.
    Benefit,
    /// All figures and their sources.
    Figures,
    /// What was measured of the social domain.
    Monitor,
    /// What the scenario is called, where it begins and how it came about.
    Scenario,
    /// Where the outcome comes from.
    Outcome,
    /// How a number is made.
    Explain,
    /// Tell it to a room full of people.
    Present,
}

impl Room {
    /// What to do with scenarios, in the order of their doors.
    pub const SCENARIOS: [Self; 3] = [Self::Saved, Self::Compare, Self::HandOver];

    /// What to do with the scenario on the page, where its doors stand in the header.
    pub const IN_HEADER: [Self; 3] = [Self::Compare, Self::HandOver, Self::Present];

    /// The same where they stand in a list with all there is.
    pub const IN_MENU: [Self; 4] = [Self::Saved, Self::Compare, Self::HandOver, Self::Present];

    /// What to ask, in the order of their doors: about the scenario on the page, and last what an edition need not have.
    const QUESTIONS: [Self; 5] = [Self::Goal, Self::Influence, Self::Earlier, Self::Figures, Self::Monitor];

    /// The questions of an edition.
    pub fn questions(edition: &str) -> &'static [Self] {
        // Cannot fail: the last is among them.
        let always = Self::QUESTIONS.len() - 1;
        if part::has(edition, monitor::PART) { &Self::QUESTIONS } else { &Self::QUESTIONS[..always] }
    }

    /// What to work out beside the scenario.
    const BESIDE: [Self; 2] = [Self::Case, Self::Benefit];

    /// The same with the tables of an edition, where it has them.
    pub fn calculators(edition: &str) -> &'static [Self] {
        if part::has(edition, calculators::PART) { &Self::BESIDE } else { &[] }
    }

    /// The room with this id; an id nobody knows is the first.
    pub fn of(id: &str) -> Self {
        let doors = Self::SCENARIOS.into_iter().chain(Self::QUESTIONS).chain(Self::BESIDE);
        let all = doors.chain([Self::Now, Self::Scenario, Self::Outcome, Self::Explain, Self::Present]);
        all.into_iter().find(|room| room.id() == id).unwrap_or(Self::Saved)
    }

    /// What the two programs call it between them.
    pub fn id(self) -> &'static str {
        match self {
            Self::Saved => "saved",
            Self::Compare => "compare",
            Self::HandOver => "hand-over",
            Self::Now => "now",
            Self::Goal => "goal",
            Self::Influence => "influence",
            Self::Earlier => "earlier",
            Self::Case => "case",
            Self::Benefit => "benefit",
            Self::Figures => "figures",
            Self::Monitor => "monitor",
            Self::Scenario => "scenario",
            Self::Outcome => "outcome",
            Self::Explain => "explain",
            Self::Present => "present",
        }
    }

    /// What its door says.
    pub fn door(self) -> &'static str {
        match self {
            Self::Saved => "Bewaren",
            Self::Compare => "Vergelijk",
            Self::HandOver => "Deel",
            Self::Now => "Met de cijfers van nu",
            Self::Goal => "Doel",
            Self::Influence => "Wat telt het meest",
            Self::Earlier => "Eerdere plannen",
            Self::Case => "Reken een casus door",
            Self::Benefit => "Participatiewet",
            Self::Figures => "Bronnen",
            Self::Monitor => "Monitor",
            Self::Scenario => "Scenario",
            Self::Outcome => "Waar komt het tekort vandaan?",
            Self::Explain => "Hoe is dit berekend?",
            Self::Present => "Presenteer",
        }
    }

    /// What it is headed.
    pub fn heading(self) -> &'static str {
        match self {
            Self::Saved => "Scenario’s bewaren",
            Self::Compare => "Scenario’s vergelijken",
            Self::Goal => "Hoe halen we een doel?",
            Self::Influence => "Wat telt het meest?",
            Self::Earlier => "Eerdere plannen, en wat er echt gebeurde",
            Self::Figures => "Cijfers en bronnen",
            Self::Monitor => "Monitor: wat is er gemeten?",
            Self::HandOver => "Delen en afdrukken",
            Self::Outcome => "Waar komt de uitkomst vandaan?",
            Self::Benefit => "Wat scheelt het als iemand uit de bijstand gaat?",
            Self::Now | Self::Scenario | Self::Case | Self::Explain | Self::Present => self.door(),
        }
    }

    /// Whether it is a sheet about what the page shows: it goes along with that, and what it holds is explained over it.
    pub fn is_sheet(self) -> bool {
        matches!(self, Self::Scenario | Self::Outcome)
    }

    /// The rooms of an edition it has doors to, with itself among them; none where it asks for one choice.
    pub fn row(self, edition: &str) -> &'static [Self] {
        if Self::SCENARIOS.contains(&self) {
            &Self::SCENARIOS
        } else if Self::QUESTIONS.contains(&self) {
            Self::questions(edition)
        } else if Self::BESIDE.contains(&self) {
            Self::calculators(edition)
        } else {
            &[]
        }
    }
}
