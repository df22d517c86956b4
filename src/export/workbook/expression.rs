//! Formulas in the language of spreadsheets, read off the tape.
//!
//! Only what every Excel since 2010 and every LibreOffice knows: arithmetic, IF, MIN, MAX and ISNUMBER.

use std::collections::HashMap;

use rust_decimal::Decimal;

use super::cell::{Cell, Tab};
use super::subject::InputCells;
use crate::model::formula::{Formula, Name, Operator};
use crate::model::inputs::Leaf;
use crate::model::trace::{Node, Origin, Term};

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// A number that no input changes.
    Number(Decimal),
    /// A formula, without `=`.
    Formula(String, Binding),
}

/// How tightly the outermost operation of a formula binds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Binding {
    /// A sum or difference, or a number below 0.
    Sum,
    /// A product or quotient.
    Product,
    /// A cell, number or function.
    Whole,
}

use Binding::{Product, Sum, Whole};

impl Expression {
    /// The content of another cell.
    fn cell(cell: Cell, tab: Tab) -> Self {
        Self::Formula(cell.seen_from(tab), Whole)
    }

    fn function(text: String) -> Self {
        Self::Formula(text, Whole)
    }

    fn is(&self, number: Decimal) -> bool {
        matches!(self, Self::Number(value) if *value == number)
    }

    /// Its text, without parentheses around it.
    pub fn text(&self) -> String {
        match self {
            Self::Number(value) => value.normalize().to_string(),
            Self::Formula(text, _) => text.clone(),
        }
    }

    /// Its text where it has to bind at least this tightly.
    fn within(&self, least: Binding) -> String {
        let binding = match self {
            Self::Number(value) if value.is_sign_negative() => Sum,
            Self::Number(_) => Whole,
            Self::Formula(_, binding) => *binding,
        };
        if binding < least { format!("({})", self.text()) } else { self.text() }
    }

    /// Two of them combined. Structural zeros in a sum and ones in a product say nothing and are left out.
    fn combined(operator: Operator, left: Self, right: Self) -> Self {
        let (zero, one) = (Decimal::ZERO, Decimal::ONE);
        match operator {
            Operator::Plus if left.is(zero) => right,
            Operator::Plus | Operator::Minus if right.is(zero) => left,
            Operator::Times if left.is(one) => right,
            Operator::Times | Operator::Over if right.is(one) => left,
            Operator::Times | Operator::Over if left.is(zero) => left,
            Operator::Times | Operator::Over if right.is(zero) => right,
            Operator::Plus => Self::Formula(format!("{}+{}", left.within(Sum), right.within(Sum)), Sum),
            Operator::Minus => Self::Formula(format!("{}-{}", left.within(Sum), right.within(Product)), Sum),
            Operator::Times => Self::Formula(format!("{}*{}", left.within(Product), right.within(Product)), Product),
            Operator::Over => left.over(&right),
            Operator::Power => Self::Formula(format!("{}^{}", left.within(Whole), right.within(Whole)), Product),
            Operator::Least => Self::function(format!("MIN({},{})", left.text(), right.text())),
            Operator::Most => Self::function(format!("MAX({},{})", left.text(), right.text())),
        }
    }

    /// The quotient, 0 where the divisor is 0.
    fn over(&self, divisor: &Self) -> Self {
        let quotient = format!("{}/{}", self.within(Product), divisor.within(Whole));
        match divisor {
            Self::Number(_) => Self::Formula(quotient, Product),
            Self::Formula(text, _) => Self::function(format!("IF({text}=0,0,{quotient})")),
        }
    }

    fn chosen(condition: &str, then: Self, otherwise: &Self) -> Self {
        if then == *otherwise {
            return then;
        }
        Self::function(format!("IF({condition},{},{})", then.text(), otherwise.text()))
    }
}

/// Reads formulas for the cells of one sheet.
pub struct Reader<'a> {
    /// Everything recorded.
    pub nodes: &'a [Node],
    /// Where each figure and setting stands.
    pub inputs: &'a InputCells,
    /// Where each step with a cell of its own stands.
    pub steps: &'a HashMap<usize, Cell>,
    /// The sheet that holds the formulas.
    pub tab: Tab,
}

// Indexing here cannot fail: a node names places before its own, and the terms come from the same tape.
impl Reader<'_> {
    /// The formula of a term: the cell of its step where it has one.
    pub fn term(&self, term: Term<'_>) -> Expression {
        term.on_tape().map_or_else(|| Expression::Number(term.value()), |at| self.read(at))
    }

    /// How a step comes about: what stands in its cell.
    pub fn inside(&self, at: usize) -> Expression {
        match self.nodes[at].origin {
            Origin::Named(_, inner) => self.read(inner),
            _ => self.read(at),
        }
    }

    /// The formula of a derivation over figures.
    pub fn derivation(&self, formula: &Formula) -> Expression {
        match formula {
            Formula::Named(Name::Leaf(leaf), value) => self.leaf(*leaf, *value),
            Formula::Constant(value) | Formula::Named(Name::Step(_), value) => Expression::Number(*value),
            Formula::Binary(operator, left, right) => {
                Expression::combined(*operator, self.derivation(left), self.derivation(right))
            }
        }
    }

    fn read(&self, at: usize) -> Expression {
        let node = &self.nodes[at];
        match node.origin {
            Origin::Constant => Expression::Number(node.value),
            Origin::Leaf(leaf) => self.leaf(leaf, node.value),
            Origin::Named(_, inner) => {
                self.steps.get(&at).map_or_else(|| self.read(inner), |cell| Expression::cell(*cell, self.tab))
            }
            Origin::Binary(operator, left, right) => Expression::combined(operator, self.read(left), self.read(right)),
            Origin::Choice { condition, then, otherwise } => self.choice(condition, then, otherwise),
            Origin::Entry { setting, entered, open, taken } => {
                let entry = self.leaf(Leaf::Setting(setting), self.nodes[taken].value).text();
                Expression::chosen(&format!("ISNUMBER({entry})"), self.read(entered), &self.read(open))
            }
        }
    }

    /// The cell of a figure or setting. Every one that the calculation uses has a cell.
    fn leaf(&self, leaf: Leaf, value: Decimal) -> Expression {
        self.inputs.get(&leaf).map_or(Expression::Number(value), |cell| Expression::cell(*cell, self.tab))
    }

    fn choice(&self, condition: usize, then: usize, otherwise: usize) -> Expression {
        let test = match (self.distance(condition), self.read(condition)) {
            (Some((one, other)), _) => format!("{}<>{}", one.text(), other.text()),
            (None, Expression::Number(value)) => {
                return self.read(if value > Decimal::ZERO { then } else { otherwise });
            }
            (None, formula) => format!("{}>0", formula.text()),
        };
        Expression::chosen(&test, self.read(then), &self.read(otherwise))
    }

    /// Two numbers of which a condition takes the distance: it is above 0 where they differ, which reads better.
    fn distance(&self, condition: usize) -> Option<(Expression, Expression)> {
        let Origin::Binary(Operator::Most, one, other) = self.nodes[condition].origin else { return None };
        match (self.nodes[one].origin, self.nodes[other].origin) {
            (Origin::Binary(Operator::Minus, a, b), Origin::Binary(Operator::Minus, c, d)) if (a, b) == (d, c) => {
                Some((self.read(a), self.read(b)))
            }
            _ => None,
        }
    }
}
