//! What is wished, asked and found.

use std::rc::Rc;

use yew::Reducible;

use super::amount::{NoAmount, read};
use super::found::{Asked, Found};
use crate::analysis::goal::{Aim, Target};
use crate::model::id::MeasureId;
use crate::model::money::Money;
use crate::model::year::Year;
use crate::view::same::Same;

/// What the form holds.
#[derive(Clone, Debug, PartialEq)]
pub struct Wish {
    /// What the target is about.
    pub aim: Aim,
    /// In which year.
    pub year: Year,
    /// The amount as typed.
    pub text: String,
    /// The measures that must stay as they are.
    pub locked: Vec<MeasureId>,
}

impl Wish {
    /// The form as it is before anything is wished.
    pub fn nothing(year: Year) -> Self {
        Self { aim: Aim::Deficit, year, text: String::new(), locked: Vec::new() }
    }

    /// What it is about, whatever the amount.
    pub fn about(&self) -> Target {
        Target { aim: self.aim, year: self.year, amount: Money::zero() }
    }

    /// The target that is wished.
    ///
    /// # Errors
    /// Says why what was typed is no amount.
    pub fn target(&self) -> Result<Target, NoAmount> {
        Ok(Target { amount: read(&self.text)?, ..self.about() })
    }
}

/// The form, and what came of it.
#[derive(Clone)]
pub struct State {
    /// What the form holds.
    pub wish: Rc<Wish>,
    /// Why it could not be asked.
    pub error: Option<NoAmount>,
    /// What is being sought.
    pub asked: Option<Rc<Asked>>,
    /// What was found last.
    pub found: Option<Same<Found>>,
}

/// What can happen.
pub enum Act {
    /// The target is about something else.
    Aim(Aim),
    /// It is of another year.
    Year(Year),
    /// Another amount is typed.
    Text(String),
    /// A measure may move or not.
    Lock(MeasureId, bool),
    /// These measures must stay as they are, all others may move.
    LockOnly(Vec<MeasureId>),
    /// Seek.
    Ask,
    /// The search is done.
    Found(Same<Found>),
}

impl Reducible for State {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        let mut next = (*self).clone();
        match act {
            Act::Ask => next.ask(),
            Act::Found(found) => (next.asked, next.found) = (None, Some(found)),
            wish => next.wish(wish),
        }
        Rc::new(next)
    }
}

impl State {
    /// Before anything is asked.
    pub fn starting(wish: Rc<Wish>) -> Self {
        Self { wish, error: None, asked: None, found: None }
    }

    /// What was found stands until the next search: it says itself what it is about.
    fn wish(&mut self, act: Act) {
        let wish = Rc::make_mut(&mut self.wish);
        match act {
            Act::Aim(aim) => wish.aim = aim,
            Act::Year(year) => wish.year = year,
            Act::Text(text) => (wish.text, self.error) = (text, None),
            Act::Lock(measure, true) => wish.locked.push(measure),
            Act::Lock(measure, false) => wish.locked.retain(|other| *other != measure),
            Act::LockOnly(measures) => wish.locked = measures,
            Act::Ask | Act::Found(_) => {}
        }
    }

    fn ask(&mut self) {
        self.found = None;
        match self.wish.target() {
            Ok(target) => {
                (self.error, self.asked) = (None, Some(Rc::new(Asked { target, locked: self.wish.locked.clone() })));
            }
            Err(error) => (self.error, self.asked) = (Some(error), None),
        }
    }
}
