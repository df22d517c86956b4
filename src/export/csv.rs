//! The year table as CSV for Dutch Excel: semicolons, decimal commas, a mark that says UTF-8.
//!
//! A post is a row and a year a column, as in a municipal budget and on the page, so that rows can be put beside a
//! budget as they are. The first columns say what kind of row it is, so that a filter gives the totals alone.

use super::{ENDS, Given, SIGNS, caution};
use crate::analysis::outlook::Outlook;
use crate::analysis::range::Banded;
use crate::model::catalogue::Measure;
use crate::model::digits::dutch;
use crate::model::id::Setting;
use crate::model::money::Money;
use crate::model::projection::{Post, Total};
use crate::scenario::amount::cents;
use crate::scenario::edit::title;
use crate::scenario::names::{NOT_KNOWN, open, suffix};
use crate::scenario::{is_choice, is_entered, is_view};

/// Tells Excel that the text is UTF-8.
const MARK: char = '\u{feff}';

/// The file.
pub fn write(given: &Given<'_>) -> String {
    let rows = head(given).into_iter().chain([Vec::new(), columns(given)]);
    let outlooks = Outlook::ALL.into_iter().flat_map(|outlook| in_outlook(outlook, given));
    let rows = rows.chain(totals(given)).chain(outlooks).chain(measures(given));
    let lines: String = rows.map(|row| row.join(";") + "\r\n").collect();
    format!("{MARK}{lines}")
}

/// What it is, a line for each thing: the name of the thing, then the text, which has the empty cells beside it to itself.
fn head(given: &Given<'_>) -> Vec<Vec<String>> {
    let about = given.about;
    let edition = format!("uitgave {}", given.catalogue.edition_in_words());
    let (caution, covers) = (caution(given), given.catalogue.pack_of(given.scenario.plan()).heading());
    let lines = [
        ("Over", covers.as_str()),
        ("Scenario", about.name.as_str()),
        ("Link", &about.link),
        ("Cijfers", &edition),
        ("Datum", &about.date),
        ("Bedragen", "in euro, niet gecorrigeerd voor inflatie, afgerond op centen; bandbreedte op duizenden"),
        ("Tekens", SIGNS),
        ("Let op", &caution),
        ("Bandbreedte", given.outlooks.plan.title),
        ("Ander uitgangspunt", given.outlooks.record.title),
    ];
    let lines = lines.into_iter().map(|(name, value)| vec![text(name), text(value)]);
    lines.chain(assumed(given)).collect()
}

/// The assumptions that are not the usual ones, and the figures that were replaced, with the reason.
fn assumed<'a>(given: &'a Given<'_>) -> impl Iterator<Item = Vec<String>> + 'a {
    // How it is looked at is no assumption: the rows themselves and what stands above them say so.
    let is_told = |setting| !is_choice(setting, given.catalogue) && !is_view(setting, given.catalogue);
    let assumed = given.scenario.plan().differing().filter(move |(setting, _)| is_told(*setting));
    assumed.map(|(setting, value)| {
        let spec = given.catalogue.spec(setting);
        let with_unit = |value| format!("{} {}", dutch(value), suffix(spec.unit)).trim_end().to_string();
        let usual = spec.default.map_or_else(|| open(setting, given.catalogue).to_string(), with_unit);
        let said = format!("{}: {} in plaats van {usual}", title(setting, given.catalogue), with_unit(value));
        let is_preset = matches!(setting, Setting::Figure(id) if !given.catalogue.is_own(id, given.scenario.plan()));
        let name = if is_entered(setting, given.catalogue) && !is_preset { "Eigen invoer" } else { "Aanname" };
        let why = match setting {
            Setting::Figure(id) => given.scenario.reason(id),
            _ => None,
        };
        vec![text(name), text(&why.map_or(said.clone(), |why| format!("{said}; reden: {why}")))]
    })
}

fn columns(given: &Given<'_>) -> Vec<String> {
    let horizon = given.catalogue.horizon();
    let years = horizon.years().map(|year| year.number().to_string());
    ["Soort", "Id", "Post"].map(text).into_iter().chain(years).chain([horizon.span('-')]).collect()
}

fn totals(given: &Given<'_>) -> Vec<Vec<String>> {
    let row = |post: Post| {
        let years = given.projection.iter().map(|(_, year)| post.of(year));
        let amounts: Option<Vec<Money>> = years.chain([given.projection.sum(post)]).collect();
        Some(named("Totaal", post.id(), &given.catalogue.name_of(post), amounts?.into_iter().map(number)))
    };
    Post::all().filter_map(row).collect()
}

/// The bands in an outlook. Those of the plan as set belong to the totals above them; the other has its own exact results, and
/// its ids say so.
fn in_outlook(outlook: Outlook, given: &Given<'_>) -> Vec<Vec<String>> {
    let of = given.outlooks.of(outlook);
    let (before, with) = match outlook {
        Outlook::Plan => (String::new(), String::new()),
        Outlook::Record => (format!("{}.", outlook.id()), format!(" ({})", of.title)),
    };
    let row = |kind: &str, end: &str, banded: Banded, amounts: Vec<Money>, meaning: &str| {
        let post = banded.post();
        let name = format!("{}{meaning}{with}", given.catalogue.name_of(post));
        named(kind, &format!("{before}{}{end}", post.id()), &name, amounts.into_iter().map(number))
    };
    let exact = |banded: Banded| {
        let years = of.projection.iter().map(|(_, year)| banded.of(year));
        row("Ander uitgangspunt", "", banded, years.chain(of.projection.sum(banded.post())).collect(), "")
    };
    let bands = |banded: Banded| {
        ENDS.map(|(id, meaning, end)| {
            let bands = of.ranges.of(banded);
            let amounts = bands.years.iter().map(|(_, band)| end(band)).chain([end(&bands.cumulative)]);
            row("Bandbreedte", &format!(".{id}"), banded, amounts.collect(), &format!(": {meaning}"))
        })
    };
    let exact = Banded::ALL.into_iter().filter(|_| outlook == Outlook::Record).map(exact);
    exact.chain(Banded::ALL.into_iter().flat_map(bands)).collect()
}

fn measures(given: &Given<'_>) -> Vec<Vec<String>> {
    let rows = |measure: &Measure| {
        let (number_of, horizon) = (measure.number, given.catalogue.horizon());
        let row = |(at, (of, what)): (usize, (Total, &str))| {
            // Unknown is not zero: such a cell is empty, and the name says why.
            let known = |year| given.known(measure.measure, year)[at];
            let sum: Option<Money> = horizon.summed().map(known).sum();
            let why = if sum.is_none() { format!(" ({NOT_KNOWN})") } else { String::new() };
            let amounts = horizon.years().map(known).chain([sum]).map(|amount| amount.map_or_else(String::new, number));
            let (id, post) =
                (format!("{}.{number_of}", of.id()), format!("{number_of}. {}, {what}{why}", measure.name));
            named("Maatregel", &id, &post, amounts)
        };
        [(Total::Savings, "besparing"), (Total::Costs, "kosten")].into_iter().enumerate().map(row).collect::<Vec<_>>()
    };
    given.catalogue.measures().iter().flat_map(rows).collect()
}

fn named(kind: &str, id: &str, post: &str, amounts: impl Iterator<Item = String>) -> Vec<String> {
    [kind, id, post].map(text).into_iter().chain(amounts).collect()
}

fn number(amount: Money) -> String {
    cents(amount).replace('.', ",")
}

/// A text as a cell. What a spreadsheet would take for a formula gets an apostrophe in front, so that it stays text.
fn text(text: &str) -> String {
    let is_formula =
        text.trim_start().starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    let safe = format!("{}{text}", if is_formula { "'" } else { "" });
    if safe.contains([';', '"', '\n', '\r', '\t']) || safe != safe.trim() {
        return format!("\"{}\"", safe.replace('"', "\"\""));
    }
    safe
}
