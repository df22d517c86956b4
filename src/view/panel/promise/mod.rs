//! What the promise of a scenario is worth: its range, and the ways to what else is asked about it.

mod range;

use yew::prelude::*;

use super::use_fold;
use super::ways::Promises;
use crate::analysis::draws::COUNT;
use crate::view::format;

/// The section.
#[component]
pub fn Promise() -> Html {
    let (opened, ontoggle) = use_fold();
    html! {
        <section class="promise" aria-labelledby="kop-belofte">
            <h2 class="utrecht-heading-2" id="kop-belofte" tabindex="-1">{ "Wat is deze belofte waard?" }</h2>
            <details class="chapter" open={true} {ontoggle}>
                <summary class="chapter__title">
                    <h3 class="utrecht-heading-3">{ "Hoe zeker is dit?" }</h3>
                    <span class="chapter__count">{ format!("de bandbreedte van {} doorrekeningen", format::number(COUNT.into(), 0)) }</span>
                </summary>
                if opened { <div class="promise__answer"><range::RangeExplained /></div> }
            </details>
            <Promises />
        </section>
    }
}
