//! Why a result is what it is: the amount, the sum that it is, and how far it may lie from that.

use yew::prelude::*;

use super::bar::{Between, bar};
use super::fold::{Of, own, sources, steps};
use super::steps::Explained;
use super::sum::sum;
use crate::analysis::outlook::Outlook;
use crate::analysis::range::{Band, Banded, Runs, rounded};
use crate::model::money::Money;
use crate::model::projection::{Post, Total};
use crate::model::year::Year;
use crate::view::meeting::drawn::draws;
use crate::view::panel::use_session;
use crate::view::session::Session;
use crate::view::{format, output, words};

#[derive(Properties, PartialEq)]
pub struct NumberProps {
    pub post: Post,
    pub year: Year,
    pub outlook: Outlook,
}

/// A result of a year in an outlook.
#[component]
pub fn Number(props: &NumberProps) -> Html {
    let (session, &NumberProps { post, year, outlook }) = (use_session(), props);
    let banded = Banded::ALL.into_iter().find(|banded| banded.post() == post);
    let band = use_memo((session.scenario.clone(), outlook, year, banded), |_| {
        banded.map(|banded| band(banded, year, outlook, &session))
    });
    let Some(amount) = post.of(&session.projection_in(outlook)[year]) else { return html! {} };
    let of = Of { subject: Explained::Post(post), year, outlook };
    html! {
        <div class="why">
            { head(post, year, outlook, amount, &session) }
            { for banded.zip(*band).map(|(banded, band)| reach(banded, &band, year, amount)) }
            { budget(post, &session) }
            { steps(of) }
            { sources(of, html! {}) }
            { own(of) }
        </div>
    }
}

/// The amount, and the sum that it is.
fn head(post: Post, year: Year, outlook: Outlook, amount: Money, session: &Session) -> Html {
    let (catalogue, sheet) = (&session.catalogue, session.sheet_in(outlook));
    let looking = words::in_outlook(outlook, catalogue, session.scenario.plan());
    let name = words::uncapitalised(&catalogue.name_of(post));
    let number = year.number().to_string();
    let shown = output::in_outlook(outlook, post, &number, amount, format::euro_tenths(amount));
    let made = post.of(&sheet.program().results().projection[year]).map(|at| sheet.sum(at, catalogue.frame()));
    html! {
        <>
            <p class="why__amount"><b>{ shown }</b>{ format!(" mln {name} in {number}, {looking}") }</p>
            { for made.filter(|made| !made.terms.is_empty()).map(|made| html! {
                <p class="why__sum" data-sum={amount.euros().to_string()}>{ sum(&made, catalogue) }{ " = " }<b>{ format::millions(amount) }</b>{ "." }</p>
            }) }
        </>
    }
}

/// The band of a result of a year, of the runs of an outlook.
fn band(banded: Banded, year: Year, outlook: Outlook, session: &Session) -> Band {
    let drawn = draws(&session.edition);
    let runs = Runs::of(&session.catalogue, &session.sheet, &drawn, outlook);
    runs.ranges().of(banded).years[year]
}

/// How far it may lie from that, in the runs of the same outlook.
fn reach(banded: Banded, band: &Band, year: Year, amount: Money) -> Html {
    let [low, high] = [band.low, band.high].map(rounded);
    let told = match banded {
        Banded::Deficit => words::in_runs(band, year),
        Banded::Savings | Banded::NetSaving => {
            format!("In 8 van de 10 doorrekeningen ligt dit {}", words::savings_range(band))
        }
    };
    let aside = words::aside(band, banded, amount).map(|aside| format!("; {aside}"));
    html! {
        <figure class="why__range">
            { bar(Between { low, value: amount, high, written: format::tenths }) }
            <figcaption>{ told }{ aside }{ "." }</figcaption>
        </figure>
    }
}

/// Of a result that a budget is in: which, and what is not known of it.
fn budget(post: Post, session: &Session) -> Html {
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let is_about = matches!(post, Post::Total(Total::Deficit | Total::DeficitWithout | Total::Budget));
    if !is_about {
        return html! {};
    }
    let open = "Die begroting rekende al op een besparing uit het eerste plan. De begrotingen die de raad later vaststelde kunnen \
                anders zijn; u kunt ze invullen bij de aannames.";
    html! {
        <>
            <p>{ format!("Het tekort staat {}.", catalogue.budget_in_words(plan)) }</p>
            if catalogue.entered_budget(plan).is_none() {
                <dl class="why__questions"><div><dt>{ "Wat weten we niet?" }</dt><dd>{ open }</dd></div></dl>
            }
        </>
    }
}
