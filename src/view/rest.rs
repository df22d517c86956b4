//! What the page still waits for. While something is pending, by whichever of the two programs, the root of the document
//! has no `data-rest`: who drives the page from outside then knows that what it shows is not the last word.
//!
//! Invariant: what the page will still do by itself is pending from the event that the program heard of: the attribute is
//! never there between a change and what follows from it. What the browser tells later (a fold opened, a box was shut, the
//! address is another one) is no event before it is told.

use std::pin::Pin;

use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::wasm_bindgen;
use yew::prelude::*;

#[wasm_bindgen]
extern "C" {
    /// Of `rest.js`: so many more are pending.
    #[wasm_bindgen(js_name = countPending)]
    fn count_pending(more: i32);
    /// Of `rest.js`: goes on once the browser has done what else there was to do.
    #[wasm_bindgen(js_name = nextTask)]
    pub async fn next_task();
}

/// Something that is pending, for as long as this lives.
struct Pending;

impl Pending {
    fn begin() -> Self {
        count_pending(1);
        Self
    }
}

impl Drop for Pending {
    fn drop(&mut self) {
        count_pending(-1);
    }
}

/// Runs something after so many milliseconds: pending until it ran, or until the timer is dropped.
pub fn later(wait: u32, run: impl FnOnce() + 'static) -> Timeout {
    let pending = Pending::begin();
    Timeout::new(wait, move || {
        run();
        drop(pending);
    })
}

/// Runs what has to wait for the browser: pending until it is done.
pub fn spawn(work: impl Future<Output = ()> + 'static) {
    run(Box::pin(work));
}

/// Of any work the same code.
fn run(work: Pin<Box<dyn Future<Output = ()>>>) {
    let pending = Pending::begin();
    wasm_bindgen_futures::spawn_local(async move {
        work.await;
        drop(pending);
    });
}

/// Something is pending as long as a component says so: from the drawing that says it, to the effects of the drawing that no
/// longer does. Between a drawing and its effects yew lets the browser go first where much was drawn, so an effect would begin
/// too late.
#[hook]
pub fn use_pending(is_pending: bool) {
    let pending = use_mut_ref(|| None::<Pending>);
    if is_pending {
        pending.borrow_mut().get_or_insert_with(Pending::begin);
    }
    // After each drawing, not only where it says another than before: of drawings without effects in between the last decides.
    use_effect(move || {
        if !is_pending {
            pending.take();
        }
    });
}

/// Whether what nobody sees at first may be made: it has its turn after the first drawing, in a task of its own, so that the
/// page can be used in between. Pending until then.
#[hook]
pub fn use_turn() -> bool {
    let has_come = use_state_eq(|| false);
    use_pending(!*has_come);
    {
        let has_come = has_come.clone();
        use_effect_with((), move |()| {
            let turn = Timeout::new(0, move || has_come.set(true));
            move || drop(turn)
        });
    }
    *has_come
}
