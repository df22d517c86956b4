//! What if it disappoints: the deficit in both outlooks, each with its range, along one axis.

use yew::prelude::*;

use super::figure::{mostly, named};
use super::seen::Seen;
use crate::analysis::outlook::Outlook;
use crate::analysis::range::{Band, Banded, rounded};
use crate::chart::steady::{Reach, Steady};
use crate::chart::{euros, percent};
use crate::model::money::Money;
use crate::model::projection::{Post, Total};
use crate::scenario::outlook;
use crate::view::session::Session;
use crate::view::{format, output, screen, words};

/// The slide.
pub fn draw(seen: &Seen<'_>) -> Html {
    let session = seen.session;
    let has_records = outlook(&session.catalogue).is_some();
    let shown = Outlook::ALL.into_iter().filter(|outlook| *outlook == Outlook::Plan || has_records);
    let axis = axis(seen);
    let aside = seen
        .band(session.outlook(), Banded::Deficit)
        .and_then(|band| words::aside(&band, Banded::Deficit, session.shown().last().total(Total::Deficit)));
    html! {
        <>
            <h1 tabindex="-1">{ heading(session, has_records) }</h1>
            <div class="setback">
                { without(session, &axis) }
                { for shown.map(|outlook| row(seen, outlook, &axis)) }
            </div>
            <p class="note">
                { format!("Meestal: in 8 van de 10 doorrekeningen. {}", words::NO_CHANCE) }
                { aside.map(|aside| format!(" Let op: {aside}.")) }
            </p>
        </>
    }
}

fn heading(session: &Session, has_records: bool) -> Html {
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let year = session.projection.last_year().number();
    if !has_records {
        return "Wat als het tegenvalt?".into();
    }
    if words::no_difference(catalogue, plan).is_some() {
        return "De realisatie is zelf ingesteld: er is geen verschil met eerdere plannen".into();
    }
    let (name, deficit) = named(session.projection_in(Outlook::Record).last().total(Total::Deficit));
    let told = words::in_outlook(Outlook::Record, catalogue, plan);
    html! { <>{ format!("Gaat het {told}, dan is het {name} in {year} ") }<span class="amount">{ deficit }</span></> }
}

/// An axis from 0 that holds both ranges and the deficit without measures.
fn axis(seen: &Seen<'_>) -> Steady {
    let of = |outlook: Outlook| {
        let last = seen.session.projection_in(outlook).last();
        let band = seen.band(outlook, Banded::Deficit);
        let ends = band.into_iter().flat_map(|Band { low, high, .. }| [low, high]);
        [Total::Deficit, Total::DeficitWithout].map(|total| euros(last.total(total))).into_iter().chain(ends)
    };
    Steady::over(Reach::over(Outlook::ALL.into_iter().flat_map(of)))
}

/// The deficit without measures, named over its line.
fn without(session: &Session, axis: &Steady) -> Html {
    let amount = session.shown().last().total(Total::DeficitWithout);
    let year = session.projection.last_year().number().to_string();
    let at = axis.x(euros(amount));
    let side = if at > 50.0 { "setback__without setback__without--before" } else { "setback__without" };
    let text = output::in_outlook(
        session.outlook(),
        Post::Total(Total::DeficitWithout),
        &year,
        amount,
        format::millions(amount),
    );
    html! { <p class={side} style={format!("--at:{}", percent(at))}>{ "zonder maatregelen " }{ text }</p> }
}

/// An outlook: its deficit, and its range as a line.
fn row(seen: &Seen<'_>, outlook: Outlook, axis: &Steady) -> Html {
    let session = seen.session;
    let last = session.projection_in(outlook).last();
    let (amount, without) = (last.total(Total::Deficit), last.total(Total::DeficitWithout));
    let year = session.projection.last_year().number().to_string();
    let x = |amount: f64| percent(axis.x(amount));
    let band = seen.band(outlook, Banded::Deficit);
    let ends =
        band.map(|band| [("p10", band.low), ("p90", band.high)].map(|(id, end)| of_end(id, outlook, end, session)));
    let is_shown = (outlook == session.outlook()).then_some("setback__row--shown");
    html! {
        <div class={classes!("setback__row", is_shown)}>
            <p>
                <b>{ words::outlook_title(outlook, &session.catalogue, session.scenario.plan()) }</b>
                { " " }{ output::in_outlook(outlook, Post::Total(Total::Deficit), &year, amount, format::millions(amount)) }
                if let Some(range) = mostly(seen, outlook) { <span class="setback__range">{ ", " }{ range }</span> }
                <span class="visually-hidden">{ ends.map(|[low, high]| html! { <>{ " (" }{ low }{ " – " }{ high }{ ")" }</> }) }</span>
            </p>
            <svg aria-hidden="true">
                <line class="setback__axis" x1="0" x2="100%" y1="50%" y2="50%" />
                <line class="setback__none" x1={x(euros(without))} x2={x(euros(without))} y1="-100%" y2="100%" />
                { band.map(|band| line(&band, axis)) }
                <circle cx={x(euros(amount))} cy="50%" r="12" />
            </svg>
        </div>
    }
}

/// The range, with its ends in millions.
fn line(band: &Band, axis: &Steady) -> Html {
    let [low, high] = screen::ends(band, axis);
    let [from, to] = [band.low, band.high].map(|end| percent(axis.x(end)));
    html! {
        <>
            <line class="setback__band" x1={from.clone()} x2={to.clone()} y1="50%" y2="50%" />
            <text x={from} dx="-0.4em" y="50%" text-anchor="end">{ low }</text>
            <text x={to} dx="0.4em" y="50%">{ high }</text>
        </>
    }
}

fn of_end(id: &'static str, outlook: Outlook, end: f64, session: &Session) -> Html {
    let (amount, year): (Money, _) = (rounded(end), session.projection.last_year().number().to_string());
    output::shown(output::at(output::band(id, outlook, Banded::Deficit), year, amount), format::millions(amount))
}
