//! What a search found: proposals side by side, or what stands in the way.

use std::rc::Rc;

use yew::prelude::*;

use super::found::{Found, Proposal};
use super::levers::levers_moved;
use super::proposal::{self, Card};
use super::verdict;
use crate::analysis::goal::Outcome;
use crate::view::panel::use_session;
use crate::view::same::Same;
use crate::view::still::still;
use crate::view::words;

#[derive(Properties, PartialEq)]
pub struct ResultsProps {
    pub found: Same<Found>,
}

/// What was found.
#[component]
pub fn Results(props: &ResultsProps) -> Html {
    let session = use_session();
    let (found, catalogue, plan) = (&props.found, &session.catalogue, session.scenario.plan());
    let limits = match &found.outcome {
        Outcome::OutOfReach(out) => verdict::limits(found, out, catalogue),
        _ => Vec::new(),
    };
    let card = |(at, one): (usize, &Rc<Proposal>)| {
        let taken = levers_moved(catalogue, plan, &one.plan).is_empty();
        still(at, Card { found: found.clone(), at, taken }, proposal::draw)
    };
    html! {
        <>
            if !limits.is_empty() {
                <ul class="goal__limits">{ for limits.into_iter().map(|limit| html! { <li>{ limit }</li> }) }</ul>
            }
            if !found.proposals.is_empty() {
                <div class="goal__cards">{ for found.proposals.iter().enumerate().map(card) }</div>
                <p class="goal__note">{ format!("“Meestal” betekent: in 8 van de 10 doorrekeningen. {}", words::NO_CHANCE) }</p>
            }
        </>
    }
}
