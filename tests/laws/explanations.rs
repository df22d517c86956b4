//! The explanation reads the same program as the results: every step can be redone.

use std::collections::BTreeMap;

use ombuigen::model::explain::Explanation;
use ombuigen::model::formula::{Name, Token};
use ombuigen::model::id::Leaf;
use ombuigen::model::program::Place;
use ombuigen::model::projection::MeasureResult;
use ombuigen::model::sheet::Sheet;
use proptest::prelude::*;

use super::plans::*;

#[path = "../common/mod.rs"]
mod common;

proptest! {
    #![proptest_config(cases(50))]

    #[test]
    fn explanations_come_to_what_they_explain(plan in any_plan(), year in a_year(), measure in a_measure()) {
        let sheet = sheet(&plan);
        let results = &sheet.program().results().projection[year];
        for place in results.totals.into_iter().chain(places(results.measure(measure))) {
            let explanation = sheet.explain(place, CATALOGUE.frame());
            prop_assert!(begins_with(&sheet, place, &explanation), "the first step is the result");
            prop_assert_eq!(off_its_formula(&explanation), None);
            prop_assert_eq!(unexplained(&explanation, &sheet.leaves([place])), None);
            prop_assert_eq!(repeated(&explanation), None);
        }
    }
}

fn places(result: &MeasureResult<Place>) -> [Place; 5] {
    [result.alone, result.saving, result.cost, result.elsewhere, result.social]
}

/// Whether the first step is the result itself. Only a 0 that nothing can change needs no step.
fn begins_with(sheet: &Sheet, place: Place, explanation: &Explanation) -> bool {
    match explanation.steps.first() {
        Some(first) => first.value == sheet.value(place),
        None => sheet.value(place).is_zero() && sheet.leaves([place]).is_empty(),
    }
}

/// A step whose formula does not come to its value.
fn off_its_formula(explanation: &Explanation) -> Option<String> {
    let off = explanation.steps.iter().find(|step| common::evaluate(&step.formula) != step.value);
    off.map(|step| format!("{:?} is {}, not {}", step.cell, step.value, common::evaluate(&step.formula)))
}

/// A named number in a formula that the explanation leaves unexplained, or explains with another value.
fn unexplained(explanation: &Explanation, all: &[Leaf]) -> Option<String> {
    let leaves: BTreeMap<_, _> = explanation.leaves.iter().copied().collect();
    let frame = CATALOGUE.frame();
    let measure = explanation.steps.first().and_then(|step| frame.measure_of(step.cell));
    // Of another measure a step is named, not told.
    let is_of_another = |cell| measure.is_some() && frame.measure_of(cell).is_some_and(|of| Some(of) != measure);
    let known = |name: &Name, value| match name {
        Name::Step(cell) if is_of_another(*cell) => true,
        Name::Leaf(leaf) => leaves.get(leaf) == Some(&value) && all.contains(leaf),
        Name::Step(cell) => explanation.steps.iter().any(|step| step.cell == *cell && step.value == value),
    };
    explanation.steps.iter().flat_map(|step| step.formula.tokens()).find_map(|token| match token {
        Token::Named(name, value) if !known(name, value) => Some(format!("{name:?} = {value}")),
        _ => None,
    })
}

/// A step that stands there twice.
fn repeated(explanation: &Explanation) -> Option<String> {
    let mut earlier = explanation.steps.iter().enumerate();
    let twice = earlier.find(|(at, step)| explanation.steps[..*at].iter().any(|other| other.cell == step.cell));
    twice.map(|(_, step)| format!("{:?}", step.cell))
}
