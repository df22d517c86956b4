//! The steps of the page, told to the second program and taken from it.

use std::rc::Rc;

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::{HistoryStep, Origin, Session, Worked};
use crate::scenario::history::History;
use crate::scenario::link;
use crate::view::edition::{self, Edition};

impl Session {
    /// What who tells of the steps in the second program needs: the place of the present one, what the user kept to measure
    /// from, and all steps as links.
    pub fn steps_told(&self) -> String {
        let steps = self.settled();
        let kept = Some(&self.reference).filter(|reference| reference.is_kept()).map(|kept| kept.name.as_str());
        let kept = utf8_percent_encode(kept.unwrap_or_default(), NON_ALPHANUMERIC).to_string();
        let link = |step: &Rc<HistoryStep>| link::write(&step.scenario, &step.projection, &step.edition.catalogue);
        let links = steps.steps().map(link);
        [steps.at().to_string(), kept].into_iter().chain(links).collect::<Vec<_>>().join(" ")
    }

    /// This session after the steps that were told; without them where they do not lead here.
    pub fn after_steps(self, told: &str) -> Self {
        let mut words = told.split(' ');
        let at = words.next().and_then(|at| at.parse().ok()).unwrap_or_default();
        let step = |link: &str| Some(self.worked_link(&edition::known_of(link).ok()?, link).step);
        let mut steps = words.skip(1).filter_map(step);
        let first = steps.next().unwrap_or_else(|| self.history.now().clone());
        let history = steps.fold(History::starting(first), |history, step| history.with(step)).go(at);
        if history.now() == self.history.now() { Self { history: history.into(), ..self } } else { self }
    }

    /// This session at a step that was made of it elsewhere: a step that it has at that place, or the next one.
    pub(super) fn taken(&self, edition: &Rc<Edition>, text: &str, at: usize) -> Self {
        let worked = self.worked_link(edition, text);
        let settled = self.settled();
        let is_there = settled.steps().nth(at) == Some(&worked.step);
        let history = if is_there { settled.go(at) } else { settled.with(worked.step.clone()) };
        self.showing(worked, Origin::Settled, history.into())
    }

    fn worked_link(&self, edition: &Rc<Edition>, text: &str) -> Worked {
        self.worked(edition, link::read(text, &edition.catalogue).scenario.into())
    }
}
