//! Reads the seed files when the page is built, so that the page need not hold a reader of TOML.

#[path = "src/seeds/raw.rs"]
#[allow(dead_code)] // What only the loader of the page uses.
mod raw;

use std::path::Path;
use std::{env, fs};

/// The seed files that make up the catalogue; `evidence.toml` is for the tests.
const FILES: [&str; 9] = [
    "sources.toml",
    "baseline.toml",
    "measures/preventie.toml",
    "measures/toegang.toml",
    "measures/integraal.toml",
    "measures/begrenzing.toml",
    "measures/veilig-verder-team.toml",
    "assumptions.toml",
    "presets.toml",
];

fn main() {
    println!("cargo::rerun-if-changed=seeds");
    println!("cargo::rerun-if-changed=src/seeds/raw.rs");
    let files: Vec<raw::File> = FILES.into_iter().map(read).collect();
    let bytes = postcard::to_stdvec(&files).expect("the seeds fit in memory");
    let out = env::var("OUT_DIR").expect("cargo says where to write");
    fs::write(Path::new(&out).join("seeds.bin"), bytes).expect("cargo's folder can be written");
}

fn read(name: &str) -> raw::File {
    let path = Path::new("seeds").join(name);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    let document = toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    raw::File { file: name.to_string(), document }
}
