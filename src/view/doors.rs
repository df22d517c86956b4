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

/// What is said of a room that could not be loaded: why, where that is known.
fn not_loaded(why: &JsValue) -> AttrValue {
    let told = why.as_string().map(AttrValue::from);
    told.unwrap_or("Dit deel kon niet worden geladen. Controleer de verbinding en klik nog eens.".into())
}

/// Opens a room about something of the scenario of a link; tells where that cannot be loaded.
pub fn enter(room: Room, about: String, link: AttrValue, tell: Callback<AttrValue>) {
    rest::spawn(async move {
        if let Err(why) = open_meeting(room.id(), &about, &link).await {
            tell.emit(not_loaded(&why));
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

#[derive(Clone, PartialEq)]
enum Loading {
    Idle,
    Busy,
    Failed(AttrValue),
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
                match open_meeting(room.id(), "", &link).await {
                    Ok(_) => {
                        loading.set(Loading::Idle);
                        when_opened.emit(());
                    }
                    Err(why) => loading.set(Loading::Failed(not_loaded(&why))),
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
                { match &*loading {
                    Loading::Idle => AttrValue::default(),
                    Loading::Busy => "Wordt geladen…".into(),
                    Loading::Failed(why) => why.clone(),
                } }
            </span>
        </>
    }
}
