//! The numbers of a chart in a table, each with how final it is and where it stands.

use yew::prelude::*;

use super::numbers;
use crate::model::monitor::{Chart, Measure, Point, Series};

/// The table.
pub fn draw(chart: &Chart) -> Html {
    // In all digits: where the chart tells millions, the table tells euros.
    let unit = if chart.unit == Measure::Euro { "euro" } else { numbers::unit(chart) };
    let columns = ["Reeks", "Wanneer", unit, "Wat", "Vindplaats"];
    let rows = chart.series.iter().flat_map(|series| series.points.iter().map(move |point| row(series, point)));
    html! {
        <div class="utrecht-table-container scroll" role="region" aria-label={format!("Tabel: {}", chart.title)} tabindex="0">
            <table class="utrecht-table utrecht-table--html-table measured__table">
                <thead><tr>{ for columns.map(|name| html! { <th scope="col" key={name}>{ name }</th> }) }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}

fn row(series: &Series, point: &Point) -> Html {
    let kind = point.kind.word();
    html! {
        <tr key={format!("{} {} {kind}", series.id, point.period)}>
            <th scope="row">{ &series.name }</th>
            <td>{ point.period.label() }</td>
            <td class="measured__amount">
                <data data-monitor={series.id.clone()} data-year={point.period.to_string()} data-kind={point.kind.id()} value={point.value.to_string()}>
                    { numbers::full(point) }
                </data>
            </td>
            <td>{ kind }if let Some(note) = &point.note { { format!(" ({note})") } }</td>
            <td>{ format!("Bron {}: “{}”", point.passage.source, point.passage.locator) }</td>
        </tr>
    }
}
