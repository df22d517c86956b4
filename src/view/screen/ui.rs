//! What the user is doing on the screen: which lever is in use, which measure a phone shows, and what lies open over it.
//!
//! Invariant: nothing of it changes a result, travels in a link, or is a step to undo.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::model::id::{LeverId, MeasureId};

/// What can lie open over the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SheetKind {
    /// What differences are measured from.
    Reference,
    /// Everything else there is.
    Menu,
    /// The levers that do not stand on the screen.
    Others,
    /// The assumptions.
    Assumptions,
    /// All results of all years.
    Years,
    /// What is set, in one list.
    Summary,
}

impl SheetKind {
    /// All of them.
    pub const ALL: [Self; 6] =
        [Self::Reference, Self::Menu, Self::Others, Self::Assumptions, Self::Years, Self::Summary];
}

/// What the user is doing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Ui {
    /// The lever that was used last.
    pub lever: Option<LeverId>,
    /// The measure whose levers a phone shows; none is the first.
    pub tab: Option<MeasureId>,
    /// Whether a phone shows the net saving, instead of the deficit.
    pub shows_saving: bool,
    /// What lies open.
    pub open: Option<SheetKind>,
    /// Whether something of the second program stands over the charts, beside the levers.
    pub covered: bool,
    /// The scope that was asked for and is on its way, as what its switch stands at.
    pub coming: Option<Decimal>,
}

/// What can happen to it.
pub enum UiAction {
    /// A lever is used.
    Use(LeverId),
    /// Another measure is shown on a phone.
    Tab(MeasureId),
    /// The other chart is shown on a phone.
    Swap,
    /// Something opens.
    Open(SheetKind),
    /// The second program put something over the charts, or took it away.
    Cover(bool),
    /// A scope was asked for; none: it is there, or does not come.
    Await(Option<Decimal>),
    /// This is shut.
    Shut(SheetKind),
    /// Another edition: of its levers and measures nothing is in use yet.
    Forget,
}

impl Reducible for Ui {
    type Action = UiAction;

    fn reduce(self: Rc<Self>, action: UiAction) -> Rc<Self> {
        let now = (*self).clone();
        let next = match action {
            UiAction::Use(lever) => Self { lever: Some(lever), ..now },
            UiAction::Tab(measure) => Self { tab: Some(measure), ..now },
            UiAction::Swap => Self { shows_saving: !now.shows_saving, ..now },
            UiAction::Open(kind) => Self { open: Some(kind), ..now },
            UiAction::Cover(covered) => Self { covered, ..now },
            UiAction::Await(coming) => Self { coming, ..now },
            // What was opened from it stays.
            UiAction::Shut(kind) => Self { open: now.open.filter(|open| *open != kind), ..now },
            UiAction::Forget => {
                Self { shows_saving: now.shows_saving, covered: now.covered, coming: now.coming, ..Self::default() }
            }
        };
        Rc::new(next)
    }
}
