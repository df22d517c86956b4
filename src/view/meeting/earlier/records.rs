//! What came of earlier plans: planned beside realised or expected, and the way to calculate with it.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::analysis::draws::realisation;
use crate::model::bounds::Unit;
use crate::model::catalogue::Catalogue;
use crate::model::evidence::Record;
use crate::model::exact::quotient;
use crate::model::id::Setting;
use crate::model::money::Money;
use crate::model::plan::Plan;
use crate::model::source::Passage;
use crate::scenario::edit::Edit;
use crate::view::desk::Desk;
use crate::view::meeting::explain::figures::source_title;
use crate::view::panel::use_session;
use crate::view::still::still;
use crate::view::{format, words};

const COLUMNS: [&str; 5] = ["Plan", "Deel van het plan", "Gepland", "Gerealiseerd of verwacht", "Reken ermee"];

/// What came of earlier plans, and with which realisation the outcome and its range calculate.
#[component]
pub fn Records() -> Html {
    let session = use_session();
    let (catalogue, plan) = (&session.catalogue, session.scenario.plan());
    let start = session.scenario.ready_made_plan(catalogue);
    let to = in_percent(catalogue, &start);
    let row = |(at, record): (usize, &Record)| {
        let pressed = rates(record, catalogue).is_some_and(|rates| holds(&rates, catalogue, plan));
        still(record.id.clone(), OneRecord { at, pressed }, draw_record)
    };
    html! {
        <>
            <p class="utrecht-paragraph">{ of_outcome(catalogue, plan) }</p>
            <p class="utrecht-paragraph">{ words::realisation_of_range(catalogue, plan) }</p>
            { still("put-back", PutBack { moved: in_percent(catalogue, plan) != to, to }, draw_put_back) }
            <div class="utrecht-table-container scroll evidence" role="region" aria-label="Tabel gepland en gerealiseerd of verwacht" tabindex="0">
                <table class="utrecht-table utrecht-table--html-table">
                    <caption class="utrecht-table__caption">
                        <span class="evidence__about">
                            { "Gepland, en wat er kwam of toen werd verwacht, ieder in zijn eigen eenheid. De hele balk is het plan, het gevulde \
                               deel wat er kwam of werd verwacht. Onder ieder plan staat wat het omvat en welke van de twee het is." }
                        </span>
                    </caption>
                    <thead><tr>{ for COLUMNS.map(|name| html! { <th scope="col" key={name}>{ name }</th> }) }</tr></thead>
                    { for catalogue.records().iter().enumerate().map(row) }
                </table>
            </div>
        </>
    }
}

/// The realisation of each kind of measures, in percent.
fn in_percent(catalogue: &Catalogue, plan: &Plan) -> Vec<Decimal> {
    realisation(catalogue).map(|rate| plan.value(rate, catalogue).unwrap_or_default()).collect()
}

/// What a record makes of the realisation, on the steps of the page; none where it says nothing of savings.
fn rates(record: &Record, catalogue: &Catalogue) -> Option<Vec<(Setting, Decimal)>> {
    let percent = record.rate()? * Decimal::ONE_HUNDRED;
    let on_page = |rate| Some((rate, catalogue.spec(rate).bounds?.nearest(percent)));
    realisation(catalogue).map(on_page).collect()
}

fn holds(rates: &[(Setting, Decimal)], catalogue: &Catalogue, plan: &Plan) -> bool {
    rates.iter().all(|(setting, value)| plan.value(*setting, catalogue) == Some(*value))
}

fn percent(value: Decimal) -> String {
    format::value(value, Unit::Percent)
}

/// With which realisation the outcome calculates, and whose it is.
fn of_outcome(catalogue: &Catalogue, plan: &Plan) -> String {
    let held = |record: &&Record| rates(record, catalogue).is_some_and(|rates| holds(&rates, catalogue, plan));
    let from = catalogue.records().iter().find(held).map(|record| format!(" (uit: {})", record.label));
    format!(
        "Realisatie is het deel van de verwachte besparing dat er echt komt. De uitkomst op de pagina rekent nu met {}{}.",
        words::realisation_in_words(catalogue, plan),
        from.unwrap_or_default()
    )
}

/// Puts the realisation back.
#[derive(PartialEq)]
struct PutBack {
    /// Where the starting point has the realisation of each kind of measures.
    to: Vec<Decimal>,
    /// Whether it differs by now.
    moved: bool,
}

fn draw_put_back(desk: &Desk, of: &PutBack) -> Html {
    let rates: Vec<Setting> = realisation(&desk.catalogue).collect();
    let named = |(rate, value): (&Setting, &Decimal)| {
        let kind = desk.catalogue.assumption_of(*rate)?.kind.as_ref()?;
        Some(format!("{} {}", kind.name, percent(*value)))
    };
    let to: Vec<String> = rates.iter().zip(&of.to).filter_map(named).collect();
    let desk = desk.clone();
    let onclick = Callback::from(move |_: MouseEvent| desk.edit(Edit::Reset(rates.clone())));
    html! {
        <button type="button" class="utrecht-button utrecht-button--secondary-action" {onclick} disabled={!of.moved}>
            { format!("Zet de realisatie terug ({})", to.join(", ")) }
        </button>
    }
}

/// One record.
#[derive(PartialEq)]
struct OneRecord {
    /// Its place among the records.
    at: usize,
    /// Whether the outcome calculates with its rate.
    pressed: bool,
}

fn draw_record(desk: &Desk, of: &OneRecord) -> Html {
    let catalogue = &desk.catalogue;
    let Some(record) = catalogue.records().get(of.at) else { return html! {} };
    let whole = record.part_of.as_ref().and_then(|id| catalogue.records().iter().find(|whole| whole.id == *id));
    html! {
        <tbody class={classes!(whole.is_some().then_some("evidence__part"))}>
            <tr>
                <th scope="row">
                    { name(record) }
                    if let Some(whole) = whole { <span class="evidence__whole">{ format!("onderdeel van: {}", whole.label) }</span> }
                </th>
                <td>{ share(record) }</td>
                <td>{ amount(record, record.planned) }</td>
                <td>{ record.realised.map_or_else(|| "niet bekend".to_string(), |realised| amount(record, realised)) }</td>
                <td>{ apply(record, of.pressed, desk.clone()) }</td>
            </tr>
            { said(&record.note, &record.passage, COLUMNS.len(), catalogue) }
        </tbody>
    }
}

/// What was planned, with its year.
fn name(record: &Record) -> String {
    let year = record.year.to_string();
    if record.label.contains(&year) { record.label.clone() } else { format!("{}, {year}", record.label) }
}

/// An amount in the unit of its record.
fn amount(record: &Record, amount: Decimal) -> String {
    match (record.unit, &record.of) {
        (Unit::Euro, _) => format::millions(Money::from_euros(amount)),
        (_, Some(of)) => format!("{} {of}", format::plain(amount)),
        (unit, None) => format::value(amount, unit),
    }
}

/// A bar of which the whole is the plan and the filled part what came of it, with the percentage where it is money.
fn share(record: &Record) -> Html {
    // More than planned fills the bar; the amounts beside it tell.
    let part = record.realised.map(|realised| Ord::min(quotient(realised, record.planned), Decimal::ONE).round_dp(4));
    html! {
        <span class="share">
            <span class={classes!("share__plan", part.is_none().then_some("share__plan--unknown"))} aria-hidden="true">
                if let Some(part) = part { <span class="share__part" style={format!("--part: {part}")}></span> }
            </span>
            <span class="share__text">{ record.rate().map(|rate| format::percent(rate, 0)) }</span>
        </span>
    }
}

/// Sets the realisation to what came of this record.
fn apply(record: &Record, pressed: bool, desk: Desk) -> Option<Html> {
    let rates = rates(record, &desk.catalogue)?;
    let text = format!("Reken met {}", percent(rates.first()?.1));
    let label =
        format!("{text} realisatie bij {}, zoals bij: {}", words::realised_measures(&desk.catalogue), record.label);
    let onclick = Callback::from(move |_: MouseEvent| desk.edit(Edit::SetAll(rates.clone())));
    Some(html! {
        <button
            type="button"
            class="utrecht-button utrecht-button--secondary-action preset"
            aria-pressed={pressed.to_string()}
            aria-label={label}
            {onclick}
        >
            { text }
        </button>
    })
}

/// The row with what a reader should know of the amounts above it, and where they stand.
pub fn said(note: &str, passage: &Passage, columns: usize, catalogue: &Catalogue) -> Html {
    html! {
        <tr class="evidence__said">
            <td colspan={columns.to_string()}>
                <div class="evidence__about">
                    { note.to_string() }
                    if let Some(source) = catalogue.source(&passage.source) {
                        { format!(" Bron {}: ", source.id) }{ source_title(source) }{ format!(". Vindplaats: {}.", passage.locator) }
                    }
                </div>
            </td>
        </tr>
    }
}
