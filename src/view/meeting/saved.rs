//! Bewaar scenario’s in deze browser.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct SavedProps {
    /// The link of the scenario on the page.
    pub link: AttrValue,
    /// Shuts the room.
    pub close: Callback<()>,
}

#[component]
pub fn Saved(props: &SavedProps) -> Html {
    html! { <p>{ &props.link }</p> }
}
