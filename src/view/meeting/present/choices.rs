//! What is chosen: everything that stands elsewhere than now, from where to where.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::analysis::change::{Moved, moved};
use crate::model::bounds::Unit;
use crate::model::catalogue::Catalogue;
use crate::model::id::Setting;
use crate::model::plan::Plan;
use crate::scenario::edit::title;
use crate::scenario::{is_choice, is_view};
use crate::view::session::Session;
use crate::view::{format, words};

/// How many a slide has room for, in two columns.
const ON_A_SLIDE: usize = 14;

/// What stands elsewhere than now: the choices, then the assumptions and own figures. Not how one looks at it.
pub fn made(session: &Session) -> Vec<Moved> {
    let catalogue = &session.catalogue;
    let all = moved(catalogue, &Plan::default(), session.scenario.plan());
    let differing = all.into_iter().filter(|one| !is_view(one.setting, catalogue));
    let (mut choices, others): (Vec<Moved>, Vec<Moved>) = differing.partition(|one| is_choice(one.setting, catalogue));
    choices.extend(others);
    choices
}

/// How many slides they take; where nothing was chosen, one says so.
pub fn pages(session: &Session) -> usize {
    made(session).len().div_ceil(ON_A_SLIDE).max(1)
}

/// The choices of a slide, counted from 0.
pub fn draw(session: &Session, page: usize) -> Html {
    let (catalogue, made) = (&session.catalogue, made(session));
    let row = |one: &Moved| {
        html! { <li><span>{ name(one.setting, catalogue) }</span><b>{ step(one, catalogue) }</b></li> }
    };
    let choices = made.iter().filter(|one| is_choice(one.setting, catalogue)).count();
    let pages = pages(session);
    let part = if pages > 1 { format!(" ({} van {pages})", page + 1) } else { String::new() };
    // As many on each, so that the last is no remnant.
    let on_each = made.len().div_ceil(pages);
    html! {
        <>
            <h1 tabindex="-1">{ format!("{}{part}", heading(choices, made.len() - choices)) }</h1>
            <ul class="chosen">{ for made.iter().skip(page * on_each).take(on_each).map(row) }</ul>
        </>
    }
}

fn heading(choices: usize, others: usize) -> String {
    let choices = match choices {
        0 => "Alles blijft zoals nu".to_string(),
        1 => "1 keuze anders dan nu".to_string(),
        many => format!("{many} keuzes anders dan nu"),
    };
    match others {
        0 => choices,
        1 => format!("{choices}, en 1 aanname of cijfer"),
        many => format!("{choices}, en {many} aannames of cijfers"),
    }
}

/// What a setting is called on a slide: as short as the seeds have it.
fn name(setting: Setting, catalogue: &Catalogue) -> String {
    match setting {
        Setting::Lever(id) => {
            let lever = catalogue.lever(id);
            lever.short.clone().unwrap_or_else(|| lever.label.clone())
        }
        _ => title(setting, catalogue),
    }
}

/// From where to where.
fn step(one: &Moved, catalogue: &Catalogue) -> String {
    let unit = catalogue.spec(one.setting).unit;
    let none = || words::open(one.setting, catalogue).to_string();
    let now = match one.setting {
        Setting::Lever(id) => catalogue.lever(id).neutral_tick.clone(),
        _ => None,
    };
    let from = now.or_else(|| one.from.map(|from| briefly(from, unit))).unwrap_or_else(none);
    let to = one.to.map_or_else(none, |to| format::value(to, unit));
    format!("van {from} naar {to}")
}

/// A value of which the unit follows: an amount needs its sign all the same.
fn briefly(value: Decimal, unit: Unit) -> String {
    match format::affixes(unit) {
        ("", _) => format::field(value, unit),
        (sign, _) => format!("{sign}\u{a0}{}", format::field(value, unit)),
    }
}
