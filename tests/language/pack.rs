//! The seeds with one small file beside them, and the numbers that come of it.

use std::sync::Arc;

use ombuigen::model::calculation::recorded_with;
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::cell::Cell;
use ombuigen::model::plan::Plan;
use ombuigen::model::sheet::Sheet;
use rust_decimal::Decimal;

use super::seeds;
pub use super::seeds::read;

/// The file that is added.
pub const FILE: &str = "proef.toml";

/// What each added file can name.
const NAMES: &str = r#"
[set]
soort = { name = "soort", members = ["a", "b", "c"] }
post = { name = "post" }
groep = { name = "groep" }

[groep.g]
name = "eerste groep"
[groep.h]
name = "tweede groep"
[post.p]
name = "eerste post"
groep = ["g"]
[post.q]
name = "tweede post"
groep = ["g", "h"]
[post.r]
name = "derde post"

[series]
twee = { unit = "1", known = "2" }
drie = { unit = "1", known = "3" }
tien = { unit = "1", known = "10" }
geld = { unit = "EUR", known = "100" }
geld-2019 = { unit = "EUR2019", known = "40" }
banen = { unit = "fte", known = "5" }
tabel = { per = "soort", unit = "1", known = ["1", "2", "4"] }
prijs = { per = "post", unit = "EUR", known = { p = "10", q = "20", r = "40" } }
"#;

/// The seeds with a file of names and this file beside them.
pub fn files(text: &str) -> Vec<(String, String)> {
    let added = [("namen.toml", NAMES), (FILE, text)].map(|(name, text)| (name.to_string(), text.to_string()));
    seeds::files().into_iter().chain(added).collect()
}

/// The same with one thing changed in one file.
#[track_caller]
pub fn changed(text: &str, file: &str, from: &str, to: &str) -> Vec<(String, String)> {
    let mut files = files(text);
    let (_, whole) = files.iter_mut().find(|(name, _)| name == file).expect("a seed file");
    assert_eq!(whole.matches(from).count(), 1, "`{from}` stands once in {file}");
    *whole = whole.replace(from, to);
    files
}

/// The catalogue with this file.
#[track_caller]
pub fn catalogue(text: &str) -> Catalogue {
    read(&files(text)).unwrap_or_else(|refusal| panic!("refused:\n{text}\n{refusal}"))
}

/// A plan with some settings.
pub fn plan(settings: &[(&str, &str)], catalogue: &Catalogue) -> Plan {
    settings.iter().fold(Plan::default(), |plan, (id, value)| {
        plan.with(catalogue.setting(id).expect("a setting"), Some(number(value)), catalogue)
    })
}

/// Everything calculated, also the cells with these names.
pub fn sheet(catalogue: &Catalogue, settings: &[(&str, &str)], names: &[&str]) -> Sheet {
    let cells = names.iter().map(|name| cell(catalogue, name));
    Sheet::of(&Arc::new(recorded_with(catalogue, cells)), &plan(settings, catalogue))
}

/// A cell by its name: `x`, or `x[a, 2019]` with the members in the order of its sets.
pub fn cell(catalogue: &Catalogue, name: &str) -> Cell {
    let (name, members) = name.split_once('[').unwrap_or((name, ""));
    let frame = catalogue.frame();
    let quantity = frame.named(name).unwrap_or_else(|| panic!("{name} exists"));
    let members: Vec<&str> = members.trim_end_matches(']').split(", ").filter(|id| !id.is_empty()).collect();
    let per = &frame.quantity(quantity).per;
    assert_eq!(members.len(), per.len(), "{name} has a value for each of its sets");
    frame.cell(quantity, |set| {
        let named = per.iter().zip(&members).find(|(own, _)| **own == set).map(|(_, id)| *id);
        let place = frame.set(set).members.iter().position(|member| Some(member.id.as_str()) == named);
        place.unwrap_or_else(|| panic!("{named:?} is a member")) as u16
    })
}

pub fn number(text: &str) -> Decimal {
    Decimal::from_str_exact(text).expect("a number")
}
