//! The deficit of each scenario along the years: a chart, and the same as a table.

use std::collections::BTreeSet;

use yew::prelude::*;

use super::editions;
use super::results::{Column, Columns};
use super::table::{row, table};
use crate::chart::Frame;
use crate::chart::compare::{CompareChart, Line, lay_out};
use crate::chart::lines::middles;
use crate::model::money::Money;
use crate::model::projection::Total;
use crate::model::year::{Horizon, PerYear, Year};
use crate::view::picture::parts::{grid, use_width, years};
use crate::view::{format, words};

/// Below this width only the letters stand behind the lines.
const NAMES_BESIDE: f64 = 520.0;

/// The room that names and letters take behind the lines, and the height of each, in pixels.
const OF_NAMES: (f64, f64) = (184.0, 34.0);
const OF_LETTERS: (f64, f64) = (36.0, 17.0);

/// The room between the margins of A4, in pixels.
const PAPER: f64 = 703.0;

/// From the end of a line to its name; a thin line leads from one to the other.
const TO_NAME: f64 = 18.0;

/// The longest name behind a line, in characters.
const NAME_LENGTH: usize = 20;

#[derive(Properties, PartialEq)]
pub struct PictureProps {
    pub columns: Columns,
}

/// The chart with its table.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let node = use_node_ref();
    let width = use_width(&node);
    let drawn = with_same_years(&props.columns);
    html! {
        <figure class="chart" aria-labelledby="kop-vergelijk-lijnen">
            <p class="chart__unit">{ "In miljoenen euro. Boven de dikke nullijn een tekort, eronder een overschot. Elke lijn heeft haar letter." }</p>
            <div ref={node} class="chart__place">
                { chart(&drawn, width, "Lijngrafiek van het tekort per scenario; de waarden staan in de tabel eronder") }
            </div>
            if drawn.iter().len() < props.columns.iter().len() {
                <p class="years__note">{ format!("In de grafiek staan alleen scenario’s met dezelfde jaren: {}. In de tabel staan ze alle.", editions::letters(&drawn)) }</p>
            }
            <details class="chart__table">
                <summary>{ "Tabel bij de grafiek tekort per jaar" }</summary>
                { numbers(&props.columns) }
            </details>
        </figure>
    }
}

/// The scenarios with the years of the first: the lines of a chart have the same years.
fn with_same_years(columns: &Columns) -> Columns {
    let horizon = columns.iter().next().map(|first| first.projection.horizon());
    columns.filter(|column| Some(column.projection.horizon()) == horizon)
}

/// The chart as wide as a page of paper.
pub fn on_paper(columns: &Columns) -> Html {
    chart(&with_same_years(columns), PAPER, "Het tekort per scenario, als lijnen; de waarden staan in de tabel eronder")
}

/// The lines of scenarios with the same years.
fn chart(drawn: &Columns, width: f64, label: &'static str) -> Html {
    let with_names = width >= NAMES_BESIDE;
    let (right, name) = if with_names { OF_NAMES } else { OF_LETTERS };
    let frame = Frame { width, height: 330.0, left: 44.0, right, top: 16.0, bottom: 26.0 };
    let Some(horizon) = drawn.iter().next().map(|first| first.projection.horizon()) else { return html! {} };
    let deficits: Vec<PerYear<Money>> = drawn.iter().map(of_years).collect();
    let chart = lay_out(&deficits, name, &frame);
    html! {
        <svg viewBox={format!("0 0 {} {}", frame.width, frame.height)} role="img" aria-label={label}>
            { drawing(&chart, drawn, horizon, &frame, with_names) }
        </svg>
    }
}

/// The deficit of a scenario, by year.
pub fn of_years(column: &Column) -> PerYear<Money> {
    column.projection.map(|year| year.total(Total::Deficit))
}

fn drawing(chart: &CompareChart, columns: &Columns, horizon: Horizon, frame: &Frame, with_names: bool) -> Html {
    let zero = chart.axis.y(0.0).to_string();
    let all = || columns.iter().zip(&chart.lines);
    html! {
        <>
            { grid(chart.axis, *frame) }
            <line class="chart__zero" x1={frame.left.to_string()} x2={(frame.width - frame.right).to_string()} y1={zero.clone()} y2={zero} />
            { years(*frame, middles(horizon, frame), horizon.last()) }
            { for all().map(|(column, line)| html! { <path key={column.letter.text()} class={classes!("versus__line", column.letter.class())} d={line.path.clone()} /> }) }
            { for all().map(|(column, line)| letters(column, line)) }
            { for all().map(|(column, line)| name(column, line, frame, with_names)) }
        </>
    }
}

/// The letter of a line, on the line.
fn letters(column: &Column, line: &Line) -> Html {
    let one = |(x, y): &(f64, f64)| {
        html! {
            <g key={x.to_string()}>
                <circle class="versus__dot" cx={x.to_string()} cy={y.to_string()} r="8.5" />
                <text class="versus__letter" x={x.to_string()} y={(y + 4.0).to_string()} text-anchor="middle">{ column.letter.text() }</text>
            </g>
        }
    };
    html! { <g key={column.letter.text()} class={column.letter.class()}>{ for line.letters.iter().map(one) }</g> }
}

/// The letter and name behind a line, with the deficit of the last year.
fn name(column: &Column, line: &Line, frame: &Frame, with_names: bool) -> Html {
    let end = frame.width - frame.right;
    let at = (end + TO_NAME).to_string();
    let lead = format!("M{} {}L{} {}", end + 2.0, line.end, end + TO_NAME - 3.0, line.name);
    let (name, size) = words::deficit(column.projection.last().total(Total::Deficit));
    html! {
        <g key={column.letter.text()} class={column.letter.class()}>
            <path class="versus__lead" d={lead} />
            <text class="versus__end" x={at.clone()} y={(line.name + 4.0).to_string()}>
                if with_names {
                    { shortened(&column.title()) }
                    <tspan class="versus__amount" x={at} dy="15">{ format!("{} {}", name.to_ascii_lowercase(), format::millions(size)) }</tspan>
                } else {
                    { column.letter.text() }
                }
            </text>
        </g>
    }
}

fn shortened(name: &str) -> String {
    if name.chars().count() <= NAME_LENGTH {
        return name.to_string();
    }
    let start: String = name.chars().take(NAME_LENGTH - 1).collect();
    format!("{}…", start.trim_end_matches([' ', ',', ':']))
}

/// The deficit of a scenario in a year; none where it has no such year.
pub fn in_year(column: &Column, year: i32) -> Option<Money> {
    column.projection.horizon().year(year).map(|year| of_years(column)[year])
}

/// All years that any of the scenarios has.
pub fn all_years(columns: &Columns) -> BTreeSet<i32> {
    columns.iter().flat_map(|column| column.projection.horizon().years().map(Year::number)).collect()
}

fn numbers(columns: &Columns) -> Html {
    let of_year = |year: i32| {
        let cell = |column: &Column| match in_year(column, year) {
            Some(amount) => html! {
                <data data-compare="deficit" data-scenario={column.letter.text()} data-year={year.to_string()} value={format::cents(amount)}>
                    { format::euros(amount) }
                </data>
            },
            None => html! { "–" },
        };
        row(year.to_string(), year.into(), columns, columns.iter().map(cell), Vec::new())
    };
    html! {
        <>
            <p class="years__note">{ "Een min is een overschot." }</p>
            { table("Tabel tekort per jaar", "Jaar", columns, &[], html! { <tbody role="rowgroup">{ for all_years(columns).into_iter().map(of_year) }</tbody> }) }
        </>
    }
}
