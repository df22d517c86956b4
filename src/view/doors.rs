//! The way to the second program: its rooms open over the page, once it is loaded.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;
use yew::prelude::*;

use super::rest;
use super::room::Room;

#[wasm_bindgen]
extern "C" {
    /// Of `meeting.js`; fails where the program cannot be loaded.
    #[wasm_bindgen(js_name = openMeeting, catch)]
    async fn open_meeting(room: &str, about: &str, link: &str) -> Result<JsValue, JsValue>;
}

/// What a room says that could not be loaded.
const NOT_LOADED: &str = "Dit deel kon niet worden geladen. Controleer de verbinding en klik nog eens.";

/// Opens a room about something of the scenario of a link; tells where that cannot be loaded.
pub fn enter(room: Room, about: String, link: AttrValue, tell: Callback<AttrValue>) {
    rest::spawn(async move {
        if open_meeting(room.id(), &about, &link).await.is_err() {
            tell.emit(NOT_LOADED.into());
        }
    });
}

#[derive(Properties, PartialEq)]
pub struct DoorsProps {
    /// Gives the link of the scenario that is taken along.
    pub link: Callback<(), AttrValue>,
    /// The rooms that can be opened.
    pub rooms: &'static [Room],
    /// What the door says, where it is another word than the room's own.
    #[prop_or_default]
    pub label: Option<&'static str>,
    /// A room was opened.
    #[prop_or_default]
    pub when_opened: Callback<()>,
}

#[derive(Clone, Copy, PartialEq)]
enum Loading {
    Idle,
    Busy,
    Failed,
}

/// A button for each room.
#[component]
pub fn Doors(props: &DoorsProps) -> Html {
    let (loading, label) = (use_state_eq(|| Loading::Idle), props.label);
    let door = |room: Room| {
        let (loading, link, when_opened) = (loading.clone(), props.link.clone(), props.when_opened.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let (loading, link, when_opened) = (loading.clone(), link.emit(()), when_opened.clone());
            loading.set(Loading::Busy);
            rest::spawn(async move {
                let opened = open_meeting(room.id(), "", &link).await;
                loading.set(if opened.is_ok() { Loading::Idle } else { Loading::Failed });
                if opened.is_ok() {
                    when_opened.emit(());
                }
            });
        });
        html! {
            <button key={room.id()} type="button" class="utrecht-button utrecht-button--secondary-action" aria-haspopup="dialog" data-door={room.id()} {onclick}>
                { label.unwrap_or(room.door()) }
            </button>
        }
    };
    html! {
        <>
            { for props.rooms.iter().copied().map(door) }
            <span role="status" class="copy__status">
                { match *loading {
                    Loading::Idle => "",
                    Loading::Busy => "Wordt geladen…",
                    Loading::Failed => NOT_LOADED,
                } }
            </span>
        </>
    }
}
