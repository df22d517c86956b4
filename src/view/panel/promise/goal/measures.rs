//! Which measures may move.

use std::collections::BTreeSet;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::state::Act;
use crate::model::id::Measure;
use crate::view::desk::use_desk;
use crate::view::words;

#[derive(Properties, PartialEq)]
pub struct MeasuresProps {
    /// Those that must stay as they are.
    pub locked: BTreeSet<Measure>,
    /// Those that cannot take part.
    pub unknown: Vec<Measure>,
    pub act: Callback<Act>,
}

/// A mark for each measure, and ways to mark many.
#[component]
pub fn Measures(props: &MeasuresProps) -> Html {
    let moving = Measure::all().filter(|measure| !props.locked.contains(measure) && !props.unknown.contains(measure));
    let row = |measure: Measure| {
        let unknown = props.unknown.contains(&measure);
        let moves = !unknown && !props.locked.contains(&measure);
        html! { <Row key={measure.number()} {measure} {moves} {unknown} act={props.act.clone()} /> }
    };
    let catalogue = use_desk().catalogue;
    let limits = catalogue.measures().iter().filter(|text| text.limits_care).map(|text| text.measure).collect();
    html! {
        <fieldset class="goal__measures">
            <legend class="promise__title">{ "Welke maatregelen mogen bewegen?" }</legend>
            <p class="lever__help">
                { format!("Met vinkje mag een maatregel bewegen, zonder vinkje staat hij vast. Nu mogen er {} van de {} bewegen.", moving.count(), Measure::COUNT) }
            </p>
            <div class="goal__many">
                { many("Alles vrij", BTreeSet::new(), &props.act) }
                { many("Alles vast", Measure::all().collect(), &props.act) }
                { many("Alleen grenzen aan zorg vast", limits, &props.act) }
            </div>
            <ul class="goal__list">{ for Measure::all().map(row) }</ul>
        </fieldset>
    }
}

fn many(label: &'static str, locked: BTreeSet<Measure>, act: &Callback<Act>) -> Html {
    let act = act.clone();
    let onclick = Callback::from(move |_: MouseEvent| act.emit(Act::LockOnly(locked.clone())));
    html! { <button type="button" class="utrecht-button utrecht-button--secondary-action preset" {onclick}>{ label }</button> }
}

#[derive(Properties, PartialEq)]
struct RowProps {
    measure: Measure,
    moves: bool,
    unknown: bool,
    act: Callback<Act>,
}

/// One measure.
#[component]
fn Row(props: &RowProps) -> Html {
    let catalogue = use_desk().catalogue;
    let onchange = use_callback((props.measure, props.act.clone()), |event: Event, (measure, act)| {
        act.emit(Act::Lock(*measure, !event.target_unchecked_into::<HtmlInputElement>().checked()));
    });
    html! {
        <li>
            <label class="goal__measure">
                <input
                    type="checkbox"
                    class="utrecht-checkbox utrecht-checkbox--html-input"
                    data-goal-measure={props.measure.number().to_string()}
                    checked={props.moves}
                    disabled={props.unknown}
                    {onchange}
                />
                <span>
                    { words::measure(props.measure, &catalogue) }
                    if catalogue.measure(props.measure).limits_care { { " " }<span class="goal__mark">{ "grens aan zorg" }</span> }
                    if props.unknown { <span class="goal__why">{ "doet niet mee: geen bron noemt het effect" }</span> }
                </span>
            </label>
        </li>
    }
}
