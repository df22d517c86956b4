//! The second program: it saves, compares and hands over scenarios, over the page of the first.
//!
//! Invariant: the programs share nothing but the address, the storage of the browser and this page. A scenario goes from
//! the first to this one as a link when a room opens, and back by the address. When the page goes to another scenario, by
//! the buttons of the browser for instance, the room shuts: it would be about another one than the page.

mod compare;
mod download;
mod handover;
mod now;
mod page;
mod reading;
mod saved;
mod store;
mod typed;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::events::EventListener;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use super::desk::Desk;
use super::dialog::Dialog;
use super::edition::{self, Edition};
use super::room::Room;

/// The style of the rooms, which this program brings along.
const STYLE: &str = concat!(
    include_str!("../style/meeting.css"),
    include_str!("../style/saved.css"),
    include_str!("../style/compare.css"),
    include_str!("../style/handover.css"),
);

thread_local! {
    /// The program as it is shown, with how often a room was asked for.
    static SHOWN: RefCell<Option<(yew::AppHandle<Meeting>, u32)>> = const { RefCell::new(None) };
}

/// Shows a room for the scenario of a link. A room nobody knows is the first.
///
/// All editions of the page are opened before: any of them may be asked for by what is kept or pasted, and from here on
/// nothing waits. There are few, and each is small beside this program.
///
/// # Errors
/// Says why the figures of the link cannot be had.
pub async fn open(room: &str, link: &str) -> Result<(), JsValue> {
    edition::open_all().await;
    let edition = edition::known_of(link).map_err(|why| JsValue::from(why.to_string()))?;
    let room = Room::ALL.into_iter().chain([Room::Now]).find(|known| known.id() == room).unwrap_or(Room::Saved);
    let props = |asked| MeetingProps { asked, room, link: link.to_string().into(), edition };
    SHOWN.with_borrow_mut(|shown| match shown {
        Some((handle, asked)) => {
            *asked += 1;
            handle.update(props(*asked));
        }
        None => {
            let place = gloo::utils::document().get_element_by_id("overleg");
            *shown = place.map(|place| (yew::Renderer::<Meeting>::with_root_and_props(place, props(0)).render(), 0));
        }
    });
    Ok(())
}

#[derive(Properties, PartialEq)]
struct MeetingProps {
    /// Another number for every time a room is asked for.
    asked: u32,
    /// The room that was asked for.
    room: Room,
    /// The link of the scenario on the page.
    link: AttrValue,
    /// The edition of that link.
    edition: Rc<Edition>,
}

#[component]
fn Meeting(props: &MeetingProps) -> Html {
    let room = use_state_eq(|| None::<Room>);
    {
        let room = room.clone();
        use_effect_with((props.asked, props.room), move |(_, asked)| room.set(Some(*asked)));
    }
    let edition = props.edition.clone();
    let (act, explain, ask_share) = (Callback::noop(), Callback::noop(), Callback::noop());
    let desk = Desk { catalogue: edition.catalogue.clone(), edition, act, explain, ask_share };
    let close = {
        let room = room.clone();
        use_callback((), move |(), ()| room.set(None))
    };
    use_effect_with(close.clone(), |close| {
        let close = close.clone();
        let gone = EventListener::new(&gloo::utils::window(), "hashchange", move |_| close.emit(()));
        move || drop(gone)
    });
    html! {
        <ContextProvider<Desk> context={desk}>
            <style>{ STYLE }</style>
            if let Some(at) = *room {
                // Asked for again before the browser has told that it was shut, it is a new one.
                <Dialog key={props.asked} heading={at.heading()} id="kop-overleg" class="meeting" close={close.clone()}>
                    if at != Room::Now { { doors(at, &room) } }
                    { match at {
                        Room::Saved => html! { <saved::Saved link={props.link.clone()} {close} /> },
                        Room::Compare => html! { <compare::Compare link={props.link.clone()} {close} /> },
                        Room::Now => html! { <now::Now link={props.link.clone()} {close} /> },
                        Room::HandOver => html! { <handover::HandOver link={props.link.clone()} {close} /> },
                    } }
                </Dialog>
            }
        </ContextProvider<Desk>>
    }
}

/// From one room to another.
fn doors(at: Room, room: &UseStateHandle<Option<Room>>) -> Html {
    let door = |to: Room| {
        let room = room.clone();
        let onclick = Callback::from(move |_: MouseEvent| room.set(Some(to)));
        html! {
            <li key={to.id()}>
                <button type="button" class="utrecht-button utrecht-button--subtle" aria-current={(to == at).then_some("page")} {onclick}>{ to.door() }</button>
            </li>
        }
    };
    html! { <nav aria-label="Wat wilt u doen?"><ul class="meeting__doors">{ for Room::ALL.map(door) }</ul></nav> }
}
