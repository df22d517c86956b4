//! What the parts of the screen see.

use std::rc::Rc;

use yew::prelude::*;

use super::axes::Axes;
use super::shares::Shares;
use crate::model::id::MeasureId;
use crate::model::source::Status;
use crate::view::desk::Desk;
use crate::view::scene::Scene;
use crate::view::session::Session;

/// What the parts of the screen are drawn from, which all of them follow: they are functions of it, for a component of its own
/// is more to load and saves nothing.
pub struct Seen {
    /// What is shown.
    pub scene: Scene,
    /// The session when nothing moved last.
    pub settled: Session,
    /// How far the axes go.
    pub axes: Axes,
    /// What every lever does.
    pub shares: Shares,
    /// What each measure rests on.
    pub bases: Rc<Vec<Status>>,
    /// The measures of which earlier plans say nothing.
    pub apart: Rc<Vec<MeasureId>>,
    /// Makes the link of the scenario.
    pub link: Callback<(), AttrValue>,
    pub desk: Desk,
}
