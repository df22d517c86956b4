//! The numbers of a chart in a table, each with how final it is and where it stands.

use yew::prelude::*;

use crate::model::monitor::{Chart, Point, Series};
use crate::view::format;

/// The table.
pub fn draw(chart: &Chart) -> Html {
    let row = |series: &Series, point: &Point| {
        html! {
            <tr key={format!("{}-{}-{}", series.id, point.period, point.kind.word())}>
                <th scope="row">{ &series.name }</th>
                <td>{ point.period.label() }</td>
                <td>
                    <data data-monitor={series.id.clone()} data-year={point.period.to_string()} data-kind={point.kind.word()} value={point.value.to_string()}>
                        { format::plain(point.value) }
                    </data>
                </td>
                <td>{ point.kind.word() }</td>
                <td>{ format!("Bron {}: “{}”", point.passage.source, point.passage.locator) }</td>
            </tr>
        }
    };
    let rows = chart.series.iter().flat_map(|series| series.points.iter().map(move |point| row(series, point)));
    html! {
        <div class="utrecht-table-container scroll" role="region" aria-label={format!("Tabel {}", chart.title)} tabindex="0">
            <table class="utrecht-table utrecht-table--html-table">
                <caption class="utrecht-table__caption">{ format!("{} {}", chart.title, chart.caveat) }</caption>
                <thead><tr>{ for ["Wat", "Wanneer", "Aantal", "Hoe zeker", "Vindplaats"].map(|name| html! { <th scope="col" key={name}>{ name }</th> }) }</tr></thead>
                <tbody>{ for rows }</tbody>
            </table>
        </div>
    }
}
