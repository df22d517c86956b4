//! What the promise of a scenario is worth: its range, what came of earlier plans, what matters most, how to reach a
//! target, and what really happened.

mod goal;
mod influence;
mod lookback;
mod range;
mod records;

use yew::prelude::*;

use super::use_fold;
use crate::view::desk::use_desk;

/// The section.
#[component]
pub fn Promise() -> Html {
    let year = use_desk().catalogue.horizon().last().number();
    html! {
        <section class="promise" aria-labelledby="kop-belofte">
            <h2 class="utrecht-heading-2" id="kop-belofte" tabindex="-1">{ "Wat is deze belofte waard?" }</h2>
            <Question title="Hoe zeker is dit?" note="de bandbreedte van 10.000 doorrekeningen" open={true}><range::RangeExplained /></Question>
            <Question title="Wat kwam er eerder van terecht?" note="bij eerdere plannen: wat gepland was en wat gelukt is"><records::Records /></Question>
            <Question title="Wat telt het meest?" note={format!("aannames en maatregelen, naar hun invloed op het tekort in {year}")}><influence::Influence /></Question>
            <Question title="Hoe halen we een doel?" note="een tekort of besparing kiezen, en zien welke knoppen daarvoor moeten"><goal::Goal /></Question>
            <Question title="Wat gebeurde er echt?" note="onze cijfers naast de rekening, achteraf"><lookback::LookBack /></Question>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct QuestionProps {
    title: AttrValue,
    /// What stands in it, in a few words.
    note: AttrValue,
    /// Whether it is open to begin with.
    #[prop_or_default]
    open: bool,
    children: Children,
}

/// A fold with one question; what answers it is only made while it is open.
#[component]
fn Question(props: &QuestionProps) -> Html {
    let (opened, ontoggle) = use_fold();
    html! {
        <details class="chapter" open={props.open} {ontoggle}>
            <summary class="chapter__title">
                <h3 class="utrecht-heading-3">{ &props.title }</h3>
                <span class="chapter__count">{ &props.note }</span>
            </summary>
            if opened { <div class="promise__answer">{ props.children.clone() }</div> }
        </details>
    }
}
