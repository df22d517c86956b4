//! A place where the slides are shown, and what is drawn there.

use web_sys::Element;
use yew::prelude::*;

use super::seen::Seen;
use super::slides::Slide;
use super::what_if;
use crate::view::words;

/// The style of the slides, for every document where one stands.
pub const STYLE: &str = concat!(include_str!("../../style/present.css"), include_str!("../../style/outcome.css"));

/// Where a stage stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StagePlace {
    /// Over the page.
    Here,
    /// In the other window.
    Beside,
}

/// A place where the slides are shown.
pub struct Stage {
    /// The stage itself.
    pub node: NodeRef,
    /// Where it stands in the other window; none over the page.
    pub beside: Option<Element>,
    /// Whether it has the colours that the system has not.
    pub other_colours: bool,
    /// Whether the slide is a new one, on which the focus is yet to be put.
    pub turned: bool,
    /// Whether it is not shown yet.
    pub hidden: bool,
}

impl Stage {
    /// A stage that is not shown yet.
    pub fn new(beside: Option<Element>, other_colours: bool) -> Self {
        Self { node: NodeRef::default(), beside, other_colours, turned: true, hidden: true }
    }
}

/// A slide with its place among the others, counted from 0.
pub struct Shown {
    /// Which.
    pub slide: Slide,
    /// Its place.
    pub at: usize,
    /// How many there are.
    pub count: usize,
}

/// A slide with what it is about and the way to the others.
pub fn draw(stage: &Stage, Shown { slide, at, count }: &Shown, seen: &Seen<'_>, told: &str) -> Html {
    let class = classes!("stage", stage.other_colours.then_some("stage--other"));
    let key = format!("{} {at}", seen.session.edition.name());
    let number = format!("{} van {count}", at + 1);
    html! {
        <div ref={stage.node.clone()} {class} role={stage.beside.is_some().then_some("main")}>
            if stage.beside.is_some() { <style>{ STYLE }</style> }
            <div {key} class={classes!("stage__slide", (*slide == Slide::WhatIf).then_some("stage__slide--try"))} data-slide={(at + 1).to_string()}>{ slide.draw(seen) }</div>
            <div class="stage__foot">
                <p>{ if *slide == Slide::WhatIf { what_if::foot(seen) } else { about(seen, &number) } }</p>
                <div class="stage__controls">
                    { button("back", "Vorige", "←", "ArrowLeft") }
                    <span>{ number }</span>
                    { button("next", "Volgende", "→", "ArrowRight") }
                    { button("what-if", "Wat als?", "Wat als?", "W") }
                    { button("colours", "Licht/donker", "Licht/donker", "D") }
                    if stage.beside.is_none() { { button("window", "Eigen venster", "Eigen venster", "V") } }
                    { button("leave", "Sluit", "Sluit", "Escape") }
                </div>
                <p role="status" class="stage__told">{ told.to_string() }</p>
            </div>
        </div>
    }
}

/// What stands at the foot of a slide.
fn about(seen: &Seen<'_>, number: &str) -> Html {
    let (session, catalogue) = (seen.session, &seen.session.catalogue);
    let looking = words::outlook_title(session.outlook(), catalogue, session.scenario.plan());
    html! {
        <>
            <span>{ format!("{} · {}", catalogue.pack().municipality, session.scenario.name(catalogue)) }</span>
            <span>{ format!("{looking} · {number}") }</span>
        </>
    }
}

fn button(act: &'static str, name: &'static str, text: &'static str, key: &'static str) -> Html {
    let label = (text != name).then_some(name);
    html! {
        <button type="button" key={act} class="utrecht-button utrecht-button--secondary-action" data-act={act} aria-label={label} aria-keyshortcuts={key} title={name}>{ text }</button>
    }
}
