//! What differences on the page are measured from: a ready-made scenario, or one that the user kept.

use std::rc::Rc;

use yew::AttrValue;

use super::edition::Edition;
use crate::analysis::against::reference_plan;
use crate::analysis::outlook::{ByOutlook, Outlook, recorded};
use crate::model::plan::Plan;
use crate::model::projection::Projection;
use crate::model::role::InputRole;
use crate::model::sheet::Sheet;
use crate::scenario::widened::widened;
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

    /// A scenario that the user kept, by its link, as it was kept but for the scope, which is that of the numbers beside it.
    pub fn kept(name: &str, text: &str, edition: &Edition, sheet: &Sheet) -> Rc<Self> {
        let plan = link::read(text, &edition.catalogue).scenario.plan().clone();
        let kept = Self::worked_out(KEPT.into(), name.to_string().into(), plan, edition, sheet);
        Rc::new(kept).in_scope_of(sheet, edition)
    }

    /// The same in the scope of some numbers: amounts of two scopes say nothing beside each other.
    pub fn in_scope_of(self: Rc<Self>, sheet: &Sheet, edition: &Edition) -> Rc<Self> {
        let catalogue = &edition.catalogue;
        let Some(scope) = catalogue.played(InputRole::Scope) else { return self };
        let wanted = sheet.plan().value(scope, catalogue);
        if self.plan.value(scope, catalogue) == wanted {
            return self;
        }
        let plan = self.plan.clone().with(scope, wanted, catalogue);
        Rc::new(Self::worked_out(self.id.clone(), self.name.clone(), plan, edition, sheet))
    }

    /// The same with the ids of a wider edition.
    pub fn widened(&self, from: &Edition, to: &Edition, sheet: &Sheet) -> Rc<Self> {
        let plan = widened(&self.plan, &from.catalogue, &to.catalogue);
        Rc::new(Self::worked_out(self.id.clone(), self.name.clone(), plan, to, sheet))
    }

    fn worked_out(id: AttrValue, name: AttrValue, plan: Plan, edition: &Edition, sheet: &Sheet) -> Self {
        let of = |plan: &Plan| Rc::new(edition.turned(sheet, plan).projection());
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
