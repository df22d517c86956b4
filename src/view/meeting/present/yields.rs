//! What each measure yields in the last year: sorted bars with names.

use yew::prelude::*;

use crate::chart::measures::{Row, Span, Unknown, lay_out, reach};
use crate::chart::percent;
use crate::chart::steady::Steady;
use crate::model::catalogue::Catalogue;
use crate::model::id::MeasureId;
use crate::model::money::Money;
use crate::model::projection::Post;
use crate::view::session::Session;
use crate::view::{format, output, words};

/// The slide.
pub fn draw(session: &Session) -> Html {
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let (result, year) = (session.shown().last(), session.projection.last_year());
    let axis = Steady::over(reach(result, year, plan, catalogue));
    let laid = lay_out(result, year, plan, catalogue, &axis);
    let row = |row: &Row| {
        html! {
            <li>
                <span>{ name(row.measure, catalogue) }</span>
                <svg class="measures__bars" aria-hidden="true">
                    { span("measures__cost", row.paid) }{ span("measures__saving", row.saved) }
                    <line class="plot__zero" x1={percent(laid.zero)} x2={percent(laid.zero)} y1="0" y2="100%" />
                    <circle cx={percent(row.dot)} cy="50%" r="6" />
                </svg>
                <b class={(row.net < Money::zero()).then_some("is-worse")}>{ net(row, session) }</b>
            </li>
        }
    };
    let does_something = |row: &&Row| row.saving != Money::zero() || row.cost != Some(Money::zero());
    let unknown = |of: &Unknown| name(of.measure, catalogue);
    let unknown: Vec<String> = laid.unknown.iter().map(unknown).collect();
    html! {
        <>
            <h1 tabindex="-1">{ heading(session) }</h1>
            <p class="note">{ "Per maatregel, mln. Links van nul kosten (?: onbekend), rechts besparing; de stip is netto." }</p>
            <ul class="yields">{ for laid.rows.iter().filter(does_something).map(row) }</ul>
            if !unknown.is_empty() {
                <p class="note"><b aria-hidden="true">{ "? " }</b>{ format!("Effect onbekend ({}): {}", unknown.len(), unknown.join(", ")) }</p>
            }
        </>
    }
}

fn span(class: &'static str, Span { x, width }: Span) -> Html {
    html! { <rect {class} x={percent(x)} width={percent(width)} y="15%" height="70%" /> }
}

/// As short as the seeds have it: its own word, or that of its only lever.
fn name(measure: MeasureId, catalogue: &Catalogue) -> String {
    let of = catalogue.measure(measure);
    let levers: Vec<_> = catalogue.levers_of(measure).collect();
    let only = match levers[..] {
        [only] => only.short.as_ref(),
        _ => None,
    };
    words::capitalised(of.short.as_ref().or(only).unwrap_or(&of.name))
}

/// What it saves after its costs; what nobody knows of it has a sign of its own.
fn net(row: &Row, session: &Session) -> Html {
    let (measure, year) = (session.catalogue.measure(row.measure), session.projection.last_year());
    let text = format::signed_tenths(row.net);
    match row.cost {
        Some(_) => {
            let cost = Some(Money::zero() - row.net);
            output::shown(output::measure(measure, "net", session.outlook(), year, cost), text)
        }
        None => html! { <>{ text }{ " ?" }</> },
    }
}

/// What all yield together.
fn heading(session: &Session) -> Html {
    let (last, year) = (session.shown().last(), session.projection.last_year().number().to_string());
    let net = last.net_saving;
    let (size, verb) = if net < Money::zero() {
        (Money::zero() - net, "kosten de maatregelen meer dan ze opleveren: netto ")
    } else {
        (net, "leveren de maatregelen netto op: ")
    };
    let amount = output::in_outlook(session.outlook(), Post::NetSaving, &year, net, format::millions(size));
    let looking = words::looking(&session.catalogue, session.scenario.plan());
    html! { <>{ format!("{looking}In {year} {verb}") }<span class="amount amount--saving">{ amount }</span></> }
}
