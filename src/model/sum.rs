//! A result as one sum of products, short enough for a sentence: the program with what is told inside written out, what
//! changes nothing left out, and what stands on both sides of a division struck out.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::cell::{Cell, QuantityId};
use super::explain::Explainer;
use super::formula::{Formula, Name};
use super::frame::Frame;
use super::id::{Leaf, Setting};
use super::program::{Node, Operation, Place};
use super::sheet::Sheet;

/// From how many amounts of one kind on they are told as one.
const MANY: usize = 4;

/// A number that a term is multiplied by.
#[derive(Clone, Debug, PartialEq)]
pub struct Factor {
    at: Place,
    /// What it is: a name, or a sum that has none.
    pub formula: Formula,
    /// What it comes to.
    pub value: Decimal,
    /// Whether the term is divided by it instead.
    pub divides: bool,
}

/// What is added up.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// In order; what they come to together, with the common ones, is the term but for its sign.
    pub factors: Vec<Factor>,
    /// Whether it is taken off.
    pub is_less: bool,
    /// How many amounts of one kind it stands for; their first factor is that of the first, with the value of all.
    pub count: usize,
}

/// A result as a sum.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sum {
    /// What is added up.
    pub terms: Vec<Term>,
    /// What all of it is multiplied by.
    pub common: Vec<Factor>,
}

impl Sum {
    /// What it comes to.
    pub fn value(&self) -> Decimal {
        let product = |factors: &[Factor]| factors.iter().fold(Decimal::ONE, |product, factor| factor.on(product));
        let term = |term: &Term| if term.is_less { -product(&term.factors) } else { product(&term.factors) };
        self.terms.iter().map(term).sum::<Decimal>() * product(&self.common)
    }
}

impl Factor {
    fn on(&self, product: Decimal) -> Decimal {
        let operation = if self.divides { Operation::Over } else { Operation::Times };
        operation.of(product, self.value)
    }

    /// Whether it is the same number in the same place.
    fn is(&self, other: &Self) -> bool {
        self.at == other.at && self.divides == other.divides
    }
}

impl Sheet {
    /// The number at a place as a sum. Of a measure its own steps are written out where its levers or figures are in them;
    /// of anything else the steps it is made of are named.
    pub fn sum(&self, at: Place, frame: &Frame) -> Sum {
        let explainer = Explainer::of(self, at, frame);
        let teller = Teller { sheet: self, frame, explainer };
        let mut terms = Vec::new();
        teller.add_terms(teller.within(at), false, &mut terms);
        let common = common(&mut terms);
        Sum { terms: merged(terms), common }
    }
}

/// Takes out what every one of several terms is multiplied by.
fn common(terms: &mut [Term]) -> Vec<Factor> {
    let Some((first, rest)) = terms.split_first().filter(|(_, rest)| !rest.is_empty()) else { return Vec::new() };
    let is_in = |term: &Term, factor: &Factor| term.factors.iter().any(|other| other.is(factor));
    let in_all = |factor: &&Factor| rest.iter().all(|term| is_in(term, factor));
    let common: Vec<Factor> = first.factors.iter().filter(in_all).cloned().collect();
    let is_common = |factor: &Factor| common.iter().any(|other| other.is(factor));
    terms.iter_mut().for_each(|term| term.factors.retain(|factor| !is_common(factor)));
    common
}

/// Many amounts of one kind as one.
fn merged(terms: Vec<Term>) -> Vec<Term> {
    let mut counts: BTreeMap<_, usize> = BTreeMap::new();
    terms.iter().filter_map(kind).for_each(|kind| *counts.entry(kind).or_default() += 1);
    let mut merged: Vec<Term> = Vec::new();
    for term in terms {
        let of = kind(&term);
        let is_one_of_many = of.is_some_and(|kind| counts.get(&kind).is_some_and(|count| *count >= MANY));
        let before = merged.iter_mut().find(|before| is_one_of_many && kind(before) == of);
        match before.and_then(|before| before.factors.first_mut().zip(Some(&mut before.count))) {
            Some((first, count)) => {
                first.value += term.factors.iter().map(|factor| factor.value).sum::<Decimal>();
                *count += 1;
            }
            None => merged.push(term),
        }
    }
    merged
}

/// Of which quantity a term is a single amount, and whether it is taken off.
fn kind(term: &Term) -> Option<(QuantityId, bool)> {
    match &term.factors[..] {
        [Factor { formula: Formula::Named(Name::Step(cell), _), divides: false, .. }] => {
            Some((cell.quantity, term.is_less))
        }
        _ => None,
    }
}

struct Teller<'a> {
    sheet: &'a Sheet,
    frame: &'a Frame,
    explainer: Explainer<'a>,
}

impl Teller<'_> {
    /// What a number is made of, where it has a name itself.
    fn within(&self, at: Place) -> Place {
        match *self.sheet.program().node(at) {
            Node::Named(_, inner) => inner,
            _ => at,
        }
    }

    /// Whether a step is told by what it is made of: one of the measure that its levers or figures are in. Others, such as how
    /// far it has grown, say more by their name.
    fn is_told_inside(&self, cell: Cell, at: Place) -> bool {
        let is_own = |leaf: &Leaf| !matches!(leaf, Leaf::Setting(Setting::Assumption(_) | Setting::Member(..)));
        let of = self.explainer.measure();
        of.is_some() && self.frame.measure_of(cell) == of && self.sheet.leaves([at]).iter().any(is_own)
    }

    fn add_terms(&self, at: Place, is_less: bool, terms: &mut Vec<Term>) {
        let value = self.sheet.value(at);
        match *self.sheet.program().node(at) {
            _ if value.is_zero() && self.explainer.measure().is_some() => {}
            Node::Named(cell, inner) if self.is_told_inside(cell, at) => self.add_terms(inner, is_less, terms),
            Node::Choice { condition, then, otherwise } => {
                self.add_terms(self.sheet.taken(condition, then, otherwise), is_less, terms);
            }
            Node::Binary(operation @ (Operation::Plus | Operation::Minus), left, right) => {
                self.add_terms(left, is_less, terms);
                self.add_terms(right, is_less != (operation == Operation::Minus), terms);
            }
            _ if value.is_zero() => {}
            _ => {
                let mut factors = Vec::new();
                self.add_factors(at, false, &mut factors);
                terms.push(Term { factors, is_less, count: 1 });
            }
        }
    }

    /// What a product is made of; what is 1 says nothing.
    fn add_factors(&self, at: Place, divides: bool, factors: &mut Vec<Factor>) {
        let value = self.sheet.value(at);
        match *self.sheet.program().node(at) {
            _ if value == Decimal::ONE => {}
            Node::Named(cell, inner) if self.is_told_inside(cell, at) => self.add_factors(inner, divides, factors),
            Node::Choice { condition, then, otherwise } => {
                self.add_factors(self.sheet.taken(condition, then, otherwise), divides, factors);
            }
            Node::Binary(Operation::Times, left, right) => {
                self.add_factors(left, divides, factors);
                self.add_factors(right, divides, factors);
            }
            // A percentage: its name says of what, its value is a fraction.
            Node::Binary(Operation::Over, left, right) if self.is_constant(right) => {
                self.add(Factor { at, formula: self.explainer.formula(left), value, divides }, factors);
            }
            Node::Binary(Operation::Over, left, right) => {
                self.add_factors(left, divides, factors);
                self.add_factors(right, !divides, factors);
            }
            Node::Binary(Operation::Plus, left, right) if self.is_zero(left) => {
                self.add_factors(right, divides, factors)
            }
            Node::Binary(Operation::Plus | Operation::Minus, left, right) if self.is_zero(right) => {
                self.add_factors(left, divides, factors);
            }
            Node::Binary(operation @ (Operation::Least | Operation::Most), left, right) => {
                let holds = operation.of(self.sheet.value(left), self.sheet.value(right)) == self.sheet.value(left);
                self.add_factors(if holds { left } else { right }, divides, factors);
            }
            _ => self.add(Factor { at, formula: self.explainer.formula(at), value, divides }, factors),
        }
    }

    /// Adds a factor, or strikes it out against the same one on the other side of the division.
    fn add(&self, factor: Factor, factors: &mut Vec<Factor>) {
        let against = factors.iter().position(|other| other.at == factor.at && other.divides != factor.divides);
        match against {
            Some(at) => drop(factors.remove(at)),
            None => factors.push(factor),
        }
    }

    fn is_constant(&self, at: Place) -> bool {
        matches!(self.sheet.program().node(at), Node::Constant(_))
    }

    fn is_zero(&self, at: Place) -> bool {
        self.sheet.value(at).is_zero()
    }
}
