//! From raw sections to the tables of the catalogue.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;

use super::error::{Problem, SeedError};
use super::evidence;
use super::place::{SeedPlace, entries};
use super::raw::{self, Exact, File};
use crate::model::bounds::{Bounds, Unit};
use crate::model::catalogue::{
    Assumption, Catalogue, DecidedBy, End, Family, Figure, Fixed, Kind, Lever, Measure, Preset, Recurrence, Value, Word,
};
use crate::model::formula::Derivation;
use crate::model::frame::Frame;
use crate::model::id::{FigureId, LeverId, MeasureId, Setting};
use crate::model::pack::{Axes, Pack};
use crate::model::phrase::{BudgetWords, Entered, Phrase, When};
use crate::model::plan::Plan;
use crate::model::role::InputRole;
use crate::model::source::{Source, Statement, Status};
use crate::model::year::Horizon;

/// The section of what is said of the budget.
const BUDGET_WORDS: &str = "budget_words";

/// All tables; presets come last, as they need the rest.
pub fn catalogue(files: &[File]) -> Result<Catalogue, SeedError> {
    let figures = figures(files)?;
    let measures = measures(files, &figures)?;
    let (assumptions, families) = assumptions(files, &figures)?;
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
        levers: levers(files, &measures)?,
        measures,
        assumptions,
        families,
        scenarios: Vec::new(),
        default_scenario: 0,
        reference: 0,
        baselines: Vec::new(),
        words: words(files),
        records: evidence::records(files)?,
        points: evidence::points(files)?,
        budget_words: Vec::new(),
        hindsight: Vec::new(),
        frame: Frame::default(),
        figures,
    };
    catalogue.scenarios = presets(files, &catalogue, |document| &document.scenarios)?;
    catalogue.baselines = presets(files, &catalogue, |document| &document.baselines)?;
    catalogue.budget_words = budget_words(files, &catalogue)?;
    for part in files {
        let place = SeedPlace { file: &part.file, id: "hindsight" };
        catalogue.hindsight.extend(phrases(place, &part.document.hindsight, &catalogue)?);
    }
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

/// That each of these ids stands there once.
fn once<'p>(mut places: impl Iterator<Item = SeedPlace<'p>>) -> Result<(), SeedError> {
    let mut seen = BTreeSet::new();
    places.try_for_each(|place| seen.insert(place.id).then_some(()).ok_or_else(|| place.error(Problem::Duplicate)))
}

fn status(status: raw::Status) -> Status {
    match status {
        raw::Status::Bron => Status::Bron,
        raw::Status::Afgeleid => Status::Afgeleid,
        raw::Status::Aanname => Status::Aanname,
    }
}

fn sources(files: &[File]) -> Result<Vec<Source>, SeedError> {
    let raw = entries(files, |document| &document.sources, |source| &source.id);
    once(raw.iter().map(|(place, _)| *place))?;
    let source = |(_, source): (SeedPlace<'_>, &raw::Source)| Source {
        id: source.id.clone(),
        title: source.title.clone(),
        publisher: source.publisher.clone(),
        date: source.date.clone(),
        address: source.address.clone(),
        note: source.note.clone(),
    };
    Ok(raw.into_iter().map(source).collect())
}

fn figures(files: &[File]) -> Result<Vec<Figure>, SeedError> {
    let raw = entries(files, |document| &document.figures, |figure| &figure.id);
    once(raw.iter().map(|(place, _)| *place))?;
    let ids = FigureId::first(raw.len());
    let known: BTreeMap<&str, (FigureId, Option<Decimal>)> =
        ids.clone().zip(&raw).map(|(id, (place, raw))| (place.id, (id, raw.value.map(|value| value.0)))).collect();
    ids.zip(&raw).map(|(id, (place, raw))| figure(*place, id, raw, |name| known.get(name).copied())).collect()
}

fn figure(
    place: SeedPlace<'_>,
    id: FigureId,
    raw: &raw::Figure,
    named: impl Fn(&str) -> Option<(FigureId, Option<Decimal>)>,
) -> Result<Figure, SeedError> {
    let unit = place.unit(&raw.unit)?;
    let value = match (raw.value, raw.values) {
        (Some(value), None) => Value::One(value.0),
        (None, Some(values)) => Value::Tenths(values.map(|value| value.0)),
        _ => return Err(place.error(Problem::NoSingleValue)),
    };
    let derivation = raw.derivation.as_ref().map(|derivation| {
        let formula = super::formula::parse(&derivation.formula, named);
        formula
            .map(|formula| Derivation { formula, rounding: derivation.rounding.0 })
            .map_err(|why| place.error(Problem::Formula(why)))
    });
    Ok(Figure {
        id,
        key: raw.id.clone(),
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
        only_supports: false,
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

/// The levers by measure, those of one measure in their own order.
fn levers(files: &[File], measures: &[Measure]) -> Result<Vec<Lever>, SeedError> {
    let mut all = Vec::new();
    for part in files {
        for measure in &part.document.measures {
            // Cannot fail: the measures were made from these same entries.
            let of = measures.iter().find(|known| known.number == measure.number).expect("a measure").measure;
            all.extend(measure.levers.iter().map(|raw| (of, SeedPlace { file: &part.file, id: &raw.id }, raw)));
        }
    }
    all.sort_by_key(|(of, ..)| *of);
    once(all.iter().map(|(_, place, _)| *place))?;
    LeverId::first(all.len()).zip(all).map(|(id, (of, place, raw))| lever(place, id, of, raw)).collect()
}

fn lever(place: SeedPlace<'_>, id: LeverId, measure: MeasureId, raw: &raw::Lever) -> Result<Lever, SeedError> {
    Ok(Lever {
        id,
        key: raw.id.clone(),
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
fn measures(files: &[File], figures: &[Figure]) -> Result<Vec<Measure>, SeedError> {
    let mut all = Vec::new();
    for part in files {
        all.extend(part.document.measures.iter().map(|raw| (SeedPlace { file: &part.file, id: &raw.name }, part, raw)));
    }
    all.sort_by_key(|(.., raw)| raw.number);
    let mut built: Vec<Measure> = Vec::new();
    for (id, (place, part, raw)) in MeasureId::first(all.len()).zip(&all) {
        if built.last().is_some_and(|before| before.number == raw.number) {
            return Err(place.error(Problem::Duplicate));
        }
        if !(1..=all.len()).contains(&raw.number.into()) {
            return Err(place.error(Problem::UnknownId));
        }
        let chapter = part.document.chapter.as_deref().ok_or_else(|| place.error(Problem::Missing))?;
        built.push(measure(*place, id, part.document.limits_care, chapter, raw, figures)?);
    }
    Ok(built)
}

fn measure(
    place: SeedPlace<'_>,
    id: MeasureId,
    limits_care: bool,
    chapter: &str,
    raw: &raw::Measure,
    figures: &[Figure],
) -> Result<Measure, SeedError> {
    let unknown_until = raw
        .unknown_until
        .as_deref()
        .map(|id| named(id, figures).ok_or_else(|| place.error(Problem::UnknownReference(id.to_string()))));
    Ok(Measure {
        measure: id,
        number: raw.number,
        chapter: chapter.to_string(),
        name: raw.name.clone(),
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
            raw::Recurrence::Structureel => Recurrence::Structureel,
            raw::Recurrence::Incidenteel => Recurrence::Incidenteel,
        },
        shifts: raw.shifts.clone(),
        open: raw.open.clone(),
        reach: Vec::new(),
    })
}

/// The figure with this key.
fn named(key: &str, figures: &[Figure]) -> Option<FigureId> {
    figures.iter().find(|figure| figure.key == key).map(|figure| figure.id)
}

/// The assumptions, and apart those that have a value for each year or measure.
fn assumptions(files: &[File], figures: &[Figure]) -> Result<(Vec<Assumption>, Vec<Family>), SeedError> {
    let raw = entries(files, |document| &document.assumptions, |entry| &entry.id);
    once(raw.iter().map(|(place, _)| *place))?;
    roles(&raw)?;
    let (mut assumptions, mut families) = (Vec::new(), Vec::new());
    for (place, raw) in raw {
        let assumption = assumption(place, raw, figures)?;
        match raw.per {
            None => assumptions.push(assumption),
            Some(over) => families.push(Family { assumption, over }),
        }
    }
    Ok((assumptions, families))
}

/// That who plays a part can play it, and that nobody plays along; without families there is nothing to set.
fn roles(raw: &[(SeedPlace<'_>, &raw::Assumption)]) -> Result<(), SeedError> {
    let fits = |(_, raw): &&(SeedPlace<'_>, &raw::Assumption)| raw.role.is_none_or(|role| role.over() == raw.per);
    if let Some((place, _)) = raw.iter().find(|entry| !fits(entry)) {
        return Err(place.error(Problem::Role));
    }
    for role in InputRole::SINGLE {
        let mut players = raw.iter().filter(|(_, raw)| raw.role == Some(role)).map(|(place, _)| place);
        match (players.next(), players.next()) {
            (_, Some(second)) => return Err(second.error(Problem::Role)),
            (None, _) if role.over().is_some() => return Err(SeedError::new("", "role", Problem::Missing)),
            _ => {}
        }
    }
    Ok(())
}

fn assumption(place: SeedPlace<'_>, raw: &raw::Assumption, figures: &[Figure]) -> Result<Assumption, SeedError> {
    let figure = raw.figure.as_deref().map(|id| named(id, figures).ok_or_else(|| place.error(Problem::UnknownId)));
    let figure = figure.transpose()?;
    // Cannot fail: ids of figures are places among them.
    let percent = figure.and_then(|id| match figures[id.index()].value {
        Value::One(fraction) => Some((fraction * Decimal::ONE_HUNDRED).normalize()),
        Value::Tenths(_) => None,
    });
    Ok(Assumption {
        key: place.id.to_string(),
        label: raw.label.clone(),
        help: raw.help.clone(),
        unit: place.unit(&raw.unit)?,
        bounds: place.bounds(raw.min, raw.max, raw.step)?,
        default: percent.or(raw.default.map(|value| value.0)),
        figure,
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

fn words(files: &[File]) -> Vec<Word> {
    let all = files.iter().flat_map(|part| &part.document.words);
    all.map(|word| Word { term: word.term.clone(), meaning: word.meaning.clone() }).collect()
}

/// What is said of the budget, once for each way in which it may have been entered.
fn budget_words(files: &[File], catalogue: &Catalogue) -> Result<Vec<BudgetWords>, SeedError> {
    let all = || files.iter().flat_map(|part| part.document.budget_words.iter().map(move |raw| (&part.file, raw)));
    let words = |entered: Entered| {
        let mut found = all().filter(|(_, raw)| raw.entered == entered);
        let missing = || SeedError::new("", BUDGET_WORDS, Problem::Missing);
        let (file, raw) = found.next().ok_or_else(missing)?;
        let place = SeedPlace { file, id: BUDGET_WORDS };
        if found.next().is_some() {
            return Err(place.error(Problem::Duplicate));
        }
        let [full, short] = [&raw.full, &raw.short].map(|raw| phrases(place, raw, catalogue));
        Ok(BudgetWords { entered, full: full?, short: short? })
    };
    Entered::ALL.into_iter().map(words).collect()
}

fn phrases(place: SeedPlace<'_>, raw: &[raw::Phrase], catalogue: &Catalogue) -> Result<Vec<Phrase>, SeedError> {
    let setting = |id: &String| catalogue.setting(id).ok_or_else(|| place.error(Problem::UnknownReference(id.clone())));
    let phrase = |raw: &raw::Phrase| {
        let when = match (&raw.set, &raw.unset) {
            (None, None) => None,
            (Some(id), None) => Some(When::Set(setting(id)?)),
            (None, Some(id)) => Some(When::Default(setting(id)?)),
            (Some(_), Some(_)) => return Err(place.error(Problem::Phrase)),
        };
        Ok(Phrase { when, says: raw.says.clone() })
    };
    raw.iter().map(phrase).collect()
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
