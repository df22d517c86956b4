//! A box over the page, as the browser makes it: it takes the focus, and Escape shuts it.

use web_sys::HtmlDialogElement;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
pub struct DialogProps {
    /// What it is about; also its name for screen readers.
    pub heading: AttrValue,
    /// The id of the heading.
    pub id: AttrValue,
    pub class: Classes,
    /// It was shut.
    pub close: Callback<()>,
    pub children: Html,
}

/// An open dialog. It shuts by its button, by Escape and by a click beside it.
#[component]
pub fn Dialog(props: &DialogProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                // Refused only when it is open already.
                let _ = dialog.show_modal();
            }
        });
    }
    let onclose = props.close.reform(|_: Event| ());
    let shut = {
        let dialog = dialog.clone();
        Callback::from(move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    // Whoever selects text and lets go beside the box does not want it shut: it has to begin there too.
    let began_beside = use_mut_ref(|| false);
    let press = {
        let (dialog, began_beside) = (dialog.clone(), began_beside.clone());
        Callback::from(move |event: PointerEvent| *began_beside.borrow_mut() = is_beside(&event, &dialog))
    };
    let click = {
        let (dialog, shut) = (dialog.clone(), shut.clone());
        Callback::from(move |event: MouseEvent| {
            if *began_beside.borrow() && is_beside(&event, &dialog) {
                shut.emit(());
            }
        })
    };
    html! {
        <dialog ref={dialog} class={props.class.clone()} aria-labelledby={props.id.clone()} {onclose} onpointerdown={press} onclick={click}>
            <div class="dialog__head">
                <h2 class="utrecht-heading-2" id={props.id.clone()}>{ props.heading.clone() }</h2>
                <button type="button" class="utrecht-button utrecht-button--secondary-action" onclick={shut.reform(|_: MouseEvent| ())}>{ "Sluit" }</button>
            </div>
            { props.children.clone() }
        </dialog>
    }
}

/// Whether a pointer is outside the box: what lies around it counts as the dialog too, as does its own padding.
fn is_beside(event: &MouseEvent, dialog: &NodeRef) -> bool {
    let Some(dialog) = dialog.cast::<HtmlDialogElement>() else { return false };
    let (room, x, y) = (dialog.get_bounding_client_rect(), f64::from(event.client_x()), f64::from(event.client_y()));
    let within = (room.left()..=room.right()).contains(&x) && (room.top()..=room.bottom()).contains(&y);
    !within && event.target_dyn_into::<HtmlDialogElement>().is_some_and(|target| target == dialog)
}
