//! A sum with its numbers filled in, in few words: what it is made of comes from the program, the names from the seeds.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::model::bounds::Unit;
use crate::model::catalogue::Catalogue;
use crate::model::cell::Cell;
use crate::model::formula::{Formula, Name, Operator, Token};
use crate::model::frame::Shows;
use crate::model::id::{Leaf, Setting};
use crate::model::money::Money;
use crate::model::sum::{Factor, Sum, Term};
use crate::view::format;
use crate::view::words;

/// From how many euros on an amount is told in millions; below it in three digits, which is all that the figures know.
const MILLIONS_FROM: i64 = 950_000;

/// A sum, each number with its exact value for other programs: `data-term`, in a `data-part`, or `data-common` to all parts.
pub fn sum(sum: &Sum, catalogue: &Catalogue) -> Html {
    let is_bracketed = !sum.common.is_empty();
    let part = |(at, term): (usize, &Term)| {
        let sign = match (at, term.is_less) {
            (0, false) => "",
            (0, true) => "−",
            (_, false) => " + ",
            (_, true) => " − ",
        };
        html! { <>{ sign }<span data-part={if term.is_less { "less" } else { "more" }}>{ product(&term.factors, term.count, catalogue) }</span></> }
    };
    html! {
        <>
            if is_bracketed { { "(" } }
            { for sum.terms.iter().enumerate().map(part) }
            if is_bracketed { { ") × " }<span data-common="">{ product(&sum.common, 1, catalogue) }</span> }
        </>
    }
}

fn product(factors: &[Factor], count: usize, catalogue: &Catalogue) -> Html {
    let one = |(at, factor): (usize, &Factor)| {
        let sign = match (at, factor.divides) {
            (0, false) => "",
            (0, true) => "1 ÷ ",
            (_, false) => " × ",
            (_, true) => " ÷ ",
        };
        let (number, name) = told(factor, count, catalogue);
        html! {
            <>
                { sign }
                <data data-term="" data-divides={factor.divides.then_some("")} value={factor.value.to_string()}>{ number }</data>
                if !name.is_empty() { { format!(" {name}") } }
            </>
        }
    };
    html! { <>{ for factors.iter().enumerate().map(one) }</> }
}

/// The number and the name of a factor. What has no name is told by what it is made of.
fn told(factor: &Factor, count: usize, catalogue: &Catalogue) -> (String, String) {
    match &factor.formula {
        Formula::Constant(value) => (format::plain(*value), String::new()),
        Formula::Named(Name::Step(cell), _) if count > 1 => {
            let shows = catalogue.frame().quantity(cell.quantity).shows;
            (shown(factor.value, shows), format!("{} ({count} bedragen)", of_quantity(*cell, catalogue)))
        }
        Formula::Named(name, value) => (written(name, *value, catalogue), called(name, catalogue)),
        // How far two of a kind lie apart.
        Formula::Binary(Operator::Minus, left, right) => match (&**left, &**right) {
            (Formula::Named(name, _), Formula::Named(..)) => {
                (written(name, factor.value, catalogue), called(name, catalogue))
            }
            _ => (bracketed(&factor.formula, catalogue), String::new()),
        },
        Formula::Binary(..) => (bracketed(&factor.formula, catalogue), String::new()),
    }
}

fn bracketed(formula: &Formula, catalogue: &Catalogue) -> String {
    let piece = |token: Token<'_>| match token {
        Token::Sign(sign) => sign.to_string(),
        Token::Constant(value) => format::plain(value),
        Token::Named(name, value) => {
            format!("{} {}", written(name, value, catalogue), called(name, catalogue)).trim_end().to_string()
        }
    };
    format!("({})", formula.tokens().into_iter().map(piece).collect::<String>())
}

/// What a number is called behind it: levers, and how they stand now, by nothing, since the sheet is about them.
fn called(name: &Name, catalogue: &Catalogue) -> String {
    match name {
        Name::Step(cell) => {
            let about = catalogue.label(*cell).about;
            [vec![of_quantity(*cell, catalogue)], about].concat().join(" ").trim().to_string()
        }
        Name::Leaf(Leaf::Setting(Setting::Lever(_)) | Leaf::Neutral(_)) => String::new(),
        Name::Leaf(leaf @ Leaf::Setting(Setting::Figure(id))) => {
            let brief = catalogue.figure(*id).brief.clone();
            brief.unwrap_or_else(|| words::uncapitalised(&words::leaf(*leaf, catalogue)))
        }
        // Of which kind of measures it is, goes without saying here.
        Name::Leaf(Leaf::Setting(Setting::Assumption(id))) if catalogue.assumption(*id).kind.is_some() => {
            "realisatie".to_string()
        }
        Name::Leaf(leaf) => words::uncapitalised(&words::leaf(*leaf, catalogue)),
    }
}

fn of_quantity(cell: Cell, catalogue: &Catalogue) -> &str {
    let quantity = catalogue.frame().quantity(cell.quantity);
    quantity.brief.as_deref().unwrap_or_else(|| catalogue.quantity_name(cell.quantity))
}

fn written(name: &Name, value: Decimal, catalogue: &Catalogue) -> String {
    let leaf = match name {
        Name::Step(cell) => return shown(value, catalogue.frame().quantity(cell.quantity).shows),
        Name::Leaf(leaf) => leaf,
    };
    let unit = match *leaf {
        Leaf::Setting(setting) => catalogue.spec(setting).unit,
        Leaf::Neutral(id) => catalogue.lever(id).unit,
        Leaf::Tenth(id, _) => catalogue.figure(id).unit,
    };
    match unit {
        Unit::Euro | Unit::EuroPerYear => money(value),
        Unit::Fraction => share(value),
        Unit::Percent | Unit::PercentPerYear | Unit::PercentOfPlan => share(value / Decimal::ONE_HUNDRED),
        _ => format::value(value, unit),
    }
}

fn shown(value: Decimal, shows: Shows) -> String {
    match shows {
        Shows::Money => money(value),
        Shows::Share => share(value),
        Shows::Index => format::number(value, 2),
        Shows::Count | Shows::Fte | Shows::Switch => format::short(value, 1),
    }
}

/// A share as a percentage with at most one decimal.
fn share(value: Decimal) -> String {
    format!("{}\u{a0}%", format::short(value * Decimal::ONE_HUNDRED, 1))
}

fn money(value: Decimal) -> String {
    if value.abs() >= MILLIONS_FROM.into() {
        return format::millions(Money::from_euros(value));
    }
    format::euros(Money::from_euros(value.round_sf(3).unwrap_or(value)))
}
