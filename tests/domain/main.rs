#![cfg(not(target_arch = "wasm32"))]
//! Guards the scope sociaal-domein of the edition of now: its check values, the published sums of its pilots, and that without
//! it nothing of youth care moves.

use std::path::{Path, PathBuf};
use std::sync::{Arc, LazyLock};

use ombuigen::model::calculation::recorded_in;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::cell::Cell;
use ombuigen::model::money::Money;
use ombuigen::model::plan::Plan;
use ombuigen::model::sheet::Sheet;
use ombuigen::seeds::load;
use rust_decimal::{Decimal, RoundingStrategy};

mod lines;
mod pilots;
mod scope;

/// The edition that has the scope.
const EDITION: &str = "2026.1";

/// The edition with its part.
static DOMAIN: LazyLock<Catalogue> = LazyLock::new(|| {
    let mut texts = Vec::new();
    read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(EDITION), &mut texts);
    let named: Vec<_> = texts.iter().map(|(path, text)| (path.to_str().unwrap(), text.as_str())).collect();
    load(&named).unwrap_or_else(|refusal| panic!("{refusal}"))
});

/// The seed files of a folder and the folders in it.
fn read(folder: &Path, texts: &mut Vec<(PathBuf, String)>) {
    for entry in folder.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
        match entry.extension().and_then(|end| end.to_str()) {
            Some("toml") => texts.push((entry.clone(), std::fs::read_to_string(&entry).unwrap())),
            None if entry.is_dir() => read(&entry, texts),
            _ => {}
        }
    }
}

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
