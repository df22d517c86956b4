//! The steps of a user that both benches time.

use std::hint::black_box;
use std::sync::Arc;

use ombuigen::built_in;
use ombuigen::model::calculation::recorded;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::id::LeverId;
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::projection::Projection;
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
