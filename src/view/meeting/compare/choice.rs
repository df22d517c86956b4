//! Which scenarios stand side by side, what they are called, and under whose assumptions they are calculated.

use std::cell::RefCell;
use std::rc::Rc;

use yew::{AttrValue, Reducible};

use super::arrival;
use super::candidate::Candidate;
use super::letter::Letter;
use super::told::{FULL, NO_LINK, NOTHING, as_line, called, told_of, told_of_link};
use crate::export::library::Kept;
use crate::export::library::file::{Doubt, NoScenarios, Reading};
use crate::model::plan::Plan;
use crate::scenario::as_it_opens;
use crate::scenario::beside::Beside;
use crate::scenario::compare::under;
use crate::scenario::link::{read, ready_made};
use crate::scenario::paste::{Pasted, find, named};
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

/// The word of the defaults in a link.
const STANDARD: &str = "standaard";

impl World {
    /// The word for it in a link, by the place of who has the assumptions; none where each has its own.
    fn written(self, place: impl Fn(Letter) -> Option<usize>) -> Option<String> {
        match self {
            Self::Own => None,
            Self::Of(letter) => {
                place(letter).and_then(|at| Letter::ALL.get(at)).map(|letter| letter.text().to_string())
            }
            Self::Default => Some(STANDARD.to_string()),
        }
    }

    /// What such a word means; none where nobody knows.
    fn read(word: Option<&str>) -> Option<Self> {
        match word? {
            STANDARD => Some(Self::Default),
            word => Letter::ALL.into_iter().find(|letter| letter.text() == word).map(Self::Of),
        }
    }
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

/// The choice of this visit, with what is on the page now: the one that a link brought; or what it was, also before the page
/// was read again.
pub fn of_visit(page: &AttrValue, desk: Desk) -> Choice {
    let before = KEPT.take().or_else(|| Some(Choice::of(&arrival::kept()?, page, desk.clone()).0));
    let choice = match (arrival::arrived(page), before) {
        (Some(beside), before) => Choice::arriving(&beside, before, page, desk),
        (None, Some(choice)) => choice.seeing(page, desk),
        (None, None) => Choice::starting(page, desk),
    };
    choice.keep();
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
    /// Adds the scenarios of a file, or says why there are none.
    AddFile(Result<Reading, NoScenarios>),
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
    fn empty(page: &AttrValue, desk: Desk) -> Self {
        Self {
            desk,
            candidates: Vec::new(),
            world: World::Own,
            text: AttrValue::default(),
            told: AttrValue::default(),
            page: page.clone(),
            with_page: true,
        }
    }

    /// The scenarios of a link, and why some of them are not among them. What is on the page goes along with it.
    fn of(beside: &Beside, page: &AttrValue, desk: Desk) -> (Self, Vec<String>) {
        let (mut choice, mut why_not) = (Self::empty(page, desk), Vec::new());
        for pasted in std::iter::once(&beside.first).chain(&beside.others) {
            match choice.put(pasted.name.as_deref().unwrap_or_default(), &pasted.link) {
                Ok(_) => {}
                Err(NotPut::Full) => why_not.push(format!("{}: {FULL}", called(pasted))),
                Err(NotPut::Unopened(why)) => why_not.push(format!("{}: {why}", called(pasted))),
            }
        }
        choice.world = World::read(beside.world.as_deref()).filter(|world| choice.has(*world)).unwrap_or(World::Own);
        choice.follow(page);
        choice.with_page = choice.has_page();
        (choice, why_not)
    }

    /// Lets the scenario on the page, whose link may be of an older format, go along with the page.
    fn follow(&mut self, page: &AttrValue) {
        let Ok(here) = Candidate::of(Letter::ALL[0], "", page) else { return };
        for candidate in self.candidates.iter_mut().filter(|candidate| candidate.link == here.link) {
            candidate.follows_page = true;
            candidate.came = page.clone();
        }
    }

    /// The choice that a link brought. What stood there before and is not in it can be added again.
    fn arriving(beside: &Beside, before: Option<Self>, page: &AttrValue, desk: Desk) -> Self {
        let (mut choice, why_not) = Self::of(beside, page, desk);
        let is_new = |candidate: &&Candidate| !choice.candidates.iter().any(|here| here.link == candidate.link);
        let gone: Vec<Pasted> = before
            .iter()
            .flat_map(|before| before.candidates.iter().filter(is_new))
            .map(Candidate::as_pasted)
            .collect();
        choice.text = gone.iter().map(as_line).collect::<Vec<_>>().join("\n").into();
        choice.told = told_of_link(choice.candidates.len(), &why_not, gone.len()).into();
        choice
    }

    /// The link of all of them: that of the first with the others beside it; none where there are none.
    pub fn link(&self) -> Option<String> {
        let (first, others) = self.candidates.split_first()?;
        let as_page_writes = Pasted { link: String::new(), ..first.as_pasted() };
        let beside = Beside {
            world: self.world.written(|letter| self.candidates.iter().position(|one| one.letter == letter)),
            first: if first.notes.is_empty() { as_page_writes } else { first.as_pasted() },
            others: others.iter().map(Candidate::as_pasted).collect(),
        };
        Some(first.beside(&beside))
    }

    /// Keeps it for this visit, and in this tab.
    fn keep(&self) {
        arrival::keep(&self.link().unwrap_or_default());
        KEPT.set(Some(self.clone()));
    }

    /// Whether there is whose assumptions these are.
    fn has(&self, world: World) -> bool {
        !matches!(world, World::Of(letter) if self.candidate(letter).is_none())
    }

    /// The first choice of a visit: the scenario on the page beside the reference, or else the first ready-made one that
    /// differs from it.
    fn starting(page: &AttrValue, desk: Desk) -> Self {
        let mut choice = Self::empty(page, desk);
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
        self.add_all(found.into_iter().flat_map(arrival::apart));
    }

    /// Adds scenarios; those for which there is no room stand in the field.
    fn add_all(&mut self, found: impl Iterator<Item = Pasted>) {
        let (mut added, mut known, mut left, mut why_not) = (Vec::new(), Vec::new(), Vec::new(), Vec::new());
        for pasted in found {
            let there =
                self.candidates.iter().find(|candidate| candidate.is(&pasted)).map(|candidate| candidate.letter);
            match there {
                Some(letter) => known.push(letter.text().to_string()),
                None => match self.put(pasted.name.as_deref().unwrap_or_default(), &pasted.link) {
                    Ok(letter) => {
                        if pasted.name.is_none() {
                            self.number(letter);
                        }
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

    /// Adds the scenarios of a file, with what could not be taken over of it.
    fn add_file(&mut self, read: Result<Reading, NoScenarios>) {
        match read {
            Ok(reading) => {
                let named = |kept: Kept| Pasted { name: named(&kept.name), link: kept.link };
                self.add_all(reading.kept.into_iter().map(named));
                let doubts = reading.doubts.iter().map(Doubt::to_string);
                self.told = std::iter::once(self.told.to_string()).chain(doubts).collect::<Vec<_>>().join(" ").into();
            }
            Err(why) => self.told = format!("Uit dit bestand is niets toegevoegd: {why}").into(),
        }
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
            Act::AddFile(read) => next.add_file(read),
            Act::Name(letter, name) => {
                let named = next.candidates.iter_mut().find(|candidate| candidate.letter == letter);
                named.into_iter().for_each(|candidate| candidate.name = name.clone().into());
            }
            Act::Remove(letter) => next.remove(letter),
            Act::Show => next.candidates.iter_mut().for_each(|candidate| candidate.follows_page = false),
            Act::Suppose(world) => next.world = world,
        }
        // At once: the room may be shut by the same click, before anything is drawn again.
        next.keep();
        Rc::new(next)
    }
}
