//! The briefing view: one sentence and one picture at a time, over the page and in a window of its own.
//!
//! Both follow the page: they hold which slide is shown, and nothing of the scenario. One component of messages, not of
//! hooks: what people press comes from outside yew, of two windows, and must meet the session as it is now.

mod slides;
mod stage;

use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};
use yew::html::Scope;
use yew::prelude::*;

use self::stage::{Replay, Stage, draw};
use super::outlook::Outlooks;
use super::rest;
use super::session::Session;

/// How long a replay shows what was, and then takes to what is; the style has the second as well.
const BEFORE_MS: u32 = 800;
const MOVING_MS: u32 = 1000;

/// How long the other window stays behind the page, in milliseconds: it takes the scenario and its range in one go, and
/// leaves most frames to the page while a slider moves.
const LATE_MS: u32 = 100;

#[wasm_bindgen]
extern "C" {
    /// Of `present.js`: shows a stage over the page; `act` hears what people press.
    #[wasm_bindgen(js_name = showStage)]
    fn show_stage(stage: &JsValue, act: JsValue);
    /// The place for a stage in the other window, which comes to the front; none where the browser refuses it.
    #[wasm_bindgen(js_name = openBeside)]
    fn open_beside(act: JsValue) -> Option<Element>;
}

/// Where a stage stands.
#[derive(Clone, Copy, PartialEq)]
pub enum StagePlace {
    /// Over the page.
    Here,
    /// In the other window.
    Beside,
}

/// What happens to it.
pub enum Message {
    Session(Session),
    Outlook(Box<Option<Outlooks>>),
    /// The other window may catch up.
    CatchUp,
    Open,
    Press(StagePlace, String),
    /// A part of the replay is over.
    Replayed(StagePlace),
}

/// The button that opens the briefing view, and the view.
pub struct Present {
    session: Session,
    outlook: Option<Outlooks>,
    /// For as long as these live, the contexts send their changes.
    _contexts: (ContextHandle<Session>, Option<ContextHandle<Option<Outlooks>>>),
    here: Option<Stage>,
    beside: Option<Stage>,
    /// Until the other window catches up.
    late: Option<Timeout>,
}

impl Component for Present {
    type Message = Message;
    type Properties = ();

    fn create(ctx: &Context<Self>) -> Self {
        let link = ctx.link();
        let session = link.context(link.callback(Message::Session));
        // Cannot fail: the app wraps the whole page in the session.
        let (session, of_session) = session.expect("the app provides the session");
        let (outlook, of_outlook) = link.context(link.callback(|outlook| Message::Outlook(Box::new(outlook)))).unzip();
        let outlook = outlook.flatten();
        Self { session, outlook, _contexts: (of_session, of_outlook), here: None, beside: None, late: None }
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            // Of what is shown nothing may meet the figures of another edition.
            Message::Session(session) if session.edition != self.session.edition => {
                (self.session, self.outlook) = (session, None);
                return true;
            }
            Message::Session(session) => self.session = session,
            Message::Outlook(outlook) => self.outlook = *outlook,
            Message::CatchUp => {
                self.late = None;
                return true;
            }
            Message::Open => {
                self.here = Some(Stage::new(None, 0, false));
                return true;
            }
            Message::Press(place, act) => {
                self.press(ctx, place, &act);
                return true;
            }
            Message::Replayed(place) => {
                self.replay(ctx, place);
                return true;
            }
        }
        self.follow(ctx)
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let open = ctx.link().callback(|_: MouseEvent| Message::Open);
        let beside = |stage: &Stage| {
            stage.beside.clone().map(|place| create_portal(draw(stage, &self.session, self.outlook.as_ref()), place))
        };
        // Not within the header, whose style is its own and which a phone does not show.
        let here = |stage: &Stage| {
            let drawn = draw(stage, &self.session, self.outlook.as_ref());
            create_portal(
                html! { <dialog class="stage-box" aria-label="Presentatie">{ drawn }</dialog> },
                gloo::utils::body().into(),
            )
        };
        html! {
            <>
                <button type="button" class="utrecht-button utrecht-button--secondary-action" aria-haspopup="dialog" data-present="" onclick={open}>{ "Presenteer" }</button>
                // Always a node, so that the button before it stays the very same and gets the focus back.
                if let Some(stage) = &self.here { { here(stage) } }
                { self.beside.as_ref().and_then(beside) }
            </>
        }
    }

    fn rendered(&mut self, ctx: &Context<Self>, _: bool) {
        for stage in [&mut self.here, &mut self.beside].into_iter().flatten() {
            let Some(node) = stage.node.get() else { continue };
            if std::mem::take(&mut stage.hidden) && stage.beside.is_none() {
                show_stage(&node, presses(ctx.link(), StagePlace::Here));
            }
            if std::mem::take(&mut stage.turned) {
                focus_heading(node.unchecked_ref());
            }
        }
    }
}

/// Puts the focus on what a slide says. Not by the class of the node: in the other window it is another one.
fn focus_heading(stage: &Element) {
    if let Ok(Some(heading)) = stage.query_selector("h1") {
        // A heading that cannot take the focus changes nothing.
        let _ = heading.unchecked_ref::<HtmlElement>().focus();
    }
}

/// Sends what people press at a place. The browser frees it together with the place.
fn presses(link: &Scope<Present>, place: StagePlace) -> JsValue {
    let link = link.clone();
    Closure::<dyn Fn(String)>::new(move |act| link.send_message(Message::Press(place, act))).into_js_value()
}

impl Present {
    fn at(&mut self, place: StagePlace) -> &mut Option<Stage> {
        match place {
            StagePlace::Here => &mut self.here,
            StagePlace::Beside => &mut self.beside,
        }
    }

    /// What changed on the page is drawn at once over it, and a little later in the other window.
    fn follow(&mut self, ctx: &Context<Self>) -> bool {
        if self.beside.is_some() && self.late.is_none() {
            let link = ctx.link().clone();
            self.late = Some(rest::later(LATE_MS, move || link.send_message(Message::CatchUp)));
        }
        self.here.is_some()
    }

    fn press(&mut self, ctx: &Context<Self>, place: StagePlace, act: &str) {
        let last = slides::count(&self.session) - 1;
        let Some(stage) = self.at(place) else { return };
        let at = stage.at.min(last);
        stage.told = "";
        match act {
            "next" => stage.turn((at + 1).min(last)),
            "back" => stage.turn(at.saturating_sub(1)),
            "first" => stage.turn(0),
            "last" => stage.turn(last),
            "colours" => stage.other_colours = !stage.other_colours,
            "replay" => self.begin_replay(ctx, place),
            "window" => self.open_beside(ctx),
            "leave" => *self.at(place) = None,
            _ => {}
        }
    }

    fn begin_replay(&mut self, ctx: &Context<Self>, place: StagePlace) {
        let change = slides::change_at(&self.session);
        let Some(stage) = self.at(place) else { return };
        match change {
            Some(change) => {
                stage.turn(change);
                self.replay(ctx, place);
            }
            None => stage.told = "Er is nog niets veranderd.",
        }
    }

    /// The next part of the replay.
    fn replay(&mut self, ctx: &Context<Self>, place: StagePlace) {
        let link = ctx.link().clone();
        let Some(stage) = self.at(place) else { return };
        let (next, after) = match stage.replay {
            Replay::Off => (Replay::Before, BEFORE_MS),
            Replay::Before => (Replay::Moving, MOVING_MS),
            Replay::Moving => {
                stage.replay = Replay::Off;
                return;
            }
        };
        stage.replay = next;
        stage.timer = Some(rest::later(after, move || link.send_message(Message::Replayed(place))));
    }

    /// Opens the other window on the slide that is shown here, or brings it to the front.
    fn open_beside(&mut self, ctx: &Context<Self>) {
        let Some(here) = &mut self.here else { return };
        match open_beside(presses(ctx.link(), StagePlace::Beside)) {
            Some(place) if self.beside.is_none() => {
                self.beside = Some(Stage::new(Some(place), here.at, here.other_colours));
            }
            Some(_) => {}
            None => {
                here.told = "De browser hield het venster tegen. Sta pop-ups toe voor deze pagina en klik nog eens.";
            }
        }
    }
}
