//! Both outlooks beside each other: the exact outcome of each with the range of its own runs, and the choice which of them the
//! page shows.

use yew::prelude::*;

use super::{use_session, use_settled};
use crate::analysis::outlook::{Outlook, out_of_reach};
use crate::analysis::range::{Banded, Ranges};
use crate::model::catalogue::Catalogue;
use crate::model::id::{MeasureId, Setting};
use crate::model::money::Money;
use crate::scenario::edit::Edit;
use crate::scenario::outlook;
use crate::view::desk::Desk;
use crate::view::outlook::use_outlook;
use crate::view::session::Session;
use crate::view::still::still;
use crate::view::{format, output, words};

/// What stands of each outlook.
const SHOWN: [Banded; 2] = [Banded::NetSaving, Banded::Deficit];

/// Both outlooks, each with its numbers; of an edition without earlier plans only the plan as set.
#[component]
pub fn Pair() -> Html {
    let (session, settled, outlooks) = (use_session(), use_settled(), use_outlook());
    let apart = use_memo(session.edition.clone(), |edition| out_of_reach(&edition.catalogue, &edition.program));
    let choice = outlook(&session.catalogue);
    let ranges = |outlook| outlooks.as_ref().map(|outlooks| outlooks.of(outlook));
    let row = |outlook| classes!("pair__row", (session.outlook() == outlook).then_some("pair__row--chosen"));
    let why = *use_memo(settled.clone(), |session| words::no_difference(&session.catalogue, session.scenario.plan()));
    // What they are called follows from realisation, which no lever sets.
    let name = |outlook: Outlook, note| {
        still(outlook.id(), Name { outlook, note, choice, session: settled.clone() }, draw_name)
    };
    html! {
        <fieldset class="pair">
            <legend class="pair__legend">{ "Uitgangspunt" }</legend>
            <div class={row(Outlook::Plan)}>
                { name(Outlook::Plan, String::new()) }
                { for SHOWN.map(|banded| cell(Outlook::Plan, banded, &session, ranges(Outlook::Plan))) }
            </div>
            if choice.is_some() {
                <div class={row(Outlook::Record)}>
                    { name(Outlook::Record, not_for(&apart, &session.catalogue)) }
                    if let Some(why) = why {
                        <span class="pair__why">{ why }</span>
                    } else {
                        { for SHOWN.map(|banded| cell(Outlook::Record, banded, &session, ranges(Outlook::Record))) }
                    }
                </div>
            }
        </fieldset>
    }
}

/// The measures of which earlier plans say nothing: "geldt niet voor 8 en 11".
fn not_for(apart: &[MeasureId], catalogue: &Catalogue) -> String {
    let numbers: Vec<String> = apart.iter().map(|measure| catalogue.measure(*measure).number.to_string()).collect();
    if numbers.is_empty() { String::new() } else { format!("geldt niet voor {}", words::list(&numbers)) }
}

#[derive(PartialEq)]
struct Name {
    outlook: Outlook,
    /// Of what it does not hold; empty where it holds of all.
    note: String,
    /// What chooses it.
    choice: Option<Setting>,
    session: Session,
}

/// What an outlook is called, with what chooses it and a note.
fn draw_name(desk: &Desk, of: &Name) -> Html {
    let Name { outlook, note, choice, session } = of;
    let (outlook, catalogue, plan) = (*outlook, &session.catalogue, session.scenario.plan());
    let title = match words::no_difference(catalogue, plan) {
        Some(_) if outlook == Outlook::Record => words::AS_EARLIER,
        _ => words::outlook_title(outlook, catalogue, plan),
    };
    let choose = |choice: Setting| {
        let desk = desk.clone();
        let onchange = Callback::from(move |_: Event| desk.edit(Edit::Set(choice, Some(outlook.asked()))));
        html! {
            <input type="radio" name="uitgangspunt" data-control="outlook" value={outlook.id()} checked={session.outlook() == outlook} {onchange} />
        }
    };
    html! {
        <label class="pair__name">
            { choice.map(choose) }
            <span>{ title }<small>{ note.clone() }</small></span>
        </label>
    }
}

/// A result of the last year in an outlook, with the range of its runs once that is known.
fn cell(outlook: Outlook, banded: Banded, session: &Session, ranges: Option<&Ranges>) -> Html {
    let (projection, year) = (session.projection_in(outlook), session.projection.last_year());
    let amount = banded.of(projection.last());
    let (name, size) = called(banded, amount);
    let (number, size) = (year.number().to_string(), format::millions(size));
    let band = ranges.map(|ranges| ranges.of(banded).years.last());
    html! {
        <span class="pair__cell">
            <small>{ format!("{name} {number}") }</small>
            <strong>{ output::in_outlook(outlook, banded.post(), &number, amount, size) }</strong>
            <small class="pair__range">
                if let Some(band) = band {
                    { format!("meestal {}", words::ends(band)) }
                    if let Some(aside) = words::aside(band, banded, amount) { { format!("; {aside}") } }
                }
            </small>
        </span>
    }
}

/// What a result is called, with its size.
fn called(banded: Banded, amount: Money) -> (&'static str, Money) {
    if banded == Banded::Deficit { words::deficit(amount) } else { words::net_saving(amount) }
}
