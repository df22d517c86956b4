//! Which scenarios stand side by side, what they are called, and under whose assumptions they are calculated.

use std::cell::RefCell;
use std::rc::Rc;

use yew::{AttrValue, Reducible};

use super::candidate::Candidate;
use super::letter::Letter;
use crate::model::plan::Plan;
use crate::scenario::compare::under;
use crate::scenario::link::ready_made;
use crate::scenario::paste::{Pasted, find};
use crate::view::address::with_fragment;
use crate::view::desk::Desk;
use crate::view::words;

/// Where there is no room for one more.
const FULL: &str = "Er staan al zes scenario’s. Verwijder er eerst een.";

/// Where nothing was pasted.
const NOTHING: &str = "Plak eerst een tekst met links in het veld.";

/// Where nothing that was pasted is a link of ours.
const NO_LINK: &str = "In deze tekst staat geen link van deze simulator. In zo’n link staat #v=2 met daarachter wat is ingesteld; de knop \
                       “Kopieer de link” op de pagina maakt hem.";

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
        Some(choice) => choice.seeing(page),
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
        let beside = std::iter::once(catalogue.reference())
            .chain(catalogue.scenarios())
            .find(|preset| choice.candidates.iter().all(|candidate| *candidate.scenario.plan() != preset.plan));
        if let Some(ready_made) = beside.map(|preset| ready_made(&preset.id, catalogue)) {
            choice.put("", &ready_made);
        }
        choice
    }

    /// The choice with what is on the page now.
    fn seeing(mut self, page: &AttrValue) -> Self {
        self.told = AttrValue::default();
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
            *candidate = Candidate { follows_page: true, ..Candidate::of(candidate.letter, &name, page, &self.desk) };
        } else if !self.put_page() {
            self.told = format!("Het scenario op de pagina staat er niet bij. {FULL}").into();
        }
        self
    }

    /// Puts the scenario on the page among the others, as long as there is room.
    fn put_page(&mut self) -> bool {
        let page = self.page.clone();
        let letter = self.put("", &page);
        self.candidates.iter_mut().for_each(|candidate| candidate.follows_page |= Some(candidate.letter) == letter);
        letter.is_some()
    }

    /// Adds a scenario, as long as there is room: it gets the first free letter.
    fn put(&mut self, name: &str, link: &str) -> Option<Letter> {
        let letter = Letter::ALL.into_iter().find(|letter| self.candidate(*letter).is_none())?;
        self.candidates.push(Candidate::of(letter, name, link, &self.desk));
        self.candidates.sort_by_key(|candidate| candidate.letter);
        Some(letter)
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

    /// The plan that a scenario is calculated with.
    pub fn plan(&self, candidate: &Candidate) -> Plan {
        let plan = candidate.scenario.plan();
        match self.world {
            World::Own => plan.clone(),
            World::Default => under(plan, &Plan::default(), &self.desk.catalogue),
            World::Of(letter) => {
                let assumed = self.candidate(letter).map_or(plan, |other| other.scenario.plan());
                under(plan, assumed, &self.desk.catalogue)
            }
        }
    }

    /// Under whose assumptions the results stand, as a heading goes on: "met de aannames van B".
    pub fn world_in_words(&self) -> String {
        match self.world {
            World::Own => "ieder met de eigen aannames".to_string(),
            World::Default => "alle met de standaardaannames".to_string(),
            World::Of(letter) => {
                let name =
                    self.candidate(letter).map(|candidate| candidate.title(&self.desk.catalogue)).unwrap_or_default();
                format!("alle met de aannames van {} ({name})", letter.text())
            }
        }
    }

    fn add(&mut self, pasted: &Pasted) {
        let name = pasted.name.clone().unwrap_or_default();
        self.told = match self.put(&name, &pasted.link) {
            Some(letter) => format!("Toegevoegd als {}.", letter.text()),
            None => FULL.to_string(),
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
        let (mut added, mut known, mut left) = (Vec::new(), Vec::new(), Vec::new());
        for pasted in found {
            let there =
                self.candidates.iter().find(|candidate| candidate.is(&pasted)).map(|candidate| candidate.letter);
            match there {
                Some(letter) => known.push(letter.text().to_string()),
                None => match self.put(pasted.name.as_deref().unwrap_or_default(), &pasted.link) {
                    Some(letter) => {
                        self.number(letter);
                        added.push(letter.text().to_string());
                    }
                    None => left.push(pasted),
                },
            }
        }
        self.told = told_of(&added, &known, &left).into();
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
        let name = gone.title(&self.desk.catalogue);
        self.told = if self.world == World::Of(letter) {
            self.world = World::Own;
            format!("{} ({name}) is verwijderd. Ieder scenario rekent weer met de eigen aannames.", letter.text())
        } else {
            format!("{} ({name}) is verwijderd.", letter.text())
        }
        .into();
    }
}

/// A link for which there was no room, as it can be pasted again.
fn as_line(pasted: &Pasted) -> String {
    let name = pasted.name.as_ref().map(|name| format!("{name}: ")).unwrap_or_default();
    format!("{name}{}", with_fragment(&pasted.link))
}

fn told_of(added: &[String], known: &[String], left: &[Pasted]) -> String {
    let sentence = |what: &str, of: &[String]| (!of.is_empty()).then(|| format!("{what} {}.", words::list(of)));
    let name = |pasted: &Pasted| pasted.name.clone().unwrap_or_else(|| "een link zonder naam".to_string());
    let names: Vec<String> = left.iter().map(name).collect();
    let no_room = "Er passen er zes naast elkaar. Deze staan nog in het veld; verwijder eerst een ander scenario:";
    let parts = [sentence("Toegevoegd:", added), sentence("Stond er al:", known), sentence(no_room, &names)];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
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
