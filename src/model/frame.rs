//! What the calculation is made of: sets and quantities. All of it is data.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::cell::{Cell, QuantityId, SetId};
use super::expression::Expression;
use super::id::Leaf;
use super::role::Role;
use super::sheet::Sheet;
use super::tell::Telling;

/// A list over which quantities have a value for each member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Set {
    /// Its id in the text.
    pub id: String,
    /// What a member is called, in Dutch: "jaar".
    pub name: String,
    /// In order.
    pub members: Vec<Member>,
}

/// A member of a set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its id in the text.
    pub id: String,
    /// What it is called, in Dutch.
    pub name: String,
    /// What it is as a number, where the set is one of numbers.
    pub number: Option<Decimal>,
}

/// A named number, or one for each member of some sets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// Its id in the text.
    pub id: String,
    /// The sets it has a value per.
    pub per: Vec<SetId>,
    /// What readers see; one without is told inside what reads it.
    pub label: Option<String>,
    /// How its numbers are written.
    pub shows: Shows,
    /// Where its numbers come from.
    pub rule: Rule,
}

/// How a number is to be written: the view decides the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Shows {
    /// Euros.
    Money,
    /// A fraction that reads best as a percentage.
    Share,
    /// An index, with the digits that tell.
    Index,
    /// A count of people or hours, or yes (1) or no (0).
    Count,
    /// Full-time positions.
    Fte,
}

/// A number that is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Given {
    /// A figure or setting.
    Leaf(Leaf),
    /// One that stands in the text of the frame itself.
    Number(Decimal),
}

/// Where the numbers of a quantity come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// Figures and settings.
    Given {
        /// By cell; none where nothing is given.
        numbers: Vec<Option<Given>>,
        /// Whether they are percentages: formulas read them as fractions.
        in_percent: bool,
    },
    /// Formulas.
    Calculated {
        /// The different ones.
        formulas: Vec<Expression>,
        /// By cell the place of its formula.
        of: Vec<u16>,
    },
}

/// What the calculation is made of.
///
/// Invariant: complete and without circles; [`crate::seeds`] is the only maker.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// The sets.
    pub sets: Vec<Set>,
    /// The quantities.
    pub quantities: Vec<Quantity>,
    /// Which members belong together, each pair both ways round.
    pub related: BTreeSet<((SetId, u16), (SetId, u16))>,
    /// The members that only count while a number, 1 or 0, is above 0.
    pub scopes: BTreeMap<(SetId, u16), QuantityId>,
    /// What is to be noted where it holds.
    pub notes: Vec<Telling>,
    /// What keeps an edit from being taken where it holds.
    pub refusals: Vec<Telling>,
    /// The set that goes by time.
    pub time: Option<SetId>,
    /// The set whose members have levers.
    pub acting: Option<SetId>,
    /// The quantity of each role, in the order of [`Role::all`].
    pub results: Vec<QuantityId>,
}

// Indexing here cannot fail: ids are only handed out for what the frame holds.
impl Frame {
    /// The set with this id.
    pub fn set(&self, id: SetId) -> &Set {
        &self.sets[id.index()]
    }

    /// The quantity with this id.
    pub fn quantity(&self, id: QuantityId) -> &Quantity {
        &self.quantities[id.index()]
    }

    /// The quantity with this name.
    pub fn named(&self, name: &str) -> Option<QuantityId> {
        let at = self.quantities.iter().position(|quantity| quantity.id == name)?;
        u16::try_from(at).ok().map(QuantityId)
    }

    /// The quantity of a role.
    pub fn result(&self, role: Role) -> QuantityId {
        let at = Role::all().position(|known| known == role);
        // Cannot fail: every role is in the list, and has a quantity.
        self.results[at.unwrap_or_default()]
    }

    /// How many numbers a quantity has.
    pub fn size(&self, quantity: QuantityId) -> usize {
        self.quantity(quantity).per.iter().map(|set| self.set(*set).members.len()).product()
    }

    /// The cell of a quantity for one member of each of its sets, by their places.
    pub fn cell(&self, quantity: QuantityId, members: impl Fn(SetId) -> u16) -> Cell {
        let size = |set: &SetId| self.set(*set).members.len() as u16;
        let at = self.quantity(quantity).per.iter().fold(0, |at, set| at * size(set) + members(*set));
        Cell { quantity, at }
    }

    /// The member of each set that a cell is of, by its place.
    pub fn members(&self, cell: Cell) -> impl Iterator<Item = (SetId, u16)> + '_ {
        let mut rest = cell.at;
        self.quantity(cell.quantity).per.iter().rev().map(move |set| {
            let size = self.set(*set).members.len() as u16;
            let member = rest % size;
            rest /= size;
            (*set, member)
        })
    }

    /// Whether a quantity has formulas.
    pub fn is_calculated(&self, quantity: QuantityId) -> bool {
        matches!(self.quantity(quantity).rule, Rule::Calculated { .. })
    }

    /// Whether a quantity has a number for each measure.
    pub fn is_acting(&self, quantity: QuantityId) -> bool {
        self.acting.is_some_and(|acting| self.quantity(quantity).per.contains(&acting))
    }

    /// Why these numbers are refused, with its numbers as `written` writes them; none where nothing refuses them.
    pub fn refused(&self, sheet: &Sheet, written: impl Fn(Cell, Decimal) -> String) -> Option<String> {
        self.refusals.iter().find_map(|refusal| refusal.told(sheet, &written))
    }

    /// The cells of a quantity.
    pub fn cells(&self, quantity: QuantityId) -> impl Iterator<Item = Cell> + use<> {
        (0..self.size(quantity) as u16).map(move |at| Cell { quantity, at })
    }
}
