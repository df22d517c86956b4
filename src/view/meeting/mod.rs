//! The second program, over the page of the first: it saves, compares and hands over scenarios, and answers what most visitors
//! never ask.
//!
//! Invariant: the programs share nothing but the address, the storage of the browser and this page. A scenario goes from
//! the first to this one as a link when a room opens, and back by the address ([`page`]).

mod as_text;
mod benefit;
mod beside;
mod calculators;
mod case;
mod compare;
mod download;
mod drawn;
mod earlier;
mod explain;
mod goal;
mod handover;
mod influence;
mod moment;
mod monitor;
mod now;
mod outcome;
mod page;
mod payers;
mod present;
mod printed;
mod reading;
mod reads;
mod register;
mod saved;
mod scenario;
mod store;
mod tab;
mod today;
mod typed;
mod upload;
mod written;

use std::cell::RefCell;
use std::rc::Rc;

use wasm_bindgen::JsValue;
use yew::prelude::*;

use self::beside::{Kind, Sheet};
use self::explain::Subject;
use super::desk::{Desk, Topic};
use super::dialog::Dialog;
use super::edition::{self, Asks, Edition};
use super::room::Room;
use super::scene::Scene;
use super::session::{Action, Session};
use crate::analysis::outlook::Outlook;

/// The style of the rooms, which this program brings along.
const STYLE: &str = concat!(
    include_str!("../style/meeting.css"),
    include_str!("../style/saved.css"),
    include_str!("../style/compare.css"),
    include_str!("../style/handover.css"),
    include_str!("../style/goal.css"),
    include_str!("../style/earlier.css"),
    include_str!("../style/explain.css"),
    include_str!("../style/monitor.css"),
    include_str!("../style/payers.css"),
    include_str!("../style/calculators.css"),
    include_str!("../style/outcome.css"),
    include_str!("../style/scenario.css"),
);

thread_local! {
    /// The program as it is shown, with how often a room was asked for.
    static SHOWN: RefCell<Option<(yew::AppHandle<Meeting>, u32)>> = const { RefCell::new(None) };
}

/// Shows a room for the scenario of a link, about something where it explains: an outlook and a [`Topic`]. A room nobody knows
/// is the first.
///
/// All editions of the page are opened before: any of them may be asked for by what is kept or pasted, and from here on
/// nothing waits. There are few, and each is small beside this program.
///
/// # Errors
/// Says why the figures of the link cannot be had.
pub async fn open(room: &str, about: &str, link: &str) -> Result<(), JsValue> {
    edition::open_all().await;
    let edition =
        edition::open_for(&Asks::Link(link.to_string())).await.map_err(|why| JsValue::from(why.to_string()))?;
    let room = Room::of(room);
    if room == Room::Present {
        present::open(edition, link);
        return Ok(());
    }
    let (about, link) = (AttrValue::from(about.to_string()), AttrValue::from(link.to_string()));
    let props = |asked| MeetingProps { asked, room, about, link, edition };
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

/// Shuts what is open, and leaves a place of its own for what is opened next: others have changed this one.
pub fn shut() {
    present::shut();
    if let Some((app, _)) = SHOWN.take() {
        app.destroy();
    }
    let document = gloo::utils::document();
    if let (Some(old), Ok(place)) = (document.get_element_by_id("overleg"), document.create_element("div")) {
        place.set_id("overleg");
        // Cannot be refused: the old place stands in the document.
        let _ = old.replace_with_with_node_1(&place);
    }
}

/// What is to be explained; none where it is nothing of this edition.
fn subject_of(about: &str, edition: &Edition) -> Option<Subject> {
    let (outlook, topic) = about.split_once(' ')?;
    let outlook = Outlook::ALL.into_iter().find(|known| known.id() == outlook)?;
    Topic::heard(topic, &edition.catalogue).map(|topic| Subject { topic, outlook })
}

#[derive(Properties, PartialEq)]
struct MeetingProps {
    /// Another number for every time a room is asked for.
    asked: u32,
    /// The room that was asked for.
    room: Room,
    /// What it is about: what it explains, or the steps of the page.
    about: AttrValue,
    /// The link of the scenario on the page.
    link: AttrValue,
    /// The edition of that link.
    edition: Rc<Edition>,
}

#[component]
fn Meeting(props: &MeetingProps) -> Html {
    let shut = use_state_eq(|| None::<u32>);
    let close = {
        let shut = shut.clone();
        use_callback(props.asked, move |(), asked| shut.set(Some(*asked)))
    };
    let (about, link, edition) = (props.about.clone(), props.link.clone(), props.edition.clone());
    html! {
        <>
            <style>{ STYLE }</style>
            if *shut != Some(props.asked) {
                // Asked for again before the browser has told that it was shut, it is a new one.
                <Visit key={props.asked} room={props.room} {about} {link} {edition} {close} />
            }
        </>
    }
}

#[derive(Clone, Properties, PartialEq)]
struct VisitProps {
    /// The room where it begins.
    room: Room,
    /// What that is about.
    about: AttrValue,
    /// The link of the scenario on the page.
    link: AttrValue,
    /// The edition of that link.
    edition: Rc<Edition>,
    /// Shuts the room.
    close: Callback<()>,
}

/// An open room, with its own session about the scenario on the page.
#[component]
fn Visit(props: &VisitProps) -> Html {
    let knows_steps = props.room == Room::Scenario;
    let session = use_reducer_eq(|| {
        let session = Session::open(props.edition.clone(), &props.link);
        if knows_steps { session.after_steps(&props.about) } else { session }
    });
    let act = {
        let dispatcher = session.dispatcher();
        use_callback((), move |action: Action, ()| dispatcher.dispatch(action))
    };
    let room = use_state_eq(|| props.room);
    let subject = use_state_eq(|| subject_of(&props.about, &props.edition));
    let explained = subject.filter(|_| *room == Room::Explain || room.is_sheet());
    page::use_page(&session, explained.is_some() || room.is_sheet(), knows_steps, &act, &props.close);
    let explain = {
        let subject = subject.clone();
        use_callback((), move |(topic, outlook), ()| subject.set(Some(Subject { topic, outlook })))
    };
    let enter = {
        let room = room.clone();
        use_callback((), move |to, ()| room.set(to))
    };
    let (catalogue, edition) = (session.catalogue.clone(), session.edition.clone());
    let desk = Desk { catalogue, edition, act, explain, enter, ui: Callback::noop() };
    let refused = html! {
        <div role="alert">
            if let Some(why) = &session.refused { <p class="utrecht-alert utrecht-alert--error">{ why.clone() }</p> }
        </div>
    };
    // What is explained over a sheet leaves that open.
    let back = if room.is_sheet() { Callback::from(move |()| subject.set(None)) } else { props.close.clone() };
    let explanation = explained.map(|subject| {
        html! {
            <Sheet kind={Kind::Waarom} heading={explain::title(subject, &session)} close={back}>{ refused.clone() }<explain::Explain {subject} /></Sheet>
        }
    });
    html! {
        <ContextProvider<Desk> context={desk}>
            <ContextProvider<Scene> context={Scene::of(&session)}>
                { box_of(&room, &session, refused, props) }
                // In a place of its own, so that the box below stays the one that it is.
                { explanation.unwrap_or_default() }
            </ContextProvider<Scene>>
        </ContextProvider<Desk>>
    }
}

/// The box of a room with what stands in it; none where it only explains.
fn box_of(room: &UseStateHandle<Room>, session: &Session, refused: Html, props: &VisitProps) -> Html {
    let VisitProps { about, close, .. } = props.clone();
    let (heading, within) = (room.heading(), within(**room, &session.link(), &close));
    match **room {
        Room::Explain => html! {},
        Room::Outcome => html! { <Sheet kind={Kind::Outcome} {heading} {close}>{ within }</Sheet> },
        Room::Scenario => html! {
            <Sheet kind={Kind::Scenario} {heading} close={close.clone()}>{ refused }<scenario::ScenarioSheet {about} {close} /></Sheet>
        },
        _ => html! {
            <Dialog {heading} id="kop-overleg" class="meeting" {close}>{ doors(room, session.edition.name()) }{ refused }{ within }</Dialog>
        },
    }
}

/// What stands in a room.
fn within(room: Room, link: &AttrValue, close: &Callback<()>) -> Html {
    let (link, close) = (link.clone(), close.clone());
    match room {
        Room::Saved => html! { <reads::Reads><saved::Saved {link} {close} /></reads::Reads> },
        Room::Compare => html! { <reads::Reads><compare::Compare {link} {close} /></reads::Reads> },
        Room::HandOver => html! { <handover::HandOver {link} {close} /> },
        Room::Now => html! { <now::Now {link} {close} /> },
        Room::Goal => html! { <goal::Goal /> },
        Room::Influence => html! { <influence::Influence /> },
        Room::Earlier => html! { <earlier::Earlier /> },
        Room::Payers => html! { <payers::Payers /> },
        Room::Monitor => html! { <monitor::Monitor /> },
        Room::Case => html! { <case::CaseRoom /> },
        Room::Benefit => html! { <benefit::BenefitRoom /> },
        Room::Outcome => html! { <outcome::OutcomeExplained /> },
        // These have a box of their own, and a presentation is no room: they do not come here.
        Room::Scenario | Room::Figures | Room::Explain | Room::Present => html! { <register::Register /> },
    }
}

/// From one room to another.
fn doors(at: &UseStateHandle<Room>, edition: &str) -> Html {
    let door = |to: &Room| {
        let (room, to) = (at.clone(), *to);
        let onclick = Callback::from(move |_: MouseEvent| room.set(to));
        html! {
            <li key={to.id()}>
                <button type="button" class="utrecht-button utrecht-button--subtle" aria-current={(to == **at).then_some("page")} {onclick}>{ to.door() }</button>
            </li>
        }
    };
    let row = at.row(edition);
    html! {
        if !row.is_empty() {
            <nav aria-label="Wat wilt u doen?"><ul class="meeting__doors">{ for row.iter().map(door) }</ul></nav>
        }
    }
}
