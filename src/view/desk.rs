//! What every part of the page can reach: the figures, and the way to change or explain something.

use std::rc::Rc;

use yew::prelude::*;

use super::edition::Edition;
use super::session::Action;
use crate::analysis::outlook::Outlook;
use crate::model::catalogue::Catalogue;
use crate::model::id::MeasureId;
use crate::model::plan::Plan;
use crate::model::projection::{Detail, Total};
use crate::model::sheet::Sheet;
use crate::model::year::Year;
use crate::scenario::edit::Edit;

/// What the user wants explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// A total of a year.
    Total(Total, Year),
    /// A detail of a year.
    Detail(Detail, Year),
    /// What a measure saves and costs in a year.
    Measure(MeasureId, Year),
    /// What the savings rest on.
    Basis,
}

/// Constant for as long as the page shows one edition.
#[derive(Clone)]
pub struct Desk {
    /// The edition that is shown.
    pub edition: Rc<Edition>,
    /// Its figures.
    pub catalogue: Rc<Catalogue>,
    /// Changes the scenario.
    pub act: Callback<Action>,
    /// Opens the explanation of something in an outlook.
    pub explain: Callback<(Topic, Outlook)>,
}

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        self.edition == other.edition
    }
}

impl Desk {
    /// A click that opens the explanation of something as set.
    pub fn explains(&self, topic: Topic) -> Callback<MouseEvent> {
        self.explains_in(Outlook::Plan, topic)
    }

    /// A click that opens the explanation of something in an outlook.
    pub fn explains_in(&self, outlook: Outlook, topic: Topic) -> Callback<MouseEvent> {
        self.explain.reform(move |_| (topic, outlook))
    }

    /// Everything calculated for a plan.
    pub fn sheet(&self, plan: &Plan) -> Sheet {
        self.edition.sheet(plan)
    }

    /// Makes a change in one go.
    pub fn edit(&self, edit: Edit) {
        self.act.emit(Action::Do(edit));
    }
}

/// The desk, which the app always provides.
#[hook]
pub fn use_desk() -> Desk {
    // Cannot fail: the app wraps every component in it.
    use_context::<Desk>().expect("the app provides the desk")
}
