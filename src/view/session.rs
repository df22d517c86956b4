//! What the page is about now: a scenario, its results, and how it came to be.

use std::rc::Rc;

use yew::{AttrValue, Reducible};

use super::words;
use crate::model::catalogue::Catalogue;
use crate::model::money::Money;
use crate::model::project::project;
use crate::model::projection::{Figure, Projection};
use crate::model::year::Year;
use crate::scenario::Scenario;
use crate::scenario::edit::Edit;
use crate::scenario::link;
use crate::scenario::note::Note;

/// How the scenario got its present form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// From the address: nothing to write back.
    Address,
    /// The user is moving something.
    Moving,
    /// The user let go.
    Settled,
}

/// A scenario with its results. Invariant: projection and link are those of the scenario.
#[derive(Clone)]
pub struct Session {
    /// The figures.
    pub catalogue: Rc<Catalogue>,
    /// What is set.
    pub scenario: Rc<Scenario>,
    /// The results.
    pub projection: Rc<Projection>,
    /// The link of the scenario, without the `#`.
    pub link: AttrValue,
    /// How it came to be.
    pub origin: Origin,
    /// What a link held that was not taken over, in sentences.
    pub notes: Rc<[String]>,
}

impl PartialEq for Session {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.scenario, &other.scenario)
            && Rc::ptr_eq(&self.notes, &other.notes)
            && self.origin == other.origin
    }
}

/// What can happen to a session.
pub enum Action {
    /// A slider moves: the scenario follows, the change is not settled.
    Move(Edit),
    /// What was moving is let go.
    Settle,
    /// A change in one go.
    Do(Edit),
    /// The address holds another link.
    Open(String),
    /// The user has read the notes.
    Dismiss,
}

impl Session {
    /// The session of a link.
    pub fn open(catalogue: Rc<Catalogue>, text: &str) -> Self {
        let opened = link::read(text, &catalogue);
        let session = Self::of(catalogue, opened.scenario, Origin::Address, Rc::new([]));
        let deficit = session.projection[Year::LAST].total(Figure::Deficit);
        let differs = opened.check.filter(|check| *check != link::check_amount(deficit));
        // Other figures with the same outcome are nothing to warn for.
        let reproduces = opened.check.is_some() && differs.is_none();
        let telling = opened.notes.iter().filter(|note| !(reproduces && matches!(note, Note::OtherEdition(_))));
        let mut notes = words::shorten(telling.map(ToString::to_string).collect());
        notes.extend(differs.map(|check| words::not_reproduced(Money::from_euros(check), deficit)));
        Self { notes: notes.into(), ..session }
    }

    fn of(catalogue: Rc<Catalogue>, scenario: Scenario, origin: Origin, notes: Rc<[String]>) -> Self {
        let projection = project(&catalogue, scenario.plan());
        let link = link::write(&scenario, projection[Year::LAST].total(Figure::Deficit), &catalogue);
        let (scenario, projection) = (Rc::new(scenario), Rc::new(projection));
        Self { catalogue, scenario, projection, link: link.into(), origin, notes }
    }

    /// The session after an edit; unchanged where the edit is refused, which the control has said by then.
    fn edited(&self, edit: &Edit, origin: Origin) -> Option<Self> {
        let scenario = self.scenario.apply(edit, &self.catalogue).ok()?;
        Some(Self::of(self.catalogue.clone(), scenario, origin, self.notes.clone()))
    }
}

impl Reducible for Session {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let next = match action {
            Action::Move(edit) => self.edited(&edit, Origin::Moving),
            Action::Do(edit) => self.edited(&edit, Origin::Settled),
            Action::Settle if self.origin == Origin::Moving => {
                Some(Self { origin: Origin::Settled, ..(*self).clone() })
            }
            Action::Settle => None,
            Action::Open(text) => Some(Self::open(self.catalogue.clone(), &text)),
            // The address loses what was not taken over, so that a reload does not warn again.
            Action::Dismiss => Some(Self { notes: Rc::new([]), origin: Origin::Settled, ..(*self).clone() }),
        };
        next.map_or(self, Rc::new)
    }
}
