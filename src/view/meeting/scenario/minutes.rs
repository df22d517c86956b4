//! The steps of the session as minutes, with a line for who made them.

use yew::prelude::*;

use super::story::told;
use crate::export::About;
use crate::export::minutes::{Minutes, Step, write};
use crate::model::projection::Total;
use crate::view::address::with_fragment;
use crate::view::meeting::as_text::AsText;
use crate::view::meeting::download::stem;
use crate::view::meeting::today::today;
use crate::view::meeting::typed::{AUTHOR, recall, remember};
use crate::view::panel::field::text_of;
use crate::view::panel::use_session;
use crate::view::session::{HistoryStep, Session};

/// The longest line for who made them, in characters.
const LONGEST: &str = "300";

/// The line, and the minutes to take along.
#[component]
pub fn AsMinutes() -> Html {
    let session = use_session();
    let maker = use_state_eq(|| recall(AUTHOR, "").unwrap_or_default());
    let oninput = {
        let maker = maker.clone();
        Callback::from(move |event: InputEvent| {
            remember(AUTHOR, "", &text_of(&event));
            maker.set(text_of(&event));
        })
    };
    let pack = session.catalogue.pack_of(session.scenario.plan());
    let name = format!("{}-verslag", stem(&session.scenario.name(&session.catalogue), pack));
    let about = (session.clone(), (*maker).clone());
    let document = use_callback(about, |(), (session, maker)| {
        let catalogue = &session.catalogue;
        write(&Minutes {
            about: &About {
                name: session.scenario.name(catalogue),
                date: today(),
                link: with_fragment(&session.link()),
            },
            figures: format!(
                "{}, cijfers {}",
                catalogue.pack_of(session.scenario.plan()).title(),
                catalogue.edition_in_words()
            ),
            maker,
            year: session.projection.last_year().number(),
            steps: &steps(session),
        })
    });
    html! {
        <>
            <label class="utrecht-form-label handover__field">
                { "Verslag gemaakt door" }
                <input class="utrecht-textbox utrecht-textbox--html-input" type="text" autocomplete="off" maxlength={LONGEST} value={(*maker).clone()} {oninput} />
            </label>
            <AsText {document} {name} copy="Kopieer als verslag" copied="Verslag gekopieerd." />
        </>
    }
}

/// The steps that led to the present one.
fn steps(session: &Session) -> Vec<Step> {
    let steps: Vec<_> = session.history.steps().take(session.history.at() + 1).collect();
    let step = |(at, step): (usize, &&std::rc::Rc<HistoryStep>)| {
        // Cannot fail: it is the place before this one.
        let before = (at > 0).then(|| &steps[at - 1]);
        Step {
            what: before.map_or_else(|| "Begin".to_string(), |before| told(before, step)),
            deficit: step.of(step.outlook()).last().total(Total::Deficit),
            apart: before.and_then(|before| apart(before, step)),
        }
    };
    steps.iter().enumerate().map(step).collect()
}

/// Why the deficits of two steps cannot be held against each other; none where they can.
fn apart(before: &HistoryStep, after: &HistoryStep) -> Option<&'static str> {
    if before.edition != after.edition {
        return Some("andere cijfers");
    }
    (before.outlook() != after.outlook()).then_some("ander uitgangspunt")
}
