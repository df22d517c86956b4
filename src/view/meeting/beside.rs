//! Boxes as the sheets of the first program: beside the levers where there is room, which can be used meanwhile, or over all
//! there is.

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

/// Which of them.
#[derive(Clone, Copy, PartialEq)]
pub enum Kind {
    /// How a number is made; it may stand beside the levers.
    Waarom,
    /// Where the outcome comes from.
    Outcome,
    /// What the scenario is called, where it begins and how it came about.
    Scenario,
}

impl Kind {
    /// Its name in the document.
    fn id(self) -> &'static str {
        match self {
            Self::Waarom => "waarom",
            Self::Outcome => "uitkomst",
            Self::Scenario => "scenario",
        }
    }

    /// How it looks: of what explains the second program has a style of its own.
    fn class(self) -> Classes {
        let explains = (self == Self::Waarom).then_some("meeting");
        classes!(explains, "sheet", format!("sheet--{}", self.id()))
    }
}

#[derive(Properties, PartialEq)]
pub struct SheetProps {
    pub kind: Kind,
    /// What it is about; also its name for screen readers.
    pub heading: AttrValue,
    /// It was shut.
    pub close: Callback<()>,
    pub children: Html,
}

/// The open box. It shuts by its button, by Escape and, where it takes all there is to do, by a click beside it.
#[component]
pub fn Sheet(props: &SheetProps) -> Html {
    let (dialog, kind) = (use_node_ref(), props.kind);
    {
        let dialog = dialog.clone();
        use_effect_with((), move |()| {
            let may_be_beside = kind == Kind::Waarom;
            let covers = dialog.cast::<HtmlDialogElement>().is_some_and(|dialog| show(&dialog, may_be_beside));
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
        id: kind.id(),
        class: kind.class(),
        heading: props.heading.clone(),
        onclose: props.close.reform(|_: Event| ()),
        shut,
        body: props.children.clone(),
    })
}
