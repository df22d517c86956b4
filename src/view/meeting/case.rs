//! What one case costs when things go wrong, item by item, and who pays. Nothing of it enters the scenario: it travels beside it
//! in the link.

mod act;
mod add;
mod avoided;
mod begin;
mod item;
mod outcome;
mod part;

use std::rc::Rc;

use yew::prelude::*;

use self::act::Act;
use self::add::Add;
use self::avoided::Avoided;
use self::begin::Begin;
use self::item::ItemRow;
use self::outcome::Outcome;
use self::part::Part;
use super::calculators::{APART, use_tables, with};
use crate::model::calculators::Calculators;
use crate::model::case::Item;
use crate::scenario::case::{read, write};
use crate::scenario::edit::Edit;
use crate::view::desk::use_desk;
use crate::view::format;
use crate::view::panel::use_session;

/// The room.
#[component]
pub fn CaseRoom() -> Html {
    with(use_tables(), |tables| html! { <Composer {tables} /> })
}

#[derive(Properties, PartialEq)]
struct ComposerProps {
    tables: Rc<Calculators>,
}

/// The case of the scenario: its items at one side, what it comes to at the other.
#[component]
fn Composer(props: &ComposerProps) -> Html {
    let (session, desk, tables) = (use_session(), use_desk(), &props.tables);
    let text = session.scenario.case().to_string();
    let read = use_memo((text.clone(), tables.clone()), |(text, tables)| {
        let (case, notes) = read(text, &tables.list);
        (Rc::new(case), notes)
    });
    let (case, notes) = &*read;
    let act = {
        let (case, tables) = (case.clone(), tables.clone());
        Callback::from(move |act: Act| {
            let next = act.done(&case, &tables.list);
            if next != *case {
                desk.edit(Edit::Case(write(&next, &tables.list)));
            }
        })
    };
    let part = Part { tables: tables.clone(), case: case.clone(), act };
    let row = |item: &Item| {
        let price = tables.list.price(item.price);
        html! { <ItemRow key={price.id.clone()} part={part.clone()} item={item.clone()} /> }
    };
    let of = tables.list.origin(case).map(|worked| worked.id.clone());
    html! {
        <div class="case" data-case-of={of}>
            <div class="case__composed">
                <p class="case__lead">{ format!("Wat kost het als het misgaat, en wie betaalt dat? {APART} De casus gaat mee in de link.") }</p>
                { left_out(notes) }
                <Begin part={part.clone()} />
                if !case.items.is_empty() {
                    <div class="case__heads" aria-hidden="true"><span>{ "Post" }</span><span>{ "Aantal" }</span><span>{ "Wie betaalt?" }</span><span>{ "Bedrag" }</span></div>
                    <ul class="case__items">{ for case.items.iter().map(row) }</ul>
                }
                <Add part={part.clone()} />
                // The same is said beside it where there is room, and read from there.
                <p class="case__sum" aria-hidden="true">{ "Samen " }<strong>{ format::euros(tables.list.total(case)) }</strong></p>
            </div>
            <div class="case__results">
                <Outcome part={part.clone()} />
                <Avoided {part} />
            </div>
        </div>
    }
}

/// What of the link was left out.
fn left_out(notes: &[String]) -> Html {
    html! {
        <div role="alert">
            if !notes.is_empty() {
                <div class="utrecht-alert utrecht-alert--warning">
                    <p><strong>{ "Niet alles van de casus in de link is overgenomen" }</strong></p>
                    <ul class="case__notes">{ for notes.iter().map(|note| html! { <li>{ note }</li> }) }</ul>
                </div>
            }
        </div>
    }
}
