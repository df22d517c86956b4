//! From the raw section of a figure, lever, measure or assumption to what the catalogue holds of it. Everything that is wrong
//! with one is told.

use rust_decimal::Decimal;

use super::error::{Problem, SeedError};
use super::formula::{Figures, parse};
use super::place::{SeedPlace, noted, unknown};
use super::raw;
use super::read::Exact;
use crate::language::unit::Unit as Measured;
use crate::model::bounds::{Bounds, Unit};
use crate::model::catalogue::{Assumption, DecidedBy, End, Figure, Fixed, Kind, Lever, Measure, Recurrence, Value};
use crate::model::digits::dutch;
use crate::model::formula::Derivation;
use crate::model::id::{FigureId, LeverId, MeasureId};
use crate::model::source::{Statement, Status};

/// A figure.
pub fn figure(
    place: SeedPlace<'_>,
    id: FigureId,
    raw: &raw::Figure,
    named: &Figures<'_>,
    wrong: &mut Vec<SeedError>,
) -> Option<Figure> {
    let unit = noted(place.unit(&raw.unit), wrong);
    let value = noted(value(place, raw), wrong);
    let range = noted(range(place, raw), wrong);
    let passage = noted(place.passage("", &raw.source, &raw.locator), wrong);
    let derivation = derivation(place, raw, named, wrong);
    let own = noted(own_bounds(place, unit, raw), wrong);
    let if_negative = noted(if_negative(place, raw), wrong);
    if raw.measured.as_deref().is_some_and(|measured| Measured::parse(measured).is_none()) {
        let says = "`measured` is een rij namen met `/` of `*` ertussen, zoals `EUR/huishouden`; een kaal getal is `1`";
        wrong.push(place.error(Problem::Text(says.to_string())));
    }
    let written = [("value", raw.value), ("low", raw.low), ("high", raw.high), ("min", raw.min), ("max", raw.max)];
    no_thousands(place, unit, &written, wrong);
    Some(Figure {
        id,
        key: place.id.to_string(),
        label: raw.label.clone(),
        brief: raw.brief.clone(),
        unit: unit?,
        value: value?,
        range: range?,
        year: raw.year,
        status: status(raw.status),
        range_status: status(raw.range_status.unwrap_or(raw.status)),
        passage: passage?,
        note: raw.note.clone(),
        derivation: derivation?,
        own: own?,
        if_negative: if_negative?,
        only_supports: false,
    })
}

/// What a number is written to rest on.
pub fn status(status: raw::Status) -> Status {
    match status {
        raw::Status::Bron => Status::Bron,
        raw::Status::Afgeleid => Status::Afgeleid,
        raw::Status::Doel => Status::Doel,
        raw::Status::Onbekend => Status::Onbekend,
        raw::Status::Aanname => Status::Aanname,
    }
}

fn value(place: SeedPlace<'_>, raw: &raw::Figure) -> Result<Value, SeedError> {
    match (raw.value, raw.values) {
        (Some(value), None) => Ok(Value::One(value.0)),
        (None, Some(values)) => Ok(Value::Tenths(values.map(|value| value.0))),
        _ => Err(place.error(Problem::NoSingleValue)),
    }
}

/// Refuses euros with three decimals: nobody counts so, and a point before thousands reads the same.
fn no_thousands(
    place: SeedPlace<'_>,
    unit: Option<Unit>,
    written: &[(&str, Option<Exact>)],
    wrong: &mut Vec<SeedError>,
) {
    if !matches!(unit, Some(Unit::Euro | Unit::EuroPerYear | Unit::EuroPerHour)) {
        return;
    }
    for (key, number) in written.iter().filter_map(|(key, number)| Some((key, number.as_ref()?.0))) {
        if number.scale() == 3 && number.abs() >= Decimal::ONE {
            let (euros, thousands) = (dutch(number), (number * Decimal::ONE_THOUSAND).normalize());
            let says = format!(
                "bij `{key}`: `{number}` is {euros} euro; bedoelde u {thousands}? Schrijf zonder punten voor duizendtallen"
            );
            wrong.push(place.error(Problem::Text(says)));
        }
    }
}

fn range(place: SeedPlace<'_>, raw: &raw::Figure) -> Result<Option<(Decimal, Decimal)>, SeedError> {
    match (raw.low, raw.high) {
        (Some(low), Some(high)) => Ok(Some((low.0, high.0))),
        (None, None) => Ok(None),
        _ => Err(place.error(Problem::Range)),
    }
}

/// How a figure follows from others, where it does; nothing where that cannot be read.
fn derivation(
    place: SeedPlace<'_>,
    raw: &raw::Figure,
    named: &Figures<'_>,
    wrong: &mut Vec<SeedError>,
) -> Option<Option<Derivation>> {
    let Some(derivation) = &raw.derivation else { return Some(None) };
    match parse(&derivation.formula, named) {
        Ok(formula) => Some(Some(Derivation { formula, rounding: derivation.rounding.0 })),
        Err(mistakes) => {
            wrong.extend(mistakes.into_iter().map(|why| place.error(Problem::Formula(why))));
            None
        }
    }
}

/// What is said where a rest would be less than nothing: every rest says it, and nothing else does.
fn if_negative(place: SeedPlace<'_>, raw: &raw::Figure) -> Result<Option<String>, SeedError> {
    let is_rest = matches!(raw.fixed, Some(raw::Fixed::Rest));
    if is_rest == raw.if_negative.is_some() {
        Ok(raw.if_negative.clone())
    } else {
        Err(place.error(Problem::IfNegative))
    }
}

fn fixed(why: raw::Fixed) -> Fixed {
    match why {
        raw::Fixed::Rest => Fixed::Rest,
        raw::Fixed::Assumption => Fixed::Assumption,
        raw::Fixed::List => Fixed::List,
        raw::Fixed::Lever => Fixed::Lever,
    }
}

/// What a user's own value may be: the range of its unit, unless the figure says otherwise; or why there can be none.
fn own_bounds(place: SeedPlace<'_>, unit: Option<Unit>, raw: &raw::Figure) -> Result<Result<Bounds, Fixed>, SeedError> {
    if let Some(why) = raw.fixed {
        return Ok(Err(fixed(why)));
    }
    let (max, places) = match unit {
        Some(Unit::Euro | Unit::EuroPerYear) => (500_000_000, 2),
        Some(Unit::Fraction) => (1, 4),
        Some(Unit::Count) => (10_000_000, 2),
        _ => (1_000, 2),
    };
    let min = raw.min.unwrap_or(Exact(Decimal::ZERO));
    let max = raw.max.unwrap_or(Exact(Decimal::from(max)));
    place.bounds(min, max, Exact(Decimal::new(1, places))).map(Ok)
}

/// A lever of a measure.
pub fn lever(
    place: SeedPlace<'_>,
    id: LeverId,
    measure: MeasureId,
    raw: &raw::Lever,
    wrong: &mut Vec<SeedError>,
) -> Option<Lever> {
    let unit = noted(place.unit(&raw.unit), wrong);
    let bounds = noted(place.bounds(raw.min, raw.max, raw.step), wrong);
    let neutral_passage = noted(place.passage("neutral_", &raw.neutral_source, &raw.neutral_locator), wrong);
    let plan_passage = noted(place.passage("plan_", &raw.plan_source, &raw.plan_locator), wrong);
    let written =
        [("min", raw.min), ("max", raw.max), ("step", raw.step), ("neutral", raw.neutral), ("plan", raw.plan)];
    no_thousands(place, unit, &written.map(|(key, number)| (key, Some(number))), wrong);
    Some(Lever {
        id,
        key: place.id.to_string(),
        measure,
        label: raw.label.clone(),
        short: raw.short.clone(),
        row: raw.row.clone(),
        sets: raw.sets.clone(),
        more_saving: match raw.more_saving {
            raw::End::Hoger => End::Higher,
            raw::End::Lager => End::Lower,
        },
        first_screen: raw.first_screen,
        help: raw.help.clone(),
        unit: unit?,
        bounds: bounds?,
        neutral: raw.neutral.0,
        neutral_status: raw.neutral_status.map(status),
        neutral_passage: neutral_passage?,
        is_effect: raw.is_effect,
        neutral_word: raw.neutral_word.clone(),
        neutral_tick: raw.neutral_tick.clone(),
        plan: raw.plan.0,
        plan_status: status(raw.plan_status),
        plan_passage: plan_passage?,
        plan_note: raw.plan_note.clone(),
    })
}

/// A measure.
pub fn measure(
    place: SeedPlace<'_>,
    id: MeasureId,
    raw: &raw::Measure,
    figures: &Figures<'_>,
    wrong: &mut Vec<SeedError>,
) -> Option<Measure> {
    let document = &place.part.document;
    let chapter = noted(document.chapter.as_ref().ok_or_else(|| place.error(Problem::NoChapter)), wrong);
    let unknown_until = raw.unknown_until.as_deref().map(|id| named(place, id, figures));
    let unknown_until = noted(unknown_until.transpose(), wrong);
    let risk_passage = noted(place.passage("risk_", &raw.risk_source, &raw.risk_locator), wrong);
    let limit_passage = noted(place.passage("limit_", &raw.limit_source, &raw.limit_locator), wrong);
    Some(Measure {
        measure: id,
        number: *raw.number.get_ref(),
        chapter: chapter?.clone(),
        name: place.id.to_string(),
        short: raw.short.clone(),
        start: raw.start.into(),
        ramp_years: raw.ramp_years.into(),
        featured: raw.featured,
        limits_care: document.limits_care,
        unknown_until: unknown_until?.map(|(id, _)| id),
        what: raw.what.clone(),
        who: raw.who.clone(),
        quality: raw.quality.clone(),
        risk: raw.risk.clone(),
        largest_risk: Statement { text: raw.largest_risk.clone(), passage: risk_passage? },
        limit: Statement { text: raw.limit.clone(), passage: limit_passage? },
        kind: match raw.kind {
            raw::Recurrence::Structureel => Recurrence::Structureel,
            raw::Recurrence::Incidenteel => Recurrence::Incidenteel,
        },
        shifts: raw.shifts.clone(),
        open: raw.open.clone(),
        unsure: raw.unsure.clone(),
        reach: Vec::new(),
    })
}

/// The figure with this key, with its value.
fn named(place: SeedPlace<'_>, key: &str, figures: &Figures<'_>) -> Result<(FigureId, Option<Decimal>), SeedError> {
    figures.get(key).copied().ok_or_else(|| place.error(unknown(key, figures.keys().copied())))
}

/// An assumption, or what those of a family have in common.
pub fn assumption(
    place: SeedPlace<'_>,
    raw: &raw::Assumption,
    figures: &Figures<'_>,
    wrong: &mut Vec<SeedError>,
) -> Option<Assumption> {
    let unit = noted(place.unit(&raw.unit), wrong);
    let bounds = noted(place.bounds(raw.min, raw.max, raw.step), wrong);
    let figure = noted(raw.figure.as_deref().map(|id| named(place, id, figures)).transpose(), wrong)?;
    let written = [("min", Some(raw.min)), ("max", Some(raw.max)), ("step", Some(raw.step)), ("default", raw.default)];
    no_thousands(place, unit, &written, wrong);
    let percent = figure.and_then(|(_, fraction)| Some((fraction? * Decimal::ONE_HUNDRED).normalize()));
    Some(Assumption {
        key: place.id.to_string(),
        label: raw.label.get_ref().clone(),
        help: raw.help.clone(),
        unit: unit?,
        bounds: bounds?,
        default: percent.or(raw.default.map(|value| value.0)),
        figure: figure.map(|(id, _)| id),
        open: raw.open.clone(),
        open_note: raw.open_note.clone(),
        decided_by: raw.decided_by.map(|who| match who {
            raw::DecidedBy::Scenario => DecidedBy::Scenario,
            raw::DecidedBy::Baseline => DecidedBy::Baseline,
        }),
        role: raw.role,
        kind: raw.kind.clone().map(|raw::Kind { name, inflected }| Kind { name, inflected }),
    })
}
