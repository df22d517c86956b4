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

pub use error::{Problem, Refusal, SeedError};

use crate::model::catalogue::Catalogue;

/// Reads and checks seed files: names with their text. Any file may hold any section.
///
/// # Errors
/// What is wrong, with the file, the id and what to do.
pub fn load(files: &[(&str, &str)]) -> Result<Catalogue, Refusal> {
    let mut texts = Vec::new();
    let mut documents = Vec::new();
    let mut refused = Vec::new();
    for (name, text) in files {
        match text::apart(name, text) {
            Ok((text, document)) => {
                texts.push(text);
                documents.push(document);
            }
            Err(error) => refused.push(error),
        }
    }
    if !refused.is_empty() {
        return Err(Refusal(refused));
    }
    let mut catalogue = build::catalogue(&documents)?;
    let mut made = frame::frame(&texts, &documents, &catalogue).map_err(Refusal)?;
    catalogue.frame = std::mem::take(&mut made.frame);
    for (measure, reach) in catalogue.measures.iter_mut().zip(std::mem::take(&mut made.reach)) {
        measure.reach = reach;
    }
    faults::none(&catalogue, &made)?;
    check::consistent(&catalogue).map_err(|error| error.within(&documents))?;
    holds::always(&catalogue, &made)?;
    Ok(catalogue)
}
