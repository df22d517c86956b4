//! What opens beside the screen or over it: native boxes that the browser shows, shuts and gives the focus back from.
//!
//! Those with controls or results stay in the document while they are shut: other programs read and set them there.

mod measures;
mod menu;
mod others;
mod outcome;
mod reference;
mod scenario;

use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::panel::{assumptions, summary, year_table};
use super::rest::use_pending;
use super::screen::ui::{SheetKind, UiAction, use_ui};
use crate::view::desk::use_desk;

/// From this width on, in the size of the text, what opens beside the levers leaves them free to use. The style has it too.
const WIDE: f64 = 60.0;

impl SheetKind {
    /// What it is headed.
    fn heading(self) -> &'static str {
        match self {
            Self::Scenario => "Scenario",
            Self::Reference => "Verschil met",
            Self::Menu => "Menu",
            Self::Others => "Andere maatregelen",
            Self::Assumptions => "Aannames",
            Self::Years => "Alle jaren",
            Self::Summary => "Wat is ingesteld",
            Self::Outcome => "Waar komt de uitkomst vandaan?",
        }
    }

    fn id(self) -> &'static str {
        match self {
            Self::Scenario => "scenario",
            Self::Reference => "verschil-met",
            Self::Menu => "menu",
            Self::Others => "andere",
            Self::Assumptions => "aannames",
            Self::Years => "jaren",
            Self::Summary => "ingesteld",
            Self::Outcome => "uitkomst",
        }
    }

    /// Whether it stands beside what it is about, which can be used meanwhile.
    fn is_beside(self) -> bool {
        matches!(self, Self::Others | Self::Assumptions)
    }

    /// Whether it stays in the document while it is shut.
    fn stays(self) -> bool {
        matches!(self, Self::Others | Self::Assumptions | Self::Years | Self::Summary | Self::Outcome)
    }

    fn content(self) -> Html {
        match self {
            Self::Scenario => html! { <scenario::ScenarioSheet /> },
            Self::Reference => html! { <reference::ReferenceSheet /> },
            Self::Menu => html! { <menu::Menu /> },
            Self::Others => html! { <others::Others /> },
            Self::Assumptions => html! { <assumptions::Assumptions /> },
            Self::Years => html! { <year_table::YearTable /> },
            Self::Summary => html! { <summary::Summary /> },
            Self::Outcome => html! { <outcome::OutcomeSheet /> },
        }
    }
}

/// All of them; at most one is open.
#[component]
pub fn Sheets() -> Html {
    let (ui, drawn) = (use_ui(), use_drawn());
    let one = |kind: SheetKind| {
        let open = ui.open == Some(kind);
        html! { <Sheet key={kind.id()} {kind} {open} /> }
    };
    html! { <>{ for SheetKind::ALL.into_iter().take(drawn).map(one) }</> }
}

/// How many of them are drawn: one more each time that the browser has had its turn, so that together they do not keep it
/// waiting.
#[hook]
fn use_drawn() -> usize {
    let drawn = use_state_eq(|| 0);
    let count = *drawn;
    let is_pending = count < SheetKind::ALL.len();
    use_pending(is_pending);
    use_effect_with(count, move |_| {
        let timer = is_pending.then(|| Timeout::new(0, move || drawn.set(count + 1)));
        move || drop(timer)
    });
    count
}

#[derive(Properties, PartialEq)]
struct SheetProps {
    kind: SheetKind,
    open: bool,
}

#[component]
fn Sheet(props: &SheetProps) -> Html {
    let desk = use_desk();
    let (dialog, kind) = (use_node_ref(), props.kind);
    {
        let dialog = dialog.clone();
        use_effect_with(props.open, move |open| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                if *open {
                    show(&dialog, kind.is_beside());
                } else {
                    dialog.close();
                }
            }
        });
    }
    let shut = desk.ui.reform(move |()| UiAction::Shut(kind));
    let onclose = shut.reform(|_: Event| ());
    let onkeydown = {
        let shut = shut.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !is_typing(&event) {
                shut.emit(());
            }
        })
    };
    // A click beside what takes all there is to do.
    let onclick = {
        let (dialog, shut) = (dialog.clone(), shut.clone());
        Callback::from(move |event: MouseEvent| {
            if dialog.cast::<HtmlDialogElement>().is_some_and(|dialog| is_beside(&event, &dialog)) {
                shut.emit(());
            }
        })
    };
    let heading = format!("kop-{}", kind.id());
    html! {
        <dialog ref={dialog} id={kind.id()} class={classes!("sheet", format!("sheet--{}", kind.id()))} aria-labelledby={heading.clone()} {onclose} {onkeydown} {onclick}>
            <div class="sheet__head">
                <h2 id={heading}>{ kind.heading() }</h2>
                <button type="button" class="sheet__shut" aria-label="Sluit" title="Sluit" onclick={shut.reform(|_: MouseEvent| ())}>{ "✕" }</button>
            </div>
            <div class="sheet__body">
                if props.open || kind.stays() { { kind.content() } }
            </div>
        </dialog>
    }
}

/// Shows a box: where it may stand beside what it is about, and there is room and nothing over it, it does; else over all
/// there is. Says whether it stands beside.
pub fn show(dialog: &HtmlDialogElement, may_be_beside: bool) -> bool {
    let is_beside = may_be_beside && width() >= WIDE && !is_modal_open();
    match (dialog.open(), is_beside) {
        (true, _) => {}
        (false, true) => dialog.show(),
        // Refused only when it is open already.
        (false, false) => drop(dialog.show_modal()),
    }
    is_beside
}

/// Whether a box takes all there is to do.
fn is_modal_open() -> bool {
    gloo::utils::document().query_selector("dialog:modal").is_ok_and(|modal| modal.is_some())
}

/// The width of the screen in the size of its text; none where the browser does not tell.
fn width() -> f64 {
    let root = gloo::utils::document_element();
    let style = gloo::utils::window().get_computed_style(&root).ok().flatten();
    let size = style.and_then(|style| style.get_property_value("font-size").ok());
    // By the browser: what reads floats is heavier than all that is asked here.
    size.map_or(0.0, |size| f64::from(root.client_width()) / js_sys::Number::parse_float(&size))
}

/// Whether Escape is to take back what is typed, not to shut the box.
pub fn is_typing(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.has_attribute("data-draft"))
}

/// Whether a click is outside the box: what lies around one that takes all counts as the dialog too.
pub fn is_beside(event: &MouseEvent, dialog: &HtmlDialogElement) -> bool {
    let (room, x, y) = (dialog.get_bounding_client_rect(), f64::from(event.client_x()), f64::from(event.client_y()));
    let within = (room.left()..=room.right()).contains(&x) && (room.top()..=room.bottom()).contains(&y);
    !within && event.target_dyn_into::<HtmlDialogElement>().is_some_and(|target| target == *dialog)
}
