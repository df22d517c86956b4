//! From the seed files to a checked [`Catalogue`].
//!
//! Invariant: what this module lets through is complete and consistent, so that nothing after it has to doubt. The page gets
//! what was let through when it was built ([`crate::built_in`]), and none of this.

mod build;
mod check;
mod complaint;
mod error;
mod evidence;
mod faults;
mod formula;
mod frame;
mod holds;
mod inputs;
mod place;
mod raw;
mod section;
mod text;

use std::collections::{BTreeMap, BTreeSet};

pub use error::{Problem, Refusal, SeedError};

use crate::model::calculation::recorded;
use crate::model::catalogue::Catalogue;
use crate::model::id::{FigureId, Leaf, Setting};

/// Reads and checks seed files: names with their text. Any file may hold any section; what they hold stands in the order of
/// their names, whatever the order they come in.
///
/// # Errors
/// Everything that is wrong at one stage, with the file, line, column, the id and what to do. The stages: whether each file
/// can be read (of each the first mistake), each entry by itself, the entries against each other together with the names and
/// units of the calculation, whether every number can be calculated, and what must always hold.
pub fn load(files: &[(&str, &str)]) -> Result<Catalogue, Refusal> {
    let mut texts = Vec::new();
    let mut documents = Vec::new();
    let mut refused = Vec::new();
    let by_name: BTreeMap<&str, &str> = files.iter().copied().collect();
    for (name, text) in by_name {
        match text::apart(name, text) {
            Ok((text, document)) => {
                texts.push(text);
                documents.push(document);
            }
            Err(error) => refused.push(error),
        }
    }
    Refusal::unless_right(refused)?;
    let mut catalogue = build::tables(&documents)?;
    Refusal::unless_right(check::names(&catalogue, &documents))?;
    let mut wrong = build::presets_and_sentences(&documents, &mut catalogue);
    wrong.extend(check::consistent(&catalogue, &documents));
    let made = frame::frame(&texts, &documents, &catalogue).map_err(|of_frame| wrong.extend(of_frame));
    Refusal::unless_right(wrong)?;
    // Cannot fail: what keeps it from being made was told just now.
    let mut made = made.expect("a frame");
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

/// The figures that something is calculated from, also as the default of an assumption, and the rests of such.
fn counting(catalogue: &Catalogue) -> BTreeSet<FigureId> {
    let program = recorded(catalogue);
    let read = program.leaves().filter_map(|leaf| match leaf {
        Leaf::Setting(Setting::Figure(id)) | Leaf::Tenth(id, _) => Some(id),
        Leaf::Setting(_) | Leaf::Neutral(_) => None,
    });
    let defaults = catalogue.assumption_ids().filter_map(|id| catalogue.assumption(id).figure);
    let rests = catalogue.figures().iter().filter(|figure| figure.sum_of_others().is_some()).map(|figure| figure.id);
    read.chain(defaults).chain(rests).collect()
}
