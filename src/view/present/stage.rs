//! What is shown at one place: a slide, what it is about, and the way to the others.

use gloo::timers::callback::Timeout;
use web_sys::Element;
use yew::prelude::*;

use super::slides;
use crate::view::outlook::Outlooks;
use crate::view::session::Session;
use crate::view::words;

/// How far a replay of the last change is.
#[derive(Clone, Copy, PartialEq)]
pub enum Replay {
    /// Not replayed: the change as it is.
    Off,
    /// What was.
    Before,
    /// On the way to what is.
    Moving,
}

/// What is shown at one place.
pub struct Stage {
    /// The stage itself.
    pub node: NodeRef,
    /// Where it stands in the other window; none over the page.
    pub beside: Option<Element>,
    /// The number of the slide, from 0; the last one where there are fewer.
    pub at: usize,
    /// Whether it has the colours that the system has not.
    pub other_colours: bool,
    /// How far a replay of the last change is.
    pub replay: Replay,
    /// Ends a part of the replay.
    pub timer: Option<Timeout>,
    /// What could not be done.
    pub told: &'static str,
    /// Whether the slide is a new one, on which the focus is yet to be put.
    pub turned: bool,
    /// Whether it is not shown yet.
    pub hidden: bool,
}

impl Stage {
    /// A stage that is not shown yet.
    pub fn new(beside: Option<Element>, at: usize, other_colours: bool) -> Self {
        let (replay, told) = (Replay::Off, "");
        Self {
            node: NodeRef::default(),
            beside,
            at,
            other_colours,
            replay,
            timer: None,
            told,
            turned: true,
            hidden: true,
        }
    }

    /// Turns to a slide.
    pub fn turn(&mut self, to: usize) {
        self.turned = to != self.at;
        self.at = to;
        self.replay = Replay::Off;
    }
}

/// A slide with what it is about and the way to the others.
pub fn draw(stage: &Stage, session: &Session, outlook: Option<&Outlooks>) -> Html {
    let count = slides::count(session);
    let at = stage.at.min(count - 1);
    let slide = slides::slide(at, session, outlook, stage.replay == Replay::Before);
    let class = classes!(
        "stage",
        stage.other_colours.then_some("stage--other"),
        (stage.replay == Replay::Moving).then_some("stage--moving"),
    );
    let about = format!(
        "{} van {count} · {} · {} · cijfers {} · ombuigen, {}",
        at + 1,
        session.scenario.name(&session.catalogue),
        words::in_outlook(session.outlook(), &session.catalogue, session.scenario.plan()),
        session.catalogue.edition_in_words(),
        session.catalogue.pack().municipality,
    );
    html! {
        <div ref={stage.node.clone()} {class} role={stage.beside.is_some().then_some("main")}>
            <div key={format!("{} {at}", session.edition.name())} class="stage__slide" data-slide={(at + 1).to_string()}>{ slide }</div>
            <div class="stage__foot">
                <p>{ about }</p>
                { for BUTTONS.iter().filter(|(act, ..)| stage.beside.is_none() || *act != "window").map(button) }
                <span role="status">{ stage.told }</span>
            </div>
        </div>
    }
}

/// What a button does, what it says, and its key.
type Button = (&'static str, &'static str, &'static str);

const BUTTONS: [Button; 6] = [
    ("back", "Vorige", "←"),
    ("next", "Volgende", "→"),
    ("replay", "Herhaal", "R"),
    ("colours", "Licht/donker", "D"),
    ("window", "Eigen venster", "V"),
    ("leave", "Sluit", "Esc"),
];

fn button((act, label, key): &Button) -> Html {
    html! {
        <button type="button" key={*act} class="utrecht-button utrecht-button--secondary-action" data-act={*act}>
            { *label }<kbd aria-hidden="true">{ *key }</kbd>
        </button>
    }
}
