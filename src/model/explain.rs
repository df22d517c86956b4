//! How a number of a sheet came about: its steps, in the order a reader follows, and the figures and settings they use.

use rust_decimal::Decimal;

use super::cell::{Cell, QuantityId};
use super::formula::{Formula, Name, Token};
use super::frame::{Frame, Shows};
use super::id::Leaf;
use super::program::{Node, Operation, Place};
use super::sheet::Sheet;

/// One step of a calculation, with its numbers filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// What it is.
    pub cell: Cell,
    /// What it comes to.
    pub value: Decimal,
    /// How, from other steps, figures and settings.
    pub formula: Formula,
}

impl Step {
    /// Whether another step is told in the same words, but for what it is about and its year.
    pub fn has_words_of(&self, other: &Self) -> bool {
        let [own, others] = [self, other].map(|step| step.formula.tokens().into_iter().map(kind));
        self.cell.quantity == other.cell.quantity && own.eq(others)
    }
}

/// A token, and of a step only which quantity it is.
fn kind(token: Token<'_>) -> (Option<Token<'_>>, Option<QuantityId>) {
    match token {
        Token::Named(Name::Step(cell), _) => (None, Some(cell.quantity)),
        // Its value stands in the numbers.
        Token::Named(name, _) => (Some(Token::Named(name, Decimal::ZERO)), None),
        sign => (Some(sign), None),
    }
}

/// How a result came about.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Explanation {
    /// The steps; the result comes first, and each step before the ones it uses.
    pub steps: Vec<Step>,
    /// The figures and settings used, with their values.
    pub leaves: Vec<(Leaf, Decimal)>,
}

// Indexing here cannot fail: there is a mark for every place.
impl Sheet {
    /// How the number at a place came about.
    pub fn explain(&self, at: Place, frame: &Frame) -> Explanation {
        let mut explainer = Explainer::of(self, at, frame);
        explainer.add_steps(at);
        explainer.explanation
    }

    /// Every figure and setting that the numbers at some places depend on, each once, also through rules that do not apply now;
    /// of a number that may be left open, only those of what holds now.
    pub fn leaves(&self, places: impl IntoIterator<Item = Place>) -> Vec<Leaf> {
        let (mut seen, mut leaves) = (self.unseen(), Vec::new());
        places.into_iter().for_each(|at| self.add_leaves(at, &mut seen, &mut leaves));
        leaves
    }

    /// A mark for every place, for what was seen.
    fn unseen(&self) -> Vec<bool> {
        vec![false; self.program().len()]
    }

    fn add_leaves(&self, at: Place, seen: &mut [bool], leaves: &mut Vec<Leaf>) {
        if std::mem::replace(&mut seen[at.index()], true) {
            return;
        }
        match *self.program().node(at) {
            Node::Leaf(leaf) => leaves.push(leaf),
            Node::Choice { condition, then, otherwise } if self.is_entry(condition) => {
                self.add_leaves(self.taken(condition, then, otherwise), seen, leaves);
            }
            node => node.parts().for_each(|part| self.add_leaves(part, seen, leaves)),
        }
    }

    /// Whether a condition asks if something was entered.
    fn is_entry(&self, condition: Place) -> bool {
        matches!(self.program().node(condition), Node::IsSet(_))
    }

    /// The branch of a choice that holds.
    pub(super) fn taken(&self, condition: Place, then: Place, otherwise: Place) -> Place {
        if self.value(condition) > Decimal::ZERO { then } else { otherwise }
    }
}

/// Tells how a number came about.
pub(super) struct Explainer<'a> {
    sheet: &'a Sheet,
    frame: &'a Frame,
    /// The place of the measure it is told for, where there is one: steps of others are named, not told.
    measure: Option<u16>,
    /// By place whether it was told.
    seen: Vec<bool>,
    explanation: Explanation,
}

// Indexing here cannot fail: there is a mark for every place.
impl<'a> Explainer<'a> {
    /// Tells of the number at a place.
    pub(super) fn of(sheet: &'a Sheet, at: Place, frame: &'a Frame) -> Self {
        let measure = match *sheet.program().node(at) {
            Node::Named(cell, _) => frame.measure_of(cell),
            _ => None,
        };
        Self { sheet, frame, measure, seen: sheet.unseen(), explanation: Explanation::default() }
    }

    /// The place of the measure it is told for, where there is one.
    pub(super) fn measure(&self) -> Option<u16> {
        self.measure
    }

    /// Adds the step at a named place, then the steps it uses, each once.
    fn add_steps(&mut self, at: Place) {
        if std::mem::replace(&mut self.seen[at.index()], true) {
            return;
        }
        match *self.sheet.program().node(at) {
            Node::Constant(_) | Node::IsSet(_) => {}
            Node::Leaf(leaf) => self.explanation.leaves.push((leaf, self.sheet.value(at))),
            Node::Named(cell, _) if self.is_of_another(cell) => {}
            Node::Named(cell, inner) => {
                self.explanation.steps.push(Step { cell, value: self.sheet.value(at), formula: self.formula(inner) });
                self.add_steps(inner);
            }
            Node::Binary(operation, left, right) => {
                let (left_tells, right_tells) = self.telling(operation, left, right);
                for (place, _) in [(left, left_tells), (right, right_tells)].into_iter().filter(|(_, tells)| *tells) {
                    self.add_steps(place);
                }
            }
            Node::Choice { condition, then, otherwise } => {
                self.add_steps(self.sheet.taken(condition, then, otherwise));
            }
        }
    }

    /// The formula of a number, down to the nearest named steps and leaves; of a choice, the branch taken.
    pub(super) fn formula(&self, at: Place) -> Formula {
        let value = self.sheet.value(at);
        match *self.sheet.program().node(at) {
            Node::Constant(_) | Node::IsSet(_) => Formula::Constant(value),
            Node::Leaf(leaf) => Formula::Named(Name::Leaf(leaf), value),
            Node::Named(cell, _) => Formula::Named(Name::Step(cell), value),
            Node::Binary(operation, left, right) => match self.telling(operation, left, right) {
                (true, true) => Formula::binary(operation.into(), self.formula(left), self.formula(right)),
                (true, false) => self.formula(left),
                (false, true) => self.formula(right),
                (false, false) => Formula::Constant(Decimal::ZERO),
            },
            Node::Choice { condition, then, otherwise } => self.formula(self.sheet.taken(condition, then, otherwise)),
        }
    }

    /// Whether a step belongs to another measure than the one it is told for.
    fn is_of_another(&self, cell: Cell) -> bool {
        self.measure.is_some() && self.frame.measure_of(cell).is_some_and(|measure| Some(measure) != self.measure)
    }

    /// Which operands a reader needs to see: of a sum not the measures that do nothing, of a product not the 1 of a rule
    /// that does not apply or of a switch that is on, and no limit that is not reached.
    fn telling(&self, operation: Operation, left: Place, right: Place) -> (bool, bool) {
        match operation {
            Operation::Plus => (!self.is_idle(left), !self.is_idle(right)),
            Operation::Times => {
                let says = |at| self.formula(at) != Formula::Constant(Decimal::ONE) && !self.is_on(at);
                (says(left) || !says(right), says(right))
            }
            Operation::Least | Operation::Most => {
                let is_limit = |at| matches!(self.sheet.program().node(at), Node::Constant(_));
                let holds = |at| operation.of(self.sheet.value(left), self.sheet.value(right)) == self.sheet.value(at);
                (!is_limit(left) || !holds(right), !is_limit(right) || !holds(left))
            }
            Operation::Minus | Operation::Over => (true, true),
        }
    }

    /// Whether a number is a switch that is on.
    fn is_on(&self, at: Place) -> bool {
        let is_switch = match *self.sheet.program().node(at) {
            Node::Named(cell, _) => self.frame.quantity(cell.quantity).shows == Shows::Switch,
            _ => false,
        };
        is_switch && self.sheet.value(at) == Decimal::ONE
    }

    /// Whether a number is 0 and nobody expects to see it: figures, settings and steps of no measure are always shown.
    fn is_idle(&self, at: Place) -> bool {
        let shown = match *self.sheet.program().node(at) {
            Node::Named(cell, _) => !self.frame.is_acting(cell.quantity),
            Node::Leaf(_) => true,
            Node::Choice { condition, then, otherwise } if self.sheet.is_entry(condition) => {
                return self.is_idle(self.sheet.taken(condition, then, otherwise));
            }
            Node::Constant(_) | Node::IsSet(_) | Node::Binary(..) | Node::Choice { .. } => false,
        };
        self.sheet.value(at).is_zero() && !shown
    }
}
