//! Links: kept for ever, as short as promised, and never a reason to fail.
#![cfg(not(target_arch = "wasm32"))]

mod any;
mod beside;
mod case;
mod check;
mod kept;
mod mangled;
mod named;
mod read;
#[path = "../common/results.rs"]
mod results;
mod written;

use ombuigen::built_in;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::scenario::Scenario;
use ombuigen::scenario::edit::Edit;
use ombuigen::scenario::link::{Opened, Verdict, write};
use rust_decimal::Decimal;

use results::project;

/// The edition that is tested.
const EDITION: &str = "2019.1";

fn catalogue() -> Catalogue {
    built_in::catalogue("2019.1").expect("the seeds are right")
}

fn link_of(scenario: &Scenario, catalogue: &Catalogue) -> String {
    write(scenario, &project(scenario.plan()), catalogue)
}

/// How a link stands to what its scenario comes to.
fn verdict(opened: &Opened, catalogue: &Catalogue) -> Verdict {
    opened.verdict(&project(opened.scenario.plan()), catalogue)
}

/// On which outlook a scenario is looked at.
fn drawn(scenario: &Scenario, catalogue: &Catalogue) -> Option<Decimal> {
    scenario.plan().value(catalogue.setting("realisatie.trekken").expect("a setting"), catalogue)
}

/// To the other outlook than everything opens on.
fn look_back(catalogue: &Catalogue) -> Edit {
    Edit::Set(catalogue.setting("realisatie.trekken").expect("a setting"), Some(Decimal::ONE))
}

fn opened(edits: impl IntoIterator<Item = Edit>, catalogue: &Catalogue) -> Scenario {
    let opening = Scenario::opening(catalogue);
    edits.into_iter().fold(opening, |scenario, edit| scenario.apply(&edit, catalogue).expect("an allowed edit"))
}
