//! The seeds as text, for tests that change them.

use std::path::Path;

use ombuigen::model::catalogue::Catalogue;
use ombuigen::seeds::{Refusal, load};

/// The files that make up an edition, with their text; `evidence.toml` is only there to check it against.
pub fn files() -> Vec<(String, String)> {
    let seeds = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(crate::EDITION);
    let in_folder = |folder: &str| {
        let entries = seeds.join(folder).read_dir().unwrap();
        let names = entries.map(|entry| entry.unwrap().file_name().into_string().unwrap());
        names.map(|name| format!("{folder}{name}")).collect::<Vec<_>>()
    };
    let mut names = [in_folder(""), in_folder("measures/")].concat();
    names.retain(|name| name.ends_with(".toml") && name != "evidence.toml");
    names.sort();
    let text = |name: &String| std::fs::read_to_string(seeds.join(name)).unwrap();
    names.iter().map(|name| (name.clone(), text(name))).collect()
}

/// What comes of these files.
pub fn read(files: &[(String, String)]) -> Result<Catalogue, Refusal> {
    let files: Vec<_> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    load(&files)
}
