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
    async fn open_meeting(room: &str, link: &str) -> Result<JsValue, JsValue>;
}

#[derive(Properties, PartialEq)]
pub struct DoorsProps {
    /// Gives the link of the scenario that is taken along.
    pub link: Callback<(), AttrValue>,
    /// The rooms that can be opened.
    pub rooms: &'static [Room],
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
    let loading = use_state_eq(|| Loading::Idle);
    let door = |room: Room| {
        let (loading, link) = (loading.clone(), props.link.clone());
        let onclick = Callback::from(move |_: MouseEvent| {
            let (loading, link) = (loading.clone(), link.emit(()));
            loading.set(Loading::Busy);
            rest::spawn(async move {
                let opened = open_meeting(room.id(), &link).await;
                loading.set(if opened.is_ok() { Loading::Idle } else { Loading::Failed });
            });
        });
        html! {
            <button key={room.id()} type="button" class="utrecht-button utrecht-button--secondary-action" aria-haspopup="dialog" {onclick}>
                { room.door() }
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
                    Loading::Failed => "Dit deel kon niet worden geladen. Controleer de verbinding en klik nog eens.",
                } }
            </span>
        </>
    }
}
