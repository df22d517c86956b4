//! What matters, in one or two sentences.

use yew::prelude::*;

use super::use_session;
use crate::model::basis::{basis, dependencies, divide, share};
use crate::model::id::{AssumptionId, Measure, Setting};
use crate::model::inputs::measures;
use crate::model::money::Money;
use crate::model::projection::{Figure, YearResult};
use crate::model::source::Status;
use crate::model::year::Year;
use crate::view::desk::{Desk, Topic, use_desk};
use crate::view::session::Session;
use crate::view::{format, output, words};

/// What each measure rests on, for the present plan.
#[hook]
pub fn use_bases() -> [Status; Measure::COUNT] {
    let session = use_session();
    // Only a fixed price index changes which figures a measure uses.
    let fixed_price = session.scenario.plan().own(Setting::Assumption(AssumptionId::PrijsVast)).is_some();
    let leaves = use_memo(fixed_price, |_| dependencies(&session.catalogue, session.scenario.plan()));
    measures(|measure| basis(&leaves[measure.index()], &session.catalogue, session.scenario.plan()))
}

/// Net effect, remaining deficit, and what the saving rests on.
#[component]
pub fn Headline() -> Html {
    let session = use_session();
    let desk = use_desk();
    let bases = use_bases();
    let last = &session.projection[Year::LAST];
    html! {
        <section class="headline" aria-label="In het kort">
            <p class="headline__net">{ net(&session, &desk) }</p>
            <p class="headline__deficit">{ deficit(&session, &desk) }</p>
            <p class="headline__basis">{ rests_on(last, &divide(last, &bases), &desk) }</p>
        </section>
    }
}

/// A number in a sentence that opens its explanation.
fn explained(session: &Session, desk: &Desk, figure: Figure, text: fn(Money) -> String) -> Html {
    let explain = desk.explain.clone();
    let onclick = Callback::from(move |_: MouseEvent| explain.emit(Topic::Total(figure, Year::LAST)));
    let title = format!("{}: hoe is dit berekend?", figure.name());
    html! {
        <button type="button" class="number" {onclick} {title}>
            { output::total(&session.projection, figure, Year::LAST, text) }
        </button>
    }
}

fn net(session: &Session, desk: &Desk) -> Html {
    let last = &session.projection[Year::LAST];
    let less = last.total(Figure::Savings) - last.total(Figure::Costs);
    let more = less < Money::zero();
    let amount = if more { Money::zero() - less } else { less };
    html! {
        <>
            { "In 2025 " }<strong>{ format::millions(amount) }</strong>
            <strong>{ if more { " meer kosten" } else { " minder kosten" } }</strong>
            { " dan zonder maatregelen: " }{ explained(session, desk, Figure::Savings, format::millions) }
            { " besparing, " }{ explained(session, desk, Figure::Costs, format::millions) }{ " kosten van de maatregelen." }
        </>
    }
}

fn deficit(session: &Session, desk: &Desk) -> Html {
    let last = &session.projection[Year::LAST];
    let short = last.total(Figure::Deficit) > Money::zero();
    html! {
        <>
            { if short { "Er blijft een tekort van " } else { "Er is geen tekort; het verschil is " } }
            <strong>{ explained(session, desk, Figure::Deficit, format::millions) }</strong>
            { " " }{ words::budget(session.scenario.plan()) }
            { " (" }{ explained(session, desk, Figure::Budget, format::millions) }
            { "), niet tegen de begrotingen die later zijn vastgesteld." }
        </>
    }
}

fn rests_on(last: &YearResult, parts: &[Money; Status::ALL.len()], desk: &Desk) -> Html {
    let explain = desk.explain.clone();
    let onclick = Callback::from(move |_: MouseEvent| explain.emit(Topic::Basis));
    if last.total(Figure::Savings) <= Money::zero() {
        return html! { "Er is in 2025 geen besparing om naar herkomst te verdelen." };
    }
    let part = |(status, amount): (Status, &Money)| {
        let share = share(*amount, last).unwrap_or_default();
        html! {
            <span class="headline__part" data-basis={status.word()}>
                { format!("{} {}", status.word(), format::percent(share, 0)) }
                <span class="headline__amount">{ format!(" ({})", format::millions(*amount)) }</span>
            </span>
        }
    };
    html! {
        <>
            { "Waar de besparing op rust: " }{ for Status::ALL.into_iter().zip(parts).map(part) }
            { " " }<button type="button" class="utrecht-link utrecht-link--html-a as-link" {onclick}>{ "Welke maatregelen?" }</button>
        </>
    }
}

/// The deficit of 2025 and its difference, in sight on small screens while levers move.
#[component]
pub fn ThinBar() -> Html {
    let session = use_session();
    let last = &session.projection[Year::LAST];
    let less = last.total(Figure::Savings) - last.total(Figure::Costs);
    html! {
        <div class="thin-bar" aria-hidden="true">
            <span>{ "Tekort 2025 " }<strong>{ format::millions(last.total(Figure::Deficit)) }</strong></span>
            <span>{ format!("{} door de maatregelen", format::millions(Money::zero() - less)) }</span>
        </div>
    }
}
