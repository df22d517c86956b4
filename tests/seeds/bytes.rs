//! What the page reads of an edition is what the build wrote.

use ombuigen::built_in::EDITIONS;
use ombuigen::model::calculators::{self, Calculators};
use ombuigen::model::catalogue::Catalogue;
use ombuigen::model::catalogue::texts::TEXTS;
use ombuigen::model::monitor::{self, Monitor};
use ombuigen::model::printed::{self, PrintedTable};
use ombuigen::reader;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// What the reader makes of some bytes, written once more.
fn again<T: DeserializeOwned + Serialize>(bytes: &[u8]) -> Vec<u8> {
    postcard::to_stdvec(&reader::read::<T>(bytes)).expect("it fits in memory")
}

#[test]
fn every_edition_and_part_is_read_as_it_was_written() {
    for edition in EDITIONS {
        assert!(again::<Catalogue>(edition.bytes) == edition.bytes, "{}", edition.name);
        for part in edition.parts {
            let again = match part.name {
                TEXTS => again::<Vec<String>>(part.bytes),
                monitor::PART => again::<Monitor>(part.bytes),
                printed::PART => again::<PrintedTable>(part.bytes),
                calculators::PART => again::<Calculators>(part.bytes),
                _ => again::<Catalogue>(part.bytes),
            };
            assert!(again == part.bytes, "{} {}", edition.name, part.name);
        }
    }
}

#[test]
fn numbers_below_zero_and_of_many_bits_come_back() {
    let numbers = [0, 1, -1, 63, -64, 64, 2_147_483_647, -2_147_483_648];
    assert_eq!(reader::read::<Vec<i32>>(&postcard::to_stdvec(&numbers.to_vec()).expect("it fits")), numbers);
    let large = (u64::MAX, Some(u16::MAX), None::<bool>, "é".to_string());
    assert_eq!(
        reader::read::<(u64, Option<u16>, Option<bool>, String)>(&postcard::to_stdvec(&large).expect("it fits")),
        large
    );
}

#[test]
#[should_panic(expected = "not the bytes that the build wrote")]
fn other_bytes_stop_the_program() {
    reader::read::<Vec<String>>(&[2, 1, b'a']);
}
