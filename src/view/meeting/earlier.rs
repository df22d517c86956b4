//! What came of earlier plans, and what really happened.

mod fitted;
mod lookback;
mod records;

use yew::prelude::*;

/// Both, each with its heading.
#[component]
pub fn Earlier() -> Html {
    html! {
        <>
            { part("kop-eerder", "Wat kwam er eerder van terecht?", html! { <records::Records /> }) }
            { part("kop-echt", "Wat gebeurde er echt?", html! { <lookback::LookBack /> }) }
        </>
    }
}

fn part(id: &'static str, heading: &'static str, answer: Html) -> Html {
    html! {
        <section class="earlier__part" aria-labelledby={id}>
            <h3 class="utrecht-heading-3" {id}>{ heading }</h3>
            { answer }
        </section>
    }
}
