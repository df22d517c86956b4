//! What opens beside the screen or over it: native boxes that the browser shows, shuts and gives the focus back from.
//!
//! Those with controls or results stay in the document while they are shut: other programs read and set them there. They are filled
//! one after another once the screen is drawn.

mod menu;
mod others;
mod reference;

use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, HtmlElement, KeyboardEvent};
use yew::prelude::*;

use super::panel::{assumptions, summary, year_table};
use super::screen::ui::{SheetKind, Ui, UiAction};
use crate::view::desk::use_desk;
use crate::view::rest::use_turn;

/// From this width on, in the size of the text, what opens beside the levers leaves them free to use. The style has it too.
const WIDE: f64 = 60.0;

impl SheetKind {
    /// What it is headed.
    fn heading(self) -> &'static str {
        match self {
            Self::Reference => "Verschil met",
            Self::Menu => "Menu",
            Self::Others => "Andere maatregelen",
            Self::Assumptions => "Aannames",
            Self::Years => "Alle jaren",
            Self::Summary => "Wat is ingesteld",
        }
    }

    fn id(self) -> &'static str {
        match self {
            Self::Reference => "verschil-met",
            Self::Menu => "menu",
            Self::Others => "andere",
            Self::Assumptions => "aannames",
            Self::Years => "jaren",
            Self::Summary => "ingesteld",
        }
    }

    /// Whether it stands beside what it is about, which can be used meanwhile.
    fn is_beside(self) -> bool {
        matches!(self, Self::Others | Self::Assumptions)
    }

    /// Whether it stays in the document while it is shut.
    fn stays(self) -> bool {
        matches!(self, Self::Others | Self::Assumptions | Self::Years | Self::Summary)
    }

    fn content(self) -> Html {
        match self {
            Self::Reference => html! { <reference::ReferenceSheet /> },
            Self::Menu => html! { <menu::Menu /> },
            Self::Others => html! { <others::Others /> },
            Self::Assumptions => html! { <assumptions::Assumptions /> },
            Self::Years => html! { <year_table::YearTable /> },
            Self::Summary => html! { <summary::Summary /> },
        }
    }
}

/// All of them, of an edition; at most one is open.
pub fn sheets(ui: &Ui, edition: &str) -> Html {
    let one = |kind: SheetKind| {
        let open = ui.open == Some(kind);
        html! { <Sheet key={format!("{} {edition}", kind.id())} {kind} {open} /> }
    };
    html! { <>{ for SheetKind::ALL.map(one) }</> }
}

#[derive(Properties, PartialEq)]
struct SheetProps {
    kind: SheetKind,
    open: bool,
}

#[component]
fn Sheet(props: &SheetProps) -> Html {
    let desk = use_desk();
    let (dialog, kind, has_turn) = (use_node_ref(), props.kind, use_turn());
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
    boxed(Boxed {
        dialog,
        id: kind.id(),
        class: classes!("sheet", format!("sheet--{}", kind.id())),
        heading: kind.heading().into(),
        onclose: shut.reform(|_: Event| ()),
        shut,
        body: html! { if props.open || has_turn && kind.stays() { { kind.content() } } },
    })
}

/// What a box is made of.
pub struct Boxed {
    /// The box itself, where it stands.
    pub dialog: NodeRef,
    /// Its name in the document.
    pub id: &'static str,
    /// How it looks.
    pub class: Classes,
    /// What it is about; also its name for screen readers.
    pub heading: AttrValue,
    /// The browser has shut it.
    pub onclose: Callback<Event>,
    /// Shuts it.
    pub shut: Callback<()>,
    /// What stands in it.
    pub body: Html,
}

/// A box that shuts by its button, by Escape and, where it takes all there is to do, by a click beside it.
pub fn boxed(Boxed { dialog, id, class, heading, onclose, shut, body }: Boxed) -> Html {
    let onkeydown = {
        let shut = shut.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "Escape" && !is_typing(&event) {
                // Else the browser would shut what this stands over too.
                event.prevent_default();
                shut.emit(());
            }
        })
    };
    let onclick = {
        let (dialog, shut) = (dialog.clone(), shut.clone());
        Callback::from(move |event: MouseEvent| {
            if dialog.cast::<HtmlDialogElement>().is_some_and(|dialog| is_beside(&event, &dialog)) {
                shut.emit(());
            }
        })
    };
    let headed = format!("kop-{id}");
    html! {
        <dialog ref={dialog} {id} {class} aria-labelledby={headed.clone()} {onclose} {onkeydown} {onclick}>
            <div class="sheet__head">
                <h2 id={headed}>{ heading }</h2>
                <button type="button" class="sheet__shut" aria-label="Sluit" title="Sluit" onclick={shut.reform(|_: MouseEvent| ())}>{ "✕" }</button>
            </div>
            <div class="sheet__body">{ body }</div>
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
fn is_typing(event: &KeyboardEvent) -> bool {
    let element = event.target().and_then(|target| target.dyn_into::<HtmlElement>().ok());
    element.is_some_and(|element| element.has_attribute("data-draft"))
}

/// Whether a click is outside the box: what lies around one that takes all counts as the dialog too.
fn is_beside(event: &MouseEvent, dialog: &HtmlDialogElement) -> bool {
    let (room, x, y) = (dialog.get_bounding_client_rect(), f64::from(event.client_x()), f64::from(event.client_y()));
    let within = (room.left()..=room.right()).contains(&x) && (room.top()..=room.bottom()).contains(&y);
    !within && event.target_dyn_into::<HtmlDialogElement>().is_some_and(|target| target == *dialog)
}
