//! What is handed over: a scenario with everything that is told of it.

use js_sys::{Date, Object, Reflect};
use yew::prelude::*;

use crate::analysis::draws::Draws;
use crate::analysis::range::{BANDED, Bands, Runs};
use crate::export::{About, Given, Ranges};
use crate::model::catalogue::Catalogue;
use crate::model::projection::{Projection, Total};
use crate::model::sheet::Sheet;
use crate::scenario::{Scenario, link};
use crate::view::address::with_fragment;
use crate::view::desk::Desk;
use crate::view::meeting::store;
use crate::view::same::Same;
use crate::view::words;

/// What is handed over.
pub struct Handed {
    pub scenario: Scenario,
    pub sheet: Sheet,
    pub projection: Same<Projection>,
    pub ranges: Ranges,
    pub about: About,
    /// Against which budget the deficit stands.
    pub budget: String,
}

impl Handed {
    /// The scenario of a link, with its results, run once.
    pub fn of(link: &str, desk: &Desk) -> Self {
        let catalogue = &*desk.catalogue;
        let scenario = link::read(link, catalogue).scenario;
        let sheet = desk.sheet(scenario.plan());
        let projection = Same::new(sheet.projection());
        let all = Runs::of(catalogue, &sheet, &Draws::of(catalogue)).bands();
        let of = |total| Some((total, Bands::of(total, &all, catalogue.horizon())?));
        let bands = BANDED.into_iter().filter_map(of).collect();
        let ranges = Ranges { title: words::band_title(catalogue, scenario.plan()), bands };
        let about = About {
            name: store::name_of(link).unwrap_or_else(|| scenario.name(catalogue)),
            date: today(),
            link: with_fragment(link),
        };
        let budget = catalogue.budget_in_words(scenario.plan());
        Self { scenario, sheet, projection, ranges, about, budget }
    }

    /// For the files.
    pub fn given<'a>(&'a self, catalogue: &'a Catalogue) -> Given<'a> {
        let Self { scenario, sheet, projection, ranges, about, .. } = self;
        Given { about, catalogue, scenario, sheet, projection, ranges }
    }

    /// The bands of a result.
    pub fn bands(&self, of: Total) -> Option<&Bands> {
        self.ranges.bands.iter().find(|(total, _)| *total == of).map(|(_, bands)| bands)
    }
}

/// The day of today, in Dutch.
fn today() -> String {
    let options = Object::new();
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(&options, &"dateStyle".into(), &"long".into());
    Date::new_0().to_locale_date_string("nl-NL", &options).into()
}

/// A part of the room.
#[derive(Properties, PartialEq)]
pub struct PartProps {
    pub handed: Same<Handed>,
}
