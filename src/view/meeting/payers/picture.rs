//! The picture: three columns of boxes, with bands as high as their amounts between them.

use yew::prelude::*;

use super::look::{Look, circle, kind, thousands};
use crate::chart::flow::{Band, Diagram, Kind, Measure, Payer, Span};
use crate::chart::{percent, px};
use crate::model::money::Money;
use crate::view::words;

/// Where the columns begin and end, in percent of the width: who pays, the measure, who reaps.
const COLUMNS: [[f64; 2]; 3] = [[0.0, 25.0], [33.5, 66.5], [75.0, 100.0]];

/// How wide the bar at a box is, in percent of the width.
const BAR: f64 = 0.7;

/// The id of the stripes of what goes the other way, as the styles have it too.
const STRIPES: [&str; 2] = ["betalers-meer", "betalers-minder"];

/// The picture, where there is room for it.
pub fn draw(diagram: &Diagram<'_>, look: &Look) -> Html {
    let height = px(diagram.height);
    html! {
        <figure class="flow" aria-label={format!("Wie betaalt en wie bespaart in {}; de bedragen staan in de tabellen eronder", look.year.number())}>
            <figcaption class="flow__about">{ format!("{}. In duizenden euro.", look.about()) }</figcaption>
            <div class="flow__heads" aria-hidden="true"><b>{ "Wie betaalt" }</b><b>{ "Maatregel" }</b><b>{ "Wie bespaart" }</b></div>
            <div class="flow__plot" style={format!("block-size:{height}px")} aria-hidden="true">
                <svg class="flow__bands" viewBox={format!("0 0 100 {height}")} preserveAspectRatio="none">
                    <defs>{ for STRIPES.map(stripes) }</defs>
                    { for diagram.bands.iter().map(band) }
                    { for diagram.payers.iter().map(payer_bar) }
                    { for diagram.measures.iter().map(measure_bars) }
                </svg>
                { for diagram.payers.iter().map(payer) }
                { for diagram.measures.iter().map(|of| measure(of, look)) }
            </div>
        </figure>
    }
}

fn stripes(id: &'static str) -> Html {
    html! {
        <pattern key={id} {id} width="1" height="6" patternUnits="userSpaceOnUse">
            <rect class={id} width="1" height="3" />
        </pattern>
    }
}

/// How a band or bar is drawn, by what it is.
fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Cost => "flow__cost",
        Kind::Extra => "flow__extra",
        Kind::Saving => "flow__saving",
        Kind::Less => "flow__less",
    }
}

/// A band from its left end to its right end.
fn band(band: &Band<'_>) -> Html {
    let [pays, measures, reaps] = COLUMNS;
    let (from, to, [left, right]) = if band.kind.is_paid() {
        (band.at_payer, band.at_measure, [pays[1], measures[0]])
    } else {
        (band.at_measure, band.at_payer, [measures[1], reaps[0]])
    };
    let [x0, x1, middle] = [left, right, (left + right) / 2.0].map(px);
    let edge = |from: f64, to: f64| (px(from), px(to));
    let ((y0, y1), (z0, z1)) = (edge(from.y, to.y), edge(from.y + from.height, to.y + to.height));
    let path = format!("M{x0} {y0}C{middle} {y0} {middle} {y1} {x1} {y1}V{z1}C{middle} {z1} {middle} {z0} {x0} {z0}z");
    html! { <path class={class(band.kind)} d={path} /> }
}

fn bar(class: &'static str, x: f64, span: Span) -> Html {
    html! { <rect class={format!("flow__bar {class}")} x={px(x)} width={px(BAR)} y={px(span.y)} height={px(span.height)} /> }
}

fn payer_bar(of: &Payer<'_>) -> Html {
    let [pays, _, reaps] = COLUMNS;
    bar(class(of.kind), if of.kind.is_paid() { pays[1] - BAR } else { reaps[0] }, of.bar)
}

fn measure_bars(of: &Measure) -> Html {
    let [_, [left, right], _] = COLUMNS;
    html! { <>{ bar("flow__cost", left, of.bar_in) }{ bar("flow__saving", right - BAR, of.bar_out) }</> }
}

/// A box with its name and its amounts.
fn boxed(class: &'static str, [left, right]: [f64; 2], slot: Span, name: String, amounts: Html) -> Html {
    let place = format!(
        "inset-inline-start:{};inline-size:{};inset-block-start:{}px;block-size:{}px",
        percent(left),
        percent(right - left),
        px(slot.y),
        px(slot.height)
    );
    html! { <div class={format!("flow__box {class}")} style={place}><span class="flow__name">{ name }</span><span class="flow__amount">{ amounts }</span></div> }
}

fn payer(of: &Payer<'_>) -> Html {
    let [pays, _, reaps] = COLUMNS;
    let (class, column) = if of.kind.is_paid() { ("flow__box--pays", pays) } else { ("flow__box--reaps", reaps) };
    // What is saved is not all of the same use; what is paid counts, whoever pays it.
    let says = if of.kind == Kind::Saving { circle(of.circle) } else { kind(of.kind) };
    let amounts = html! { <><b>{ thousands(of.amount) }</b>{ " " }<small>{ says }</small></> };
    boxed(class, column, of.slot, words::capitalised(&of.member.name), amounts)
}

fn measure(of: &Measure, look: &Look) -> Html {
    let reaped = of.reaped.map_or_else(|| words::NOT_KNOWN.to_string(), thousands);
    let paid = match of.costs_unknown {
        true if of.paid == Money::zero() => words::NOT_KNOWN.to_string(),
        true => format!("minstens {}", thousands(of.paid)),
        false => thousands(of.paid),
    };
    let amounts =
        html! { <><small>{ "kost " }</small><b>{ paid }</b><small>{ " · bespaart " }</small><b>{ reaped }</b></> };
    let class = if of.reaped.is_none() { "flow__box--measure flow__box--unknown" } else { "flow__box--measure" };
    boxed(class, COLUMNS[1], of.slot, words::measure(of.measure, &look.session.catalogue), amounts)
}
