//! What comes of it, with both chances, and year by year.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::part::PartProps;
use crate::analysis::whole::apportion;
use crate::model::benefit::{Asked, BenefitTable};
use crate::model::exact::quotient;
use crate::model::money::Money;
use crate::view::format;
use crate::view::meeting::calculators::percent;
use crate::view::words::list;

/// The result, or what is still to be filled in.
#[component]
pub fn Outcome(props: &PartProps) -> Html {
    let table = &props.tables.benefit;
    html! {
        <section class="case__outcome" aria-labelledby="kop-pwet-uitkomst">
            <h3 id="kop-pwet-uitkomst">{ "Wat het scheelt aan uitkeringen" }</h3>
            { match props.wish.asked() {
                Ok(asked) => found(table, &asked),
                Err(missing) => html! { <p role="status">{ format!("Vul {} in. Zonder beide kansen is er geen bedrag.", list(&missing)) }</p> },
            } }
        </section>
    }
}

fn found(table: &BenefitTable, asked: &Asked) -> Html {
    let (saved, kept) = (table.saved(asked), table.kept(asked));
    html! {
        <>
            <p class="case__total"><data data-benefit="saved" value={format::cents(saved)}>{ format::euros(size(saved)) }</data>{ format!(" {}", word(saved)) }</p>
            <p role="status">{ product(table, asked) }{ sides(saved, kept) }</p>
            { years(table, saved, kept) }
            <p class="case__small">{ format!("{} {}", table.first_year.note, table.about) }</p>
        </>
    }
}

/// What is saved is never below zero: fewer who leave cost more.
fn word(saved: Money) -> &'static str {
    if saved < Money::zero() { "extra kosten" } else { "bespaard" }
}

fn size(amount: Money) -> Money {
    if amount < Money::zero() { Money::zero() - amount } else { amount }
}

/// What it is made of: both chances stand in it.
fn product(table: &BenefitTable, asked: &Asked) -> Html {
    let without = table.without(asked);
    let damage = table.damage(asked.years, asked.relapse);
    let chance = |name: &'static str, value: Decimal| {
        html! { <data data-benefit={name} value={value.normalize().to_string()}>{ percent(value) }</data> }
    };
    html! {
        <>
            { format!("{} deelnemers × (", format::plain(asked.participants)) }
            { chance("with", asked.with) }{ " met − " }{ chance("without", without) }{ " zonder) × " }
            <data data-benefit="damage" value={format::cents(damage)}>{ format::euros(damage) }</data>
            { " per persoon die uitstroomt. " }
        </>
    }
}

/// Who keeps it.
fn sides(saved: Money, kept: Money) -> Html {
    let state = saved - kept;
    html! {
        <>
            { "Voor de gemeente: " }<data data-benefit="kept" value={format::cents(kept)}>{ format::euros(size(kept)) }</data>
            { if state == Money::zero() { ".".to_string() } else { format!("; voor het Rijk: {}.", format::euros(size(state))) } }
        </>
    }
}

/// The amounts year by year, as they add up, each with a bar.
fn years(table: &BenefitTable, saved: Money, kept: Money) -> Html {
    let (all, kept_all) = (table.spread(saved), table.spread(kept));
    let shown = |amounts: &[Money], total| apportion(amounts, total, Money::from_euros(Decimal::ONE));
    let (whole, whole_kept) = (shown(&all, saved), shown(&kept_all, kept));
    let largest = all.iter().copied().map(size).max().unwrap_or_default();
    let row = |(at, amount): (usize, &Money)| {
        let part = (quotient(size(*amount).euros(), largest.euros()) * Decimal::ONE_HUNDRED).round_dp(1);
        // Cannot fail: both were made of the same years.
        let (whole, whole_kept) = (whole[at], whole_kept[at]);
        html! {
            <tr key={at}>
                <th scope="row">{ format!("Jaar {}", at + 1) }<span class="case__bar" style={format!("--part:{part}%")} aria-hidden="true"></span></th>
                <td><data data-benefit="year" data-nth={(at + 1).to_string()} value={format::cents(*amount)}>{ format::euros(size(whole)) }</data></td>
                if saved != kept { <td>{ format::euros(size(whole_kept)) }</td> }
            </tr>
        }
    };
    let name = if saved < Money::zero() { "Extra kosten" } else { "Bespaard" };
    html! {
        <table class="case__table">
            <thead><tr><th scope="col">{ "Na uitstroom" }</th><th scope="col">{ name }</th>if saved != kept { <th scope="col">{ "Gemeente" }</th> }</tr></thead>
            <tbody>{ for all.iter().enumerate().map(row) }</tbody>
        </table>
    }
}
