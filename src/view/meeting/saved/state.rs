//! What is kept, what was done last, and what is being asked.

use std::rc::Rc;

use yew::Reducible;

use super::report;
use crate::export::library::file::{NoScenarios, Reading};
use crate::export::library::{Change, Kept, Namesake, Refused};
use crate::view::meeting::store::{self, NotKept, Shelf};

/// What stands in the line at the bottom.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// What was done.
    Done(String),
    /// Why something could not be done.
    Not(String),
}

/// A scenario that is not kept yet, with what stands in its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Waiting {
    /// What is to be kept.
    pub kept: Kept,
    /// Why it is not.
    pub why: NotKept,
}

/// The row whose name and note are being written.
#[derive(Clone, Debug, PartialEq)]
pub struct Rewriting {
    /// The row as it was.
    pub of: Kept,
    /// Why what was typed is not taken.
    pub error: Option<String>,
}

/// The room.
#[derive(Clone, PartialEq)]
pub struct State {
    /// What is kept.
    pub shelf: Rc<Shelf>,
    /// What is said at the bottom.
    pub said: Option<Said>,
    /// What the form could not keep.
    pub waiting: Option<Waiting>,
    /// The row that is being written.
    pub rewriting: Option<Rewriting>,
    /// Whether there is an edit to take back.
    pub can_undo: bool,
}

/// What can happen.
pub enum Act {
    /// Keep the scenario of the page.
    Save(Kept, Namesake),
    /// Something else is typed in the form.
    Typed,
    /// Write a name and note, or stop writing.
    Rewrite(Option<Kept>),
    /// This row becomes that.
    Rewritten(Kept, Kept),
    /// Keep one once more, from this moment.
    Copy(Kept, String),
    /// Keep one no longer.
    Delete(Kept),
    /// A file was read.
    Import(Result<Reading, NoScenarios>),
    /// Take the last edit back.
    Undo,
    /// Throw the damaged texts away.
    ClearDamaged,
    /// Another window changed what is kept.
    Refresh,
}

impl State {
    /// The room when it opens. What was removed before it was shut can still be taken back.
    pub fn open() -> Self {
        let last = store::last().filter(|change| !change.removed.is_empty());
        let shelf = Rc::new(store::shelf());
        Self {
            shelf,
            said: last.as_ref().map(|change| Said::Done(report::done(change))),
            waiting: None,
            rewriting: None,
            can_undo: last.is_some(),
        }
    }

    /// Carries out what changes what is kept.
    fn edit(&mut self, act: Act) {
        match act {
            Act::Save(kept, namesake) => self.save(kept, namesake),
            Act::Rewritten(of, new) => self.rewritten(of, new),
            Act::Copy(of, now) => self.done(store::edit(|library| library.copy(&of, now)), report::done),
            Act::Delete(kept) => self.done(store::edit(|library| library.delete(&kept)), report::done),
            Act::Import(read) => self.import(read),
            Act::Undo => self.done(store::undo(), report::undone),
            Act::ClearDamaged => self.said = store::clear_damaged().err().map(|why| Said::Not(why.to_string())),
            Act::Typed | Act::Rewrite(_) | Act::Refresh => {}
        }
    }

    fn done(&mut self, done: Result<Change, NotKept>, words: impl FnOnce(&Change) -> String) {
        self.said = Some(match done {
            Ok(change) => Said::Done(words(&change)),
            Err(why) => Said::Not(why.to_string()),
        });
    }

    fn save(&mut self, kept: Kept, namesake: Namesake) {
        self.waiting = None;
        match store::edit(|library| library.save(kept.clone(), namesake)) {
            Ok(change) => self.done(Ok(change), report::done),
            Err(why) => (self.waiting, self.said) = (Some(Waiting { kept, why }), None),
        }
    }

    /// What is refused stays in the row, to be mended there.
    fn rewritten(&mut self, of: Kept, new: Kept) {
        match store::edit(|library| library.rewrite(&of, new)) {
            Ok(change) => {
                self.rewriting = None;
                if !change.is_empty() {
                    self.done(Ok(change), report::done);
                }
            }
            Err(why @ NotKept::Refused(Refused::Gone(_))) => {
                (self.rewriting, self.said) = (None, Some(Said::Not(why.to_string())));
            }
            Err(why) => self.rewriting = Some(Rewriting { of, error: Some(why.to_string()) }),
        }
    }

    fn import(&mut self, read: Result<Reading, NoScenarios>) {
        let reading = match read {
            Ok(reading) => reading,
            Err(why) => return self.said = Some(Said::Not(report::not_imported(why))),
        };
        let added = Change { removed: Vec::new(), added: reading.kept.clone() };
        self.done(store::edit(|_| Ok(added)), |change| report::imported(&reading, change));
    }
}

/// The storage of the browser is part of the state: an edit is made to what stands there at that moment, by one of two
/// windows perhaps. Each act is carried out once.
impl Reducible for State {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        let mut next = (*self).clone();
        match act {
            Act::Typed => next.waiting = None,
            Act::Rewrite(of) => next.rewriting = of.map(|of| Rewriting { of, error: None }),
            edit => {
                next.edit(edit);
                next.shelf = Rc::new(store::shelf());
                next.can_undo = store::last().is_some();
            }
        }
        Rc::new(next)
    }
}
