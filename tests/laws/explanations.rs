//! The explanation is a reading of the same calculation: same values, and every step can be redone.

use std::collections::BTreeMap;

use ombuigen::model::formula::{Name, Token};
use ombuigen::model::id::MeasureId;
use ombuigen::model::money::Money;
use ombuigen::model::project::project;
use ombuigen::model::projection::{MeasureResult, Total};
use ombuigen::model::trace::{Explanation, Tape, Term};
use ombuigen::model::year::Year;
use proptest::prelude::*;

use super::plans::*;

#[path = "../common/mod.rs"]
mod common;

proptest! {
    #![proptest_config(cases(50))]

    #[test]
    fn the_traced_reading_gives_the_same_values(plan in any_plan()) {
        let tape = Tape::default();
        let (exact, traced) = (project(&CATALOGUE, &plan), tape.project(&CATALOGUE, &plan));
        for year in Year::all() {
            for figure in Total::ALL {
                let traced = traced[year].total(figure).euros().value();
                prop_assert_eq!(traced, exact[year].total(figure).euros(), "{} in {}", figure.id(), year.number());
            }
            for measure in MeasureId::all() {
                let traced = amounts(traced[year].measure(measure)).map(|amount| amount.euros().value());
                let exact = amounts(exact[year].measure(measure)).map(Money::euros);
                prop_assert_eq!(traced, exact, "measure {} in {}", measure.number(), year.number());
            }
        }
    }

    #[test]
    fn explanations_come_to_what_they_explain(plan in any_plan(), year in a_year(), measure in a_measure()) {
        let tape = Tape::default();
        let projection = tape.project(&CATALOGUE, &plan);
        let totals = Total::ALL.map(|figure| projection[year].total(figure));
        for amount in totals.into_iter().chain(amounts(projection[year].measure(measure))) {
            let explanation = amount.explain();
            prop_assert!(begins_with(amount, &explanation), "the first step is the result");
            prop_assert_eq!(off_its_formula(&explanation), None);
            prop_assert_eq!(unexplained(&explanation, amount), None);
            prop_assert_eq!(repeated(&explanation), None);
        }
    }
}

fn amounts<N: Copy>(result: &MeasureResult<N>) -> [Money<N>; 5] {
    [result.alone, result.saving, result.cost, result.elsewhere, result.social]
}

/// Whether the first step is the amount itself. Only a 0 that nothing can change needs no step.
fn begins_with(amount: Money<Term<'_>>, explanation: &Explanation) -> bool {
    let value = amount.euros().value();
    match explanation.steps.first() {
        Some(first) => first.value == value,
        None => value.is_zero() && amount.euros().leaves().is_empty(),
    }
}

/// A step whose formula does not come to its value.
fn off_its_formula(explanation: &Explanation) -> Option<String> {
    let off = explanation.steps.iter().find(|step| common::evaluate(&step.formula) != step.value);
    off.map(|step| format!("{:?} is {}, not {}", step.label, step.value, common::evaluate(&step.formula)))
}

/// A named number in a formula that the explanation leaves unexplained, or explains with another value.
fn unexplained(explanation: &Explanation, amount: Money<Term<'_>>) -> Option<String> {
    let all = amount.euros().leaves();
    let leaves: BTreeMap<_, _> = explanation.leaves.iter().copied().collect();
    let known = |name: &Name, value| match name {
        Name::Leaf(leaf) => leaves.get(leaf) == Some(&value) && all.contains(leaf),
        Name::Step(label) => explanation.steps.iter().any(|step| step.label == *label && step.value == value),
    };
    explanation.steps.iter().flat_map(|step| step.formula.tokens()).find_map(|token| match token {
        Token::Named(name, value) if !known(name, value) => Some(format!("{name:?} = {value}")),
        _ => None,
    })
}

/// A step that stands there twice.
fn repeated(explanation: &Explanation) -> Option<String> {
    let mut earlier = explanation.steps.iter().enumerate();
    let twice = earlier.find(|(at, step)| explanation.steps[..*at].iter().any(|other| other.label == step.label));
    twice.map(|(_, step)| format!("{:?}", step.label))
}
