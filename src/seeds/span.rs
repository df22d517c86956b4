//! Where a part of a text stands, for a reader.

/// The line and column, from 1, of a place so many bytes into a string that stands at `span` of a text.
pub fn position(text: &str, span: std::ops::Range<usize>, value: &str, into: usize) -> (usize, usize) {
    let written = text.get(span.clone()).unwrap_or_default();
    // A string with escapes is not written as it reads: then the place of the whole must do.
    let at = written.find(value).map_or(span.start, |quote| span.start + quote + into);
    let before = text.get(..at).unwrap_or_default();
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().unwrap_or_default().chars().count() + 1;
    (line, column)
}
