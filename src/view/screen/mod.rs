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
pub mod scope;
mod seen;
mod shares;
mod stepper;
mod top;
pub mod ui;
mod whisker;

use yew::prelude::*;

pub use self::levers::row_props;
pub use self::marks::years;
pub use self::plot::{Plot, plot};
pub use self::row::{Row, full_name, place};
use self::seen::Seen;
pub use self::shares::{Shares, on_screen};
pub use self::whisker::ends;
use super::desk::use_desk;
use super::followed::use_followed;
use super::panel::bases::use_bases;
use super::panel::{use_made, use_settled};
use super::scene::use_scene;
use super::session::{Origin, Session};
use super::still::still;
use crate::analysis::outlook::out_of_reach;

/// The screen.
#[component]
pub fn Screen() -> Html {
    let (scene, desk) = (use_scene(), use_desk());
    let Session { edition, scenario, .. } = &scene.session;
    let scope = edition.catalogue.scope_of(scenario.plan());
    let program = edition.program(scenario.plan()).clone();
    let apart = use_memo((edition.clone(), scope), |(edition, _)| out_of_reach(&edition.catalogue, &program));
    let seen = Seen {
        settled: use_settled(),
        axes: axes::use_kept_axes(&scene),
        shares: Shares::of(&scene.session),
        bases: use_bases(),
        apart,
        link: use_made(Session::link),
        scene,
        desk,
    };
    top::use_keys(seen.desk.act.clone());
    use_followed(&seen.scene.session, &seen.link);
    draw(&seen)
}

/// What is about the figures is made anew for each edition, so that nothing of one reaches another.
fn draw(seen: &Seen) -> Html {
    let edition = seen.scene.session.edition.name();
    // While something moves, nothing takes its time: the picture is where the lever is.
    let moving = matches!(seen.scene.session.origin, Origin::Moving(_)).then_some("");
    html! {
        <div class="screen" data-moving={moving}>
            { still("skip", (), |_, ()| skip_link()) }
            { top::top(seen) }
            { arrived::arrived(seen) }
            <section key={format!("outcome {edition}")} class="outcome" aria-label="Uitkomst, per uitgangspunt">{ outcome::outcome(seen) }</section>
            <main key={format!("main {edition}")} id="inhoud" tabindex="-1">
                { levers::levers(seen) }
                { charts::charts(seen) }
            </main>
            <footer key={format!("foot {edition}")} class="foot">{ foot::foot(seen) }</footer>
        </div>
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
