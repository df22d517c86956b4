//! What must hold between the entries of the catalogue.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;
use toml::Spanned;

use super::error::{Problem, SeedError};
use super::place::{SeedPlace, entries};
use super::raw::{Document, File};
use crate::language::near::meant;
use crate::model::bounds::Unit;
use crate::model::catalogue::{Assumption, Catalogue, Figure, Fixed, Lever, Measure, Value};
use crate::model::evidence::{Against, Point, Record};
use crate::model::id::Setting;
use crate::model::plan::Plan;
use crate::model::role::InputRole;
use crate::model::source::{Passage, Statement, Status};

/// How many signs a short name has at most: what fits in a row of the first screen.
const SHORT: usize = 22;

/// What of the entries does not hold against the others, of each entry the first.
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
    let mut wrong = stand(catalogue.figures().iter().map(|entry| figure(entry, catalogue)), &figures);
    wrong.extend(stand(catalogue.levers().iter().map(|entry| lever(entry, catalogue)), &levers(files)));
    wrong.extend(stand(catalogue.measures().iter().map(|entry| measure(entry, catalogue)), &measures));
    wrong.extend(stand(all.map(assumption), &assumptions));
    wrong.extend(stand(catalogue.records().iter().map(|entry| record(entry, catalogue)), &records));
    wrong.extend(stand(catalogue.points().iter().map(|entry| point(entry, catalogue)), &points));
    wrong.extend(stand([rests], &figures));
    wrong
}

fn error(id: &str, problem: Problem) -> SeedError {
    SeedError::new("", id, problem)
}

/// The mistakes, with where the entries of this kind stand.
fn stand(checked: impl IntoIterator<Item = Result<(), SeedError>>, places: &[SeedPlace<'_>]) -> Vec<SeedError> {
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

fn found_by_id(setting: Setting, catalogue: &Catalogue) -> Result<(), SeedError> {
    let id = catalogue.id_of(setting);
    match (catalogue.setting(&id), setting) {
        (Some(Setting::Assumption(_)), Setting::Figure(_)) => Ok(()),
        (found, _) if found == Some(setting) => Ok(()),
        _ => Err(error(&id, Problem::Duplicate)),
    }
}

fn passage(id: &str, passage: &Option<Passage>, status: Status, catalogue: &Catalogue) -> Result<(), SeedError> {
    match passage {
        Some(passage) => in_register(id, passage, catalogue),
        None if status == Status::Bron => Err(error(id, Problem::NoSource)),
        None => Ok(()),
    }
}

fn in_register(id: &str, passage: &Passage, catalogue: &Catalogue) -> Result<(), SeedError> {
    match catalogue.source(&passage.source) {
        Some(_) => Ok(()),
        None => {
            let near = meant(&passage.source, catalogue.sources().iter().map(|source| source.id.as_str()));
            Err(error(id, Problem::DanglingSource(passage.source.clone(), near)))
        }
    }
}

fn figure(figure: &Figure, catalogue: &Catalogue) -> Result<(), SeedError> {
    let id = &figure.key;
    passage(id, &figure.passage, figure.status, catalogue)?;
    if (figure.own == Err(Fixed::List)) != matches!(figure.value, Value::Tenths(_)) {
        return Err(error(id, Problem::NoSingleValue));
    }
    if let Value::One(value) = figure.value {
        let holds = figure.range.is_none_or(|(low, high)| low <= value && value <= high);
        if !holds {
            return Err(error(id, Problem::Range));
        }
        if let Ok(bounds) = figure.own {
            bounds.check(value).map_err(|why| error(id, Problem::Value("value", why)))?;
        }
    }
    no_stronger_than_inputs(figure, catalogue)
}

fn no_stronger_than_inputs(figure: &Figure, catalogue: &Catalogue) -> Result<(), SeedError> {
    let inputs = figure.derivation.iter().flat_map(|derivation| derivation.formula.figures());
    let claimed = |input: &Figure| match input.status {
        // What follows from sources is itself derived at best.
        Status::Bron => Status::Afgeleid,
        weaker => weaker,
    };
    for input in inputs.map(|id| catalogue.figure(id)) {
        if figure.status < claimed(input) {
            return Err(error(&figure.key, Problem::TooStrong(input.key.clone())));
        }
    }
    Ok(())
}

fn lever(lever: &Lever, catalogue: &Catalogue) -> Result<(), SeedError> {
    let id = &lever.key;
    passage(id, &lever.plan_passage, lever.plan_status, catalogue)?;
    for (what, value) in [("neutral", lever.neutral), ("plan", lever.plan)] {
        lever.bounds.check(value).map_err(|why| error(id, Problem::Value(what, why)))?;
    }
    match &lever.short {
        Some(short) if short.chars().count() > SHORT => Err(error(id, Problem::TooLong(SHORT))),
        None if lever.first_screen => Err(error(id, Problem::NoShort)),
        _ if lever.first_screen && catalogue.measure(lever.measure).featured.is_none() => {
            Err(error(id, Problem::NotFeatured))
        }
        _ => Ok(()),
    }
}

fn measure(measure: &Measure, catalogue: &Catalogue) -> Result<(), SeedError> {
    let timing = [("start", catalogue.start_of(measure.measure)), ("ramp_years", catalogue.ramp_of(measure.measure))];
    for (what, setting) in timing {
        let spec = setting.map(|setting| catalogue.spec(setting));
        if let Some((bounds, value)) = spec.and_then(|spec| spec.bounds.zip(spec.default)) {
            bounds.check(value).map_err(|why| error(&measure.name, Problem::Value(what, why)))?;
        }
    }
    if catalogue.levers_of(measure.measure).next().is_none() {
        return Err(error(&measure.name, Problem::Missing));
    }
    let (risk, limit) = (&measure.largest_risk, &measure.limit);
    statement(&measure.name, "largest_risk", risk, risk.passage.is_some() && !risk.is_found(), catalogue)?;
    statement(&measure.name, "limit", limit, limit.passage.is_some() != limit.is_found(), catalogue)
}

/// What is not found has no source. A limit of the law always has one; a risk may be ours.
fn statement(
    id: &str,
    what: &'static str,
    statement: &Statement,
    is_wrong: bool,
    catalogue: &Catalogue,
) -> Result<(), SeedError> {
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
fn assumption(assumption: &Assumption) -> Result<(), SeedError> {
    match assumption.default {
        Some(value) => {
            let checked = assumption.bounds.check(value);
            checked.map(drop).map_err(|why| error(&assumption.label, Problem::Value("default", why)))
        }
        None if assumption.open.is_some() => Ok(()),
        None => Err(error(&assumption.label, Problem::Missing)),
    }
}

fn record(record: &Record, catalogue: &Catalogue) -> Result<(), SeedError> {
    let id = &record.id;
    in_register(id, &record.passage, catalogue)?;
    within_years(id, record.year, &catalogue.published)?;
    above_zero(id, "planned", record.planned)?;
    if (record.unit == Unit::Count) != record.of.is_some() {
        return Err(error(id, Problem::Counted));
    }
    record.part_of.as_deref().map_or(Ok(()), |whole| is_whole(id, whole, catalogue))
}

/// Whoever adds up the wholes counts every amount once, so a whole is no part itself.
fn is_whole(id: &str, whole: &str, catalogue: &Catalogue) -> Result<(), SeedError> {
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
fn point(point: &Point, catalogue: &Catalogue) -> Result<(), SeedError> {
    in_register(&point.id, &point.passage, catalogue)?;
    if point.against == Against::Nothing {
        return within_years(&point.id, point.year, &catalogue.published);
    }
    let horizon = catalogue.horizon();
    within_years(&point.id, point.year, &(horizon.first().number()..=horizon.last().number()))?;
    above_zero(&point.id, "amount", point.amount)
}

fn within_years(id: &str, year: i32, years: &RangeInclusive<i32>) -> Result<(), SeedError> {
    let cannot = || error(id, Problem::Year(*years.start(), *years.end()));
    years.contains(&year).then_some(()).ok_or_else(cannot)
}

fn above_zero(id: &str, what: &'static str, amount: Decimal) -> Result<(), SeedError> {
    (amount > Decimal::ZERO).then_some(()).ok_or_else(|| error(id, Problem::NotPositive(what)))
}
