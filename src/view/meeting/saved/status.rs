//! What was done last, and the way back.

use yew::prelude::*;

use super::state::{Act, Said};

#[derive(Properties, PartialEq)]
pub struct StatusProps {
    /// What is said.
    pub said: Option<Said>,
    /// Whether there is an edit to take back.
    pub can_undo: bool,
    pub act: Callback<Act>,
}

/// The line at the bottom. It stays until the next edit.
#[component]
pub fn Status(props: &StatusProps) -> Html {
    let undo = props.act.reform(|_: MouseEvent| Act::Undo);
    use_effect_with((props.said.clone(), props.can_undo), |_| catch_focus());
    html! {
        <div class={classes!("saved__status", props.said.is_some().then_some("saved__status--said"))} tabindex="-1" data-saved="status">
            <p role="status">
                { match &props.said {
                    Some(Said::Done(text)) => html! { text },
                    Some(Said::Not(text)) => html! { <strong>{ text }</strong> },
                    None => html! {},
                } }
            </p>
            if props.said.is_some() && props.can_undo {
                <button type="button" class="utrecht-button utrecht-button--secondary-action" onclick={undo} data-saved="undo">{ "Ongedaan maken" }</button>
            }
        </div>
    }
}

/// A button that is gone once it is pressed leaves the keyboard nowhere: then it goes on here, at the way back.
fn catch_focus() {
    let document = gloo::utils::document();
    let is_nowhere = document.active_element().is_none_or(|element| element.tag_name() == "BODY");
    let has_undo = document.query_selector("[data-saved=undo]").is_ok_and(|found| found.is_some());
    if is_nowhere {
        crate::view::focus::focus(if has_undo { "[data-saved=undo]" } else { "[data-saved=status]" });
    }
}
