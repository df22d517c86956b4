//! From the seed files to a checked [`Catalogue`].
//!
//! Invariant: what this module lets through is complete and consistent, so that nothing after it has to doubt. The page gets
//! what was let through when it was built ([`crate::built_in`]), and none of this. Parts of an edition ([`part`]) are read apart.

mod again;
mod build;
mod calculators;
mod check;
mod entry;
mod error;
mod evidence;
mod faults;
mod formula;
mod frame;
mod holds;
mod inputs;
mod monitor;
pub mod part;
mod part_file;
mod place;
mod presets;
mod printed;
mod raw;
mod read;
mod section;
mod span;
mod syntax;
mod text;

use std::collections::{BTreeMap, BTreeSet};

pub use error::{Problem, Refusal, SeedError};

use crate::model::calculation::recorded_in;
use crate::model::catalogue::Catalogue;
use crate::model::id::{FigureId, Leaf, Setting};
use crate::model::program::Program;

/// The folder of an edition with a folder for each of its parts.
const PARTS: &str = "parts";

/// Reads and checks seed files: names with their text. Any file may hold any section; what they hold stands in the order of
/// their names, whatever the order they come in, and what parts of the edition add behind all else.
///
/// # Errors
/// Everything that is wrong, with the file, line, column, the id and what to do. What only numbers show, a circle or a check that
/// does not hold, is told where nothing else is wrong: before, there are no numbers.
pub fn load(files: &[(&str, &str)]) -> Result<Catalogue, Refusal> {
    let made = made(files).map_err(|first| again::all(files, first, |left| made(left).err()));
    made.and_then(|(catalogue, made)| calculated(catalogue, made))
}

/// The catalogue, and the calculation before any number of it.
///
/// # Errors
/// Everything that is wrong at one stage: whether each file can be read, each entry by itself, or the entries against each other
/// together with the names and units of the calculation.
fn made(files: &[(&str, &str)]) -> Result<(Catalogue, frame::Made), Refusal> {
    let mut wrong = Vec::new();
    let is_of_part = |name: &str| name.split('/').any(|folder| folder == PARTS);
    let in_order: BTreeMap<_, _> = files.iter().map(|(name, text)| ((is_of_part(name), *name), *text)).collect();
    let apart: Vec<_> = in_order.into_iter().map(|((_, name), text)| text::apart(name, text, &mut wrong)).collect();
    let Some(whole) = apart.into_iter().collect::<Option<Vec<_>>>() else { return Err(Refusal::of(wrong)) };
    let (texts, documents): (Vec<_>, Vec<_>) = whole.into_iter().unzip();
    let Some(mut catalogue) = build::tables(&documents, &mut wrong) else { return Err(Refusal::of(wrong)) };
    let sets: Vec<&str> = texts.iter().flat_map(text::Text::sets).collect();
    wrong.extend(check::ids(&documents, &sets));
    wrong.extend(check::replaced(&catalogue, &documents));
    let twice = check::names(&catalogue, &documents);
    if !twice.is_empty() {
        wrong.extend(twice);
        return Err(Refusal::of(wrong));
    }
    wrong.extend(presets::presets_and_sentences(&documents, &mut catalogue));
    wrong.extend(check::consistent(&catalogue, &documents));
    let made = frame::frame(&texts, &documents, &catalogue).map_err(|of_frame| wrong.extend(of_frame));
    Refusal::unless_right(wrong)?;
    // Cannot fail: what keeps it from being made was told just now.
    Ok((catalogue, made.expect("a frame")))
}

/// The catalogue with its calculation.
///
/// # Errors
/// What keeps a number from being calculated, and what does not hold of the numbers.
fn calculated(mut catalogue: Catalogue, mut made: frame::Made) -> Result<Catalogue, Refusal> {
    catalogue.frame = std::mem::take(&mut made.frame);
    for (measure, reach) in catalogue.measures.iter_mut().zip(std::mem::take(&mut made.reach)) {
        measure.reach = reach;
    }
    faults::none(&catalogue, &made)?;
    let counting = counting(&catalogue);
    for figure in &mut catalogue.figures {
        figure.only_supports = !counting.contains(&figure.id);
    }
    holds::always(&catalogue, &made)?;
    Ok(catalogue)
}

/// The figures that something is calculated from, in any scope, also as the default of an assumption, and the rests of such.
fn counting(catalogue: &Catalogue) -> BTreeSet<FigureId> {
    let programs: Vec<_> = catalogue.scopes().into_iter().map(|scope| recorded_in(scope, catalogue, [])).collect();
    let read = programs.iter().flat_map(Program::leaves).filter_map(|leaf| match leaf {
        Leaf::Setting(Setting::Figure(id)) | Leaf::Tenth(id, _) => Some(id),
        Leaf::Setting(_) | Leaf::Neutral(_) => None,
    });
    let defaults = catalogue.assumption_ids().filter_map(|id| catalogue.assumption(id).figure);
    let rests = catalogue.figures().iter().filter(|figure| figure.sum_of_others().is_some()).map(|figure| figure.id);
    read.chain(defaults).chain(rests).collect()
}
