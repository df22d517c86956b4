//! The page: the only place that knows yew and the browser.
//!
//! Invariant: no lever or figure is named here; controls, charts and tables are drawn from the catalogue.

mod address;
mod app;
mod arrive;
mod badge;
mod copy;
mod desk;
mod dialog;
mod differs;
mod doors;
mod edition;
mod focus;
mod follow;
mod followed;
mod format;
mod formula;
mod mark;
pub mod meeting;
mod mount;
mod nodes;
mod outlook;
mod output;
mod panel;
mod picture;
mod reference;
mod rest;
mod room;
mod runner;
mod same;
mod scene;
mod screen;
mod session;
mod sheet;
mod still;
mod words;

/// Starts what this program is for here: the page in a window, runs in a worker.
pub fn start() {
    if wasm_bindgen::JsCast::has_type::<web_sys::Window>(&js_sys::global()) { show() } else { runner::serve() }
}

#[wasm_bindgen::prelude::wasm_bindgen]
extern "C" {
    /// Of `trouble.js`: why there is no page, with a way to try again.
    #[wasm_bindgen(js_name = showTrouble)]
    fn show_trouble(reason: &str);
}

/// Puts the page in place of the message that it is loading, once it has the figures that its address asks for.
fn show() {
    rest::spawn(async {
        let start = match arrive::start().await {
            Ok(start) => start,
            Err(why) => return show_trouble(&why.to_string()),
        };
        rest::next_task().await;
        mount::mount(start);
        // Until the page says itself what is pending.
        rest::later(0, || ()).forget();
    });
}
