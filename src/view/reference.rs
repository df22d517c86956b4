//! What differences on the page are measured from: a ready-made scenario, or one that the user kept.

use std::rc::Rc;

use yew::AttrValue;

use super::edition::Edition;
use crate::analysis::against::reference_plan;
use crate::analysis::outlook::{ByOutlook, Outlook, recorded};
use crate::model::plan::Plan;
use crate::model::projection::Projection;
use crate::model::sheet::Sheet;
use crate::scenario::{Scenario, link};

/// What other programs call a scenario that the user kept.
const KEPT: &str = "kept";

/// What differences are measured from, with its results.
pub struct Reference {
    /// What other programs call it: the id of a ready-made scenario, or that it is kept.
    pub id: AttrValue,
    /// What people call it.
    pub name: AttrValue,
    /// What it sets.
    pub plan: Plan,
    results: ByOutlook<Rc<Projection>>,
}

impl Reference {
    /// That of a scenario: its ready-made choices, in the world of the scenario itself. The one before where that is it still.
    pub fn of(scenario: &Scenario, edition: &Edition, sheet: &Sheet, before: Option<&Rc<Self>>) -> Rc<Self> {
        let preset = scenario.reference(&edition.catalogue);
        let plan = reference_plan(preset, scenario.plan(), &edition.catalogue);
        let is_it = |before: &&Rc<Self>| before.id == preset.id && before.plan == plan;
        before.filter(is_it).cloned().unwrap_or_else(|| {
            let (id, name) = (preset.id.clone().into(), preset.label.clone().into());
            Rc::new(Self::worked_out(id, name, plan, edition, sheet))
        })
    }

    /// A scenario that the user kept, by its link, as it was kept.
    pub fn kept(name: &str, text: &str, edition: &Edition, sheet: &Sheet) -> Rc<Self> {
        let plan = link::read(text, &edition.catalogue).scenario.plan().clone();
        Rc::new(Self::worked_out(KEPT.into(), name.to_string().into(), plan, edition, sheet))
    }

    fn worked_out(id: AttrValue, name: AttrValue, plan: Plan, edition: &Edition, sheet: &Sheet) -> Self {
        let of = |plan: &Plan| Rc::new(sheet.with(plan).projection());
        let results = ByOutlook { plan: of(&plan), record: of(&recorded(&plan, &edition.catalogue)) };
        Self { id, name, plan, results }
    }

    /// Whether the user kept it: then it does not travel in a link.
    pub fn is_kept(&self) -> bool {
        self.id == KEPT
    }

    /// Its results in an outlook.
    pub fn of_outlook(&self, outlook: Outlook) -> &Rc<Projection> {
        self.results.of(outlook)
    }
}
