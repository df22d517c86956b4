//! All figures and all sources, to look up and to replace.

use yew::prelude::*;

use crate::model::catalogue::{Catalogue, Figure, Word};
use crate::model::source::Source;
use crate::view::desk::use_desk;
use crate::view::meeting::explain::figures::{FigureRow, source_title};
use crate::view::meeting::printed::Printed;
use crate::view::panel::{use_fold, use_session};
use crate::view::session::Session;
use crate::view::words;

/// The figures, the words and the register of sources, folded.
#[component]
pub fn Register() -> Html {
    let (catalogue, session) = (use_desk().catalogue, use_session());
    html! {
        <>
            <Own />
            <p class="utrecht-paragraph">{ catalogue.pack().about_sources.clone() }</p>
            { unknown(&session) }
            <Fold list={List::Figures} />
            <Fold list={List::Words} />
            <Fold list={List::Sources} />
            <Printed />
        </>
    }
}

/// What nobody knows: the effect of some measures, and what some cost.
fn unknown(session: &Session) -> Html {
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let of_unknown_effect = catalogue.measures().iter().filter(|measure| measure.is_unknown(plan));
    let names: Vec<String> = of_unknown_effect.map(|measure| words::measure(measure.measure, catalogue)).collect();
    let costs = words::unknown_costs(catalogue, session.projection.last_year(), plan);
    html! {
        <>
            if !names.is_empty() { <p class="utrecht-paragraph">{ format!("Van {} maatregelen kent niemand het effect: {}.", names.len(), names.join("; ")) }</p> }
            { for costs.map(|costs| html! { <p class="utrecht-paragraph">{ costs }</p> }) }
        </>
    }
}

/// How many figures the user replaced.
#[component]
fn Own() -> Html {
    let own = use_session().scenario.own_figures().count();
    html! { if own > 0 { <p class="utrecht-paragraph">{ format!("U verving {own} cijfer(s) door eigen invoer.") }</p> } }
}

/// What can be looked up.
#[derive(Clone, Copy, PartialEq)]
enum List {
    Figures,
    Words,
    Sources,
}

#[derive(Properties, PartialEq)]
struct FoldProps {
    list: List,
}

/// A list; only made while it is open.
#[component]
fn Fold(props: &FoldProps) -> Html {
    let catalogue = use_desk().catalogue;
    let (open, ontoggle) = use_fold();
    let (title, count) = match props.list {
        List::Figures => ("Alle cijfers", catalogue.figures().len()),
        List::Words => ("Woorden en afkortingen", catalogue.words().len()),
        List::Sources => ("Bronnen", catalogue.sources().len()),
    };
    html! {
        <details {ontoggle}>
            <summary>{ format!("{title} ({count})") }</summary>
            if open { { list(props.list, &catalogue) } }
        </details>
    }
}

fn list(list: List, catalogue: &Catalogue) -> Html {
    let figure = |figure: &Figure| html! { <FigureRow key={figure.key.clone()} id={figure.id} /> };
    let word =
        |word: &Word| html! { <div key={word.term.clone()}><dt>{ &word.term }</dt><dd>{ &word.meaning }</dd></div> };
    match list {
        List::Figures => html! { <ul class="figures">{ for catalogue.figures().iter().map(figure) }</ul> },
        List::Words => html! { <dl class="measure__text">{ for catalogue.words().iter().map(word) }</dl> },
        List::Sources => html! { <ul class="sources">{ for catalogue.sources().iter().map(source) }</ul> },
    }
}

fn source(source: &Source) -> Html {
    html! {
        <li key={source.id.clone()}>
            <strong>{ &source.id }</strong>{ " " }
            { source_title(source) }
            { format!(". {}, {}.", source.publisher, source.date) }
            if let Some(note) = &source.note { { " " }{ note } }
        </li>
    }
}
