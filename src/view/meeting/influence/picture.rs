//! The picture: a bar for each thing that moves, around the deficit of the scenario. Its values stand in the table too.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::found::Ranking;
use super::subject::{self, Which};
use crate::analysis::sensitivity::Influence;
use crate::chart::px;
use crate::chart::tornado::{Bar, MIDDLE, Side, Tick, Tip, Tornado, lay_out};
use crate::model::money::Money;
use crate::view::desk::Desk;
use crate::view::format;
use crate::view::same::Same;

/// Between an end and its words, in pixels.
const GAP: f64 = 9.0;

/// The bars of the first few of what was found.
#[derive(PartialEq)]
pub struct Picture {
    pub found: Same<Ranking>,
    /// How many of them.
    pub shown: usize,
}

/// The bars that are shown. The scale is that of all, so that it stays when more are shown.
pub fn draw(desk: &Desk, of: &Picture) -> Html {
    let (catalogue, found) = (&desk.catalogue, &of.found);
    let chart = lay_out(&found.all, found.now);
    let row = |(influence, bar): (&Influence, &Bar)| {
        let subject = influence.subject;
        html! {
            <li key={subject::key(subject, catalogue)} class="tornado__row">
                <div class="tornado__name"><span>{ subject::name(subject, catalogue) }</span>{ subject::kind(subject, catalogue, found.scenario.plan()) }</div>
                <svg class="tornado__bar" role="img" aria-label={subject::sentence(influence, catalogue)}>
                    { for chart.ticks.iter().map(|tick| upright("chart__grid", tick.x)) }
                    { upright("tornado__now", MIDDLE) }
                    // Everything hangs on the middle of the row, however high the name beside it is.
                    <rect class="tornado__body" x={percent(bar.left())} width={percent(bar.length())} y="50%" height="18" transform="translate(0 -9)" />
                    { end(bar, &bar.from, subject::short(influence, Which::From, catalogue), "tornado__from") }
                    { end(bar, &bar.to, subject::short(influence, Which::To, catalogue), "tornado__to") }
                </svg>
            </li>
        }
    };
    html! {
        <>
            <div class="tornado__row tornado__head" aria-hidden="true">
                <span></span>
                { scale(&chart, found.now) }
            </div>
            <ol class="tornado__rows">{ for found.all.iter().zip(&chart.bars).take(of.shown).map(row) }</ol>
        </>
    }
}

/// Round deficits above the bars.
fn scale(chart: &Tornado, now: Money) -> Html {
    let tick = |tick: &Tick| {
        // Ticks are round amounts of at most hundreds of millions: a decimal holds them.
        let amount = Decimal::from_f64_retain(tick.amount / 1e6).unwrap_or_default();
        html! {
            <g key={tick.amount as i64}>
                <line class="chart__grid" x1={percent(tick.x)} x2={percent(tick.x)} y1="36" y2="40" />
                <text class="chart__tick" x={percent(tick.x)} y="31" text-anchor="middle">{ format::number(amount, chart.decimals) }</text>
            </g>
        }
    };
    html! {
        <svg class="tornado__scale" aria-hidden="true">
            <text class="tornado__now-words" x={percent(MIDDLE)} y="12" text-anchor="middle">{ format!("nu {}", format::millions(now)) }</text>
            { for chart.ticks.iter().map(tick) }
        </svg>
    }
}

fn percent(at: f64) -> String {
    format!("{}%", px(at))
}

/// A line over the height of a row.
fn upright(class: &'static str, x: f64) -> Html {
    html! { <line {class} x1={percent(x)} x2={percent(x)} y1="0" y2="100%" /> }
}

/// An end: its mark, and what it is.
fn end(bar: &Bar, tip: &Tip, text: String, class: &'static str) -> Html {
    let (anchor, away) = match tip.words {
        Side::Before => ("end", -GAP),
        Side::After => ("start", GAP),
    };
    html! {
        <>
            <circle {class} cx={percent(tip.x)} cy="50%" r="4.5" />
            <text class={classes!("tornado__words", bar.holds(tip).then_some("tornado__words--on-bar"))} x={percent(tip.x)} dx={px(away)} y="50%" dy="0.35em" text-anchor={anchor}>{ text }</text>
        </>
    }
}
