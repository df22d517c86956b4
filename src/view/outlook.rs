//! The range of the present scenario. Ten thousand runs take about as long as a frame, so another thread does them: the
//! page shows the exact results at once, and the range follows.

use js_sys::Float64Array;
use wasm_bindgen::{JsCast, JsValue};
use yew::prelude::*;

use super::runner::Runner;
use super::session::Session;
use super::words;
use crate::analysis::range::{Bands, place, share};
use crate::model::catalogue::Catalogue;
use crate::model::projection::Total;
use crate::model::year::Year;
use crate::scenario::link;

/// What the runs of a scenario come to.
#[derive(Clone, PartialEq)]
pub struct Outlook {
    /// The link of the scenario that was run: while a slider moves, the page may be ahead of it.
    pub link: AttrValue,
    /// Which realisation the runs count on.
    pub title: &'static str,
    /// Of the deficit.
    pub deficit: Bands,
    /// Of the savings of all measures.
    pub savings: Bands,
    /// Every outcome, as [`crate::analysis::range::Runs::all`] gives them; a `Float64Array`.
    runs: JsValue,
}

impl Outlook {
    /// The outcome of the runs of a link; none where they are not whole.
    pub fn of(link: &str, bands: &[f64], runs: Float64Array, catalogue: &Catalogue) -> Option<Self> {
        Some(Self {
            link: link.to_string().into(),
            title: words::band_title(catalogue, link::read(link, catalogue).scenario.plan()),
            deficit: Bands::of(Total::Deficit, bands)?,
            savings: Bands::of(Total::Savings, bands)?,
            runs: runs.into(),
        })
    }

    /// The share of the runs in which a result of a year, in euros, holds.
    pub fn share(&self, figure: Total, year: Year, holds: impl Fn(f64) -> bool) -> Option<f64> {
        let place = place(figure, year)?;
        let runs = self.runs.unchecked_ref::<Float64Array>().subarray(place.start as u32, place.end as u32).to_vec();
        Some(share(&runs, holds))
    }
}

/// The range of the session as last run; none before the first.
#[hook]
pub fn use_runs(session: &Session) -> Option<Outlook> {
    let outlook = use_state_eq(|| None::<Outlook>);
    let runner = {
        let (outlook, catalogue) = (outlook.clone(), session.catalogue.clone());
        let program = session.sheet.program().clone();
        use_memo((), move |()| Runner::new(catalogue, program, move |runs| outlook.set(Some(runs))))
    };
    use_effect_with(session.link.clone(), move |link| runner.ask(link.to_string()));
    (*outlook).clone()
}

/// The range of the present scenario, which the app provides; none before the first run.
#[hook]
pub fn use_outlook() -> Option<Outlook> {
    use_context::<Option<Outlook>>().flatten()
}
