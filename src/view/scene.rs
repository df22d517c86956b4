//! What the page shows at the moment, which every part of it follows: one context, for each is a component more to load.

use std::rc::Rc;

use yew::prelude::*;

use super::outlook::Outlooks;
use super::screen::ui::Ui;
use super::session::Session;

/// What the page shows.
#[derive(Clone, PartialEq)]
pub struct Scene {
    /// The scenario with its results.
    pub session: Session,
    /// What its runs come to; none before the first, and in rooms, which do not run it.
    pub outlooks: Option<Outlooks>,
    /// What the user is doing on the screen; nothing in rooms.
    pub ui: Rc<Ui>,
}

impl Scene {
    /// That of a room.
    pub fn of(session: &Session) -> Self {
        Self { session: session.clone(), outlooks: None, ui: Rc::default() }
    }
}

/// What is shown now, which the app and every room provide.
#[hook]
pub fn use_scene() -> Scene {
    // Cannot fail: both wrap all their components in it.
    use_context::<Scene>().expect("the app provides what it shows")
}
