//! What each measure yields in the last year: sorted bars with names, the exact amounts beside them, and apart those of which
//! nobody knows the effect.

use yew::prelude::*;

use crate::analysis::outlook::Outlook;
use crate::chart::measures::{Row, Span, Unknown, lay_out, reach};
use crate::chart::percent;
use crate::chart::steady::Steady;
use crate::model::catalogue::Measure;
use crate::model::money::Money;
use crate::model::year::Year;
use crate::view::desk::Desk;
use crate::view::session::Session;
use crate::view::{format, output, words};

/// The bars in the outlook that is shown; the exact amounts as set, for other programs too.
pub fn draw_measures(desk: &Desk, session: &Session) -> Html {
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let (result, year) = (session.shown().last(), session.projection.last_year());
    let axis = Steady::over(reach(result, year, plan, catalogue));
    let laid = lay_out(result, year, plan, catalogue, &axis);
    let row = |row: &Row| {
        let name = words::measure(row.measure, catalogue);
        html! {
            <li key={row.measure.index()}>
                <button type="button" class="number number--row" onclick={desk.tells_why(row.measure)}>{ name }</button>
                <svg class="measures__bars" aria-hidden="true">
                    { span("measures__cost", row.paid) }{ span("measures__saving", row.saved) }
                    <line class="plot__zero" x1={percent(laid.zero)} x2={percent(laid.zero)} y1="0" y2="100%" />
                    <circle cx={percent(row.dot)} cy="50%" r="4" />
                </svg>
                <b class={(row.net < Money::zero()).then_some("is-worse")}>{ format::signed_tenths(row.net) }{ row.cost.is_none().then_some(" ?") }</b>
            </li>
        }
    };
    let unknown = |of: &Unknown| {
        let name = words::measure(of.measure, catalogue);
        match of.cost {
            Some(cost) if cost == Money::zero() => name,
            Some(cost) => format!("{name} (kost {})", format::euros(cost)),
            None => format!("{name} (kosten onbekend)"),
        }
    };
    let unknown: Vec<String> = laid.unknown.iter().map(unknown).collect();
    let looking = words::outlook_title(session.outlook(), catalogue, plan);
    html! {
        <section class="measures">
            <h3>{ "Wat levert elke maatregel op?" }</h3>
            <p class="sheet__lead">{ format!("{looking}; {}, in miljoenen euro. Links van nul kosten, rechts besparing; de stip is netto.", year.number()) }</p>
            <ul class="measures__list">{ for laid.rows.iter().map(row) }</ul>
            if !unknown.is_empty() {
                <p class="measures__unknown"><b aria-hidden="true">{ "?" }</b>{ format!(" effect onbekend ({}): {}", unknown.len(), unknown.join("; ")) }</p>
            }
            { table(session, year) }
        </section>
    }
}

fn span(class: &'static str, Span { x, width }: Span) -> Html {
    html! { <rect {class} x={percent(x)} width={percent(width)} y="20%" height="60%" /> }
}

/// Saving, cost and net of each measure in euros, as set.
fn table(session: &Session, year: Year) -> Html {
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let as_set = words::in_outlook(Outlook::Plan, catalogue, plan);
    let row = |measure: &Measure| {
        let result = session.projection.last().measure(measure.measure);
        let [saving, cost] = catalogue.known(measure.measure, year, plan, result);
        let net = saving.zip(cost).map(|_| result.net());
        let in_words = net.map(|net| words::net(Money::zero() - net));
        html! {
            <tr key={measure.number}>
                <th scope="row">{ words::measure(measure.measure, catalogue) }</th>
                <td>{ cell(measure, "savings", year, saving, saving.map(format::euros)) }</td>
                <td>{ cell(measure, "costs", year, cost, cost.map(format::euros)) }</td>
                <td>{ cell(measure, "net", year, net, in_words) }</td>
            </tr>
        }
    };
    html! {
        <div class="utrecht-table-container scroll" role="region" aria-label="Tabel met wat iedere maatregel oplevert" tabindex="0">
            <table class="utrecht-table utrecht-table--html-table measures__table">
                <caption class="utrecht-table__caption">{ format!("In euro, {}, {as_set}", year.number()) }</caption>
                <thead><tr>{ for ["Maatregel", "Besparing", "Kosten", "Netto kosten"].map(|name| html! { <th scope="col" key={name}>{ name }</th> }) }</tr></thead>
                <tbody>{ for catalogue.measures().iter().map(row) }</tbody>
            </table>
        </div>
    }
}

/// An amount of a measure; what nobody knows is not zero.
fn cell(measure: &Measure, figure: &str, year: Year, amount: Option<Money>, text: Option<String>) -> Html {
    let data = output::measure(measure, figure, Outlook::Plan, year, amount);
    output::shown(data, text.unwrap_or_else(|| words::NOT_KNOWN.to_string()))
}
