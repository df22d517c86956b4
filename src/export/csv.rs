//! The year table as CSV for Dutch and for English spreadsheets, with a mark that says UTF-8.
//!
//! A post is a row and a year a column, as in a municipal budget and on the page, so that rows can be put beside a
//! budget as they are. The first columns say what kind of row it is, so that a filter gives the totals alone; what is set stands
//! in a column of its own, as it is of no year.

use super::{ENDS, Given, SIGNS, caution};
use crate::analysis::outlook::Outlook;
use crate::analysis::range::Banded;
use crate::model::bounds::Unit;
use crate::model::catalogue::Measure;
use crate::model::digits::dutch;
use crate::model::frame::Member;
use crate::model::id::{LineId, Setting};
use crate::model::money::Money;
use crate::model::projection::{Post, Total};
use crate::model::year::Year;
use crate::scenario::amount::cents;
use crate::scenario::edit::{title, title_within};
use crate::scenario::names::{self, NOT_KNOWN, open, suffix};
use crate::scenario::{is_choice, is_own_input, is_view};

/// Tells Excel that the text is UTF-8.
const MARK: char = '\u{feff}';

/// For which spreadsheet a table is: what stands between cells, and what before decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    /// Dutch settings: semicolons and decimal commas.
    Dutch,
    /// English settings: commas and decimal points.
    English,
}

impl Dialect {
    fn between(self) -> char {
        match self {
            Self::Dutch => ';',
            Self::English => ',',
        }
    }

    /// A number as it is written with a point.
    fn number(self, number: &str) -> String {
        match self {
            Self::Dutch => number.replace('.', ","),
            Self::English => number.to_string(),
        }
    }

    /// A cell: its signs are looked at, and set apart where they would end it.
    fn cell(self, text: &str) -> String {
        if text.contains([self.between(), '"', '\n', '\r', '\t']) || text != text.trim() {
            return format!("\"{}\"", text.replace('"', "\"\""));
        }
        text.to_string()
    }
}

/// A row: what kind it is, its id, what it is called, its unit, its value where it has one for all years, and those of the years
/// with their sum. Numbers are written with a point.
struct Row {
    kind: &'static str,
    id: String,
    post: String,
    unit: &'static str,
    value: String,
    years: Vec<String>,
}

/// The unit of what stands in the columns of years.
const EURO: &str = "euro";

/// The file. The first row is the head, the same for every scenario of an edition, and every row has all its columns.
pub fn write(given: &Given<'_>, dialect: Dialect) -> String {
    let outlooks = Outlook::ALL.into_iter().flat_map(|outlook| in_outlook(outlook, given));
    let rows = about(given).into_iter().chain(totals(given)).chain(outlooks).chain(measures(given));
    let rows = rows.chain(lines(given)).chain(settings(given)).chain(assumed(given));
    let count = given.catalogue.horizon().years().count() + 1;
    let lines = rows.map(|row| row.line(count, dialect));
    let lines: String = std::iter::once(head(given, dialect)).chain(lines).map(|line| line + "\r\n").collect();
    format!("{MARK}{lines}")
}

fn head(given: &Given<'_>, dialect: Dialect) -> String {
    let horizon = given.catalogue.horizon();
    let years = horizon.years().map(|year| year.number().to_string());
    let fixed = ["Soort", "Id", "Post", "Eenheid", "Waarde"].map(str::to_string);
    let columns: Vec<String> = fixed.into_iter().chain(years).chain([horizon.span('-')]).collect();
    columns.join(&dialect.between().to_string())
}

impl Row {
    /// A row of amounts of each year and their sum.
    fn of_years(kind: &'static str, id: &str, post: &str, years: Vec<String>) -> Self {
        Self { kind, id: id.to_string(), post: post.to_string(), unit: EURO, value: String::new(), years }
    }

    fn line(&self, years: usize, dialect: Dialect) -> String {
        let texts = [self.kind, &self.id, &self.post, self.unit].map(|cell| dialect.cell(&text(cell)));
        let numbers = std::iter::once(&self.value).chain(&self.years).map(|number| dialect.number(number));
        // A row without amounts has empty cells there.
        let empty = std::iter::repeat_n(String::new(), years - self.years.len().min(years));
        let cells: Vec<String> = texts.into_iter().chain(numbers).chain(empty).collect();
        cells.join(&dialect.between().to_string())
    }
}

/// What the table is, a row for each thing.
fn about(given: &Given<'_>) -> Vec<Row> {
    let about = given.about;
    let edition = format!("uitgave {}", given.catalogue.edition_in_words());
    let caution = caution(given);
    let lines = [
        ("scenario", about.name.as_str()),
        ("link", &about.link),
        ("bereik", &given.catalogue.pack_of(given.scenario.plan()).choice),
        ("cijfers", &edition),
        ("datum", &about.date),
        ("bedragen", "in euro, niet gecorrigeerd voor inflatie, afgerond op centen; bandbreedte op duizenden"),
        ("tekens", SIGNS),
        ("let-op", &caution),
        ("bandbreedte", given.outlooks.plan.title),
        ("ander-uitgangspunt", given.outlooks.record.title),
    ];
    lines.map(|(id, said)| Row::of_one("Over", id, said, "", String::new())).into()
}

impl Row {
    /// A row that says something, with the value that it has in all years, if any.
    fn of_one(kind: &'static str, id: &str, post: &str, unit: &'static str, value: String) -> Self {
        Self { kind, id: id.to_string(), post: post.to_string(), unit, value, years: Vec::new() }
    }

    /// The row of a setting; an empty value where it is left open.
    fn of_setting(kind: &'static str, setting: Setting, post: &str, given: &Given<'_>) -> Self {
        let value = given.scenario.plan().value(setting, given.catalogue);
        let value = value.map_or_else(String::new, |value| value.normalize().to_string());
        Self::of_one(kind, &given.catalogue.id_of(setting), post, unit(given.catalogue.spec(setting).unit), value)
    }
}

/// Where each lever that counts stands, and when each measure starts and how long it grows in.
fn settings(given: &Given<'_>) -> Vec<Row> {
    let catalogue = given.catalogue;
    let timing = catalogue.measure_ids().flat_map(|measure| catalogue.timing_of(measure));
    let counts = |setting: &Setting| {
        catalogue.measure_of(*setting).is_none_or(|measure| catalogue.counts(measure, given.scenario.plan()))
    };
    let all = catalogue.lever_ids().map(Setting::Lever).chain(timing).filter(counts);
    let row = |setting| {
        let label = title_within(setting, catalogue);
        let owner = catalogue.measure_of(setting).map(|measure| names::measure(measure, catalogue));
        let post = owner.map_or(label.clone(), |owner| format!("{owner}: {label}"));
        Row::of_setting("Instelling", setting, &post, given)
    };
    all.map(row).collect()
}

/// The assumptions that are not the usual ones, and the figures that stand elsewhere than published: with the reason where a
/// user replaced them.
fn assumed<'a>(given: &'a Given<'_>) -> impl Iterator<Item = Row> + 'a {
    // The outlook and the scope are no assumptions: the rows themselves say of which they are.
    let is_told = |setting| !is_choice(setting, given.catalogue) && !is_view(setting, given.catalogue);
    let assumed = given.scenario.plan().differing().filter(move |(setting, _)| is_told(*setting));
    assumed.map(|(setting, _)| {
        let spec = given.catalogue.spec(setting);
        let with_unit = |value| format!("{} {}", dutch(value), suffix(spec.unit)).trim_end().to_string();
        let usual = spec.default.map_or_else(|| open(setting, given.catalogue).to_string(), with_unit);
        let said = format!("{}, in plaats van {usual}", title(setting, given.catalogue));
        let why = match setting {
            Setting::Figure(id) => given.scenario.reason(id),
            _ => None,
        };
        let kind = match setting {
            _ if is_own_input(setting, given.scenario.plan(), given.catalogue) => "Eigen invoer",
            Setting::Figure(_) => "Cijfer van het scenario",
            _ => "Aanname",
        };
        Row::of_setting(kind, setting, &why.map_or(said.clone(), |why| format!("{said}; reden: {why}")), given)
    })
}

/// The unit in words.
fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Euro => EURO,
        Unit::EuroPerYear => "euro per jaar",
        Unit::EuroPerHour => "euro per uur",
        Unit::Count => "aantal",
        Unit::Year => "jaartal",
        Unit::Switch => "1 is aan, 0 is uit",
        _ => suffix(unit),
    }
}

fn totals(given: &Given<'_>) -> Vec<Row> {
    let row = |post: Post| {
        let years = given.projection.iter().map(|(_, year)| post.of(year));
        let amounts: Option<Vec<Money>> = years.chain([given.projection.sum(post)]).collect();
        Some(Row::of_years(
            "Totaal",
            post.id(),
            &given.catalogue.name_of(post),
            amounts?.into_iter().map(cents).collect(),
        ))
    };
    Post::all().filter_map(row).collect()
}

/// The bands in an outlook. Those of the plan as set belong to the totals above them; the other has its own exact results, and
/// its ids say so.
fn in_outlook(outlook: Outlook, given: &Given<'_>) -> Vec<Row> {
    let of = given.outlooks.of(outlook);
    let (before, with) = match outlook {
        Outlook::Plan => (String::new(), String::new()),
        Outlook::Record => (format!("{}.", outlook.id()), format!(" ({})", of.title)),
    };
    let row = |kind: &'static str, end: &str, banded: Banded, amounts: Vec<Money>, meaning: &str| {
        let post = banded.post();
        let name = format!("{}{meaning}{with}", given.catalogue.name_of(post));
        Row::of_years(kind, &format!("{before}{}{end}", post.id()), &name, amounts.into_iter().map(cents).collect())
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

fn measures(given: &Given<'_>) -> Vec<Row> {
    let rows = |measure: &Measure| {
        let (number_of, horizon) = (measure.number, given.catalogue.horizon());
        let row = |(at, (of, what)): (usize, (Total, &str))| {
            // Unknown is not zero: such a cell is empty, and the name says why.
            let known = |year| given.known(measure.measure, year)[at];
            let sum: Option<Money> = horizon.summed().map(known).sum();
            let why = if sum.is_none() { format!(" ({NOT_KNOWN})") } else { String::new() };
            let amounts = horizon.years().map(known).chain([sum]).map(|amount| amount.map_or_else(String::new, cents));
            let (id, post) =
                (format!("{}.{number_of}", of.id()), format!("{number_of}. {}, {what}{why}", measure.name));
            Row::of_years("Maatregel", &id, &post, amounts.collect())
        };
        [(Total::Savings, "besparing"), (Total::Costs, "kosten")].into_iter().enumerate().map(row).collect::<Vec<_>>()
    };
    given.catalogue.counting(given.scenario.plan()).flat_map(rows).collect()
}

/// What each line costs, with the measures that work on it.
fn lines(given: &Given<'_>) -> Vec<Row> {
    let row = |(line, member): (LineId, &Member)| {
        let of = |year: Year| given.projection[year].line(line);
        let horizon = given.catalogue.horizon();
        let amounts = horizon.years().map(of).chain([horizon.summed().map(of).sum()]);
        let post = format!("{}, met maatregelen", member.name);
        Row::of_years("Regel", &format!("line.{}", member.id), &post, amounts.map(cents).collect())
    };
    given.catalogue.counting_lines(given.scenario.plan()).map(row).collect()
}

/// A text that a spreadsheet would take for a formula gets an apostrophe in front, so that it stays text.
fn text(text: &str) -> String {
    let is_formula =
        text.trim_start().starts_with(['=', '+', '-', '@', '\u{ff1d}', '\u{ff0b}', '\u{ff0d}', '\u{ff20}']);
    format!("{}{text}", if is_formula { "'" } else { "" })
}
