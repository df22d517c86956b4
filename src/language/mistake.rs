//! What can be wrong with a formula.

/// What is wrong with a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mistake {
    /// Where, in bytes from the beginning of the formula.
    pub at: usize,
    /// What, and what to do about it, in Dutch.
    pub says: String,
}

impl Mistake {
    /// Something wrong at a place.
    pub fn new(at: usize, says: impl Into<String>) -> Self {
        Self { at, says: says.into() }
    }
}
