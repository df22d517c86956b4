//! What is handed over: a scenario with everything that is told of it.

use yew::prelude::*;

use crate::analysis::draws::Draws;
use crate::analysis::outlook::{ByOutlook, Outlook, recorded};
use crate::analysis::range::{Banded, Bands, Runs};
use crate::export::{About, Given, InOutlook};
use crate::model::catalogue::Catalogue;
use crate::model::projection::Projection;
use crate::model::sheet::Sheet;
use crate::scenario::{Scenario, link};
use crate::view::address::with_fragment;
use crate::view::desk::Desk;
use crate::view::meeting::{store, today::today};
use crate::view::same::Same;
use crate::view::words;

/// What is handed over.
pub struct Handed {
    pub scenario: Scenario,
    pub sheet: Sheet,
    /// The outlook that the page showed.
    pub outlook: Outlook,
    /// The results in that outlook.
    pub projection: Same<Projection>,
    outlooks: ByOutlook<InOutlook>,
    pub about: About,
    /// Against which budget the deficit stands.
    pub budget: String,
}

impl Handed {
    /// The scenario of a link, with its results, run once in each outlook.
    pub fn of(link: &str, desk: &Desk) -> Self {
        let catalogue = &*desk.catalogue;
        let scenario = link::read(link, catalogue).scenario;
        let (plan, outlook) = (scenario.plan(), Outlook::of(scenario.plan(), catalogue));
        let (sheet, draws) = (desk.sheet(plan), Draws::of(catalogue));
        let record = sheet.with(&recorded(plan, catalogue)).projection();
        let of = |outlook, projection| {
            let ranges = Runs::of(catalogue, &sheet, &draws, outlook).ranges();
            InOutlook { title: words::outlook_title(outlook, catalogue, plan), projection, ranges }
        };
        let outlooks = ByOutlook { plan: of(Outlook::Plan, sheet.projection()), record: of(Outlook::Record, record) };
        let about = About {
            name: store::name_of(link).unwrap_or_else(|| scenario.name(catalogue)),
            date: today(),
            link: with_fragment(link),
        };
        let budget = catalogue.budget_in_words(plan);
        let projection = Same::new(outlooks.of(outlook).projection.clone());
        Self { outlook, projection, outlooks, about, budget, scenario, sheet }
    }

    /// For the files.
    pub fn given<'a>(&'a self, catalogue: &'a Catalogue) -> Given<'a> {
        let Self { scenario, sheet, outlooks, about, .. } = self;
        Given { about, catalogue, scenario, sheet, projection: &outlooks.plan.projection, outlooks }
    }

    /// On which realisation what is shown counts, in words.
    pub fn title(&self) -> &'static str {
        self.outlooks.of(self.outlook).title
    }

    /// The bands of a result in the outlook that the page showed.
    pub fn bands(&self, of: Banded) -> &Bands {
        self.outlooks.of(self.outlook).ranges.of(of)
    }
}

/// A part of the room.
#[derive(Properties, PartialEq)]
pub struct PartProps {
    pub handed: Same<Handed>,
}
