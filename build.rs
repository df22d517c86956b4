//! Reads and checks the seeds when the page is built: the page gets checked bytes and holds no reader of text. Draws its first
//! picture too, with the same model and charts as the page.

#![allow(dead_code, unused_imports)] // What only the program itself uses.

#[path = "src/analysis/mod.rs"]
mod analysis;
#[path = "src/chart/mod.rs"]
mod chart;
#[path = "src/language/mod.rs"]
mod language;
#[path = "src/model/mod.rs"]
mod model;
#[path = "src/scenario/mod.rs"]
mod scenario;
#[path = "src/seeds/mod.rs"]
mod seeds;
/// What of the view knows no browser.
#[path = "src/view"]
mod view {
    pub mod first;
    pub mod format;
    pub mod mark;
    #[path = "screen/marks.rs"]
    pub mod marks;
    pub mod words;
}

use std::path::{Path, PathBuf};
use std::{env, fs, process};

use model::catalogue::texts::TEXTS;

/// Has a folder for each edition.
const SEEDS: &str = "seeds";

/// For the tests only: what the figures are checked against.
const NOT_FIGURES: &str = "evidence.toml";

/// Within an edition: a folder for each of its parts, which are not read with it.
const PARTS: &str = "parts";

fn main() {
    for path in
        [SEEDS, "src/analysis", "src/chart", "src/language", "src/model", "src/scenario", "src/seeds", "src/view"]
    {
        println!("cargo::rerun-if-changed={path}");
    }
    let out = PathBuf::from(env::var("OUT_DIR").expect("cargo says where to write"));
    let editions = editions();
    let write = |name: &str, bytes: &[u8]| fs::write(out.join(name), bytes).expect("cargo's folder can be written");
    let mut entries = String::new();
    let mut all_parts = Vec::new();
    for edition in &editions {
        let files = own_files(edition);
        let mut catalogue = right(seeds::load(&named(&files)));
        if editions.last() == Some(edition) {
            write("first.html", view::first::picture(&catalogue).as_bytes());
        }
        let mut parts = parts(edition);
        for part in &parts {
            write(&file_of(edition, part), &checked_part(edition, part, &named(&files), catalogue.sources()));
        }
        write(&file_of(edition, TEXTS), &packed(&catalogue.take_texts()));
        parts.push(TEXTS.to_string());
        write(edition, &packed(&catalogue));
        entries += &entry(edition, &parts);
        all_parts.extend(parts.into_iter().map(|part| [edition.clone(), part]));
    }
    write("editions.rs", format!("&[{entries}]").as_bytes());
    // For `.ci/editions.mjs`, which puts them beside the page.
    write("editions.json", format!("{editions:?}").as_bytes());
    write("parts.json", format!("{all_parts:?}").as_bytes());
}

fn packed(read: &impl serde::Serialize) -> Vec<u8> {
    postcard::to_stdvec(read).expect("the seeds fit in memory")
}

/// An edition with its parts, as the program has them for its tests.
fn entry(edition: &str, parts: &[String]) -> String {
    let part =
        |part: &String| format!("Part {{ name: {part:?}, bytes: include_bytes!({:?}) }},", file_of(edition, part));
    let parts: String = parts.iter().map(part).collect();
    format!("Edition {{ name: {edition:?}, bytes: include_bytes!({edition:?}), parts: &[{parts}] }},")
}

/// What the bytes of a part are written as.
fn file_of(edition: &str, part: &str) -> String {
    format!("{edition}-{part}")
}

/// The folders of the seeds, oldest first: their names are a year and a number in it.
fn editions() -> Vec<String> {
    let folders = entries(Path::new(SEEDS)).into_iter().filter(|path| path.is_dir());
    let mut editions: Vec<String> = folders.map(|path| name(&path, Path::new(SEEDS))).collect();
    editions.sort_by_key(|name| name.split('.').map(str::parse).collect::<Result<Vec<u32>, _>>().expect("2019.1"));
    editions
}

/// The files of an edition, without those of its parts.
fn own_files(edition: &str) -> Vec<(String, String)> {
    let folder = Path::new(SEEDS).join(edition);
    let parts = folder.join(PARTS);
    files_in(&folder, |path| !path.ends_with(NOT_FIGURES) && !path.starts_with(&parts))
}

/// The parts of an edition, by name.
fn parts(edition: &str) -> Vec<String> {
    let folder = Path::new(SEEDS).join(edition).join(PARTS);
    let folders = if folder.is_dir() { entries(&folder) } else { Vec::new() };
    let mut parts: Vec<String> = folders.iter().map(|path| name(path, &folder)).collect();
    parts.sort();
    parts
}

/// The bytes of a part of an edition with these files.
fn checked_part(edition: &str, part: &str, own: &[(&str, &str)], sources: &[model::source::Source]) -> Vec<u8> {
    let files = files_in(&Path::new(SEEDS).join(edition).join(PARTS).join(part), |_| true);
    right(seeds::part::bytes(&seeds::part::Part { name: part, edition: own, files: &named(&files), sources }))
}

/// What the seeds come to. The build ends here where something is wrong with them.
fn right<T>(read: Result<T, seeds::Refusal>) -> T {
    read.unwrap_or_else(|refusal| {
        eprintln!("{refusal}");
        process::exit(1)
    })
}

/// Some of the TOML files of a folder and the folders in it: their names within the seeds, and their text.
fn files_in(folder: &Path, wanted: impl Fn(&Path) -> bool) -> Vec<(String, String)> {
    let paths = toml_files(folder).into_iter().filter(|path| wanted(path));
    paths.map(|path| (name(&path, Path::new(SEEDS)), text(&path))).collect()
}

fn named(files: &[(String, String)]) -> Vec<(&str, &str)> {
    files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect()
}

/// The TOML files of a folder and the folders in it.
fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let within = |path: PathBuf| if path.is_dir() { toml_files(&path) } else { vec![path] };
    let files = entries(folder).into_iter().flat_map(within);
    files.filter(|path| path.extension().is_some_and(|end| end == "toml")).collect()
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    entries.map(|entry| entry.expect("a readable folder").path()).collect()
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn name(path: &Path, within: &Path) -> String {
    path.strip_prefix(within).unwrap_or(path).to_string_lossy().replace('\\', "/")
}
