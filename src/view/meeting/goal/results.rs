//! What a search found: proposals side by side, or what stands in the way.

use std::rc::Rc;

use yew::prelude::*;

use super::found::{Found, Proposal, levers_moved};
use super::proposal::{self, Card};
use super::verdict;
use crate::analysis::goal::Outcome;
use crate::model::catalogue::Catalogue;
use crate::model::plan::Plan;
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
        Ok(Outcome::OutOfReach(out)) => verdict::limits(&found.target, out, catalogue),
        _ => Vec::new(),
    };
    let card = |(at, one): (usize, &Rc<Proposal>)| {
        let taken = levers_moved(catalogue, plan, &one.plan).is_empty();
        still(at, Card { found: found.clone(), at, taken }, proposal::draw)
    };
    html! {
        <div class="goal__results">
            if found.outcome.is_ok() { <p class="lever__help">{ as_set(catalogue, plan) }</p> }
            if !limits.is_empty() {
                <ul class="goal__limits">{ for limits.into_iter().map(|limit| html! { <li>{ limit }</li> }) }</ul>
            }
            <div class="goal__cards">{ for found.proposals.iter().enumerate().map(card) }</div>
        </div>
    }
}

/// What the answers count on, which the runs do not.
fn as_set(catalogue: &Catalogue, plan: &Plan) -> String {
    format!(
        "Dit rekent met de realisatie zoals ingesteld: {}. In hoeveel doorrekeningen het doel wordt gehaald, staat na het \
         overnemen onder het doel.",
        words::realisation_in_words(catalogue, plan)
    )
}
