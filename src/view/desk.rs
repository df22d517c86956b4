//! What every part of the page can reach: the figures, and the way to change or explain something.

use std::rc::Rc;

use yew::prelude::*;

use super::edition::Edition;
use super::room::Room;
use super::screen::ui::{SheetKind, UiAction};
use super::session::Action;
use crate::analysis::outlook::Outlook;
use crate::model::catalogue::Catalogue;
use crate::model::id::MeasureId;
use crate::model::plan::Plan;
use crate::model::projection::Post;
use crate::model::sheet::Sheet;
use crate::model::year::Year;
use crate::scenario::edit::Edit;

/// What the user wants explained.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Topic {
    /// A result of a year.
    Post(Post, Year),
    /// What a measure saves and costs in the last year, in the outlook that is shown.
    Measure(MeasureId),
    /// What the savings rest on.
    Basis,
    /// How certain the outcome is.
    Certain,
}

impl Topic {
    /// As the two programs say it between them: `post deficit 2025`.
    pub fn told(self, catalogue: &Catalogue) -> String {
        match self {
            Self::Post(post, year) => format!("post {} {}", post.id(), year.number()),
            Self::Measure(measure) => format!("measure {}", catalogue.measure(measure).number),
            Self::Basis => "basis".to_string(),
            Self::Certain => "certain".to_string(),
        }
    }

    /// What was told; none where it is nothing of this edition.
    pub fn heard(text: &str, catalogue: &Catalogue) -> Option<Self> {
        let mut words = text.split(' ');
        match (words.next()?, words.next()) {
            ("basis", _) => Some(Self::Basis),
            ("certain", _) => Some(Self::Certain),
            ("measure", Some(number)) => catalogue.measure_numbered(number.parse().ok()?).map(Self::Measure),
            (_, id) => {
                let year = catalogue.horizon().year(words.next()?.parse().ok()?)?;
                Post::all().find(|post| Some(post.id()) == id).map(|post| Self::Post(post, year))
            }
        }
    }
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
    /// Opens a room about the scenario.
    pub enter: Callback<Room>,
    /// Changes what the user is doing on the screen.
    pub ui: Callback<UiAction>,
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

    /// A click that opens something over the screen.
    pub fn opens(&self, kind: SheetKind) -> Callback<MouseEvent> {
        self.ui.reform(move |_| UiAction::Open(kind))
    }

    /// A click that opens a room.
    pub fn enters(&self, room: Room) -> Callback<MouseEvent> {
        self.enter.reform(move |_| room)
    }

    /// A click that opens why a measure does what it does.
    pub fn tells_why(&self, measure: MeasureId) -> Callback<MouseEvent> {
        self.explains(Topic::Measure(measure))
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
