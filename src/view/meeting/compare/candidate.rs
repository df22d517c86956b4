//! A scenario among the others: what it is called, and what came of its link.

use std::rc::Rc;

use yew::AttrValue;

use super::letter::Letter;
use crate::scenario::Scenario;
use crate::scenario::beside::Beside;
use crate::scenario::link::{self, AskedEdition, asked_edition};
use crate::scenario::paste::Pasted;
use crate::view::edition::{Edition, Unopened, known_of};
use crate::view::words;

/// A scenario among the others.
#[derive(Clone, PartialEq)]
pub struct Candidate {
    pub letter: Letter,
    /// What it is called; empty where nobody named it.
    pub name: AttrValue,
    /// Whether it changes with the scenario on the page.
    pub follows_page: bool,
    /// The link as it came in.
    pub came: AttrValue,
    /// Its link as the page writes it: equal for equal scenarios.
    pub link: AttrValue,
    /// The edition of its figures.
    pub edition: Rc<Edition>,
    pub scenario: Rc<Scenario>,
    /// What the link held that was not taken over, in sentences.
    pub notes: Rc<[String]>,
}

impl Candidate {
    /// The scenario of a link, by its letter and what it was called.
    ///
    /// # Errors
    /// Says why there are no figures to read it with.
    pub fn of(letter: Letter, name: &str, came: &str) -> Result<Self, Unopened> {
        let edition = known_of(came)?;
        let catalogue = &edition.catalogue;
        let opened = link::read(came, catalogue);
        let projection = edition.sheet(opened.scenario.plan()).projection();
        let link = AttrValue::from(link::write(&opened.scenario, &projection, catalogue));
        // Who holds others beside it is not the link of one.
        let came = if Beside::read(came).is_some() { link.clone() } else { came.to_string().into() };
        Ok(Self {
            letter,
            name: name.to_string().into(),
            follows_page: false,
            came,
            link,
            notes: words::about_link(&opened, &projection, catalogue).into(),
            scenario: Rc::new(opened.scenario),
            edition,
        })
    }

    /// What it is called: after its starting point where nobody named it.
    pub fn title(&self) -> String {
        match self.name.trim() {
            "" => self.scenario.name(&self.edition.catalogue),
            name => name.to_string(),
        }
    }

    /// It as it travels among others: as the page writes it, or as it came where that is to be told of again. With its name
    /// where that is not its own.
    pub fn as_pasted(&self) -> Pasted {
        let name = Some(self.name.to_string()).filter(|name| !name.is_empty() && name != self.scenario.given_name());
        let link = match asked_edition(&self.came) {
            _ if self.notes.is_empty() => self.link.to_string(),
            AskedEdition::Now => format!("d={}&{}", self.edition.name(), self.came),
            AskedEdition::Named(_) | AskedEdition::First => self.came.to_string(),
        };
        Pasted { name, link }
    }

    /// The link of it with others beside it.
    pub fn beside(&self, beside: &Beside) -> String {
        let (scenario, catalogue) = (&self.scenario, &self.edition.catalogue);
        let projection = self.edition.sheet(scenario.plan()).projection();
        link::write_beside(scenario, &projection, catalogue, beside.text(self.edition.name()))
    }

    /// Whether a link is its own, as the page writes it or as it came: the page keeps an older one as it came.
    pub fn has_link(&self, link: &AttrValue) -> bool {
        [&self.link, &self.came].contains(&link)
    }

    /// Whether it is a pasted link that came in before, under the same name or now without any.
    pub fn is(&self, pasted: &Pasted) -> bool {
        self.came == pasted.link && pasted.name.as_ref().is_none_or(|name| *name == *self.name)
    }
}
