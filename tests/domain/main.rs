#![cfg(not(target_arch = "wasm32"))]
//! Guards the scope sociaal-domein of the edition of now: its check values, the published sums of its pilots, and that without
//! it nothing of youth care moves.

use std::sync::{Arc, LazyLock};

use ombuigen::built_in;
use ombuigen::model::calculation::recorded_in;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::cell::Cell;
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::sheet::Sheet;
use rust_decimal::{Decimal, RoundingStrategy};

#[path = "../common/mod.rs"]
mod common;
#[path = "../common/derived.rs"]
mod derived;
mod figures;
mod flow;
mod lines;
mod notes;
mod payers;
mod pilots;
mod printed;
mod twice;

/// The edition that has the scope.
const EDITION: &str = "2026.1";

/// The part of it.
const PART: &str = "sociaal-domein";

/// The edition with its part.
static DOMAIN: LazyLock<Catalogue> = LazyLock::new(|| built_in::part(EDITION, PART).expect("the seeds are right"));

/// A plan with some settings, by id.
fn plan(settings: &[(&str, &str)]) -> Plan {
    settings.iter().fold(Plan::default(), |plan, (id, value)| {
        let setting = DOMAIN.setting(id).unwrap_or_else(|| panic!("no setting `{id}`"));
        let bounds = DOMAIN.spec(setting).bounds.unwrap_or_else(|| panic!("`{id}` cannot be set"));
        let value = bounds.check(Decimal::from_str_exact(value).unwrap()).unwrap_or_else(|why| panic!("{id}: {why}"));
        plan.with(setting, Some(value), &DOMAIN)
    })
}

/// A ready-made scenario.
fn preset(id: &str) -> Plan {
    let found = DOMAIN.scenarios().iter().find(|preset| preset.id == id);
    found.unwrap_or_else(|| panic!("no scenario `{id}`")).plan.clone()
}

/// In whole euros.
fn whole(amount: Money) -> Decimal {
    rounded(amount.euros())
}

fn rounded(amount: Decimal) -> Decimal {
    amount.round_dp_with_strategy(0, RoundingStrategy::MidpointAwayFromZero)
}

/// Everything calculated of a plan in its own scope, also all cells of some quantities.
fn sheet(plan: &Plan, names: &[&str]) -> Sheet {
    let frame = DOMAIN.frame();
    let named = names.iter().map(|name| frame.named(name).unwrap_or_else(|| panic!("no `{name}`")));
    let cells: Vec<Cell> = named.flat_map(|quantity| frame.cells(quantity)).collect();
    Sheet::of(&Arc::new(recorded_in(DOMAIN.scope_of(plan), &DOMAIN, cells)), plan)
}

/// The number of a quantity for some members by their ids, in whole euros.
fn euros(sheet: &Sheet, name: &str, members: &[&str]) -> Decimal {
    let frame = DOMAIN.frame();
    let quantity = frame.named(name).unwrap();
    let per = &frame.quantity(quantity).per;
    let cell = frame.cell(quantity, |set| {
        let at = per.iter().position(|own| *own == set).unwrap();
        let is_named = |member: &ombuigen::model::frame::Member| member.id == members[at];
        frame.set(set).members.iter().position(is_named).unwrap_or_else(|| panic!("{members:?}")) as u16
    });
    rounded(sheet.told(cell))
}
