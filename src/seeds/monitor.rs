//! The part `monitor`: a file for each subject, with its charts and their series.

use std::collections::BTreeSet;

use toml::Spanned;

use super::error::{Problem, Refusal, SeedError};
use super::part_file::{self, PartFile};
use super::place::noted;
use super::read::{Exact, Read, Told, Value, section, word, words};
use crate::model::monitor::{Chart, Direction, Kind, Measure, Monitor, Period, Point, Series, Subject};
use crate::model::source::{Passage, Source};

section! {
    /// One file.
    pub struct SubjectText {
        pub id: Spanned<String>,
        pub title: String,
        pub charts as "chart": Vec<ChartText>,
    }
}

section! {
    pub struct ChartText {
        pub id: Spanned<String>,
        pub title: String,
        pub unit: Measure,
        pub caveat: String,
        pub series: Vec<SeriesText>,
    }
}

section! {
    pub struct SeriesText {
        pub id: Spanned<String>,
        pub name: String,
        /// What the source means to be better.
        pub better: Option<Direction>,
        pub note: Option<String>,
        /// Where its points stand that do not say so themselves.
        pub source: Option<Spanned<String>>,
        pub locator: Option<String>,
        pub points: Vec<PointText>,
    }
}

section! {
    pub struct PointText {
        pub period: Spanned<String>,
        pub value: Exact,
        pub kind: Kind = Kind::Realised,
        pub source: Option<Spanned<String>>,
        pub locator: Option<String>,
        pub note: Option<String>,
    }
}

words!(Direction { "higher" => Self::Higher, "lower" => Self::Lower });

impl Read for Kind {
    fn read(value: &Value<'_>, told: &mut Told<'_>) -> Option<Self> {
        word(value, &Self::ALL.map(|kind| (kind.id(), kind)), told)
    }
}

words!(Measure {
    "count" => Self::Count,
    "percent" => Self::Percent,
    "EUR" => Self::Euro,
    "fte" => Self::Fte,
    "hours" => Self::Hours,
    "months" => Self::Months,
    "years" => Self::Years,
    "score" => Self::Score,
    "per 1.000" => Self::PerThousand,
    "per 10" => Self::PerTen,
});

/// What is said of what is no period.
const NO_PERIOD: &str = "dit is geen periode; schrijf een jaar, voor een deel ervan met -H1, -Q3, -08, -begin of -eind erachter, en \
                         voor meer dan een deel het eerste en het laatste met een / ertussen";

type File<'a> = PartFile<'a, SubjectText>;

/// Reads and checks the files of the monitor.
///
/// # Errors
/// Everything that is wrong: what cannot be read, ids that stand there twice, periods that are none or stand in another order,
/// numbers without a source of the register.
pub fn load(files: &[(&str, &str)], sources: &[Source]) -> Result<Monitor, Refusal> {
    let mut wrong = Vec::new();
    let files: Vec<File<'_>> = part_file::read(files, &mut wrong);
    wrong.extend(twice(&files));
    let subjects = files.iter().map(|file| subject(file, sources, &mut wrong)).collect();
    Refusal::unless_right(wrong)?;
    Ok(Monitor { subjects })
}

/// The ids of subjects, charts and series that stand there before: each is an address on the page.
fn twice(files: &[File<'_>]) -> Vec<SeedError> {
    let (mut subjects, mut charts, mut series) = (BTreeSet::new(), BTreeSet::new(), BTreeSet::new());
    let mut wrong = Vec::new();
    for file in files {
        let mut once = |known: &mut BTreeSet<String>, id: &Spanned<String>| {
            if !known.insert(id.get_ref().clone()) {
                wrong.push(file.error(id.get_ref(), id, Problem::Duplicate));
            }
        };
        once(&mut subjects, &file.document.id);
        for chart in &file.document.charts {
            once(&mut charts, &chart.id);
            chart.series.iter().for_each(|one| once(&mut series, &one.id));
        }
    }
    wrong
}

fn subject(file: &File<'_>, sources: &[Source], wrong: &mut Vec<SeedError>) -> Subject {
    let mut series = |raw: &SeriesText| series(file, raw, sources, wrong);
    let chart = |raw: &ChartText| Chart {
        id: raw.id.get_ref().clone(),
        title: raw.title.clone(),
        unit: raw.unit,
        caveat: raw.caveat.clone(),
        series: raw.series.iter().map(&mut series).collect(),
    };
    let document = &file.document;
    Subject {
        id: document.id.get_ref().clone(),
        title: document.title.clone(),
        charts: document.charts.iter().map(chart).collect(),
    }
}

fn series(file: &File<'_>, raw: &SeriesText, sources: &[Source], wrong: &mut Vec<SeedError>) -> Series {
    let id = raw.id.get_ref();
    let points: Vec<Point> =
        raw.points.iter().filter_map(|point| noted(self::point(file, raw, point), wrong)).collect();
    let named = raw.points.iter().filter_map(|point| point.source.as_ref()).chain(&raw.source);
    named.for_each(|source| file.in_register(id, source, sources, wrong));
    if points.is_empty() || !points.is_sorted_by_key(|point| (point.period, point.kind)) {
        let says = "geef de punten op volgorde van periode, het doel voor de uitkomst; minstens één";
        wrong.push(file.error(id, &raw.id, Problem::Text(says.to_string())));
    }
    Series { id: id.clone(), name: raw.name.clone(), direction: raw.better, note: raw.note.clone(), points }
}

fn point(file: &File<'_>, of: &SeriesText, raw: &PointText) -> Result<Point, SeedError> {
    let refused = |problem| file.error(of.id.get_ref(), &raw.period, problem);
    let period = Period::parse(raw.period.get_ref()).ok_or_else(|| refused(Problem::Text(NO_PERIOD.to_string())))?;
    let source = raw.source.as_ref().or(of.source.as_ref()).map(|source| source.get_ref().clone());
    let locator = raw.locator.as_ref().or(of.locator.as_ref()).cloned();
    let (Some(source), Some(locator)) = (source, locator) else { return Err(refused(Problem::NoSource(""))) };
    Ok(Point {
        period,
        value: raw.value.0,
        kind: raw.kind,
        passage: Passage { source, locator },
        note: raw.note.clone(),
    })
}
