//! What must hold between the entries of the catalogue.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;
use toml::Spanned;

use super::error::{Problem, SeedError};
use super::place::{SeedPlace, entries};
use super::raw::{Document, File};
use crate::language::is_name;
use crate::language::near::meant;
use crate::model::bounds::{Bounds, Unit};
use crate::model::catalogue::{Assumption, Catalogue, Figure, Fixed, Lever, Measure, Value};
use crate::model::evidence::{Against, Point, Record};
use crate::model::id::Setting;
use crate::model::plan::Plan;
use crate::model::role::{InputRole, Over};
use crate::model::source::{Passage, Statement, Status};
use crate::model::year::Year;

/// How many signs a short name has at most: what fits in a row of the first screen.
const SHORT: usize = 22;

/// The first year that a figure can be of: what is earlier is a slip.
const EARLIEST: i32 = 1990;

/// Whether something that is asked of an entry holds.
type Held = Result<(), SeedError>;

/// What of the entries does not hold against the others.
pub fn consistent(catalogue: &Catalogue, files: &[File]) -> Vec<SeedError> {
    let figures = places(files, |document| &document.figures, |figure| &figure.id);
    let measures = places(files, |document| &document.measures, |measure| &measure.name);
    let assumptions = places(files, |document| &document.assumptions, |assumption| &assumption.label);
    let records = places(files, |document| &document.records, |record| &record.id);
    let points = places(files, |document| &document.points, |point| &point.id);
    let families = catalogue.family_ids().map(|id| &catalogue.family(id).assumption);
    let single = catalogue.assumption_ids().map(|id| catalogue.assumption(id));
    let all = single.chain(families.filter(|family| !is_of_measure(family)));
    let rests = Plan::default().check_rests(catalogue);
    let rests = rests.map_err(|rest| error(&catalogue.figure(rest.figure).key, Problem::Rest(rest)));
    let mut wrong = stand(catalogue.figures().iter().flat_map(|entry| figure(entry, catalogue)), &figures);
    wrong.extend(stand(catalogue.levers().iter().flat_map(|entry| lever(entry, catalogue)), &levers(files)));
    wrong.extend(stand(catalogue.measures().iter().flat_map(|entry| measure(entry, catalogue)), &measures));
    wrong.extend(stand(all.map(assumption), &assumptions));
    wrong.extend(stand(catalogue.records().iter().flat_map(|entry| record(entry, catalogue)), &records));
    wrong.extend(stand(catalogue.points().iter().flat_map(|entry| point(entry, catalogue)), &points));
    wrong.extend(stand([rests], &figures));
    wrong.extend(files.iter().flat_map(|part| extensions(part, catalogue)));
    wrong.extend(entries(files, |document| &document.assumptions, |entry| &entry.id).into_iter().flat_map(
        |(place, raw)| {
            raw.only.iter().flat_map(move |only| only_of(only, raw.per, catalogue)).map(move |says| place.error(says))
        },
    ));
    wrong
}

/// What a part of an edition adds to measures that are not there.
fn extensions<'f>(part: &'f File, catalogue: &Catalogue) -> impl Iterator<Item = SeedError> + use<'f> {
    let numbers: Vec<u8> = catalogue.measures().iter().map(|measure| measure.number).collect();
    let unknown = part.document.extensions.iter().map(|extension| &extension.number);
    unknown.filter(move |number| !numbers.contains(number.get_ref())).map(move |number| {
        let says = format!("maatregel {} is er niet, dus er is niets om aan toe te voegen", number.get_ref());
        SeedPlace::keyed(part, "extend", number).error(Problem::Text(says))
    })
}

/// What is wrong with the years or measures that alone have a value of an assumption.
fn only_of(only: &[i32], over: Option<Over>, catalogue: &Catalogue) -> Vec<Problem> {
    let (kind, all): (&str, Vec<i32>) = match over {
        Some(Over::Year) => ("jaar", catalogue.horizon().summed().map(Year::number).collect()),
        Some(Over::Measure) => {
            ("maatregel", catalogue.measures().iter().map(|measure| measure.number.into()).collect())
        }
        None => return vec![Problem::Text("`only` hoort bij `per`; vul dat in of haal `only` weg".to_string())],
    };
    let wrong = |(at, number): (usize, &i32)| {
        if !all.contains(number) {
            let ends = all
                .first()
                .zip(all.last())
                .map_or_else(String::new, |(first, last)| format!(" van {first} tot en met {last}"));
            return Some(format!("`only` noemt {kind} {number}, en dat nummer is er niet; kies er een{ends}"));
        }
        let is_again = only.iter().take(at).any(|before| before == number);
        is_again.then(|| format!("`only` noemt {kind} {number} twee keer; laat er één staan"))
    };
    only.iter().enumerate().filter_map(wrong).map(Problem::Text).collect()
}

fn error(id: &str, problem: Problem) -> SeedError {
    SeedError::new("", id, problem)
}

/// The mistakes, with where the entries of this kind stand.
fn stand(checked: impl IntoIterator<Item = Held>, places: &[SeedPlace<'_>]) -> Vec<SeedError> {
    let stands = |error: SeedError| match places.iter().find(|place| place.id == error.id) {
        Some(place) => place.error(*error.problem),
        None => error,
    };
    checked.into_iter().filter_map(Result::err).map(stands).collect()
}

/// Where the entries of one kind stand.
fn places<'p, T: 'p>(
    files: &'p [File],
    section: impl Fn(&'p Document) -> &'p [T],
    id: impl Fn(&'p T) -> &'p Spanned<String>,
) -> Vec<SeedPlace<'p>> {
    entries(files, section, id).into_iter().map(|(place, _)| place).collect()
}

fn levers(files: &[File]) -> Vec<SeedPlace<'_>> {
    let measures = files.iter().flat_map(|part| part.document.measures.iter().map(move |measure| (part, measure)));
    measures.flat_map(|(part, measure)| measure.levers.iter().map(|lever| SeedPlace::of(part, &lever.id))).collect()
}

/// The settings that another has the id of; only an assumption may go by the name of a figure.
pub fn names(catalogue: &Catalogue, files: &[File]) -> Vec<SeedError> {
    let figures = places(files, |document| &document.figures, |figure| &figure.id);
    let assumptions = places(files, |document| &document.assumptions, |assumption| &assumption.id);
    let others = [levers(files), assumptions].concat();
    let (of_figures, rest): (Vec<_>, Vec<_>) =
        catalogue.settings().partition(|setting| matches!(setting, Setting::Figure(_)));
    let found = |settings: Vec<Setting>, places: &[SeedPlace<'_>]| {
        stand(settings.into_iter().map(|setting| found_by_id(setting, catalogue)), places)
    };
    [found(of_figures, &figures), found(rest, &others)].concat()
}

/// The assumptions that have the id of a figure which does not say that an assumption takes its place: every formula that names
/// that figure would read the assumption.
pub fn replaced(catalogue: &Catalogue, files: &[File]) -> Vec<SeedError> {
    let assumptions = places(files, |document| &document.assumptions, |assumption| &assumption.id);
    let replaces = |place: &SeedPlace<'_>| {
        let figure = catalogue.figure_named(place.id).map(|id| catalogue.figure(id));
        figure.is_some_and(|figure| figure.own != Err(Fixed::Assumption))
    };
    let says = "er is al een cijfer met dit id; geef de aanname een ander id";
    let problem = || Problem::Text(says.to_string());
    assumptions.into_iter().filter(replaces).map(|place| place.error(problem())).collect()
}

/// The ids of figures, levers and assumptions that no formula can name, or where another thing would be read.
pub fn ids(files: &[File], sets: &[&str]) -> Vec<SeedError> {
    let figures = places(files, |document| &document.figures, |figure| &figure.id);
    let assumptions = places(files, |document| &document.assumptions, |assumption| &assumption.id);
    let all = [figures, levers(files), assumptions].concat();
    all.into_iter().filter_map(|place| Some(place.error(Problem::Text(no_name(place.id, sets)?)))).collect()
}

/// Why an id cannot be the name of a number, beside sets with these names; nothing where it can.
pub fn no_name(id: &str, sets: &[&str]) -> Option<String> {
    if sets.contains(&id) {
        return Some(format!("`{id}` is de naam van een verzameling; kies een andere"));
    }
    (!is_name(id)).then(|| {
        "dit is geen naam: die begint met een letter, heeft verder alleen letters, cijfers, punten en streepjes, en eindigt op \
         een letter of cijfer"
            .to_string()
    })
}

fn found_by_id(setting: Setting, catalogue: &Catalogue) -> Held {
    let id = catalogue.id_of(setting);
    match (catalogue.setting(&id), setting) {
        (Some(Setting::Assumption(_)), Setting::Figure(_)) => Ok(()),
        (found, _) if found == Some(setting) => Ok(()),
        _ => Err(error(&id, Problem::Duplicate)),
    }
}

/// What stands in a source says where; what stands before the names of both says of what.
fn passage(id: &str, of: &'static str, passage: &Option<Passage>, status: Status, catalogue: &Catalogue) -> Held {
    match passage {
        Some(passage) => in_register(id, passage, catalogue),
        None if status == Status::Bron => Err(error(id, Problem::NoSource(of))),
        None => Ok(()),
    }
}

fn in_register(id: &str, passage: &Passage, catalogue: &Catalogue) -> Held {
    match catalogue.source(&passage.source) {
        Some(_) => Ok(()),
        None => {
            let near = meant(&passage.source, catalogue.sources().iter().map(|source| source.id.as_str()));
            Err(error(id, Problem::DanglingSource(passage.source.clone(), near)))
        }
    }
}

fn figure(figure: &Figure, catalogue: &Catalogue) -> Vec<Held> {
    let id = &figure.key;
    let is_list = (figure.own == Err(Fixed::List)) == matches!(figure.value, Value::Tenths(_));
    let mut held = vec![
        passage(id, "", &figure.passage, figure.status, catalogue),
        is_list.then_some(()).ok_or_else(|| error(id, Problem::NoSingleValue)),
        within_years(id, figure.year, &(EARLIEST..=*catalogue.published.end())),
    ];
    if let Value::One(value) = figure.value {
        let holds = figure.range.is_none_or(|(low, high)| low <= value && value <= high);
        held.push(holds.then_some(()).ok_or_else(|| error(id, Problem::Range)));
        held.extend(figure.own.ok().map(|bounds| within(id, "value", bounds, value)));
    }
    held.extend(no_stronger_than_inputs(figure, catalogue));
    held
}

fn within(id: &str, what: &'static str, bounds: Bounds, value: Decimal) -> Held {
    bounds.check(value).map(drop).map_err(|why| error(id, Problem::Value(what, why)))
}

fn no_stronger_than_inputs(figure: &Figure, catalogue: &Catalogue) -> Vec<Held> {
    let inputs = figure.derivation.iter().flat_map(|derivation| derivation.formula.figures());
    let claimed = |input: &Figure| match input.status {
        // What follows from sources is itself derived at best.
        Status::Bron => Status::Afgeleid,
        weaker => weaker,
    };
    let stronger = inputs.map(|id| catalogue.figure(id)).filter(|input| figure.status < claimed(input));
    stronger.map(|input| Err(error(&figure.key, Problem::TooStrong(input.key.clone())))).collect()
}

fn lever(lever: &Lever, catalogue: &Catalogue) -> Vec<Held> {
    let id = &lever.key;
    let is_featured = catalogue.measure(lever.measure).featured.is_some();
    let name = match &lever.short {
        Some(short) if short.chars().count() > SHORT => Err(Problem::TooLong(SHORT)),
        None if lever.first_screen => Err(Problem::NoShort),
        _ => Ok(()),
    };
    let stands = if lever.first_screen && !is_featured { Err(Problem::NotFeatured) } else { Ok(()) };
    vec![
        passage(id, "plan_", &lever.plan_passage, lever.plan_status, catalogue),
        passage(id, "neutral_", &lever.neutral_passage, lever.neutral_status.unwrap_or(Status::Aanname), catalogue),
        within(id, "neutral", lever.bounds, lever.neutral),
        within(id, "plan", lever.bounds, lever.plan),
        name.map_err(|problem| error(id, problem)),
        stands.map_err(|problem| error(id, problem)),
    ]
}

fn measure(measure: &Measure, catalogue: &Catalogue) -> Vec<Held> {
    let id = &measure.name;
    let timing = [("start", catalogue.start_of(measure.measure)), ("ramp_years", catalogue.ramp_of(measure.measure))];
    let timed = timing.into_iter().filter_map(|(what, setting)| {
        let spec = catalogue.spec(setting?);
        Some(within(id, what, spec.bounds?, spec.default?))
    });
    let has_lever = catalogue.levers_of(measure.measure).next().is_some();
    let (risk, limit) = (&measure.largest_risk, &measure.limit);
    let others = [
        has_lever.then_some(()).ok_or_else(|| error(id, Problem::NoLever)),
        statement(id, "largest_risk", risk, risk.passage.is_some() && !risk.is_found(), catalogue),
        statement(id, "limit", limit, limit.passage.is_some() != limit.is_found(), catalogue),
    ];
    timed.chain(others).collect()
}

/// What is not found has no source. A limit of the law always has one; a risk may be ours.
fn statement(id: &str, what: &'static str, statement: &Statement, is_wrong: bool, catalogue: &Catalogue) -> Held {
    if is_wrong {
        return Err(error(id, Problem::NotFound(what)));
    }
    statement.passage.as_ref().map_or(Ok(()), |passage| in_register(id, passage, catalogue))
}

/// Whether the default of a family stands with each measure.
fn is_of_measure(family: &Assumption) -> bool {
    matches!(family.role, Some(InputRole::Start | InputRole::Ramp))
}

/// Without a default it is left open, and something says what holds then.
fn assumption(assumption: &Assumption) -> Held {
    match assumption.default {
        Some(value) => within(&assumption.label, "default", assumption.bounds, value),
        None if assumption.open.is_some() => Ok(()),
        None => Err(error(&assumption.label, Problem::NoDefault)),
    }
}

fn record(record: &Record, catalogue: &Catalogue) -> Vec<Held> {
    let id = &record.id;
    let is_counted = (record.unit == Unit::Count) == record.of.is_some();
    let whole = record.part_of.as_deref().map(|whole| is_whole(id, whole, catalogue));
    let others = [
        in_register(id, &record.passage, catalogue),
        within_years(id, record.year, &catalogue.published),
        above_zero(id, "planned", record.planned),
        is_counted.then_some(()).ok_or_else(|| error(id, Problem::Counted)),
    ];
    others.into_iter().chain(whole).collect()
}

/// Whoever adds up the wholes counts every amount once, so a whole is no part itself.
fn is_whole(id: &str, whole: &str, catalogue: &Catalogue) -> Held {
    match catalogue.records().iter().find(|record| record.id == whole) {
        None => {
            let near = meant(whole, catalogue.records().iter().map(|record| record.id.as_str()));
            Err(error(id, Problem::UnknownReference(whole.to_string(), near)))
        }
        Some(record) if record.part_of.is_some() => Err(error(id, Problem::PartOfPart(whole.to_string()))),
        Some(_) => Ok(()),
    }
}

/// What is held against a result needs a year that has one, and is a cost: accounts print those with a minus.
fn point(point: &Point, catalogue: &Catalogue) -> Vec<Held> {
    let stands = in_register(&point.id, &point.passage, catalogue);
    if point.against == Against::Nothing {
        return vec![stands, within_years(&point.id, point.year, &catalogue.published)];
    }
    let horizon = catalogue.horizon();
    let years = horizon.first().number()..=horizon.last().number();
    vec![stands, within_years(&point.id, point.year, &years), above_zero(&point.id, "amount", point.amount)]
}

fn within_years(id: &str, year: i32, years: &RangeInclusive<i32>) -> Held {
    let cannot = || error(id, Problem::Year(*years.start(), *years.end()));
    years.contains(&year).then_some(()).ok_or_else(cannot)
}

fn above_zero(id: &str, what: &'static str, amount: Decimal) -> Held {
    (amount > Decimal::ZERO).then_some(()).ok_or_else(|| error(id, Problem::NotPositive(what)))
}
