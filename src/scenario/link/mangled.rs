//! What happens to a link on its way, undone: mail programs, chats, office programs and trackers encode it and hang things to
//! it. For the address of the page and for what people paste.
//!
//! Invariant: a value is taken as it was written, or left as it came, so that whoever reads it says what is wrong with it.

use std::borrow::Cow;

use percent_encoding::percent_decode_str;

use super::keys;
use crate::scenario::unseen::is_unseen;

/// How often a link can have been encoded.
const LAYERS: usize = 4;

/// The pieces of a link, `key=value`, with or without what stands before it: nothing encoded but words, nothing that others added.
pub fn pieces(text: &str) -> Vec<String> {
    let text = decoded(text);
    let own = text.split('&').map(without_tracker).filter(|piece| !keys::is_tracker(piece));
    own.map(cleaned).filter(|piece| !piece.chars().all(is_behind)).collect()
}

/// A link without the signs before it and what encodes it as a whole.
fn decoded(text: &str) -> String {
    let mut text = text.to_string();
    for _ in 0..LAYERS {
        text.retain(|sign| !is_unseen(sign) && !sign.is_control());
        text = without_head(&text).to_string();
        while text.contains("&amp;") {
            text = text.replace("&amp;", "&");
        }
        // What others hung to an encoded link is not encoded with it.
        let (own, others) = text.split_at(text.find('&').unwrap_or(text.len()));
        if !is_encoded(own) {
            break;
        }
        text = format!("{}{others}", plain(own));
    }
    // A browser's own mark of the passage that it shows stands behind everything.
    let text = text.split(":~:").next().unwrap_or_default();
    // Mail in transit (quoted-printable) has this for each `=`.
    let is_quoted = text.starts_with("v=3D") || text.contains("&v=3D");
    if is_quoted { text.replace("=3D", "=") } else { text.to_string() }
}

/// What sentences and brackets put behind a link, and what is left of signs that were cut.
fn is_behind(sign: char) -> bool {
    sign.is_ascii_punctuation() || matches!(sign, ' ' | '«' | '»' | '\u{a0}' | '\u{2000}'..='\u{206f}' | '\u{fffd}')
}

/// Without the `#` that begins a link, or what it became.
fn without_head(text: &str) -> &str {
    let bare = text.trim().trim_start_matches(['#', '?', '/']);
    match ["%23", "%2523"].iter().find_map(|head| bare.strip_prefix(head)) {
        Some(rest) => without_head(rest),
        None => bare,
    }
}

/// Whether what stands before the first `&` is a whole link, encoded: a pair has a `=`, and a version no `&`.
fn is_encoded(first: &str) -> bool {
    (!first.contains('=') && first.contains('%')) || (first.starts_with("v=") && first.contains("%26"))
}

fn plain(text: &str) -> Cow<'_, str> {
    percent_decode_str(text).decode_utf8_lossy()
}

/// Without the query that a tracker hung to the end, as if it were an address.
fn without_tracker(piece: &str) -> &str {
    piece.split_once('?').filter(|(_, rest)| keys::is_tracker(rest)).map_or(piece, |(own, _)| own)
}

/// A piece with its key and, where it is not in words, its value decoded, without the signs behind it.
fn cleaned(piece: &str) -> String {
    let whole = if piece.contains('=') { piece.into() } else { plain(piece) };
    let Some((key, value)) = whole.split_once('=') else { return whole.into_owned() };
    let key = plain(key);
    if keys::is_in_words(&key) {
        return format!("{key}={value}");
    }
    let value = plain(value);
    // A run may end with an empty place.
    let is_run = key.contains('-');
    let bare = value.trim_end_matches(|sign| is_behind(sign) && !(is_run && sign == ','));
    format!("{key}={}", if bare.is_empty() { &value } else { bare })
}
