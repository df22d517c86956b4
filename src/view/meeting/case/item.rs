//! An item of a case: how many, who pays, what it comes to, and what is known of it.

use rust_decimal::Decimal;
use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::act::Act;
use super::part::Part;
use crate::model::bounds::Unit;
use crate::model::case::{Bears, Doubt, Item, WorkedItem};
use crate::model::id::{PayerId, PriceId};
use crate::model::money::Money;
use crate::model::source::Status;
use crate::scenario::edit::REASON_LENGTH;
use crate::scenario::entry::{PRICE, QUANTITY};
use crate::view::badge::badge;
use crate::view::format;
use crate::view::meeting::calculators::number::Number;
use crate::view::meeting::calculators::stands;

#[derive(Properties, PartialEq)]
pub struct ItemProps {
    pub part: Part,
    pub item: Item,
}

/// What payers are listed under.
const BEARS: [(Bears, &str); 3] =
    [(Bears::Municipality, "Gemeente"), (Bears::Others, "Buiten de gemeente"), (Bears::Unknown, "Niet bekend")];

/// A price with of what it is.
pub fn each(price: Money, per: &str) -> String {
    format!("{} per {per}", format::value(price.euros(), Unit::Euro))
}

/// The item.
#[component]
pub fn ItemRow(props: &ItemProps) -> Html {
    let (part, item) = (&props.part, &props.item);
    let list = &part.tables.list;
    let (price, worked) = (list.price(item.price), list.worked(&part.case, item.price));
    let name = worked.and_then(|worked| worked.label.clone()).unwrap_or_else(|| price.label.clone());
    let id = AttrValue::from(price.id.clone());
    let amount = list.amount(item);
    let set = quantity(part, item.price);
    let remove = acts(part, Act::Remove(item.price));
    html! {
        <li class="case__item">
            <span class="case__name">{ &name }</span>
            <Number id={format!("aantal-{id}")} entry="quantity" item={id.clone()} label={format!("Aantal {}", price.per)} is_silent=true of={QUANTITY} value={item.quantity} {set} />
            { payer(part, item, &name) }
            <data class="case__amount" data-case="item" data-item={id.clone()} value={format::cents(amount)}>{ format::euros(amount) }</data>
            <button type="button" class="case__remove" aria-label={format!("Haal weg: {name}")} title="Haal weg" data-entry="remove" data-item={id} onclick={remove}>{ "✕" }</button>
            { doubt(part, item, worked) }
            { about(part, item, worked) }
        </li>
    }
}

/// A click that does something.
fn acts(part: &Part, act: Act) -> Callback<MouseEvent> {
    part.act.reform(move |_| act.clone())
}

fn quantity(part: &Part, price: PriceId) -> Callback<Option<Decimal>> {
    let act = part.act.clone();
    Callback::from(move |number: Option<Decimal>| {
        if let Some(number) = number {
            act.emit(Act::Quantity(price, number));
        }
    })
}

/// Who pays, with the word for who the user says so.
fn payer(part: &Part, item: &Item, name: &str) -> Html {
    let (list, price) = (&part.tables.list, item.price);
    let now = list.payer_of(item);
    let onchange = {
        let (part, price) = (part.clone(), item.price);
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            if let Some(payer) = part.tables.list.payer_named(&value) {
                part.act.emit(Act::Payer(price, payer));
            }
        })
    };
    let option = |id: PayerId| {
        let payer = list.payer(id);
        html! { <option key={payer.id.clone()} value={payer.id.clone()} selected={id == now}>{ &payer.label }</option> }
    };
    let of = |bears| list.payer_ids().filter(move |id| list.payer(*id).bears == bears).map(option).collect::<Html>();
    html! {
        <span class="case__payer">
            <select class="utrecht-select utrecht-select--html-select" aria-label={format!("Wie betaalt: {name}")} data-entry="payer" data-item={list.price(price).id.clone()} {onchange}>
                { for BEARS.map(|(bears, label)| html! { <optgroup key={label} {label}>{ of(bears) }</optgroup> }) }
            </select>
            if item.payer.is_some() { { badge(Status::EigenInvoer) } }
        </span>
    }
}

/// What may be wrong with it, with the other number at hand.
fn doubt(part: &Part, item: &Item, worked: Option<&WorkedItem>) -> Html {
    let Some((worked, Doubt { says, quantity })) = worked.and_then(|worked| Some((worked, worked.doubt.as_ref()?)))
    else {
        return Html::default();
    };
    let other = if item.quantity == *quantity { worked.quantity } else { *quantity };
    let amount = format::euros(part.tables.list.price_of(item) * other);
    let onclick = acts(part, Act::Quantity(item.price, other));
    html! {
        <div class="case__doubt">
            <p><strong>{ "Twijfel. " }</strong>{ says }</p>
            <button type="button" class="utrecht-button utrecht-button--secondary-action" data-entry="otherwise" {onclick}>{ format!("Reken met {amount}") }</button>
        </div>
    }
}

/// What the price is and rests on, and a price of one's own.
fn about(part: &Part, item: &Item, worked: Option<&WorkedItem>) -> Html {
    let price = part.tables.list.price(item.price);
    let used = part.tables.list.price_of(item);
    let range =
        price.range.map(|(low, high)| format!("De bron noemt {} tot {}.", format::euros(low), format::euros(high)));
    let status = if item.own.is_some() { Status::EigenInvoer } else { price.status };
    let notes = [range, price.note.clone(), worked.and_then(|worked| worked.note.clone())];
    html! {
        <details class="case__fold case__about">
            <summary>
                { format!("{} × {} ", format::plain(item.quantity), each(used, &price.per)) }
                if status != Status::Bron { { badge(status) } }
            </summary>
            <p>{ format!("{} Prijs: {}. Wie betaalt: {}.", stands(&price.passage), price.status.word(), price.payer_status.word()) }</p>
            { for notes.into_iter().flatten().map(|note| html! { <p>{ note }</p> }) }
            { own(part, item) }
        </details>
    }
}

/// The price of one's own with its reason.
fn own(part: &Part, item: &Item) -> Html {
    let price = part.tables.list.price(item.price);
    let (id, at) = (AttrValue::from(price.id.clone()), item.price);
    let set = part.act.reform(move |number| Act::Price(at, number));
    let reason =
        part.act.reform(move |event: Event| Act::Reason(at, event.target_unchecked_into::<HtmlInputElement>().value()));
    let reason_id = format!("reden-{id}");
    html! {
        <div class="case__own">
            <Number id={format!("prijs-{id}")} entry="price" item={id.clone()} label="Eigen prijs" of={PRICE} value={item.own.as_ref().map(|own| own.price.euros())}
                may_be_open=true placeholder={format::plain(price.price.euros())} unit="€" {set} />
            if let Some(own) = &item.own {
                <div class="entry">
                    <label class="entry__label" for={reason_id.clone()}>{ "Waarom deze prijs? (geen namen van inwoners)" }</label>
                    <input id={reason_id} type="text" class="utrecht-textbox utrecht-textbox--html-input" maxlength={REASON_LENGTH.to_string()} data-entry="reason" data-item={id} value={own.reason.clone()} onchange={reason} />
                </div>
            }
        </div>
    }
}
