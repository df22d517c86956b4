//! A calculation with its numbers filled in, step by step, in euros.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::analysis::outlook::Outlook;
use crate::model::catalogue::Catalogue;
use crate::model::explain::{Explanation, Step};
use crate::model::id::{Leaf, MeasureId};
use crate::model::projection::{Post, Total};
use crate::model::sheet::Sheet;
use crate::model::year::Year;
use crate::view::desk::use_desk;
use crate::view::formula::{in_numbers, in_words, shown, step_in_year};
use crate::view::panel::use_session;

/// What is calculated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Explained {
    /// Saving and cost of a measure.
    Measure(MeasureId),
    /// A result.
    Post(Post),
}

#[derive(Properties, PartialEq)]
pub struct CalculationProps {
    pub subject: Explained,
    /// The year to begin with; the reader can choose another.
    pub year: Year,
    /// In which outlook.
    pub outlook: Outlook,
}

/// The steps of a calculation, for a year of choice.
#[component]
pub fn Calculation(props: &CalculationProps) -> Html {
    let session = use_session();
    let year = use_state_eq(|| props.year);
    let explanations = explain(session.sheet_in(props.outlook), &session.catalogue, props.subject, *year);
    html! {
        <div class="calculation">
            <YearChoice year={*year} choose={let year = year.clone(); Callback::from(move |chosen| year.set(chosen))} />
            { for explanations.iter().map(|explanation| steps(explanation, *year, &session.catalogue)) }
        </div>
    }
}

/// Every figure and setting that the steps of a year use, each once, with its value.
pub fn leaves(sheet: &Sheet, catalogue: &Catalogue, subject: Explained, year: Year) -> Vec<(Leaf, Decimal)> {
    let explanations = explain(sheet, catalogue, subject, year);
    let mut leaves: Vec<_> = explanations.into_iter().flat_map(|explanation| explanation.leaves).collect();
    let mut seen = std::collections::BTreeSet::new();
    leaves.retain(|(leaf, _)| seen.insert(*leaf));
    leaves
}

/// How the results of interest came about.
fn explain(sheet: &Sheet, catalogue: &Catalogue, subject: Explained, year: Year) -> Vec<Explanation> {
    let explain = |at| sheet.explain(at, catalogue.frame());
    let result = &sheet.program().results().projection[year];
    match subject {
        // The difference of two that have steps of their own.
        Explained::Post(Post::NetSaving) => {
            [Total::Savings, Total::Costs].map(|total| explain(result.total(total))).into()
        }
        Explained::Post(post) => post.of(result).into_iter().map(explain).collect(),
        Explained::Measure(measure) => {
            let result = result.measure(measure);
            let aside = [result.elsewhere, result.social].into_iter().filter(|at| !sheet.value(*at).is_zero());
            [result.saving, result.cost].into_iter().chain(aside).map(explain).collect()
        }
    }
}

#[derive(Properties, PartialEq)]
struct YearChoiceProps {
    year: Year,
    choose: Callback<Year>,
}

#[component]
fn YearChoice(props: &YearChoiceProps) -> Html {
    let horizon = use_desk().catalogue.horizon();
    let onchange = use_callback(props.choose.clone(), move |event: Event, choose| {
        let chosen = event.target_unchecked_into::<web_sys::HtmlSelectElement>().value();
        if let Some(year) = chosen.parse().ok().and_then(|number| horizon.year(number)) {
            choose.emit(year);
        }
    });
    let option = |year: Year| {
        let number = year.number().to_string();
        html! { <option key={number.clone()} value={number.clone()} selected={year == props.year}>{ number }</option> }
    };
    html! {
        <label class="utrecht-form-label calculation__year">
            { "De berekening voor " }
            <select class="utrecht-select utrecht-select--html-select" {onchange}>{ for horizon.years().map(option) }</select>
        </label>
    }
}

/// The result first; steps of earlier years and indices below, folded.
fn steps(explanation: &Explanation, year: Year, catalogue: &Catalogue) -> Html {
    let Some((first, rest)) = explanation.steps.split_first() else { return html! {} };
    let of_year = |step: &&Step| catalogue.label(step.cell).year.is_none_or(|of| of == year);
    let (now, earlier): (Vec<&Step>, Vec<&Step>) = rest.iter().partition(of_year);
    let list = |steps: &[&Step]| {
        let told = |(at, step): (usize, &&Step)| {
            // Slicing cannot fail: the place is of the list.
            let is_same = steps[..at].iter().any(|earlier| earlier.has_words_of(step));
            html! { <li>{ one(step, is_same, catalogue) }</li> }
        };
        html! { <ol class="steps">{ for steps.iter().enumerate().map(told) }</ol> }
    };
    html! {
        <div class="calculation__result">
            { one(first, false, catalogue) }
            if !now.is_empty() {
                <details open={now.len() <= 8}>
                    <summary>{ format!("De stappen ({})", now.len()) }</summary>
                    { list(&now) }
                </details>
            }
            if !earlier.is_empty() {
                <details>
                    <summary>{ format!("Stappen van eerdere jaren ({})", earlier.len()) }</summary>
                    { list(&earlier) }
                </details>
            }
        </div>
    }
}

/// A step; where one before it says the same, only that.
fn one(step: &Step, is_same: bool, catalogue: &Catalogue) -> Html {
    let words = if is_same { "net zo".to_string() } else { in_words(&step.formula, catalogue) };
    html! {
        <div class="step">
            <span class="step__name">{ step_in_year(step.cell, catalogue) }</span>
            <span class="step__words">{ words }</span>
            <span class="step__numbers">
                { "= " }{ in_numbers(&step.formula, catalogue) }{ " = " }<strong>{ shown(step.value, catalogue.label(step.cell).shows) }</strong>
            </span>
        </div>
    }
}
