//! What the slides say and show, in the outlook that the page shows.

use yew::prelude::*;

use super::choices;
use super::figure::{Beside, figure, mostly, named};
use super::seen::Seen;
use super::setback;
use super::what_if;
use super::yields;
use crate::model::money::Money;
use crate::model::projection::{Post, Total};
use crate::view::meeting::moment::today;
use crate::view::session::Session;
use crate::view::{format, output, words};

/// A slide.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Slide {
    /// What the talk is about.
    Title,
    /// The deficit per year.
    Stand,
    /// What each measure yields.
    Yields,
    /// What if it disappoints.
    Setback,
    /// What is chosen, on so many slides from 0.
    Choices(usize),
    /// What if something else is chosen.
    WhatIf,
}

impl Slide {
    /// All of a session, in order.
    pub fn all(session: &Session) -> Vec<Self> {
        let choices = (0..choices::pages(session)).map(Self::Choices);
        [Self::Title, Self::Stand, Self::Yields, Self::Setback]
            .into_iter()
            .chain(choices)
            .chain([Self::WhatIf])
            .collect()
    }

    /// What it is called where it is not shown.
    pub fn name(self) -> &'static str {
        match self {
            Self::Title => "titel",
            Self::Stand => "waar staan we?",
            Self::Yields => "wat levert elke maatregel op?",
            Self::Setback => "wat als het tegenvalt?",
            Self::Choices(_) => "wat kiezen we?",
            Self::WhatIf => "wat als?",
        }
    }

    /// What it says and shows.
    pub fn draw(self, seen: &Seen<'_>) -> Html {
        match self {
            Self::Title => title(seen.session),
            Self::Stand => stand(seen),
            Self::Yields => yields::draw(seen.session),
            Self::Setback => setback::draw(seen),
            Self::Choices(page) => choices::draw(seen.session, page),
            Self::WhatIf => what_if::draw(seen),
        }
    }
}

/// The scenario, the municipality, the day, and the question.
fn title(session: &Session) -> Html {
    let (catalogue, year) = (&session.catalogue, session.projection.last_year().number());
    let pack = catalogue.pack();
    html! {
        <div class="title">
            <p class="title__about">{ pack.heading() }</p>
            <h1 tabindex="-1">{ session.scenario.name(catalogue) }</h1>
            <p>{ format!("Wat doet dit met het tekort op de {} in {year}?", pack.subject) }</p>
            <p class="title__day">{ format!("{} · cijfers {}, gezien vanuit {}", today(), catalogue.edition_in_words(), pack.seen_from) }</p>
        </div>
    }
}

/// The deficit of the last year, and how it comes to that.
fn stand(seen: &Seen<'_>) -> Html {
    let (session, last) = (seen.session, seen.session.shown().last());
    let year = session.projection.last_year().number().to_string();
    let of = |total: Total, text: String| {
        output::in_outlook(session.outlook(), Post::Total(total), &year, last.total(total), text)
    };
    let (name, deficit) = named(last.total(Total::Deficit));
    let kind = (last.total(Total::Deficit) < Money::zero()).then_some("is-surplus");
    let budget = session.catalogue.budget_in_words(session.scenario.plan());
    let title = words::outlook_title(session.outlook(), &session.catalogue, session.scenario.plan());
    let range = mostly(seen, session.outlook()).map(|range| format!(" {title}: {range}."));
    html! {
        <>
            <h1 tabindex="-1">{ format!("In {year} is het {name} ") }<span class={classes!("amount", kind)}>{ of(Total::Deficit, deficit) }</span></h1>
            { figure(seen, Beside::Range) }
            <p class="note">{ "De begroting is " }{ of(Total::Budget, format::millions(last.total(Total::Budget))) }{ format!(" en staat {budget}.{}", range.unwrap_or_default()) }</p>
        </>
    }
}
