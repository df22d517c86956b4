//! The page: the only place that knows yew and the browser.
//!
//! Invariant: no lever or figure is named here; controls, charts and tables are drawn from the catalogue.

mod address;
mod app;
mod badge;
mod copy;
mod desk;
mod dialog;
mod doors;
mod focus;
mod follow;
mod format;
mod formula;
pub mod meeting;
mod outlook;
mod output;
mod panel;
mod picture;
mod present;
mod rest;
mod room;
mod runner;
mod same;
mod session;
mod still;
mod story;
mod words;

/// Starts what this program is for here: the page in a window, runs in a worker.
pub fn start() {
    if wasm_bindgen::JsCast::has_type::<web_sys::Window>(&js_sys::global()) { show() } else { runner::serve() }
}

/// Puts the page in place of the message that it is loading.
fn show() {
    let place = gloo::utils::document().get_element_by_id("pagina");
    match place {
        Some(place) => {
            // The loading message gives way: yew appends, it does not replace.
            place.set_inner_html("");
            yew::Renderer::<app::App>::with_root(place).render();
        }
        None => {
            yew::Renderer::<app::App>::new().render();
        }
    }
}
