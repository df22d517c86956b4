//! Reads Rust sources just well enough to tell code, comments and strings apart.

use std::path::Path;

/// A source file, line by line.
pub struct Source {
    /// Its path from the top of the repository, with forward slashes.
    pub path: String,
    lines: Vec<Line>,
}

#[derive(Clone, Default)]
struct Line {
    code: String,
    comment: String,
    quoted: Vec<String>,
}

#[derive(Clone, Copy, PartialEq)]
enum Kind {
    Code,
    Comment,
    Quoted,
}

/// All sources under `src`.
pub fn sources() -> Vec<Source> {
    let top = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    collect(&top.join("src"), &mut paths);
    paths.sort();
    assert!(!paths.is_empty(), "no sources in {}", top.display());
    let path = |path: &Path| path.strip_prefix(top).unwrap().to_string_lossy().replace('\\', "/");
    paths.iter().map(|file| Source::read(path(file), &std::fs::read_to_string(file).unwrap())).collect()
}

fn collect(folder: &Path, paths: &mut Vec<std::path::PathBuf>) {
    for entry in folder.read_dir().unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            collect(&entry, paths);
        } else if entry.extension().is_some_and(|extension| extension == "rs") {
            paths.push(entry);
        }
    }
}

impl Source {
    /// A source with this text.
    pub fn read(path: String, text: &str) -> Self {
        let mut lines = vec![Line::default(); text.lines().count() + 1];
        let mut at = 0;
        for (kind, piece) in pieces(text) {
            if kind == Kind::Quoted {
                lines[at].quoted.push(piece.trim_matches('"').to_string());
            }
            for (offset, part) in piece.split('\n').enumerate() {
                match kind {
                    Kind::Code => lines[at + offset].code.push_str(part),
                    Kind::Comment => lines[at + offset].comment.push_str(part),
                    Kind::Quoted => {}
                }
            }
            at += piece.matches('\n').count();
        }
        Self { path, lines }
    }

    /// How many names its module path has below the crate: 2 for `src/model/plan.rs`.
    pub fn depth(&self) -> usize {
        self.path.trim_end_matches("/mod.rs").matches('/').count()
    }

    /// The folder under `src` it stands in; none for `lib.rs`.
    pub fn layer(&self) -> Option<&str> {
        self.path.strip_prefix("src/")?.split_once('/').map(|(layer, _)| layer)
    }

    /// All its code, without strings and comments.
    pub fn code(&self) -> String {
        self.lines.iter().map(|line| line.code.as_str()).collect::<Vec<_>>().join("\n")
    }

    /// The comment on a line, by its number from 1.
    pub fn comment(&self, line: usize) -> &str {
        line.checked_sub(1).and_then(|at| self.lines.get(at)).map_or("", |line| &line.comment)
    }

    /// What a check finds in the code of each line, without strings and comments.
    pub fn find_code(&self, check: impl Fn(&str) -> Vec<String>) -> Vec<(usize, String)> {
        self.find(|line| check(&line.code))
    }

    /// What a check finds in the strings that begin on each line.
    pub fn find_quoted(&self, check: impl Fn(&str) -> Vec<String>) -> Vec<(usize, String)> {
        self.find(|line| line.quoted.iter().flat_map(|quoted| check(quoted)).collect())
    }

    fn find(&self, check: impl Fn(&Line) -> Vec<String>) -> Vec<(usize, String)> {
        let numbered = self.lines.iter().enumerate();
        numbered.flat_map(|(at, line)| check(line).into_iter().map(move |what| (at + 1, what))).collect()
    }
}

/// The text in pieces of one kind each, in order.
fn pieces(text: &str) -> Vec<(Kind, &str)> {
    let mut pieces = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let (kind, length) = piece(&text[..at], &text[at..]);
        pieces.push((kind, &text[at..at + length]));
        at += length;
    }
    pieces
}

/// What kind of piece the text goes on with, and for how long.
fn piece(before: &str, text: &str) -> (Kind, usize) {
    let mut signs = text.chars();
    match (signs.next(), signs.next()) {
        (Some('/'), Some('/')) => (Kind::Comment, text.find('\n').unwrap_or(text.len())),
        (Some('/'), Some('*')) => (Kind::Comment, text.find("*/").map_or(text.len(), |at| at + 2)),
        (Some('"'), _) => (Kind::Quoted, string(before, text)),
        (Some('\''), _) => (Kind::Code, sign_or_lifetime(text)),
        (first, _) => {
            let past = first.map_or(0, char::len_utf8);
            (Kind::Code, text[past..].find(['/', '"', '\'']).map_or(text.len(), |at| past + at))
        }
    }
}

/// The length of a string with its quotes: raw after `r` and hashes, else through its escapes.
fn string(before: &str, text: &str) -> usize {
    let hashes = before.chars().rev().take_while(|sign| *sign == '#').count();
    if before[..before.len() - hashes].ends_with('r') {
        let closing = format!("\"{}", "#".repeat(hashes));
        return text[1..].find(&closing).map_or(text.len(), |at| at + 2);
    }
    let mut escaped = false;
    let closes = |(_, sign): &(usize, char)| {
        let closes = *sign == '"' && !escaped;
        escaped = *sign == '\\' && !escaped;
        closes
    };
    text.char_indices().skip(1).find(closes).map_or(text.len(), |(at, _)| at + 1)
}

/// The length of a sign in quotes such as `'"'`, or of the mark of a lifetime.
fn sign_or_lifetime(text: &str) -> usize {
    let mut signs = text.char_indices().skip(1);
    match (signs.next(), signs.next()) {
        (Some((_, '\\')), Some((at, escaped))) => {
            let past = at + escaped.len_utf8();
            text[past..].find('\'').map_or(text.len(), |closing| past + closing + 1)
        }
        (Some(_), Some((at, '\''))) => at + 1,
        _ => 1,
    }
}

/// The words of a line of code: names, keywords and numbers with their suffix.
pub fn words(code: &str) -> impl Iterator<Item = &str> {
    code.split(|sign: char| !(sign.is_alphanumeric() || sign == '_')).filter(|word| !word.is_empty())
}

/// The numbers of a line of code, without suffix: `1_000`, `0.5`; not the digits in a name or the ends of a range.
pub fn numbers(code: &str) -> impl Iterator<Item = &str> {
    let parts =
        code.split("..").flat_map(|part| part.split(|sign: char| !(sign.is_alphanumeric() || "_.".contains(sign))));
    parts.filter(|part| part.starts_with(|sign: char| sign.is_ascii_digit())).map(|part| {
        let end = part.find(|sign: char| !(sign.is_ascii_digit() || "_.".contains(sign))).unwrap_or(part.len());
        part[..end].trim_end_matches('.')
    })
}

#[test]
fn tells_code_comments_and_strings_apart() {
    let text = concat!(
        "let a = \"f64 // \\\" 100\"; // a comment \"100\"\n",
        "let b = '\"'; let c = r#\"two \"200\"\nlines\"#;\n",
        "/* f64 */ x<'a>()",
    );
    let source = Source::read("src/model/x.rs".to_string(), text);
    let code: Vec<_> = source.lines.iter().map(|line| line.code.as_str()).collect();
    assert_eq!(code, ["let a = ; ", "let b = '\"'; let c = r#", "#;", " x<'a>()", ""]);
    assert_eq!(source.comment(1), "// a comment \"100\"");
    assert_eq!(source.lines[0].quoted, ["f64 // \\\" 100"]);
    assert_eq!(source.lines[1].quoted, ["two \"200\"\nlines"]);
    assert_eq!(numbers("x1 + 1_000 - y[2..300] * 0.5 / 7u128").collect::<Vec<_>>(), ["1_000", "2", "300", "0.5", "7"]);
}
