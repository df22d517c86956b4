//! What the page is about: what the edition opens with, or more, which is fetched once somebody asks for it.

use rust_decimal::Decimal;
use yew::prelude::*;

use super::ui::UiAction;
use crate::model::pack::Pack;
use crate::view::arrive::fetch;
use crate::view::desk::Desk;
use crate::view::edition::{Asks, part};
use crate::view::scene::Scene;
use crate::view::session::{Action, Session};
use crate::view::still::still;

/// What is chosen and what can be, where it stands.
#[derive(PartialEq)]
struct Choice {
    /// The name of its buttons: it may stand in two places.
    name: &'static str,
    /// Until it is there, what was asked for is chosen and the page is about what it was.
    chosen: Decimal,
    is_coming: bool,
}

/// The choice in the header, or in the menu of a small screen; nothing where there is none.
pub fn scope_choice(Scene { session, ui, .. }: &Scene, name: &'static str) -> Html {
    let Session { catalogue, scenario, edition, .. } = session;
    let can = catalogue.wider().is_some_and(|wider| part::has(edition.name(), &wider.scope));
    let chosen = ui.coming.unwrap_or(catalogue.scope_of(scenario.plan()));
    let choice = Choice { name, chosen, is_coming: ui.coming.is_some() };
    if can {
        still(name, choice, draw)
    } else {
        html! {}
    }
}

fn draw(desk: &Desk, Choice { name, chosen, is_coming }: &Choice) -> Html {
    let one = |(scope, pack): (Decimal, &Pack)| {
        let desk = desk.clone();
        let onchange = Callback::from(move |_: Event| cover(&desk, scope));
        html! {
            <label>
                <input type="radio" name={*name} data-control="scope" value={pack.scope.clone()} checked={*chosen == scope} {onchange} />
                <span>{ &pack.choice }</span>
            </label>
        }
    };
    let packs = [(Decimal::ZERO, Some(desk.catalogue.pack())), (Decimal::ONE, desk.catalogue.wider())];
    html! {
        <fieldset class={classes!("scope", *name)} aria-busy={is_coming.to_string()}>
            <legend class="visually-hidden">{ "Waar de simulator over gaat" }</legend>
            { for packs.into_iter().filter_map(|(scope, pack)| Some(one((scope, pack?)))) }
            <span role="status" class="visually-hidden">{ is_coming.then_some("Wordt geladen…") }</span>
        </fieldset>
    }
}

/// Makes the page about more or less, once it has the figures.
fn cover(desk: &Desk, scope: Decimal) {
    let (act, ui) = (desk.act.clone(), desk.ui.clone());
    ui.emit(UiAction::Await(Some(scope)));
    fetch(Asks::More(desk.edition.clone()), move |opened| {
        act.emit(match opened {
            Ok(wide) => Action::Cover(wide, scope),
            Err(why) => Action::Tell(why.to_string().into()),
        });
        ui.emit(UiAction::Await(None));
    });
}
