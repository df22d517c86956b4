//! An item that is added from the price list.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::act::Act;
use super::item::each;
use super::part::PartProps;
use crate::model::case::PriceList;
use crate::model::id::PriceId;

/// The items that are not there yet, with a button: nothing is added by walking through the list.
#[component]
pub fn Add(props: &PartProps) -> Html {
    let (chosen, missed) = (use_state_eq(|| None::<PriceId>), use_state_eq(|| false));
    let part = &props.part;
    let list = &part.tables.list;
    let left: Vec<PriceId> = list.price_ids().filter(|price| part.case.item(*price).is_none()).collect();
    let onchange = {
        let (chosen, missed, part) = (chosen.clone(), missed.clone(), part.clone());
        Callback::from(move |event: Event| {
            let value = event.target_unchecked_into::<HtmlSelectElement>().value();
            chosen.set(part.tables.list.price_named(&value));
            missed.set(false);
        })
    };
    let onsubmit = {
        let (chosen, missed, act) = (chosen.clone(), missed.clone(), part.act.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            missed.set(chosen.is_none());
            if let Some(price) = *chosen {
                act.emit(Act::Add(price));
                chosen.set(None);
            }
        })
    };
    html! {
        <form class="case__add" {onsubmit}>
            <label class="entry__label" for="casus-post">{ "Voeg een post toe" }</label>
            <select id="casus-post" class="utrecht-select utrecht-select--html-select" data-entry="add" aria-describedby={missed.then_some("casus-post-fout")} {onchange}>
                <option value="" selected={chosen.is_none()}>{ "Kies uit de prijslijst" }</option>
                { groups(list, &left, *chosen) }
            </select>
            <button type="submit" class="utrecht-button utrecht-button--primary-action">{ "Voeg toe" }</button>
            if *missed { <p class="field__error" id="casus-post-fout" role="alert">{ "Kies eerst een post uit de lijst." }</p> }
        </form>
    }
}

/// The items under what they are listed.
fn groups(list: &PriceList, left: &[PriceId], chosen: Option<PriceId>) -> Html {
    let mut groups: Vec<&str> = Vec::new();
    for price in left {
        let group = list.price(*price).group.as_str();
        if !groups.contains(&group) {
            groups.push(group);
        }
    }
    let option = |id: &PriceId| {
        let price = list.price(*id);
        let selected = chosen == Some(*id);
        html! { <option key={price.id.clone()} value={price.id.clone()} {selected}>{ format!("{}, {}", price.label, each(price.price, &price.per)) }</option> }
    };
    let options = |group: &str| left.iter().filter(|id| list.price(**id).group == group).map(option).collect::<Html>();
    let group =
        |name: &str| html! { <optgroup key={name.to_string()} label={name.to_string()}>{ options(name) }</optgroup> };
    groups.into_iter().map(group).collect()
}
