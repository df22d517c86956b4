//! The ways to what the second program answers about the scenario, where the answers would stand.

use std::slice;

use yew::prelude::*;

use super::use_made;
use crate::view::doors::Doors;
use crate::view::room::Room;
use crate::view::session::Session;

/// A room, and which question it answers.
type Way = (Room, &'static str);

/// To what a promise is worth, beside its range.
static PROMISE: [Way; 3] = [
    (Room::Goal, "Kies een tekort of besparing: welke knoppen moeten daarvoor bewegen?"),
    (Room::Influence, "Welke aannames en maatregelen veranderen het tekort het meest?"),
    (Room::Earlier, "Wat kwam er van eerdere plannen terecht, en wat gebeurde er echt?"),
];

static FIGURES: [Way; 1] =
    [(Room::Figures, "Waar komt ieder cijfer vandaan? En wat als u er een eigen cijfer voor invult?")];

/// To what a promise is worth.
#[component]
pub fn Promises() -> Html {
    html! { <Ways to={PROMISE.as_slice()} /> }
}

/// To the figures and their sources.
#[component]
pub fn Figures() -> Html {
    html! {
        <section class="register" aria-labelledby="kop-register">
            <h2 class="utrecht-heading-2" id="kop-register">{ "Cijfers en bronnen" }</h2>
            <Ways to={FIGURES.as_slice()} />
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct WaysProps {
    to: &'static [Way],
}

/// A door for each, with its question beside it.
#[component]
fn Ways(props: &WaysProps) -> Html {
    let link = use_made(Session::link);
    let way = |(room, question): &'static Way| {
        html! {
            <li key={room.id()}><Doors link={link.clone()} rooms={slice::from_ref(room)} /><span>{ *question }</span></li>
        }
    };
    html! { <ul class="ways">{ for props.to.iter().map(way) }</ul> }
}
