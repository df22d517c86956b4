//! Zet scenario’s naast elkaar.

use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct CompareProps {
    /// The link of the scenario on the page.
    pub link: AttrValue,
    /// Shuts the room.
    pub close: Callback<()>,
}

#[component]
pub fn Compare(props: &CompareProps) -> Html {
    html! { <p>{ &props.link }</p> }
}
