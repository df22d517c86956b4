//! Puts the page in the document, and puts it there anew where foreign hands have changed what it put there.

use std::cell::RefCell;

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use yew::{AppHandle, Callback};

use super::app::{App, AppProps};
use super::session::Session;

#[wasm_bindgen]
extern "C" {
    /// Of `guard.js`: calls back each time that foreign nodes appear.
    #[wasm_bindgen(js_name = guardPage)]
    fn guard_page(remount: JsValue);
}

thread_local! {
    /// The page as it is shown, and the session as it was drawn last.
    static SHOWN: RefCell<(Option<AppHandle<App>>, Option<Session>)> = const { RefCell::new((None, None)) };
}

/// Shows the page for the first time.
pub fn mount(start: Session) {
    put(start);
    // For the life of the page.
    guard_page(Closure::<dyn Fn()>::new(remount).into_js_value());
}

/// Keeps the session that is drawn: the page goes on with it wherever it is shown anew.
fn remember(session: Session) {
    SHOWN.with_borrow_mut(|(_, last)| *last = Some(session));
}

/// Shows the page anew, in a place of its own, with all its steps.
fn remount() {
    let (app, last) = SHOWN.take();
    if let Some(app) = app {
        app.destroy();
    }
    if let Some(last) = last {
        put(last);
    }
}

/// What stood in the place of the page, the message that it is loading or nodes of others, gives way.
fn put(start: Session) {
    let document = gloo::utils::document();
    let (Some(old), Ok(place)) = (document.get_element_by_id("pagina"), document.create_element("div")) else { return };
    place.set_id("pagina");
    // Cannot be refused: the old place stands in the document.
    let _ = old.replace_with_with_node_1(&place);
    let app =
        yew::Renderer::<App>::with_root_and_props(place, AppProps { start, drawn: Callback::from(remember) }).render();
    SHOWN.with_borrow_mut(|(shown, _)| *shown = Some(app));
}
