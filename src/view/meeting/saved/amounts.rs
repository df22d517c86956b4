//! What the scenario of a link comes to.

use yew::prelude::*;

use crate::model::money::Money;
use crate::model::projection::Total;
use crate::model::year::Year;
use crate::scenario::link;
use crate::view::edition::{Unopened, known_of};
use crate::view::meeting::reading::InEdition;
use crate::view::{format, words};

/// The scenario of a link with its outcome of the last year.
pub struct Outcome {
    pub of: InEdition,
    year: Year,
    /// Positive is a shortage.
    deficit: Money,
    /// What the measures save more than they cost.
    less: Money,
    /// What the link held that was not taken over, in sentences.
    pub notes: Vec<String>,
}

/// Reads a link and calculates what it comes to with its own figures.
///
/// # Errors
/// Says why there are no such figures.
pub fn outcome(link: &str) -> Result<Outcome, Unopened> {
    let edition = known_of(link)?;
    let opened = link::read(link, &edition.catalogue);
    let projection = edition.sheet(opened.scenario.plan()).projection();
    let last = projection.last();
    let deficit = last.total(Total::Deficit);
    Ok(Outcome {
        year: projection.last_year(),
        deficit,
        less: last.total(Total::Savings) - last.total(Total::Costs),
        notes: words::about_link(&opened, &projection, &edition.catalogue),
        of: InEdition { edition, scenario: opened.scenario.into() },
    })
}

/// What a link comes to, or why that cannot be said.
pub fn of_link(outcome: &Result<Outcome, Unopened>) -> Html {
    match outcome {
        Ok(outcome) => amounts(outcome),
        Err(why) => html! { <p class="utrecht-alert utrecht-alert--warning saved__why">{ why.to_string() }</p> },
    }
}

/// The deficit, and what the measures do to it.
fn amounts(outcome: &Outcome) -> Html {
    let year = outcome.year.number();
    let (name, size) = words::deficit(outcome.deficit);
    html! {
        <dl class="kept__amounts">
            if !outcome.of.edition.is_now() {
                <div>
                    <dt>{ "Cijfers" }</dt>
                    <dd data-kept="edition">{ outcome.of.edition.name().to_string() }</dd>
                </div>
            }
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
