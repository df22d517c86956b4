//! What was measured of the social domain: published numbers along the years, with what must be known of each.
//!
//! Invariant: nothing of it enters the calculation, and nothing of the calculation stands here.

use std::fmt;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::source::Passage;

/// What the part of an edition that holds it is called.
pub const PART: &str = "monitor";

/// All that was measured, by subject.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Monitor {
    /// In the order in which they are shown.
    pub subjects: Vec<Subject>,
}

/// What belongs together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Subject {
    /// Its stable id.
    pub id: String,
    /// What it is about, in Dutch.
    pub title: String,
    /// Its charts.
    pub charts: Vec<Chart>,
}

/// Some series of one unit, which are read together.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chart {
    /// Its stable id.
    pub id: String,
    /// What is measured, in Dutch.
    pub title: String,
    /// The unit of all its values.
    pub unit: Measure,
    /// What nobody may read its numbers without, in our own words.
    pub caveat: String,
    /// At least one.
    pub series: Vec<Series>,
}

impl Chart {
    /// All its numbers.
    pub fn points(&self) -> impl Iterator<Item = &Point> {
        self.series.iter().flat_map(|series| &series.points)
    }
}

/// One thing that was measured, or aimed at.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Series {
    /// Its stable id.
    pub id: String,
    /// What it is within its chart, in Dutch.
    pub name: String,
    /// What the source means to be better; none where it does not say.
    pub direction: Option<Direction>,
    /// What holds of all its numbers, in our own words.
    pub note: Option<String>,
    /// From early to late; of one period a target stands before what was realised.
    pub points: Vec<Point>,
}

impl Series {
    /// Its numbers by period, from early to late.
    pub fn periods(&self) -> impl Iterator<Item = &[Point]> {
        self.points.chunk_by(|a, b| a.period == b.period)
    }
}

/// What the source means to be better.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Direction {
    /// More of it.
    Higher,
    /// Less of it.
    Lower,
}

/// A published number.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Point {
    /// Of when it is.
    pub period: Period,
    /// In the unit of its chart.
    pub value: Decimal,
    /// How final it is.
    pub kind: Kind,
    /// Where it stands.
    pub passage: Passage,
    /// What holds of this number alone, in our own words.
    pub note: Option<String>,
}

/// How final a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Kind {
    /// What was aimed at, or budgeted.
    Target,
    /// What happened.
    Realised,
    /// What was expected to happen.
    Forecast,
    /// What happened, as far as was known.
    Provisional,
    /// What happened in a part of the period.
    Incomplete,
}

impl Kind {
    /// All of them.
    pub const ALL: [Self; 5] = [Self::Realised, Self::Target, Self::Forecast, Self::Provisional, Self::Incomplete];

    /// What the seeds and other programs call it.
    pub fn id(self) -> &'static str {
        match self {
            Self::Target => "target",
            Self::Realised => "realised",
            Self::Forecast => "forecast",
            Self::Provisional => "provisional",
            Self::Incomplete => "incomplete",
        }
    }

    /// The word for it.
    pub fn word(self) -> &'static str {
        match self {
            Self::Target => "doel",
            Self::Realised => "werkelijk",
            Self::Forecast => "verwacht",
            Self::Provisional => "voorlopig",
            Self::Incomplete => "deel van de periode",
        }
    }
}

/// In what is measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Measure {
    /// People or things.
    Count,
    /// Percent.
    Percent,
    /// Euros.
    Euro,
    /// Full-time positions.
    Fte,
    /// Hours.
    Hours,
    /// Months.
    Months,
    /// Years of age.
    Years,
    /// Points of a scale.
    Score,
    /// Of every thousand households.
    PerThousand,
    /// Of every ten visits.
    PerTen,
}

/// Of when a number is: of one stretch of time, or of all from one through another. Periods stand in the order in which they
/// begin.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Period {
    /// The first.
    pub from: Stretch,
    /// The last, where it is another.
    pub through: Option<Stretch>,
}

/// A year, or a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Stretch {
    /// The year.
    pub year: i32,
    /// What of it.
    pub part: Part,
}

/// What of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Part {
    /// All of it.
    Whole,
    /// Its first day.
    Begin,
    /// A half, from 1.
    Half(u8),
    /// A quarter, from 1.
    Quarter(u8),
    /// A month, from 1.
    Month(u8),
    /// Its last day.
    End,
}

const MONTHS: [&str; 12] = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"];

impl Part {
    /// All of them, with how the seeds write them behind the year.
    fn all() -> impl Iterator<Item = (String, Self)> {
        let named = [(String::new(), Self::Whole), ("-begin".into(), Self::Begin), ("-eind".into(), Self::End)];
        let halves = (1..=2).map(|half| (format!("-H{half}"), Self::Half(half)));
        let quarters = (1..=4).map(|quarter| (format!("-Q{quarter}"), Self::Quarter(quarter)));
        let months = (1..=12).map(|month| (format!("-{month:02}"), Self::Month(month)));
        named.into_iter().chain(halves).chain(quarters).chain(months)
    }
}

impl Stretch {
    fn parse(text: &str) -> Option<Self> {
        let (year, written) = text.split_at_checked(4)?;
        let is_year = year.bytes().all(|sign| sign.is_ascii_digit());
        let (_, part) = Part::all().find(|(known, _)| known == written)?;
        is_year.then(|| year.parse().ok().map(|year| Self { year, part })).flatten()
    }

    /// The same where there is room for a few signs, on one line or two: "4e kw", "2017".
    fn lines(self) -> Vec<String> {
        let part = match self.part {
            Part::Whole => None,
            Part::Quarter(quarter) => Some(format!("{quarter}e kw")),
            // What stands before the year.
            _ => self.label().rsplit_once(' ').map(|(part, _)| part.to_string()),
        };
        part.into_iter().chain([self.year.to_string()]).collect()
    }

    /// As it is read: "4e kwartaal 2017".
    fn label(self) -> String {
        let year = self.year;
        match self.part {
            Part::Whole => year.to_string(),
            Part::Begin => format!("begin {year}"),
            Part::Half(half) => format!("{half}e helft {year}"),
            Part::Quarter(quarter) => format!("{quarter}e kwartaal {year}"),
            Part::Month(month) => {
                let name = MONTHS.get(usize::from(month).wrapping_sub(1)).copied().unwrap_or_default();
                format!("{name} {year}")
            }
            Part::End => format!("eind {year}"),
        }
    }
}

impl Period {
    /// Reads a year, a part of one (`2018-H1`, `2018-Q3`, `2019-08`, `2023-eind`) or all from one through another
    /// (`2015/2017`); nothing where it is none of these.
    pub fn parse(text: &str) -> Option<Self> {
        let (from, through) = text.split_once('/').map_or((text, None), |(from, through)| (from, Some(through)));
        let from = Stretch::parse(from)?;
        let through = through.map_or(Some(None), |through| Stretch::parse(through).map(Some))?;
        through.is_none_or(|through| from < through).then_some(Self { from, through })
    }

    /// The same under a column: of more than one stretch the last.
    pub fn lines(self) -> Vec<String> {
        self.through.unwrap_or(self.from).lines()
    }

    /// As it is read: "2018", "aug 2019", "2015 t/m 2017".
    pub fn label(self) -> String {
        let through = self.through.map(|through| format!(" t/m {}", through.label()));
        self.from.label() + &through.unwrap_or_default()
    }
}

impl fmt::Display for Stretch {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let written = Part::all().find(|(_, part)| *part == self.part).map(|(written, _)| written);
        write!(f, "{}{}", self.year, written.unwrap_or_default())
    }
}

/// As the seeds write it, and as other programs read it.
impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.from)?;
        self.through.map_or(Ok(()), |through| write!(f, "/{through}"))
    }
}
