//! Where the outcome comes from: what makes the deficit, what each measure yields, and what that rests on.

mod measures;

use yew::prelude::*;

use self::measures::draw_measures;
use crate::analysis::outlook::Outlook;
use crate::analysis::whole::TENTH;
use crate::chart::causes::{self, Step};
use crate::chart::percent;
use crate::chart::steady::Steady;
use crate::model::basis::{divide, share};
use crate::model::catalogue::Catalogue;
use crate::model::money::Money;
use crate::model::projection::{Detail, Post, Total, YearResult};
use crate::model::source::Status;
use crate::view::desk::{Desk, Topic};
use crate::view::panel::bases::use_bases;
use crate::view::panel::use_session;
use crate::view::session::Session;
use crate::view::still::still;
use crate::view::{format, words};

/// All three.
#[component]
pub fn OutcomeExplained() -> Html {
    let (session, bases) = (use_session(), use_bases());
    html! {
        <>
            { still("causes", session.clone(), draw_causes) }
            { still("measures", session.clone(), draw_measures) }
            { still("rests-on", (session, bases), |desk, (session, bases)| rests_on(session, desk, bases)) }
        </>
    }
}

/// Where the deficit of the last year comes from, in the outlook that is shown.
fn draw_causes(desk: &Desk, session: &Session) -> Html {
    let (result, year) = (session.shown().last(), session.projection.last_year());
    let looking = words::outlook_title(session.outlook(), &session.catalogue, session.scenario.plan());
    let drawn = causes::reach(result).map(Steady::over).and_then(|axis| causes::lay_out(result, TENTH, &axis));
    let explain = desk.explains_in(session.outlook(), Topic::Post(Post::Total(Total::Deficit), year));
    html! {
        <section class="causes">
            <h3>{ format!("Waar komt het tekort van {} vandaan?", year.number()) }</h3>
            { match drawn {
                None => html! { <p>{ format!("De cijfers van {} hebben deze verdeling niet.", session.edition.name()) }</p> },
                Some(drawn) => html! {
                    <>
                        <p class="sheet__lead">{ closing(result, &session.catalogue) }</p>
                        <div class="causes__plot">
                            <svg class="waterfall" aria-hidden="true">
                                { for drawn.steps.iter().zip(drawn.steps.iter().skip(1)).map(|(step, next)| connector(step, next)) }
                                { for drawn.steps.iter().map(bar) }
                                <line class="plot__zero" x1="0" x2="100%" y1={percent(drawn.zero)} y2={percent(drawn.zero)} />
                            </svg>
                        </div>
                        <dl class="causes__names">{ for drawn.steps.iter().map(|step| named(step, session)) }</dl>
                    </>
                },
            } }
            <p class="sheet__lead">
                { format!("{}; {looking}; in miljoenen euro. ", session.scenario.name(&session.catalogue)) }
                <button type="button" class="link" onclick={explain}>{ "Hoe is het tekort berekend?" }</button>
            </p>
        </section>
    }
}

/// What weighs most, and what part of the deficit the measures close.
fn closing(result: &YearResult, catalogue: &Catalogue) -> String {
    let name = |cause| words::uncapitalised(&catalogue.name_of(Post::Detail(cause)));
    let most = causes::weighs_most(result).map(|cause| format!("Het meest komt erbij {}. ", name(cause)));
    let closed = causes::closed(result).map(|part| {
        let zero = rust_decimal::Decimal::ZERO;
        match part {
            part if part > zero => format!("De maatregelen halen {} van het tekort weg.", format::percent(part, 0)),
            part if part < zero => format!("De maatregelen maken het tekort {} groter.", format::percent(-part, 0)),
            _ => "De maatregelen veranderen het tekort niet.".to_string(),
        }
    });
    [most, closed].into_iter().flatten().collect()
}

/// What a step is: where it starts or ends, the world for the worse or the better, or the measures.
fn kind(step: &Step) -> &'static str {
    match step.post {
        Post::Total(_) | Post::Detail(Detail::FromStart) => "whole",
        Post::Detail(Detail::FromMeasures) => "measures",
        _ if step.amount > Money::zero() => "worse",
        _ => "better",
    }
}

fn bar(step: &Step) -> Html {
    let shown = if kind(step) == "whole" { format::tenths(step.shown) } else { format::signed_tenths(step.shown) };
    html! {
        <>
            <rect class={format!("waterfall__bar waterfall__bar--{}", kind(step))} x={percent(step.x)} width={percent(step.width)} y={percent(step.y)} height={percent(step.height.max(0.5))} />
            <text class={format!("waterfall__number waterfall__number--{}", kind(step))} x={percent(step.x + step.width / 2.0)} y={percent(step.y)} dy="-.4em">{ shown }</text>
        </>
    }
}

fn connector(step: &Step, next: &Step) -> Html {
    html! { <line class="waterfall__line" x1={percent(step.x)} x2={percent(next.x + next.width)} y1={percent(step.after)} y2={percent(step.after)} /> }
}

/// The name of a step, with its exact amount for who does not see the picture.
fn named(step: &Step, session: &Session) -> Html {
    let name = match step.post {
        Post::Detail(Detail::FromStart) => format!("Tekort {}", session.projection.horizon().first().number()),
        cause @ Post::Detail(_) => session.catalogue.name_of(cause),
        _ => format!("Tekort {}", session.projection.last_year().number()),
    };
    html! {
        <div key={step.post.id()} class={format!("causes__name causes__name--{}", kind(step))}>
            <dt>{ name }</dt>
            <dd class="visually-hidden">{ format::euros(step.amount) }</dd>
        </div>
    }
}

/// What the saving of the last year rests on, and which measures on what.
fn rests_on(session: &Session, desk: &Desk, bases: &[Status]) -> Html {
    let (last, year) = (session.projection.last(), session.projection.last_year());
    let heading = html! { <h3>{ format!("Waar de besparing van {} op rust", year.number()) }</h3> };
    if last.total(Total::Savings) <= Money::zero() {
        return html! { <section>{ heading }<p>{ "Er is geen besparing om naar herkomst te verdelen." }</p></section> };
    }
    let parts = divide(last, bases);
    let part = |(status, amount): (Status, &Money)| {
        let share = format::percent(share(*amount, last).unwrap_or_default(), 0);
        html! {
            <li key={status.word()}>
                { format!("{} {share} (", status.word()) }
                <data data-basis={status.word()} value={format::cents(*amount)}>{ format::millions(*amount) }</data>
                { ")" }
            </li>
        }
    };
    let present = Status::ALL.into_iter().zip(&parts).filter(|(_, amount)| **amount != Money::zero());
    let as_set = words::outlook_title(Outlook::Plan, &session.catalogue, session.scenario.plan());
    html! {
        <section>
            { heading }
            <p class="sheet__lead">{ format!("{as_set}. Een maatregel rust op het zwakste cijfer van zijn berekening. ") }
                <button type="button" class="link" onclick={desk.explains(Topic::Basis)}>{ "Welke maatregelen?" }</button>
            </p>
            <ul class="rests-on">{ for present.map(part) }</ul>
        </section>
    }
}
