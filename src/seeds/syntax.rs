//! Whether a file is TOML, with all that is wrong with it in Dutch.

use std::collections::{BTreeMap, BTreeSet};

use toml::de::DeTable;

use super::error::{Problem, SeedError};
use super::span::position;

/// What the reader of TOML says of a name that stands there twice: all else can still be read.
const TWICE: &str = "duplicate key";

/// What it says where it reads no further.
const STOPS: &str = "key with no value";

/// What it says at the end, of what began somewhere before.
const UNCLOSED: [&str; 2] = ["unclosed array,", "unclosed inline table"];

/// What it says within lists and tables between braces.
const WITHIN: [&str; 5] = ["in array", "array elements", "inline table", "key-value pairs", "unclosed array,"];

/// How it begins what it says, with the same in Dutch and what to do.
const DUTCH: [(&str, &str); 19] = [
    (TWICE, "deze naam staat er twee keer; laat er één staan"),
    (STOPS, "achter deze naam ontbreekt een =-teken met een waarde; vul het in"),
    ("missing value", "achter het =-teken ontbreekt een waarde; vul haar in"),
    ("extra `=`", "hier staat een =-teken te veel; haal het weg"),
    ("invalid basic string", "deze tekst wordt niet gesloten; zet er een aanhalingsteken achter"),
    ("invalid literal string", "deze tekst wordt niet gesloten; zet er een aanhalingsteken achter"),
    ("invalid multi-line", "deze tekst wordt niet gesloten; zet er drie aanhalingstekens achter"),
    ("string values must be quoted", "zet deze waarde tussen aanhalingstekens"),
    ("unexpected key or value", "hier was de waarde ten einde; zet haar tussen aanhalingstekens, of begin een regel"),
    ("unclosed table", "deze kop wordt niet gesloten; zet er ] achter"),
    ("unclosed array table", "deze kop wordt niet gesloten; zet er ]] achter"),
    ("extra comma", "hier staat een komma te veel; haal haar weg"),
    ("missing comma between array", "hiervoor ontbreekt een komma, of het haakje ] dat de lijst sluit"),
    ("unexpected `=` in array", "een lijst heeft geen namen; sluit haar eerst met ]"),
    ("unclosed array", "deze lijst wordt niet gesloten; zet er ] achter"),
    ("missing comma between key", "hiervoor ontbreekt een komma, of de accolade } die de tabel sluit"),
    ("missing key for inline", "hier hoort een naam met een waarde; sluit de tabel eerst met }"),
    ("unclosed inline table", "deze tabel wordt niet gesloten; zet er } achter"),
    ("missing escaped value", "dit teken kan niet achter een schuine streep; schrijf voor de streep zelf er twee"),
];

/// What is wrong where nothing better can be said.
const OTHERWISE: &str = "dit is hier niet te lezen; kijk naar de aanhalingstekens, de haakjes en het =-teken";

/// The table that a file is; tells what is wrong with it, and gives nothing where that keeps the rest from being read.
pub fn table<'a>(name: &str, text: &'a str, wrong: &mut Vec<SeedError>) -> Option<DeTable<'a>> {
    let (table, errors) = DeTable::parse_recoverable(text);
    let is_read = errors.iter().all(|error| error.message().starts_with(TWICE));
    wrong.extend(mistakes(text).into_iter().map(|(at, says)| {
        SeedError::at(name, "", position(text, at..at, "", 0), Problem::Text(told(text, at, &says)))
    }));
    is_read.then(|| table.into_inner())
}

/// What is wrong and from which byte, in the order of the text: of each line the first, without what follows from another.
fn mistakes(text: &str) -> BTreeMap<usize, String> {
    let mut found = all(text);
    if found.values().any(|says| UNCLOSED.iter().any(|unclosed| says.starts_with(unclosed))) {
        let is_within = |says: &String| WITHIN.iter().any(|within| says.contains(within));
        let begins = found.iter().find(|(_, says)| is_within(says)).map(|(at, _)| *at);
        // What was not closed goes on to the end: nothing after its beginning says anything.
        found.retain(|at, _| begins.is_none_or(|begins| *at <= begins));
    }
    let mut lines = BTreeSet::new();
    let mut in_second = false;
    found.retain(|at, says| {
        let (begin, line) = line_at(text, *at);
        let is_header = line.trim_start().starts_with('[');
        // A section that stands there twice has the names in it twice.
        let follows = in_second && says.starts_with(TWICE) && !is_header;
        in_second = follows || (says.starts_with(TWICE) && is_header);
        lines.insert(begin) && !follows
    });
    found
}

/// All that the reader of TOML says of a text. Where it reads no further, it is told to read on after that line.
fn all(text: &str) -> BTreeMap<usize, String> {
    let mut rest = text.to_string();
    let mut found = BTreeMap::new();
    loop {
        let (_, errors) = DeTable::parse_recoverable(&rest);
        let placed = errors.iter().map(|error| (error.span().map_or(0, |span| span.start), error.message()));
        let placed: Vec<_> = placed.map(|(at, says)| (at, says.to_string())).collect();
        let stop = placed.iter().find(|(_, says)| says.starts_with(STOPS)).map(|(at, _)| *at);
        for (at, says) in placed {
            found.entry(at).or_insert(says);
        }
        let Some(stop) = stop else { return found };
        let (begin, line) = line_at(text, stop);
        rest.replace_range(begin..begin + line.len(), &" ".repeat(line.len()));
    }
}

/// The line that a byte of a text stands in, and where it begins.
fn line_at(text: &str, at: usize) -> (usize, &str) {
    let begin = text.get(..at).and_then(|before| before.rfind('\n')).map_or(0, |end| end + 1);
    (begin, text.get(begin..).and_then(|rest| rest.lines().next()).unwrap_or_default())
}

/// What is wrong at a byte of a text, and what to do.
fn told(text: &str, at: usize, says: &str) -> String {
    let header = line_at(text, at).1.trim();
    let second = says.starts_with(TWICE) && header.starts_with('[');
    second.then(|| again(text, at, header)).flatten().unwrap_or_else(|| dutch(says).to_string())
}

/// What to do with a header that stands there again; what is below it must not get lost.
fn again(text: &str, at: usize, header: &str) -> Option<String> {
    let name = header.trim_start_matches('[').split(']').next()?;
    let (single, double) = (format!("[{name}]"), format!("[[{name}]]"));
    let before: Vec<&str> = text.get(..line_at(text, at).0)?.lines().map(str::trim).collect();
    let is_double = header.starts_with("[[");
    if !is_double && before.iter().any(|line| line.starts_with(&double)) {
        return Some(format!("schrijf `{double}` met dubbele haken"));
    }
    if is_double && before.iter().any(|line| line.starts_with(&format!("[{name}."))) {
        return Some(format!("schrijf `[{name}.…]` met enkele haken, en achter de punt een eigen naam"));
    }
    let row = before.iter().rposition(|line| line.starts_with(&single))? + 1;
    if is_double {
        return Some(format!("op regel {row} staat `{single}`: schrijf ook daar `{double}` met dubbele haken"));
    }
    let is_own = name.contains('.') && !name.starts_with("measure.");
    let other = if is_own { ", of kies een andere naam" } else { "" };
    Some(format!("`{single}` staat al op regel {row}; zet uw regels daaronder{other}"))
}

fn dutch(says: &str) -> &'static str {
    let known = DUTCH.iter().filter(|(begin, _)| says.starts_with(begin));
    known.max_by_key(|(begin, _)| begin.len()).map_or(OTHERWISE, |(_, dutch)| dutch)
}
