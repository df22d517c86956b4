//! The calculation as a list of numbers, each made of numbers before it: recorded once for a set of figures
//! ([`super::calculation`]) and kept.
//!
//! Exact results ([`super::sheet`]), explanations ([`super::explain`]), the range and the workbook all read this list.

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
    // Inlined: unrolling goes over all of them several times.
    #[inline(always)]
    pub fn parts(&self) -> impl Iterator<Item = Place> + use<> {
        let (parts, count) = match *self {
            Self::Constant(_) | Self::Leaf(_) | Self::IsSet(_) => ([Place(0); 3], 0),
            Self::Named(_, inner) => ([inner; 3], 1),
            Self::Binary(_, left, right) => ([left, right, right], 2),
            Self::Choice { condition, then, otherwise } => ([condition, then, otherwise], 3),
        };
        parts.into_iter().take(count)
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
    sources: Ordered<Node, Place>,
    /// Who names each number that follows at once.
    readers: Readers,
    results: Results<Place>,
}

// Indexing here cannot fail: places are only handed out for the nodes of the program they are used with.
impl Program {
    /// The part of what was recorded that the results need.
    pub(super) fn of(recorded: &[Node], defaults: &[Decimal], results: &Results<Place>) -> Self {
        const NEEDED: u8 = 1;
        const AT_ONCE: u8 = 2;
        let mut marks: Vec<u8> = recorded.iter().map(|node| if node.is_source() { AT_ONCE } else { 0 }).collect();
        results.map(|place| marks[place.index()] |= NEEDED);
        results.looked_at().for_each(|place| marks[place.index()] |= AT_ONCE);
        pass_on(recorded, &mut marks);
        let (at_once, late): (Vec<usize>, Vec<usize>) =
            (0..recorded.len()).filter(|at| marks[*at] & NEEDED != 0).partition(|at| marks[*at] & AT_ONCE != 0);
        let order = || at_once.iter().chain(&late);
        let mut places = vec![Place(0); recorded.len()];
        order().enumerate().for_each(|(to, at)| places[*at] = Place::new(to));
        let nodes: Box<[Node]> = order().map(|at| recorded[*at].moved(|part| places[part.index()])).collect();
        Self {
            sources: sources(&nodes),
            defaults: order().map(|at| defaults[*at]).collect(),
            readers: Readers::among(&nodes[..at_once.len()]),
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
        self.sources.iter().filter_map(|(node, _)| match node {
            Node::Leaf(leaf) => Some(*leaf),
            _ => None,
        })
    }

    /// The places that name this one, of what follows at once.
    pub(super) fn readers(&self, at: Place) -> &[Place] {
        self.readers.of(at)
    }

    /// Where the results stand.
    pub fn results(&self) -> &Results<Place> {
        &self.results
    }

    /// A mark for every number: whether those at `ends` need it, in any branch.
    pub fn needed_by(&self, ends: impl IntoIterator<Item = Place>) -> Vec<bool> {
        let mut marks = vec![0; self.nodes.len()];
        ends.into_iter().for_each(|end| marks[end.index()] = 1);
        pass_on(&self.nodes, &mut marks);
        marks.into_iter().map(|mark| mark != 0).collect()
    }
}

fn sources(nodes: &[Node]) -> Ordered<Node, Place> {
    let mut sources = Ordered::default();
    for (at, node) in nodes.iter().enumerate().filter(|(_, node)| node.is_source()) {
        sources.insert(*node, Place::new(at));
    }
    sources
}

/// Gives whatever a marked node needs, in any branch, its marks as well.
fn pass_on(nodes: &[Node], marks: &mut [u8]) {
    // Indexing here cannot fail: there is a mark for each node, and nodes name places among them.
    for (at, node) in nodes.iter().enumerate().rev() {
        let mark = marks[at];
        if mark != 0 {
            node.parts().for_each(|part| marks[part.index()] |= mark);
        }
    }
}

/// By number the places of those that name it.
struct Readers {
    /// Behind each number its own, in order.
    places: Box<[Place]>,
    /// By number where its own begin, and at last where those of the last end.
    starts: Box<[u32]>,
}

// Indexing here cannot fail: parts lie before their node, and each is counted before it is put.
impl Readers {
    fn among(nodes: &[Node]) -> Self {
        let mut starts = vec![0; nodes.len() + 1];
        nodes.iter().for_each(|node| node.parts().for_each(|part| starts[part.index() + 1] += 1));
        (1..starts.len()).for_each(|at| starts[at] += starts[at - 1]);
        let mut ends = starts.clone();
        let mut places = vec![Place(0); starts[nodes.len()] as usize];
        for (at, node) in nodes.iter().enumerate() {
            node.parts().for_each(|part| {
                let end: &mut u32 = &mut ends[part.index()];
                places[*end as usize] = Place::new(at);
                *end += 1;
            });
        }
        Self { places: places.into(), starts: starts.into() }
    }

    fn of(&self, at: Place) -> &[Place] {
        &self.places[self.starts[at.index()] as usize..self.starts[at.index() + 1] as usize]
    }
}
