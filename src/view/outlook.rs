//! What the runs of the present scenario come to in each outlook, and the share of them that meets a target.

use std::rc::Rc;

use yew::prelude::*;

use super::desk::use_desk;
use super::edition::Edition;
use super::rest::use_pending;
use super::same::Same;
use super::words;
use crate::analysis::goal::Target;
use crate::analysis::outlook::{ByOutlook, Outlook};
use crate::analysis::range::Ranges;
use crate::scenario::Scenario;

/// A target and the scenario of which it is asked.
type Asked = (Target, Same<Scenario>);

/// What the runs of a scenario come to in each outlook.
#[derive(Clone, PartialEq)]
pub struct Outlooks {
    /// The edition of the scenario.
    pub edition: Rc<Edition>,
    /// The scenario that was run: while a slider moves, the page may be ahead of it.
    pub scenario: Same<Scenario>,
    /// Which realisation those count on that the scenario asks for.
    pub title: &'static str,
    ranges: Same<ByOutlook<Ranges>>,
}

impl Outlooks {
    /// The outcome of the runs of a scenario by the bands of all results, first as set; none where these are not whole.
    pub fn read(bands: &[f64], edition: Rc<Edition>, scenario: Rc<Scenario>) -> Option<Self> {
        let (catalogue, plan) = (&edition.catalogue, scenario.plan());
        let title = words::outlook_title(Outlook::of(plan, catalogue), catalogue, plan);
        let (as_set, record) = bands.split_at_checked(bands.len() / 2)?;
        let read = |bands| Ranges::read(bands, catalogue.horizon());
        let ranges = ByOutlook { plan: read(as_set)?, record: read(record)? };
        Some(Self { scenario: scenario.into(), title, ranges: Same::new(ranges), edition })
    }

    /// The ranges in an outlook.
    pub fn of(&self, outlook: Outlook) -> &Ranges {
        self.ranges.of(outlook)
    }
}

/// What the runs of the present scenario come to, which the app provides; none before the first.
#[hook]
pub fn use_outlook() -> Option<Outlooks> {
    use_context::<Option<Outlooks>>().flatten()
}

/// The share of the runs in the outlook on the page that meet a target; none until it is known.
#[hook]
pub fn use_share(target: Target) -> Option<f64> {
    let (desk, outlooks) = (use_desk(), use_outlook());
    let known = use_state_eq(|| None::<(Asked, f64)>);
    let question = outlooks.map(|outlooks| (target, outlooks.scenario));
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
