//! The explanation of a number, over the page.

use yew::prelude::*;

use super::headline::use_bases;
use super::steps::{Calculation, Explained};
use super::use_session;
use crate::analysis::outlook::Outlook;
use crate::model::catalogue::{Catalogue, Measure};
use crate::model::projection::{Post, Total};
use crate::model::source::Status;
use crate::model::year::Year;
use crate::view::badge::badge;
use crate::view::desk::{Topic, use_desk};
use crate::view::dialog::Dialog;
use crate::view::{format, output, words};

#[derive(Properties, PartialEq)]
pub struct ExplainerProps {
    pub topic: Topic,
    /// In which outlook.
    pub outlook: Outlook,
    pub close: Callback<()>,
}

/// A dialog that explains one number: how it was made and from which figures.
#[component]
pub fn Explainer(props: &ExplainerProps) -> Html {
    let (desk, session, outlook) = (use_desk(), use_session(), props.outlook);
    let mut heading = heading(props.topic, &desk.catalogue);
    if outlook == Outlook::Record {
        heading += &format!(" ({})", words::in_outlook(outlook, &desk.catalogue, session.scenario.plan()));
    }
    html! {
        <Dialog {heading} id="uitleg-kop" class="explainer" close={props.close.clone()}>
            { match props.topic {
                Topic::Total(total, year) => html! { <OfTotal key={format!("{}-{}", total.id(), year.number())} {total} {year} {outlook} /> },
                Topic::Detail(detail, year) => html! {
                    <Calculation key={format!("{}-{}", detail.id(), year.number())} subject={Explained::Detail(detail)} {year} {outlook} />
                },
                Topic::Measure(measure, year) => html! {
                    <Calculation key={format!("{}-{}", measure.index(), year.number())} subject={Explained::Measure(measure)} {year} {outlook} />
                },
                Topic::Basis => html! { <Basis /> },
            } }
        </Dialog>
    }
}

fn heading(topic: Topic, catalogue: &Catalogue) -> String {
    match topic {
        Topic::Measure(measure, _) => format!("{}: hoe is dit berekend?", words::measure(measure, catalogue)),
        Topic::Total(total, _) => format!("{}: hoe is dit berekend?", total.name()),
        Topic::Detail(detail, _) => format!("{}: hoe is dit berekend?", catalogue.name_of(Post::Detail(detail))),
        Topic::Basis => format!("Waarop rust de besparing van {}?", catalogue.horizon().last().number()),
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
