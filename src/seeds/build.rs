//! From raw sections to the tables of the catalogue.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use toml::Spanned;

use super::entry;
use super::error::{Problem, SeedError};
use super::evidence;
use super::formula::Figures;
use super::place::{SeedPlace, entries, missing, once};
use super::raw::{self, File};
use super::read::Exact;
use crate::model::catalogue::{Assumption, Catalogue, Family, Figure, Lever, Measure, Word};
use crate::model::frame::Frame;
use crate::model::id::{FigureId, LeverId, MeasureId};
use crate::model::pack::{Axes, Pack};
use crate::model::phrase::capitalised;
use crate::model::role::InputRole;
use crate::model::source::Source;
use crate::model::year::Horizon;

/// All tables, without what refers to any setting of them; tells what is wrong with entries by themselves, and gives nothing
/// where that keeps any from being made.
pub fn tables(files: &[File], wrong: &mut Vec<SeedError>) -> Option<Catalogue> {
    let before = wrong.len();
    let named = figure_names(files);
    let horizon = horizon(files, wrong);
    let published = one(files, "published", |document| document.published.as_ref(), wrong);
    let edition = one(files, "edition", |document| document.edition.as_ref(), wrong);
    let no_overlap = at_most_one(files, "no_overlap", |document| document.no_overlap.as_ref(), wrong);
    let axes = one(files, "axes", |document| document.axes.as_ref(), wrong);
    let axes = axes.map(|(part, raw)| self::axes(part, raw, wrong));
    let pack = one(files, "pack", |document| document.pack.as_ref(), wrong);
    let wider = at_most_one(files, "wider", |document| document.wider.as_ref(), wrong);
    let wider_axes = wider.map(|(part, raw)| self::axes(part, &raw.get_ref().axes, wrong));
    let figures = figures(files, &named, wrong);
    let measures = measures(files, &named, wrong);
    let levers = levers(files, wrong);
    let (assumptions, families) = assumptions(files, &named, wrong);
    if wider.is_none() && assumptions.iter().any(|assumption| assumption.role == Some(InputRole::Scope)) {
        wrong.push(missing(files, "wider"));
    }
    let sources = sources(files, wrong);
    let (records, points) = (evidence::records(files, wrong), evidence::points(files, wrong));
    let ones = (pack, axes, horizon, published, edition);
    let (Some((_, pack)), Some(axes), Some(horizon), Some((_, years)), Some((_, edition))) = ones else {
        return None;
    };
    let pack = self::pack(pack.get_ref(), axes);
    let wider = wider.zip(wider_axes).map(|((_, raw), axes)| self::wider(raw.get_ref(), axes, &pack));
    (wrong.len() == before).then(|| Catalogue {
        pack,
        wider,
        horizon,
        published: years.get_ref().first..=years.get_ref().last,
        edition: edition.get_ref().clone(),
        no_overlap: no_overlap.map(|(_, text)| text.get_ref().clone()),
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

fn pack(raw: &raw::Pack, axes: Axes) -> Pack {
    Pack {
        municipality: raw.municipality.clone(),
        subject: raw.subject.clone(),
        plan: raw.plan.clone(),
        kind_of_plan: raw.kind_of_plan.clone(),
        seen_from: raw.seen_from.clone(),
        prices: raw.prices.clone(),
        budget: raw.budget.clone(),
        scope: raw.scope.clone(),
        choice: capitalised(&raw.subject),
        is_concept: raw.concept,
        about_sources: raw.about_sources.clone(),
        in_kind: raw.in_kind.clone(),
        axes,
    }
}

/// The pack where more counts.
fn wider(raw: &raw::Wider, axes: Axes, pack: &Pack) -> Pack {
    Pack {
        scope: raw.scope.clone(),
        subject: raw.subject.clone(),
        choice: raw.choice.clone(),
        budget: raw.budget.clone(),
        axes,
        ..pack.clone()
    }
}

/// Axes from low to high that hold 0 and open within how far they go, in euros.
fn axes(part: &File, raw: &Spanned<raw::Axes>, wrong: &mut Vec<SeedError>) -> Axes {
    let raw = raw.get_ref();
    let mut axis = |id: &str, [raw, within]: [&Spanned<[Exact; 2]>; 2]| {
        let ([low, high], [lowest, highest]) = (raw.get_ref(), within.get_ref());
        let holds_zero = low.0 <= Decimal::ZERO && Decimal::ZERO < high.0;
        if !holds_zero || low.0 < lowest.0 || highest.0 < high.0 {
            wrong.push(SeedPlace::keyed(part, id, raw).error(Problem::Axis));
        }
        let euros = |amount: &Exact| amount.0 * Decimal::from(1_000_000);
        euros(low)..=euros(high)
    };
    Axes {
        saving: axis("saving", [&raw.saving; 2]),
        deficit: axis("deficit", [&raw.deficit; 2]),
        opening_saving: axis("opening_saving", [&raw.opening_saving, &raw.saving]),
        opening_deficit: axis("opening_deficit", [&raw.opening_deficit, &raw.deficit]),
    }
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
    let found = at_most_one(files, id, value, wrong);
    if found.is_none() {
        wrong.push(missing(files, id));
    }
    found
}

/// The one value that some file may give, with that file.
fn at_most_one<'p, T: 'p>(
    files: &'p [File],
    id: &str,
    value: impl Fn(&'p raw::Document) -> Option<&'p Spanned<T>>,
    wrong: &mut Vec<SeedError>,
) -> Option<(&'p File, &'p Spanned<T>)> {
    let mut found = files.iter().filter_map(|part| value(&part.document).map(|value| (part, value)));
    let first = found.next();
    wrong.extend(found.map(|(part, value)| SeedPlace::keyed(part, id, value).error(Problem::Duplicate)));
    first
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
    ids.zip(raw).filter_map(|(id, (place, raw))| entry::figure(place, id, raw, named, wrong)).collect()
}

/// The measures by number, with where they stand.
fn measure_entries(files: &[File]) -> Vec<(MeasureId, SeedPlace<'_>, &raw::Measure)> {
    let mut all = entries(files, |document| &document.measures, |measure| &measure.name);
    all.sort_by_key(|(_, raw)| *raw.number.get_ref());
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
    ids.zip(all).filter_map(|(id, (place, (of, raw)))| entry::lever(place, id, of, raw, wrong)).collect()
}

/// The measures by number: from 1, without gaps.
fn measures(files: &[File], figures: &Figures<'_>, wrong: &mut Vec<SeedError>) -> Vec<Measure> {
    let all = measure_entries(files);
    let number = |raw: &raw::Measure| usize::from(*raw.number.get_ref());
    let numbers: BTreeSet<usize> = all.iter().map(|(.., raw)| number(raw)).collect();
    // What so many measures cannot all have.
    let next = (1..=all.len() + 1).find(|number| !numbers.contains(number)).unwrap_or_default();
    let before = std::iter::once(None).chain(all.iter().map(|(_, place, raw)| Some((place.id, number(raw)))));
    let numbered = all.iter().zip(before).filter_map(|((id, place, raw), before)| {
        let own = number(raw);
        let says = match before {
            Some((name, number)) if number == own => Some(format!("nummer {own} is al van `{name}`")),
            _ if (1..=all.len()).contains(&own) => None,
            _ => Some(format!("nummer {own} kan niet: de nummers lopen van 1 af zonder gaten")),
        };
        let problem = says.map(|says| Problem::Text(format!("{says}; het volgende nummer is {next}")));
        wrong.extend(problem.map(|problem| place.at(&raw.number).error(problem)));
        entry::measure(*place, *id, raw, figures, wrong)
    });
    numbered.collect()
}

/// The assumptions, and apart those that have a value for each year or measure.
fn assumptions(files: &[File], figures: &Figures<'_>, wrong: &mut Vec<SeedError>) -> (Vec<Assumption>, Vec<Family>) {
    let raw = once(entries(files, |document| &document.assumptions, |entry| &entry.id), wrong);
    roles(files, &raw, wrong);
    let (families, single): (Vec<_>, Vec<_>) = raw.into_iter().partition(|(_, raw)| raw.per.is_some());
    let single = single.into_iter().filter_map(|(place, raw)| entry::assumption(place, raw, figures, wrong)).collect();
    let family = |(place, raw): (SeedPlace<'_>, &raw::Assumption)| {
        let (over, assumption) = (raw.per?, entry::assumption(place, raw, figures, wrong)?);
        Some(Family { assumption, over, only: raw.only.clone() })
    };
    (single, families.into_iter().filter_map(family).collect())
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

fn words(files: &[File]) -> Vec<Word> {
    let all = files.iter().flat_map(|part| &part.document.words);
    all.map(|word| Word { term: word.term.clone(), meaning: word.meaning.clone() }).collect()
}
