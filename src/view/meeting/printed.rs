//! A published table as it is printed: a part of the edition, fetched when somebody opens its fold.

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::model::printed::{PART, PrintedTable, Row};
use crate::view::desk::use_desk;
use crate::view::edition::part;
use crate::view::format;
use crate::view::panel::use_fold;
use crate::view::rest;

/// The fold; nothing where the edition has no such table.
#[component]
pub fn Printed() -> Html {
    let has = part::has(use_desk().edition.name(), PART);
    let (open, ontoggle) = use_fold();
    html! {
        if has {
            <details class="printed" {ontoggle}>
                <summary>{ "De tabel waar het begint, zoals gedrukt" }</summary>
                if open { <Table /> }
            </details>
        }
    }
}

/// The table once it is there, or why it is not.
#[component]
fn Table() -> Html {
    let edition = use_desk().edition;
    let opened = use_state(|| part::known::<PrintedTable>(edition.name(), PART).map(Ok));
    rest::use_pending(opened.is_none());
    use_effect_with((), {
        let opened = opened.clone();
        move |()| {
            if opened.is_none() {
                rest::spawn(async move { opened.set(Some(part::open(edition.name(), PART).await)) });
            }
        }
    });
    match &*opened {
        None => html! { <p role="status">{ "De tabel wordt opgehaald…" }</p> },
        Some(Err(why)) => html! { <p class="utrecht-alert utrecht-alert--error" role="alert">{ why.to_string() }</p> },
        Some(Ok(table)) => whole(table),
    }
}

fn whole(table: &Rc<PrintedTable>) -> Html {
    let notes = table.rows.iter().map(|row| {
        let note = row.note.as_ref().map(|note| format!(" {note}"));
        html! { <li key={row.id.clone()}><b>{ &row.name }</b>{ format!(": “{}”.", row.locator) }{ note }</li> }
    });
    html! {
        <>
            <h3 class="utrecht-heading-3">{ format!("{}, {}", table.title, table.unit) }</h3>
            <ul class="printed__notes">{ for table.reading.iter().map(|says| html! { <li key={says.clone()}>{ says }</li> }) }</ul>
            <div class="printed__years">{ for table.years.iter().enumerate().map(|(at, year)| of_year(table, at, year)) }</div>
            <h4>{ format!("Vindplaatsen in bron {}, en wat erbij hoort", table.source) }</h4>
            <ul class="printed__notes">{ for notes }</ul>
        </>
    }
}

/// The numbers of a year. The roles are said: on a phone its rows are no rows to the browser.
fn of_year(table: &PrintedTable, at: usize, year: &str) -> Html {
    let width = table.columns.len();
    let row = |row: &Row| {
        let cells = table.columns.iter().enumerate().map(|(column, name)| number(row, at * width + column, year, name));
        html! { <tr key={row.id.clone()} role="row" class={row.is_sum.then_some("printed__sum")}><th scope="row" role="rowheader">{ &row.name }</th>{ for cells }</tr> }
    };
    html! {
        <div key={year.to_string()} class="utrecht-table-container scroll" role="region" aria-label={format!("{}, {year}", table.title)} tabindex="0">
            <table role="table" class="utrecht-table utrecht-table--html-table printed__table">
                <caption class="utrecht-table__caption">{ format!("{year}, {}", table.unit) }</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">{ "Regel" }</th>
                        { for table.columns.iter().map(|name| html! { <th scope="col" role="columnheader" key={name.clone()}>{ name }</th> }) }
                    </tr>
                </thead>
                <tbody role="rowgroup">{ for table.rows.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

/// A number as printed, struck where it is wrong, with what should stand there.
fn number(row: &Row, place: usize, year: &str, column: &str) -> Html {
    let Some(printed) = row.printed.get(place) else { return html! { <td role="cell"></td> } };
    let text = |number: Decimal| format::number(number, 0);
    let (year, column) = (year.to_string(), column.to_string());
    let data = html! { <data data-printed={row.id.clone()} data-year={year} data-column={column} value={printed.to_string()}>{ text(*printed) }</data> };
    match row.should_be(place) {
        Some(should) => html! {
            <td role="cell"><s>{ data }</s>{ " " }<ins><span class="visually-hidden">{ "moet zijn " }</span>{ text(should) }</ins></td>
        },
        None => html! { <td role="cell">{ data }</td> },
    }
}
