//! What a step of the calculation is called, as explanations show it.

use super::catalogue::Catalogue;
use super::cell::{Cell, QuantityId};
use super::frame::Shows;
use super::id::MeasureId;
use super::year::Year;

/// What a step is called: what it is, of what, by which measure and in which year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Label<'c> {
    /// What the number is, in Dutch, for instance "prijsindex".
    pub text: &'c str,
    /// What it is about, for instance the name of a care line.
    pub about: Vec<&'c str>,
    /// The measure it belongs to, where there is one.
    pub measure: Option<MeasureId>,
    /// The year, where it differs by year.
    pub year: Option<Year>,
    /// How the number is to be written.
    pub shows: Shows,
}

impl Catalogue {
    /// What a quantity is called, whatever its members.
    pub fn quantity_name(&self, quantity: QuantityId) -> &str {
        let quantity = self.frame().quantity(quantity);
        quantity.label.as_ref().or(quantity.row.as_ref()).unwrap_or(&quantity.id)
    }

    /// What a cell is called.
    pub fn label(&self, cell: Cell) -> Label<'_> {
        let frame = self.frame();
        let quantity = frame.quantity(cell.quantity);
        let text = self.quantity_name(cell.quantity);
        let mut label = Label { text, about: Vec::new(), measure: None, year: None, shows: quantity.shows };
        for (set, place) in frame.members(cell) {
            // Indexing cannot fail: members of a cell are members of its sets.
            let member = &frame.set(set).members[usize::from(place)];
            if frame.time == Some(set) {
                label.year = self.horizon().years().nth(place.into());
            } else if frame.acting == Some(set) {
                label.measure = self.measures().get(usize::from(place)).map(|measure| measure.measure);
            } else {
                label.about.insert(0, &member.name);
            }
        }
        label
    }
}
