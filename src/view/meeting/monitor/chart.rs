//! A chart: what nobody may read it without, its bars, and the table with where every number stands.

use yew::prelude::*;

use super::{numbers, table};
use crate::chart::monitor::{ABOVE, Column, PLOT, Slot, bar, columns, is_along_periods, slots, zero};
use crate::chart::{percent, px};
use crate::model::monitor::{Chart, Direction, Kind, Measure, Period, Point, Series};

/// The height of a line of the periods below the plot, in pixels.
const LINE: f64 = 15.0;

/// The height of a bar in a row, in pixels.
const ROW: &str = "10";

/// The id of the stripes of what is not final, as the styles have it too.
const STRIPES: &str = "monitor-strepen";

/// The stripes, for the room to hold once.
pub fn stripes() -> Html {
    html! {
        <svg class="monitor__stripes" width="0" height="0" aria-hidden="true">
            <pattern id={STRIPES} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
                <rect width="2.5" height="6" />
            </pattern>
        </svg>
    }
}

/// The chart with its table.
pub fn draw(chart: &Chart) -> Html {
    let heading = format!("monitor-{}", chart.id);
    html! {
        <figure key={chart.id.clone()} class="measured" aria-labelledby={heading.clone()} data-chart={chart.id.clone()}>
            <h4 class="measured__title" id={heading}>{ &chart.title }{ " " }<small>{ unit(chart) }</small></h4>
            <p class="measured__caveat">{ &chart.caveat }</p>
            { key(chart) }
            if is_along_periods(chart) {
                <div class="measured__panels">{ for chart.series.iter().map(|series| panel(series, chart)) }</div>
            } else {
                <ul class="measured__rows">{ for chart.series.iter().map(|series| rows(series, chart)) }</ul>
            }
            <details><summary>{ "Tabel en vindplaatsen" }</summary>{ table::draw(chart) }</details>
        </figure>
    }
}

/// What the numbers are in, with the period where there is but one.
fn unit(chart: &Chart) -> String {
    let unit = numbers::unit(chart);
    only_period(chart).map_or_else(|| unit.to_string(), |period| format!("{unit}, {}", period.label()))
}

/// The period of all numbers of a chart, where they have one.
fn only_period(chart: &Chart) -> Option<Period> {
    let first = chart.points().next()?.period;
    chart.points().all(|point| point.period == first).then_some(first)
}

/// How what is no outcome is drawn, where there is any.
fn key(chart: &Chart) -> Html {
    let kinds: Vec<Kind> =
        Kind::ALL.into_iter().filter(|kind| chart.points().any(|point| point.kind == *kind)).collect();
    let one = |kind: &Kind| {
        html! {
            <li key={kind.word()}>
                <svg width="14" height="12" aria-hidden="true"><rect x="1" y="1" width="12" height="10" class={class(*kind)} /></svg>
                { kind.word() }
            </li>
        }
    };
    html! { if kinds != [Kind::Realised] { <ul class="measured__key">{ for kinds.iter().map(one) }</ul> } }
}

/// How a number is drawn, by how final it is.
fn class(kind: Kind) -> &'static str {
    match kind {
        Kind::Realised => "measured__bar",
        Kind::Target => "measured__bar measured__bar--target",
        Kind::Forecast => "measured__bar measured__bar--forecast",
        Kind::Provisional => "measured__bar measured__bar--provisional",
        Kind::Incomplete => "measured__bar measured__bar--incomplete",
    }
}

/// A series along its periods.
fn panel(series: &Series, chart: &Chart) -> Html {
    let places = columns(series, slots(chart));
    let zero = px(zero(series));
    let lines = series.points.iter().map(|point| point.period.lines().len()).fold(1, Ord::max);
    html! {
        <div key={series.id.clone()} class="measured__panel" data-series={series.id.clone()}>
            <h5>{ &series.name }</h5>
            <svg width="100%" height={px(ABOVE + PLOT + LINE * lines as f64 + 4.0)} role="img" aria-label={in_words(series, chart)}>
                <line class="measured__zero" x1="0" x2="100%" y1={zero.clone()} y2={zero} />
                { for series.periods().zip(&places).map(|(points, slot)| period(points, slot, chart)) }
            </svg>
            { said(series, chart, true) }
        </div>
    }
}

/// The columns of a period, with its name below.
fn period(points: &[Point], slot: &Slot, chart: &Chart) -> Html {
    let column = |(point, column): (&Point, &Column)| {
        html! {
            <>
                <rect class={class(point.kind)} x={percent(column.left)} width={percent(column.width)} y={px(column.top)} height={px(column.height)} />
                <text class="measured__value" x={percent(column.left + column.width / 2.0)} y={px(column.top - 5.0)}>{ numbers::short(point, chart) }</text>
            </>
        }
    };
    let name = points.first().map(|point| point.period.lines()).unwrap_or_default();
    let line = |(at, text): (usize, &String)| {
        html! { <text class="measured__period" x={percent(slot.middle)} y={px(ABOVE + PLOT + LINE * (at as f64 + 1.0))}>{ text }</text> }
    };
    html! { <>{ for points.iter().zip(&slot.columns).map(column) }{ for name.iter().enumerate().map(line) }</> }
}

/// A series of one period: a bar in a row for each of its numbers.
fn rows(series: &Series, chart: &Chart) -> Html {
    let row = |point: &Point| {
        let (left, width) = bar(point, chart);
        let about = about(point, chart);
        html! {
            <div class="measured__row">
                <span>{ &series.name }if !about.is_empty() { <small>{ format!(" {about}") }</small> }</span>
                <span class="measured__amount">{ numbers::short(point, chart) }</span>
                <svg width="100%" height={ROW} aria-hidden="true">
                    <rect class={class(point.kind)} x={percent(left)} width={percent(width)} y="0.75" height="8.5" />
                </svg>
            </div>
        }
    };
    html! { <li key={series.id.clone()} data-series={series.id.clone()}>{ for series.points.iter().map(row) }{ said(series, chart, false) }</li> }
}

/// What its row says of a number beside its name: when it is of, and how final, where that is not the same of all.
fn about(point: &Point, chart: &Chart) -> String {
    let period = only_period(chart).is_none().then(|| point.period.label());
    let is_told = chart.points().any(|other| other.kind != Kind::Realised);
    let kind = is_told.then(|| point.kind.word().to_string());
    period.into_iter().chain(kind).collect::<Vec<_>>().join(", ")
}

/// What must be known of a series: what is better, and which of its numbers are not what they seem; how final they are only
/// where their bars do not say it.
fn said(series: &Series, chart: &Chart, says_kind: bool) -> Html {
    let better = series.direction.map(|direction| better(direction, chart.unit).to_string());
    let of_point = |point: &Point| {
        let is_final = matches!(point.kind, Kind::Realised | Kind::Target);
        let kind = (says_kind && !is_final).then(|| point.kind.word().to_string());
        let all: Vec<String> = kind.into_iter().chain(point.note.clone()).collect();
        (!all.is_empty()).then(|| format!("{}: {}.", point.period.label(), all.join("; ")))
    };
    let lines = better.into_iter().chain(series.note.clone()).chain(series.points.iter().filter_map(of_point));
    html! { <div class="measured__said">{ for lines.map(|line| html! { <p>{ line }</p> }) }</div> }
}

/// What the source means to be better.
fn better(direction: Direction, unit: Measure) -> &'static str {
    match (direction, unit) {
        (Direction::Higher, Measure::Count) => "Meer is hier als beter bedoeld.",
        (Direction::Lower, Measure::Count) => "Minder is hier als beter bedoeld.",
        (Direction::Higher, _) => "Hoger is hier als beter bedoeld.",
        (Direction::Lower, _) => "Lager is hier als beter bedoeld.",
    }
}

/// A series for who does not see its columns.
fn in_words(series: &Series, chart: &Chart) -> String {
    let number = |point: &Point| {
        let kind = if point.kind == Kind::Realised { String::new() } else { format!(" ({})", point.kind.word()) };
        format!("{} {}{kind}", point.period.label(), numbers::short(point, chart))
    };
    let all: Vec<String> = series.points.iter().map(number).collect();
    format!("{}, {}: {}", series.name, numbers::unit(chart), all.join("; "))
}
