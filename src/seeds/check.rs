//! What must hold between the entries of the catalogue.

use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::error::{Problem, SeedError};
use crate::model::bounds::Unit;
use crate::model::catalogue::{Assumption, Catalogue, Figure, Lever, Measure, Value};
use crate::model::evidence::{Against, Point, Record};
use crate::model::id::{AssumptionId, FigureId};
use crate::model::plan::Plan;
use crate::model::source::{Passage, Statement, Status};

/// How many signs a short name has at most: what fits in a row of the first screen.
const SHORT: usize = 22;

/// Checks every entry against the others.
///
/// # Errors
/// The first thing that does not hold.
pub fn consistent(catalogue: &Catalogue) -> Result<(), SeedError> {
    catalogue.figures().iter().try_for_each(|entry| figure(entry, catalogue))?;
    catalogue.levers().iter().try_for_each(|entry| lever(entry, catalogue))?;
    catalogue.measures().iter().try_for_each(|entry| measure(entry, catalogue))?;
    AssumptionId::ALL.into_iter().try_for_each(|id| assumption(catalogue.assumption(id)))?;
    assumption(&catalogue.budget)?;
    catalogue.records().iter().try_for_each(|entry| record(entry, catalogue))?;
    catalogue.points().iter().try_for_each(|entry| point(entry, catalogue))?;
    Plan::default().check_rests(catalogue).map_err(|rest| error("", Problem::Rest(rest)))
}

fn error(id: &str, problem: Problem) -> SeedError {
    SeedError::new("", id, problem)
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
        None => Err(error(id, Problem::DanglingSource(passage.source.clone()))),
    }
}

fn figure(figure: &Figure, catalogue: &Catalogue) -> Result<(), SeedError> {
    let id = figure.id.text();
    passage(id, &figure.passage, figure.status, catalogue)?;
    let hours = [FigureId::GgzBggzDecielen, FigureId::GgzSggzDecielen].contains(&figure.id);
    if hours != matches!(figure.value, Value::Tenths(_)) {
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
            return Err(error(figure.id.text(), Problem::TooStrong(input.id.text().to_string())));
        }
    }
    Ok(())
}

fn lever(lever: &Lever, catalogue: &Catalogue) -> Result<(), SeedError> {
    let id = lever.id.text();
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
    let check = |what, family: &Assumption, value: Decimal| {
        family.bounds.check(value).map_err(|why| error(&measure.name, Problem::Value(what, why)))
    };
    check("start", &catalogue.start, measure.start)?;
    check("ramp_years", &catalogue.ramp, measure.ramp_years)?;
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
        None => Err(error(id, Problem::UnknownReference(whole.to_string()))),
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
