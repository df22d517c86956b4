//! The calculation as a list of numbers, each made of numbers before it: recorded once for a set of figures
//! ([`super::calculation`]) and kept.
//!
//! Exact results ([`super::sheet`]), explanations ([`super::explain`]), the range and the workbook all read this list.

use std::collections::BTreeMap;

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::cell::Cell;
use super::exact::{quotient, sum};
use super::id::{Leaf, Setting};
use super::ordered::Ordered;
use super::projection::Projection;

/// A number of the calculation, by its place in the program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Place(u16);

impl Place {
    /// The place with this index.
    pub(super) fn new(index: usize) -> Self {
        // Cannot fail: it would take a calculation of sixteen times as many numbers as ours.
        Self(u16::try_from(index).expect("a calculation of at most 65.535 numbers"))
    }

    /// Its index in a list with one entry for each number of the program.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// How two numbers are combined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Operation {
    /// `a + b`
    Plus,
    /// `a − b`
    Minus,
    /// `a × b`
    Times,
    /// `a ÷ b`, 0 where `b` is 0.
    Over,
    /// The smaller of the two.
    Least,
    /// The larger of the two.
    Most,
}

impl Operation {
    /// What two numbers come to.
    #[inline(always)]
    pub fn of(self, a: Decimal, b: Decimal) -> Decimal {
        match self {
            Self::Plus => sum(a, b),
            Self::Minus => a - b,
            Self::Times => a * b,
            Self::Over => quotient(a, b),
            Self::Least => a.min(b),
            Self::Most => a.max(b),
        }
    }
}

/// How a number comes about. Invariant: the places it names lie before its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Node {
    /// A number of the formula itself.
    Constant(Decimal),
    /// A figure or setting.
    Leaf(Leaf),
    /// 1 where a plan sets this, 0 where it is left open.
    IsSet(Setting),
    /// Two numbers combined.
    Binary(Operation, Place, Place),
    /// The number at one place where that at `condition` is above 0, else the other.
    Choice {
        /// Decides.
        condition: Place,
        /// Taken where the condition is above 0.
        then: Place,
        /// Taken elsewhere.
        otherwise: Place,
    },
    /// The number at a place, as that of a cell that explanations show as a step.
    Named(Cell, Place),
}

impl Node {
    /// The places it names.
    pub fn parts(&self) -> impl Iterator<Item = Place> + use<> {
        let parts = match *self {
            Self::Constant(_) | Self::Leaf(_) | Self::IsSet(_) => [None; 3],
            Self::Named(_, inner) => [Some(inner), None, None],
            Self::Binary(_, left, right) => [Some(left), Some(right), None],
            Self::Choice { condition, then, otherwise } => [Some(condition), Some(then), Some(otherwise)],
        };
        parts.into_iter().flatten()
    }

    /// Whether it is what a plan gives: a leaf, or whether a setting is set.
    pub(super) fn is_source(&self) -> bool {
        matches!(self, Self::Leaf(_) | Self::IsSet(_))
    }

    /// The same node with its parts at other places.
    fn moved(self, to: impl Fn(Place) -> Place) -> Self {
        match self {
            Self::Constant(_) | Self::Leaf(_) | Self::IsSet(_) => self,
            Self::Named(cell, inner) => Self::Named(cell, to(inner)),
            Self::Binary(operation, left, right) => Self::Binary(operation, to(left), to(right)),
            Self::Choice { condition, then, otherwise } => {
                Self::Choice { condition: to(condition), then: to(then), otherwise: to(otherwise) }
            }
        }
    }
}

/// The results of a calculation, as one thing for each: a place, a term in the making, an amount.
pub struct Results<T> {
    /// What the calculation gives, per year and per measure.
    pub projection: Projection<T>,
    /// The numbers of what is told about measures, by cell.
    pub told: Ordered<Cell, T>,
}

impl<T> Results<T> {
    /// The same results, each as another thing.
    pub fn map<U>(&self, mut to: impl FnMut(&T) -> U) -> Results<U> {
        let projection = self.projection.map(|year| year.map(&mut to));
        let mut told = Ordered::default();
        self.told.iter().for_each(|(cell, number)| told.insert(*cell, to(number)));
        Results { projection, told }
    }

    /// What is looked at after every change: what is told, the sums of each year, and the parts of the last one.
    fn looked_at(&self) -> impl Iterator<Item = &T> {
        let last = self.projection.last().parts.iter();
        self.projection
            .iter()
            .flat_map(|(_, year)| year.sums())
            .chain(last)
            .chain(self.told.iter().map(|(_, number)| number))
    }
}

/// A calculation that can be done again for any plan.
///
/// Invariant: it holds nothing that no result needs, and nothing twice. What follows at once from a change stands before
/// what may wait until somebody asks, with every leaf.
pub struct Program {
    nodes: Box<[Node]>,
    /// How many of them follow at once.
    at_once: usize,
    /// By place what a leaf is where a plan sets nothing; 0 for all that is no leaf.
    defaults: Box<[Decimal]>,
    /// Where each leaf stands, and where it is asked whether a setting is set.
    sources: BTreeMap<Node, Place>,
    /// For each number that follows at once the places of those that name it.
    readers: Box<[Box<[Place]>]>,
    results: Results<Place>,
}

// Indexing here cannot fail: places are only handed out for the nodes of the program they are used with.
impl Program {
    /// The part of what was recorded that the results need.
    pub(super) fn of(recorded: &[Node], defaults: &[Decimal], results: &Results<Place>) -> Self {
        let mut ends = Vec::new();
        results.map(|place| ends.push(*place));
        let needed = needed_by(recorded, ends);
        let leaves = (0..recorded.len()).filter(|at| recorded[*at].is_source()).map(Place::new);
        let looked_at = needed_by(recorded, results.looked_at().copied().chain(leaves));
        let (at_once, late): (Vec<usize>, Vec<usize>) =
            (0..recorded.len()).filter(|at| needed[*at]).partition(|at| looked_at[*at]);
        let order = || at_once.iter().chain(&late);
        let mut places = vec![Place(0); recorded.len()];
        order().enumerate().for_each(|(to, at)| places[*at] = Place::new(to));
        let nodes: Box<[Node]> = order().map(|at| recorded[*at].moved(|part| places[part.index()])).collect();
        Self {
            sources: sources(&nodes),
            defaults: order().map(|at| defaults[*at]).collect(),
            readers: readers(&nodes[..at_once.len()]),
            results: results.map(|place| places[place.index()]),
            at_once: at_once.len(),
            nodes,
        }
    }

    /// How many numbers the calculation has.
    pub fn len(&self) -> usize {
        self.nodes.len()
    }

    /// How many of them follow at once from a change: those at the first places. The others may wait until somebody asks.
    pub(super) fn at_once(&self) -> usize {
        self.at_once
    }

    /// Whether there is nothing to calculate.
    pub fn is_empty(&self) -> bool {
        self.nodes.is_empty()
    }

    /// Every place with how its number comes about, in the order of calculation.
    pub fn nodes(&self) -> impl Iterator<Item = (Place, &Node)> {
        self.nodes.iter().enumerate().map(|(at, node)| (Place::new(at), node))
    }

    /// How the number at a place comes about.
    pub fn node(&self, at: Place) -> &Node {
        &self.nodes[at.index()]
    }

    /// By place what a leaf is where a plan sets nothing; 0 for all that is no leaf.
    pub(super) fn defaults(&self) -> impl Iterator<Item = Decimal> {
        self.defaults.iter().copied()
    }

    /// What the leaf at a place is where a plan sets nothing.
    pub fn default(&self, at: Place) -> Decimal {
        self.defaults[at.index()]
    }

    /// The places that follow a setting itself; none where no result depends on it.
    pub(super) fn places_of(&self, setting: Setting) -> impl Iterator<Item = Place> {
        let nodes = [Node::Leaf(Leaf::Setting(setting)), Node::IsSet(setting)];
        nodes.into_iter().filter_map(|node| self.sources.get(&node).copied())
    }

    /// The figures and settings that results depend on.
    pub fn leaves(&self) -> impl Iterator<Item = Leaf> {
        self.sources.keys().filter_map(|node| match node {
            Node::Leaf(leaf) => Some(*leaf),
            _ => None,
        })
    }

    /// The places that name this one, of what follows at once.
    pub(super) fn readers(&self, at: Place) -> &[Place] {
        &self.readers[at.index()]
    }

    /// Where the results stand.
    pub fn results(&self) -> &Results<Place> {
        &self.results
    }

    /// A mark for every number: whether those at `ends` need it, in any branch.
    pub fn needed_by(&self, ends: impl IntoIterator<Item = Place>) -> Vec<bool> {
        needed_by(&self.nodes, ends)
    }
}

fn sources(nodes: &[Node]) -> BTreeMap<Node, Place> {
    let mut sources = BTreeMap::new();
    for (at, node) in nodes.iter().enumerate().filter(|(_, node)| node.is_source()) {
        sources.insert(*node, Place::new(at));
    }
    sources
}

fn needed_by(nodes: &[Node], ends: impl IntoIterator<Item = Place>) -> Vec<bool> {
    let mut needed = vec![false; nodes.len()];
    // Indexing here cannot fail: nodes and ends name places among the nodes.
    ends.into_iter().for_each(|end| needed[end.index()] = true);
    for (at, node) in nodes.iter().enumerate().rev() {
        if needed[at] {
            node.parts().for_each(|part| needed[part.index()] = true);
        }
    }
    needed
}

fn readers(nodes: &[Node]) -> Box<[Box<[Place]>]> {
    let mut readers = vec![Vec::new(); nodes.len()];
    for (at, node) in nodes.iter().enumerate() {
        // Cannot fail: parts lie before their node.
        node.parts().for_each(|part| readers[part.index()].push(Place::new(at)));
    }
    readers.into_iter().map(Vec::into_boxed_slice).collect()
}
