//! How a number is made: its calculation step by step, and every figure it uses.

mod certain;
pub mod figures;
mod measure;
mod steps;

use yew::prelude::*;

use self::certain::RangeExplained;
use self::measure::Details;
use self::steps::{Calculation, Explained};
use crate::analysis::outlook::Outlook;
use crate::model::catalogue::{Catalogue, Measure};
use crate::model::projection::{Post, Total};
use crate::model::source::Status;
use crate::model::year::Year;
use crate::view::badge::badge;
use crate::view::desk::{Topic, use_desk};
use crate::view::panel::bases::use_bases;
use crate::view::panel::use_session;
use crate::view::session::Session;
use crate::view::{format, output, words};

/// What is explained.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Subject {
    /// Which number.
    pub topic: Topic,
    /// In which outlook.
    pub outlook: Outlook,
}

#[derive(Properties, PartialEq)]
pub struct ExplainProps {
    pub subject: Subject,
}

/// The explanation of one number.
#[component]
pub fn Explain(props: &ExplainProps) -> Html {
    let Subject { topic, outlook } = props.subject;
    match topic {
        Topic::Total(total, year) => {
            html! { <OfTotal key={format!("{}-{}", total.id(), year.number())} {total} {year} {outlook} /> }
        }
        Topic::Detail(detail, year) => html! {
            <Calculation key={format!("{}-{}", detail.id(), year.number())} subject={Explained::Detail(detail)} {year} {outlook} />
        },
        Topic::Measure(measure, year) => html! { <Details key={measure.index()} {measure} {year} {outlook} /> },
        Topic::Basis => html! { <Basis /> },
        Topic::Certain => html! { <RangeExplained /> },
    }
}

/// What an explanation is headed.
pub fn title(subject: Subject, session: &Session) -> String {
    let heading = heading(subject.topic, &session.catalogue);
    match subject.outlook {
        Outlook::Plan => heading,
        Outlook::Record => {
            format!("{heading} ({})", words::in_outlook(subject.outlook, &session.catalogue, session.scenario.plan()))
        }
    }
}

fn heading(topic: Topic, catalogue: &Catalogue) -> String {
    match topic {
        Topic::Measure(measure, _) => format!("{}: hoe is dit berekend?", words::measure(measure, catalogue)),
        Topic::Total(total, _) => format!("{}: hoe is dit berekend?", total.name()),
        Topic::Detail(detail, _) => format!("{}: hoe is dit berekend?", catalogue.name_of(Post::Detail(detail))),
        Topic::Basis => format!("Waarop rust de besparing van {}?", catalogue.horizon().last().number()),
        Topic::Certain => "Hoe zeker is dit?".to_string(),
    }
}

#[derive(Properties, PartialEq)]
struct OfTotalProps {
    total: Total,
    year: Year,
    outlook: Outlook,
}

#[component]
fn OfTotal(props: &OfTotalProps) -> Html {
    let session = use_session();
    let horizon = session.projection.horizon();
    let about_budget = matches!(props.total, Total::Deficit | Total::DeficitWithout | Total::Budget);
    html! {
        <>
            if about_budget {
                <p class="utrecht-paragraph">
                    { format!("Het tekort van {} staat {}. ", horizon.last().number(), session.catalogue.budget_in_words(session.scenario.plan())) }
                    if session.catalogue.entered_budget(session.scenario.plan()).is_none() {
                        { "Die begroting rekende al op een besparing uit het eerste plan. De begrotingen die de raad later vaststelde \
                           kunnen anders zijn; u kunt ze invullen bij de aannames." }
                    }
                </p>
            }
            <Calculation subject={Explained::Total(props.total)} year={props.year} outlook={props.outlook} />
        </>
    }
}

/// The measures by what they rest on.
#[component]
fn Basis() -> Html {
    let (session, desk) = (use_session(), use_desk());
    let bases = use_bases();
    let (last, year) = (session.projection.last(), session.projection.last_year());
    let of_status = |status: Status| {
        let of_status = |(text, basis): &(&Measure, &Status)| {
            **basis == status && !last.measure(text.measure).saving.euros().is_zero()
        };
        let measures = session.catalogue.measures().iter().zip(&*bases).filter(of_status);
        html! {
            <li key={status.word()}>
                <p>{ badge(status) }{ " " }{ meaning(status) }</p>
                <ul>{ for measures.map(|(text, _)| {
                    let saving = last.measure(text.measure).saving;
                    let onclick = desk.explains(Topic::Measure(text.measure, year));
                    html! { <li key={text.number}>
                        <button type="button" class="number number--row" {onclick}>{ words::measure(text.measure, &session.catalogue) }</button>
                        { ": " }{ output::of_measure(text, "savings", year, saving, format::euros(saving)) }
                    </li> }
                }) }</ul>
            </li>
        }
    };
    html! {
        <>
            <p class="utrecht-paragraph">
                { "Een maatregel rust op het zwakste cijfer van zijn berekening. Open bij de maatregel “Uitleg, berekening en bronnen” \
                   om ieder cijfer te zien." }
            </p>
            <ul class="bases">{ for Status::ALL.into_iter().map(of_status) }</ul>
        </>
    }
}

fn meaning(status: Status) -> &'static str {
    match status {
        Status::Bron => {
            "De cijfers achter het effect staan in een bron; de stand van de knop, de realisatie, het startjaar en de ingroei niet altijd."
        }
        Status::Afgeleid => "Berekend uit bronnen.",
        Status::Doel => "Minstens één cijfer is een doel of een verwachting.",
        Status::Onbekend => "Minstens één cijfer is onbekend.",
        Status::Aanname => "Minstens één cijfer is aangenomen.",
        Status::EigenInvoer => "Minstens één cijfer is door u ingevuld.",
    }
}
