//! The scenario on paper: it stands in the page itself, outside the dialog, for as long as the room is open. So it is printed
//! by the button and by the browser's own menu alike. The charts are those of the page; what it says of itself comes before
//! them, the tables behind.

use gloo::events::EventListener;
use yew::prelude::*;

use super::address;
use super::handed::{Handed, PartProps};
use super::in_words::InWords;
use super::own::{OwnFields, recalled};
use crate::export::document::{Block, Document};
use crate::export::motion::{Extent, OwnWords, write};
use crate::export::qr;
use crate::view::desk::use_desk;
use crate::view::meeting::written::{blocks, foot};
use crate::view::same::Same;

/// From this length on a title or author is set smaller, in characters.
const LONG: usize = 90;

/// Millimetres on paper for each square of the code: less is hard to scan.
const SQUARE_MM: f64 = 0.33;

/// The least size of the code on paper, in millimetres.
const LEAST_MM: f64 = 24.0;

/// What the user writes, the buttons, and what they put on paper.
#[component]
pub fn OnPaper(props: &PartProps) -> Html {
    let about = &props.handed.about;
    let own = use_state_eq(|| recalled(&about.name, &about.link));
    let typed = {
        let own = own.clone();
        use_callback((), move |typed, ()| own.set(typed))
    };
    let print = use_callback((), |_: MouseEvent, ()| {
        // A browser that refuses still has its own menu.
        let _ = gloo::utils::window().print();
    });
    html! {
        <section class="handover__part" aria-labelledby="kop-geef-papier">
            <h3 class="utrecht-heading-3" id="kop-geef-papier">{ "Als motie, op papier of in woorden" }</h3>
            <OwnFields own={(*own).clone()} link={about.link.clone()} {typed} />
            <div class="handover__row">
                <button type="button" class="utrecht-button utrecht-button--primary-action" onclick={print}>{ "Afdrukken of bewaren als PDF" }</button>
            </div>
            <InWords handed={props.handed.clone()} own={(*own).clone()} />
            <Paper handed={props.handed.clone()} own={(*own).clone()} />
        </section>
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

#[derive(Clone, Properties, PartialEq)]
struct PaperProps {
    handed: Same<Handed>,
    own: OwnWords,
}

/// What is printed: before the charts of the page and behind them.
#[component]
fn Paper(props: &PaperProps) -> Html {
    let desk = use_desk();
    let document =
        use_memo(props.clone(), |PaperProps { handed, own }| write(&handed.given(&desk.catalogue), own, Extent::Brief));
    use_effect_with(document.title.clone(), |title| name_the_document(title.clone()));
    let page = gloo::utils::document();
    let (Some(above), Some(body)) = (page.get_element_by_id("afdruk-kop"), page.body()) else { return html! {} };
    // What it is about stands on the first page; a heading begins what comes behind the charts.
    let begins = document.blocks.iter().position(|block| matches!(block, Block::Heading(_))).unwrap_or_default();
    let (head, tables) = document.blocks.split_at(begins);
    html! {
        <>
            { create_portal(html! { <>{ foot(&document.about) }{ top(&document, head, &props.handed.about.link) }</> }, above) }
            { create_portal(html! { <div class="print-only written">{ blocks(tables) }</div> }, body.into()) }
        </>
    }
}

/// What stands above the page on paper, with the code beside it.
fn top(document: &Document, head: &[Block], link: &str) -> Html {
    let size = |side: usize| format!("inline-size: {:.1}mm", (side as f64 * SQUARE_MM).max(LEAST_MM));
    let long = (document.title.chars().count() > LONG).then_some("on-paper__title--long");
    html! {
        <div class="on-paper written">
            if let Some(code) = &qr::code(link) {
                <div class="on-paper__code" style={size(code.side)}>{ address::picture(code) }</div>
            }
            <p class={classes!("on-paper__title", long)}>{ &document.title }</p>
            { blocks(head) }
        </div>
    }
}
