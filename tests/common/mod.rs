//! What more than one test needs.

use ombuigen::model::exact::quotient;
use ombuigen::model::formula::{Formula, Operator};
use rust_decimal::{Decimal, MathematicalOps};

/// What a formula comes to with the numbers that stand in it, apart from the code that made it.
pub fn evaluate(formula: &Formula) -> Decimal {
    match formula {
        Formula::Constant(value) | Formula::Named(_, value) => *value,
        Formula::Binary(operator, left, right) => {
            let (left, right) = (evaluate(left), evaluate(right));
            match operator {
                Operator::Plus => left + right,
                Operator::Minus => left - right,
                Operator::Times => left * right,
                Operator::Over => quotient(left, right),
                Operator::Power => left.powd(right),
                Operator::Least => Ord::min(left, right),
                Operator::Most => Ord::max(left, right),
            }
        }
    }
}
