//! What is wrong with a seed keeps much from being looked at. So it is taken out, the rest is read again, and what is found
//! then is told as well, but for what only follows from what was taken out.

use std::collections::BTreeSet;

use super::error::{Problem, Refusal, SeedError};

/// The most times that what is left is read again. Each finds what the stage before kept from being looked at.
const TIMES: usize = 10;

/// All that is wrong with files, by what one reading of them finds.
pub fn all(files: &[(&str, &str)], first: Refusal, read: impl Fn(&[(&str, &str)]) -> Option<Refusal>) -> Refusal {
    let mut left: Vec<(&str, String)> = files.iter().map(|(name, text)| (*name, text.to_string())).collect();
    let (mut told, mut found) = (first.0.clone(), first.0);
    let mut gone = BTreeSet::new();
    for _ in 0..TIMES {
        // What is no TOML is of no entry, and where it goes wrong is not always where it is wrong.
        let is_text = found.iter().any(|error| error.id.is_empty());
        if is_text || !take_out_all(&mut left, &found, &mut gone) {
            break;
        }
        let texts: Vec<(&str, &str)> = left.iter().map(|(name, text)| (*name, text.as_str())).collect();
        let Some(Refusal(more)) = read(&texts) else { break };
        told.extend(more.iter().filter(|error| !follows(error, &gone)).cloned());
        found = more;
    }
    Refusal::of(told)
}

/// Takes out what is wrong, with what only follows from it; says whether there was anything.
fn take_out_all(left: &mut [(&str, String)], found: &[SeedError], gone: &mut BTreeSet<String>) -> bool {
    let mut is_less = false;
    for error in found {
        let text = left.iter_mut().find(|(name, _)| *name == error.file).map(|(_, text)| text);
        if let (Some(text), Some((line, _))) = (text, error.place) {
            is_less |= take_out(text, line, gone);
        }
    }
    is_less
}

/// Takes the entry around a line out of a text, so that all others stay on their lines, and adds what it is known by; says
/// whether there was anything.
fn take_out(text: &mut String, line: usize, gone: &mut BTreeSet<String>) -> bool {
    let lines: Vec<&str> = text.lines().collect();
    let at = line.saturating_sub(1).min(lines.len().saturating_sub(1));
    let Some((from, to)) = entry(&lines, at) else { return false };
    // Slicing cannot fail: an entry lies within the lines.
    let taken = &lines[from..to];
    let is_empty = taken.iter().all(|line| line.is_empty());
    gone.extend(taken.iter().flat_map(|line| names(line)));
    let kept = lines.iter().enumerate().map(|(at, line)| if (from..to).contains(&at) { "" } else { line });
    *text = kept.flat_map(|line| [line, "\n"]).collect();
    !is_empty
}

/// What no other entry could be read without.
const KEPT: [&str; 6] = ["[pack]", "[axes]", "[horizon]", "[published]", "[set]", "[results]"];

/// Where a line holds an entry by itself.
const ONE_EACH: [&str; 10] = [
    "[series]",
    "[slot]",
    "[step]",
    "[check]",
    "[note]",
    "[refuse]",
    "[instead]",
    "[measure.step]",
    "[extend.step]",
    "[extend.instead]",
];

/// From which line to before which an entry goes: a line of a table of steps and the like, else all under its heading; of a
/// measure everything that is its own. None where nothing could be read without it.
fn entry(lines: &[&str], at: usize) -> Option<(usize, usize)> {
    // Indexing cannot fail here: a heading was found there.
    let heading = |at: &usize| lines.get(*at).copied().filter(|line| line.starts_with('['));
    let mut from = (0..=at).rev().find(|at| heading(at).is_some())?;
    if KEPT.contains(&lines[from]) {
        return None;
    }
    if ONE_EACH.contains(&lines[from]) && from != at {
        return Some((at, at + 1));
    }
    let is_of_measure = |line: &str| line.trim_start_matches('[').starts_with("measure");
    if is_of_measure(lines[from]) {
        from = (0..=from).rev().find(|at| lines[*at] == "[[measure]]").unwrap_or(from);
    }
    let is_own = |line: &str| is_of_measure(lines[from]) && is_of_measure(line) && line != "[[measure]]";
    let ends = |at: &usize| heading(at).is_some_and(|line| !is_own(line));
    Some((from, (from + 1..lines.len()).find(ends).unwrap_or(lines.len())))
}

/// By which names an entry is known that has this line: its id, its name, its number, what stands in its heading, its key.
fn names(line: &str) -> Vec<String> {
    let plain = |text: &str| text.trim().trim_matches('"').to_string();
    if let Some(heading) = line.strip_prefix('[') {
        let path = heading.trim_start_matches('[').trim_end_matches(']');
        return path.split_once('.').map(|(_, id)| plain(id)).into_iter().collect();
    }
    match line.split_once('=') {
        Some((key, value)) if ["id", "name"].contains(&key.trim()) => vec![plain(value)],
        Some((key, value)) if key.trim() == "number" => vec![plain(value), format!("{MEASURE}{}", plain(value))],
        Some((key, _)) => vec![plain(key)],
        None => Vec::new(),
    }
}

/// Whether something is only wrong because other things are gone: it is about one of them, or about something missing.
fn follows(error: &SeedError, gone: &BTreeSet<String>) -> bool {
    let says = error.problem.to_string();
    let names: Vec<&str> = says.split('`').skip(1).step_by(2).collect();
    // A series is known by what its figures begin with.
    let begins = |gone: &String, name: &str| {
        gone.strip_prefix(name).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '.']))
    };
    let is_gone = |name: &&str| gone.iter().any(|gone| begins(gone, name));
    // Without a measure the numbers of the others have a gap.
    let is_number = says.starts_with("nummer ") || names.iter().any(|name| name.starts_with(MEASURE));
    let is_gap = is_number && gone.iter().any(|name| name.starts_with(MEASURE));
    let is_missing = [Problem::Missing, Problem::UnknownId].contains(&error.problem);
    is_missing || is_gap || gone.contains(&error.id) || names.iter().any(is_gone)
}

/// What stands before the number of a measure where it is referred to.
const MEASURE: &str = "maatregel ";
