//! The deficit of each scenario along the years: a chart, and the same as a table.

use yew::prelude::*;

use super::results::{Column, Columns};
use super::table::{row, table};
use crate::chart::Frame;
use crate::chart::compare::{CompareChart, Line, lay_out};
use crate::chart::lines::middles;
use crate::model::money::Money;
use crate::model::projection::Total;
use crate::model::year::{Horizon, PerYear, Year};
use crate::view::desk::use_desk;
use crate::view::picture::parts::{grid, use_width, years};
use crate::view::{format, words};

/// Below this width only the letters stand behind the lines.
const NAMES_BESIDE: f64 = 520.0;

/// The room that names and letters take behind the lines, and the height of each, in pixels.
const OF_NAMES: (f64, f64) = (184.0, 34.0);
const OF_LETTERS: (f64, f64) = (36.0, 17.0);

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
    let with_names = width >= NAMES_BESIDE;
    let (right, name) = if with_names { OF_NAMES } else { OF_LETTERS };
    let frame = Frame { width, height: 330.0, left: 44.0, right, top: 16.0, bottom: 26.0 };
    let deficits: Vec<PerYear<Money>> = props.columns.iter().map(of_years).collect();
    let chart = lay_out(&deficits, name, &frame);
    let horizon = use_desk().catalogue.horizon();
    html! {
        <figure class="chart" aria-labelledby="kop-vergelijk-lijnen">
            <p class="chart__unit">{ "In miljoenen euro. Boven de dikke nullijn een tekort, eronder een overschot. Elke lijn heeft haar letter." }</p>
            <div ref={node} class="chart__place">
                <svg viewBox={format!("0 0 {} {}", frame.width, frame.height)} role="img" aria-label="Lijngrafiek van het tekort per scenario; de waarden staan in de tabel eronder">
                    { drawing(&chart, &props.columns, horizon, &frame, with_names) }
                </svg>
            </div>
            <details class="chart__table">
                <summary>{ "Tabel bij de grafiek tekort per jaar" }</summary>
                { numbers(&props.columns, &deficits, horizon) }
            </details>
        </figure>
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

fn numbers(columns: &Columns, deficits: &[PerYear<Money>], horizon: Horizon) -> Html {
    let of_year = |year: Year| {
        let cell = |(column, years): (&Column, &PerYear<Money>)| {
            let amount = years[year];
            html! {
                <data data-compare="deficit" data-scenario={column.letter.text()} data-year={year.number().to_string()} value={format::cents(amount)}>
                    { format::euros(amount) }
                </data>
            }
        };
        row(
            year.number().to_string(),
            year.number().into(),
            columns,
            columns.iter().zip(deficits).map(cell),
            Vec::new(),
        )
    };
    html! {
        <>
            <p class="years__note">{ "Een min is een overschot." }</p>
            { table("Tabel tekort per jaar", "Jaar", columns, &[], html! { <tbody role="rowgroup">{ for horizon.years().map(of_year) }</tbody> }) }
        </>
    }
}
