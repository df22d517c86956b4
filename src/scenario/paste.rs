//! Links in a text that people paste: a mail, a chat, a list of names with links, as text or as HTML.

mod filter;
mod html;

use std::borrow::Cow;

use percent_encoding::percent_decode;

use super::NAME_LENGTH;
use super::link::pieces;
use crate::model::catalogue::Catalogue;

pub use html::as_text;

/// No link is longer, in bytes: the rest of the text is none of it.
const LONGEST: usize = 4_000;

/// A link with the words that stood before it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pasted {
    /// What it is called; none where nothing stood before it on its line.
    pub name: Option<String>,
    /// The link, without the address of the page and the `#`.
    pub link: String,
}

/// The links in a text, in order; each once, unless it has another name.
pub fn find(text: &str, catalogue: &Catalogue) -> Vec<Pasted> {
    let mut found: Vec<Pasted> = Vec::new();
    for line in unwrapped(text, catalogue) {
        let mut before = String::new();
        for word in line.split_whitespace() {
            let Some((head, link)) = link_in(word, catalogue) else {
                before.push(' ');
                before.push_str(word);
                continue;
            };
            let name = named(&format!("{before} {head}"));
            let again = |known: &Pasted| known.link == link && (name.is_none() || known.name == name);
            if !found.iter().any(again) {
                found.push(Pasted { name, link });
            }
            before.clear();
        }
    }
    found
}

/// A name as it can stand above a column: on one line, without the signs around it, not too long.
pub fn named(text: &str) -> Option<String> {
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let text = text.trim_start_matches(|sign: char| !sign.is_alphanumeric() && sign != '(');
    let text = text.trim_end_matches(|sign: char| !sign.is_alphanumeric() && !".)!?%".contains(sign));
    let has_words = text.contains(char::is_alphanumeric);
    has_words.then(|| text.chars().take(NAME_LENGTH).collect::<String>().trim_end().to_string())
}

/// The lines of a text without the marks of a quoted mail; a link that a mail program broke is whole again.
fn unwrapped(text: &str, catalogue: &Catalogue) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in from_transit(text).lines() {
        let line = line.trim_start_matches(|sign: char| sign == '>' || sign.is_whitespace()).trim_end();
        match lines.last_mut() {
            Some(before) if goes_on(before, line, catalogue) => before.push_str(line),
            _ => lines.push(line.to_string()),
        }
    }
    lines
}

/// A mail as it was sent (quoted-printable) as it is read: there each `=` of a link is `=3D`.
fn from_transit(text: &str) -> Cow<'_, str> {
    if !["v=3D1", "v=3D2"].iter().any(|version| text.contains(version)) {
        return text.into();
    }
    let whole = text.replace("=\r\n", "").replace("=\n", "").replace('%', "%25");
    let is_hex = |sign: u8| sign.is_ascii_digit() || (b'A'..=b'F').contains(&sign);
    let is_sign = |rest: &str| rest.as_bytes().get(..2).is_some_and(|two| two.iter().copied().all(is_hex));
    let mut parts = whole.split('=');
    let first = parts.next().unwrap_or_default().to_string();
    let whole = parts.fold(first, |text, rest| text + if is_sign(rest) { "%" } else { "=" } + rest);
    percent_decode(whole.as_bytes()).decode_utf8_lossy().into_owned().into()
}

/// Whether a line is the rest of the link that the line before it ends with.
fn goes_on(before: &str, line: &str, catalogue: &Catalogue) -> bool {
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let of_link = |sign: char| sign.is_ascii_alphanumeric() || ".,%&=;_-~".contains(sign);
    let is_rest = !line.is_empty() && line.chars().all(of_link) && !line.contains("%23");
    // No link is whole with one of these at its end.
    let ends_open = last.ends_with(['&', '=', '%']) || last.ends_with("&amp;");
    let is_rest = is_rest && last.len() < LONGEST && (ends_open || line.contains(['=', '&']));
    is_rest && (ends_open || !last.ends_with(PUNCTUATION)) && ends_with_link(last, catalogue)
}

/// Whether nothing stands behind the link in a word.
fn ends_with_link(word: &str, catalogue: &Catalogue) -> bool {
    let behind_hash = word.rsplit('#').next().unwrap_or_default();
    !behind_hash.contains(BEHIND) && link_in(word, catalogue).is_some()
}

/// What can stand directly behind a link, and is not of it.
const BEHIND: [char; 17] = ['<', '>', '"', '\'', '(', ')', '[', ']', '{', '}', '|', '“', '”', '‘', '’', '«', '»'];
/// What ends a sentence or sets words apart, and no link.
const PUNCTUATION: [char; 8] = ['.', ',', ';', ':', '!', '?', '*', '_'];

/// How many addresses can stand around one another.
const LAYERS: usize = 4;

/// The link in a word, with what stands before its address.
fn link_in<'w>(word: &'w str, catalogue: &Catalogue) -> Option<(&'w str, String)> {
    let link = link_within(word, LAYERS, catalogue)?;
    let address = HEADS.iter().find_map(|head| word.split_once(head)).map_or(word, |(address, _)| address);
    Some((before_address(address), link))
}

/// What a link begins with: as it was written, encoded once or twice, or as a query.
const HEADS: [&str; 4] = ["#", "%23", "%2523", "?"];

/// The link in an address, or in what a filter put an address of its own around.
fn link_within(address: &str, layers: usize, catalogue: &Catalogue) -> Option<String> {
    let link = |head: &str| {
        let (before, behind) = address.split_once(head)?;
        // Pairs before the `#` are of a link that was torn: those behind it would pass for another scenario. With its check
        // among them they are read too, and told apart by it.
        let is_torn = before.contains('=') && !before.contains('/');
        let has_check = before.split('&').any(|pair| pair.starts_with("c="));
        (!is_torn || has_check).then(|| link_behind(if is_torn { address } else { behind }, catalogue))?
    };
    let inner = || {
        let layers = layers.checked_sub(1)?;
        filter::inner(address).find_map(|inner| link_within(&inner, layers, catalogue))
    };
    let [written, other_heads @ ..] = HEADS;
    link(written).or_else(inner).or_else(|| other_heads.into_iter().find_map(link))
}

/// The link that a text begins with, with nothing in it that others did: other pages have fragments too.
fn link_behind(text: &str, catalogue: &Catalogue) -> Option<String> {
    let text = text.split(BEHIND).next().unwrap_or_default();
    let bare = text.trim_end_matches(PUNCTUATION);
    // The end of an escaped `&` is no punctuation.
    let pieces = pieces(if text.ends_with("&amp;") { text } else { bare });
    let is_key = |key: &str| key == "v" || catalogue.setting(key).is_some();
    let is_link = pieces.iter().filter_map(|pair| pair.split_once('=')).any(|(key, _)| is_key(key));
    is_link.then(|| pieces.join("&"))
}

/// What stands before the address of the page, as in `A:https://…`.
fn before_address(text: &str) -> &str {
    match text.find("http") {
        Some(at) => text.split_at(at).0,
        None if text.contains(['.', '/']) => "",
        None => text,
    }
}
