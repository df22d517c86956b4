//! What a scenario of an older edition comes to with the figures of now, and the way there.
//!
//! Invariant: what those figures lack is listed and left out, nothing is converted. Going on is a link like any other, so
//! that the page, its steps and the browser all know the way back.

use yew::prelude::*;

use super::page::show_on_page;
use crate::model::projection::{Projection, Total};
use crate::scenario::link;
use crate::scenario::turn::{LeftOut, turn};
use crate::view::desk::use_desk;
use crate::view::edition::{self, Edition};
use crate::view::{format, words};

#[derive(Properties, PartialEq)]
pub struct NowProps {
    /// The link of the scenario on the page.
    pub link: AttrValue,
    /// Shuts the room.
    pub close: Callback<()>,
}

/// Both outcomes, what is left out, and the choice.
#[component]
pub fn Now(props: &NowProps) -> Html {
    let (then, now) = (use_desk().edition, edition::known(&edition::now()));
    let now = match now {
        Ok(now) => now,
        Err(why) => return html! { <p class="utrecht-alert utrecht-alert--error">{ why.to_string() }</p> },
    };
    let scenario = link::read(&props.link, &then.catalogue).scenario;
    let turned = turn(&scenario, &then.catalogue, &now.catalogue);
    let sheet = now.sheet(turned.scenario.plan());
    let (before, after) = (then.sheet(scenario.plan()).projection(), sheet.projection());
    let refused = words::refused(&sheet, &now.catalogue);
    let link = link::write(&turned.scenario, &after, &now.catalogue);
    html! {
        <>
            <p>{ both((&then, &before), (&now, &after)) }</p>
            { amounts((&then, &before), (&now, &after)) }
            { left_out(&turned.left_out) }
            if let Some(why) = &refused {
                <p class="utrecht-alert utrecht-alert--error">{ format!("Met de cijfers van nu kan dit scenario niet: {why}") }</p>
            }
            { choice(&then, &now, refused.is_none().then_some(link), &props.close) }
        </>
    }
}

/// The deficit with either figures, in a sentence.
fn both(then: (&Edition, &Projection), now: (&Edition, &Projection)) -> String {
    let [then, now] = [then, now].map(|(edition, of)| {
        let (name, size) = words::deficit(of.last().total(Total::Deficit));
        let year = of.last_year().number();
        format!(
            "een {} in {year} van {} met de cijfers van {}",
            name.to_lowercase(),
            format::millions(size),
            edition.name()
        )
    });
    format!("Dit scenario geeft {then}, en {now}.")
}

/// What makes up the deficit of the last year, in both editions.
fn amounts(then: (&Edition, &Projection), now: (&Edition, &Projection)) -> Html {
    let columns = [then, now].map(|(edition, of)| (edition.name(), of));
    let head = columns.map(|(edition, of)| {
        html! { <th scope="col" key={edition.to_string()}>{ format!("Cijfers {edition}") }<small>{ of.last_year().number() }</small></th> }
    });
    let cell = |total: Total| {
        columns.map(|(edition, of)| {
            let (amount, year) = (of.last().total(total), of.last_year().number().to_string());
            html! {
                <td key={edition.to_string()}>
                    <data data-in-edition={edition.to_string()} data-figure-of={total.id()} data-year={year} value={format::cents(amount)}>{ format::euros(amount) }</data>
                </td>
            }
        })
    };
    let row =
        |total: Total| html! { <tr key={total.id()}><th scope="row">{ total.name() }</th>{ for cell(total) }</tr> };
    html! {
        <div class="utrecht-table-container scroll now" role="region" aria-label="Uitkomst met beide cijfers" tabindex="0">
            <table class="utrecht-table utrecht-table--html-table">
                <thead><tr><th scope="col">{ "In het laatste jaar" }</th>{ for head }</tr></thead>
                <tbody>{ for SHOWN.map(row) }</tbody>
            </table>
        </div>
    }
}

/// What makes up a deficit, the point first.
const SHOWN: [Total; 5] = [Total::Deficit, Total::Baseline, Total::Savings, Total::Costs, Total::Budget];

fn left_out(left_out: &[LeftOut]) -> Html {
    if left_out.is_empty() {
        return html! { <p>{ "Alles wat in dit scenario is ingesteld, bestaat ook in de cijfers van nu." }</p> };
    }
    html! {
        <>
            <p>{ "Dit gaat niet mee naar de cijfers van nu:" }</p>
            <ul class="now__left-out">{ for left_out.iter().map(|one| html! { <li>{ one.in_words() }</li> }) }</ul>
        </>
    }
}

/// To go on with the figures of now, where that can be, or to stay.
fn choice(then: &Edition, now: &Edition, link: Option<String>, close: &Callback<()>) -> Html {
    let stay = close.reform(|_: MouseEvent| ());
    let go_on = |link: String| {
        let close = close.clone();
        let onclick = Callback::from(move |_: MouseEvent| {
            show_on_page(&link);
            close.emit(());
        });
        let label = format!("Ga verder met de cijfers van {}", now.name());
        html! { <button type="button" class="utrecht-button utrecht-button--primary-action" {onclick}>{ label }</button> }
    };
    html! {
        <div class="now__choice">
            { link.map(go_on) }
            <button type="button" class="utrecht-button utrecht-button--secondary-action" onclick={stay}>{ format!("Blijf bij {}", then.name()) }</button>
            <p class="years__note">{ "“Terug” op de pagina brengt u weer bij de oude cijfers." }</p>
        </div>
    }
}
