//! Scenarios side by side, in one link: `naast=heet_Coalitie~met_B~~c_4kq7ab~t_37875786~poh.fte_9.5~~…` behind the first of them.
//!
//! The value is parts with `~~` between them, each of pairs with `~` between them and a `_` behind the key. The first part is
//! about the scenario of the link and about all of them, each of the others is a link: with its own check, without the version
//! and edition that it has in common with the link that holds it. So one that was damaged is told by itself.
//!
//! Invariant: `read(write(…))` gives the links as they were; a text without such a key is about one scenario only.

use percent_encoding::percent_decode_str;

use super::as_name;
use super::link::{in_words, keys, pieces};
use super::paste::Pasted;

/// What a scenario is called among the others, where that is not its own name.
const CALLED: &str = "heet";
/// Under whose assumptions all are calculated.
const WORLD: &str = "met";

/// Between two scenarios.
const NEXT: &str = "~~";
/// Between two pairs.
const AND: char = '~';
/// Between a key and its value.
const IS: char = '_';

/// Scenarios side by side. None of their links names others.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Beside {
    /// Under whose assumptions all are calculated, in a word of who compares; none where each has its own.
    pub world: Option<String>,
    /// The first; without a link where it is the scenario of the link that holds the others.
    pub first: Pasted,
    /// The others, each with its edition in its link, unless that is of the first format.
    pub others: Vec<Pasted>,
}

impl Beside {
    /// The value of the key, not encoded, for a link of an edition.
    pub fn text(&self, edition: &str) -> String {
        let world = self.world.as_ref().map(|world| pair(WORLD, world));
        let first = world.into_iter().chain(pairs(&self.first, edition)).collect();
        let others = self.others.iter().map(|other| pairs(other, edition).collect());
        let parts: Vec<Vec<String>> = std::iter::once(first).chain(others).collect();
        parts.iter().map(|part| part.join(&AND.to_string())).collect::<Vec<_>>().join(NEXT)
    }

    /// The scenarios of a link, where it is about more than one or says how its own stands among others. The first has the
    /// whole link, of which the check is, where that is its own.
    pub fn read(link: &str) -> Option<Self> {
        let pieces = pieces(link);
        let value = |key| pieces.iter().filter_map(|piece| piece.split_once('=')).find(|(of, _)| *of == key);
        let text = decoded(value(keys::BESIDE)?.1);
        let edition = value(keys::EDITION).map_or("", |(_, edition)| edition);
        let mut parts = text.split(NEXT).map(|part| read_part(part, edition));
        let (mut first, world) = parts.next()?;
        if first.link.is_empty() {
            first.link = link.to_string();
        }
        let others = parts.map(|(other, _)| other).filter(|other| !other.link.is_empty()).collect();
        Some(Self { world, first, others })
    }
}

/// The pairs of a scenario: its name, and its link without what it has in common with that of an edition.
fn pairs<'p>(of: &'p Pasted, edition: &'p str) -> impl Iterator<Item = String> + 'p {
    let pieces = pieces(&of.link);
    let is_first_format = pieces.iter().any(|piece| split(piece, '=') == (keys::VERSION, keys::FIRST));
    let own = pieces.into_iter().filter_map(move |piece| match split(&piece, '=') {
        (keys::VERSION, keys::SECOND) | (keys::BESIDE, _) => None,
        (keys::EDITION, of) if of == edition && !is_first_format => None,
        (key, value) if keys::is_in_words(key) => Some(pair(key, &decoded(value))),
        (key, value) => Some(pair(key, value)),
    });
    of.name.as_ref().map(|name| pair(CALLED, name)).into_iter().chain(own)
}

fn pair(key: &str, value: &str) -> String {
    format!("{}{IS}{}", escaped(key).replace(IS, "%5F"), escaped(value))
}

/// Without the sign that sets pairs and scenarios apart.
fn escaped(text: &str) -> String {
    text.replace('%', "%25").replace(AND, "%7E")
}

fn decoded(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn split(text: &str, at: char) -> (&str, &str) {
    text.split_once(at).unwrap_or((text, ""))
}

/// A part as a scenario with its name, and what it says of all of them.
fn read_part(part: &str, edition: &str) -> (Pasted, Option<String>) {
    let (mut of, mut world) = (Pasted { name: None, link: String::new() }, None);
    let mut own = Vec::new();
    for piece in part.split(AND).filter(|piece| !piece.is_empty()) {
        let (key, value) = split(piece, IS);
        let (key, value) = (decoded(key), decoded(value));
        match key.as_str() {
            CALLED => of.name = Some(as_name(&value)).filter(|name| !name.is_empty()),
            WORLD => world = Some(value),
            key if keys::is_in_words(key) => own.push(in_words(key, &value)),
            key => own.push(format!("{key}={value}")),
        }
    }
    if !own.is_empty() {
        of.link = heads(&own, edition).into_iter().chain(own).collect::<Vec<_>>().join("&");
    }
    (of, world)
}

/// What a part leaves out because the link that holds it says it.
fn heads(own: &[String], edition: &str) -> Vec<String> {
    let value = |key| own.iter().map(|piece| split(piece, '=')).find(|(of, _)| *of == key).map(|(_, value)| value);
    let version = value(keys::VERSION);
    let version_left = version.is_none().then(|| format!("{}={}", keys::VERSION, keys::SECOND));
    let has_edition = value(keys::EDITION).is_some() || version == Some(keys::FIRST) || edition.is_empty();
    let edition_left = (!has_edition).then(|| format!("{}={edition}", keys::EDITION));
    version_left.into_iter().chain(edition_left).collect()
}
