//! The steps of a user that both benches time.

use std::hint::black_box;
use std::sync::Arc;

use ombuigen::built_in::{self, EDITIONS};
use ombuigen::model::calculation::recorded_for;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::id::LeverId;
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::Projection;
use ombuigen::model::role::InputRole;
use ombuigen::model::sheet::Sheet;
use ombuigen::scenario::Scenario;
use rust_decimal::Decimal;

/// The steps, each with how far it goes: a lever that reaches as much as most, the one that reaches most, and growth; of a wider
/// scope a lever that saves on lines and elsewhere, and one of those who leave benefits.
const STEPS: [(&str, &str, Decimal); 5] = [
    ("a step of a lever: fte of POH-jeugd", "poh.fte", Decimal::ONE),
    ("a step of a lever: cost-conscious access", "kostenbewust.reductie", Decimal::ONE),
    ("a step of growth", "groei.volume", Decimal::ONE),
    ("a step of a lever: procescoördinatie", "proco.huishoudens", Decimal::ONE),
    ("a step of a lever: Zoveel Meer", "zoveelmeer.inzet", Decimal::TEN),
];

/// The part of an edition that adds a scope.
const PART: &str = "sociaal-domein";

/// What the page opens with in an edition, or in the scope that its part adds.
pub struct Opening {
    /// What it is called.
    pub name: String,
    pub catalogue: Catalogue,
    pub sheet: Sheet,
}

impl Opening {
    /// That of every edition, and of every scope that a part adds.
    pub fn all() -> impl Iterator<Item = Self> {
        EDITIONS.iter().flat_map(|edition| {
            let by_itself = built_in::catalogue(edition.name).map(|own| Self::of(edition.name.to_string(), own));
            let part = built_in::part(edition.name, PART);
            by_itself.into_iter().chain(part.map(|wide| Self::of(format!("{}-{PART}", edition.name), wide)))
        })
    }

    fn of(name: String, catalogue: Catalogue) -> Self {
        let opening = Scenario::opening(&catalogue).plan().clone();
        let scope = catalogue.played(InputRole::Scope);
        let plan = scope.map(|scope| opening.clone().with(scope, Some(Decimal::ONE), &catalogue)).unwrap_or(opening);
        let sheet = Sheet::of(&Arc::new(recorded_for(&plan, &catalogue)), &plan);
        Self { name, catalogue, sheet }
    }

    /// The steps that it has, each with the plan that is so much further.
    pub fn steps(&self) -> impl Iterator<Item = (&'static str, &'static str, Plan)> {
        let known = STEPS.iter().filter(|(_, id, _)| self.catalogue.setting(id).is_some());
        known.map(|(name, id, further)| (*name, *id, stepped(&self.catalogue, &self.sheet, id, *further)))
    }
}

/// The plan of a sheet with one setting so much further.
fn stepped(catalogue: &Catalogue, sheet: &Sheet, id: &str, further: Decimal) -> Plan {
    let setting = catalogue.setting(id).expect("a setting");
    let value = sheet.plan().value(setting, catalogue).unwrap_or_default() + further;
    sheet.plan().clone().with(setting, Some(value), catalogue)
}

/// The results of a sheet, with the share of one lever in each year.
pub fn with_shares(sheet: &Sheet, lever: LeverId) -> (Projection, Vec<Money>) {
    let results = sheet.projection();
    let shares = results.horizon().years().map(|year| sheet.share_of(lever, year)).collect();
    (results, shares)
}

/// The results of a sheet, with what every measure, lever and line does in each year.
pub fn with_parts(sheet: &Sheet) -> Projection {
    let results = sheet.projection();
    results.iter().for_each(|(_, year)| {
        black_box(&*year.parts);
    });
    results
}
