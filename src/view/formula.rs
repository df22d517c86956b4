//! Formulas as a reader sees them: in words, and with the numbers filled in.

use rust_decimal::Decimal;

use super::{format, words};
use crate::model::bounds::Unit;
use crate::model::catalogue::Catalogue;
use crate::model::cell::Cell;
use crate::model::formula::{Formula, Name, Token};
use crate::model::frame::Shows;
use crate::model::id::Leaf;
use crate::model::id::Setting;
use crate::model::money::Money;

/// What a step is called, with its year.
pub fn step_in_year(step: Cell, catalogue: &Catalogue) -> String {
    let label = catalogue.label(step);
    let name = words::step(&label, catalogue);
    label.year.map_or_else(|| name.clone(), |year| format!("{name} ({})", year.number()))
}

/// The formula in words.
pub fn in_words(formula: &Formula, catalogue: &Catalogue) -> String {
    written(formula, |name, _| name_of(name, catalogue))
}

/// The formula with the numbers filled in.
pub fn in_numbers(formula: &Formula, catalogue: &Catalogue) -> String {
    written(formula, |name, value| match name {
        Name::Step(cell) => shown(value, catalogue.frame().quantity(cell.quantity).shows),
        Name::Leaf(leaf) => leaf_value(*leaf, value, catalogue),
    })
}

fn written(formula: &Formula, named: impl Fn(&Name, Decimal) -> String) -> String {
    let piece = |token: Token<'_>| match token {
        Token::Sign(sign) => sign.to_string(),
        Token::Constant(value) => format::ungrouped(value).replace('.', ","),
        Token::Named(name, value) => named(name, value),
    };
    formula.tokens().into_iter().map(piece).collect()
}

fn name_of(name: &Name, catalogue: &Catalogue) -> String {
    match name {
        Name::Step(step) => step_in_year(*step, catalogue),
        Name::Leaf(leaf) => words::leaf(*leaf, catalogue),
    }
}

/// The value of a figure or setting, with its unit.
pub fn leaf_value(leaf: Leaf, value: Decimal, catalogue: &Catalogue) -> String {
    let unit = match leaf {
        Leaf::Setting(setting) => catalogue.spec(setting).unit,
        Leaf::Neutral(id) => catalogue.lever(id).unit,
        Leaf::Tenth(id, _) => catalogue.figure(id).unit,
    };
    if matches!(leaf, Leaf::Setting(Setting::Figure(_))) && unit == Unit::Fraction {
        return format::plain(value);
    }
    format::value(value, unit)
}

/// The value of a step.
pub fn shown(value: Decimal, shows: Shows) -> String {
    match shows {
        Shows::Money => format::euros(Money::from_euros(value)),
        Shows::Share => format::percent(value, 2),
        Shows::Index => format::number(value, 4),
        Shows::Count | Shows::Fte | Shows::Switch => format::short(value, 1),
    }
}
