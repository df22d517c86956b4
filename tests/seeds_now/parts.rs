//! Parts of the edition: each comes with it as bytes, and is refused where something is wrong, with where and what to do.

use std::path::Path;

use ombuigen::built_in::EDITIONS;
use ombuigen::model::catalogue::texts::TEXTS;
use ombuigen::seeds::part::{Part, bytes};

use crate::{EDITION, catalogue, seeds};

/// The files of a part, with their text.
pub fn files(part: &str) -> Vec<(String, String)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("seeds").join(EDITION).join("parts").join(part);
    let paths = folder.read_dir().expect("a part").map(|entry| entry.unwrap().path());
    let name = |path: &Path| format!("parts/{part}/{}", path.file_name().unwrap().to_string_lossy());
    paths.map(|path| (name(&path), std::fs::read_to_string(&path).unwrap())).collect()
}

/// What comes of a part that is written so: its bytes, or all that is wrong.
pub fn made(name: &str, files: &[(&str, &str)]) -> Result<Vec<u8>, String> {
    let (catalogue, own) = (catalogue(), seeds::files());
    let edition: Vec<(&str, &str)> = own.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
    bytes(&Part { name, edition: &edition, files, sources: catalogue.sources() }).map_err(|refusal| refusal.to_string())
}

#[test]
fn the_built_in_parts_are_those_of_the_files() {
    let edition = EDITIONS.iter().find(|edition| edition.name == EDITION).expect("this edition");
    assert!(edition.parts.len() > 1);
    // The texts have no folder: they are taken out of the edition itself.
    for part in edition.parts.iter().filter(|part| part.name != TEXTS) {
        let files = files(part.name);
        let named: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), text.as_str())).collect();
        assert_eq!(made(part.name, &named).as_deref(), Ok(part.bytes), "{}", part.name);
    }
}

#[test]
fn a_part_that_nobody_knows_is_refused() {
    let refused = made("monitr", &[]).expect_err("no such part");
    assert!(refused.contains("dit onderdeel bestaat niet; noem de map monitor"), "{refused}");
}

#[test]
fn texts_that_are_taken_out_come_back_where_they_were() {
    let mut catalogue = catalogue();
    let whole = format!("{catalogue:?}");
    let texts = catalogue.take_texts();
    let left = format!("{catalogue:?}");
    assert!(whole.len() - left.len() > 40_000, "{} of {} bytes are left", left.len(), whole.len());
    assert!(catalogue.give_texts(texts));
    assert_eq!(format!("{catalogue:?}"), whole);
    assert!(!catalogue.give_texts(vec![String::new()]), "one text for many places");
}
