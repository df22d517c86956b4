//! The tags of a text of XML, as far as a workbook needs them: one after the other, each with the text behind it.

use std::borrow::Cow;

/// A tag with the text up to the next.
#[derive(Clone, Copy, Debug)]
pub struct Piece<'x> {
    /// Without its namespace.
    pub name: &'x str,
    /// Whether it ends what another began.
    pub is_end: bool,
    /// What stands behind the name.
    attributes: &'x str,
    /// Whether it ends where it begins.
    pub is_empty: bool,
    /// The text behind it, as it is written.
    pub text: &'x str,
}

impl Piece<'_> {
    /// The value of an attribute, whichever its namespace.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let mut rest = self.attributes;
        loop {
            let (key, behind) = rest.split_once('=')?;
            let quote = behind.trim_start().chars().next().filter(|sign| ['"', '\''].contains(sign))?;
            let (value, after) = behind.trim_start().get(1..)?.split_once(quote)?;
            if local(key.trim()) == name {
                return Some(plain(value).into_owned());
            }
            rest = after;
        }
    }
}

/// The tags of a text, in order; what is no tag is passed over.
pub fn pieces(xml: &str) -> impl Iterator<Item = Piece<'_>> {
    let mut rest = xml;
    std::iter::from_fn(move || {
        let (_, from) = rest.split_once('<')?;
        let end = end_of_tag(from)?;
        let (tag, behind) = (from.get(..end)?, from.get(end + 1..)?);
        rest = behind;
        let text = behind.split('<').next().unwrap_or_default();
        let is_empty = tag.ends_with('/');
        let tag = tag.trim_end_matches('/');
        let (name, attributes) = tag.split_once(char::is_whitespace).unwrap_or((tag, ""));
        Some(Piece { name: local(name), is_end: name.starts_with('/'), attributes, is_empty, text })
    })
}

/// Where a tag ends: a `>` between quotes is of a value.
fn end_of_tag(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, sign) in text.bytes().enumerate() {
        match quote {
            None if sign == b'>' => return Some(at),
            None if sign == b'"' || sign == b'\'' => quote = Some(sign),
            Some(open) if open == sign => quote = None,
            _ => {}
        }
    }
    None
}

/// A name without its namespace.
fn local(name: &str) -> &str {
    name.rsplit([':', '/']).next().unwrap_or(name)
}

/// Text without the escapes of XML and, of signs that XML does not hold, of the format itself (`_x000D_`).
pub fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains(['&', '_']) {
        return text.into();
    }
    let mut signs = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(['&', '_']) {
        let (before, from) = rest.split_at(at);
        signs.push_str(before);
        let (sign, length) = escape(from).unwrap_or((char::from(from.as_bytes()[0]), 1));
        signs.push(sign);
        rest = &from[length..];
    }
    signs.push_str(rest);
    signs.into()
}

/// The sign that an escape at the beginning of a text stands for, and how long that is.
fn escape(text: &str) -> Option<(char, usize)> {
    if let Some(code) = text.strip_prefix("_x").and_then(|rest| rest.get(..4)).filter(|_| text.get(6..7) == Some("_")) {
        return Some((char::from_u32(u32::from_str_radix(code, 16).ok()?)?, 7));
    }
    let (name, _) = text.strip_prefix('&')?.split_once(';')?;
    let number = |code: &str| match code.strip_prefix('x') {
        Some(hex) => u32::from_str_radix(hex, 16).ok(),
        None => code.parse().ok(),
    };
    let sign = match name {
        "lt" => '<',
        "gt" => '>',
        "amp" => '&',
        "quot" => '"',
        "apos" => '\'',
        name => char::from_u32(number(name.strip_prefix('#')?)?)?,
    };
    Some((sign, name.len() + 2))
}
