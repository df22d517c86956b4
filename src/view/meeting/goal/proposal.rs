//! One plan that can be taken over: what it comes to, what it moves, and the way back.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::found::{Found, Proposal, levers_moved, take};
use super::verdict;
use crate::model::catalogue::{Catalogue, Lever};
use crate::model::money::Money;
use crate::model::sheet::Sheet;
use crate::view::copy::CopyLink;
use crate::view::desk::Desk;
use crate::view::same::Same;
use crate::view::{format, words};

/// Up to so many measures, what changes is in sight also on a small screen.
const FEW: usize = 4;

/// From this width of the window, in pixels, proposals stand side by side.
const SIDE_BY_SIDE: f64 = 768.0;

/// A lever that moves: from where, and where to.
type Change<'c> = (&'c Lever, Decimal, Decimal);

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
    let changes = levers_moved(catalogue, found.scenario.plan(), &proposal.plan);
    let sheet = desk.sheet(&proposal.plan);
    let (name, how) = verdict::kind(proposal.kind);
    let id = format!("antwoord-{}", card.at);
    html! {
        <article class={classes!("measure", "answer", card.taken.then_some("measure--moved"))} aria-labelledby={id.clone()}>
            <h3 class="measure__name" {id}>{ name }</h3>
            <p class="lever__help">{ how }</p>
            { comes_to(found, proposal, &changes) }
            { buttons(card, proposal, desk) }
            <p class="lever__help" role="status">
                if card.taken { { "Overgenomen. Sluit dit venster om het op de pagina te zien." } }
            </p>
            <details open={by_measure(&changes).len() <= FEW || is_wide()}>
                <summary>{ format!("Wat er verandert ({})", count(changes.len(), "knop", "knoppen")) }</summary>
                <ul class="answer__changes">{ for by_measure(&changes).into_iter().map(|own| of_measure(own, &sheet, catalogue)) }</ul>
            </details>
        </article>
    }
}

/// Whether proposals stand side by side, so that long lists do not stand in each other's way.
fn is_wide() -> bool {
    let width = gloo::utils::window().inner_width().ok().and_then(|width| width.as_f64());
    width.is_some_and(|width| width >= SIDE_BY_SIDE)
}

/// The amount of the target's year, and how far that is from the target.
fn comes_to(found: &Found, proposal: &Proposal, changes: &[Change]) -> Html {
    let (name, is) = verdict::value(&found.target, proposal.value);
    let miss = found.target.miss(proposal.value);
    let (against, off) =
        if miss > Money::zero() { ("Nog van het doel af", miss) } else { ("Beter dan het doel", Money::zero() - miss) };
    let measures = by_measure(changes).len();
    html! {
        <dl class="answer__outcome">
            <div>
                <dt>{ format!("{name} in {}", found.target.year.number()) }</dt>
                <dd><data data-answer={key(proposal)} value={format::cents(proposal.value)}>{ format::euros(is) }</data></dd>
            </div>
            <div><dt>{ against }</dt><dd>{ format::euros(off) }</dd></div>
            <div><dt>{ "Verandert" }</dt><dd>{ count(measures, "maatregel", "maatregelen") }{ ", " }{ count(changes.len(), "knop", "knoppen") }</dd></div>
        </dl>
    }
}

/// Its stable name for tests and other programs.
fn key(proposal: &Proposal) -> String {
    proposal.kind.map_or_else(|| "Closest".to_string(), |kind| format!("{kind:?}"))
}

fn count(number: usize, one: &str, more: &str) -> String {
    format!("{number} {}", if number == 1 { one } else { more })
}

/// The levers of one measure together; they stand in the order of the measures.
fn by_measure<'a, 'c>(changes: &'a [Change<'c>]) -> Vec<&'a [Change<'c>]> {
    changes.chunk_by(|a, b| a.0.measure == b.0.measure).collect()
}

/// The levers of a measure that move; where it then limits care, also whom it reaches.
fn of_measure(changes: &[Change], sheet: &Sheet, catalogue: &Catalogue) -> Html {
    let Some((lever, ..)) = changes.first() else { return html! {} };
    let measure = lever.measure;
    let limits_care = catalogue.measure(measure).limits_care;
    let limits = limits_care && changes.iter().any(|(lever, _, to)| *to != lever.neutral);
    let reached = limits.then(|| words::reach(measure, sheet, catalogue)).flatten();
    html! {
        <li key={measure.index()}>
            <p class="answer__measure">
                { words::measure(measure, catalogue) }
                if limits_care { { " " }<span class="goal__mark">{ "grens aan zorg" }</span> }
            </p>
            <ul>{ for changes.iter().map(|change| of_lever(*change)) }</ul>
            if let Some(reached) = reached { <p class="lever__help">{ reached }</p> }
        </li>
    }
}

fn of_lever((lever, from, to): Change) -> Html {
    let said = to == lever.neutral && lever.neutral_word.is_some();
    html! {
        <li key={lever.key.clone()} class="answer__change">
            { format!("{}: ", lever.label) }
            <span class="answer__positions">
                { at(lever, from) }
                <span aria-hidden="true">{ " → " }</span><span class="visually-hidden">{ " naar " }</span>
                <strong>{ at(lever, to) }</strong>
            </span>
            if !said { <span class="lever__help">{ format!(" {}", words::position(lever, to)) }</span> }
        </li>
    }
}

/// A position with its unit, or its word where it has one.
fn at(lever: &Lever, position: Decimal) -> String {
    match &lever.neutral_word {
        Some(word) if position == lever.neutral => word.clone(),
        _ => format::value(position, lever.unit),
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
