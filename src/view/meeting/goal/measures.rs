//! Which measures may move.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::state::Act;
use crate::model::catalogue::Catalogue;
use crate::model::id::MeasureId;
use crate::view::desk::Desk;
use crate::view::words;

/// Which measures may move.
#[derive(PartialEq)]
pub struct Measures {
    /// Those that must stay as they are.
    pub locked: Vec<MeasureId>,
    /// Those that cannot take part.
    pub unknown: Vec<MeasureId>,
    pub act: Callback<Act>,
}

/// A mark for each measure, and ways to mark many.
pub fn draw(desk: &Desk, of: &Measures) -> Html {
    let all = desk.catalogue.measure_ids();
    let moving = all.clone().filter(|measure| !of.locked.contains(measure) && !of.unknown.contains(measure));
    let one = |measure: MeasureId| {
        let unknown = of.unknown.contains(&measure);
        let moves = !unknown && !of.locked.contains(&measure);
        row(measure, moves, unknown, of.act.clone(), &desk.catalogue)
    };
    let limits = desk.catalogue.measures().iter().filter(|text| text.limits_care).map(|text| text.measure).collect();
    html! {
        <fieldset class="goal__measures">
            <legend class="promise__title">{ "Welke maatregelen mogen bewegen?" }</legend>
            <p class="lever__help">
                { format!("Met vinkje mag een maatregel bewegen, zonder vinkje staat hij vast. Nu mogen er {} van de {} bewegen.", moving.count(), all.clone().count()) }
            </p>
            <div class="goal__many">
                { many("Alles vrij", Vec::new(), &of.act) }
                { many("Alles vast", all.clone().collect(), &of.act) }
                { many("Alleen grenzen aan zorg vast", limits, &of.act) }
            </div>
            <ul class="goal__list">{ for all.map(one) }</ul>
        </fieldset>
    }
}

fn many(label: &'static str, locked: Vec<MeasureId>, act: &Callback<Act>) -> Html {
    let act = act.clone();
    let onclick = Callback::from(move |_: MouseEvent| act.emit(Act::LockOnly(locked.clone())));
    html! { <button type="button" class="utrecht-button utrecht-button--secondary-action preset" {onclick}>{ label }</button> }
}

/// One measure.
fn row(measure: MeasureId, moves: bool, unknown: bool, act: Callback<Act>, catalogue: &Catalogue) -> Html {
    let text = catalogue.measure(measure);
    let onchange = move |event: Event| {
        act.emit(Act::Lock(measure, !event.target_unchecked_into::<HtmlInputElement>().checked()));
    };
    html! {
        <li key={text.number}>
            <label class="goal__measure">
                <input
                    type="checkbox"
                    class="utrecht-checkbox utrecht-checkbox--html-input"
                    data-goal-measure={text.number.to_string()}
                    checked={moves}
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
