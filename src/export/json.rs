//! The whole scenario as JSON, to be read without knowing the page: what it is, every result, everything that is set,
//! and every figure with the passage it comes from.
//!
//! Invariant: amounts and values are exact text, never a JSON number, which many readers make a float.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde::Serialize;

use super::{ENDS, Given, SIGNS, caution};
use crate::analysis::change::measure_of;
use crate::model::basis::figures_used;
use crate::model::catalogue::{Figure, Value};
use crate::model::id::{MeasureId, Setting};
use crate::model::line::Line;
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::model::projection::Total;
use crate::model::source::Source;
use crate::model::year::{PerYear, Year};
use crate::scenario::amount::cents;
use crate::scenario::edit::{assumptions, title};
use crate::scenario::is_choice;
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
    range: OfRange,
    measures: Vec<OfMeasure<'a>>,
    care_lines: Vec<CareLine>,
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
    /// The 2025 deficit in whole euros, as the link holds it.
    check_amount: String,
    unit: &'static str,
}

/// An amount for each year, then their sum over 2020–2025.
#[derive(Serialize)]
struct Amounts {
    per_year: BTreeMap<String, String>,
    sum_2020_2025: String,
}

#[derive(Serialize)]
struct OfTotal {
    figure: &'static str,
    name: &'static str,
    amounts: Amounts,
}

#[derive(Serialize)]
struct OfRange {
    counts_on: &'static str,
    bands: Vec<Ended>,
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
struct CareLine {
    name: &'static str,
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
    id: &'static str,
    name: &'a str,
    unit: &'static str,
    value: String,
    published: Option<String>,
    reason: Option<&'a str>,
}

#[derive(Serialize)]
struct Known<'a> {
    id: &'static str,
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
        about: [UNITS.to_string(), SIGNS.to_string(), caution(given.scenario)],
        scenario: scenario(given),
        years: Year::all().map(Year::number).collect(),
        totals: Total::ALL.into_iter().map(|one| total(one, given)).collect(),
        range: range(given),
        measures: MeasureId::all().map(|measure| of_measure(measure, given)).collect(),
        care_lines: Line::ALL.into_iter().map(|line| care_line(line, given)).collect(),
        settings: catalogue
            .settings()
            .filter(|setting| is_choice(*setting))
            .filter(|one| plan.own(*one).is_some())
            .map(set)
            .collect(),
        assumptions: assumptions().map(set).collect(),
        own_figures: given.scenario.own_figures().map(|id| own(catalogue.figure(id), given)).collect(),
        sources: catalogue.sources_named().map(document).collect(),
        figures: used.into_iter().map(|figure| known(figure, plan)).collect(),
    };
    // Cannot fail: every key is text.
    serde_json::to_string_pretty(&file).expect("plain data becomes JSON")
}

fn scenario<'a>(given: &Given<'a>) -> Scenario<'a> {
    let deficit = given.projection[Year::LAST].total(Total::Deficit);
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

fn amounts(of: impl Fn(Year) -> Money, sum: Money) -> Amounts {
    let per_year = Year::all().map(|year| (year.number().to_string(), cents(of(year)))).collect();
    Amounts { per_year, sum_2020_2025: cents(sum) }
}

/// The amount of each year with the sum of those of 2020–2025.
fn summed(of: impl Fn(Year) -> Money) -> Amounts {
    let sum = Year::from_2020().map(&of).sum();
    amounts(of, sum)
}

fn total(total: Total, given: &Given<'_>) -> OfTotal {
    OfTotal { figure: total.id(), name: total.name(), amounts: summed(|year| given.projection[year].total(total)) }
}

fn range(given: &Given<'_>) -> OfRange {
    let bands = given.ranges.bands.iter().flat_map(|(total, bands)| {
        ENDS.map(|(end, meaning, of)| {
            let years = PerYear::from_fn(|year| of(&bands.years[year]));
            let amounts = amounts(|year| years[year], of(&bands.cumulative));
            Ended { figure: total.id(), end, meaning, amounts }
        })
    });
    OfRange { counts_on: given.ranges.title, bands: bands.collect() }
}

fn of_measure<'a>(measure: MeasureId, given: &Given<'a>) -> OfMeasure<'a> {
    let text = given.catalogue.measure(measure);
    let result = |year: Year| given.projection[year].measure(measure);
    OfMeasure {
        measure: measure.number(),
        name: &text.name,
        chapter: &text.chapter,
        saving: (!text.is_unknown(given.scenario.plan())).then(|| summed(|year| result(year).saving)),
        cost: summed(|year| result(year).cost),
        saved_elsewhere: summed(|year| result(year).elsewhere),
        saved_in_society: summed(|year| result(year).social),
    }
}

fn care_line(line: Line, given: &Given<'_>) -> CareLine {
    // Cannot fail: a Line is an index into ALL.
    CareLine { name: line.name(), amounts: summed(|year| given.projection[year].lines[line as usize]) }
}

fn set<'a>(setting: Setting, differs_from_start: bool, given: &Given<'a>) -> Set<'a> {
    let (catalogue, plan) = (given.catalogue, given.scenario.plan());
    let spec = catalogue.spec(setting);
    let figure = catalogue.assumption_of(setting).and_then(|assumption| assumption.figure);
    Set {
        id: setting.to_string(),
        name: title(setting, catalogue),
        measure: measure_of(setting, catalogue).map(MeasureId::number),
        unit: spec.unit.name(),
        value: plan.value(setting, catalogue).map(exact),
        default: spec.default.map(exact),
        differs_from_default: plan.own(setting).is_some(),
        differs_from_start,
        default_is_figure: figure.map(|figure| figure.text()),
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
        id: figure.id.text(),
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
        id: figure.id.text(),
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
