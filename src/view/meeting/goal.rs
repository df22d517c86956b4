//! How to reach a target: what is wished, the search, and what it found.

mod amount;
mod found;
mod levers;
mod locks;
mod people;
mod proposal;
mod results;
mod state;
mod verdict;
mod wish;

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use self::found::Found;
use self::results::Results;
use self::state::{Act, State, Wish};
use self::wish::WishForm;
use crate::model::id::MeasureId;
use crate::view::edition::Edition;
use crate::view::panel::use_session;
use crate::view::rest;
use crate::view::same::Same;
use crate::view::session::Session;

/// How long the search waits before it holds the page, in milliseconds: time to paint that it is busy.
const PAINT_MS: u32 = 40;

thread_local! {
    /// What was wished last, and in which edition: it outlives the room, so that who tries something on the page finds it back.
    static WISHED: RefCell<Option<(Rc<Edition>, Rc<Wish>)>> = const { RefCell::new(None) };
}

/// How to reach a target: an amount and a button, what came of it beside them, and nothing that must be read first.
#[component]
pub fn Goal() -> Html {
    let session = use_session();
    let state = use_reducer(|| State::starting(wished(&session)));
    use_effect_with((session.edition.clone(), state.wish.clone()), |wish| WISHED.set(Some(wish.clone())));
    let act = {
        let dispatcher = state.dispatcher();
        use_callback((), move |act: Act, ()| dispatcher.dispatch(act))
    };
    use_search(&state, &session, &act);
    let status = match (&state.asked, &state.found) {
        (Some(_), _) => "Bezig met zoeken…".to_string(),
        (None, Some(found)) => verdict::outcome(found, &session.catalogue),
        (None, None) => verdict::present(&state.wish.about(), &session),
    };
    html! {
        <div class="goal">
            <WishForm wish={state.wish.clone()} error={state.error.clone()} unknown={unknown(&session)} {act} />
            <div class="goal__results">
                <p role="status" class="goal__status">{ status }</p>
                if let Some(found) = state.found.clone() { <Results {found} /> }
            </div>
        </div>
    }
}

/// What was wished before with these figures; else nothing, of the last year.
fn wished(session: &Session) -> Rc<Wish> {
    let of_edition = |(edition, _): &(Rc<Edition>, _)| *edition == session.edition;
    let before = WISHED.with_borrow(|wished| wished.clone().filter(of_edition));
    before.map_or_else(|| Wish::nothing(session.projection.last_year()).into(), |(_, wish)| wish)
}

/// The measures whose effect no source gives: they cannot take part.
fn unknown(session: &Session) -> Vec<MeasureId> {
    let plan = session.scenario.plan();
    let measures = session.catalogue.measures().iter();
    measures.filter(|text| text.is_unknown(plan)).map(|text| text.measure).collect()
}

/// Searches for what was asked, from the scenario as it is when it was asked.
#[hook]
fn use_search(state: &State, session: &Session, act: &Callback<Act>) {
    let (session, act) = (session.clone(), act.clone());
    use_effect_with(state.asked.clone(), move |asked| {
        let search = asked.clone().map(|asked| {
            rest::later(PAINT_MS, move || {
                let found = Found::of(&asked, &session);
                act.emit(Act::Found(Same::new(found)));
            })
        });
        move || drop(search)
    });
}
