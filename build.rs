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

/// Has a folder for each edition.
const SEEDS: &str = "seeds";

/// For the tests only: what the figures are checked against.
const NOT_FIGURES: &str = "evidence.toml";

/// The folder of an edition with what is fetched apart.
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
    for edition in &editions {
        let catalogue = checked(edition);
        write(edition, &postcard::to_stdvec(&catalogue).expect("the seeds fit in memory"));
        if editions.last() == Some(edition) {
            write("first.html", view::first::picture(&catalogue).as_bytes());
        }
    }
    let entry = |edition: &String| format!("Edition {{ name: {edition:?}, bytes: include_bytes!({edition:?}) }},");
    let list: String = editions.iter().map(entry).collect();
    write("editions.rs", format!("&[{list}]").as_bytes());
    // For `.ci/editions.mjs`, which puts them beside the page.
    write("editions.json", format!("{editions:?}").as_bytes());
}

/// The folders of the seeds, oldest first: their names are a year and a number in it.
fn editions() -> Vec<String> {
    let folders = entries(Path::new(SEEDS)).into_iter().filter(|path| path.is_dir());
    let mut editions: Vec<String> = folders.map(|path| name(&path, SEEDS)).collect();
    editions.sort_by_key(|name| name.split('.').map(str::parse).collect::<Result<Vec<u32>, _>>().expect("2019.1"));
    editions
}

/// The figures of an edition, without its parts. The build ends here where something is wrong with them.
fn checked(edition: &str) -> model::catalogue::Catalogue {
    let folder = Path::new(SEEDS).join(edition);
    let mut paths = toml_files(&folder);
    paths.retain(|path| !path.ends_with(NOT_FIGURES) && !path.starts_with(folder.join(PARTS)));
    let files: Vec<(String, String)> = paths.iter().map(|path| (name(path, SEEDS), text(path))).collect();
    let named: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    seeds::load(&named).unwrap_or_else(|refusal| {
        eprintln!("{refusal}");
        process::exit(1)
    })
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

fn name(path: &Path, within: &str) -> String {
    path.strip_prefix(within).unwrap_or(path).to_string_lossy().replace('\\', "/")
}
