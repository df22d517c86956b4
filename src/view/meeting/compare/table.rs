//! A table with a column for each scenario. On a narrow screen each row is a list, with the scenario before each value.

use yew::prelude::*;

use super::letter::key;
use super::results::{Column, Columns};

/// A cell behind the value of each scenario: what it is called, and what stands in it.
pub type Further = (&'static str, Html);

/// The table. The roles say again what the elements say, which browsers forget when style makes lists of them.
pub fn table(label: &str, corner: &'static str, columns: &Columns, further: &[&'static str], body: Html) -> Html {
    html! {
        <div class="utrecht-table-container scroll versus__scroll" role="region" aria-label={label.to_string()} tabindex="0">
            <table class="utrecht-table utrecht-table--html-table versus" role="table">
                <thead role="rowgroup"><tr role="row">
                    <th scope="col" role="columnheader">{ corner }</th>
                    { for columns.iter().map(|column| html! {
                        <th scope="col" role="columnheader" key={column.letter.text()}>{ key(column.letter) }<span class="versus__name">{ &column.name }</span></th>
                    }) }
                    { for further.iter().map(|name| html! { <th scope="col" role="columnheader" key={*name} class="versus__further">{ *name }</th> }) }
                </tr></thead>
                { body }
            </table>
        </div>
    }
}

/// A row of the table: a cell for each scenario, then the further ones.
pub fn row(
    id: String,
    head: Html,
    columns: &Columns,
    cells: impl Iterator<Item = Html>,
    further: Vec<Further>,
) -> Html {
    let of_scenario = |(column, shown): (&Column, Html)| {
        html! { <td role="cell" key={column.letter.text()} data-of={column.title()}><span>{ shown }</span></td> }
    };
    let behind = |(name, shown): Further| {
        html! { <td role="cell" key={name} class="versus__further" data-of={name}><span>{ shown }</span></td> }
    };
    html! {
        <tr role="row" key={id}>
            <th scope="row" role="rowheader">{ head }</th>
            { for columns.iter().zip(cells).map(of_scenario) }
            { for further.into_iter().map(behind) }
        </tr>
    }
}
