//! Names of what the calculation is made of, by places in its frame.

use serde::{Deserialize, Serialize};

/// A set, by its place in the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SetId(pub u8);

/// A quantity, by its place in the frame.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct QuantityId(pub u16);

impl SetId {
    /// Its place in the frame.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

impl QuantityId {
    /// Its place in the frame.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// One number: a quantity for one member of each of its sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Cell {
    /// Of which quantity.
    pub quantity: QuantityId,
    /// Its place among the cells of the quantity: the last set varies fastest.
    pub at: u16,
}
