//! Geef een scenario door: as a link, on paper, as data, as pictures.
//!
//! Invariant: what is handed over is the scenario the room opened with.

mod address;
mod data;
mod paper;
mod pictures;
mod plain;
mod sheet;
mod telling;

use std::ops::Deref;
use std::rc::Rc;

use yew::prelude::*;

use crate::analysis::draws::Draws;
use crate::analysis::range::{BANDED, Bands, Runs};
use crate::export::{About, Given, Range};
use crate::model::catalogue::Catalogue;
use crate::model::project::project;
use crate::model::projection::Total;
use crate::scenario::{Scenario, link};
use crate::view::address::with_fragment;
use crate::view::desk::use_desk;
use crate::view::meeting::store;
use crate::view::picture::Shown;
use crate::view::words;

#[derive(Properties, PartialEq)]
pub struct HandOverProps {
    /// The link of the scenario on the page.
    pub link: AttrValue,
    /// Shuts the room.
    pub close: Callback<()>,
}

#[component]
pub fn HandOver(props: &HandOverProps) -> Html {
    let desk = use_desk();
    let handed = use_memo(props.link.clone(), |link| Handed::of(link, &desk.catalogue));
    let handed = Shared(handed);
    html! {
        <div class="handover">
            <address::ByLink handed={handed.clone()} />
            <paper::OnPaper handed={handed.clone()} />
            <data::AsData handed={handed.clone()} />
            <pictures::AsPictures {handed} />
        </div>
    }
}

/// What is handed over.
pub struct Handed {
    scenario: Scenario,
    projection: Shown,
    range: Range,
    about: About,
}

impl Handed {
    /// The scenario of a link, with its results, run once.
    fn of(link: &str, catalogue: &Catalogue) -> Self {
        let scenario = link::read(link, catalogue).scenario;
        let projection = Shown(Rc::new(project(catalogue, scenario.plan())));
        let all = Runs::of(catalogue, scenario.plan(), &Draws::of(catalogue)).bands();
        let bands = BANDED.into_iter().filter_map(|figure| Some((figure, Bands::of(figure, &all)?))).collect();
        let range = Range { title: words::band_title(catalogue, scenario.plan()), bands };
        let about = About {
            name: store::name_of(link).unwrap_or_else(|| scenario.name(catalogue)),
            date: telling::today(),
            link: with_fragment(link),
        };
        Self { scenario, projection, range, about }
    }

    /// For the files.
    fn given<'a>(&'a self, catalogue: &'a Catalogue) -> Given<'a> {
        let Self { scenario, projection, range, about } = self;
        Given { about, catalogue, scenario, projection, range }
    }

    /// The bands of a result.
    fn bands(&self, of: Total) -> Option<&Bands> {
        self.range.bands.iter().find(|(figure, _)| *figure == of).map(|(_, bands)| bands)
    }
}

/// What is handed over, as a property: it stays the same for as long as the room is open.
#[derive(Clone)]
pub struct Shared(Rc<Handed>);

impl PartialEq for Shared {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Deref for Shared {
    type Target = Handed;

    fn deref(&self) -> &Handed {
        &self.0
    }
}

#[derive(Properties, PartialEq)]
pub struct PartProps {
    pub handed: Shared,
}
