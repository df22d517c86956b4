//! Everything there is beside the screen, in one list.

use yew::prelude::*;

use crate::view::desk::{Topic, use_desk};
use crate::view::doors::Doors;
use crate::view::panel::use_made;
use crate::view::room::Room;
use crate::view::scene::use_scene;
use crate::view::screen::scope::scope_choice;
use crate::view::screen::ui::{SheetKind, UiAction};
use crate::view::session::Session;

/// What can be opened, with its name in the list.
const SHEETS: [(SheetKind, &str); 4] = [
    (SheetKind::Reference, "Verschil met een ander scenario"),
    (SheetKind::Years, "Alle jaren"),
    (SheetKind::Summary, "Wat is ingesteld"),
    (SheetKind::Assumptions, "Aannames"),
];

/// The list.
#[component]
pub fn Menu() -> Html {
    let (desk, scene) = (use_desk(), use_scene());
    let link = use_made(Session::link);
    let shut = desk.ui.reform(|()| UiAction::Shut(SheetKind::Menu));
    let sheet = |(kind, name): (SheetKind, &'static str)| {
        html! { <li key={name}><button type="button" aria-haspopup="dialog" onclick={desk.opens(kind)}>{ name }</button></li> }
    };
    let outcome = {
        let enter = desk.enter.clone();
        shut.reform(move |_: MouseEvent| enter.emit(Room::Outcome))
    };
    let certain = {
        let (desk, outlook) = (desk.clone(), scene.session.outlook());
        shut.reform(move |_: MouseEvent| desk.explain.emit((Topic::Certain, outlook)))
    };
    html! {
        <>
            { scope_choice(&scene, "scope--menu") }
            <div class="menu menu--doors">
                <Doors link={link.clone()} rooms={Room::IN_MENU.as_slice()} when_opened={shut.clone()} />
            </div>
            <ul class="menu">
                { for SHEETS.map(sheet) }
                <li><button type="button" aria-haspopup="dialog" data-door={Room::Outcome.id()} onclick={outcome}>{ Room::Outcome.door() }</button></li>
                <li><button type="button" aria-haspopup="dialog" onclick={certain}>{ "Hoe zeker is dit?" }</button></li>
            </ul>
            <div class="menu"><Doors link={link.clone()} rooms={Room::questions(desk.edition.name())} when_opened={shut.clone()} /></div>
            <div class="menu"><Doors {link} rooms={Room::calculators(desk.edition.name())} when_opened={shut.clone()} /></div>
            <p class="sheet__lead">
                { "Deze simulator rekent met openbare documenten en met aannames; bij ieder getal staat welke. Hij voorspelt niet. \
                   Alles gebeurt in uw browser: er gaat niets naar een server en er zijn geen cookies." }
            </p>
            <p class="sheet__lead"><a href="./privacy.html">{ "Privacy" }</a>{ " · " }<a href="./toegankelijkheid.html">{ "Toegankelijkheid" }</a></p>
        </>
    }
}
