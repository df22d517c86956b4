//! Formulas in the language of spreadsheets, read off the program of the calculation.
//!
//! Only what every Excel since 2010 and every LibreOffice knows: arithmetic, IF, MIN, MAX and ISNUMBER.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::cell::{Cell, Tab};
use super::notation::Notation;
use super::subject::{Input, InputCells};
use crate::model::formula::{Formula, Name, Operator};
use crate::model::id::Leaf;
use crate::model::program::{Node, Operation, Place};
use crate::model::sheet::Sheet;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Expression {
    /// A number that no input changes.
    Number(Decimal),
    /// A number of percent, by the cell that holds it as a fraction.
    Percentage(String),
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
            Self::Percentage(cell) => format!("{cell}*100"),
            Self::Formula(text, _) => text.clone(),
        }
    }

    /// Its text where it has to bind at least this tightly.
    fn within(&self, least: Binding) -> String {
        let binding = match self {
            Self::Number(value) if value.is_sign_negative() => Sum,
            Self::Number(_) => Whole,
            Self::Percentage(_) => Product,
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
            Operator::Over => left.over(right),
            Operator::Power => Self::Formula(format!("{}^{}", left.within(Whole), right.within(Whole)), Product),
            Operator::Least => Self::function(format!("MIN({},{})", left.text(), right.text())),
            Operator::Most => Self::function(format!("MAX({},{})", left.text(), right.text())),
        }
    }

    /// The quotient, 0 where the divisor is 0.
    fn over(self, divisor: Self) -> Self {
        let quotient = format!("{}/{}", self.within(Product), divisor.within(Whole));
        match (self, divisor) {
            (Self::Percentage(cell), Self::Number(by)) if by == Decimal::ONE_HUNDRED => Self::Formula(cell, Whole),
            (_, Self::Number(_)) => Self::Formula(quotient, Product),
            (_, divisor) => Self::function(format!("IF({}=0,0,{quotient})", divisor.text())),
        }
    }

    /// Whether two of them differ, as a test.
    fn differs_from(&self, other: &Self) -> String {
        match (self, other) {
            (Self::Percentage(one), Self::Percentage(other)) => format!("{one}<>{other}"),
            _ => format!("{}<>{}", self.text(), other.text()),
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
    /// The calculation with its numbers.
    pub sheet: &'a Sheet,
    /// Where each figure and setting stands.
    pub inputs: &'a InputCells,
    /// Where each step with a cell of its own stands.
    pub steps: &'a BTreeMap<Place, Cell>,
    /// The sheet that holds the formulas.
    pub tab: Tab,
}

impl Reader<'_> {
    /// How a step comes about: what stands in its cell.
    pub fn inside(&self, at: Place) -> Expression {
        match *self.node(at) {
            Node::Named(_, inner) => self.read(inner),
            _ => self.read(at),
        }
    }

    /// The formula of a number: the cell of its step where it has one.
    pub fn read(&self, at: Place) -> Expression {
        let value = self.sheet.value(at);
        match *self.node(at) {
            Node::Constant(_) => Expression::Number(value),
            Node::Leaf(leaf) => leaf_cell(leaf, value, self.inputs, self.tab),
            Node::IsSet(_) => Expression::function(format!("IF({},1,0)", self.test(at))),
            Node::Named(_, inner) => {
                self.steps.get(&at).map_or_else(|| self.read(inner), |cell| Expression::cell(*cell, self.tab))
            }
            Node::Binary(operation, left, right) => {
                Expression::combined(operation.into(), self.read(left), self.read(right))
            }
            Node::Choice { condition, then, otherwise } => {
                Expression::chosen(&self.test(condition), self.read(then), &self.read(otherwise))
            }
        }
    }

    fn node(&self, at: Place) -> &Node {
        self.sheet.program().node(at)
    }

    /// Whether a number is above 0, as a test.
    fn test(&self, condition: Place) -> String {
        if let Node::IsSet(setting) = *self.node(condition) {
            // Every setting that the calculation uses has a cell.
            let cell = self.inputs.get(&Leaf::Setting(setting)).map(|input| input.cell.seen_from(self.tab));
            return format!("ISNUMBER({})", cell.unwrap_or_default());
        }
        match self.distance(condition) {
            Some((one, other)) => one.differs_from(&other),
            None => format!("{}>0", self.read(condition).text()),
        }
    }

    /// Two numbers of which a condition takes the distance: it is above 0 where they differ, which reads better.
    fn distance(&self, condition: Place) -> Option<(Expression, Expression)> {
        let Node::Binary(Operation::Most, one, other) = *self.node(condition) else { return None };
        match (self.node(one), self.node(other)) {
            (Node::Binary(Operation::Minus, a, b), Node::Binary(Operation::Minus, c, d)) if (a, b) == (d, c) => {
                Some((self.read(*a), self.read(*b)))
            }
            _ => None,
        }
    }
}

/// The formula of a derivation over figures, for a cell of `tab`.
pub fn derivation(formula: &Formula, inputs: &InputCells, tab: Tab) -> Expression {
    let read = |formula| derivation(formula, inputs, tab);
    match formula {
        Formula::Named(Name::Leaf(leaf), value) => leaf_cell(*leaf, *value, inputs, tab),
        Formula::Constant(value) | Formula::Named(Name::Step(_), value) => Expression::Number(*value),
        Formula::Binary(operator, left, right) => Expression::combined(*operator, read(left), read(right)),
    }
}

/// The cell of a figure or setting. Every one that the calculation uses has a cell.
fn leaf_cell(leaf: Leaf, value: Decimal, inputs: &InputCells, tab: Tab) -> Expression {
    match inputs.get(&leaf) {
        Some(Input { cell, notation: Notation::Percentage }) => Expression::Percentage(cell.seen_from(tab)),
        Some(Input { cell, .. }) => Expression::cell(*cell, tab),
        None => Expression::Number(value),
    }
}
