//! From raw sections to the tables of the catalogue.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::error::{Problem, SeedError};
use super::evidence;
use super::place::{SeedPlace, entries};
use super::raw::{self, Exact, File};
use crate::model::bounds::{Bounds, Unit};
use crate::model::catalogue::{
    Assumption, Catalogue, DecidedBy, End, Figure, Fixed, Group, Kind, Lever, Measure, Preset, Value, Word,
};
use crate::model::formula::Derivation;
use crate::model::frame::Frame;
use crate::model::id::{AssumptionId, FigureId, LeverId, MeasureId, Setting};
use crate::model::pack::{Axes, Pack};
use crate::model::plan::Plan;
use crate::model::source::{Source, Statement, Status};
use crate::model::year::Horizon;

/// All tables; presets come last, as they need the rest.
pub fn catalogue(files: &[File]) -> Result<Catalogue, SeedError> {
    let measures = measures(files)?;
    let of_file = |part: &File| part.document.pack.clone().map(|raw| (part.file.clone(), raw));
    let (file, raw) = one(files, "pack", of_file)?;
    let (opens_on, compares_with) = (raw.default_scenario.clone(), raw.reference.clone());
    let mut catalogue = Catalogue {
        pack: pack(raw, axes(files)?),
        horizon: horizon(files)?,
        published: one(files, "published", |part| part.document.published.map(|years| years.first..=years.last))?,
        edition: one(files, "edition", |part| part.document.edition.clone())?,
        no_overlap: one(files, "no_overlap", |part| part.document.no_overlap.clone())?,
        sources: sources(files)?,
        figures: Vec::new(),
        levers: levers(files, &measures)?,
        measures,
        assumptions: Vec::new(),
        start: family(files, "start", |document| document.start.as_ref())?,
        ramp: family(files, "ramp", |document| document.ramp.as_ref())?,
        budget: family(files, "budget", |document| document.budget.as_ref())?,
        scenarios: Vec::new(),
        default_scenario: 0,
        reference: 0,
        baselines: Vec::new(),
        words: words(files),
        records: evidence::records(files)?,
        points: evidence::points(files)?,
        frame: Frame::default(),
    };
    catalogue.figures = figures(files)?;
    catalogue.assumptions = assumptions(files, &catalogue.figures)?;
    catalogue.scenarios = presets(files, &catalogue, |document| &document.scenarios)?;
    catalogue.baselines = presets(files, &catalogue, |document| &document.baselines)?;
    let scenario = |what: &str, id: String| {
        let place = catalogue.scenarios.iter().position(|preset| preset.id == id);
        place.ok_or_else(|| SeedError::new(&file, what, Problem::UnknownReference(id)))
    };
    (catalogue.default_scenario, catalogue.reference) =
        (scenario("default_scenario", opens_on)?, scenario("reference", compares_with)?);
    Ok(catalogue)
}

fn pack(raw: raw::Pack, axes: Axes) -> Pack {
    let raw::Pack { municipality, subject, plan, kind_of_plan, about_sources, .. } = raw;
    Pack { municipality, subject, plan, kind_of_plan, about_sources, axes }
}

/// Axes from low to high that hold 0, in euros.
fn axes(files: &[File]) -> Result<Axes, SeedError> {
    let of_file = |part: &File| part.document.axes.map(|raw| (part.file.clone(), raw));
    let (file, raw) = one(files, "axes", of_file)?;
    let axis = |id: &str, [low, high]: [Exact; 2]| {
        let holds_zero = low.0 <= Decimal::ZERO && Decimal::ZERO < high.0;
        let euros = |amount: Exact| amount.0 * Decimal::from(1_000_000);
        holds_zero.then(|| euros(low)..=euros(high)).ok_or_else(|| SeedError::new(&file, id, Problem::Axis))
    };
    Ok(Axes { saving: axis("saving", raw.saving)?, deficit: axis("deficit", raw.deficit)? })
}

fn horizon(files: &[File]) -> Result<Horizon, SeedError> {
    let of_file = |part: &File| part.document.horizon.map(|raw| (part.file.clone(), raw));
    let (file, raw) = one(files, "horizon", of_file)?;
    Horizon::of(raw.first, raw.summed_from, raw.last).ok_or_else(|| SeedError::new(&file, "horizon", Problem::Horizon))
}

/// The one value that some file must give.
fn one<T>(files: &[File], id: &str, value: impl Fn(&File) -> Option<T>) -> Result<T, SeedError> {
    let mut found = files.iter().filter_map(|part| value(part).map(|value| (part.file.as_str(), value)));
    let (_, first) = found.next().ok_or_else(|| SeedError::new("", id, Problem::Missing))?;
    match found.next() {
        None => Ok(first),
        Some((file, _)) => Err(SeedError::new(file, id, Problem::Duplicate)),
    }
}

/// Puts entries in the order of their ids: each known id once, none missing, none unknown.
fn table<Id: Copy + Ord, T>(
    all: impl IntoIterator<Item = Id>,
    text: impl Fn(Id) -> String,
    entries: Vec<(SeedPlace<'_>, Option<Id>, T)>,
) -> Result<Vec<T>, SeedError> {
    let mut found = BTreeMap::new();
    for (place, id, entry) in entries {
        let id = id.ok_or_else(|| place.error(Problem::UnknownId))?;
        if found.insert(id, entry).is_some() {
            return Err(place.error(Problem::Duplicate));
        }
    }
    let take = |id| found.remove(&id).ok_or_else(|| SeedError::new("", &text(id), Problem::Missing));
    all.into_iter().map(take).collect()
}

fn status(status: raw::Status) -> Status {
    match status {
        raw::Status::Bron => Status::Bron,
        raw::Status::Afgeleid => Status::Afgeleid,
        raw::Status::Aanname => Status::Aanname,
    }
}

fn sources(files: &[File]) -> Result<Vec<Source>, SeedError> {
    let mut sources: Vec<Source> = Vec::new();
    for (place, source) in entries(files, |document| &document.sources, |source| &source.id) {
        if sources.iter().any(|known| known.id == source.id) {
            return Err(place.error(Problem::Duplicate));
        }
        sources.push(Source {
            id: source.id.clone(),
            title: source.title.clone(),
            publisher: source.publisher.clone(),
            date: source.date.clone(),
            address: source.address.clone(),
            note: source.note.clone(),
        });
    }
    Ok(sources)
}

fn figures(files: &[File]) -> Result<Vec<Figure>, SeedError> {
    let raw = entries(files, |document| &document.figures, |figure| &figure.id);
    let value_of = |id: FigureId| {
        raw.iter().find(|(_, figure)| figure.id == id.text()).and_then(|(_, figure)| figure.value).map(|value| value.0)
    };
    let built = raw
        .iter()
        .map(|(place, entry)| {
            let id = FigureId::parse(&entry.id).ok_or_else(|| place.error(Problem::UnknownId))?;
            Ok((*place, Some(id), figure(*place, id, entry, value_of)?))
        })
        .collect::<Result<Vec<_>, SeedError>>()?;
    table(FigureId::ALL, |id| id.text().to_string(), built)
}

fn figure(
    place: SeedPlace<'_>,
    id: FigureId,
    raw: &raw::Figure,
    value_of: impl Fn(FigureId) -> Option<Decimal>,
) -> Result<Figure, SeedError> {
    let unit = place.unit(&raw.unit)?;
    let value = match (raw.value, raw.values) {
        (Some(value), None) => Value::One(value.0),
        (None, Some(values)) => Value::Tenths(values.map(|value| value.0)),
        _ => return Err(place.error(Problem::NoSingleValue)),
    };
    let derivation = raw.derivation.as_ref().map(|derivation| {
        let formula = super::formula::parse(&derivation.formula, value_of);
        formula
            .map(|formula| Derivation { formula, rounding: derivation.rounding.0 })
            .map_err(|why| place.error(Problem::Formula(why)))
    });
    Ok(Figure {
        id,
        label: raw.label.clone(),
        unit,
        value,
        range: match (raw.low, raw.high) {
            (Some(low), Some(high)) => Some((low.0, high.0)),
            (None, None) => None,
            _ => return Err(place.error(Problem::Range)),
        },
        year: raw.year,
        status: status(raw.status),
        passage: place.passage(&raw.source, &raw.locator)?,
        note: raw.note.clone(),
        derivation: derivation.transpose()?,
        own: match raw.fixed {
            Some(why) => Err(fixed(why)),
            None => Ok(own_bounds(place, unit, raw)?),
        },
        if_negative: if_negative(place, raw)?,
    })
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
    }
}

/// What a user's own value may be: the range of its unit, unless the figure says otherwise.
fn own_bounds(place: SeedPlace<'_>, unit: Unit, raw: &raw::Figure) -> Result<Bounds, SeedError> {
    let (max, places) = match unit {
        Unit::Euro | Unit::EuroPerYear => (500_000_000, 2),
        Unit::Fraction => (1, 4),
        Unit::Count => (10_000_000, 2),
        _ => (1_000, 2),
    };
    let min = raw.min.unwrap_or(Exact(Decimal::ZERO));
    let max = raw.max.unwrap_or(Exact(Decimal::from(max)));
    place.bounds(min, max, Exact(Decimal::new(1, places)))
}

fn levers(files: &[File], measures: &[Measure]) -> Result<Vec<Lever>, SeedError> {
    let mut built = Vec::new();
    for part in files {
        for measure in &part.document.measures {
            // Cannot fail: the measures were made from these same entries.
            let of = measures.iter().find(|known| known.number == measure.number).expect("a measure").measure;
            for raw in &measure.levers {
                let place = SeedPlace { file: &part.file, id: &raw.id };
                let id = LeverId::parse(&raw.id).ok_or_else(|| place.error(Problem::UnknownId))?;
                built.push((place, Some(id), lever(place, id, of, raw)?));
            }
        }
    }
    table(LeverId::ALL, |id| id.text().to_string(), built)
}

fn lever(place: SeedPlace<'_>, id: LeverId, measure: MeasureId, raw: &raw::Lever) -> Result<Lever, SeedError> {
    Ok(Lever {
        id,
        measure,
        label: raw.label.clone(),
        short: raw.short.clone(),
        more_saving: match raw.more_saving {
            raw::End::Hoger => End::Higher,
            raw::End::Lager => End::Lower,
        },
        first_screen: raw.first_screen,
        help: raw.help.clone(),
        unit: place.unit(&raw.unit)?,
        bounds: place.bounds(raw.min, raw.max, raw.step)?,
        neutral: raw.neutral.0,
        neutral_word: raw.neutral_word.clone(),
        plan: raw.plan.0,
        plan_status: status(raw.plan_status),
        plan_passage: place.passage(&raw.plan_source, &raw.plan_locator)?,
        plan_note: raw.plan_note.clone(),
    })
}

/// The measures by number: from 1, without gaps.
fn measures(files: &[File]) -> Result<Vec<Measure>, SeedError> {
    let ids = MeasureId::first(files.iter().map(|part| part.document.measures.len()).sum());
    let mut built = Vec::new();
    for part in files {
        for raw in &part.document.measures {
            let place = SeedPlace { file: &part.file, id: &raw.name };
            let id = ids.clone().find(|id| id.index() + 1 == usize::from(raw.number));
            let id = id.ok_or_else(|| place.error(Problem::UnknownId))?;
            let chapter = part.document.chapter.as_deref().ok_or_else(|| place.error(Problem::Missing))?;
            built.push((place, Some(id), measure(place, id, part.document.limits_care, chapter, raw)?));
        }
    }
    table(ids, |id| format!("measure {}", id.index() + 1), built)
}

fn measure(
    place: SeedPlace<'_>,
    id: MeasureId,
    limits_care: bool,
    chapter: &str,
    raw: &raw::Measure,
) -> Result<Measure, SeedError> {
    let unknown_until = raw
        .unknown_until
        .as_deref()
        .map(|id| FigureId::parse(id).ok_or_else(|| place.error(Problem::UnknownReference(id.to_string()))));
    Ok(Measure {
        measure: id,
        number: raw.number,
        chapter: chapter.to_string(),
        name: raw.name.clone(),
        group: match raw.group {
            raw::Group::Zacht => Group::Zacht,
            raw::Group::Hard => Group::Hard,
            raw::Group::Gemeten => Group::Gemeten,
        },
        start: raw.start.into(),
        ramp_years: raw.ramp_years.into(),
        featured: raw.featured,
        limits_care,
        unknown_until: unknown_until.transpose()?,
        what: raw.what.clone(),
        who: raw.who.clone(),
        quality: raw.quality.clone(),
        risk: raw.risk.clone(),
        largest_risk: Statement {
            text: raw.largest_risk.clone(),
            passage: place.passage(&raw.risk_source, &raw.risk_locator)?,
        },
        limit: Statement { text: raw.limit.clone(), passage: place.passage(&raw.limit_source, &raw.limit_locator)? },
        kind: match raw.kind {
            raw::Kind::Structureel => Kind::Structureel,
            raw::Kind::Incidenteel => Kind::Incidenteel,
        },
        shifts: raw.shifts.clone(),
        open: raw.open.clone(),
        reach: Vec::new(),
    })
}

/// The care lines: those that the formula of the calculation names, in the order of the seeds.
fn assumptions(files: &[File], figures: &[Figure]) -> Result<Vec<Assumption>, SeedError> {
    let mut built = Vec::new();
    for (place, raw) in entries(files, |document| &document.assumptions, |entry| &entry.id) {
        let mut assumption = assumption(place, raw)?;
        if let Some(id) = assumption.figure {
            // Cannot fail: `figures` holds every id in order.
            if let Value::One(fraction) = figures[id.index()].value {
                assumption.default = Some((fraction * Decimal::ONE_HUNDRED).normalize());
            }
        }
        built.push((place, AssumptionId::parse(&raw.id), assumption));
    }
    table(AssumptionId::ALL, |id| id.text().to_string(), built)
}

fn family<'p>(
    files: &'p [File],
    id: &str,
    section: impl Fn(&'p raw::Document) -> Option<&'p raw::Assumption>,
) -> Result<Assumption, SeedError> {
    let mut found = files.iter().filter_map(|part| section(&part.document).map(|raw| (part.file.as_str(), raw)));
    let (file, raw) = found.next().ok_or_else(|| SeedError::new("", id, Problem::Missing))?;
    if let Some((file, _)) = found.next() {
        return Err(SeedError::new(file, id, Problem::Duplicate));
    }
    assumption(SeedPlace { file, id }, raw)
}

fn assumption(place: SeedPlace<'_>, raw: &raw::Assumption) -> Result<Assumption, SeedError> {
    let figure = raw.figure.as_deref().map(|id| FigureId::parse(id).ok_or_else(|| place.error(Problem::UnknownId)));
    Ok(Assumption {
        label: raw.label.clone(),
        help: raw.help.clone(),
        unit: place.unit(&raw.unit)?,
        bounds: place.bounds(raw.min, raw.max, raw.step)?,
        default: raw.default.map(|value| value.0),
        figure: figure.transpose()?,
        open: raw.open.clone(),
        open_note: raw.open_note.clone(),
        decided_by: raw.decided_by.map(|who| match who {
            raw::DecidedBy::Scenario => DecidedBy::Scenario,
            raw::DecidedBy::Baseline => DecidedBy::Baseline,
        }),
    })
}

fn words(files: &[File]) -> Vec<Word> {
    let all = files.iter().flat_map(|part| &part.document.words);
    all.map(|word| Word { term: word.term.clone(), meaning: word.meaning.clone() }).collect()
}

fn presets(
    files: &[File],
    catalogue: &Catalogue,
    section: impl Fn(&raw::Document) -> &[raw::Preset],
) -> Result<Vec<Preset>, SeedError> {
    let mut presets: Vec<Preset> = Vec::new();
    for (place, raw) in entries(files, section, |preset| &preset.id) {
        if presets.iter().any(|known| known.id == raw.id) {
            return Err(place.error(Problem::Duplicate));
        }
        let plan = preset_plan(place, catalogue, raw, &presets)?;
        presets.push(Preset { id: raw.id.clone(), label: raw.label.clone(), help: raw.help.clone(), plan });
    }
    Ok(presets)
}

fn preset_plan(
    place: SeedPlace<'_>,
    catalogue: &Catalogue,
    raw: &raw::Preset,
    above: &[Preset],
) -> Result<Plan, SeedError> {
    let unknown = |what: String| place.error(Problem::UnknownReference(what));
    let from = raw.from.as_deref().map(|id| {
        let preset = above.iter().find(|preset| preset.id == id);
        preset.map(|preset| preset.plan.clone()).ok_or_else(|| unknown(id.to_string()))
    });
    if let Some(number) = raw.plan.iter().find(|number| catalogue.measure_numbered(**number).is_none()) {
        return Err(unknown(format!("maatregel {number}")));
    }
    let on_plan = catalogue.levers().iter().filter(|lever| raw.plan.contains(&catalogue.measure(lever.measure).number));
    let from = from.transpose()?.unwrap_or_default();
    let mut plan = on_plan.fold(from, |plan, lever| plan.with(Setting::Lever(lever.id), Some(lever.plan), catalogue));
    for (id, value) in &raw.settings {
        let setting = catalogue.setting(id).ok_or_else(|| unknown(id.clone()))?;
        let bounds = catalogue.spec(setting).bounds.ok_or_else(|| place.error(Problem::UnknownId))?;
        bounds.check(value.0).map_err(|why| place.error(Problem::Value("settings", why)))?;
        plan = plan.with(setting, Some(value.0), catalogue);
    }
    Ok(plan)
}
