//! A talk: with which scenario it began, what the page shows now, what is tried, and which slide is shown.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::{AttrValue, Callback, Reducible};

use super::figure::deficit;
use super::seen::{Draft, Seen};
use super::slides::Slide;
use super::stage::Shown;
use crate::analysis::outlook::{ByOutlook, Outlook};
use crate::analysis::range::{Ranges, Runs};
use crate::chart::steady::{Reach, Steady};
use crate::model::id::{LeverId, Setting};
use crate::scenario::Scenario;
use crate::scenario::amount::parse_plain;
use crate::scenario::edit::{check, title};
use crate::view::desk::Desk;
use crate::view::edition::Edition;
use crate::view::meeting::drawn::draws;
use crate::view::panel::field::read;
use crate::view::same::Same;
use crate::view::session::{Action, Session};

/// The scenario with which a talk began: what "Wat als?" is measured from.
struct Start {
    name: String,
    link: AttrValue,
}

impl Start {
    fn of(session: &Session, link: AttrValue) -> Self {
        Self { name: session.scenario.name(&session.catalogue), link }
    }

    fn measured(&self, session: Session) -> Rc<Session> {
        let edition = session.edition.clone();
        Rc::new(session).reduce(Action::Hold(edition, self.name.clone(), self.link.to_string()))
    }
}

/// The ranges of a scenario in both outlooks.
pub struct Known {
    of: Same<Scenario>,
    ranges: ByOutlook<Ranges>,
}

impl Known {
    /// Runs the scenario of a session, which takes about as long as a frame.
    pub fn of(session: &Session) -> Self {
        let draws = draws(&session.edition);
        let ranges = |outlook| Runs::of(&session.catalogue, &session.sheet, &draws, outlook).ranges();
        Self {
            of: session.scenario.clone().into(),
            ranges: ByOutlook { plan: ranges(Outlook::Plan), record: ranges(Outlook::Record) },
        }
    }
}

/// A talk. Invariant: all its sessions are of one edition, and measured from its start.
pub struct Talk {
    start: Start,
    /// What the page shows.
    page: Rc<Session>,
    /// What is tried, where that is anything else.
    trial: Option<Rc<Session>>,
    /// What is being typed.
    draft: Option<Draft>,
    /// The slide that is shown, or that "Wat als?" goes back to.
    at: usize,
    what_if: bool,
    /// Whether something moves: the page, or a lever of the slide.
    is_moving: bool,
    /// Of the deficit: it grows at rest and never shrinks, so that a smaller amount never gets a longer bar.
    axis: Steady,
    known: Option<Known>,
}

impl Talk {
    /// Begins with the scenario of a link.
    pub fn begin(edition: Rc<Edition>, link: AttrValue) -> Self {
        let axis = Steady::opening(&edition.catalogue.pack().axes.opening_deficit);
        let session = Session::open(edition, &link);
        let start = Start::of(&session, link);
        let page = start.measured(session);
        Self { start, page, trial: None, draft: None, at: 0, what_if: false, is_moving: false, axis, known: None }
    }

    /// Goes on with another scenario of the page; what was tried no longer counts. With other figures it begins anew.
    pub fn follow(&mut self, edition: Rc<Edition>, link: AttrValue) {
        if edition != self.page.edition {
            *self = Self::begin(edition, link);
            return;
        }
        self.page = self.start.measured(Session::open(edition, &link));
        (self.trial, self.draft, self.is_moving) = (None, None, true);
        self.at = self.at.min(self.slides().len() - 2);
    }

    /// The scenario that is shown.
    pub fn shown(&self) -> &Rc<Session> {
        self.trial.as_ref().filter(|_| self.what_if).unwrap_or(&self.page)
    }

    /// What the slides show.
    pub fn seen(&self) -> Seen<'_> {
        Seen {
            session: self.shown(),
            // While something moves the range stands still; else one of another scenario is none.
            ranges: self.known.as_ref().filter(|_| self.is_moving || self.is_known()).map(|known| &known.ranges),
            axis: self.axis,
            is_trial: self.is_trial(),
            is_moving: self.is_moving,
            draft: self.draft.as_ref(),
        }
    }

    /// Whether what is shown is another scenario than the page's.
    fn is_trial(&self) -> bool {
        self.trial.as_ref().is_some_and(|trial| trial.scenario != self.page.scenario)
    }

    /// All slides, "Wat als?" last: never fewer than two.
    fn slides(&self) -> Vec<Slide> {
        Slide::all(&self.page)
    }

    /// The slide that is shown.
    pub fn slide(&self) -> Shown {
        let slides = self.slides();
        let at = if self.what_if { slides.len() - 1 } else { self.at };
        let slide = slides.get(at).copied().unwrap_or(Slide::Title);
        Shown { slide, at, count: slides.len() }
    }

    /// Back to the slide that was left for "Wat als?"; whether that was shown.
    pub fn leave_what_if(&mut self) -> bool {
        self.draft = None;
        std::mem::take(&mut self.what_if)
    }

    /// Turns to a slide, counted from 0; past the others comes "Wat als?".
    fn turn(&mut self, to: usize) {
        let last = self.slides().len() - 1;
        self.leave_what_if();
        if to < last {
            self.at = to;
        } else {
            self.what_if = true;
        }
    }

    /// Does what people ask for in a word, or in one with a lever and its value.
    ///
    /// # Errors
    /// Says why a value is not taken.
    pub fn act(&mut self, act: &str) -> Result<(), String> {
        let Shown { at, count, .. } = self.slide();
        let mut words = act.splitn(3, ' ');
        let (word, lever, value) = (words.next(), words.next(), words.next().unwrap_or_default());
        let lever = lever.and_then(|key| match self.page.catalogue.setting(key) {
            Some(Setting::Lever(id)) => Some(id),
            _ => None,
        });
        match (word.unwrap_or_default(), lever) {
            ("next", _) if !self.what_if => self.turn(at + 1),
            // From "Wat als?" back is to where it was left.
            ("back", _) if !self.leave_what_if() => self.turn(at.saturating_sub(1)),
            ("first", _) => self.turn(0),
            ("last", _) => self.turn(count - 1),
            ("what-if", _) if !self.leave_what_if() => self.what_if = true,
            ("reset", _) => (self.trial, self.draft) = (None, None),
            ("settle", _) => self.is_moving = false,
            ("slide", Some(lever)) => {
                self.is_moving = true;
                return parse_plain(value).map_or(Ok(()), |value| self.put(lever, value));
            }
            ("type", Some(lever)) => self.draft = Some(Draft { lever, text: value.to_string(), is_wrong: false }),
            ("enter", Some(lever)) => return self.enter(lever, value),
            _ => {}
        }
        Ok(())
    }

    /// Takes over what was typed, or says why not and leaves it there.
    fn enter(&mut self, lever: LeverId, text: &str) -> Result<(), String> {
        let (setting, catalogue) = (Setting::Lever(lever), self.page.catalogue.clone());
        let value = read(text, setting, &self.desk()).and_then(|value| {
            let checked = check(setting, value, &catalogue).map(|()| value);
            checked.map_err(|why| format!("{}: {why}.", title(setting, &catalogue)))
        });
        match value {
            Ok(value) => {
                self.draft = None;
                value.map_or(Ok(()), |value| self.put(lever, value))
            }
            Err(why) => {
                self.draft = Some(Draft { lever, text: text.to_string(), is_wrong: true });
                Err(why)
            }
        }
    }

    /// Puts a lever somewhere, as a trial; or says why the numbers refuse it.
    fn put(&mut self, lever: LeverId, value: Decimal) -> Result<(), String> {
        let next = self.shown().clone().reduce(Action::Move(Setting::Lever(lever), value));
        let refused = next.refused.as_ref().map(AttrValue::to_string);
        if refused.is_none() {
            self.trial = Some(next);
        }
        refused.map_or(Ok(()), Err)
    }

    /// What is tried is what the page shows from now on. Gives its link.
    pub fn take_over(&mut self) -> AttrValue {
        self.page = self.trial.take().unwrap_or_else(|| self.page.clone());
        self.page.link()
    }

    /// Of what everything that is drawn is.
    pub fn desk(&self) -> Desk {
        Desk {
            catalogue: self.page.catalogue.clone(),
            edition: self.page.edition.clone(),
            act: Callback::noop(),
            explain: Callback::noop(),
            enter: Callback::noop(),
            ui: Callback::noop(),
        }
    }

    /// Whether something moves.
    pub fn is_moving(&self) -> bool {
        self.is_moving
    }

    /// Whether the ranges are those of what is shown.
    pub fn is_known(&self) -> bool {
        let scenario = Same::from(self.shown().scenario.clone());
        self.known.as_ref().is_some_and(|known| known.of == scenario)
    }

    /// Takes in the ranges of a scenario: nothing moves any more.
    pub fn learn(&mut self, known: Known) {
        (self.known, self.is_moving) = (Some(known), false);
    }

    /// At rest the axis grows to what is shown.
    pub fn grow(&mut self) {
        let seen = self.seen();
        let reaches = Outlook::ALL.map(|outlook| deficit(&seen, outlook).reach());
        let reach = Reach::over(reaches.iter().flat_map(|reach| [reach.low(), reach.high()]));
        self.axis = self.axis.grown(reach, Some(&seen.session.catalogue.pack().axes.deficit));
    }
}
