//! Records the calculation: terms are combined as if they were numbers, and each combination becomes a node.
//!
//! What does not depend on any leaf is calculated at once, what changes nothing (adding 0, multiplying by 1) is left out,
//! and what was recorded before is not recorded again.

use std::cell::RefCell;
use std::ops::{Add, Mul, Sub};

use rust_decimal::Decimal;

use super::cell::Cell;
use super::id::{Leaf, Setting};
use super::ordered::Ordered;
use super::program::{Node, Operation, Place, Program, Results};

/// A calculation in the making.
#[derive(Default)]
pub struct Record {
    nodes: RefCell<Nodes>,
}

#[derive(Default)]
struct Nodes {
    list: Vec<Node>,
    /// By place what a leaf is where a plan sets nothing; 0 for all that is no leaf.
    defaults: Vec<Decimal>,
    /// Where each node stands that is made of no other.
    first: Ordered<Node, Place>,
    /// By place the last node that this is the latest part of: of those that may equal a node in the making there are few.
    readers: Vec<Option<Place>>,
    /// By place the one before it with the same latest part.
    before: Vec<Option<Place>>,
}

// Indexing here cannot fail: places are only handed out for what is in the list, and there is an entry for each.
impl Nodes {
    /// The place of a node: where it stands already, else behind all others.
    fn add(&mut self, node: Node, default: Decimal) -> Place {
        let Some(latest) = node.parts().max() else { return self.add_first(node, default) };
        let mut reader = self.readers[latest.index()];
        while let Some(at) = reader {
            if self.list[at.index()] == node {
                return at;
            }
            reader = self.before[at.index()];
        }
        let place = self.push(node, default, self.readers[latest.index()]);
        self.readers[latest.index()] = Some(place);
        place
    }

    fn add_first(&mut self, node: Node, default: Decimal) -> Place {
        if let Some(place) = self.first.get(&node) {
            return *place;
        }
        let place = self.push(node, default, None);
        self.first.insert(node, place);
        place
    }

    fn push(&mut self, node: Node, default: Decimal, before: Option<Place>) -> Place {
        let place = Place::new(self.list.len());
        self.list.push(node);
        self.defaults.push(default);
        self.readers.push(None);
        self.before.push(before);
        place
    }
}

/// A number of the calculation in the making.
#[derive(Clone, Copy)]
pub enum Term<'r> {
    /// A number of the formula itself.
    Constant(Decimal),
    /// A number that depends on figures or settings.
    Recorded(&'r Record, Place),
}

use Term::{Constant, Recorded};

impl Record {
    /// A figure or setting, with what it is where a plan sets nothing.
    pub fn leaf(&self, leaf: Leaf, default: Decimal) -> Term<'_> {
        Recorded(self, self.add(Node::Leaf(leaf), default))
    }

    /// 1 where a plan sets a setting that may be left open, else 0.
    pub fn is_set(&self, setting: Setting) -> Term<'_> {
        self.term(Node::IsSet(setting))
    }

    /// The program of these results.
    pub fn program(&self, results: &Results<Term<'_>>) -> Program {
        let results = results.map(|term| self.place(*term));
        let Nodes { list, defaults, .. } = &*self.nodes.borrow();
        Program::of(list, defaults, &results)
    }

    fn term(&self, node: Node) -> Term<'_> {
        Recorded(self, self.add(node, Decimal::ZERO))
    }

    fn add(&self, node: Node, default: Decimal) -> Place {
        self.nodes.borrow_mut().add(node, default)
    }

    fn place(&self, term: Term<'_>) -> Place {
        match term {
            Recorded(_, at) => at,
            Constant(value) => self.add(Node::Constant(value), Decimal::ZERO),
        }
    }
}

impl Default for Term<'_> {
    fn default() -> Self {
        Self::zero()
    }
}

impl<'r> Term<'r> {
    /// 0
    pub const fn zero() -> Self {
        Constant(Decimal::ZERO)
    }

    /// 1
    pub const fn one() -> Self {
        Constant(Decimal::ONE)
    }

    /// The quotient, 0 where `divisor` is 0. Of 0 it is 0 whatever the divisor.
    pub fn over(self, divisor: Self) -> Self {
        let is_known = self.is(Decimal::ZERO) || divisor.is(Decimal::ONE);
        if is_known { self } else { self.combined(Operation::Over, divisor) }
    }

    /// The smaller of the two.
    pub fn min(self, other: Self) -> Self {
        self.combined(Operation::Least, other)
    }

    /// The larger of the two.
    pub fn max(self, other: Self) -> Self {
        self.combined(Operation::Most, other)
    }

    /// A percentage as a fraction.
    pub fn percent(self) -> Self {
        self.over(Constant(Decimal::ONE_HUNDRED))
    }

    /// `then` where this number is above 0, else `otherwise`.
    pub fn if_positive(self, then: Self, otherwise: Self) -> Self {
        match self {
            _ if matches!((then, otherwise), (Constant(one), Constant(other)) if one == other) => then,
            Constant(value) => {
                if value > Decimal::ZERO {
                    then
                } else {
                    otherwise
                }
            }
            Recorded(record, condition) => {
                let (then, otherwise) = (record.place(then), record.place(otherwise));
                record.term(Node::Choice { condition, then, otherwise })
            }
        }
    }

    /// The same number, as that of a cell that explanations show as a step.
    pub fn named(self, cell: Cell) -> Self {
        match self {
            Constant(_) => self,
            Recorded(record, at) => record.term(Node::Named(cell, at)),
        }
    }

    /// Whether it is this number, whatever the figures and settings.
    pub fn is(self, value: Decimal) -> bool {
        matches!(self, Constant(own) if own == value)
    }

    fn combined(self, operation: Operation, other: Self) -> Self {
        let record: &'r Record = match (self, other) {
            (Recorded(record, _), _) | (_, Recorded(record, _)) => record,
            (Constant(a), Constant(b)) => return Constant(operation.of(a, b)),
        };
        record.term(Node::Binary(operation, record.place(self), record.place(other)))
    }
}

impl Add for Term<'_> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        match (self.is(Decimal::ZERO), other.is(Decimal::ZERO)) {
            (true, _) => other,
            (_, true) => self,
            _ => self.combined(Operation::Plus, other),
        }
    }
}

impl Sub for Term<'_> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        if other.is(Decimal::ZERO) { self } else { self.combined(Operation::Minus, other) }
    }
}

impl Mul for Term<'_> {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        match (self, other) {
            (one, _) | (_, one) if one.is(Decimal::ZERO) => one,
            (one, rest) | (rest, one) if one.is(Decimal::ONE) => rest,
            _ => self.combined(Operation::Times, other),
        }
    }
}

/// A number that the user may leave open.
#[derive(Clone, Copy)]
pub struct Entry<'r> {
    /// 1 where it is entered, else 0.
    pub is_set: Term<'r>,
    /// What is entered, 0 where it is open.
    pub number: Term<'r>,
}

impl<'r> Entry<'r> {
    /// Whether it may be left open.
    pub fn is_open(self) -> bool {
        !self.is_set.is(Decimal::ONE)
    }

    /// What was entered, else `open`. Both are recorded, so that the workbook still holds when a cell is filled in later.
    pub fn or(self, open: Term<'r>) -> Term<'r> {
        self.is_set.if_positive(self.number, open)
    }

    /// The same entry, a percentage, as a fraction.
    pub fn percent(self) -> Self {
        Self { number: self.number.percent(), ..self }
    }
}
