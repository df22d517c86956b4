//! An element of a picture, whoever puts it on a screen: the page as a node, the build as text.

use std::fmt;

/// The one kind of element that ends where it begins.
const EMPTY: &str = "input";

/// An element with a text, elements, or elements after a text in it.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    /// Its tag.
    pub tag: &'static str,
    /// Its attributes, each once.
    pub attributes: Vec<(&'static str, String)>,
    /// The text at its beginning; empty where it has none.
    pub text: String,
    /// The elements in it, after the text.
    pub within: Vec<Mark>,
}

impl Mark {
    /// An element of these classes.
    pub fn of(tag: &'static str, class: impl Into<String>) -> Self {
        Self::bare(tag).with("class", class)
    }

    /// An element without attributes.
    pub fn bare(tag: &'static str) -> Self {
        Self { tag, attributes: Vec::new(), text: String::new(), within: Vec::new() }
    }

    /// The same with another attribute.
    pub fn with(mut self, name: &'static str, value: impl Into<String>) -> Self {
        self.attributes.push((name, value.into()));
        self
    }

    /// The same with this text in it.
    pub fn saying(self, text: impl Into<String>) -> Self {
        Self { text: text.into(), ..self }
    }

    /// The same with these elements in it.
    pub fn holding(mut self, within: impl IntoIterator<Item = Self>) -> Self {
        self.within.extend(within);
        self
    }
}

/// As HTML has it.
impl fmt::Display for Mark {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(to, "<{}", self.tag)?;
        self.attributes.iter().try_for_each(|(name, value)| write!(to, " {name}=\"{}\"", escaped(value)))?;
        write!(to, ">{}", escaped(&self.text))?;
        self.within.iter().try_for_each(|mark| mark.fmt(to))?;
        if self.tag == EMPTY { Ok(()) } else { write!(to, "</{}>", self.tag) }
    }
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}
