//! Bewaar scenario’s in deze browser.

mod amounts;
mod fields;
mod files;
mod form;
mod list;
mod notice;
mod report;
mod returned;
mod row;
mod state;
mod status;

use gloo::events::EventListener;
use yew::prelude::*;

use super::reading::{InEdition, scenario_of};
use super::store::Shelf;
use crate::scenario::link;
use crate::view::desk::use_desk;
pub use report::{file_name, now, scenarios};
use state::{Act, State};

#[derive(Properties, PartialEq)]
pub struct SavedProps {
    /// The link of the scenario on the page.
    pub link: AttrValue,
    /// Shuts the room.
    pub close: Callback<()>,
}

/// The room: keep what is on the page, take it to another computer, and all that is kept.
#[component]
pub fn Saved(props: &SavedProps) -> Html {
    let edition = use_desk().edition;
    let page = use_memo(props.link.clone(), |link| {
        // As everything here is read: the room may have more of the figures than the page.
        scenario_of(link).unwrap_or_else(|_| {
            let scenario = link::read(link, &edition.catalogue).scenario.into();
            InEdition { edition, scenario }
        })
    });
    let state = use_reducer_eq(State::open);
    let dispatcher = state.dispatcher();
    let act = use_callback((), move |act: Act, ()| dispatcher.dispatch(act));
    use_other_windows(act.clone());
    html! {
        <div class="saved">
            <div class="saved__parts">
                <form::SaveForm link={props.link.clone()} page={page.clone()} shelf={state.shelf.clone()} waiting={state.waiting.clone()} act={act.clone()} />
                <section class="saved__list" aria-labelledby="kop-bewaard">
                    <h3 class="utrecht-heading-3" id="kop-bewaard">{ heading(&state.shelf) }</h3>
                    <notice::Notice shelf={state.shelf.clone()} act={act.clone()} />
                    <list::List
                        shelf={state.shelf.clone()}
                        rewriting={state.rewriting.clone()}
                        {page}
                        act={act.clone()}
                        close={props.close.clone()}
                    />
                </section>
                <files::Files shelf={state.shelf.clone()} act={act.clone()} />
                <returned::WorkbookBack close={props.close.clone()} />
            </div>
            <status::Status said={state.said.clone()} can_undo={state.can_undo} {act} />
        </div>
    }
}

fn heading(shelf: &Shelf) -> String {
    let place = if shelf.lasts { "Bewaard in deze browser" } else { "Bewaard tot u de pagina sluit" };
    match shelf.library.kept().len() {
        0 => place.to_string(),
        count => format!("{place} ({count})"),
    }
}

/// Follows what another window keeps.
#[hook]
fn use_other_windows(act: Callback<Act>) {
    use_effect_with((), move |()| {
        let listener = EventListener::new(&gloo::utils::window(), "storage", move |_| act.emit(Act::Refresh));
        move || drop(listener)
    });
}
