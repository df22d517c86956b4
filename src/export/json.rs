//! The whole scenario as JSON, to be read without knowing the page: what it is, every result, everything that is set,
//! and every figure with the passage it comes from.
//!
//! Invariant: amounts and values are exact text, never a JSON number, which many readers make a float.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde::ser::SerializeMap;
use serde::{Serialize, Serializer};

use super::{ENDS, Given, InOutlook, SIGNS, caution};
use crate::analysis::outlook::Outlook;
use crate::analysis::range::Banded;
use crate::model::basis::figures_used;
use crate::model::catalogue::{Figure, Measure, Value};
use crate::model::id::Setting;
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::model::projection::{Post, Projection, Total};
use crate::model::source::Source;
use crate::model::year::{Horizon, Year};
use crate::scenario::amount::cents;
use crate::scenario::edit::{assumptions, title};
use crate::scenario::link::check_amount;

/// The name of this format, and its version: raised when a reader of the one before would misread it.
const FORMAT: (&str, u32) = ("ombuigen-scenario", 1);

/// What the numbers in the file are.
const UNITS: &str = "Bedragen zijn tekst met een punt en twee decimalen, in euro, in lopende prijzen. Zij zijn van de niet afgeronde \
                     uitkomst één keer afgerond, de helft van nul af; een som van afgeronde bedragen kan een cent verschillen. \
                     Bandbreedtes zijn afgerond op duizenden. Waar niets staat (null) is het onbekend of niet ingevuld. Andere waarden zijn tekst in de eenheid die erbij staat.";

#[derive(Serialize)]
struct File<'a> {
    format: &'static str,
    version: u32,
    about: [String; 3],
    scenario: Scenario<'a>,
    years: Vec<i32>,
    totals: Vec<OfTotal>,
    /// That of the totals.
    range: OfRange,
    /// The same as earlier plans went.
    record: Recorded,
    measures: Vec<OfMeasure<'a>>,
    care_lines: Vec<CareLine<'a>>,
    settings: Vec<Set<'a>>,
    assumptions: Vec<Set<'a>>,
    own_figures: Vec<Own<'a>>,
    figures: Vec<Known<'a>>,
    sources: Vec<Document<'a>>,
}

#[derive(Serialize)]
struct Scenario<'a> {
    name: &'a str,
    link: &'a str,
    made_on: &'a str,
    figures_edition: &'a str,
    started_from: Option<&'a str>,
    /// The deficit of the last year in whole euros, as the link holds it.
    check_amount: String,
    unit: &'static str,
}

/// An amount for each year, then their sum over the years that its name says.
struct Amounts {
    horizon: Horizon,
    /// None where it is unknown.
    per_year: BTreeMap<String, Option<String>>,
    /// None where an amount is unknown.
    sum: Option<String>,
}

impl Serialize for Amounts {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut amounts = serializer.serialize_map(Some(2))?;
        amounts.serialize_entry("per_year", &self.per_year)?;
        amounts.serialize_entry(&format!("sum_{}", self.horizon.span('_')), &self.sum)?;
        amounts.end()
    }
}

#[derive(Serialize)]
struct OfTotal {
    figure: &'static str,
    name: String,
    amounts: Amounts,
}

#[derive(Serialize)]
struct OfRange {
    counts_on: &'static str,
    outlook: &'static str,
    bands: Vec<Ended>,
}

#[derive(Serialize)]
struct Recorded {
    totals: Vec<OfTotal>,
    range: OfRange,
}

#[derive(Serialize)]
struct Ended {
    figure: &'static str,
    end: &'static str,
    meaning: &'static str,
    amounts: Amounts,
}

#[derive(Serialize)]
struct OfMeasure<'a> {
    measure: u8,
    name: &'a str,
    chapter: &'a str,
    /// None where no source gives the effect: unknown is not nought.
    saving: Option<Amounts>,
    cost: Amounts,
    saved_elsewhere: Amounts,
    saved_in_society: Amounts,
}

#[derive(Serialize)]
struct CareLine<'a> {
    name: &'a str,
    amounts: Amounts,
}

#[derive(Serialize)]
struct Set<'a> {
    id: String,
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    measure: Option<u8>,
    unit: &'static str,
    /// None where it is left open.
    value: Option<String>,
    default: Option<String>,
    differs_from_default: bool,
    differs_from_start: bool,
    #[serde(skip_serializing_if = "Option::is_none")]
    default_is_figure: Option<&'a str>,
}

#[derive(Serialize)]
struct Own<'a> {
    id: &'a str,
    name: &'a str,
    unit: &'static str,
    value: String,
    published: Option<String>,
    reason: Option<&'a str>,
}

#[derive(Serialize)]
struct Known<'a> {
    id: &'a str,
    name: &'a str,
    unit: &'static str,
    year: i32,
    /// Whether an own figure counts instead of it.
    replaced: bool,
    /// As published or assumed: one value, or ten, the average of each tenth.
    values: Vec<String>,
    low: Option<String>,
    high: Option<String>,
    status: &'static str,
    source: Option<&'a str>,
    locator: Option<&'a str>,
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct Document<'a> {
    id: &'a str,
    title: &'a str,
    publisher: &'a str,
    date: &'a str,
    url: Option<&'a str>,
}

/// The file.
pub fn write(given: &Given<'_>) -> String {
    let (catalogue, plan) = (given.catalogue, given.scenario.plan());
    let changes: BTreeSet<Setting> = given.scenario.changes(catalogue).into_iter().collect();
    let set = |setting| set(setting, changes.contains(&setting), given);
    let used: Vec<&Figure> = figures_used(catalogue, given.sheet).into_iter().map(|id| catalogue.figure(id)).collect();
    let file = File {
        format: FORMAT.0,
        version: FORMAT.1,
        about: [UNITS.to_string(), SIGNS.to_string(), caution(given)],
        scenario: scenario(given),
        years: catalogue.horizon().years().map(Year::number).collect(),
        totals: totals(given.projection, given),
        range: range(Outlook::Plan, given),
        record: Recorded {
            totals: totals(&given.outlooks.record.projection, given),
            range: range(Outlook::Record, given),
        },
        measures: catalogue.measures().iter().map(|measure| of_measure(measure, given)).collect(),
        care_lines: care_lines(given),
        settings: catalogue
            .settings()
            .filter(|setting| catalogue.measure_of(*setting).is_some())
            .filter(|one| plan.own(*one).is_some())
            .map(set)
            .collect(),
        assumptions: assumptions(catalogue).map(set).collect(),
        own_figures: given.scenario.replaced().map(|id| own(catalogue.figure(id), given)).collect(),
        sources: catalogue.sources_named().map(document).collect(),
        figures: used.into_iter().map(|figure| known(figure, plan)).collect(),
    };
    // Cannot fail: every key is text.
    serde_json::to_string_pretty(&file).expect("plain data becomes JSON")
}

fn scenario<'a>(given: &Given<'a>) -> Scenario<'a> {
    let deficit = given.projection.last().total(Total::Deficit);
    Scenario {
        name: &given.about.name,
        link: &given.about.link,
        made_on: &given.about.date,
        figures_edition: given.catalogue.edition(),
        started_from: given.catalogue.scenarios().get(given.scenario.start()).map(|preset| preset.id.as_str()),
        check_amount: check_amount(deficit).to_string(),
        unit: "EUR",
    }
}

fn amounts(given: &Given<'_>, of: impl Fn(Year) -> Option<Money>, sum: Option<Money>) -> Amounts {
    let horizon = given.catalogue.horizon();
    let per_year = horizon.years().map(|year| (year.number().to_string(), of(year).map(cents))).collect();
    Amounts { horizon, per_year, sum: sum.map(cents) }
}

/// The amount of each year, where it is known, with the sum over the summed years.
fn summed(given: &Given<'_>, of: impl Fn(Year) -> Option<Money>) -> Amounts {
    let sum = given.catalogue.horizon().summed().map(&of).sum();
    amounts(given, of, sum)
}

/// The posts of the year table that the edition has.
fn totals(projection: &Projection, given: &Given<'_>) -> Vec<OfTotal> {
    let total = |post: Post| {
        post.of(projection.last())?;
        let amounts = summed(given, |year| post.of(&projection[year]));
        Some(OfTotal { figure: post.id(), name: given.catalogue.name_of(post), amounts })
    };
    Post::all().filter_map(total).collect()
}

fn range(outlook: Outlook, given: &Given<'_>) -> OfRange {
    let InOutlook { title, ranges, .. } = given.outlooks.of(outlook);
    let bands = Banded::ALL.into_iter().flat_map(|banded| {
        ENDS.map(|(end, meaning, of)| {
            let bands = ranges.of(banded);
            let amounts = amounts(given, |year| Some(of(&bands.years[year])), Some(of(&bands.cumulative)));
            Ended { figure: banded.post().id(), end, meaning, amounts }
        })
    });
    OfRange { counts_on: title, outlook: outlook.id(), bands: bands.collect() }
}

fn of_measure<'a>(text: &'a Measure, given: &Given<'a>) -> OfMeasure<'a> {
    let plan = given.scenario.plan();
    let result = |year: Year| given.projection[year].measure(text.measure);
    OfMeasure {
        measure: text.number,
        name: &text.name,
        chapter: &text.chapter,
        saving: (!text.is_unknown(plan)).then(|| summed(given, |year| Some(result(year).saving))),
        cost: summed(given, |year| given.known(text.measure, year)[1]),
        saved_elsewhere: summed(given, |year| Some(result(year).elsewhere)),
        saved_in_society: summed(given, |year| Some(result(year).social)),
    }
}

fn care_lines<'a>(given: &Given<'a>) -> Vec<CareLine<'a>> {
    let amounts = |line| summed(given, |year| Some(given.projection[year].line(line)));
    given.catalogue.lines().map(|(id, line)| CareLine { name: &line.name, amounts: amounts(id) }).collect()
}

fn set<'a>(setting: Setting, differs_from_start: bool, given: &Given<'a>) -> Set<'a> {
    let (catalogue, plan) = (given.catalogue, given.scenario.plan());
    let spec = catalogue.spec(setting);
    let figure = catalogue.assumption_of(setting).and_then(|assumption| assumption.figure);
    Set {
        id: catalogue.id_of(setting),
        name: title(setting, catalogue),
        measure: catalogue.measure_of(setting).map(|measure| catalogue.measure(measure).number),
        unit: spec.unit.name(),
        value: plan.value(setting, catalogue).map(exact),
        default: spec.default.map(exact),
        differs_from_default: plan.own(setting).is_some(),
        differs_from_start,
        default_is_figure: figure.map(|figure| catalogue.figure(figure).key.as_str()),
    }
}

fn exact(value: Decimal) -> String {
    value.normalize().to_string()
}

fn own<'a>(figure: &'a Figure, given: &Given<'a>) -> Own<'a> {
    let published = match figure.value {
        Value::One(value) => Some(exact(value)),
        Value::Tenths(_) => None,
    };
    Own {
        id: &figure.key,
        name: &figure.label,
        unit: figure.unit.name(),
        value: exact(given.scenario.plan().figure(figure.id, given.catalogue)),
        published,
        reason: given.scenario.reason(figure.id),
    }
}

fn known<'a>(figure: &'a Figure, plan: &Plan) -> Known<'a> {
    let values = match &figure.value {
        Value::One(value) => vec![exact(*value)],
        Value::Tenths(tenths) => tenths.iter().copied().map(exact).collect(),
    };
    let passage = figure.passage.as_ref();
    Known {
        id: &figure.key,
        name: &figure.label,
        unit: figure.unit.name(),
        year: figure.year,
        replaced: plan.own(Setting::Figure(figure.id)).is_some(),
        values,
        low: figure.range.map(|(low, _)| exact(low)),
        high: figure.range.map(|(_, high)| exact(high)),
        status: figure.status.word(),
        source: passage.map(|passage| passage.source.as_str()),
        locator: passage.map(|passage| passage.locator.as_str()),
        note: figure.note.as_deref(),
    }
}

fn document(source: &Source) -> Document<'_> {
    Document {
        id: &source.id,
        title: &source.title,
        publisher: &source.publisher,
        date: &source.date,
        url: source.address.as_deref(),
    }
}
