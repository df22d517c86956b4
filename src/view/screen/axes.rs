//! The axes of the screen stand still while anything moves, grow once it is let go, and never shrink until the page is opened
//! anew: a smaller amount never gets a longer bar.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::outlook::Outlook;
use crate::analysis::range::Banded;
use crate::chart::steady::{Reach, Steady};
use crate::chart::yearly::Shown;
use crate::model::ordered::Ordered;
use crate::model::pack;
use crate::view::outlook::Outlooks;
use crate::view::scene::Scene;
use crate::view::session::{Origin, Session};

/// One for each quantity.
#[derive(Clone, Copy, PartialEq)]
pub struct Axes {
    /// Of the net saving.
    saving: Steady,
    /// Of the deficit.
    deficit: Steady,
}

impl Axes {
    fn opening(axes: &pack::Axes) -> Self {
        Self { saving: Steady::opening(&axes.opening_saving), deficit: Steady::opening(&axes.opening_deficit) }
    }

    /// That of a result: whatever is saved shares one.
    pub fn of(&self, banded: Banded) -> &Steady {
        match banded {
            Banded::Deficit => &self.deficit,
            Banded::Savings | Banded::NetSaving => &self.saving,
        }
    }

    /// Grown to what a session needs in both outlooks.
    fn grown(self, session: &Session, outlooks: Option<&Outlooks>) -> Self {
        let limits = &session.catalogue.pack_of(session.scenario.plan()).axes;
        let reach = |banded: Banded| {
            let reaches = Outlook::ALL.map(|outlook| shown(session, outlook, banded, outlooks).reach());
            Reach::over(reaches.into_iter().flat_map(|reach| [reach.low(), reach.high()]))
        };
        Self {
            saving: self.saving.grown(reach(Banded::NetSaving), Some(&limits.saving)),
            deficit: self.deficit.grown(reach(Banded::Deficit), Some(&limits.deficit)),
        }
    }
}

/// What a chart shows of a session in an outlook, beside its reference.
pub fn shown(session: &Session, outlook: Outlook, banded: Banded, outlooks: Option<&Outlooks>) -> Shown {
    let (projection, reference) = (session.projection_in(outlook), session.reference.of_outlook(outlook));
    let band = outlooks.map(|outlooks| *outlooks.of(outlook).of(banded).years.last());
    match banded {
        Banded::Deficit => Shown::deficit(projection, Some(reference), band),
        Banded::Savings | Banded::NetSaving => Shown::net_saving(projection, Some(reference), None, band),
    }
}

/// The axes as they stand, by edition and scope.
type Kept = Rc<RefCell<Ordered<[String; 2], Axes>>>;

/// Keeps the axes, for all that stands on the screen.
#[hook]
pub fn use_kept_axes(scene: &Scene) -> Axes {
    let Scene { session, outlooks, .. } = scene;
    let kept: Kept = (*use_memo((), |()| Kept::default())).clone();
    let pack = session.catalogue.pack_of(session.scenario.plan());
    let of = [session.edition.name().to_string(), pack.scope.clone()];
    let mut kept = kept.borrow_mut();
    let mut axes = kept.get(&of).copied().unwrap_or_else(|| Axes::opening(&pack.axes));
    if !matches!(session.origin, Origin::Moving(_)) {
        axes = axes.grown(session, outlooks.as_ref());
    }
    kept.insert(of, axes);
    axes
}
