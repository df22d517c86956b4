//! Formulas in the language of spreadsheets, printed from those of the seeds.
//!
//! Only what every Excel since 2010 and every LibreOffice knows: arithmetic, IF, AND, OR, MIN, MAX, COUNT and ISNUMBER.

use std::collections::BTreeMap;

use rust_decimal::Decimal;

use super::cell::{Cell, Tab};
use super::notation::Notation;
use super::numbers::Numbers;
use super::subject::{Input, InputCells};
use crate::model::cell::{Cell as Number, SetId};
use crate::model::expression::{Expression as Model, Fold, Read, Test};
use crate::model::formula::{Formula, Name, Operator};
use crate::model::frame::{Frame, Members};
use crate::model::id::Leaf;

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

    /// The difference of two of them.
    pub fn minus(self, right: Self) -> Self {
        Self::combined(Operator::Minus, self, right)
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

    fn chosen(condition: &str, then: Self, otherwise: &Self) -> Self {
        if then == *otherwise {
            return then;
        }
        Self::function(format!("IF({condition},{},{})", then.text(), otherwise.text()))
    }
}

/// Writes formulas for the cells of one sheet.
pub struct Printer<'a> {
    /// The calculation with its numbers.
    pub numbers: &'a Numbers<'a>,
    /// Where each figure and setting stands.
    pub inputs: &'a InputCells,
    /// Where each number with a cell of its own stands.
    pub rows: &'a BTreeMap<Number, Cell>,
    /// Where the years stand as numbers.
    pub years: &'a [Cell],
    /// The sheet that holds the formulas.
    pub tab: Tab,
}

impl Printer<'_> {
    /// How a number comes about: what stands in its cell.
    pub fn inside(&self, number: Number) -> Expression {
        match self.frame().formula_of(number) {
            Some((formula, members)) => self.formula(formula, &members),
            None => self.read(number),
        }
    }

    /// The number where another reads it: its cell, or what it is where it has none.
    pub fn read(&self, number: Number) -> Expression {
        if let Some(cell) = self.rows.get(&number) {
            return Expression::cell(*cell, self.tab);
        }
        let leaf = self.frame().leaf(number).or_else(|| self.numbers.rest(number.quantity));
        match leaf {
            Some(leaf) => self.input(leaf),
            None if self.frame().known(number).is_some() => {
                Expression::Number(self.frame().known(number).unwrap_or_default())
            }
            None if self.frame().is_calculated(number.quantity) => Expression::Number(self.numbers.value(number)),
            None => Expression::Number(Decimal::ZERO),
        }
    }

    /// The number where it is a result: 0 where one of its members does not count.
    pub fn counted(&self, number: Number) -> Expression {
        let counted = |read: Expression, switch| {
            Expression::chosen(&format!("{}>0", self.read(switch).text()), read, &Expression::Number(Decimal::ZERO))
        };
        self.numbers.switches(number).fold(self.read(number), counted)
    }

    /// The number that a formula reads; one of a year that it names stays that of this year along the row.
    fn read_at(&self, read: &Read, members: &Members) -> Expression {
        let number = self.frame().cell_read(read, members);
        let per = &self.frame().quantity(read.quantity).per;
        let names_year = per.iter().zip(&read.at).any(|(set, at)| Some(*set) == self.frame().time && at.is_some());
        match self.rows.get(&number).filter(|_| names_year) {
            Some(cell) => Expression::cell(cell.pinned(), self.tab),
            None => self.read(number),
        }
    }

    fn frame(&self) -> &Frame {
        self.numbers.frame()
    }

    /// The cell of a figure or setting, in which a percentage is a fraction. Every one that the calculation uses has one.
    fn input(&self, leaf: Leaf) -> Expression {
        let cell = self.inputs.get(&leaf).map(|input| input.cell);
        cell.map_or(Expression::Number(Decimal::ZERO), |cell| Expression::cell(cell, self.tab))
    }

    fn formula(&self, formula: &Model, members: &Members) -> Expression {
        let print = |formula| self.formula(formula, members);
        match formula {
            Model::Number(number) => Expression::Number(*number),
            Model::Member(set) => self.member(*set, members),
            Model::Read(read) => self.read_at(read, members),
            Model::Combined(operation, parts) => {
                let [left, right] = parts.each_ref().map(print);
                Expression::combined((*operation).into(), left, right)
            }
            Model::Chosen(choice) => {
                let test = self.test(&choice.test, members);
                Expression::chosen(&test, print(&choice.then), &print(&choice.otherwise))
            }
            Model::Folded(fold) => self.folded(fold, members),
            Model::Earlier(earlier) => match (self.frame().earlier(earlier, members), &earlier.before) {
                (Some(before), _) => self.read(self.frame().cell_read(&earlier.read, &before)),
                (None, Some(before)) => print(before),
                (None, None) => Expression::Number(Decimal::ZERO),
            },
            Model::Now(read) => {
                let lever = self.frame().leaf(self.frame().cell_read(read, members));
                lever.and_then(Leaf::neutral).map_or(Expression::Number(Decimal::ZERO), |leaf| self.input(leaf))
            }
            Model::Given(read, otherwise) => self.given(self.frame().cell_read(read, members), print(otherwise)),
        }
    }

    /// The member at hand of a set of numbers; the year by the cell that holds it.
    fn member(&self, set: SetId, members: &Members) -> Expression {
        let is_time = self.frame().time == Some(set);
        match self.years.get(usize::from(members.of(set))).filter(|_| is_time) {
            Some(cell) => Expression::cell(*cell, self.tab),
            None => Expression::Number(self.frame().number(set, members)),
        }
    }

    /// What is given where its cell holds a number, else what follows.
    fn given(&self, number: Number, otherwise: Expression) -> Expression {
        let leaf = self.frame().leaf(number);
        let is_always = leaf.is_some_and(|leaf| self.numbers.catalogue.default_of(leaf).is_some());
        match self.read(number) {
            Expression::Number(known) if self.frame().known(number).is_some() => Expression::Number(known),
            Expression::Number(_) => otherwise,
            own if is_always && !self.rows.contains_key(&number) => own,
            own => Expression::chosen(&format!("ISNUMBER({})", own.text()), own, &otherwise),
        }
    }

    /// All terms of a sum or product; one sum over the rows where they stand below each other.
    fn folded(&self, fold: &Fold, members: &Members) -> Expression {
        let at = |place| members.with(fold.set, place);
        if let Some(sum) = self.summed(fold, members) {
            return sum;
        }
        let (operator, neutral) =
            if fold.is_product { (Operator::Times, Decimal::ONE) } else { (Operator::Plus, Decimal::ZERO) };
        let term = |place| {
            let term = self.formula(&fold.of, &at(place));
            match self.frame().switch(fold.set, place) {
                Some(switch) => {
                    Expression::chosen(&format!("{}>0", self.read(switch).text()), term, &Expression::Number(neutral))
                }
                None => term,
            }
        };
        let terms = self.frame().folded_over(fold, members).map(term);
        terms.fold(Expression::Number(neutral), |all, term| Expression::combined(operator, all, term))
    }

    /// A sum of numbers that stand below each other.
    fn summed(&self, fold: &Fold, members: &Members) -> Option<Expression> {
        let Model::Read(read) = &fold.of else { return None };
        if self.frame().folded_over(fold, members).any(|place| self.frame().switch(fold.set, place).is_some()) {
            return None;
        }
        let numbers = self.frame().folded_over(fold, members).map(|place| {
            let number = self.frame().cell_read(read, &members.with(fold.set, place));
            self.rows.get(&number).copied().ok_or(number)
        });
        let (cells, others): (Vec<_>, Vec<_>) = numbers.partition(Result::is_ok);
        let nothing = |other: Result<_, Number>| other.is_err_and(|number| self.numbers.value(number).is_zero());
        let cells: Vec<Cell> = cells.into_iter().flatten().collect();
        let (first, last) = (cells.first()?, cells.last()?);
        let is_column = cells.len() > 1 && !fold.is_product && cells.windows(2).all(|pair| pair[0].is_above(pair[1]));
        let sum = format!("SUM({}:{})", first.seen_from(self.tab), last.seen_from(last.tab()));
        (is_column && others.into_iter().all(nothing)).then(|| Expression::function(sum))
    }

    fn test(&self, test: &Test, members: &Members) -> String {
        let text = |formula| self.formula(formula, members).text();
        match test {
            Test::Above(left, right) => format!("{}>{}", text(left), text(right)),
            Test::AtLeast(left, right) => format!("{}>={}", text(left), text(right)),
            Test::Moved(read) => {
                let lever = self.frame().leaf(self.frame().cell_read(read, members));
                lever.map_or_else(String::new, |lever| self.moved(lever))
            }
            Test::AnyMoved(set) => self.any_moved(self.numbers.catalogue.levers_at(members.of(*set))),
        }
    }

    /// Holds where one of these levers is not where it stands today.
    pub fn any_moved(&self, levers: impl Iterator<Item = Leaf>) -> String {
        format!("OR({})", levers.map(|lever| self.moved(lever)).collect::<Vec<_>>().join(","))
    }

    fn moved(&self, lever: Leaf) -> String {
        let now = lever.neutral().map_or(Expression::Number(Decimal::ZERO), |now| self.input(now));
        format!("{}<>{}", self.input(lever).text(), now.text())
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
