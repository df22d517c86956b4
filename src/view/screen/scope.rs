//! What the page is about: what the edition opens with, or more, which is fetched once somebody asks for it.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::model::pack::Pack;
use crate::view::desk::use_desk;
use crate::view::edition::{self, part};
use crate::view::panel::use_settled;
use crate::view::rest;
use crate::view::session::Action;

#[derive(Properties, PartialEq)]
pub struct ScopeProps {
    /// Whether it stands in the menu of a small screen, instead of in the header.
    pub is_menu: bool,
}

/// The choice; nothing where there is none.
#[component]
pub fn ScopeChoice(props: &ScopeProps) -> Html {
    let (desk, session) = (use_desk(), use_settled());
    let coming = use_state_eq(|| None::<Decimal>);
    let catalogue = &session.catalogue;
    let Some(wider) = catalogue.wider().filter(|wider| part::has(session.edition.name(), &wider.scope)) else {
        return html! {};
    };
    // Until it is there, what was asked for is chosen and the page is about what it was.
    let chosen = coming.unwrap_or(catalogue.scope_of(session.scenario.plan()));
    let one = |(scope, pack): (Decimal, &Pack)| {
        let (act, edition, coming) = (desk.act.clone(), session.edition.clone(), coming.clone());
        let onchange = Callback::from(move |_: Event| {
            let (act, edition, coming) = (act.clone(), edition.clone(), coming.clone());
            coming.set(Some(scope));
            rest::spawn(async move {
                act.emit(match edition::widen(&edition).await {
                    Ok(wide) => Action::Cover(wide, scope),
                    Err(why) => Action::Tell(why.to_string().into()),
                });
                coming.set(None);
            });
        });
        let name = if props.is_menu { "bereik-menu" } else { "bereik" };
        html! {
            <label>
                <input type="radio" {name} data-control="scope" value={pack.scope.clone()} checked={chosen == scope} {onchange} />
                <span>{ &pack.choice }</span>
            </label>
        }
    };
    html! {
        <fieldset class={classes!("scope", props.is_menu.then_some("scope--menu"))} aria-busy={coming.is_some().to_string()}>
            <legend class="visually-hidden">{ "Waar de simulator over gaat" }</legend>
            { for [(Decimal::ZERO, catalogue.pack()), (Decimal::ONE, wider)].into_iter().map(one) }
            <span role="status" class="visually-hidden">{ coming.map(|_| "Wordt geladen…") }</span>
        </fieldset>
    }
}
