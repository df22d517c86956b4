//! A formula with its numbers filled in, for people: how a result or a derived figure came about.

use std::ops::{Add, Sub};

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::cell::Cell;
use super::id::{FigureId, Leaf, Setting};
use super::program::Operation;

/// What a number in a formula is called.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Name {
    /// A figure or setting.
    Leaf(Leaf),
    /// A step that has a formula of its own.
    Step(Cell),
}

/// How two numbers are combined.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Operator {
    /// `a + b`
    Plus,
    /// `a − b`
    Minus,
    /// `a × b`
    Times,
    /// `a ÷ b`
    Over,
    /// `a ^ b`, in derivations only.
    Power,
    /// The smaller of the two.
    Least,
    /// The larger of the two.
    Most,
}

impl Operator {
    /// How tightly it binds; the functions need no parentheses around them.
    fn strength(self) -> u8 {
        match self {
            Self::Plus | Self::Minus => 1,
            Self::Times | Self::Over => 2,
            Self::Power => 3,
            Self::Least | Self::Most => 4,
        }
    }

    fn sign(self) -> &'static str {
        match self {
            Self::Plus => " + ",
            Self::Minus => " − ",
            Self::Times => " × ",
            Self::Over => " ÷ ",
            Self::Power => " ^ ",
            Self::Least | Self::Most => "; ",
        }
    }

    fn function(self) -> Option<&'static str> {
        match self {
            Self::Least => Some("de kleinste van ("),
            Self::Most => Some("de grootste van ("),
            _ => None,
        }
    }
}

impl From<Operation> for Operator {
    fn from(operation: Operation) -> Self {
        match operation {
            Operation::Plus => Self::Plus,
            Operation::Minus => Self::Minus,
            Operation::Times => Self::Times,
            Operation::Over => Self::Over,
            Operation::Least => Self::Least,
            Operation::Most => Self::Most,
        }
    }
}

/// A formula over named numbers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Formula {
    /// A number that stands in the formula itself.
    Constant(Decimal),
    /// A named number with its value.
    Named(Name, Decimal),
    /// Two formulas combined.
    Binary(Operator, Box<Formula>, Box<Formula>),
}

/// A piece of a formula as it is written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token<'f> {
    /// A sign or parenthesis.
    Sign(&'static str),
    /// A number that stands in the formula itself.
    Constant(Decimal),
    /// A named number with its value.
    Named(&'f Name, Decimal),
}

impl Formula {
    /// Two formulas combined.
    pub fn binary(operator: Operator, left: Formula, right: Formula) -> Self {
        Self::Binary(operator, Box::new(left), Box::new(right))
    }

    /// The formula as it is written, with the parentheses it needs.
    pub fn tokens(&self) -> Vec<Token<'_>> {
        let mut tokens = Vec::new();
        self.write(&mut tokens);
        tokens
    }

    /// The named numbers in it, in order.
    pub fn names(&self) -> Vec<&Name> {
        self.tokens()
            .into_iter()
            .filter_map(|token| match token {
                Token::Named(name, _) => Some(name),
                Token::Sign(_) | Token::Constant(_) => None,
            })
            .collect()
    }

    /// The figures in it, in order.
    pub fn figures(&self) -> impl Iterator<Item = FigureId> + '_ {
        self.names().into_iter().filter_map(|name| match name {
            Name::Leaf(Leaf::Setting(Setting::Figure(id))) => Some(*id),
            _ => None,
        })
    }

    /// What it comes to with these numbers for its constants and settings; none where it is more than pluses and minuses.
    pub fn sum<N: Add<Output = N> + Sub<Output = N>>(
        &self,
        constant: &impl Fn(Decimal) -> N,
        value: &impl Fn(Setting) -> Option<N>,
    ) -> Option<N> {
        match self {
            Self::Constant(number) => Some(constant(*number)),
            Self::Named(Name::Leaf(Leaf::Setting(setting)), _) => value(*setting),
            Self::Binary(Operator::Plus, left, right) => Some(left.sum(constant, value)? + right.sum(constant, value)?),
            Self::Binary(Operator::Minus, left, right) => {
                Some(left.sum(constant, value)? - right.sum(constant, value)?)
            }
            Self::Named(..) | Self::Binary(..) => None,
        }
    }

    fn write<'f>(&'f self, tokens: &mut Vec<Token<'f>>) {
        match self {
            Self::Constant(value) => tokens.push(Token::Constant(*value)),
            Self::Named(name, value) => tokens.push(Token::Named(name, *value)),
            Self::Binary(operator, left, right) => {
                tokens.extend(operator.function().map(Token::Sign));
                left.write_within(*operator, false, tokens);
                tokens.push(Token::Sign(operator.sign()));
                right.write_within(*operator, true, tokens);
                tokens.extend(operator.function().map(|_| Token::Sign(")")));
            }
        }
    }

    /// Right of a minus or division, equal strength needs parentheses as well.
    fn write_within<'f>(&'f self, outer: Operator, right: bool, tokens: &mut Vec<Token<'f>>) {
        let strict = right && matches!(outer, Operator::Minus | Operator::Over | Operator::Power);
        let loose = match self {
            Self::Binary(inner, ..) if outer.function().is_none() => {
                inner.strength() < outer.strength() || (strict && inner.strength() == outer.strength())
            }
            _ => false,
        };
        if loose {
            tokens.push(Token::Sign("("));
        }
        self.write(tokens);
        if loose {
            tokens.push(Token::Sign(")"));
        }
    }
}

/// How a figure follows from other figures.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Derivation {
    /// The formula, over figures of the catalogue.
    pub formula: Formula,
    /// To what the outcome was rounded: the figure lies within half of this.
    pub rounding: Decimal,
}
