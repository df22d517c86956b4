//! Levers by their ids.

use ombuigen::model::id::LeverId;

use super::plans::CATALOGUE;

pub fn lever_id(id: &str) -> LeverId {
    CATALOGUE.lever_named(id).unwrap_or_else(|| panic!("no lever `{id}`"))
}
