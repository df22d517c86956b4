//! The badge that says what a number rests on: always with the word, never by colour alone.

use yew::prelude::*;

use crate::model::source::Status;

/// The badge of a status.
pub fn badge(status: Status) -> Html {
    let kind = match status {
        Status::Bron => "utrecht-status-badge--safe",
        Status::Afgeleid => "utrecht-status-badge--neutral",
        Status::Doel => "utrecht-status-badge--neutral",
        Status::Onbekend => "utrecht-status-badge--warning",
        Status::Aanname => "utrecht-status-badge--warning",
        Status::EigenInvoer => "utrecht-status-badge--active",
    };
    html! { <span class={classes!("utrecht-status-badge", kind)}>{ status.word() }</span> }
}
