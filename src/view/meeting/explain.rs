//! Why a number is what it is: first what fits in one look, then its calculation step by step, and every figure it uses.

mod bar;
mod certain;
pub mod figures;
mod fold;
mod measure;
mod number;
mod steps;
mod sum;
mod timing;
mod why;

use yew::prelude::*;

use self::certain::RangeExplained;
use self::fold::Fold;
use self::number::Number;
use self::why::Why;
use crate::analysis::outlook::Outlook;
use crate::model::catalogue::Measure;
use crate::model::id::{MeasureId, Setting};
use crate::model::source::Status;
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
    /// In which outlook; a measure is always in the one that is shown.
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
        Topic::Post(post, year) => {
            html! { <Number key={format!("{}-{}", post.id(), year.number())} {post} {year} {outlook} /> }
        }
        Topic::Measure(measure) => html! { <Why key={measure.index()} {measure} /> },
        Topic::Basis => html! { <Basis /> },
        Topic::Certain => html! { <RangeExplained /> },
    }
}

/// What an explanation is headed.
pub fn title(subject: Subject, session: &Session) -> String {
    let catalogue = &session.catalogue;
    match subject.topic {
        Topic::Measure(measure) => of_measure(measure, session),
        Topic::Post(post, year) => format!("{} {}", catalogue.name_of(post), year.number()),
        Topic::Basis => format!("Waarop rust de besparing van {}?", catalogue.horizon().last().number()),
        Topic::Certain => "Hoe zeker is dit?".to_string(),
    }
}

/// A measure with one lever by that and where it stands; else by its name.
fn of_measure(measure: MeasureId, session: &Session) -> String {
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let levers: Vec<_> = catalogue.levers_of(measure).collect();
    match levers[..] {
        [lever] => {
            let name = lever.short.as_ref().unwrap_or(&lever.label);
            let value = plan.value(Setting::Lever(lever.id), catalogue).unwrap_or_default();
            format!("{name}, {}", format::value(value, lever.unit))
        }
        _ => words::measure(measure, catalogue),
    }
}

/// The measures by what they rest on.
#[component]
fn Basis() -> Html {
    let (session, desk) = (use_session(), use_desk());
    let bases = use_bases();
    let (last, year) = (session.projection.last(), session.projection.last_year());
    let of_status = |status: Status| {
        let is_one = |(text, basis): &(&Measure, &Status)| {
            **basis == status && !last.measure(text.measure).saving.euros().is_zero()
        };
        let measures: Vec<&Measure> =
            session.catalogue.measures().iter().zip(&*bases).filter(is_one).map(|(text, _)| text).collect();
        let title = format!("{} ({})", words::capitalised(status.word()), measures.len());
        let one = |text: &&Measure| {
            let saving = last.measure(text.measure).saving;
            let onclick = desk.explains(Topic::Measure(text.measure));
            html! {
                <li key={text.number}>
                    <button type="button" class="number number--row" {onclick}>{ words::measure(text.measure, &session.catalogue) }</button>
                    { ": " }{ output::shown(output::measure(text, "savings", Outlook::Plan, year, Some(saving)), format::millions(saving)) }
                </li>
            }
        };
        html! {
            <Fold key={status.word()} {title}>
                <p>{ meaning(status) }</p>
                <ul>{ for measures.iter().map(one) }</ul>
            </Fold>
        }
    };
    html! {
        <div class="why bases">
            <p>{ "Een maatregel rust op het zwakste cijfer van zijn berekening." }</p>
            { for Status::ALL.into_iter().map(of_status) }
        </div>
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
