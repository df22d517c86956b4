//! The same on a narrow screen: measure by measure, a bar for each amount.

use yew::prelude::*;

use super::look::{Look, circle, thousands};
use crate::chart::flow::{Band, Diagram, Kind, Measure};
use crate::chart::{euros, percent};
use crate::model::money::Money;
use crate::model::payers::Circle;
use crate::view::words;

/// The height of a bar, in pixels.
const ROW: &str = "10";

/// The list, where there is no room for the picture.
pub fn draw(diagram: &Diagram<'_>, look: &Look) -> Html {
    let largest = diagram.bands.iter().map(|band| band.amount).max().unwrap_or_default();
    html! {
        <div class="flow-list">
            <p class="flow__about">{ format!("{}. In duizenden euro.", look.about()) }</p>
            <ul>{ for diagram.measures.iter().map(|of| measure(of, diagram, largest, look)) }</ul>
        </div>
    }
}

fn measure(of: &Measure, diagram: &Diagram<'_>, largest: Money, look: &Look) -> Html {
    let own = diagram.bands.iter().filter(|band| band.measure == of.measure);
    html! {
        <li key={of.measure.index()}>
            <h3>{ words::measure(of.measure, &look.session.catalogue) }</h3>
            { for own.map(|band| row(band, diagram, largest)) }
            if of.costs_unknown { <p class="flow-list__unknown">{ "Kosten: niet bekend" }</p> }
            if of.reaped.is_none() { <p class="flow-list__unknown">{ "Wie bespaart, en hoeveel: niet bekend" }</p> }
        </li>
    }
}

fn row(band: &Band<'_>, diagram: &Diagram<'_>, largest: Money) -> Html {
    let name = &band.payer.name;
    let (class, says) = match band.kind {
        Kind::Cost => ("flow__cost", format!("betaalt: {name}")),
        Kind::Extra => ("flow__extra", format!("extra kosten: {name}")),
        Kind::Saving => ("flow__saving", format!("bespaart: {name}")),
        Kind::Less => ("flow__less", format!("minder kosten: {name}")),
    };
    let of = diagram.payers.iter().find(|payer| payer.kind == band.kind && payer.member.id == band.payer.id);
    let apart = of.map(|payer| payer.circle).filter(|of| band.kind == Kind::Saving && *of != Circle::Counted);
    let width = percent(euros(band.amount) / euros(largest).max(1.0) * 100.0);
    html! {
        <div class="flow-list__row">
            <span>{ says }{ apart.map(|of| html! { <small>{ format!(" ({})", circle(of)) }</small> }) }</span>
            <b>{ thousands(band.amount) }</b>
            <svg width="100%" height={ROW} aria-hidden="true"><rect class={format!("flow__bar {class}")} {width} y="1" height="8" /></svg>
        </div>
    }
}
