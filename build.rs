//! Reads and checks the seeds when the page is built: the page gets checked bytes and holds no reader of text.

#![allow(dead_code, unused_imports)] // What only the program itself uses.

#[path = "src/language/mod.rs"]
mod language;
#[path = "src/model/mod.rs"]
mod model;
#[path = "src/seeds/mod.rs"]
mod seeds;

use std::path::{Path, PathBuf};
use std::{env, fs, process};

/// For the tests only: what the figures are checked against.
const NOT_FIGURES: &str = "evidence.toml";

fn main() {
    for path in ["seeds", "src/language", "src/model", "src/seeds"] {
        println!("cargo::rerun-if-changed={path}");
    }
    let mut paths = toml_files(Path::new("seeds"));
    paths.retain(|path| !path.ends_with(NOT_FIGURES));
    let files: Vec<(String, String)> = paths.iter().map(|path| (name(path), text(path))).collect();
    let named: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    let catalogue = seeds::load(&named).unwrap_or_else(|refusal| {
        eprintln!("{refusal}");
        process::exit(1)
    });
    let bytes = postcard::to_stdvec(&catalogue).expect("the seeds fit in memory");
    let out = env::var("OUT_DIR").expect("cargo says where to write");
    fs::write(Path::new(&out).join("seeds.bin"), bytes).expect("cargo's folder can be written");
}

/// The TOML files of a folder and the folders in it.
fn toml_files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    let paths = entries.map(|entry| entry.expect("a readable folder").path());
    paths
        .flat_map(|path| if path.is_dir() { toml_files(&path) } else { vec![path] })
        .filter(|path| path.extension().is_some_and(|end| end == "toml"))
        .collect()
}

fn text(path: &Path) -> String {
    fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn name(path: &Path) -> String {
    path.strip_prefix("seeds").unwrap_or(path).to_string_lossy().replace('\\', "/")
}
