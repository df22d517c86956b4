//! What there is to say of the link that the page was opened with, and of an edit that was not taken. It stands above the screen
//! and not over it: it would hide what has the focus.

use yew::prelude::*;

use super::seen::Seen;
use crate::view::doors::Doors;
use crate::view::room::Room;
use crate::view::session::{Action, Session};

/// What the scenario of the link is called and whether a case came along, until that is read; which figures are those of the link where they are older; what
/// it held that was not taken over; and why the last edit was not taken.
pub fn arrived(Seen { scene, link, desk, .. }: &Seen) -> Html {
    let Session { edition, notes, named, cased, scenario, refused, .. } = &scene.session;
    let cased = *cased && !scenario.case().is_empty();
    let reads = |action: fn() -> Action| {
        let act = desk.act.clone();
        Callback::from(move |_: MouseEvent| {
            act.emit(action());
            crate::view::focus::focus("#inhoud");
        })
    };
    html! {
        <section class="arrived" aria-label="Over deze link">
            if named.is_some() || cased {
                <div class="older named">
                    if let Some((name, differs)) = named { <p>{ "‘" }<bdi>{ name }</bdi>{ "’" }{ differs }</p> }
                    if cased {
                        <p>{ "In de link zit een casus. Die telt niet mee in het scenario." }</p>
                        <Doors link={link.clone()} rooms={[Room::Case].as_slice()} />
                    }
                    <button type="button" class="utrecht-button utrecht-button--subtle" onclick={reads(|| Action::Greeted)}>{ "Verberg" }</button>
                </div>
            }
            if !edition.is_now() {
                <div class="older">
                    <p>{ format!("Deze link rekent met de cijfers van {}.", edition.name()) }</p>
                    <Doors link={link.clone()} rooms={[Room::Now].as_slice()} />
                </div>
            }
            <div role="alert">
                if !notes.is_empty() {
                    <div class="utrecht-alert utrecht-alert--warning notes">
                        <p><strong>{ "Over de link waarmee deze pagina is geopend" }</strong></p>
                        <ul>{ for notes.iter().map(|note| html! { <li>{ note.clone() }</li> }) }</ul>
                        <button type="button" class="utrecht-button utrecht-button--secondary-action" onclick={reads(|| Action::Dismiss)}>{ "Gelezen" }</button>
                    </div>
                }
            </div>
            <div role="alert" class="refused">
                if let Some(why) = refused {
                    <p class="utrecht-alert utrecht-alert--error">{ why }</p>
                }
            </div>
        </section>
    }
}
