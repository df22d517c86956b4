//! The charts: geometry comes from [`crate::chart`], drawing stands here.

pub mod bars;
pub mod lines;
pub mod parts;

use yew::prelude::*;

use super::panel::use_session;
use super::same::Same;
use crate::model::year::Year;

/// Both charts in the outlook that is chosen. They show the values of one year together: the one under the pointer, else the
/// chosen one.
#[component]
pub fn Charts() -> Html {
    let session = use_session();
    let chosen = use_state_eq(|| session.projection.last_year());
    let pointed = use_state_eq(|| None::<Year>);
    let choose = {
        let chosen = chosen.clone();
        use_callback((), move |year: Year, ()| chosen.set(year))
    };
    let point = {
        let pointed = pointed.clone();
        use_callback((), move |year: Option<Year>, ()| pointed.set(year))
    };
    let year = pointed.unwrap_or(*chosen);
    let (projection, outlook) = (Same::from(session.shown().clone()), session.outlook());
    html! {
        <div class="charts">
            <lines::LinesPicture projection={projection.clone()} {outlook} {year} choose={choose.clone()} point={point.clone()} />
            <bars::BarsPicture {projection} {outlook} {year} {choose} {point} />
        </div>
    }
}
