//! What can be wrong with the seeds.

use std::fmt;

use crate::language::near::meant;
use crate::model::bounds::{OutOfBounds, Unit};
use crate::model::rest::NegativeRest;
use crate::model::source::NOT_FOUND;

/// Something wrong in a seed file: where, of what, and what to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SeedError {
    /// The file.
    pub file: String,
    /// The line and column, from 1, where they are known.
    pub place: Option<(usize, usize)>,
    /// The id of the entry, empty where there is none.
    pub id: String,
    /// What is wrong.
    pub problem: Box<Problem>,
}

/// What is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// An id that nothing has.
    UnknownId,
    /// The same id twice.
    Duplicate,
    /// What is needed and no file gives.
    Missing,
    /// A measure in a file without a chapter.
    NoChapter,
    /// A measure without a lever.
    NoLever,
    /// An assumption that is left open, of which nothing says what holds then.
    NoDefault,
    /// A unit that does not exist.
    UnknownUnit(String),
    /// A source that is not in the register, and which one may have been meant.
    DanglingSource(String, String),
    /// A source without a place in it, or the reverse, with what stands before the names of both.
    HalfPassage(&'static str),
    /// What is said to stand in a source, without one, with what stands before the names of both.
    NoSource(&'static str),
    /// Neither a value nor values, or both.
    NoSingleValue,
    /// A low without a high, or a range that does not hold the value.
    Range,
    /// A rest without a sentence for where its parts are more than the whole, or such a sentence where there is no rest.
    IfNegative,
    /// Bounds without room, or a step that is not above 0.
    EmptyBounds,
    /// A value outside its own bounds.
    Value(&'static str, OutOfBounds),
    /// A formula that cannot be read.
    Formula(String),
    /// Something in the text, as it is told.
    Text(String),
    /// A reference to something that does not exist, and what may have been meant.
    UnknownReference(String, String),
    /// A status stronger than that of an input of the derivation.
    TooStrong(String),
    /// A year in which it cannot be, with the first and last year in which it can.
    Year(i32, i32),
    /// An amount that must be above 0.
    NotPositive(&'static str),
    /// A part of something that is itself a part.
    PartOfPart(String),
    /// Something counted without what, or the reverse.
    Counted,
    /// A part that another assumption plays already, or that one with such a `per` cannot play.
    Role,
    /// A piece of a sentence for where something is set and where it is not.
    Phrase,
    /// Years of the projection that are not in order.
    Horizon,
    /// A short name that is longer than so many signs.
    TooLong(usize),
    /// A lever on the first screen without a short name.
    NoShort,
    /// A lever on the first screen of a measure that does not stand on top.
    NotFeatured,
    /// A sentence without a source that does not say that nothing was found, or the reverse.
    NotFound(&'static str),
    /// An axis that does not go from low to high, does not hold 0, or opens on more than it goes.
    Axis,
    /// Own figures of the seeds that make a rest negative.
    Rest(NegativeRest),
}

impl SeedError {
    /// Something wrong with an entry of a file.
    pub fn new(file: &str, id: &str, problem: Problem) -> Self {
        Self { file: file.to_string(), place: None, id: id.to_string(), problem: Box::new(problem) }
    }

    /// Something wrong with an entry, at a line and column of a file.
    pub fn at(file: &str, id: &str, place: (usize, usize), problem: Problem) -> Self {
        Self { place: Some(place), ..Self::new(file, id, problem) }
    }
}

impl fmt::Display for SeedError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "seeds/{}", self.file)?;
        if let Some((line, column)) = self.place {
            write!(f, ":{line}:{column}")?;
        }
        if !self.id.is_empty() {
            write!(f, ", `{}`", self.id)?;
        }
        write!(f, ": {}", self.problem)
    }
}

impl std::error::Error for SeedError {}

/// Everything that is wrong with the seeds, as far as it could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(pub Vec<SeedError>);

impl Refusal {
    /// What is wrong, in the order of the files, and each mistake once.
    pub(super) fn of(mut wrong: Vec<SeedError>) -> Self {
        wrong.sort_by_cached_key(|error| (error.file.clone(), error.place, error.to_string()));
        wrong.dedup();
        Self(wrong)
    }

    /// Refuses for what is wrong, if anything.
    ///
    /// # Errors
    /// What is wrong.
    pub(super) fn unless_right(wrong: Vec<SeedError>) -> Result<(), Self> {
        if wrong.is_empty() { Ok(()) } else { Err(Self::of(wrong)) }
    }
}

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let lines: Vec<String> = self.0.iter().map(SeedError::to_string).collect();
        f.write_str(&lines.join("\n"))
    }
}

impl std::error::Error for Refusal {}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::UnknownId => {
                f.write_str("dit id kent het model niet; verbeter het")
            }
            Self::Duplicate => f.write_str("dit id staat er twee keer; laat er één staan"),
            Self::Missing => f.write_str("dit id ontbreekt; het model heeft het nodig, voeg het toe"),
            Self::NoChapter => {
                f.write_str("het hoofdstuk ontbreekt; schrijf bovenaan het bestand `chapter = \"…\"`, voeg het toe")
            }
            Self::NoLever => f.write_str("deze maatregel heeft geen knop; voeg `[[measure.lever]]` toe"),
            Self::NoDefault => f.write_str(
                "`default` ontbreekt; voeg het toe, of schrijf bij `open` wat er geldt als niemand iets invult",
            ),
            Self::UnknownUnit(unit) => {
                let near = meant(unit, Unit::names());
                write!(f, "de eenheid `{unit}` bestaat niet; kies er een uit {}{near}", Unit::names().join(", "))
            }
            Self::DanglingSource(id, near) => {
                write!(f, "de bron `{id}` staat niet in sources.toml; voeg haar daar toe{near}")
            }
            Self::HalfPassage(of) => {
                write!(f, "`{of}source` en `{of}locator` horen bij elkaar; vul ze allebei in")
            }
            Self::NoSource(of) => {
                write!(f, "status bron zonder bron; noem `{of}source` en `{of}locator` of kies een andere status")
            }
            Self::NoSingleValue => f.write_str("geef óf `value` óf, bij uren per tiende, `values`"),
            Self::IfNegative => f.write_str(
                "`if_negative` hoort bij `fixed = \"rest\"`: schrijf er de zin die de pagina geeft als de delen samen meer zijn \
                 dan het geheel",
            ),
            Self::Range => f.write_str("`low` en `high` horen bij elkaar en omvatten de waarde; verbeter ze"),
            Self::EmptyBounds => f.write_str("`min` moet onder `max` liggen en `step` boven 0; verbeter ze"),
            Self::Value(what, why) => write!(f, "`{what}` valt buiten de grenzen: {why}"),
            Self::Formula(why) => write!(f, "de afleiding is niet te lezen: {why}"),
            Self::Text(says) => f.write_str(says),
            Self::UnknownReference(id, near) => write!(f, "`{id}` bestaat niet; verbeter de verwijzing{near}"),
            Self::TooStrong(input) => {
                write!(
                    f,
                    "de status is sterker dan die van `{input}`, waaruit dit cijfer volgt; kies de zwakste status"
                )
            }
            Self::Year(first, last) => write!(f, "dit jaar kan niet; kies een jaar van {first} tot en met {last}"),
            Self::NotPositive(what) => write!(f, "`{what}` moet boven 0 liggen; verbeter het"),
            Self::Horizon => f.write_str("de jaren staan niet op volgorde; kies first ≤ summed_from ≤ last"),
            Self::PartOfPart(whole) => write!(f, "`{whole}` is zelf een deel; noem bij `part_of` het geheel"),
            Self::Counted => {
                f.write_str("`of` zegt wat er geteld is; vul het in bij de eenheid `count`, en alleen daar")
            }
            Self::Role => f.write_str("deze `role` speelt al een andere aanname, of past niet bij `per`; verbeter het"),
            Self::Phrase => f.write_str("`set` en `unset` gaan niet samen; kies er een"),
            Self::TooLong(most) => write!(f, "`short` is te lang; houd het op hoogstens {most} tekens"),
            Self::NoShort => f.write_str("een knop op het eerste scherm heeft een korte naam nodig; vul `short` in"),
            Self::NotFeatured => f.write_str(
                "`first_screen` hoort bij een maatregel die bovenaan staat; geef de maatregel `featured` of haal `first_screen` weg",
            ),
            Self::NotFound(what) => write!(
                f,
                "noem bij `{what}` een bron met haar vindplaats, of schrijf zonder bron precies \"{NOT_FOUND}\""
            ),
            Self::Axis => f.write_str(
                "een as loopt van laag naar hoog, heeft de 0 erop en opent niet wijder dan ze gaat; verbeter haar onder `[axes]`",
            ),
            Self::Rest(_) => f.write_str("samen maken de cijfers een restpost negatief; verlaag een van de delen"),
        }
    }
}
