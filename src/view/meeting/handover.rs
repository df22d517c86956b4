//! Geef een scenario door.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct HandOverProps {
    /// The link of the scenario on the page.
    pub link: AttrValue,
    /// Shuts the room.
    pub close: Callback<()>,
}

#[component]
pub fn HandOver(props: &HandOverProps) -> Html {
    html! { <p>{ &props.link }</p> }
}
