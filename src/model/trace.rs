//! The reading of the calculation that records how each number came about.

use std::cell::{Ref, RefCell};
use std::collections::BTreeSet;
use std::ops::{Add, Mul, Sub};

use rust_decimal::Decimal;

use super::catalogue::Catalogue;
use super::formula::{Formula, Name, Operator};
use super::id::Setting;
use super::inputs::{Inputs, Leaf};
use super::label::Label;
use super::money::Money;
use super::number::{Entry, Number};
use super::plan::Plan;
use super::project::calculate;
use super::projection::Projection;

/// Where the terms of one calculation are recorded, in the order they were computed.
#[derive(Default)]
pub struct Tape {
    nodes: RefCell<Vec<Node>>,
}

/// A number of a calculation and how it came about.
#[derive(Clone, Copy)]
pub struct Node {
    /// What it comes to.
    pub value: Decimal,
    /// How.
    pub origin: Origin,
}

/// How a node came about. Invariant: the places it names lie before its own.
#[derive(Clone, Copy)]
pub enum Origin {
    /// A number of the formula itself.
    Constant,
    /// A figure or setting.
    Leaf(Leaf),
    /// An operation on the nodes at two places.
    Binary(Operator, usize, usize),
    /// The node at one place where that at `condition` is above 0, else the other.
    Choice {
        /// Decides.
        condition: usize,
        /// Taken where the condition is above 0.
        then: usize,
        /// Taken elsewhere.
        otherwise: usize,
    },
    /// What holds of a number that the user may leave open: the node at `taken`, which explanations follow. With another
    /// entry it would be that at `open` or at `entered`.
    Entry {
        /// Where it is entered.
        setting: Setting,
        /// The one of the two that holds now.
        taken: usize,
        /// Taken where a number is entered.
        entered: usize,
        /// Taken where it is left open.
        open: usize,
    },
    /// The node at a place, as a step that the explanation shows.
    Named(Label, usize),
}

/// A number that knows its value and how it came about.
#[derive(Clone, Copy)]
pub enum Term<'t> {
    /// A number of the formula itself; needs no tape.
    Constant(Decimal),
    /// A number on the tape.
    Recorded(&'t Tape, usize),
}

/// One step of a calculation, with its numbers filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is.
    pub label: Label,
    /// What it comes to.
    pub value: Decimal,
    /// How, from other steps, figures and settings.
    pub formula: Formula,
}

/// How a result came about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explanation {
    /// The steps; the result comes first, and each step before the ones it uses.
    pub steps: Vec<Step>,
    /// The figures and settings used, with their values.
    pub leaves: Vec<(Leaf, Decimal)>,
}

impl Tape {
    /// Runs the calculation for a plan, recording every number on this tape.
    pub fn project<'t>(&'t self, catalogue: &Catalogue, plan: &Plan) -> Projection<Term<'t>> {
        calculate(&Inputs::read(catalogue, plan, |leaf, value| self.record(value, Origin::Leaf(leaf))))
    }

    /// Everything on the tape, in the order it was computed: other readings follow it.
    pub fn nodes(&self) -> Ref<'_, Vec<Node>> {
        self.nodes.borrow()
    }

    fn record(&self, value: Decimal, origin: Origin) -> Term<'_> {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { value, origin });
        Term::Recorded(self, nodes.len() - 1)
    }

    /// Cannot fail: places are only handed out by `record`.
    fn node(&self, at: usize) -> Node {
        self.nodes.borrow()[at]
    }

    /// Every leaf the numbers depend on, in any branch; of an entry, with what is entered now.
    fn collect_leaves(&self, at: usize, seen: &mut BTreeSet<usize>, leaves: &mut BTreeSet<Leaf>) {
        if !seen.insert(at) {
            return;
        }
        let mut visit = |places: &[usize]| places.iter().for_each(|place| self.collect_leaves(*place, seen, leaves));
        match self.node(at).origin {
            Origin::Constant => {}
            Origin::Leaf(leaf) => {
                leaves.insert(leaf);
            }
            Origin::Named(_, inner) | Origin::Entry { taken: inner, .. } => visit(&[inner]),
            Origin::Binary(_, left, right) => visit(&[left, right]),
            Origin::Choice { condition, then, otherwise } => visit(&[condition, then, otherwise]),
        }
    }

    /// The formula of a node, down to the nearest named steps and leaves; of a choice, the branch taken.
    fn formula(&self, at: usize) -> Formula {
        let node = self.node(at);
        match node.origin {
            Origin::Constant => Formula::Constant(node.value),
            Origin::Leaf(leaf) => Formula::Named(Name::Leaf(leaf), node.value),
            Origin::Named(label, _) => Formula::Named(Name::Step(label), node.value),
            Origin::Binary(operator, left, right) => self.binary(operator, left, right),
            Origin::Entry { taken, .. } => self.formula(taken),
            Origin::Choice { condition, then, otherwise } => {
                self.formula(if self.node(condition).value > Decimal::ZERO { then } else { otherwise })
            }
        }
    }

    fn binary(&self, operator: Operator, left: usize, right: usize) -> Formula {
        match self.telling(operator, left, right) {
            (true, true) => Formula::binary(operator, self.formula(left), self.formula(right)),
            (true, false) => self.formula(left),
            (false, true) => self.formula(right),
            (false, false) => Formula::Constant(Decimal::ZERO),
        }
    }

    /// Which operands say something: not the zeros in a sum of measures, nor a factor of 1 from a rule that does not apply.
    fn telling(&self, operator: Operator, left: usize, right: usize) -> (bool, bool) {
        match operator {
            Operator::Plus => (!self.is_idle(left), !self.is_idle(right)),
            Operator::Times => {
                let says = |at| self.formula(at) != Formula::Constant(Decimal::ONE);
                (says(left) || !says(right), says(right))
            }
            _ => (true, true),
        }
    }

    fn is_idle(&self, at: usize) -> bool {
        let node = self.node(at);
        let shown = match node.origin {
            Origin::Named(label, _) => label.measure.is_none(),
            Origin::Leaf(_) => true,
            Origin::Entry { taken, .. } => return self.is_idle(taken),
            Origin::Constant | Origin::Binary(..) | Origin::Choice { .. } => false,
        };
        node.value.is_zero() && !shown
    }

    /// Adds the step at a named node, then the steps it uses, each once.
    fn explain(&self, at: usize, seen: &mut BTreeSet<usize>, explanation: &mut Explanation) {
        if !seen.insert(at) {
            return;
        }
        let node = self.node(at);
        match node.origin {
            Origin::Leaf(leaf) => explanation.leaves.push((leaf, node.value)),
            Origin::Named(label, inner) => {
                explanation.steps.push(Step { label, value: node.value, formula: self.formula(inner) });
                self.explain(inner, seen, explanation);
            }
            Origin::Constant => {}
            Origin::Entry { taken, .. } => self.explain(taken, seen, explanation),
            Origin::Binary(operator, left, right) => {
                let (left_tells, right_tells) = self.telling(operator, left, right);
                for (place, _) in [(left, left_tells), (right, right_tells)].into_iter().filter(|(_, tells)| *tells) {
                    self.explain(place, seen, explanation);
                }
            }
            Origin::Choice { condition, then, otherwise } => {
                let taken = if self.node(condition).value > Decimal::ZERO { then } else { otherwise };
                self.explain(taken, seen, explanation);
            }
        }
    }
}

impl<'t> Term<'t> {
    /// Its value.
    pub fn value(self) -> Decimal {
        match self {
            Self::Constant(value) => value,
            Self::Recorded(tape, at) => tape.node(at).value,
        }
    }

    /// Its place on the tape; none for a number of the formula itself.
    pub fn on_tape(self) -> Option<usize> {
        match self {
            Self::Constant(_) => None,
            Self::Recorded(_, at) => Some(at),
        }
    }

    /// Every figure and setting it depends on, also through rules that do not apply now.
    pub fn leaves(self) -> BTreeSet<Leaf> {
        let mut leaves = BTreeSet::new();
        if let Self::Recorded(tape, at) = self {
            tape.collect_leaves(at, &mut BTreeSet::new(), &mut leaves);
        }
        leaves
    }

    /// How it came about.
    pub fn explain(self) -> Explanation {
        let mut explanation = Explanation::default();
        if let Self::Recorded(tape, at) = self {
            tape.explain(at, &mut BTreeSet::new(), &mut explanation);
        }
        explanation
    }

    fn binary(self, operator: Operator, other: Self, value: impl Fn(Decimal, Decimal) -> Decimal) -> Self {
        let outcome = value(self.value(), other.value());
        let tape = match (self, other) {
            (Self::Recorded(tape, _), _) | (_, Self::Recorded(tape, _)) => tape,
            (Self::Constant(_), Self::Constant(_)) => return Self::Constant(outcome),
        };
        tape.record(outcome, Origin::Binary(operator, self.place(tape), other.place(tape)))
    }

    fn place(self, tape: &'t Tape) -> usize {
        match self {
            Self::Recorded(_, at) => at,
            Self::Constant(value) => tape.record(value, Origin::Constant).place(tape),
        }
    }
}

impl Money<Term<'_>> {
    /// How the amount came about.
    pub fn explain(self) -> Explanation {
        self.euros().explain()
    }
}

impl Add for Term<'_> {
    type Output = Self;
    fn add(self, other: Self) -> Self {
        self.binary(Operator::Plus, other, Add::add)
    }
}

impl Sub for Term<'_> {
    type Output = Self;
    fn sub(self, other: Self) -> Self {
        self.binary(Operator::Minus, other, Sub::sub)
    }
}

impl Mul for Term<'_> {
    type Output = Self;
    fn mul(self, other: Self) -> Self {
        self.binary(Operator::Times, other, Mul::mul)
    }
}

impl Number for Term<'_> {
    fn constant(value: Decimal) -> Self {
        Self::Constant(value)
    }

    fn over(self, divisor: Self) -> Self {
        self.binary(Operator::Over, divisor, Number::over)
    }

    fn min(self, other: Self) -> Self {
        self.binary(Operator::Least, other, Number::min)
    }

    fn max(self, other: Self) -> Self {
        self.binary(Operator::Most, other, Number::max)
    }

    fn if_positive(self, then: Self, otherwise: Self) -> Self {
        let tape = match (self, then, otherwise) {
            (Self::Recorded(tape, _), _, _) | (_, Self::Recorded(tape, _), _) | (_, _, Self::Recorded(tape, _)) => tape,
            _ => return Self::Constant(self.value().if_positive(then.value(), otherwise.value())),
        };
        let value = self.value().if_positive(then.value(), otherwise.value());
        let (condition, then, otherwise) = (self.place(tape), then.place(tape), otherwise.place(tape));
        tape.record(value, Origin::Choice { condition, then, otherwise })
    }

    fn entered(entry: Entry<Self>, open: Self) -> Self {
        let Self::Recorded(tape, entered) = entry.number else {
            return if entry.is_set { entry.number } else { open };
        };
        let open = open.place(tape);
        let taken = if entry.is_set { entered } else { open };
        tape.record(tape.node(taken).value, Origin::Entry { setting: entry.setting, taken, entered, open })
    }

    fn named(self, label: Label) -> Self {
        match self {
            Self::Constant(_) => self,
            Self::Recorded(tape, at) => tape.record(tape.node(at).value, Origin::Named(label, at)),
        }
    }
}
