//! Levers and figures by their ids.

use ombuigen::model::id::{FigureId, LeverId};

use super::plans::CATALOGUE;

pub fn lever_id(id: &str) -> LeverId {
    CATALOGUE.lever_named(id).unwrap_or_else(|| panic!("no lever `{id}`"))
}

pub fn figure_id(id: &str) -> FigureId {
    CATALOGUE.figure_named(id).unwrap_or_else(|| panic!("no figure `{id}`"))
}
