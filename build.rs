//! Reads the seed files when the page is built, so that the page need not hold a reader of TOML.

#[path = "src/seeds/raw.rs"]
#[allow(dead_code)] // What only the loader of the page uses.
mod raw;

use std::path::{Path, PathBuf};
use std::{env, fs};

/// For the tests only: what the figures are checked against.
const NOT_FIGURES: &str = "evidence.toml";

fn main() {
    println!("cargo::rerun-if-changed=seeds");
    println!("cargo::rerun-if-changed=src/seeds/raw.rs");
    let mut paths = toml_files(Path::new("seeds"));
    paths.retain(|path| !path.ends_with(NOT_FIGURES));
    paths.sort();
    let files: Vec<raw::File> = paths.iter().map(|path| read(path)).collect();
    let bytes = postcard::to_stdvec(&files).expect("the seeds fit in memory");
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

fn read(path: &Path) -> raw::File {
    let text = fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let document = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let name = path.strip_prefix("seeds").unwrap_or(path).to_string_lossy().replace('\\', "/");
    raw::File { file: name, document }
}
