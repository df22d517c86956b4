//! The way back to the page of the first program.

use crate::view::focus::focus;
use crate::view::rest;

/// Opens a scenario in the first program, which listens to the address.
pub fn show_on_page(link: &str) {
    // A browser that refuses leaves the page as it was.
    let _ = gloo::utils::window().location().set_hash(link);
    // Once the room is gone the page can take the focus.
    rest::later(0, || focus("#inhoud")).forget();
}
