//! What the user is doing on the screen: which lever is in use, which measure a phone shows, and what lies open over it.
//!
//! Invariant: nothing of it changes a result, travels in a link, or is a step to undo.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::model::id::{LeverId, MeasureId};
use crate::view::edition::Edition;

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

impl Ui {
    /// It with nothing in use of the levers and measures of an edition.
    fn forgetting(&self) -> Self {
        Self { shows_saving: self.shows_saving, covered: self.covered, coming: self.coming, ..Self::default() }
    }
}

/// What the user is doing with an edition, and what changes it. Of the levers and measures of another one nothing is in use, from
/// the moment that it is shown: it may not have them.
#[hook]
pub fn use_doing(edition: &Edition) -> (Rc<Ui>, Callback<UiAction>) {
    let doing = use_reducer_eq(Ui::default);
    let ui = {
        let dispatcher = doing.dispatcher();
        use_callback((), move |action: UiAction, ()| dispatcher.dispatch(action))
    };
    // By name: a wider one has the same levers and measures in the same places.
    let of = use_mut_ref(|| edition.name().to_string());
    let is_same = *of.borrow() == edition.name();
    {
        let ui = ui.clone();
        use_effect_with(edition.name().to_string(), move |name| {
            if of.replace(name.clone()) != *name {
                ui.emit(UiAction::Forget);
            }
        });
    }
    let shown = if is_same { (*doing).clone() } else { doing.forgetting() };
    (Rc::new(shown), ui)
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
            UiAction::Forget => now.forgetting(),
        };
        Rc::new(next)
    }
}
