//! Links in a text that people paste: a mail, a chat, a list of names with links.

use super::NAME_LENGTH;
use super::link::unescaped;
use crate::model::catalogue::Catalogue;

/// No link is longer, in bytes: the rest of the text is none of it.
const LONGEST: usize = 4_000;

/// A link with the words that stood before it.
#[derive(Clone, Debug, PartialEq, Eq)]
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
                found.push(Pasted { name, link: link.to_string() });
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
    for line in text.lines() {
        let line = line.trim_start_matches(|sign: char| sign == '>' || sign.is_whitespace()).trim_end();
        match lines.last_mut() {
            Some(before) if goes_on(before, line, catalogue) => before.push_str(line),
            _ => lines.push(line.to_string()),
        }
    }
    lines
}

/// Whether a line is the rest of the link that the line before it ends with.
fn goes_on(before: &str, line: &str, catalogue: &Catalogue) -> bool {
    let last = before.rsplit(char::is_whitespace).next().unwrap_or_default();
    let ends_with_link = link_in(last, catalogue).is_some_and(|(_, link)| last.ends_with(link));
    let of_link = |sign: char| sign.is_ascii_alphanumeric() || ".,%&=;_-".contains(sign);
    let is_rest = !line.is_empty() && line.chars().all(of_link) && !line.contains("%23");
    // No link is whole with one of these at its end.
    let ends_open = last.ends_with(['&', '=', '%']) || last.ends_with("&amp;");
    last.len() < LONGEST && ends_with_link && is_rest && (ends_open || line.contains(['=', '&']))
}

/// What can stand directly behind a link, and is not of it.
const BEHIND: [char; 17] = ['<', '>', '"', '\'', '(', ')', '[', ']', '{', '}', '|', '“', '”', '‘', '’', '«', '»'];

/// The link in a word, with what stands before its address.
fn link_in<'w>(word: &'w str, catalogue: &Catalogue) -> Option<(&'w str, &'w str)> {
    let (address, fragment) = match word.split_once('#') {
        Some((address, fragment)) => (address, fragment.split(BEHIND).next().unwrap_or_default()),
        // Within the link of a mail filter the `#` is escaped too, and a bare `&` is the filter's own.
        None => {
            let (address, fragment) = word.split_once("%23")?;
            (address, fragment.split(BEHIND).next().and_then(|text| text.split('&').next()).unwrap_or_default())
        }
    };
    let link = fragment.trim_end_matches(['.', ',', ';', ':', '!', '?', '*', '_']);
    // The end of an escaped `&` is no punctuation.
    let link = if fragment.ends_with("&amp;") { fragment } else { link };
    is_link(link, catalogue).then(|| (before_address(address), link))
}

/// Whether a fragment says something to this simulator: other pages have fragments too.
fn is_link(fragment: &str, catalogue: &Catalogue) -> bool {
    let is_key = |key: &str| key == "v" || catalogue.setting(key).is_some();
    unescaped(fragment).split('&').filter_map(|pair| pair.split_once('=')).any(|(key, _)| is_key(key))
}

/// What stands before the address of the page, as in `A:https://…`.
fn before_address(text: &str) -> &str {
    match text.find("http") {
        Some(at) => text.split_at(at).0,
        None if text.contains(['.', '/']) => "",
        None => text,
    }
}
