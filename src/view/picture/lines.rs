//! Chart 1: cost with and without measures against the budget; the deficit is the area between.

use yew::prelude::*;

use super::{Columns, PictureProps, YearSlider, columns, grid, in_millions, use_width, years};
use crate::analysis::range::{Band, Bands, rounded};
use crate::chart::lines::{LINES, LinesChart, lay_out, x};
use crate::chart::{Frame, euros};
use crate::model::money::Money;
use crate::model::projection::{Projection, Total};
use crate::model::year::{PerYear, Year};
use crate::view::desk::{Desk, Topic, use_desk};
use crate::view::{format, words};

/// Below this width the names of the lines stand above the chart.
const NAMES_BESIDE: f64 = 520.0;

/// The room the names take beside the chart.
pub const BESIDE: f64 = 165.0;

#[component]
pub fn LinesPicture(props: &PictureProps) -> Html {
    let desk = use_desk();
    let node = use_node_ref();
    let width = use_width(&node);
    let right = if width >= NAMES_BESIDE { BESIDE } else { 12.0 };
    let frame = Frame { width, height: 270.0, left: 40.0, right, top: 14.0, bottom: 26.0 };
    let projection = &*props.projection.0;
    let deficit = props.outlook.as_ref().map(|outlook| &outlook.deficit);
    let chart = lay_out(projection, deficit, &frame);
    let middles = PerYear::from_fn(|year| x(year, &frame));
    html! {
        <figure class="chart" aria-labelledby="kop-lijnen">
            <h3 class="utrecht-heading-3" id="kop-lijnen">{ "Kosten en begroting" }</h3>
            <p class="chart__unit">{ unit(&chart) }</p>
            { readout(projection, props.year, &desk) }
            { in_words(deficit.map(|bands| &bands.years[props.year]), props.year) }
            <div ref={node} class="chart__place">
                <svg viewBox={format!("0 0 {} {}", frame.width, frame.height)} role="img" aria-label="Lijngrafiek; de waarden staan in de tabel eronder">
                    { drawing(projection, &chart, &frame, props.year) }
                    { columns(Columns { frame, middles, width: frame.plot_width() / Year::LAST.offset() as f64, choose: props.choose.clone(), point: props.point.clone() }) }
                </svg>
            </div>
            <YearSlider label="Jaar in de grafiek kosten en begroting" year={props.year} values={spoken(projection, props.year)} choose={props.choose.clone()} />
            <Table projection={props.projection.clone()} deficit={deficit.cloned()} />
        </figure>
    }
}

/// All that stands in the picture: nothing in it reacts to the pointer.
pub fn drawing(projection: &Projection, chart: &LinesChart, frame: &Frame, year: Year) -> Html {
    let line = |(figure, path): (Total, &String)| {
        html! { <path key={figure.id()} class={format!("chart__line chart__line--{}", figure.id())} d={path.clone()} /> }
    };
    html! {
        <>
            { grid(chart.axis, *frame) }
            <path class="chart__deficit" d={chart.deficit.clone()} />
            if let Some(band) = &chart.band {
                <path class="chart__band" d={band.area.clone()} />
                <path class="chart__middle" d={band.middle.clone()} />
            }
            { for LINES.into_iter().zip(&chart.paths).map(line) }
            if frame.right >= BESIDE { { names(chart, frame, projection) } }
            { years(*frame, PerYear::from_fn(|year| x(year, frame)), year) }
            { marker(projection, chart, frame, year) }
        </>
    }
}

/// The band of the year in words, in a room that is there before it is known.
pub fn in_words(band: Option<&Band>, year: Year) -> Html {
    html! {
        <p class="readout__band">
            if let Some(band) = band { <span class="key key--band" aria-hidden="true"></span>{ sentence(band, year) } }
        </p>
    }
}

/// What the band of a year says.
pub fn sentence(band: &Band, year: Year) -> String {
    let (_, middle) = words::deficit(rounded(band.middle));
    format!("{}; stippellijn: midden, {}.", words::in_runs(band, year), format::millions(middle))
}

/// Of what the amounts are, and where the axis begins.
pub fn unit(chart: &LinesChart) -> String {
    let from = in_millions(chart.axis.from, chart.axis.decimals_in_millions());
    format!("In miljoenen euro. De as begint bij {from} miljoen.")
}

fn name(figure: Total) -> &'static str {
    match figure {
        Total::Baseline => "Zonder maatregelen",
        Total::Net => "Met maatregelen",
        _ => figure.name(),
    }
}

/// What a value is called, with its size: a negative deficit is a surplus.
fn named(figure: Total, amount: Money) -> (&'static str, Money) {
    if figure == Total::Deficit { words::deficit(amount) } else { (name(figure), amount) }
}

/// The values of the chosen year; each opens its explanation.
fn readout(projection: &Projection, year: Year, desk: &Desk) -> Html {
    let one = |figure: Total| {
        let onclick = desk.explains(Topic::Total(figure, year));
        html! {
            <li key={figure.id()}>
                <span class={format!("key key--{}", figure.id())} aria-hidden="true"></span>
                <span>{ named(figure, projection[year].total(figure)).0 }</span>
                <button type="button" class="number" {onclick}>{ format::millions(named(figure, projection[year].total(figure)).1) }</button>
            </li>
        }
    };
    html! {
        <div class="readout">
            <strong class="readout__year">{ year.number() }</strong>
            <ul>{ for LINES.into_iter().chain([Total::Deficit]).map(one) }</ul>
        </div>
    }
}

/// The values of a year in words.
pub fn spoken(projection: &Projection, year: Year) -> String {
    let parts: Vec<String> = LINES
        .into_iter()
        .chain([Total::Deficit])
        .map(|figure| named(figure, projection[year].total(figure)))
        .map(|(name, size)| format!("{name} {}", format::millions(size)))
        .collect();
    format!("{}: {}", year.number(), parts.join(", "))
}

fn names(chart: &LinesChart, frame: &Frame, projection: &Projection) -> Html {
    let at = frame.width - frame.right + 8.0;
    let one = |(figure, y): (Total, &f64)| {
        html! {
            <text key={figure.id()} class={format!("chart__name chart__name--{}", figure.id())} x={at.to_string()} y={y.to_string()}>
                { name(figure) }
                <tspan x={at.to_string()} dy="15">{ format::millions(projection[Year::LAST].total(figure)) }</tspan>
            </text>
        }
    };
    html! { <g>{ for LINES.into_iter().zip(&chart.names).map(one) }</g> }
}

/// The chosen year: a line down the plot and a dot on each line.
fn marker(projection: &Projection, chart: &LinesChart, frame: &Frame, year: Year) -> Html {
    let at = x(year, frame).to_string();
    html! {
        <g aria-hidden="true">
            <line class="chart__marker" x1={at.clone()} x2={at.clone()} y1={frame.top.to_string()} y2={frame.floor().to_string()} />
            { for LINES.into_iter().map(|figure| html! {
                <circle
                    key={figure.id()}
                    class={format!("chart__dot chart__dot--{}", figure.id())}
                    cx={at.clone()}
                    cy={chart.axis.y(euros(projection[year].total(figure))).to_string()}
                    r="4"
                />
            }) }
        </g>
    }
}

#[derive(Properties, PartialEq)]
struct TableProps {
    projection: super::Shown,
    /// The band of the deficit, once it is known.
    deficit: Option<Bands>,
}

/// The same figures as a table.
#[component]
fn Table(props: &TableProps) -> Html {
    let projection = &*props.projection.0;
    let cell = |figure: Total, year: Year| html! { <td key={figure.id()}>{ format::euros(projection[year].total(figure)) }</td> };
    html! {
        <details class="chart__table">
            <summary>{ "Tabel bij de grafiek kosten en begroting" }</summary>
            <div class="utrecht-table-container scroll" role="region" aria-label="Tabel kosten en begroting" tabindex="0">
                <table class="utrecht-table utrecht-table--html-table">
                    <thead><tr>
                        <th scope="col">{ "Jaar" }</th>
                        { for LINES.into_iter().chain([Total::Deficit]).map(|figure| html! { <th scope="col" key={figure.id()}>{ name(figure) }</th> }) }
                        <th scope="col">{ "Tekort in 8 van de 10 doorrekeningen" }</th>
                    </tr></thead>
                    <tbody>{ for Year::all().map(|year| html! {
                        <tr key={year.number()}>
                            <th scope="row">{ year.number() }</th>
                            { for LINES.into_iter().chain([Total::Deficit]).map(|figure| cell(figure, year)) }
                            <td>{ props.deficit.as_ref().map(|bands| words::ends(&bands.years[year])) }</td>
                        </tr>
                    }) }</tbody>
                </table>
            </div>
        </details>
    }
}
