//! How the rooms and the page of the first program stay about one scenario.

use gloo::events::EventListener;
use wasm_bindgen::prelude::wasm_bindgen;
use yew::prelude::*;

use crate::view::address::{SETTLED, fragment};
use crate::view::edition;
use crate::view::focus::focus;
use crate::view::rest;
use crate::view::session::{Action, Session};

#[wasm_bindgen]
extern "C" {
    /// Of `meeting.js`: the first program goes to this step, or makes it.
    #[wasm_bindgen(js_name = takeStep)]
    fn take_step(link: &str, at: usize);
}

/// Opens a scenario in the first program, which listens to the address.
pub fn show_on_page(link: &str) {
    put_in_address(link);
    // Once the room is gone the page can take the focus.
    rest::later(0, || focus("#inhoud")).forget();
}

/// Puts a scenario in the address, where the first program finds it.
pub fn put_in_address(link: &str) {
    // A browser that refuses leaves the page as it was.
    let _ = gloo::utils::window().location().set_hash(link);
}

/// What is changed in a room goes to the page, by the address; where it knows the steps of the page, as one of them. Where the
/// page goes to any other scenario, by the buttons of the browser for instance, a room that stands over it shuts: it would be
/// about another one than the page. What `follows` goes along, as long as the figures are those of the same edition.
#[hook]
pub fn use_page(session: &Session, follows: bool, knows_steps: bool, act: &Callback<Action>, close: &Callback<()>) {
    let link = session.link();
    let on_page = use_state_eq(|| link.clone());
    rest::use_pending(*on_page != link);
    {
        let (on_page, at) = (on_page.clone(), session.history.at());
        use_effect_with(link.clone(), move |link| match *on_page == *link {
            true => {}
            false if knows_steps => take_step(link, at),
            false => put_in_address(link),
        });
    }
    let own = session.edition.clone();
    use_effect_with((link, close.clone()), {
        let act = act.clone();
        move |(link, close)| {
            let (link, close) = (link.clone(), close.clone());
            let hear = Callback::from(move |()| {
                let there = fragment();
                let same = edition::known_of(&there).ok().filter(|edition| follows && *edition == own);
                match same {
                    _ if there == *link => on_page.set(link.clone()),
                    Some(edition) => {
                        // What it reads as is what the page has: nothing is to be written back.
                        on_page.set(Session::open(edition.clone(), &there).link());
                        act.emit(Action::Open(edition, there));
                    }
                    None => close.emit(()),
                }
            });
            let settled = hear.clone();
            let heard = [
                EventListener::new(&gloo::utils::window(), "hashchange", move |_| hear.emit(())),
                EventListener::new(&gloo::utils::document(), SETTLED, move |_| settled.emit(())),
            ];
            move || drop(heard)
        }
    });
}
