//! The deficit per year, as large as a room needs it.

use yew::prelude::*;

use super::seen::Seen;
use crate::analysis::outlook::Outlook;
use crate::analysis::range::Banded;
use crate::chart::yearly::Shown;
use crate::model::money::Money;
use crate::model::year::Year;
use crate::view::desk::Desk;
use crate::view::nodes::nodes;
use crate::view::screen::{Plot, ends, plot, years};
use crate::view::session::Session;
use crate::view::still::still;
use crate::view::{format, words};

/// What stands beside the bars.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Beside {
    /// The range of the last year.
    Range,
    /// Behind each the scenario with which the talk began.
    Start,
}

/// The bars with their years.
pub fn figure(seen: &Seen<'_>, beside: Beside) -> Html {
    let session = seen.session;
    let mut shown = deficit(seen, session.outlook());
    match beside {
        Beside::Range => shown.reference = None,
        Beside::Start => shown.band = None,
    }
    let picture = Plot { shown, axis: seen.axis, reference: session.reference.name.clone() };
    let draw: fn(&Desk, &Plot) -> Html = |_, picture| plot(picture);
    html! {
        <figure class="yearly yearly--deficit">
            <figcaption>{ "Tekort per jaar, mln" }</figcaption>
            <div class="yearly__plot" role="img" aria-label={spoken(session)}>{ still("plot", picture, draw) }</div>
            { still("years", session.projection.horizon(), |_, horizon| nodes(years(*horizon))) }
        </figure>
    }
}

/// All that can be shown of the deficit in an outlook.
pub fn deficit(seen: &Seen<'_>, outlook: Outlook) -> Shown {
    let reference = seen.session.reference.of_outlook(outlook);
    Shown::deficit(seen.session.projection_in(outlook), Some(reference), seen.band(outlook, Banded::Deficit))
}

/// What the bars say.
fn spoken(session: &Session) -> String {
    let year = |(year, result): (Year, &_)| format!("{} {}", year.number(), format::tenths(Banded::Deficit.of(result)));
    let years: Vec<String> = session.shown().iter().map(year).collect();
    format!("Tekort per jaar, in miljoenen euro: {}", years.join("; "))
}

/// Between which amounts the deficit mostly comes to lie, in a few words; nothing before that is known.
pub fn mostly(seen: &Seen<'_>, outlook: Outlook) -> Option<String> {
    let band = seen.band(outlook, Banded::Deficit)?;
    Some(match ends(&band, &seen.axis) {
        [low, high] if low == high => format!("meestal rond {low}"),
        [low, high] => format!("meestal {low} tot {high}"),
    })
}

/// What a deficit is called within a sentence, and its size: a negative one is a surplus.
pub fn named(amount: Money) -> (String, String) {
    let (name, size) = words::deficit(amount);
    (name.to_ascii_lowercase(), format::millions(size))
}
