//! Which file names which, and where that goes round in a circle.
//!
//! The rule: a file names another where its code has a path into that file's module, by `crate::`, `super::`, `self::` or
//! the name of a module of its own. A module file and its submodules are files like all others, so what a parent shares
//! with the children that it names stands in a file of its own; only `mod child;` itself names nothing.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use crate::reader::Source;

/// Where a module stands in the crate: `["model", "plan"]`, nothing for `lib.rs`.
type Module = Vec<String>;

/// The circles among some sources, each as `a → b → a`: for every file the shortest that it is in, once.
pub fn circles(sources: &[Source]) -> Vec<String> {
    let files: BTreeMap<Module, &str> =
        sources.iter().filter_map(|source| Some((module(&source.path)?, source.path.as_str()))).collect();
    let named: BTreeMap<&str, BTreeSet<&str>> = sources
        .iter()
        .filter_map(|source| Some((source.path.as_str(), named(&source.code(), &module(&source.path)?, &files))))
        .collect();
    let ways = named.keys().filter_map(|file| way_back(file, &named));
    let mut seen = BTreeSet::new();
    let once = ways.filter(|way| seen.insert(way.iter().copied().collect::<BTreeSet<_>>()));
    once.map(|way| way.join(" → ")).collect()
}

/// The module of a file; none for a program, which nothing can name.
fn module(path: &str) -> Option<Module> {
    let path = path.strip_prefix("src/")?.strip_suffix(".rs")?;
    let path = path.strip_suffix("/mod").unwrap_or(path);
    let is_program = path.starts_with("bin/");
    (!is_program).then(|| path.split('/').filter(|name| *name != "lib").map(str::to_string).collect())
}

/// The files that code in a module names, without its own.
fn named<'f>(code: &str, of: &Module, files: &BTreeMap<Module, &'f str>) -> BTreeSet<&'f str> {
    let own = files.get(of);
    let file = |path: Vec<String>| files.get(&reached(&path, of, files)?).filter(|file| Some(*file) != own);
    paths(code).into_iter().filter_map(file).copied().collect()
}

/// The module that a path leads into, seen from another; none where it does not lead into this crate.
fn reached(path: &[String], from: &Module, files: &BTreeMap<Module, &str>) -> Option<Module> {
    let mut at = from.clone();
    for (place, name) in path.iter().enumerate() {
        match name.as_str() {
            "crate" => at.clear(),
            "super" => drop(at.pop()),
            "self" => {}
            name => {
                at.push(name.to_string());
                if !files.contains_key(&at) {
                    at.pop();
                    return (place > 0).then_some(at);
                }
            }
        }
    }
    Some(at)
}

/// The paths in code, with each of a list in braces by itself.
fn paths(code: &str) -> Vec<Vec<String>> {
    let signs = pieces(code);
    let mut paths = Vec::new();
    let mut at = 0;
    while at < signs.len() {
        let begins = is_name(signs[at]) && signs.get(at + 1) == Some(&"::");
        at = if begins { branch(&signs, at, &[], &mut paths) } else { at + 1 };
    }
    paths
}

/// Takes one path, or a tree of them, from where it begins; gives where it ends.
fn branch(signs: &[&str], mut at: usize, stem: &[String], paths: &mut Vec<Vec<String>>) -> usize {
    let mut path = stem.to_vec();
    while at < signs.len() && is_name(signs[at]) {
        path.push(signs[at].to_string());
        at += 1;
        if signs.get(at) != Some(&"::") {
            break;
        }
        at += 1;
    }
    if signs.get(at) != Some(&"{") || signs[at - 1] != "::" {
        paths.push(path);
        return at;
    }
    while at < signs.len() && signs[at] != "}" {
        // Past the brace or comma; `as` and a new name are passed by.
        at += 1;
        if signs.get(at).is_some_and(|sign| is_name(sign)) {
            at = branch(signs, at, &path, paths);
        }
        while at < signs.len() && ![",", "}"].contains(&signs[at]) {
            at += 1;
        }
    }
    at + 1
}

fn is_name(sign: &str) -> bool {
    sign.starts_with(|first: char| first.is_alphabetic() || first == '_')
}

/// The names of code, the `::` between them, and every other sign by itself.
fn pieces(code: &str) -> Vec<&str> {
    let mut pieces = Vec::new();
    let mut rest = code.trim_start();
    while let Some(first) = rest.chars().next() {
        let is_word = |sign: char| sign.is_alphanumeric() || sign == '_';
        let length = match first {
            sign if is_word(sign) => rest.find(|sign| !is_word(sign)).unwrap_or(rest.len()),
            _ if rest.starts_with("::") => 2,
            sign => sign.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        pieces.push(piece);
        rest = after.trim_start();
    }
    pieces
}

/// The shortest way from a file back to itself.
fn way_back<'f>(file: &'f str, named: &BTreeMap<&'f str, BTreeSet<&'f str>>) -> Option<Vec<&'f str>> {
    let mut ways = VecDeque::from([vec![file]]);
    let mut seen = BTreeSet::new();
    while let Some(way) = ways.pop_front() {
        for next in way.last().and_then(|last| named.get(last)).into_iter().flatten() {
            let longer = || way.iter().chain([next]).copied().collect();
            if *next == file {
                return Some(longer());
            }
            if seen.insert(*next) {
                ways.push_back(longer());
            }
        }
    }
    None
}

#[test]
fn finds_a_circle_of_files() {
    let source = |path: &str, text: &str| Source::read(path.to_string(), text);
    let sources = [
        source("src/lib.rs", "pub mod a; pub mod b;"),
        source("src/a/mod.rs", "mod c; use c::C; use super::b; // crate::b::c"),
        source("src/a/c.rs", "use crate::{a::d::{self, E as F}, b}; pub(super) struct C(super::d::G);"),
        source("src/a/d.rs", "fn d() { super::c::c(std::c::d()) }"),
        source("src/b.rs", "fn b() -> crate::a::A { \"crate::a::c\" }"),
        source("src/bin/a.rs", "use super::b;"),
    ];
    let found = ["src/a/c.rs → src/a/d.rs → src/a/c.rs", "src/a/mod.rs → src/b.rs → src/a/mod.rs"];
    assert_eq!(circles(&sources), found);
}
