//! One plan that can be taken over: what it comes to in both outlooks, how far it goes, whom it limits, what it moves, and the
//! way back.

use yew::prelude::*;

use super::found::{Amount, Found, Proposal, Worth};
use super::levers::{levers_moved, take};
use super::{people, verdict};
use crate::analysis::draws::COUNT;
use crate::analysis::outlook::Outlook;
use crate::analysis::range::rounded;
use crate::model::catalogue::Catalogue;
use crate::scenario::outlook;
use crate::view::copy::CopyLink;
use crate::view::desk::Desk;
use crate::view::same::Same;
use crate::view::{format, words};

/// One proposal.
#[derive(PartialEq)]
pub struct Card {
    pub found: Same<Found>,
    /// Its place among the proposals.
    pub at: usize,
    /// Whether the levers stand so now.
    pub taken: bool,
}

pub fn draw(desk: &Desk, card: &Card) -> Html {
    let (catalogue, found) = (&desk.catalogue, &card.found);
    let Some(proposal) = found.proposals.get(card.at) else { return html! {} };
    let (name, _) = verdict::kind(proposal.kind);
    let (word, far) = verdict::extremeness(proposal, found.scenario.plan(), catalogue);
    let id = format!("antwoord-{}", card.at);
    html! {
        <article class={classes!("answer", card.taken.then_some("answer--taken"))} aria-labelledby={id.clone()}>
            <h3 {id}>{ name }</h3>
            { table(found, proposal, catalogue) }
            <p class="answer__far"><b class="goal__mark">{ word }</b>{ " " }{ far }</p>
            <p>{ runs(found, proposal) }</p>
            { buttons(card, proposal, desk) }
            <p role="status" class="answer__taken">
                if card.taken { { "Overgenomen. Sluit dit venster om het op de pagina te zien." } }
            </p>
            { people::draw(&proposal.limited, catalogue) }
            { changes(found, proposal, catalogue) }
        </article>
    }
}

/// What it comes to: an outlook a row, that in which was sought in bold.
fn table(found: &Found, proposal: &Proposal, catalogue: &Catalogue) -> Html {
    let rows = Outlook::ALL.into_iter().filter(|row| *row == Outlook::Plan || outlook(catalogue).is_some());
    let head = |of: &Amount| html! { <th scope="col" key={of.of.post().id()}>{ verdict::column(of.of, &found.target, catalogue) }</th> };
    html! {
        <table class="answer__table">
            <thead>
                <tr><th scope="col"><span class="visually-hidden">{ "Uitgangspunt" }</span></th>{ for proposal.worth.plan.amounts.iter().map(head) }</tr>
            </thead>
            <tbody>{ for rows.map(|row| of_outlook(row, found, proposal, catalogue)) }</tbody>
        </table>
    }
}

fn of_outlook(row: Outlook, found: &Found, proposal: &Proposal, catalogue: &Catalogue) -> Html {
    let title = match words::no_difference(catalogue, &proposal.plan) {
        Some(_) if row == Outlook::Record => words::AS_EARLIER,
        _ => words::outlook_title(row, catalogue, &proposal.plan),
    };
    let Worth { amounts, .. } = proposal.worth.of(row);
    html! {
        <tr key={row.id()} class={classes!((row == found.outlook).then_some("answer__sought"))}>
            <th scope="row">{ title }</th>
            { for amounts.iter().map(|of| amount(of, row, proposal)) }
        </tr>
    }
}

/// An exact amount above its range, for people and for other programs.
fn amount(of: &Amount, row: Outlook, proposal: &Proposal) -> Html {
    let number = |end: &'static str, value, text: String| {
        html! {
            <data data-answer={key(proposal)} data-answer-outlook={row.id()} data-answer-of={of.of.post().id()} data-answer-end={end} value={format::cents(value)}>{ text }</data>
        }
    };
    let end = |end, value| number(end, rounded(value), format::tenths(rounded(value)));
    let aside = words::aside(&of.band, of.of, of.exact);
    html! {
        <td key={of.of.post().id()}>
            { number("exact", of.exact, format::millions(of.exact)) }
            <small class="answer__range">{ "meestal " }{ end("p10", of.band.low) }{ " – " }{ end("p90", of.band.high) }</small>
            if let Some(aside) = aside { <small>{ aside }</small> }
        </td>
    }
}

/// In how many runs it meets the target.
fn runs(found: &Found, proposal: &Proposal) -> String {
    let share = proposal.worth.of(found.outlook).share;
    format!("Haalt het doel in {}.", verdict::share(share, &format::number(COUNT.into(), 0)))
}

/// Its stable name for tests and other programs.
fn key(proposal: &Proposal) -> String {
    proposal.kind.map_or_else(|| "Closest".to_string(), |kind| format!("{kind:?}"))
}

/// The levers that move, each from where and to where, and how they were chosen.
fn changes(found: &Found, proposal: &Proposal, catalogue: &Catalogue) -> Html {
    let moved = levers_moved(catalogue, found.scenario.plan(), &proposal.plan);
    let (_, how) = verdict::kind(proposal.kind);
    let count = format!("{} {}", moved.len(), if moved.len() == 1 { "knop" } else { "knoppen" });
    html! {
        <details open=true>
            <summary>{ format!("Wat verandert ({count})") }</summary>
            <ul class="answer__changes">
                { for moved.into_iter().map(|(lever, from, to)| html! {
                    <li key={lever.key.clone()}>
                        <b>{ verdict::short(lever) }</b>{ " " }{ verdict::from_to(lever, from, to) }
                        <small>{ words::position(lever, to) }</small>
                    </li>
                }) }
            </ul>
            <p class="goal__note">{ how }</p>
        </details>
    }
}

/// Takes the proposal over, or puts the levers back; and its link.
fn buttons(card: &Card, proposal: &Proposal, desk: &Desk) -> Html {
    let edit = {
        let to = if card.taken { card.found.scenario.plan() } else { &proposal.plan };
        take(to, &desk.catalogue)
    };
    let onclick = {
        let desk = desk.clone();
        Callback::from(move |_: MouseEvent| desk.edit(edit.clone()))
    };
    html! {
        <div class="answer__buttons">
            // One button that says what it does: the focus stays on it.
            <button type="button" class="utrecht-button utrecht-button--primary-action" {onclick}>
                { if card.taken { "Terug naar hoe het was" } else { "Neem dit over" } }
            </button>
            <CopyLink label="Kopieer link" link={proposal.link.clone()} />
        </div>
    }
}
