//! Which measures stay as they are.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::state::Act;
use crate::model::catalogue::Catalogue;
use crate::model::id::MeasureId;
use crate::view::desk::Desk;
use crate::view::words;

/// Which measures stay as they are.
#[derive(PartialEq)]
pub struct Locks {
    /// Those that the user locked.
    pub locked: Vec<MeasureId>,
    /// Those that cannot take part.
    pub unknown: Vec<MeasureId>,
    pub act: Callback<Act>,
}

/// A mark for each measure, and ways to mark many; folded, because most want none.
pub fn draw(desk: &Desk, of: &Locks) -> Html {
    let all = desk.catalogue.measure_ids();
    let stays = |measure: &MeasureId| of.locked.contains(measure) || of.unknown.contains(measure);
    let count = all.clone().filter(stays).count();
    let one = |measure| row(measure, stays(&measure), of.unknown.contains(&measure), of.act.clone(), &desk.catalogue);
    let limits = desk.catalogue.measures().iter().filter(|text| text.limits_care).map(|text| text.measure).collect();
    html! {
        <details class="goal__locks">
            <summary>{ format!("Wat vast blijft ({count})") }</summary>
            <div class="goal__many">
                { many("Alles vrij", Vec::new(), &of.act) }
                { many("Alles vast", all.clone().collect(), &of.act) }
                { many("Alleen grenzen aan zorg vast", limits, &of.act) }
            </div>
            <ul class="goal__list" aria-label="Maatregelen die vast blijven">{ for all.map(one) }</ul>
        </details>
    }
}

fn many(label: &'static str, locked: Vec<MeasureId>, act: &Callback<Act>) -> Html {
    let act = act.clone();
    let onclick = Callback::from(move |_: MouseEvent| act.emit(Act::LockOnly(locked.clone())));
    html! { <button type="button" class="utrecht-button utrecht-button--secondary-action preset" {onclick}>{ label }</button> }
}

/// One measure.
fn row(measure: MeasureId, stays: bool, unknown: bool, act: Callback<Act>, catalogue: &Catalogue) -> Html {
    let text = catalogue.measure(measure);
    let onchange = move |event: Event| {
        act.emit(Act::Lock(measure, event.target_unchecked_into::<HtmlInputElement>().checked()));
    };
    html! {
        <li key={text.number}>
            <label class="goal__lock">
                <input
                    type="checkbox"
                    class="utrecht-checkbox utrecht-checkbox--html-input"
                    data-goal-lock={text.number.to_string()}
                    checked={stays}
                    disabled={unknown}
                    {onchange}
                />
                <span>
                    { words::measure(measure, catalogue) }
                    if text.limits_care { { " " }<span class="goal__mark">{ "grens aan zorg" }</span> }
                    if unknown { <span class="goal__why">{ "doet niet mee: geen bron noemt het effect" }</span> }
                </span>
            </label>
        </li>
    }
}
