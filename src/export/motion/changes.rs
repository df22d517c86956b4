//! What the scenario changes: from where things stand today, and from what is assumed where nobody sets it otherwise.

use rust_decimal::Decimal;

use crate::export::Given;
use crate::export::document::{Block, Table};
use crate::model::bounds::Unit;
use crate::model::catalogue::Catalogue;
use crate::model::digits::plain;
use crate::model::id::Setting;
use crate::model::plan::Plan;
use crate::scenario::edit::{title, title_within};
use crate::scenario::names::{measure, open};
use crate::scenario::shown::value;
use crate::scenario::{is_choice, is_own_input, is_view};

/// The choices, then the assumptions and the own figures, as far as there are any.
pub fn of_scenario(given: &Given<'_>) -> Vec<Block> {
    let heading = Block::Heading("Wat het verandert".to_string());
    let choices =
        choices(given).unwrap_or_else(|| Block::Paragraph("Geen maatregel: alles blijft zoals nu.".to_string()));
    [heading, choices].into_iter().chain(assumed(given)).chain(entered(given)).collect()
}

/// The settings of a kind that are not where they stand by themselves.
fn differing<'g>(
    given: &'g Given<'_>,
    is_one: fn(Setting, &Plan, &Catalogue) -> bool,
) -> impl Iterator<Item = (Setting, Decimal)> + 'g {
    let (plan, catalogue) = (given.scenario.plan(), given.catalogue);
    // How it is looked at says nothing of the scenario.
    plan.differing().filter(move |(setting, _)| !is_view(*setting, catalogue) && is_one(*setting, plan, catalogue))
}

/// Whether a setting is assumed about the world, by the user or with a ready-made scenario.
fn is_assumed(setting: Setting, plan: &Plan, catalogue: &Catalogue) -> bool {
    !is_choice(setting, catalogue) && !is_own_input(setting, plan, catalogue)
}

/// From what to what a setting goes.
fn from_to(setting: Setting, to: Decimal, catalogue: &Catalogue) -> [String; 2] {
    let spec = catalogue.spec(setting);
    let shown = |number| match (setting, spec.unit) {
        (Setting::Figure(_), Unit::Fraction) => plain(number),
        (_, unit) => value(number, unit),
    };
    let from = spec.default.map_or_else(|| open(setting, catalogue).to_string(), shown);
    [from, shown(to)]
}

/// A table of settings; none where there are no rows.
fn table(caption: &str, head: &[&str], rows: Vec<Vec<String>>) -> Option<Block> {
    let head: Vec<String> = head.iter().map(|name| name.to_string()).collect();
    let words = head.len();
    (!rows.is_empty()).then(|| Block::Table(Table { caption: caption.to_string(), head, rows, words }))
}

fn choices(given: &Given<'_>) -> Option<Block> {
    let catalogue = given.catalogue;
    let row = |(setting, to)| {
        let [from, to] = from_to(setting, to, catalogue);
        let of = catalogue.measure_of(setting).map_or_else(String::new, |of| measure(of, catalogue));
        vec![of, title_within(setting, catalogue), from, to]
    };
    let mut chosen: Vec<(Setting, Decimal)> =
        differing(given, |setting, _, catalogue| is_choice(setting, catalogue)).collect();
    chosen.sort_by_key(|(setting, _)| catalogue.measure_of(*setting));
    let rows = chosen.into_iter().map(row).collect();
    table("Maatregelen: van hoe het nu is naar wat dit scenario kiest.", &["Maatregel", "Wat", "Van", "Naar"], rows)
}

fn assumed(given: &Given<'_>) -> Option<Block> {
    let catalogue = given.catalogue;
    let row = |(setting, to)| {
        let [from, to] = from_to(setting, to, catalogue);
        vec![title(setting, catalogue), from, to]
    };
    let rows = differing(given, is_assumed).map(row).collect();
    table("Aannames die anders staan dan gewoonlijk.", &["Aanname", "Van", "Naar"], rows)
}

fn entered(given: &Given<'_>) -> Option<Block> {
    let catalogue = given.catalogue;
    let row = |(setting, to)| {
        let [from, to] = from_to(setting, to, catalogue);
        let why = match setting {
            Setting::Figure(figure) => given.scenario.reason(figure),
            _ => None,
        };
        vec![title(setting, catalogue), from, to, why.unwrap_or("niet gegeven").to_string()]
    };
    let rows = differing(given, is_own_input).map(row).collect();
    table(
        "Eigen cijfers: door de maker ingevuld, in plaats van die uit de bron.",
        &["Eigen cijfer", "Van", "Naar", "Reden"],
        rows,
    )
}
