//! The table of the source, and how it was read.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::model::benefit::{BenefitTable, Duration};
use crate::view::format;
use crate::view::meeting::calculators::{percent, stands};

/// The table, folded away.
pub fn source(table: &BenefitTable) -> Html {
    let source = &table.passage.source;
    html! {
        <details class="case__fold">
            <summary>{ format!("De tabel van bron {source}, en hoe wij die lezen") }</summary>
            <div class="utrecht-table-container scroll" role="region" aria-label={format!("Tabel van bron {source}")} tabindex="0">
                <table class="case__table benefit__table">
                    <thead>
                        <tr>
                            <th scope="col">{ "Jaren" }</th>
                            <th scope="col">{ "Uitstroom" }</th>
                            <th scope="col">{ "Naar werk of opleiding" }</th>
                            <th scope="col">{ "Bespaard per persoon" }</th>
                            <th scope="col">{ "Met terugval" }</th>
                        </tr>
                    </thead>
                    <tbody>{ for table.durations.iter().map(row) }</tbody>
                </table>
            </div>
            <ul class="case__notes">
                { for table.reading.iter().map(|note| html! { <li>{ note }</li> }) }
                <li>{ "Tussen twee rijen ligt een rechte lijn. Na de laatste rij verandert er niets." }</li>
                <li>{ format!("{} {}", table.about, stands(&table.passage)) }</li>
            </ul>
        </details>
    }
}

fn row(row: &Duration) -> Html {
    let outflow: Vec<String> = row.outflow.iter().map(|chance| percent(*chance)).collect();
    let (low, high) = row.work;
    let work = if low == high {
        percent(low)
    } else {
        format!("{}–{}", format::plain(low * Decimal::ONE_HUNDRED), percent(high))
    };
    html! {
        <tr key={row.years.to_string()}>
            <th scope="row">{ format::plain(row.years) }</th>
            <td>{ outflow.join(" / ") }</td>
            <td>{ work }</td>
            <td>{ format::euros(row.damage) }</td>
            <td>{ format::euros(row.damage_relapse) }</td>
        </tr>
    }
}
