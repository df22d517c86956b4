//! A presentation follows the page: for as long as the second program shows one, it hears the link of what the page shows.

use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::wasm_bindgen;
use yew::prelude::*;

use super::rest;
use super::same::Same;
use super::session::Session;

/// How long it stays behind the page, in milliseconds: most frames are the page's own while a slider moves.
const LATE_MS: u32 = 100;

#[wasm_bindgen]
extern "C" {
    /// Of `meeting.js`: whether the second program follows the page.
    #[wasm_bindgen(js_name = isFollowed)]
    fn is_followed() -> bool;
    /// Of `meeting.js`: what the page shows now.
    #[wasm_bindgen(js_name = tellFollower)]
    fn tell_follower(link: &str);
}

/// Tells who follows the page of every other scenario that it shows; `link` gives the link of the one of the moment.
#[hook]
pub fn use_followed(session: &Session, link: &Callback<(), AttrValue>) {
    let late = use_mut_ref(|| None::<Timeout>);
    let link = link.clone();
    use_effect_with((Same::from(session.scenario.clone()), session.edition.clone()), move |_| {
        if !is_followed() || late.borrow().is_some() {
            return;
        }
        let told = late.clone();
        *late.borrow_mut() = Some(rest::later(LATE_MS, move || {
            told.take();
            tell_follower(&link.emit(()));
        }));
    });
}
