//! Which scenarios stand side by side, what they are called, and under whose assumptions they are calculated.

use std::cell::RefCell;
use std::rc::Rc;

use yew::{AttrValue, Reducible};

use super::candidate::Candidate;
use super::letter::Letter;
use super::told::{FULL, NO_LINK, NOTHING, as_line, called, told_of};
use crate::model::plan::Plan;
use crate::scenario::as_it_opens;
use crate::scenario::compare::under;
use crate::scenario::link::{read, ready_made};
use crate::scenario::paste::{Pasted, find};
use crate::view::desk::Desk;
use crate::view::edition::Unopened;

/// Under whose assumptions the scenarios are calculated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum World {
    /// Each under its own.
    Own,
    /// All under those of one.
    Of(Letter),
    /// All under the defaults.
    Default,
}

/// Why a scenario was not added.
enum NotPut {
    /// There is no room for one more.
    Full,
    /// There are no figures to read it with.
    Unopened(Unopened),
}

/// The choice of a visit. Invariant: the candidates stand in the order of their letters, and no two are the same.
#[derive(Clone)]
pub struct Choice {
    desk: Desk,
    pub candidates: Vec<Candidate>,
    pub world: World,
    /// What stands in the field for links.
    pub text: AttrValue,
    /// What came of the last act, for the user.
    pub told: AttrValue,
    /// The scenario on the page when the room was last opened.
    page: AttrValue,
    /// Whether the scenario on the page is to stand among the others.
    with_page: bool,
}

impl PartialEq for Choice {
    fn eq(&self, other: &Self) -> bool {
        self.candidates == other.candidates
            && (self.world, &self.text, &self.told) == (other.world, &other.text, &other.told)
            && (&self.page, self.with_page) == (&other.page, other.with_page)
    }
}

thread_local! {
    /// The choice of this visit: it outlives the room.
    static KEPT: RefCell<Option<Choice>> = const { RefCell::new(None) };
}

/// The choice of this visit, with what is on the page now.
pub fn of_visit(page: &AttrValue, desk: Desk) -> Choice {
    let choice = match KEPT.take() {
        Some(choice) => choice.seeing(page, desk),
        None => Choice::starting(page, desk),
    };
    KEPT.set(Some(choice.clone()));
    choice
}

/// What the user does to the choice.
pub enum Act {
    /// Adds a scenario, by name and link.
    Add(Pasted),
    /// Adds the scenario on the page.
    AddPage,
    /// Types in the field for links.
    Type(String),
    /// Adds the links in that field.
    AddTyped,
    /// Names a scenario.
    Name(Letter, String),
    /// Takes a scenario away.
    Remove(Letter),
    /// Shows a scenario on the page: the one that was there stays as it is.
    Show,
    /// Calculates under other assumptions.
    Suppose(World),
}

impl Choice {
    /// The first choice of a visit: the scenario on the page beside the reference, or else the first ready-made one that
    /// differs from it.
    fn starting(page: &AttrValue, desk: Desk) -> Self {
        let mut choice = Self {
            desk,
            candidates: Vec::new(),
            world: World::Own,
            text: AttrValue::default(),
            told: AttrValue::default(),
            page: page.clone(),
            with_page: true,
        };
        choice.put_page();
        let catalogue = &choice.desk.catalogue;
        let differs = |link: &String| {
            let scenario = read(link, catalogue).scenario;
            choice.candidates.iter().all(|candidate| candidate.scenario.plan() != scenario.plan())
        };
        let presets = std::iter::once(catalogue.reference()).chain(catalogue.scenarios());
        if let Some(ready_made) = presets.map(|preset| ready_made(&preset.id, catalogue)).find(differs) {
            // There is room, and the figures are those of the page.
            let _ = choice.put("", &ready_made);
        }
        choice
    }

    /// The choice with what is on the page now.
    fn seeing(mut self, page: &AttrValue, desk: Desk) -> Self {
        self.told = AttrValue::default();
        self.desk = desk;
        if self.page == *page {
            return self;
        }
        self.page = page.clone();
        let known = self.candidates.iter().any(|candidate| candidate.has_link(page));
        if !self.with_page || known {
            return self;
        }
        if let Some(candidate) = self.candidates.iter_mut().find(|candidate| candidate.follows_page) {
            let name = candidate.name.clone();
            if let Ok(now) = Candidate::of(candidate.letter, &name, page) {
                *candidate = Candidate { follows_page: true, ..now };
            }
        } else if !self.put_page() {
            self.told = format!("Het scenario op de pagina staat er niet bij. {FULL}").into();
        }
        self
    }

    /// Puts the scenario on the page among the others, as long as there is room.
    fn put_page(&mut self) -> bool {
        let page = self.page.clone();
        let letter = self.put("", &page).ok();
        self.candidates.iter_mut().for_each(|candidate| candidate.follows_page |= Some(candidate.letter) == letter);
        letter.is_some()
    }

    /// Adds a scenario, as long as there is room: it gets the first free letter.
    fn put(&mut self, name: &str, link: &str) -> Result<Letter, NotPut> {
        let free = Letter::ALL.into_iter().find(|letter| self.candidate(*letter).is_none());
        let letter = free.ok_or(NotPut::Full)?;
        self.candidates.push(Candidate::of(letter, name, link).map_err(NotPut::Unopened)?);
        self.candidates.sort_by_key(|candidate| candidate.letter);
        Ok(letter)
    }

    /// The scenario with a letter.
    pub fn candidate(&self, letter: Letter) -> Option<&Candidate> {
        self.candidates.iter().find(|candidate| candidate.letter == letter)
    }

    /// Whether a scenario is the one on the page.
    pub fn is_on_page(&self, candidate: &Candidate) -> bool {
        candidate.has_link(&self.page)
    }

    /// Whether the scenario on the page stands among the others.
    pub fn has_page(&self) -> bool {
        self.candidates.iter().any(|candidate| self.is_on_page(candidate))
    }

    /// The plan that a scenario is calculated with. Assumptions of another edition say nothing in its own.
    pub fn plan(&self, candidate: &Candidate) -> Plan {
        let (plan, catalogue) = (candidate.scenario.plan(), &candidate.edition.catalogue);
        match self.world {
            World::Own => plan.clone(),
            World::Default => under(plan, &as_it_opens(Plan::default(), catalogue), catalogue),
            World::Of(letter) => {
                let other = self.candidate(letter).filter(|other| other.edition == candidate.edition);
                under(plan, other.map_or(plan, |other| other.scenario.plan()), catalogue)
            }
        }
    }

    /// Under whose assumptions the results stand, as a heading goes on: "met de aannames van B".
    pub fn world_in_words(&self) -> String {
        match self.world {
            World::Own => "ieder met de eigen aannames".to_string(),
            World::Default => "alle met de standaardaannames".to_string(),
            World::Of(letter) => {
                let other = self.candidate(letter);
                let name = other.map(Candidate::title).unwrap_or_default();
                let apart =
                    self.candidates.iter().any(|candidate| other.is_some_and(|of| of.edition != candidate.edition));
                let who = if apart { "wie dezelfde cijfers heeft" } else { "alle" };
                format!("{who} met de aannames van {} ({name})", letter.text())
            }
        }
    }

    fn add(&mut self, pasted: &Pasted) {
        let name = pasted.name.clone().unwrap_or_default();
        self.told = match self.put(&name, &pasted.link) {
            Ok(letter) => format!("Toegevoegd als {}.", letter.text()),
            Err(NotPut::Full) => FULL.to_string(),
            Err(NotPut::Unopened(why)) => format!("Niet toegevoegd. {why}"),
        }
        .into();
    }

    /// Adds the links that stand in the field; those for which there is no room stay there.
    fn add_typed(&mut self) {
        let found = find(&self.text, &self.desk.catalogue);
        if found.is_empty() {
            self.told = if self.text.trim().is_empty() { NOTHING } else { NO_LINK }.into();
            return;
        }
        let (mut added, mut known, mut left, mut why_not) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for pasted in found {
            let there =
                self.candidates.iter().find(|candidate| candidate.is(&pasted)).map(|candidate| candidate.letter);
            match there {
                Some(letter) => known.push(letter.text().to_string()),
                None => match self.put(pasted.name.as_deref().unwrap_or_default(), &pasted.link) {
                    Ok(letter) => {
                        self.number(letter);
                        added.push(letter.text().to_string());
                    }
                    Err(NotPut::Full) => left.push(pasted),
                    Err(NotPut::Unopened(why)) => why_not.push(format!("{}: {why}", called(&pasted))),
                },
            }
        }
        self.told = told_of(&added, &known, &left, &why_not).into();
        self.text = left.iter().map(as_line).collect::<Vec<_>>().join("\n").into();
    }

    /// Names a pasted scenario that came without a name: what it started from says little of whose it is.
    fn number(&mut self, letter: Letter) {
        let unnamed =
            self.candidates.iter_mut().find(|candidate| candidate.letter == letter && candidate.name.is_empty());
        if let Some(candidate) = unnamed {
            candidate.name = format!("Scenario {}", letter.number()).into();
        }
    }

    fn remove(&mut self, letter: Letter) {
        let Some(gone) = self.candidate(letter).cloned() else { return };
        self.candidates.retain(|candidate| candidate.letter != letter);
        self.with_page &= !gone.follows_page;
        let name = gone.title();
        self.told = if self.world == World::Of(letter) {
            self.world = World::Own;
            format!("{} ({name}) is verwijderd. Ieder scenario rekent weer met de eigen aannames.", letter.text())
        } else {
            format!("{} ({name}) is verwijderd.", letter.text())
        }
        .into();
    }
}

impl Reducible for Choice {
    type Action = Act;

    fn reduce(self: Rc<Self>, act: Act) -> Rc<Self> {
        let mut next = (*self).clone();
        match act {
            Act::Add(pasted) => next.add(&pasted),
            Act::AddPage => {
                next.with_page = true;
                let page = Pasted { name: None, link: next.page.to_string() };
                next.add(&page);
                let page = next.page.clone();
                next.candidates.iter_mut().for_each(|candidate| candidate.follows_page = candidate.has_link(&page));
            }
            Act::Type(text) => next.text = text.into(),
            Act::AddTyped => next.add_typed(),
            Act::Name(letter, name) => {
                let named = next.candidates.iter_mut().find(|candidate| candidate.letter == letter);
                named.into_iter().for_each(|candidate| candidate.name = name.clone().into());
            }
            Act::Remove(letter) => next.remove(letter),
            Act::Show => next.candidates.iter_mut().for_each(|candidate| candidate.follows_page = false),
            Act::Suppose(world) => next.world = world,
        }
        // At once: the room may be shut by the same click, before anything is drawn again.
        KEPT.set(Some(next.clone()));
        Rc::new(next)
    }
}
