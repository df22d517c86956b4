//! What stands in the sheets: tables, forms and explanations.

pub mod assumptions;
pub mod bases;
pub mod field;
pub mod summary;
pub mod year_table;

use web_sys::HtmlDetailsElement;
use yew::prelude::*;

use super::scene::use_scene;
use super::session::{Origin, Session};

/// Whether a fold is open, with what tells it so: what stands in it is only made while it is.
#[hook]
pub fn use_fold() -> (bool, Callback<Event>) {
    let open = use_state_eq(|| false);
    let ontoggle = {
        let open = open.clone();
        Callback::from(move |event: Event| open.set(event.target_unchecked_into::<HtmlDetailsElement>().open()))
    };
    (*open, ontoggle)
}

/// The session that is shown.
#[hook]
pub fn use_session() -> Session {
    use_scene().session
}

/// The session when nothing moved last: for what nobody sees while something does.
#[hook]
pub fn use_settled() -> Session {
    let session = use_session();
    let settled = use_mut_ref(|| session.clone());
    if !matches!(session.origin, Origin::Moving(_)) {
        *settled.borrow_mut() = session;
    }
    settled.borrow().clone()
}

/// Makes something of the session of the moment that it is asked for. It is another callback once another session is settled.
#[hook]
pub fn use_made<T: 'static>(make: fn(&Session) -> T) -> Callback<(), T> {
    let (session, settled) = (use_session(), use_settled());
    let latest = use_mut_ref(|| session.clone());
    *latest.borrow_mut() = session;
    use_callback(settled, move |(), _| make(&latest.borrow()))
}
