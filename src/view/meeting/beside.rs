//! A box that stands beside the levers where there is room, and over everything else: as the sheets of the first program, which
//! can be used meanwhile.

use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlDialogElement;
use yew::prelude::*;

use crate::view::sheet::{Boxed, boxed, show};

#[wasm_bindgen]
extern "C" {
    /// Of `meeting.js`: tells the first program whether its charts are covered.
    #[wasm_bindgen(js_name = coverCharts)]
    fn cover_charts(covers: bool);
}

#[derive(Properties, PartialEq)]
pub struct BesideProps {
    /// What it is about; also its name for screen readers.
    pub heading: AttrValue,
    /// It was shut.
    pub close: Callback<()>,
    pub children: Html,
}

/// The open box. It shuts by its button, by Escape and, where it takes all there is to do, by a click beside it.
#[component]
pub fn Beside(props: &BesideProps) -> Html {
    let dialog = use_node_ref();
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            let covers = dialog.cast::<HtmlDialogElement>().is_some_and(|dialog| show(&dialog, true));
            cover_charts(covers);
            || cover_charts(false)
        });
    }
    let shut = {
        let dialog = dialog.clone();
        Callback::from(move |()| {
            if let Some(dialog) = dialog.cast::<HtmlDialogElement>() {
                dialog.close();
            }
        })
    };
    boxed(Boxed {
        dialog,
        id: "waarom",
        class: classes!("meeting", "sheet", "sheet--waarom"),
        heading: props.heading.clone(),
        onclose: props.close.reform(|_: Event| ()),
        shut,
        body: props.children.clone(),
    })
}
