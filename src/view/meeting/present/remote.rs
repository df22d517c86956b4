//! On the page while the slides stand in another window: which is shown there, and the way to the others.

use yew::prelude::*;

use super::stage::Shown;

/// The bar with its buttons.
pub fn draw(Shown { slide, at, count }: &Shown, press: &Callback<&'static str>) -> Html {
    let button = |act: &'static str, name: &'static str, text: &'static str| {
        let onclick = press.reform(move |_: MouseEvent| act);
        let label = (text != name).then_some(name);
        html! { <button type="button" key={act} class="utrecht-button utrecht-button--secondary-action" aria-label={label} {onclick}>{ text }</button> }
    };
    html! {
        <section class="remote" aria-label="Presentatie in het andere venster">
            { button("back", "Vorige", "←") }
            { button("next", "Volgende", "→") }
            <p role="status">{ format!("Beeld {} van {count}: {}", at + 1, slide.name()) }</p>
            { button("what-if", "Wat als?", "Wat als?") }
            { button("leave", "Sluit het andere venster", "Sluit het andere venster") }
        </section>
    }
}
