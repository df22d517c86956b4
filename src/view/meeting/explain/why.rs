//! Why a measure does what it does: first what fits in one look, then everything there is to know of it.

use yew::prelude::*;

use super::bar::{Between, bar};
use super::fold::{Fold, Of, own, sources, steps};
use super::measure::in_full;
use super::steps::Explained;
use super::sum::sum;
use super::timing::timing;
use crate::analysis::outlook::Outlook;
use crate::analysis::spread::Spread;
use crate::model::catalogue::Lever;
use crate::model::id::{MeasureId, Setting};
use crate::model::money::Money;
use crate::model::projection::MeasureResult;
use crate::model::source::Status;
use crate::model::year::Year;
use crate::scenario::edit::Edit;
use crate::scenario::settings_of;
use crate::view::desk::{Desk, use_desk};
use crate::view::panel::bases::use_bases;
use crate::view::panel::use_session;
use crate::view::session::Session;
use crate::view::{format, output, words};

#[derive(Properties, PartialEq)]
pub struct WhyProps {
    pub measure: MeasureId,
}

/// A measure in the last year, in the outlook that is shown.
#[component]
pub fn Why(props: &WhyProps) -> Html {
    let (session, desk, bases) = (use_session(), use_desk(), use_bases());
    let (outlook, year) = (session.outlook(), session.projection.last_year());
    let look = Look::at(props.measure, outlook, year, &session);
    let of = Of { subject: Explained::Measure(props.measure), year, outlook };
    html! {
        <div class="why">
            { look.amount() }
            { look.sum() }
            { look.levers() }
            { look.reach() }
            { look.questions() }
            // Cannot fail: there is a basis for each measure.
            { basis(bases[props.measure.index()]) }
            { steps(of) }
            { sources(of, in_full(props.measure, &session.catalogue)) }
            { own(of) }
            { for timing(props.measure, &session).into_iter().map(|(title, fields)| html! { <Fold key={title} {title}>{ fields }</Fold> }) }
            { back(props.measure, &session, &desk) }
        </div>
    }
}

/// What is seen at first.
struct Look<'a> {
    measure: MeasureId,
    outlook: Outlook,
    year: Year,
    session: &'a Session,
    result: MeasureResult,
    /// What it saves and costs, as far as anybody knows.
    saving: Option<Money>,
    cost: Option<Money>,
}

impl<'a> Look<'a> {
    fn at(measure: MeasureId, outlook: Outlook, year: Year, session: &'a Session) -> Self {
        let result = *session.projection_in(outlook)[year].measure(measure);
        let [saving, cost] = session.catalogue.known(measure, year, session.scenario.plan(), &result);
        Self { measure, outlook, year, session, result, saving, cost }
    }

    /// What it saves after the costs that are known; none where nobody knows what it saves.
    fn net(&self) -> Option<Money> {
        self.saving.map(|saving| saving - self.cost.unwrap_or_default())
    }

    /// An amount of it with its exact value.
    fn data(&self, what: &'static str, amount: Money, text: String) -> Html {
        let measure = self.session.catalogue.measure(self.measure).number.to_string();
        html! { <data data-why={what} data-measure={measure} data-outlook={self.outlook.id()} value={amount.euros().to_string()}>{ text }</data> }
    }

    fn amount(&self) -> Html {
        let session = self.session;
        let looking = words::in_outlook(self.outlook, &session.catalogue, session.scenario.plan());
        let Some(net) = self.net() else {
            return html! { <p class="why__amount"><b>{ "?" }</b>{ format!(" in {}", self.year.number()) }</p> };
        };
        html! {
            <p class="why__amount">
                <b class={(net < Money::zero()).then_some("is-worse")}>{ self.data("net-saving", net, format::signed_tenths(net)) }</b>
                { format!(" mln netto in {}, {looking}", self.year.number()) }
            </p>
        }
    }

    /// The sum, from the program; what other measures save already is taken off.
    fn sum(&self) -> Html {
        if !self.session.catalogue.is_moved(self.measure, self.session.scenario.plan()) {
            return html! { <p class="why__sum">{ "Alles staat zoals nu: het bespaart niets en kost niets." }</p> };
        }
        if self.saving.is_none() {
            return html! { <p class="why__sum">{ format!("{} ", words::unknown()) }{ self.cost() }</p> };
        }
        let (catalogue, sheet) = (&self.session.catalogue, self.session.sheet_in(self.outlook));
        let at = sheet.program().results().projection[self.year].measure(self.measure).alone;
        let made = sheet.sum(at, catalogue.frame());
        let (word, size) = words::saving(self.result.alone);
        let overlap = self.result.alone - self.result.saving;
        html! {
            <p class="why__sum" data-sum={self.result.alone.euros().to_string()}>
                if made.terms.is_empty() { { "Het bespaart niets. " } } else {
                    { sum(&made, catalogue) }{ " = " }<b>{ format::millions(size) }</b>{ format!(" {word}") }
                    { self.overlap(overlap) }{ ". " }
                }
                { self.cost() }
            </p>
        }
    }

    /// What others save of it already, where that is seen.
    fn overlap(&self, overlap: Money) -> Html {
        let (word, size) = if overlap < Money::zero() { ("plus", Money::zero() - overlap) } else { ("min", overlap) };
        html! { if words::is_seen_in_millions(size) { { format!(", {word} ") }{ self.data("overlap", overlap, format::millions(size)) }{ " overlap" } } }
    }

    fn cost(&self) -> Html {
        let Some(cost) = self.cost else { return html! { "Kosten: onbekend." } };
        let (word, size) = words::cost(cost);
        let text = if words::is_seen_in_millions(size) { format::millions(size) } else { "bijna niets".to_string() };
        html! { if cost != Money::zero() { { format!("{}: ", words::capitalised(word)) }<b>{ self.data("cost", cost, text) }</b>{ "." } } }
    }

    /// Of a measure with several levers where each stands, and its share.
    fn levers(&self) -> Html {
        let (catalogue, plan) = (&self.session.catalogue, self.session.scenario.plan());
        let levers: Vec<&Lever> = catalogue.levers_of(self.measure).collect();
        let one = |lever: &&Lever| {
            let value = plan.value(Setting::Lever(lever.id), catalogue).unwrap_or_default();
            let share = self.saving.map(|_| self.session.sheet_in(self.outlook).share_of(lever.id, self.year));
            let name = lever.row.clone().or_else(|| lever.short.clone()).unwrap_or_else(|| lever.label.clone());
            let text = share.map_or_else(|| "?".to_string(), format::signed_tenths);
            html! {
                <li key={lever.key.clone()}>
                    <span>{ format!("{name} ") }<small>{ format::value(value, lever.unit) }</small></span>
                    <b>{ output::shown(output::lever(lever, self.outlook, self.year, share), text) }</b>
                </li>
            }
        };
        html! { if levers.len() > 1 { <ul class="why__levers">{ for levers.iter().map(one) }</ul> } }
    }

    /// How far its figures let it lie from what it is.
    fn reach(&self) -> Html {
        let (catalogue, sheet) = (&self.session.catalogue, self.session.sheet_in(self.outlook));
        let moved = catalogue.is_moved(self.measure, self.session.scenario.plan());
        let Some(net) = self.net().filter(|_| moved) else { return html! {} };
        let Some(Spread { low, high }) = Spread::of(self.measure, self.year, catalogue, sheet) else {
            return html! { <p class="why__range">{ "Geen bron zegt hoe ver dit ernaast kan zitten." }</p> };
        };
        html! {
            <figure class="why__range" data-low={low.euros().to_string()} data-high={high.euros().to_string()}>
                { bar(Between { low, value: net, high, written: format::signed_tenths }) }
                <figcaption>{ told(low, high) }</figcaption>
            </figure>
        }
    }

    fn questions(&self) -> Html {
        let catalogue = &self.session.catalogue;
        let measure = catalogue.measure(self.measure);
        let reached = words::reach_briefly(self.measure, self.session.sheet_in(self.outlook), catalogue);
        let answers = [
            ("Wie raakt het?", reached.unwrap_or_else(|| measure.who.clone())),
            ("Grootste risico", measure.largest_risk.text.clone()),
            ("Wat weten we niet?", measure.unsure.as_ref().unwrap_or(&measure.open).clone()),
        ];
        html! {
            <dl class="why__questions">
                { for answers.into_iter().map(|(question, answer)| html! { <div key={question}><dt>{ question }</dt><dd>{ answer }</dd></div> }) }
            </dl>
        }
    }
}

/// How far it may lie from what it is, in a sentence: "Kan ook € 0,6 mln kosten of € 1,7 mln opleveren".
fn told(low: Money, high: Money) -> String {
    // As millions with one decimal show them.
    let size = |amount: Money| words::cost(amount).1;
    let [least, most] = [low, high].map(|amount| match size(amount) {
        size if words::is_seen_in_millions(size) => format::millions(size),
        _ => "niets".to_string(),
    });
    let verb = |amount: Money| if amount < Money::zero() { "kosten" } else { "opleveren" };
    let (is_low_seen, is_high_seen) = (words::is_seen_in_millions(size(low)), words::is_seen_in_millions(size(high)));
    let ends = match (verb(low), verb(high)) {
        _ if least == most => return format!("Blijft {least}, ook als alles tegen- of meevalt."),
        (costs, yields) if costs != yields && is_low_seen && is_high_seen => {
            format!("{least} {costs} of {most} {yields}")
        }
        (costs, yields) => format!("{least} of {most} {}", if is_high_seen { yields } else { costs }),
    };
    format!("Kan ook {ends}, als alles tegen- of meevalt.")
}

/// What it rests on; what is no source is marked.
fn basis(status: Status) -> Html {
    let what = match status {
        Status::Bron => "een bron",
        Status::Afgeleid => "bronnen",
        Status::Doel => "een doel",
        Status::Aanname => "een aanname",
        Status::Onbekend => "iets onbekends",
        Status::EigenInvoer => "eigen invoer",
    };
    html! { <p class={classes!("why__basis", (status > Status::Afgeleid).then_some("why__basis--weak"))}>{ format!("Rust op {what}") }</p> }
}

/// The way back of a whole measure, where something of it was moved.
fn back(measure: MeasureId, session: &Session, desk: &Desk) -> Html {
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let settings: Vec<Setting> = settings_of(measure, catalogue).collect();
    let start = session.scenario.ready_made_plan(catalogue);
    let is_moved = settings.iter().any(|setting| plan.value(*setting, catalogue) != start.value(*setting, catalogue));
    let desk = desk.clone();
    let onclick = Callback::from(move |_: MouseEvent| desk.edit(Edit::Reset(settings.clone())));
    html! {
        if is_moved {
            <button type="button" class="utrecht-button utrecht-button--secondary-action" {onclick}>{ "Zet deze maatregel terug" }</button>
        }
    }
}
