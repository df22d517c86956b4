//! What matters, in one or two sentences.

use std::collections::BTreeSet;
use std::rc::Rc;

use rust_decimal::Decimal;
use yew::prelude::*;

use super::pair::Pair;
use super::use_session;
use crate::analysis::outlook::Outlook;
use crate::analysis::range::Banded;
use crate::model::basis::{basis, dependencies, divide, share};
use crate::model::id::{FigureId, Leaf, Setting};
use crate::model::money::Money;
use crate::model::projection::Total;
use crate::model::source::Status;
use crate::view::desk::{Desk, Topic, use_desk};
use crate::view::outlook::use_outlook;
use crate::view::session::{Origin, Session};
use crate::view::{format, output, words};

/// What each measure rests on, for the present plan.
#[hook]
pub fn use_bases() -> Rc<Vec<Status>> {
    let session = use_session();
    // Only what is set where it may be left open changes which figures a measure uses.
    let may_be_open = |setting: &Setting| session.catalogue.spec(*setting).default.is_none();
    let filled_in: Vec<Setting> =
        session.scenario.plan().differing().map(|(setting, _)| setting).filter(may_be_open).collect();
    let leaves = use_memo(filled_in.clone(), |_| dependencies(&session.catalogue, &session.sheet));
    let own: Vec<FigureId> = session.scenario.own_figures().collect();
    use_memo((filled_in, own), |_| bases(&leaves, &session))
}

/// What each measure rests on, where it depends on these.
fn bases(leaves: &[BTreeSet<Leaf>], session: &Session) -> Vec<Status> {
    leaves.iter().map(|leaves| basis(leaves, &session.catalogue, session.scenario.plan())).collect()
}

/// Both outlooks beside each other, net effect and remaining deficit as set, and what the saving rests on.
#[component]
pub fn Headline() -> Html {
    let session = use_session();
    let desk = use_desk();
    let bases = use_bases();
    let last = session.projection.last();
    html! {
        <section class="headline" aria-label="In het kort">
            <Pair />
            <p class="headline__net">{ net(&session, &desk) }</p>
            <p class="headline__deficit">{ deficit(&session, &desk) }</p>
            <Usually />
            <p class="headline__basis">{ rests_on(&session, &divide(last, &bases), &desk) }</p>
        </section>
    }
}

/// A total of the last year in a sentence, as its size; a click opens its explanation.
fn explained(session: &Session, desk: &Desk, total: Total, size: Money) -> Html {
    let year = session.projection.last_year();
    let onclick = desk.explains(Topic::Total(total, year));
    let title = format!("{}: hoe is dit berekend?", total.name());
    html! {
        <button type="button" class="number" {onclick} {title}>
            { output::total(&session.projection, total, year, format::millions(size)) }
        </button>
    }
}

fn net(session: &Session, desk: &Desk) -> Html {
    let (last, year) = (session.projection.last(), session.projection.last_year());
    let less = last.net_saving;
    let title = words::outlook_title(Outlook::Plan, &session.catalogue, session.scenario.plan());
    let more = less < Money::zero();
    let amount = if more { Money::zero() - less } else { less };
    let (saving, saved) = words::saving(last.total(Total::Savings));
    let costs = last.total(Total::Costs);
    let (_, spent) = words::cost(costs);
    html! {
        <>
            { format!("{title}: in {} ", year.number()) }
            <strong>
                <button type="button" class="number" onclick={desk.explains(Topic::Total(Total::Net, year))}>{ format::millions(amount) }</button>
                { if more { " meer kosten" } else { " minder kosten" } }
            </strong>
            { " dan zonder maatregelen: " }{ explained(session, desk, Total::Savings, saved) }{ format!(" {saving} en ") }
            { explained(session, desk, Total::Costs, spent) }
            { if costs < Money::zero() { " minder kosten van de maatregelen." } else { " kosten van de maatregelen." } }
        </>
    }
}

fn deficit(session: &Session, desk: &Desk) -> Html {
    let last = session.projection.last();
    let (name, size) = words::deficit(last.total(Total::Deficit));
    html! {
        <>
            { format!("Er blijft dan een {} van ", name.to_ascii_lowercase()) }
            <strong>{ explained(session, desk, Total::Deficit, size) }</strong>
            { " (begroting " }{ explained(session, desk, Total::Budget, last.total(Total::Budget)) }{ ") " }
            { session.catalogue.budget_in_words(session.scenario.plan()) }{ "." }
        </>
    }
}

/// What "usually" says of the ranges, and where more of it stands.
#[component]
fn Usually() -> Html {
    let onclick = use_callback((), |_: MouseEvent, ()| crate::view::focus::focus("#kop-belofte"));
    html! {
        <p class="headline__range">
            { "Meestal: in 8 van de 10 doorrekeningen met hetzelfde uitgangspunt. " }{ words::NO_CHANCE }{ " " }
            <button type="button" class="utrecht-link utrecht-link--html-a as-link" {onclick}>{ "Hoe zeker is dit?" }</button>
        </p>
    }
}

fn rests_on(session: &Session, parts: &[Money; Status::ALL.len()], desk: &Desk) -> Html {
    let last = session.projection.last();
    let onclick = desk.explains(Topic::Basis);
    if last.total(Total::Savings) <= Money::zero() {
        let year = session.projection.last_year().number();
        return format!("Er is in {year} geen besparing om naar herkomst te verdelen.").into();
    }
    let part = |(status, amount): (Status, &Money)| {
        let share = format::percent(share(*amount, last).unwrap_or_default(), 0);
        html! {
            <span class="headline__part">
                { format!(" · {} {share} (", status.word()) }
                <data data-basis={status.word()} value={format::cents(*amount)}>{ format::millions(*amount) }</data>
                { ")" }
            </span>
        }
    };
    let present = Status::ALL.into_iter().zip(parts).filter(|(_, amount)| **amount != Money::zero());
    html! {
        <>
            { "Waar de besparing op rust" }{ for present.map(part) }{ ". " }
            <button type="button" class="utrecht-link utrecht-link--html-a as-link" {onclick}>{ "Welke maatregelen?" }</button>
        </>
    }
}

/// The share of the saving in the outlook that is chosen that rests on assumptions; none where there is no saving.
pub fn assumed(session: &Session) -> Option<Decimal> {
    let leaves = dependencies(&session.catalogue, &session.sheet);
    let last = session.shown().last();
    let parts = Status::ALL.into_iter().zip(divide(last, &bases(&leaves, session)));
    share(parts.filter(|(status, _)| *status == Status::Aanname).map(|(_, part)| part).sum(), last)
}

/// Says the outcome of a change that settled, for screen readers.
#[component]
pub fn Announcement() -> Html {
    let session = use_session();
    let (name, size) = words::deficit(session.shown().last().total(Total::Deficit));
    let title = words::outlook_title(session.outlook(), &session.catalogue, session.scenario.plan());
    let settled = session.origin == Origin::Settled;
    html! {
        <p role="status" class="visually-hidden">
            if settled { { format!("{title}: {} in {} {}", name.to_ascii_lowercase(), session.projection.last_year().number(), format::millions(size)) } }
        </p>
    }
}

/// The deficit of the last year in the outlook that is chosen, its difference and its range, in sight on small screens while
/// levers move.
#[component]
pub fn ThinBar() -> Html {
    let (session, outlooks) = (use_session(), use_outlook());
    let (last, outlook) = (session.shown().last(), session.outlook());
    let (name, size) = words::deficit(last.total(Total::Deficit));
    html! {
        <div class="thin-bar" aria-hidden="true">
            <span>
                { words::looking(&session.catalogue, session.scenario.plan()) }
                { format!("{name} {} ", session.projection.last_year().number()) }<strong>{ format::millions(size) }</strong>
            </span>
            <span>{ words::lowered(last) }</span>
            if let Some(outlooks) = outlooks {
                <span>{ format!("8 van de 10: {}", words::ends(outlooks.of(outlook).of(Banded::Deficit).years.last())) }</span>
            }
        </div>
    }
}
