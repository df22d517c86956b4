//! What both calculators need: their tables, fetched when somebody asks for them, and a field for a number.

pub mod number;

use std::rc::Rc;

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::model::calculators::{Calculators, PART};
use crate::model::source::Passage;
use crate::view::desk::use_desk;
use crate::view::edition::part;
use crate::view::format;
use crate::view::rest;

/// What came of asking for the tables.
#[derive(Clone, PartialEq)]
pub enum Tables {
    /// They are on their way.
    Coming,
    /// Here they are.
    There(Rc<Calculators>),
    /// Why they are not.
    Missing(String),
}

/// The tables of the edition that is shown.
#[hook]
pub fn use_tables() -> Tables {
    let edition = use_desk().edition.name().to_string();
    let tables = use_state_eq(|| known(&edition));
    rest::use_pending(*tables == Tables::Coming);
    {
        let tables = tables.clone();
        use_effect_with(edition, move |edition| {
            if *tables == Tables::Coming {
                let edition = edition.clone();
                rest::spawn(async move {
                    let opened = part::open(&edition, PART).await;
                    tables.set(opened.map_or_else(|why| Tables::Missing(why.to_string()), Tables::There));
                });
            }
        });
    }
    (*tables).clone()
}

fn known(edition: &str) -> Tables {
    let none =
        || format!("Bij de cijfers van {edition} hoort geen prijslijst. Kies “Met de cijfers van nu” op de pagina.");
    match part::known(edition, PART) {
        Some(tables) => Tables::There(tables),
        None if part::has(edition, PART) => Tables::Coming,
        None => Tables::Missing(none()),
    }
}

/// What stands in a room that needs the tables.
pub fn with(tables: Tables, draw: impl FnOnce(Rc<Calculators>) -> Html) -> Html {
    match tables {
        Tables::Coming => html! { <p role="status">{ "De prijslijst wordt opgehaald…" }</p> },
        Tables::There(tables) => draw(tables),
        Tables::Missing(why) => html! { <p class="utrecht-alert utrecht-alert--warning" role="alert">{ why }</p> },
    }
}

/// Where something stands, in a sentence.
pub fn stands(passage: &Passage) -> String {
    format!("Bron {}: “{}”.", passage.source, passage.locator)
}

/// A chance or part in percent, as short as two decimals allow.
pub fn percent(fraction: Decimal) -> String {
    format!("{}\u{a0}%", format::short(fraction * Decimal::ONE_HUNDRED, 2))
}

/// That nothing of a calculator enters the scenario.
pub const APART: &str = "Niets hiervan telt mee in het scenario.";
