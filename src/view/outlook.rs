//! The range of the present scenario, and the share of its runs that meet a target.

use std::rc::Rc;

use yew::prelude::*;

use super::desk::use_desk;
use super::edition::Edition;
use super::rest::use_pending;
use super::same::Same;
use super::words;
use crate::analysis::goal::Target;
use crate::analysis::range::Bands;
use crate::model::projection::Total;
use crate::scenario::Scenario;

/// A target and the scenario of which it is asked.
type Asked = (Target, Same<Scenario>);

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

/// The share of the runs that meet a target; none until it is known.
#[hook]
pub fn use_share(target: Target) -> Option<f64> {
    let (desk, outlook) = (use_desk(), use_outlook());
    let known = use_state_eq(|| None::<(Asked, f64)>);
    let question = outlook.map(|outlook| (target, outlook.scenario));
    use_pending(question.is_some() && question.as_ref() != known.as_ref().map(|(of, _)| of));
    {
        let known = known.clone();
        use_effect_with(question, move |question| {
            let Some(question) = question.clone() else { return };
            let told = Callback::from(move |share| known.set(Some((question.clone(), share))));
            desk.ask_share.emit((target, told));
        });
    }
    // While the next scenario is counted, the share of the one before stands.
    known.as_ref().filter(|((of, _), _)| *of == target).map(|(_, share)| *share)
}
