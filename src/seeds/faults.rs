//! Whether every number can be calculated.

use super::error::{Problem, Refusal, SeedError};
use super::frame::{Made, members_of};
use crate::model::catalogue::Catalogue;
use crate::model::cell::Cell;
use crate::model::frame::Frame;
use crate::model::term::Record;
use crate::model::unroll::{Fault, Unroll};

/// Calculates every number once, also those that no result needs.
///
/// # Errors
/// What keeps numbers from being calculated.
pub fn none(catalogue: &Catalogue, made: &Made) -> Result<(), Refusal> {
    let frame = catalogue.frame();
    // In each scope, and where the scope is a setting as any.
    let faults = catalogue.scopes().into_iter().map(Some).chain([None]).flat_map(|scope| {
        let record = Record::default();
        let unroll = Unroll::of(catalogue, scope, &record);
        let calculated = frame.ids().filter(|id| frame.is_calculated(*id));
        calculated.flat_map(|quantity| frame.cells(quantity)).for_each(|cell| {
            unroll.cell(cell);
        });
        unroll.faults()
    });
    let mut told: Vec<SeedError> = faults.map(|fault| told(&fault, frame, made)).collect();
    told.sort_by(|one, other| (&one.file, one.place).cmp(&(&other.file, other.place)));
    // What goes round in a circle does so in every year.
    told.dedup();
    if told.is_empty() { Ok(()) } else { Err(Refusal(told)) }
}

fn told(fault: &Fault, frame: &Frame, made: &Made) -> SeedError {
    let id = |cell: &Cell| frame.quantity(cell.quantity).id.as_str();
    let of = |cell: &Cell| members_of(*cell, frame);
    let (reader, says) = match fault {
        Fault::Circle(path) => {
            let names: Vec<String> = path.iter().chain(path.first()).map(|cell| format!("`{}`", id(cell))).collect();
            (path.first(), format!("deze getallen hebben elkaar nodig: {}; haal er een uit", names.join(" → ")))
        }
        Fault::NotGiven(reader, cell) => (
            Some(reader),
            format!("`{0}` heeft geen waarde voor {1}: vul hem in, of schrijf given({0}, …)", id(cell), of(cell)),
        ),
        Fault::Open(reader, cell) => {
            (Some(reader), format!("`{0}` mag leeg zijn: schrijf given({0}, wat er geldt als het leeg is)", id(cell)))
        }
        Fault::BeforeFirst(reader, quantity) => {
            let name = &frame.quantity(*quantity).id;
            let says = format!(
                "prev({name}) leest voor het eerste jaar: geef `first`, of schrijf prev({name}, 1, wat er daarvoor geldt)"
            );
            (Some(reader), says)
        }
        Fault::Moving(reader) => {
            let says =
                "hoeveel jaren prev(…) teruggaat, moet vast zijn: noem een reeks met `known`, of een verzameling";
            (Some(reader), says.to_string())
        }
    };
    let problem = Problem::Text(says);
    let place = reader.and_then(|reader| made.place(*reader, frame));
    let name = reader.map_or("", id);
    match place {
        Some(place) => SeedError::at(&place.file, name, place.at, problem),
        None => SeedError::new("", name, problem),
    }
}
