//! The presentation: one sentence and one picture at a time, over the page and in a window of its own, and "Wat als?".
//!
//! All places show the same slide. It follows the page: a link tells what that shows. What is tried is told to nobody, until
//! the user takes it over. One component of messages, not of hooks: what people press comes from outside yew, of two windows,
//! and must meet the scenario as it is now.

mod choices;
mod figure;
mod remote;
mod seen;
mod setback;
mod slides;
mod stage;
mod talk;
mod what_if;
mod yields;

use std::cell::RefCell;
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use wasm_bindgen::prelude::{Closure, wasm_bindgen};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, HtmlElement};
use yew::html::Scope;
use yew::prelude::*;

use self::stage::{Stage, StagePlace};
use self::talk::{Known, Talk};
use super::page::put_in_address;
use crate::view::desk::Desk;
use crate::view::edition::{self, Edition};
use crate::view::rest;

/// How long after the last movement the range follows, in milliseconds.
const RANGE_MS: u32 = 150;

/// The id of the place in the document: beside the page and the rooms, which a presentation in another window outlives.
const PLACE: &str = "presentatie";

#[wasm_bindgen]
extern "C" {
    /// Of `meeting-present.js`: shows a stage over the page; `act` hears what people do.
    #[wasm_bindgen(js_name = showStage)]
    fn show_stage(stage: &JsValue, act: JsValue);
    /// Shuts the place where a stage stands.
    #[wasm_bindgen(js_name = leaveStage)]
    fn leave_stage(stage: &JsValue);
    /// Shuts all places.
    #[wasm_bindgen(js_name = leaveStages)]
    fn leave_stages();
    /// The place for a stage in the other window, which comes to the front; none where the browser refuses it.
    #[wasm_bindgen(js_name = openBeside)]
    fn open_beside(act: JsValue) -> Option<Element>;
    /// Of `meeting.js`: hears the link of every other scenario that the page shows; none hears nothing more.
    #[wasm_bindgen(js_name = followPage)]
    fn follow_page(heard: &JsValue);
}

thread_local! {
    /// The presentation as it is shown, with how often it was asked for.
    static SHOWN: RefCell<Option<(yew::AppHandle<Present>, u32)>> = const { RefCell::new(None) };
}

/// Shows the slides over the page, for the scenario of a link.
pub fn open(edition: Rc<Edition>, link: &str) {
    let props = |asked| PresentProps { asked, link: link.to_string().into(), edition };
    SHOWN.with_borrow_mut(|shown| match shown {
        Some((handle, asked)) => {
            *asked += 1;
            handle.update(props(*asked));
        }
        None => {
            let place = new_place();
            *shown = place.map(|place| (yew::Renderer::<Present>::with_root_and_props(place, props(0)).render(), 0));
        }
    });
}

/// A place of its own, at the end of the page.
fn new_place() -> Option<Element> {
    let place = gloo::utils::document().create_element("div").ok()?;
    place.set_id(PLACE);
    gloo::utils::body().append_child(&place).ok()?;
    Some(place)
}

/// Shuts what is shown of it, and takes its place away: others have changed that.
pub fn shut() {
    let Some((app, _)) = SHOWN.take() else { return };
    leave_stages();
    app.destroy();
    follow_page(&JsValue::UNDEFINED);
    if let Some(place) = gloo::utils::document().get_element_by_id(PLACE) {
        place.remove();
    }
}

#[derive(Properties, PartialEq)]
pub struct PresentProps {
    /// Another number for every time it is asked for.
    asked: u32,
    /// The link of the scenario on the page.
    link: AttrValue,
    /// The edition of that link.
    edition: Rc<Edition>,
}

/// What happens to it.
pub enum Message {
    /// The page shows another scenario.
    Page(String),
    /// Somebody did something at a place.
    Press(StagePlace, String),
    /// The range is known.
    Range(Box<Known>),
}

/// The slides, wherever they are shown.
pub struct Present {
    talk: Talk,
    here: Option<Stage>,
    beside: Option<Stage>,
    /// What could not be done.
    told: String,
    /// Until the range follows.
    late: Option<Timeout>,
}

impl Component for Present {
    type Message = Message;
    type Properties = PresentProps;

    fn create(ctx: &Context<Self>) -> Self {
        let PresentProps { link, edition, .. } = ctx.props();
        let talk = Talk::begin(edition.clone(), link.clone());
        let mut present = Self { talk, here: None, beside: None, told: String::new(), late: None };
        present.open_here(ctx);
        present
    }

    fn changed(&mut self, ctx: &Context<Self>, _: &PresentProps) -> bool {
        let PresentProps { link, edition, .. } = ctx.props();
        if self.beside.is_none() {
            self.talk = Talk::begin(edition.clone(), link.clone());
        }
        self.open_here(ctx);
        true
    }

    fn update(&mut self, ctx: &Context<Self>, message: Message) -> bool {
        match message {
            Message::Page(link) => match edition::known_of(&link) {
                Ok(edition) => self.talk.follow(edition, link.into()),
                // All that there are were opened before.
                Err(_) => return false,
            },
            Message::Press(place, act) => self.press(ctx, place, &act),
            Message::Range(known) => self.talk.learn(*known),
        }
        self.settle(ctx);
        true
    }

    fn view(&self, ctx: &Context<Self>) -> Html {
        let draw = |stage: &Stage| stage::draw(stage, &self.talk.slide(), &self.talk.seen(), &self.told);
        let here = |stage| html! { <dialog class="stage-box" aria-label="Presentatie">{ draw(stage) }</dialog> };
        let beside = |stage: &Stage| stage.beside.clone().map(|place| create_portal(draw(stage), place));
        let press = ctx.link().callback(|act: &'static str| Message::Press(StagePlace::Beside, act.to_string()));
        html! {
            <ContextProvider<Desk> context={self.talk.desk()}>
                <style>{ stage::STYLE }</style>
                { self.here.as_ref().map(here) }
                { self.beside.as_ref().and_then(beside) }
                if self.beside.is_some() { { remote::draw(&self.talk.slide(), &press) } }
            </ContextProvider<Desk>>
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

/// Sends what people do at a place. The browser frees it together with the place.
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

    fn open_here(&mut self, ctx: &Context<Self>) {
        self.here = Some(Stage::new(None, false));
        let link = ctx.link().clone();
        follow_page(
            &Closure::<dyn Fn(String)>::new(move |page| link.send_message(Message::Page(page))).into_js_value(),
        );
        self.settle(ctx);
    }

    /// What people do: a word, or one with a lever and its value.
    fn press(&mut self, ctx: &Context<Self>, place: StagePlace, act: &str) {
        let before = self.talk.slide().at;
        self.told.clear();
        match act {
            "left" => return self.left(place),
            "escape" if !self.talk.leave_what_if() => self.leave(place),
            "leave" => self.leave(place),
            "colours" => {
                if let Some(stage) = self.at(place) {
                    stage.other_colours = !stage.other_colours;
                }
            }
            "window" => self.open_beside(ctx),
            "take-over" => put_in_address(&self.talk.take_over()),
            _ => self.told = self.talk.act(act).err().unwrap_or_default(),
        }
        let turned = self.talk.slide().at != before;
        if let Some(stage) = self.at(place) {
            stage.turned = turned;
        }
    }

    /// Shuts a place, which then tells that it was left.
    fn leave(&mut self, place: StagePlace) {
        if let Some(node) = self.at(place).as_ref().and_then(|stage| stage.node.get()) {
            leave_stage(&node);
        }
    }

    fn left(&mut self, place: StagePlace) {
        *self.at(place) = None;
        if self.here.is_none() && self.beside.is_none() {
            follow_page(&JsValue::UNDEFINED);
        }
    }

    /// After anything that happened: the range follows, and at rest the axis grows. The runs are done by a timer, not here:
    /// yew would let its other work wait for a timer of the page, and those come late where the page is covered.
    fn settle(&mut self, ctx: &Context<Self>) {
        let is_shown = self.here.is_some() || self.beside.is_some();
        let is_moving = self.talk.is_moving();
        let (link, session) = (ctx.link().clone(), self.talk.shown().clone());
        self.late = (is_shown && (is_moving || !self.talk.is_known())).then(|| {
            let wait = if is_moving { RANGE_MS } else { 0 };
            rest::later(wait, move || link.send_message(Message::Range(Box::new(Known::of(&session)))))
        });
        if !is_moving {
            self.talk.grow();
        }
    }

    /// Opens the other window, or brings it to the front.
    fn open_beside(&mut self, ctx: &Context<Self>) {
        let colours = self.here.as_ref().is_some_and(|here| here.other_colours);
        match open_beside(presses(ctx.link(), StagePlace::Beside)) {
            Some(place) if self.beside.is_none() => self.beside = Some(Stage::new(Some(place), colours)),
            Some(_) => {}
            None => {
                self.told = "De browser hield het venster tegen. Sta pop-ups toe voor deze pagina en klik nog eens."
                    .to_string();
            }
        }
    }
}
