//! What a case costs, and who pays which part of it.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::part::PartProps;
use crate::model::case::{Bears, Case, PriceList};
use crate::model::exact::quotient;
use crate::model::id::PayerId;
use crate::model::money::Money;
use crate::view::format;
use crate::view::words::list as listed;

/// The sum, in a sentence and by payer.
#[component]
pub fn Outcome(props: &PartProps) -> Html {
    let (list, case) = (&props.part.tables.list, &props.part.case);
    let total = list.total(case);
    let payers = list.by_payer(case);
    html! {
        <section class="case__outcome" aria-labelledby="kop-casus-kosten">
            <h3 id="kop-casus-kosten">{ "Wat deze casus kost" }</h3>
            <p class="case__total"><data data-case="total" value={format::cents(total)}>{ format::euros(total) }</data></p>
            <p role="status">{ told(list, case, &payers) }</p>
            if !payers.is_empty() {
                { table(list, case, total, &payers) }
                <p class="case__small">{ "Wie betaalt, is meestal een aanname." }</p>
            }
        </section>
    }
}

/// Who bears how much, in a sentence.
fn told(list: &PriceList, case: &Case, payers: &[(PayerId, Money)]) -> String {
    if case.items.is_empty() {
        return "Kies een casus of voeg een post toe.".to_string();
    }
    let of = |bears| {
        let amounts: Vec<Money> =
            payers.iter().filter(|(payer, _)| list.payer(*payer).bears == bears).map(|(_, amount)| *amount).collect();
        (!amounts.is_empty()).then(|| format::euros(amounts.into_iter().sum()))
    };
    let parts: Vec<String> = [
        of(Bears::Municipality).map(|amount| format!("de gemeente {amount}")),
        of(Bears::Others).map(|amount| format!("anderen {amount}")),
    ]
    .into_iter()
    .flatten()
    .collect();
    let known = if parts.is_empty() { String::new() } else { format!("Hiervan betaalt {}. ", listed(&parts)) };
    let unknown =
        of(Bears::Unknown).map(|amount| format!("Van {amount} is niet bekend wie betaalt.")).unwrap_or_default();
    format!("{known}{unknown}")
}

/// The amounts by payer, with what is avoided of them where there is a chance.
fn table(list: &PriceList, case: &Case, total: Money, payers: &[(PayerId, Money)]) -> Html {
    let has_chance = case.chance.is_some();
    let row = |(id, amount): &(PayerId, Money)| {
        let (payer, share) = (list.payer(*id), quotient(amount.euros(), total.euros()));
        let avoided = list.avoided(case, *amount);
        let id = AttrValue::from(payer.id.clone());
        html! {
            <tr key={payer.id.clone()}>
                <th scope="row">{ &payer.label }{ bar(share, payer.bears) }</th>
                <td><data data-case="payer" data-payer={id.clone()} value={format::cents(*amount)}>{ format::euros(*amount) }</data></td>
                if let Some(avoided) = avoided {
                    <td><data data-case="avoided" data-payer={id} value={format::cents(avoided)}>{ format::euros(avoided) }</data></td>
                }
            </tr>
        }
    };
    html! {
        <table class="case__table">
            <thead>
                <tr><th scope="col">{ "Wie betaalt" }</th><th scope="col">{ "Bedrag" }</th>if has_chance { <th scope="col">{ "Vermeden per jaar" }</th> }</tr>
            </thead>
            <tbody>{ for payers.iter().map(row) }</tbody>
        </table>
    }
}

/// A part of a whole as a bar: what is unknown looks so.
fn bar(share: Decimal, bears: Bears) -> Html {
    let percent = (share * Decimal::ONE_HUNDRED).round_dp(1);
    let unknown = (bears == Bears::Unknown).then_some("case__bar--unknown");
    html! { <span class={classes!("case__bar", unknown)} style={format!("--part:{percent}%")} aria-hidden="true"></span> }
}
