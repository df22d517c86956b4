//! What a presentation shows at a moment.

use crate::analysis::outlook::{ByOutlook, Outlook};
use crate::analysis::range::{Band, Banded, Ranges};
use crate::chart::steady::Steady;
use crate::model::id::LeverId;
use crate::view::session::Session;

/// What is being typed at a lever, and does not count yet.
#[derive(Clone, PartialEq)]
pub struct Draft {
    /// At which.
    pub lever: LeverId,
    /// As it stands in the field.
    pub text: String,
    /// Whether it was refused.
    pub is_wrong: bool,
}

/// What the slides show, at all places alike. Invariant: the session is measured from the scenario with which the talk began.
pub struct Seen<'t> {
    /// The scenario of the page, or the one that is tried.
    pub session: &'t Session,
    /// Its ranges, once they are known.
    pub ranges: Option<&'t ByOutlook<Ranges>>,
    /// Along which the deficit stands on every slide.
    pub axis: Steady,
    /// Whether it is tried: another than that of the page.
    pub is_trial: bool,
    /// Whether something moves.
    pub is_moving: bool,
    /// What is being typed.
    pub draft: Option<&'t Draft>,
}

impl Seen<'_> {
    /// The range of a result of the last year in an outlook.
    pub fn band(&self, outlook: Outlook, banded: Banded) -> Option<Band> {
        self.ranges.map(|ranges| *ranges.of(outlook).of(banded).years.last())
    }
}
