//! Who pays and who reaps in a year: a picture, the same numbers as tables, and what that means for the deficit.
//!
//! Calculated when somebody opens this room.

mod deficit;
mod listed;
mod look;
mod picture;
mod said;
mod table;
mod wide;

use std::rc::Rc;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use self::look::Look;
use self::wide::{Wide, use_wide};
use crate::chart::flow::lay_out;
use crate::model::payers::flows;
use crate::model::year::Year;
use crate::view::desk::Desk;
use crate::view::edition::Edition;
use crate::view::panel::use_session;
use crate::view::session::Session;
use crate::view::still::still;

/// The room, once there is an edition that knows who pays.
#[component]
pub fn Payers() -> Html {
    match use_wide() {
        Wide::Coming => html! { <p role="status">{ "De cijfers worden opgehaald…" }</p> },
        Wide::There(edition) => html! { <Chosen {edition} /> },
        Wide::Missing(why) => html! { <p class="utrecht-alert utrecht-alert--error" role="alert">{ why }</p> },
    }
}

#[derive(Properties, PartialEq)]
struct ChosenProps {
    /// Knows who pays.
    edition: Rc<Edition>,
}

/// The scenario on the page in a year that is chosen here.
#[component]
fn Chosen(props: &ChosenProps) -> Html {
    // The page may hold less than knows who pays: the link of its scenario means the same with more.
    let shown = use_session();
    let session = use_memo((shown, props.edition.clone()), |(session, edition)| {
        if session.edition == *edition { session.clone() } else { Session::open(edition.clone(), &session.link()) }
    });
    let year = use_state_eq(|| session.projection.last_year());
    let look = Look { session: (*session).clone(), year: *year };
    html! {
        <div class="payers">
            <p class="utrecht-paragraph">
                { "Wie betaalt een maatregel, en wie is daardoor minder kwijt? Dat is niet altijd dezelfde. Wat een ander bespaart, \
                   maakt het tekort van de gemeente niet kleiner." }
            </p>
            { choose(&session, &year) }
            { still("payers", look, draw) }
        </div>
    }
}

/// The years in which measures can work.
fn choose(session: &Session, year: &UseStateHandle<Year>) -> Html {
    let horizon = session.projection.horizon();
    let onchange = {
        let year = year.clone();
        Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(chosen) = chosen.parse().ok().and_then(|number| horizon.year(number)) {
                year.set(chosen);
            }
        })
    };
    let option = |of: Year| {
        let number = of.number().to_string();
        html! { <option key={of.number()} value={number.clone()} selected={of == **year}>{ number }</option> }
    };
    html! {
        <p class="payers__year">
            <label for="betalers-jaar">{ "Jaar" }</label>
            <select id="betalers-jaar" class="utrecht-select utrecht-select--html-select" data-entry="payers-year" {onchange}>
                { for horizon.summed().map(option) }
            </select>
        </p>
    }
}

fn draw(desk: &Desk, look: &Look) -> Html {
    let Some(flows) = flows(look.plan(), look.year, &look.session.catalogue) else {
        return html! { <p>{ format!("De cijfers van {} zeggen niet wie betaalt.", look.session.edition.name()) }</p> };
    };
    let diagram = lay_out(&flows);
    html! {
        <>
            { deficit::beside(look) }
            { deficit::benefits(desk, look) }
            if flows.is_empty() {
                <p role="status">{ format!("In {} doet geen maatregel iets: niemand betaalt en niemand bespaart.", look.year.number()) }</p>
            } else {
                { picture::draw(&diagram, look) }
                { listed::draw(&diagram, look) }
            }
            { said::unknown(look) }
            if !flows.is_empty() {
                { table::by_payer(&flows, look) }
                { table::by_measure(&flows, &diagram, look) }
            }
            { said::rules(look) }
        </>
    }
}
