//! The editions of this build: their figures and formulas, read and checked when it was built. The page does not hold them: it
//! fetches the same bytes as files.

use serde::de::DeserializeOwned;

use crate::model::catalogue::Catalogue;
use crate::model::catalogue::texts::TEXTS;
use crate::reader;

/// An edition of the figures and formulas, as bytes that were checked.
#[derive(Clone, Copy, Debug)]
pub struct Edition {
    /// What links call it: the name of its folder in `seeds/`.
    pub name: &'static str,
    /// What `build.rs` made of its files.
    pub bytes: &'static [u8],
    /// What is fetched apart, by name.
    pub parts: &'static [Part],
}

/// A part of an edition, as bytes that were checked.
#[derive(Clone, Copy, Debug)]
pub struct Part {
    /// The name of its folder among the parts of the edition, or [`TEXTS`].
    pub name: &'static str,
    /// What `build.rs` made of its files.
    pub bytes: &'static [u8],
}

/// All editions, oldest first; the last is the one of now.
pub static EDITIONS: &[Edition] = include!(concat!(env!("OUT_DIR"), "/editions.rs"));

/// The catalogue of an edition with its texts; none where this build has no such edition.
pub fn catalogue(name: &str) -> Option<Catalogue> {
    let edition = EDITIONS.iter().find(|edition| edition.name == name)?;
    let mut catalogue: Catalogue = reader::read(edition.bytes);
    catalogue.give_texts(part(name, TEXTS)?).then_some(catalogue)
}

/// A part of an edition, as what it holds; none where this build has no such part.
///
/// # Panics
/// Where it holds something else.
pub fn part<T: DeserializeOwned>(edition: &str, name: &str) -> Option<T> {
    let edition = EDITIONS.iter().find(|known| known.name == edition)?;
    let part = edition.parts.iter().find(|part| part.name == name)?;
    Some(reader::read(part.bytes))
}
