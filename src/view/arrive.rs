//! A link that arrives opens in its own edition, which may have to be fetched first.
//!
//! Invariant: the newest counts. What comes late overtakes neither a later link nor anything the user did meanwhile.

use std::cell::Cell;
use std::rc::Rc;

use yew::Callback;

use super::address::{fragment, with_fragment};
use super::edition::{self, Asks, Edition, Opened, Unopened};
use super::rest;
use super::session::{Action, Session};

/// The session that the address asks for. Where that cannot be opened: one with the figures of now, with a word about the link.
///
/// # Errors
/// Says why there are no figures to show anything with.
pub async fn start() -> Result<Session, Unopened> {
    loop {
        let asked = fragment();
        let mut opened = edition::open_for(&Asks::Link(asked.clone())).await;
        let why = opened.as_ref().err().cloned();
        if why.is_some() {
            opened = edition::open(&edition::now()).await;
        }
        rest::next_task().await;
        // The user may have put another link there in the meantime.
        if asked == fragment() {
            return Ok(begun(opened?, &asked, why.as_ref()));
        }
    }
}

/// The session of a link, or of none where there is something against the link.
fn begun(edition: Rc<Edition>, asked: &str, why: Option<&Unopened>) -> Session {
    let instead = format!("De pagina begint daarom opnieuw, met de cijfers van {}.", edition.name());
    let session = Session::open(edition, if why.is_none() { asked } else { "" });
    match why {
        None => session,
        Some(why) => session.refusing(not_opened(asked, why, &instead)),
    }
}

/// Why a link is not opened, and what is shown instead; it ends with the link, so that nobody loses it.
fn not_opened(text: &str, why: &Unopened, instead: &str) -> String {
    format!("{why} {instead} De link was: {}", with_fragment(text))
}

/// How often something was done to the session.
pub type Acts = Rc<Cell<u32>>;

/// Opens a link: at once where its edition is open already.
pub fn arrive(text: String, act: Callback<Action>, acts: &Acts) {
    if let Ok(edition) = edition::known_of(&text) {
        return act.emit(Action::Open(edition, text));
    }
    let at = acts.get() + 1;
    acts.set(at);
    let (acts, link) = (acts.clone(), text.clone());
    fetch(Asks::Link(link), move |opened| {
        if acts.get() == at {
            act.emit(opened_as(opened, text));
        }
    });
}

/// Opens an edition as it is asked for, and tells what came of it.
pub fn fetch(asks: Asks, then: impl FnOnce(Opened) + 'static) {
    fetch_any(asks, Box::new(then));
}

/// Whoever asks, the same code.
fn fetch_any(asks: Asks, then: Box<dyn FnOnce(Opened)>) {
    rest::spawn(async move { then(edition::open_for(&asks).await) });
}

fn opened_as(opened: Opened, text: String) -> Action {
    match opened {
        Ok(edition) => Action::Open(edition, text),
        Err(why) => Action::Refuse(not_opened(&text, &why, "De pagina laat nog zien wat er stond.")),
    }
}
