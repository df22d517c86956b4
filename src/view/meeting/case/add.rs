//! An item that is added from the price list.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::PartProps;
use super::act::Act;
use super::item::each;
use crate::model::id::PriceId;

/// The items that are not there yet, under what they are listed.
#[component]
pub fn Add(props: &PartProps) -> Html {
    let chosen = use_node_ref();
    let part = &props.part;
    let list = &part.tables.list;
    let left: Vec<PriceId> = list.price_ids().filter(|price| part.case.item(*price).is_none()).collect();
    let mut groups: Vec<&str> = Vec::new();
    for price in &left {
        let group = list.price(*price).group.as_str();
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    let option = |id: &PriceId| {
        let price = list.price(*id);
        html! { <option key={price.id.clone()} value={price.id.clone()}>{ format!("{}, {}", price.label, each(price.price, &price.per)) }</option> }
    };
    let options = |group: &str| left.iter().filter(|id| list.price(**id).group == group).map(option).collect::<Html>();
    let add = {
        let (chosen, part) = (chosen.clone(), part.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let value = chosen.cast::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default();
            if let Some(price) = part.tables.list.price_named(&value) {
                part.act.emit(Act::Add(price));
            }
        })
    };
    html! {
        <form class="case__add" onsubmit={add}>
            <label class="entry__label" for="casus-post">{ "Voeg een post toe" }</label>
            <select id="casus-post" ref={chosen} class="utrecht-select utrecht-select--html-select" data-entry="add">
                { for groups.iter().map(|group| html! { <optgroup key={group.to_string()} label={group.to_string()}>{ options(group) }</optgroup> }) }
            </select>
            <button type="submit" class="utrecht-button utrecht-button--primary-action">{ "Voeg toe" }</button>
        </form>
    }
}
