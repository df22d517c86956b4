//! The numbers of the picture, in euros: what it comes to for each payer, and each measure with its payers.

use yew::prelude::*;

use super::look::{Look, circle, cost, saving};
use crate::chart::flow::Diagram;
use crate::model::catalogue::Measure;
use crate::model::frame::Member;
use crate::model::money::Money;
use crate::model::payers::{Circle, Flow, Together, own_harvest};
use crate::view::mark::Mark;
use crate::view::{format, output, words};

/// A table with a heading for readers and for who tabs to it.
fn table(about: String, columns: &[&'static str], bodies: Vec<Html>) -> Html {
    html! {
        <div class="utrecht-table-container scroll" role="region" aria-label={about.clone()} tabindex="0">
            <table class="utrecht-table utrecht-table--html-table payers__table">
                <caption class="utrecht-table__caption">{ about }</caption>
                <thead><tr>{ for columns.iter().map(|name| html! { <th scope="col" key={*name}>{ *name }</th> }) }</tr></thead>
                { bodies }
            </table>
        </div>
    }
}

/// Net per payer, per circle and of all.
pub fn by_payer(flows: &[Flow<'_>], look: &Look) -> Html {
    let bodies = Circle::ALL.into_iter().map(|circle| in_circle(flows, circle, look));
    let all = Together::of(flows.iter());
    let whole = html! { <tbody><tr class="payers__whole"><th scope="row">{ "Samen" }</th>{ amounts(&all, net(look), look) }</tr></tbody> };
    html! {
        <section>
            <h3>{ "Wat het per betaler scheelt" }</h3>
            { table(format!("Per betaler, in euro; {}", look.about()), &["Betaler", "Kosten", "Besparing", "Netto kosten"], bodies.chain([whole]).collect()) }
        </section>
    }
}

fn in_circle(flows: &[Flow<'_>], of: Circle, look: &Look) -> Html {
    let own = || flows.iter().filter(|flow| flow.circle == of);
    let mut payers: Vec<&Flow<'_>> = Vec::new();
    // They stand by payer.
    own().for_each(|flow| payers.extend(payers.iter().all(|known| known.payer.id != flow.payer.id).then_some(flow)));
    let row = |payer: &&Flow<'_>| {
        let id = &payer.payer.id;
        let together = Together::of(own().filter(|flow| flow.payer.id == *id));
        let data = net(look).with("data-payer", id);
        html! { <tr key={id.clone()}><th scope="row">{ words::capitalised(&payer.payer.name) }</th>{ amounts(&together, data, look) }</tr> }
    };
    let data = net(look).with("data-circle", circle_id(of));
    html! {
        <tbody key={circle_id(of)}>
            <tr class="payers__circle"><th scope="rowgroup">{ words::capitalised(circle(of)) }</th>{ amounts(&Together::of(own()), data, look) }</tr>
            { for payers.iter().map(row) }
        </tbody>
    }
}

fn circle_id(circle: Circle) -> &'static str {
    match circle {
        Circle::Counted => "counted",
        Circle::Elsewhere => "elsewhere",
        Circle::Outside => "outside",
    }
}

/// What is saved after the cost, for other programs: of the outlook that is shown, and no result of the page.
fn net(look: &Look) -> Mark {
    Mark::bare("data").with("data-net", "").with("data-outlook", look.outlook().id())
}

/// Cost, saving and net of what flows come to.
fn amounts(of: &Together, net: Mark, look: &Look) -> Html {
    let apart = |is_unknown: bool| {
        if is_unknown {
            html! { <small>{ ", deels niet bekend" }</small> }
        } else {
            html! {}
        }
    };
    let data = output::at(net, look.year.number().to_string(), of.net());
    html! {
        <>
            <td>{ cost(of.cost) }{ apart(of.costs_unknown) }</td>
            <td>{ saving(of.saving) }{ apart(of.saves_unknown) }</td>
            <td>{ output::shown(data, words::net(of.net())) }{ apart(of.costs_unknown || of.saves_unknown) }</td>
        </>
    }
}

/// Each measure with who pays it and who reaps it, in the order of the picture.
pub fn by_measure(flows: &[Flow<'_>], diagram: &Diagram<'_>, look: &Look) -> Html {
    let catalogue = &look.session.catalogue;
    let bodies = diagram.measures.iter().map(|of| {
        let own: Vec<&Flow<'_>> = flows.iter().filter(|flow| flow.measure == of.measure).collect();
        of_measure(catalogue.measure(of.measure), &own, look)
    });
    html! {
        <section>
            <h3>{ "Wat iedere maatregel doet, en voor wie" }</h3>
            <p class="sheet__lead">{ "Eigen oogst is het deel van de besparing dat meetelt in het tekort." }</p>
            { table(format!("Per maatregel en betaler, in euro; {}", look.about()), &["Maatregel en betaler", "Kosten", "Besparing"], bodies.collect()) }
        </section>
    }
}

/// What it does altogether, and then for each payer what is not nothing. What nobody knows is of no payer.
fn of_measure(measure: &Measure, own: &[&Flow<'_>], look: &Look) -> Html {
    let data = |figure, amount| output::measure(measure, figure, look.outlook(), look.year, amount);
    let all = Together::of(own.iter().copied());
    let whole = |figure, is_unknown: bool, text: String| {
        if is_unknown {
            output::shown(data(figure, None), words::NOT_KNOWN)
        } else {
            html! { { text } }
        }
    };
    let cell = |payer: &Member, figure, amount: Option<Money>, text: fn(Money) -> String| {
        let amount = amount.filter(|amount| *amount != Money::zero());
        let shown =
            amount.map(|amount| output::shown(data(figure, Some(amount)).with("data-payer", &payer.id), text(amount)));
        html! { <td>{ shown }</td> }
    };
    let row = |flow: &&Flow<'_>| {
        html! {
            <tr key={flow.payer.id.clone()}>
                <th scope="row">{ words::capitalised(&flow.payer.name) }</th>
                { cell(flow.payer, "cost", flow.cost, cost) }
                { cell(flow.payer, "saving", flow.saving, saving) }
            </tr>
        }
    };
    html! {
        <tbody key={measure.number}>
            <tr class="payers__circle">
                <th scope="rowgroup">{ words::measure(measure.measure, &look.session.catalogue) }{ harvest(measure, own) }</th>
                <td>{ whole("cost", all.costs_unknown, cost(all.cost)) }</td>
                <td>{ whole("saving", all.saves_unknown, saving(all.saving)) }</td>
            </tr>
            { for own.iter().map(row) }
        </tbody>
    }
}

/// Which part of what it saves counts in the deficit, or why that cannot be said.
fn harvest(measure: &Measure, own: &[&Flow<'_>]) -> Html {
    let flows = || own.iter().copied();
    let says = match own_harvest(flows()) {
        Some(part) => {
            let data = Mark::bare("data").with("data-own-harvest", measure.number.to_string());
            let data = data.with("value", part.normalize().to_string());
            html! { <>{ "eigen oogst " }{ output::shown(data, format::percent(part, 0)) }</> }
        }
        None if Together::of(flows()).saves_unknown => html! { "eigen oogst niet bekend" },
        None if flows().any(|flow| flow.circle == Circle::Counted && flow.saving > Some(Money::zero())) => {
            html! { "anderen zijn hierdoor meer kwijt" }
        }
        None => return html! {},
    };
    html! { <small>{ "; " }{ says }</small> }
}
