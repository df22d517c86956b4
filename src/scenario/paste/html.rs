//! What a mail program, an office program or a browser puts on the clipboard beside the bare text: only there stands the address
//! of a link that has words.

/// Parts of which nothing is read by people.
const UNREAD: [&str; 5] = ["head", "style", "script", "title", "svg"];
/// Parts that begin a line.
const LINES: [&str; 12] = ["p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "table", "ul", "blockquote"];

/// The text of HTML, line by line, each link as its address. What it is called stands before it on the line; where nothing does,
/// the words that the link stood under.
pub fn as_text(html: &str) -> String {
    let mut text = Text::default();
    let mut rest = html;
    while let Some((words, tagged)) = rest.split_once('<') {
        text.read(words);
        let end = if tagged.starts_with("!--") { "-->" } else { ">" };
        let (tag, after) = tagged.split_once(end).unwrap_or((tagged, ""));
        rest = text.tag(tag, after);
    }
    text.read(rest);
    text.lines
}

#[derive(Default)]
struct Text {
    lines: String,
    /// The address of the link within which it stands.
    address: Option<String>,
    /// The words of that link.
    under: String,
}

impl Text {
    /// Takes words; a line in the source is no line on the screen.
    fn read(&mut self, words: &str) {
        let words = unescaped(&words.replace(['\r', '\n', '\t'], " "));
        let part = if self.address.is_some() { &mut self.under } else { &mut self.lines };
        part.push_str(&words);
    }

    /// Takes a tag, and gives where to read on.
    fn tag<'h>(&mut self, tag: &str, after: &'h str) -> &'h str {
        let name = tag.split(|sign: char| sign.is_whitespace() || sign == '/').find(|word| !word.is_empty());
        let name = name.unwrap_or_default().to_ascii_lowercase();
        match (name.as_str(), tag.starts_with('/')) {
            ("a", true) => self.leave_link(),
            ("a", false) => {
                self.leave_link();
                self.address = attribute(tag, "href").map(|address| unescaped(&address));
            }
            (part, false) if UNREAD.contains(&part) => {
                // Of ASCII the lower case is as long.
                return after.to_ascii_lowercase().find(&format!("</{part}")).map_or("", |at| &after[at..]);
            }
            (part, _) if LINES.contains(&part) => {
                self.leave_link();
                self.lines.push('\n');
            }
            ("td" | "th", _) => self.read(" "),
            _ => {}
        }
        after
    }

    fn leave_link(&mut self) {
        let (Some(address), under) = (self.address.take(), std::mem::take(&mut self.under)) else { return };
        let is_bare = !self.lines.rsplit('\n').next().unwrap_or_default().contains(char::is_alphanumeric);
        let words = if is_bare && !under.contains("://") { under.as_str() } else { "" };
        self.lines.push_str(&format!("{words} {address} "));
    }
}

/// The value of an attribute within a tag.
fn attribute(tag: &str, name: &str) -> Option<String> {
    let is_own = |at: &usize| tag[..*at].ends_with(char::is_whitespace);
    // Of ASCII the lower case is as long.
    let at = tag.to_ascii_lowercase().match_indices(&format!("{name}=")).map(|(at, _)| at).find(is_own)?;
    let value = tag.get(at + name.len() + 1..)?;
    let quote = value.chars().next().filter(|sign| ['"', '\''].contains(sign));
    let end = |sign: char| quote.map_or(sign.is_whitespace(), |quote| sign == quote);
    value.trim_start_matches(['"', '\'']).split(end).next().map(str::to_string)
}

/// The entities that mail programs write; another stays as it is.
fn unescaped(text: &str) -> String {
    let signs = [("&nbsp;", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")];
    signs.iter().fold(text.to_string(), |text, (entity, sign)| text.replace(entity, sign))
}
