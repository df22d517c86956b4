//! What can happen to a session.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::AttrValue;

use crate::model::id::Setting;
use crate::scenario::edit::Edit;
use crate::view::edition::Edition;

/// What can happen to a session.
pub enum Action {
    /// The slider of a setting moves: the scenario follows, the change is not settled.
    Move(Setting, Decimal),
    /// What was moving is let go.
    Settle,
    /// A change in one go.
    Do(Edit),
    /// The address holds another link, of this edition.
    Open(Rc<Edition>, String),
    /// The address holds a link that cannot be opened, with what there is to say of it.
    Refuse(String),
    /// Something could not be done, with what there is to say of it.
    Tell(AttrValue),
    /// A room has made this of the scenario, as the step at a place: back to a step that is there, or the next one.
    Take(Rc<Edition>, String, usize),
    /// The user has read the notes.
    Dismiss,
    /// The user has read what the scenario of the link is called, and that it brought a case along.
    Greeted,
    /// Back to the step before.
    Back,
    /// Forward to the next step that was undone.
    Forth,
    /// To a step of the history.
    Go(usize),
    /// What moves is not wanted after all: back to what was settled.
    Cancel,
    /// Differences are measured from a scenario that the user kept, by its name and link.
    Hold(String, String),
    /// Differences are measured from a ready-made scenario, by its place.
    Refer(usize),
}
