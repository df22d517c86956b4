//! The edition that knows who pays: with all there is of it, fetched when somebody opens this room.

use std::rc::Rc;

use yew::prelude::*;

use crate::view::desk::use_desk;
use crate::view::edition::{Asks, Edition, open_for};
use crate::view::rest;

/// What came of asking for it.
#[derive(Clone, PartialEq)]
pub enum Wide {
    /// It is on its way.
    Coming,
    /// Here it is.
    There(Rc<Edition>),
    /// Why it is not.
    Missing(String),
}

/// The edition that is shown, with all there is of it. Pending until it is known what came of it.
#[hook]
pub fn use_wide() -> Wide {
    let shown = use_desk().edition;
    let wide = use_state_eq(|| Wide::Coming);
    rest::use_pending(*wide == Wide::Coming);
    {
        let wide = wide.clone();
        use_effect_with(shown, move |shown| {
            let shown = shown.clone();
            rest::spawn(async move {
                let opened = open_for(&Asks::More(shown)).await;
                wide.set(opened.map_or_else(|why| Wide::Missing(why.to_string()), Wide::There));
            });
        });
    }
    (*wide).clone()
}
