//! What differences are measured from: a ready-made policy, or a scenario that the user kept.

use yew::prelude::*;

use crate::model::catalogue::Preset;
use crate::view::desk::use_desk;
use crate::view::doors::Doors;
use crate::view::panel::{use_made, use_session};
use crate::view::room::Room;
use crate::view::screen::ui::{SheetKind, UiAction};
use crate::view::session::{Action, Session};

/// The choice.
#[component]
pub fn ReferenceSheet() -> Html {
    let (session, desk) = (use_session(), use_desk());
    let link = use_made(Session::link);
    let (catalogue, reference) = (&session.catalogue, &session.reference);
    let one = |(at, preset): (usize, &Preset)| {
        let act = desk.act.clone();
        let onchange = Callback::from(move |_: Event| act.emit(Action::Refer(at)));
        html! {
            <li key={preset.id.clone()}>
                <label class="choice">
                    <input type="radio" name="verschil-met" value={preset.id.clone()} checked={reference.id == preset.id} {onchange} />
                    <span>{ &preset.label }<small>{ &preset.help }</small></span>
                </label>
            </li>
        }
    };
    let policies = catalogue.scenarios().iter().enumerate().filter(|(at, _)| catalogue.policy_of(*at).is_none());
    html! {
        <>
            <p class="sheet__lead">{ "Ieder verschil op de pagina en iedere lichte staaf is gemeten vanaf deze keuzes, onder de aannames van uw eigen scenario." }</p>
            <ul>
                if reference.is_kept() {
                    <li><label class="choice">
                        <input type="radio" name="verschil-met" value={reference.id.clone()} checked={true} />
                        <span><bdi>{ reference.name.clone() }</bdi><small>{ "Door u bewaard, met zijn eigen aannames. Gaat niet mee in de link." }</small></span>
                    </label></li>
                }
                { for policies.map(one) }
            </ul>
            <p class="sheet__lead">{ "Een bewaard scenario kiest u bij Bewaren: “Meet verschil hiermee”." }</p>
            <Doors {link} rooms={[Room::Saved].as_slice()} when_opened={desk.ui.reform(|()| UiAction::Shut(SheetKind::Reference))} />
        </>
    }
}
