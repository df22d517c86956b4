//! Text as it stands in a part of the file.

use crate::export::readable;

/// A text without what XML cannot hold, and with what it reads otherwise written as it wants it. On one line: what breaks a
/// line is no text there.
pub fn escaped(text: &str) -> String {
    let text = readable(text).replace('\n', " ");
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}

/// A run of text with its properties, which are XML.
pub fn run(text: &str, properties: &str) -> String {
    let properties = if properties.is_empty() { String::new() } else { format!("<w:rPr>{properties}</w:rPr>") };
    format!(r#"<w:r>{properties}<w:t xml:space="preserve">{}</w:t></w:r>"#, escaped(text))
}

/// A paragraph: a style by its id ("" is that of the text), what else is said of it, and what stands in it, both XML.
pub fn paragraph(style: &str, further: &str, runs: &str) -> String {
    let style = if style.is_empty() { String::new() } else { format!(r#"<w:pStyle w:val="{style}"/>"#) };
    let properties = format!("{style}{further}");
    let properties = if properties.is_empty() { properties } else { format!("<w:pPr>{properties}</w:pPr>") };
    format!("<w:p>{properties}{runs}</w:p>")
}
