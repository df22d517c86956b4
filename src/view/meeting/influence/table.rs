//! The same as a table, to the euro.

use yew::prelude::*;

use super::found::Ranking;
use super::subject::{self, Which};
use crate::analysis::sensitivity::Influence;
use crate::model::catalogue::Catalogue;
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::view::desk::use_desk;
use crate::view::format;
use crate::view::panel::use_fold;
use crate::view::same::Same;

#[derive(Properties, PartialEq)]
pub struct TableProps {
    pub found: Same<Ranking>,
}

/// All influences; only made while open.
#[component]
pub fn InfluenceTable(props: &TableProps) -> Html {
    let catalogue = use_desk().catalogue;
    let (open, ontoggle) = use_fold();
    html! {
        <details class="chart__table" {ontoggle}>
            <summary>{ "Tabel bij de grafiek wat telt het meest" }</summary>
            if open { { table(&props.found, &catalogue) } }
        </details>
    }
}

fn table(found: &Ranking, catalogue: &Catalogue) -> Html {
    let deficit = format!("Tekort {}", catalogue.horizon().last().number());
    let heads = ["Laag, standaard of zonder", &deficit, "Hoog of zoals ingesteld", &deficit, "Verschil"];
    let plan = found.scenario.plan();
    html! {
        <>
            <p class="years__note">{ "In euro, de meeste invloed eerst. Een min bij het tekort is een overschot." }</p>
            <div class="utrecht-table-container scroll" role="region" aria-label="Tabel wat telt het meest" tabindex="0">
                <table class="utrecht-table utrecht-table--html-table influence__table">
                    <thead><tr>
                        <th scope="col">{ "Cijfer of maatregel" }</th>
                        { for heads.into_iter().enumerate().map(|(at, head)| html! { <th scope="col" key={at}>{ head.to_string() }</th> }) }
                    </tr></thead>
                    <tbody>{ for found.all.iter().map(|influence| row(influence, catalogue, plan)) }</tbody>
                </table>
            </div>
        </>
    }
}

fn row(influence: &Influence, catalogue: &Catalogue, plan: &Plan) -> Html {
    let key = subject::key(influence.subject, catalogue);
    let amount = |end: &'static str, amount: Money| {
        html! { <td><data data-influence={key.clone()} data-end={end} value={format::cents(amount)}>{ format::euros(amount) }</data></td> }
    };
    html! {
        <tr key={key.clone()}>
            <th scope="row">
                <span class="influence__name">{ subject::name(influence.subject, catalogue) }</span>
                { subject::kind(influence.subject, catalogue, plan) }
            </th>
            <td>{ subject::long(influence, Which::From, catalogue) }</td>
            { amount("from", influence.from.deficit) }
            <td>{ subject::long(influence, Which::To, catalogue) }</td>
            { amount("to", influence.to.deficit) }
            { amount("swing", influence.swing()) }
        </tr>
    }
}
