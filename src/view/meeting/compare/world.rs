//! The switch: each scenario under its own assumptions, or all under the same.

use yew::prelude::*;

use super::choice::{Act, Choice, World};
use crate::model::catalogue::Catalogue;
use crate::model::plan::Plan;
use crate::scenario::is_choice;
use crate::view::desk::use_desk;
use crate::view::words;

#[derive(Properties, PartialEq)]
pub struct WorldsProps {
    pub choice: UseReducerHandle<Choice>,
}

/// The choice of assumptions.
#[component]
pub fn Worlds(props: &WorldsProps) -> Html {
    let (choice, catalogue) = (&props.choice, use_desk().catalogue);
    let of_entries = choice.candidates.iter().map(|candidate| {
        let label = format!("de aannames van {} ({})", candidate.letter.text(), candidate.title());
        (World::Of(candidate.letter), candidate.letter.text(), label)
    });
    let own = (World::Own, "eigen", "eigen aannames van elk scenario".to_string());
    let default = (World::Default, "standaard", "de standaardaannames".to_string());
    let all = std::iter::once(own).chain(of_entries).chain([default]);
    html! {
        <fieldset class="versus__worlds">
            <legend class="utrecht-form-label"><strong>{ "Reken alle scenario’s door met dezelfde aannames" }</strong></legend>
            <p class="lever__help">{ what_is_assumed(&catalogue) }</p>
            <div class="versus__options">{ for all.map(|(world, id, label)| option(world, id, label, choice)) }</div>
        </fieldset>
    }
}

fn option(world: World, id: &'static str, label: String, choice: &UseReducerHandle<Choice>) -> Html {
    let act = choice.dispatcher();
    let onchange = Callback::from(move |_: Event| act.dispatch(Act::Suppose(world)));
    html! {
        <label key={id} class="versus__option">
            <input type="radio" name="vergelijk-aannames" value={id} checked={choice.world == world} {onchange} />
            <span>{ label }</span>
        </label>
    }
}

/// What counts as an assumption, also where a ready-made scenario brings one along.
fn what_is_assumed(catalogue: &Catalogue) -> String {
    let brings = |plan: &Plan| plan.differing().any(|(setting, _)| !is_choice(setting, catalogue));
    let bringing = catalogue.scenarios().iter().filter(|preset| brings(&preset.plan));
    let bringing: Vec<String> = bringing.map(|preset| format!("“{}”", preset.label)).collect();
    let also = if bringing.is_empty() { String::new() } else { format!(" (ook die van {})", words::list(&bringing)) };
    format!(
        "Aannames zijn de groei, de prijzen, de begroting, de realisatie{also} en eigen cijfers. Wat een maatregel doet, wanneer \
         hij begint en hoe lang hij ingroeit is beleid: dat blijft van ieder scenario."
    )
}
