//! The scenario on paper: what the user writes on it stands in the page itself, outside the dialog, for as long as the
//! room is open. So it is printed by the button and by the browser's own menu alike.

use gloo::events::EventListener;
use yew::prelude::*;

use super::address;
use super::handed::PartProps;
use crate::export::qr;
use crate::view::meeting::typed::{recall, remember};
use crate::view::panel::field::text_of;

/// Under which names what is typed is remembered.
const TITLE: &str = "papier-titel";
const AUTHOR: &str = "papier-indiener";

/// The longest title and author that still leave two pages, in characters.
const LONGEST: &str = "300";

/// From this length on a title or author is set smaller, in characters.
const LONG: usize = 90;

/// Millimetres on paper for each square of the code: less is hard to scan.
const SQUARE_MM: f64 = 0.33;

/// The least size of the code on paper, in millimetres.
const LEAST_MM: f64 = 24.0;

/// The fields, the button, and what they put on paper.
#[component]
pub fn OnPaper(props: &PartProps) -> Html {
    let about = &props.handed.about;
    let title = use_state_eq(|| recall(TITLE, &about.link).unwrap_or_else(|| about.name.clone()));
    // Who hands in one paper hands in the next, whatever its scenario.
    let author = use_state_eq(|| recall(AUTHOR, "").unwrap_or_default());
    let heading = if title.trim().is_empty() { props.handed.about.name.clone() } else { title.trim().to_string() };
    use_effect_with(heading.clone(), |heading| name_the_document(heading.clone()));
    let print = use_callback((), |_: MouseEvent, ()| {
        // A browser that refuses still has its own menu.
        let _ = gloo::utils::window().print();
    });
    let place = gloo::utils::document().get_element_by_id("afdruk-kop");
    html! {
        <section class="handover__part" aria-labelledby="kop-geef-papier">
            <h3 class="utrecht-heading-3" id="kop-geef-papier">{ "Op papier" }</h3>
            <p class="handover__note">{ "Meestal twee bladzijden A4 voor bij een motie of voorstel: uitkomst, grafieken, tabellen, aannames, bronnen, link en QR-code." }</p>
            { field("Titel", "", &title, (TITLE, &about.link)) }
            { field("Ingediend door", "Leeg? Dan komt er een lijn om op te schrijven.", &author, (AUTHOR, "")) }
            <div class="handover__row">
                <button type="button" class="utrecht-button utrecht-button--primary-action" onclick={print}>{ "Afdrukken of bewaren als PDF" }</button>
            </div>
            if let Some(place) = place {
                { create_portal(html! { <Head title={heading} author={author.trim().to_string()} link={props.handed.about.link.clone()} /> }, place) }
            }
        </section>
    }
}

/// A field for a line on paper; `kept` is under which name, and for which link, what is typed is remembered.
fn field(label: &str, hint: &str, state: &UseStateHandle<String>, kept: (&'static str, &str)) -> Html {
    let (typed, name, link) = (state.clone(), kept.0, kept.1.to_string());
    let oninput = Callback::from(move |event: InputEvent| {
        remember(name, &link, &text_of(&event));
        typed.set(text_of(&event));
    });
    html! {
        <label class="utrecht-form-label handover__field">
            { label }
            <input class="utrecht-textbox utrecht-textbox--html-input" type="text" autocomplete="off" maxlength={LONGEST} value={(**state).clone()} {oninput} />
            if !hint.is_empty() { <span class="handover__note">{ hint }</span> }
        </label>
    }
}

/// Gives the document the title as its name while it is printed: that of the PDF.
fn name_the_document(heading: String) -> impl FnOnce() {
    let document = gloo::utils::document();
    let own = document.title();
    let printed = EventListener::new(&gloo::utils::window(), "beforeprint", move |_| {
        gloo::utils::document().set_title(&heading);
    });
    let back = EventListener::new(&gloo::utils::window(), "afterprint", move |_| {
        gloo::utils::document().set_title(&own);
    });
    move || drop((printed, back))
}

#[derive(Properties, PartialEq)]
struct HeadProps {
    title: String,
    author: String,
    link: String,
}

/// What stands above the page on paper.
#[component]
fn Head(props: &HeadProps) -> Html {
    let code = use_memo(props.link.clone(), |link| qr::code(link));
    let size = |side: usize| format!("inline-size: {:.1}mm", (side as f64 * SQUARE_MM).max(LEAST_MM));
    let long = |text: &str, class: &'static str| (text.chars().count() > LONG).then_some(class);
    let line = props.author.is_empty().then_some("on-paper__author--line");
    html! {
        <div class="on-paper">
            if let Some(code) = &*code {
                <div class="on-paper__code" style={size(code.side)}>{ address::picture(code) }</div>
            }
            <p class={classes!("on-paper__title", long(&props.title, "on-paper__title--long"))}>{ &props.title }</p>
            <p class={classes!("on-paper__author", line, long(&props.author, "on-paper__author--long"))}>{ "Ingediend door: " }{ &props.author }</p>
        </div>
    }
}
