//! The range of the present scenario.

use std::rc::Rc;

use yew::prelude::*;

use super::edition::Edition;
use super::same::Same;
use super::words;
use crate::analysis::range::Bands;
use crate::model::projection::Total;
use crate::scenario::Scenario;

/// What the runs of a scenario come to.
#[derive(Clone, PartialEq)]
pub struct Outlook {
    /// The edition of the scenario.
    pub edition: Rc<Edition>,
    /// The scenario that was run: while a slider moves, the page may be ahead of it.
    pub scenario: Same<Scenario>,
    /// Which realisation the runs count on.
    pub title: &'static str,
    /// Of the deficit.
    pub deficit: Bands,
    /// Of the savings of all measures.
    pub savings: Bands,
}

impl Outlook {
    /// The outcome of the runs of a scenario by the bands of all results; none where these are not whole.
    pub fn of(bands: &[f64], edition: Rc<Edition>, scenario: Rc<Scenario>) -> Option<Self> {
        let catalogue = &edition.catalogue;
        let title = words::band_title(catalogue, scenario.plan());
        let [deficit, savings] =
            [Total::Deficit, Total::Savings].map(|total| Bands::of(total, bands, catalogue.horizon()));
        Some(Self { scenario: scenario.into(), title, deficit: deficit?, savings: savings?, edition })
    }
}

/// The range of the present scenario, which the app provides; none before the first run.
#[hook]
pub fn use_outlook() -> Option<Outlook> {
    use_context::<Option<Outlook>>().flatten()
}
