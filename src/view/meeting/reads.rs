//! Rooms that read the links of others, which may be about more than the page is: all there is of each edition is there first.

use yew::prelude::*;

use crate::view::{edition, rest};

#[derive(Properties, PartialEq)]
pub struct ReadsProps {
    /// What reads them.
    pub children: Html,
}

/// What reads links of others, once they can be read; where some of the figures do not come, that is said of each link.
#[component]
pub fn Reads(props: &ReadsProps) -> Html {
    let ready = use_state_eq(|| false);
    rest::use_pending(!*ready);
    {
        let ready = ready.clone();
        use_effect_with((), move |()| {
            rest::spawn(async move {
                edition::widen_all().await;
                ready.set(true);
            });
        });
    }
    if *ready { props.children.clone() } else { Html::default() }
}
