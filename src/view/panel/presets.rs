//! Ready-made scenarios and baselines, one click away.

use yew::prelude::*;

use super::use_session;
use crate::model::catalogue::Preset;
use crate::scenario::edit::Edit;
use crate::view::desk::use_desk;

/// The two rows of ready-made starting points.
#[component]
pub fn Presets() -> Html {
    let session = use_session();
    let catalogue = &session.catalogue;
    let changed = !session.scenario.changes(catalogue).is_empty();
    html! {
        <div class="presets">
            <Row
                title="Begin met een scenario"
                presets={catalogue.scenarios().iter().map(button).collect::<Vec<_>>()}
                chosen={Some(session.scenario.start())}
                {changed}
                edit={Callback::from(Edit::StartFrom)}
            />
            <Row
                title="Zonder maatregelen groeien de kosten volgens"
                presets={catalogue.baselines().iter().map(button).collect::<Vec<_>>()}
                chosen={session.scenario.stands_on(catalogue)}
                changed={false}
                edit={Callback::from(Edit::StandOn)}
            />
        </div>
    }
}

fn button(preset: &Preset) -> (AttrValue, AttrValue) {
    (preset.label.clone().into(), preset.help.clone().into())
}

#[derive(Properties, PartialEq)]
struct RowProps {
    title: AttrValue,
    /// Labels and what they mean.
    presets: Vec<(AttrValue, AttrValue)>,
    chosen: Option<usize>,
    /// Whether the scenario differs from the chosen one by now.
    changed: bool,
    edit: Callback<usize, Edit>,
}

#[component]
fn Row(props: &RowProps) -> Html {
    let desk = use_desk();
    let one = |(at, (label, help)): (usize, &(AttrValue, AttrValue))| {
        let chosen = props.chosen == Some(at);
        let (desk, edit) = (desk.clone(), props.edit.clone());
        let onclick = Callback::from(move |_: MouseEvent| desk.edit(edit.emit(at)));
        html! {
            <li key={at}>
                <button
                    type="button"
                    class="utrecht-button utrecht-button--secondary-action preset"
                    aria-pressed={chosen.to_string()}
                    title={help}
                    {onclick}
                >
                    { label }{ if chosen && props.changed { " (aangepast)" } else { "" } }
                </button>
            </li>
        }
    };
    html! {
        <div class="presets__row">
            <h3 class="presets__title">{ &props.title }</h3>
            <p class="lever__help">{ props.chosen.and_then(|at| props.presets.get(at)).map(|(_, help)| help.clone()).unwrap_or_default() }</p>
            <ul class="presets__list">{ for props.presets.iter().enumerate().map(one) }</ul>
        </div>
    }
}
