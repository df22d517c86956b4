//! A formula as the model holds it: checked, over quantities. It is read from text by [`crate::language`].

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::cell::{QuantityId, SetId};
use super::program::Operation;

/// A formula. Invariant: what it reads exists, and has a value for the members at hand where it is read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Expression {
    /// A number that stands in the formula itself.
    Number(Decimal),
    /// The member at hand of a set of numbers, for instance the year itself.
    Member(SetId),
    /// A quantity.
    Read(Read),
    /// Two combined.
    Combined(Operation, Box<[Expression; 2]>),
    /// One of two.
    Chosen(Box<Choice>),
    /// All members of a set together.
    Folded(Box<Fold>),
    /// A quantity of years before.
    Earlier(Box<Earlier>),
    /// Where a lever stands today.
    Now(Read),
    /// What is given, else what follows.
    Given(Read, Box<Expression>),
}

/// A quantity as a formula reads it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Read {
    /// Which.
    pub quantity: QuantityId,
    /// For each set it has a value per: the place of the member that the formula names; none is the member at hand.
    pub at: Box<[Option<u16>]>,
}

/// A choice between two.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Decides.
    pub test: Test,
    /// Taken where the test holds.
    pub then: Expression,
    /// Taken elsewhere.
    pub otherwise: Expression,
}

/// What holds or does not.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Test {
    /// The first is more than the second.
    Above(Expression, Expression),
    /// The first is the second, or more.
    AtLeast(Expression, Expression),
    /// A lever does not stand where it stands today.
    Moved(Read),
    /// The same of any lever of the member at hand.
    AnyMoved(SetId),
}

/// A sum or product over a set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fold {
    /// Whether it is a product.
    pub is_product: bool,
    /// Over which members.
    pub set: SetId,
    /// Only the members that belong to this one.
    pub within: Option<Within>,
    /// What is taken of each.
    pub of: Expression,
}

/// To what the members of a fold belong.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Within {
    /// To the member at hand of a set.
    AtHand(SetId),
    /// To one member of a set, by its place.
    Member(SetId, u16),
}

/// A quantity of years before.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Earlier {
    /// Which.
    pub read: Read,
    /// How many years before.
    pub years: Expression,
    /// What holds before the first year.
    pub before: Option<Expression>,
}
