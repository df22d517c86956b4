//! What an explanation says in words, in edition 2019.1.

use ombuigen::model::formula::{Formula, Name, Token};
use ombuigen::model::plan::Plan;
use ombuigen::scenario::names::{leaf, step};

use super::plans::*;

/// The words of the steps that explain a saving of the last year, by what they are called.
fn told(plan: &Plan, number: u8) -> Vec<(String, String)> {
    let sheet = sheet(plan);
    let measure = CATALOGUE.measure_numbered(number).expect("a measure");
    let place = sheet.program().results().projection.last().measure(measure).saving;
    let name = |cell| step(&CATALOGUE.label(cell), &CATALOGUE);
    let words = |formula: &Formula| {
        let word = |token: Token<'_>| match token {
            Token::Sign(sign) => sign.to_string(),
            Token::Constant(value) => value.normalize().to_string(),
            Token::Named(Name::Step(cell), _) => name(*cell),
            Token::Named(Name::Leaf(of), _) => leaf(*of, &CATALOGUE),
        };
        formula.tokens().into_iter().map(word).collect::<String>()
    };
    let steps = sheet.explain(place, CATALOGUE.frame()).steps;
    steps.iter().map(|step| (name(step.cell), words(&step.formula))).collect()
}

#[test]
fn an_explanation_says_what_counts_and_no_more() {
    let opening = CATALOGUE.scenarios()[0].plan.clone();
    let of = |steps: &[(String, String)], name: &str| {
        steps.iter().find(|(step, _)| step == name).map(|(_, words)| words.clone())
    };
    let tariffs = told(&opening, 14);
    // A limit that is not reached is silent, and so is a 1 that changes nothing.
    let phase_in = of(
        &told(&with(&opening, CATALOGUE.setting("ramp.14").expect("a setting"), 10.into()), 14),
        "ingroei door PGB-tarieven",
    )
    .expect("a step");
    assert!(!phase_in.contains("kleinste") && !phase_in.contains("grootste"), "{phase_in}");
    // Reached, it is told.
    let full = of(&tariffs, "ingroei door PGB-tarieven").expect("a step");
    assert!(full.starts_with("de kleinste van (") && full.ends_with("; 1)"), "{full}");
    // What other measures take away is named, not told.
    let poh = told(&opening, 9);
    let beside = of(&poh, "deel dat overblijft naast de andere maatregelen, basis-GGZ").expect("a step");
    assert!(beside.contains("vermindering, basis-GGZ door Efficiënte toegang"), "{beside}");
    assert_eq!(of(&poh, "vermindering, basis-GGZ door Efficiënte toegang"), None);
    assert!(of(&poh, "vermindering, basis-GGZ door Kostenbewust handelen en uitstroom naar Wlz").is_some());
}
