//! From raw sections to the tables of the catalogue.

use rust_decimal::Decimal;
use toml::Spanned;

use super::error::{Problem, Refusal, SeedError};
use super::evidence;
use super::formula::{Figures, parse};
use super::place::{SeedPlace, entries, kept, once};
use super::raw::{self, Exact, File};
use crate::language::near::meant;
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

/// The section of what is said of looking back.
const HINDSIGHT: &str = "hindsight";

/// All tables, without what refers to any setting of them.
///
/// # Errors
/// What is wrong with entries by themselves.
pub fn tables(files: &[File]) -> Result<Catalogue, Refusal> {
    let wrong = &mut Vec::new();
    let named = figure_names(files);
    let horizon = horizon(files, wrong);
    let published = one(files, "published", |document| document.published.as_ref(), wrong);
    let edition = one(files, "edition", |document| document.edition.as_ref(), wrong);
    let axes = axes(files, wrong);
    let pack = one(files, "pack", |document| document.pack.as_ref(), wrong);
    let figures = figures(files, &named, wrong);
    let measures = measures(files, &named, wrong);
    let levers = levers(files, wrong);
    let (assumptions, families) = assumptions(files, &named, wrong);
    let sources = sources(files, wrong);
    let (records, points) = (evidence::records(files, wrong), evidence::points(files, wrong));
    let ones = (pack, axes, horizon, published, edition);
    let (Some((_, pack)), Some(axes), Some(horizon), Some((_, years)), Some((_, edition))) = ones else {
        return Err(Refusal::of(std::mem::take(wrong)));
    };
    Refusal::unless_right(std::mem::take(wrong))?;
    Ok(Catalogue {
        pack: self::pack(pack.get_ref(), axes),
        horizon,
        published: years.get_ref().first..=years.get_ref().last,
        edition: edition.get_ref().clone(),
        no_overlap: files.iter().find_map(|part| part.document.no_overlap.as_ref()).map(|text| text.get_ref().clone()),
        sources,
        levers,
        measures,
        assumptions,
        families,
        scenarios: Vec::new(),
        default_scenario: 0,
        reference: 0,
        baselines: Vec::new(),
        words: words(files),
        records,
        points,
        budget_words: Vec::new(),
        hindsight: Vec::new(),
        frame: Frame::default(),
        figures,
    })
}

/// Fills in the presets and sentences, which refer to settings, and gives what is wrong with them.
pub fn presets_and_sentences(files: &[File], catalogue: &mut Catalogue) -> Vec<SeedError> {
    let wrong = &mut Vec::new();
    catalogue.scenarios = presets(files, catalogue, |document| &document.scenarios, wrong);
    catalogue.baselines = presets(files, catalogue, |document| &document.baselines, wrong);
    catalogue.budget_words = budget_words(files, catalogue, wrong);
    for part in files {
        catalogue.hindsight.extend(phrases(part, HINDSIGHT, &part.document.hindsight, catalogue, wrong));
    }
    let scenarios = entries(files, |document| &document.scenarios, |preset| &preset.id);
    let known = || scenarios.iter().map(|(place, _)| place.id);
    let mut scenario = |part, what, id: &Spanned<String>| {
        let found = known().position(|known| known == id.get_ref());
        let unknown = || SeedPlace::keyed(part, what, id).error(unknown(id.get_ref(), known()));
        found.unwrap_or_else(|| {
            wrong.push(unknown());
            0
        })
    };
    for part in files {
        let Some(pack) = part.document.pack.as_ref().map(Spanned::get_ref) else { continue };
        catalogue.default_scenario = scenario(part, "default_scenario", &pack.default_scenario);
        catalogue.reference = scenario(part, "reference", &pack.reference);
    }
    std::mem::take(wrong)
}

/// That nothing is called so, and what may have been meant.
fn unknown<'n>(name: &str, known: impl IntoIterator<Item = &'n str>) -> Problem {
    Problem::UnknownReference(name.to_string(), meant(name, known))
}

fn unknown_setting(id: &str, catalogue: &Catalogue) -> Problem {
    let known: Vec<String> = catalogue.settings().map(|setting| catalogue.id_of(setting)).collect();
    unknown(id, known.iter().map(String::as_str))
}

fn pack(raw: &raw::Pack, axes: Axes) -> Pack {
    Pack {
        municipality: raw.municipality.clone(),
        subject: raw.subject.clone(),
        plan: raw.plan.clone(),
        kind_of_plan: raw.kind_of_plan.clone(),
        about_sources: raw.about_sources.clone(),
        in_kind: raw.in_kind.clone(),
        axes,
    }
}

/// Axes from low to high that hold 0, in euros.
fn axes(files: &[File], wrong: &mut Vec<SeedError>) -> Option<Axes> {
    let (part, raw) = one(files, "axes", |document| document.axes.as_ref(), wrong)?;
    let mut axis = |id: &str, raw: &Spanned<[Exact; 2]>| {
        let [low, high] = *raw.get_ref();
        let holds_zero = low.0 <= Decimal::ZERO && Decimal::ZERO < high.0;
        if !holds_zero {
            wrong.push(SeedPlace::keyed(part, id, raw).error(Problem::Axis));
        }
        let euros = |amount: Exact| amount.0 * Decimal::from(1_000_000);
        euros(low)..=euros(high)
    };
    Some(Axes { saving: axis("saving", &raw.get_ref().saving), deficit: axis("deficit", &raw.get_ref().deficit) })
}

fn horizon(files: &[File], wrong: &mut Vec<SeedError>) -> Option<Horizon> {
    let (part, raw) = one(files, "horizon", |document| document.horizon.as_ref(), wrong)?;
    let years = raw.get_ref();
    let horizon = Horizon::of(years.first, years.summed_from, years.last);
    if horizon.is_none() {
        wrong.push(SeedPlace::keyed(part, "horizon", raw).error(Problem::Horizon));
    }
    horizon
}

/// The one value that some file must give, with that file.
fn one<'p, T: 'p>(
    files: &'p [File],
    id: &str,
    value: impl Fn(&'p raw::Document) -> Option<&'p Spanned<T>>,
    wrong: &mut Vec<SeedError>,
) -> Option<(&'p File, &'p Spanned<T>)> {
    let mut found = files.iter().filter_map(|part| value(&part.document).map(|value| (part, value)));
    let first = found.next();
    if first.is_none() {
        wrong.push(missing(files, id));
    }
    wrong.extend(found.map(|(part, value)| SeedPlace::keyed(part, id, value).error(Problem::Duplicate)));
    first
}

/// What may stand in any file is missed at the top of the first.
fn missing(files: &[File], id: &str) -> SeedError {
    let place = files.first().map(|part| SeedPlace::keyed(part, id, &Spanned::new(0..0, ())));
    place.map_or_else(|| SeedError::new("", id, Problem::Missing), |place| place.error(Problem::Missing))
}

fn status(status: raw::Status) -> Status {
    match status {
        raw::Status::Bron => Status::Bron,
        raw::Status::Afgeleid => Status::Afgeleid,
        raw::Status::Doel => Status::Doel,
        raw::Status::Onbekend => Status::Onbekend,
        raw::Status::Aanname => Status::Aanname,
    }
}

fn sources(files: &[File], wrong: &mut Vec<SeedError>) -> Vec<Source> {
    let raw = once(entries(files, |document| &document.sources, |source| &source.id), wrong);
    let source = |(place, source): (SeedPlace<'_>, &raw::Source)| Source {
        id: place.id.to_string(),
        title: source.title.clone(),
        publisher: source.publisher.clone(),
        date: source.date.clone(),
        address: source.address.clone(),
        note: source.note.clone(),
    };
    raw.into_iter().map(source).collect()
}

/// The figures by name, also those with which something is wrong.
fn figure_names(files: &[File]) -> Figures<'_> {
    let raw = entries(files, |document| &document.figures, |figure| &figure.id);
    let ids = FigureId::first(raw.len());
    ids.zip(raw).map(|(id, (place, raw))| (place.id, (id, raw.value.map(|value| value.0)))).collect()
}

fn figures(files: &[File], named: &Figures<'_>, wrong: &mut Vec<SeedError>) -> Vec<Figure> {
    let raw = once(entries(files, |document| &document.figures, |figure| &figure.id), wrong);
    let ids = FigureId::first(raw.len());
    kept(ids.zip(raw).map(|(id, (place, raw))| figure(place, id, raw, named)), wrong)
}

fn figure(place: SeedPlace<'_>, id: FigureId, raw: &raw::Figure, named: &Figures<'_>) -> Result<Figure, SeedError> {
    let unit = place.unit(&raw.unit)?;
    let value = match (raw.value, raw.values) {
        (Some(value), None) => Value::One(value.0),
        (None, Some(values)) => Value::Tenths(values.map(|value| value.0)),
        _ => return Err(place.error(Problem::NoSingleValue)),
    };
    let derivation = raw.derivation.as_ref().map(|derivation| {
        let formula = parse(&derivation.formula, named);
        formula
            .map(|formula| Derivation { formula, rounding: derivation.rounding.0 })
            .map_err(|why| place.error(Problem::Formula(why)))
    });
    Ok(Figure {
        id,
        key: place.id.to_string(),
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
        range_status: status(raw.range_status.unwrap_or(raw.status)),
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
        raw::Fixed::Lever => Fixed::Lever,
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

/// The measures by number, with where they stand.
fn measure_entries(files: &[File]) -> Vec<(MeasureId, SeedPlace<'_>, &raw::Measure)> {
    let mut all = entries(files, |document| &document.measures, |measure| &measure.name);
    all.sort_by_key(|(_, raw)| raw.number);
    MeasureId::first(all.len()).zip(all).map(|(id, (place, raw))| (id, place, raw)).collect()
}

/// The levers by measure, those of one measure in their own order.
fn levers(files: &[File], wrong: &mut Vec<SeedError>) -> Vec<Lever> {
    let of_measure = |(id, place, raw)| {
        let (place, raw): (SeedPlace<'_>, &raw::Measure) = (place, raw);
        raw.levers.iter().map(move |lever| (SeedPlace::of(place.part, &lever.id), (id, lever)))
    };
    let all = once(measure_entries(files).into_iter().flat_map(of_measure).collect(), wrong);
    let ids = LeverId::first(all.len());
    kept(ids.zip(all).map(|(id, (place, (of, raw)))| lever(place, id, of, raw)), wrong)
}

fn lever(place: SeedPlace<'_>, id: LeverId, measure: MeasureId, raw: &raw::Lever) -> Result<Lever, SeedError> {
    Ok(Lever {
        id,
        key: place.id.to_string(),
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
        neutral_status: raw.neutral_status.map(status),
        neutral_passage: place.passage(&raw.neutral_source, &raw.neutral_locator)?,
        is_effect: raw.is_effect,
        neutral_word: raw.neutral_word.clone(),
        plan: raw.plan.0,
        plan_status: status(raw.plan_status),
        plan_passage: place.passage(&raw.plan_source, &raw.plan_locator)?,
        plan_note: raw.plan_note.clone(),
    })
}

/// The measures by number: from 1, without gaps.
fn measures(files: &[File], figures: &Figures<'_>, wrong: &mut Vec<SeedError>) -> Vec<Measure> {
    let all = measure_entries(files);
    let before = std::iter::once(None).chain(all.iter().map(|(.., raw)| Some(raw.number)));
    let numbered = all.iter().zip(before).map(|((id, place, raw), before)| {
        if before == Some(raw.number) {
            return Err(place.error(Problem::Duplicate));
        }
        if !(1..=all.len()).contains(&raw.number.into()) {
            return Err(place.error(Problem::UnknownId));
        }
        measure(*place, *id, raw, figures)
    });
    kept(numbered, wrong)
}

fn measure(
    place: SeedPlace<'_>,
    id: MeasureId,
    raw: &raw::Measure,
    figures: &Figures<'_>,
) -> Result<Measure, SeedError> {
    let document = &place.part.document;
    let chapter = document.chapter.as_ref().ok_or_else(|| place.error(Problem::Missing))?;
    let unknown_until = raw.unknown_until.as_deref().map(|id| named(place, id, figures));
    Ok(Measure {
        measure: id,
        number: raw.number,
        chapter: chapter.clone(),
        name: place.id.to_string(),
        start: raw.start.into(),
        ramp_years: raw.ramp_years.into(),
        featured: raw.featured,
        limits_care: document.limits_care,
        unknown_until: unknown_until.transpose()?.map(|(id, _)| id),
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

/// The figure with this key, with its value.
fn named(place: SeedPlace<'_>, key: &str, figures: &Figures<'_>) -> Result<(FigureId, Option<Decimal>), SeedError> {
    figures.get(key).copied().ok_or_else(|| place.error(unknown(key, figures.keys().copied())))
}

/// The assumptions, and apart those that have a value for each year or measure.
fn assumptions(files: &[File], figures: &Figures<'_>, wrong: &mut Vec<SeedError>) -> (Vec<Assumption>, Vec<Family>) {
    let raw = once(entries(files, |document| &document.assumptions, |entry| &entry.id), wrong);
    roles(files, &raw, wrong);
    let (families, single): (Vec<_>, Vec<_>) = raw.into_iter().partition(|(_, raw)| raw.per.is_some());
    let family = |(place, raw): (SeedPlace<'_>, &raw::Assumption)| {
        let assumption = assumption(place, raw, figures);
        let only = || raw.only.as_ref().map(|only| only.iter().map(|number| *number.get_ref()).collect());
        raw.per.map(|over| assumption.map(|assumption| Family { assumption, over, only: only() }))
    };
    let single = single.into_iter().map(|(place, raw)| assumption(place, raw, figures));
    (kept(single, wrong), kept(families.into_iter().filter_map(family), wrong))
}

/// That who plays a part can play it, and that nobody plays along; without families there is nothing to set.
fn roles(files: &[File], raw: &[(SeedPlace<'_>, &raw::Assumption)], wrong: &mut Vec<SeedError>) {
    let fits = |raw: &raw::Assumption| raw.role.is_none_or(|role| role.over() == raw.per);
    let misfits = raw.iter().filter(|(_, raw)| !fits(raw));
    wrong.extend(misfits.map(|(place, _)| place.error(Problem::Role)));
    for role in InputRole::SINGLE {
        let mut players = raw.iter().filter(|(_, raw)| raw.role == Some(role)).map(|(place, _)| place);
        if players.next().is_none() && role.is_needed() {
            wrong.push(missing(files, "role"));
        }
        wrong.extend(players.map(|second| second.error(Problem::Role)));
    }
}

fn assumption(place: SeedPlace<'_>, raw: &raw::Assumption, figures: &Figures<'_>) -> Result<Assumption, SeedError> {
    let figure = raw.figure.as_deref().map(|id| named(place, id, figures)).transpose()?;
    let percent = figure.and_then(|(_, fraction)| Some((fraction? * Decimal::ONE_HUNDRED).normalize()));
    Ok(Assumption {
        key: place.id.to_string(),
        label: raw.label.get_ref().clone(),
        help: raw.help.clone(),
        unit: place.unit(&raw.unit)?,
        bounds: place.bounds(raw.min, raw.max, raw.step)?,
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

fn words(files: &[File]) -> Vec<Word> {
    let all = files.iter().flat_map(|part| &part.document.words);
    all.map(|word| Word { term: word.term.clone(), meaning: word.meaning.clone() }).collect()
}

/// What is said of the budget, once for each way in which it may have been entered.
fn budget_words(files: &[File], catalogue: &Catalogue, wrong: &mut Vec<SeedError>) -> Vec<BudgetWords> {
    let all = || files.iter().flat_map(|part| part.document.budget_words.iter().map(move |raw| (part, raw)));
    let mut words = Vec::new();
    for entered in Entered::ALL {
        let mut found = all().filter(|(_, raw)| *raw.entered.get_ref() == entered);
        match found.next() {
            Some((part, raw)) => {
                let [full, short] =
                    [&raw.full, &raw.short].map(|raw| phrases(part, BUDGET_WORDS, raw, catalogue, wrong));
                words.push(BudgetWords { entered, full, short });
            }
            // Beside the others, where there are any.
            None => wrong.push(all().next().map_or_else(
                || missing(files, BUDGET_WORDS),
                |(part, raw)| SeedPlace::keyed(part, BUDGET_WORDS, &raw.entered).error(Problem::Missing),
            )),
        }
        let again = |(part, raw): (_, &raw::BudgetWords)| SeedPlace::keyed(part, BUDGET_WORDS, &raw.entered);
        wrong.extend(found.map(|raw| again(raw).error(Problem::Duplicate)));
    }
    words
}

fn phrases(
    part: &File,
    of: &str,
    raw: &[raw::Phrase],
    catalogue: &Catalogue,
    wrong: &mut Vec<SeedError>,
) -> Vec<Phrase> {
    let setting = |id: &Spanned<String>| {
        let unknown = || SeedPlace::keyed(part, of, id).error(unknown_setting(id.get_ref(), catalogue));
        catalogue.setting(id.get_ref()).ok_or_else(unknown)
    };
    let phrase = |raw: &raw::Phrase| {
        let when = match (&raw.set, &raw.unset) {
            (None, None) => None,
            (Some(id), None) => Some(When::Set(setting(id)?)),
            (None, Some(id)) => Some(When::Default(setting(id)?)),
            (Some(set), Some(_)) => return Err(SeedPlace::keyed(part, of, set).error(Problem::Phrase)),
        };
        Ok(Phrase { when, says: raw.says.clone() })
    };
    kept(raw.iter().map(phrase), wrong)
}

fn presets(
    files: &[File],
    catalogue: &Catalogue,
    section: impl Fn(&raw::Document) -> &[raw::Preset],
    wrong: &mut Vec<SeedError>,
) -> Vec<Preset> {
    let mut presets: Vec<Preset> = Vec::new();
    for (place, raw) in once(entries(files, section, |preset| &preset.id), wrong) {
        let plan = preset_plan(place, catalogue, raw, &presets, wrong);
        presets.push(Preset { id: place.id.to_string(), label: raw.label.clone(), help: raw.help.clone(), plan });
    }
    presets
}

/// The plan of a preset, without what is wrong in it.
fn preset_plan(
    place: SeedPlace<'_>,
    catalogue: &Catalogue,
    raw: &raw::Preset,
    above: &[Preset],
    wrong: &mut Vec<SeedError>,
) -> Plan {
    let mut from = Plan::default();
    if let Some(id) = &raw.from {
        match above.iter().find(|preset| preset.id == *id.get_ref()) {
            Some(preset) => from = preset.plan.clone(),
            None => {
                let known = above.iter().map(|preset| preset.id.as_str());
                wrong.push(place.at(id).error(unknown(id.get_ref(), known)));
            }
        }
    }
    for number in &raw.plan {
        if catalogue.measure_numbered(*number.get_ref()).is_none() {
            wrong.push(place.at(number).error(unknown(&format!("maatregel {number}"), [])));
        }
    }
    let is_on_plan = |lever: &&Lever| {
        let number = catalogue.measure(lever.measure).number;
        raw.plan.iter().any(|planned| *planned.get_ref() == number)
    };
    let on_plan = catalogue.levers().iter().filter(is_on_plan);
    let plan = on_plan.fold(from, |plan, lever| plan.with(Setting::Lever(lever.id), Some(lever.plan), catalogue));
    let settings = raw.settings.iter().map(|(id, value)| {
        let place = place.at(id);
        let setting = catalogue.setting(id.get_ref());
        let setting = setting.ok_or_else(|| place.error(unknown_setting(id.get_ref(), catalogue)))?;
        let bounds = catalogue.spec(setting).bounds.ok_or_else(|| place.error(Problem::UnknownId))?;
        bounds.check(value.0).map_err(|why| place.error(Problem::Value("settings", why)))?;
        Ok((setting, value.0))
    });
    let settings = kept(settings, wrong).into_iter();
    settings.fold(plan, |plan, (setting, value)| plan.with(setting, Some(value), catalogue))
}
