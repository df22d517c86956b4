//! The screen: outcome, levers and both charts together, on every device. Everything else opens beside it or over it, and never
//! pushes it.

mod arrived;
mod axes;
mod charts;
mod foot;
mod gesture;
mod levers;
mod marks;
mod outcome;
mod plot;
mod row;
mod stepper;
mod top;
pub mod ui;
mod whisker;

use std::rc::Rc;

use yew::prelude::*;

pub use self::levers::{Shares, on_screen, row_props};
pub use self::marks::years;
pub use self::plot::{Plot, plot};
pub use self::row::{Row, full_name, place};
pub use self::whisker::ends;
use super::panel::use_session;
use super::session::Origin;
use super::still::still;

/// The screen. What is about the figures is made anew for each edition, so that nothing of one
/// reaches another.
#[component]
pub fn Screen() -> Html {
    let (session, axes) = (use_session(), axes::use_kept_axes());
    let (edition, shares) = (session.edition.name().to_string(), Rc::new(levers::Shares::of(&session)));
    // While something moves, nothing takes its time: the picture is where the lever is.
    let moving = matches!(session.origin, Origin::Moving(_)).then_some("");
    html! {
        <ContextProvider<axes::Axes> context={axes}>
            <div class="screen" data-moving={moving}>
                { still("skip", (), |_, ()| skip_link()) }
                <top::Top />
                <arrived::Arrived />
                <outcome::Outcome key={format!("outcome {edition}")} />
                <main key={format!("main {edition}")} id="inhoud" tabindex="-1">
                    <levers::Levers shares={shares.clone()} />
                    <charts::Charts />
                </main>
                <foot::Foot key={format!("foot {edition}")} {shares} />
            </div>
        </ContextProvider<axes::Axes>>
    }
}

/// Skips to the levers without touching the address, which holds the scenario.
fn skip_link() -> Html {
    let onclick = |event: MouseEvent| {
        event.prevent_default();
        super::focus::focus("#inhoud");
    };
    html! {
        <a class="utrecht-skip-link utrecht-skip-link--visible-on-focus" href="#inhoud" {onclick}>{ "Naar de inhoud" }</a>
    }
}
