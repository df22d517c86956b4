//! What the scenario of a link comes to.

use yew::prelude::*;

use crate::model::money::Money;
use crate::model::projection::Total;
use crate::model::year::Year;
use crate::scenario::Scenario;
use crate::scenario::link;
use crate::view::desk::Desk;
use crate::view::{format, words};

/// The scenario of a link with its outcome of the last year.
pub struct Outcome {
    pub scenario: Scenario,
    year: Year,
    /// Positive is a shortage.
    deficit: Money,
    /// What the measures save more than they cost.
    less: Money,
    /// What the link held that was not taken over, in sentences.
    pub notes: Vec<String>,
}

/// Reads a link and calculates what it comes to.
pub fn outcome(link: &str, desk: &Desk) -> Outcome {
    let opened = link::read(link, &desk.catalogue);
    let projection = desk.sheet(opened.scenario.plan()).projection();
    let last = projection.last();
    let deficit = last.total(Total::Deficit);
    Outcome {
        year: projection.last_year(),
        deficit,
        less: last.total(Total::Savings) - last.total(Total::Costs),
        notes: words::about_link(&opened, &projection, &desk.catalogue),
        scenario: opened.scenario,
    }
}

/// The deficit, and what the measures do to it.
pub fn amounts(outcome: &Outcome) -> Html {
    let year = outcome.year.number();
    let (name, size) = words::deficit(outcome.deficit);
    html! {
        <dl class="kept__amounts">
            <div>
                <dt>{ format!("{name} {year}") }</dt>
                <dd><data data-kept="deficit" value={format::cents(outcome.deficit)}>{ format::euros(size) }</data></dd>
            </div>
            <div>
                <dt>{ "Kosten door de maatregelen" }</dt>
                <dd><data data-kept="less" value={format::cents(outcome.less)}>{ words::net(outcome.less) }</data></dd>
            </div>
        </dl>
    }
}
