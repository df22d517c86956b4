//! The steps of a user that both benches time.

use std::sync::Arc;

use ombuigen::built_in;
use ombuigen::model::calculation::recorded;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::plan::Plan;
use ombuigen::model::sheet::Sheet;
use ombuigen::scenario::Scenario;
use rust_decimal::Decimal;

/// The steps, each with how far it goes: a lever that reaches as much as most, the one that reaches most, and growth.
pub const STEPS: [(&str, &str, Decimal); 3] = [
    ("a step of a lever: fte of POH-jeugd", "poh.fte", Decimal::ONE),
    ("a step of a lever: cost-conscious access", "kostenbewust.reductie", Decimal::ONE),
    ("a step of growth", "groei.volume", Decimal::ONE),
];

/// What the page opens with in an edition.
pub struct Opening {
    pub catalogue: Catalogue,
    pub sheet: Sheet,
}

impl Opening {
    pub fn of(edition: &str) -> Self {
        let catalogue = built_in::catalogue(edition).expect("the seeds are right");
        let sheet = Sheet::of(&Arc::new(recorded(&catalogue)), Scenario::opening(&catalogue).plan());
        Self { catalogue, sheet }
    }
}

/// The plan of a sheet with one setting so much further.
pub fn stepped(catalogue: &Catalogue, sheet: &Sheet, id: &str, further: Decimal) -> Plan {
    let setting = catalogue.setting(id).expect("a setting");
    let value = sheet.plan().value(setting, catalogue).unwrap_or_default() + further;
    sheet.plan().clone().with(setting, Some(value), catalogue)
}
