//! The scenario: what it is called, from which ready-made one it begins, in which world it stands, and how it came about.

mod minutes;
mod presets;
mod story;

use std::rc::Rc;

use percent_encoding::percent_decode_str;
use wasm_bindgen::prelude::wasm_bindgen;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use self::minutes::AsMinutes;
use self::presets::Presets;
use crate::analysis::outlook::Outlook;
use crate::model::projection::Total;
use crate::scenario::edit::Edit;
use crate::scenario::{NAME_LENGTH, Scenario, as_name};
use crate::view::address::with_fragment;
use crate::view::copy::CopyButton;
use crate::view::desk::{Desk, use_desk};
use crate::view::panel::{use_fold, use_session};
use crate::view::room::Room;
use crate::view::session::{Action, HistoryStep, Session};
use crate::view::still::still;
use crate::view::{format, words};

#[wasm_bindgen]
extern "C" {
    /// Of `meeting.js`: the first program shows all that is set.
    #[wasm_bindgen(js_name = showSet)]
    fn show_set();
}

#[derive(Properties, PartialEq)]
pub struct ScenarioProps {
    /// The steps of the page, as its session tells them.
    pub about: AttrValue,
    /// Shuts the room.
    pub close: Callback<()>,
}

/// All of it.
#[component]
pub fn ScenarioSheet(props: &ScenarioProps) -> Html {
    let (session, desk) = (use_session(), use_desk());
    let text = use_callback(session.link(), |(), link| with_fragment(link));
    let list = props.close.reform(|_: MouseEvent| show_set());
    html! {
        <>
            <div class="sheet__row">
                { still("name", session.scenario.clone(), draw_name) }
                <button type="button" class="utrecht-button utrecht-button--secondary-action" aria-haspopup="dialog" onclick={desk.enters(Room::Saved)}>{ Room::Saved.door() }</button>
                <CopyButton label="Kopieer de link" done="Link gekopieerd." {text} class="utrecht-button--secondary-action" />
            </div>
            if let Some(name) = kept(&props.about) { <p class="sheet__lead">{ format!("De vergelijking met ‘{name}’ gaat niet mee in de link.") }</p> }
            <Presets />
            <p class="latest__words">{ in_words(&session) }</p>
            <Steps />
            <button type="button" class="link" aria-haspopup="dialog" onclick={list}>{ "Wat is ingesteld, in één lijst" }</button>
        </>
    }
}

/// What the user kept to measure from, as it was told with the steps.
fn kept(about: &str) -> Option<String> {
    let name = about.split(' ').nth(1).filter(|name| !name.is_empty())?;
    Some(percent_decode_str(name).decode_utf8_lossy().into_owned())
}

/// What the scenario is called: it travels in the link.
fn draw_name(desk: &Desk, scenario: &Rc<Scenario>) -> Html {
    let act = desk.act.clone();
    let onchange = Callback::from(move |event: Event| {
        let field: HtmlInputElement = event.target_unchecked_into();
        let name = as_name(&field.value());
        // Where it only loses signs that nobody sees, nothing else draws it anew.
        field.set_value(&name);
        act.emit(Action::Do(Edit::Name(name)));
    });
    html! {
        <label class="scenario-name">
            { "Naam" }
            <input
                type="text"
                class="utrecht-textbox utrecht-textbox--html-input"
                autocomplete="off"
                maxlength={NAME_LENGTH.to_string()}
                placeholder={scenario.origin(&desk.catalogue)}
                value={scenario.given_name().to_string()}
                {onchange}
            />
        </label>
    }
}

/// What changed last, and why.
fn in_words(session: &Session) -> Html {
    let Some(before) = session.before() else {
        if session.history.can_undo() {
            return html! { <strong>{ format!("{}.", story::other_figures(&session.edition)) }</strong> };
        }
        return html! { "Verschuif een maatregel: hier staat dan wat er verandert en waardoor." };
    };
    let what = story::what(&session.catalogue, &before.scenario, &session.scenario);
    let why = story::why(session, before);
    html! { <><strong>{ format!("{what}. ") }</strong>{ why }</> }
}

/// All steps of the session, to jump to or to copy as its minutes.
#[component]
fn Steps() -> Html {
    let session = use_session();
    let (open, ontoggle) = use_fold();
    let count = session.history.steps().count();
    html! {
        <details class="latest__steps" {ontoggle}>
            <summary>{ format!("Alle stappen ({})", count - 1) }</summary>
            if open { <StepList /> }
        </details>
    }
}

#[component]
fn StepList() -> Html {
    let (session, desk) = (use_session(), use_desk());
    let at = session.history.at();
    let one = |(place, sentence): (usize, String)| {
        let desk = desk.clone();
        let onclick = Callback::from(move |_: MouseEvent| desk.act.emit(Action::Go(place)));
        let current = (place == at).then_some("step");
        html! {
            <li key={place}>
                <button type="button" class="number number--row" aria-current={current} {onclick}>{ sentence }</button>
            </li>
        }
    };
    html! {
        <>
            <ol class="latest__list" start="0">{ for sentences(&session).into_iter().enumerate().map(one) }</ol>
            <AsMinutes />
        </>
    }
}

/// Each step with the deficit it leads to, the first one being where the session began.
fn sentences(session: &Session) -> Vec<String> {
    let steps: Vec<_> = session.history.steps().collect();
    let outcome = |step: &HistoryStep| {
        let outlook = step.outlook();
        let (projection, catalogue) = (step.of(outlook), &step.edition.catalogue);
        let (name, size) = words::deficit(projection.last().total(Total::Deficit));
        let looking = match outlook {
            Outlook::Plan => String::new(),
            Outlook::Record => format!(", {}", words::in_outlook(outlook, catalogue, step.scenario.plan())),
        };
        let year = projection.last_year().number();
        format!("{} {year}: {}{looking}", name.to_ascii_lowercase(), format::millions(size))
    };
    let first = steps.first().map(|step| format!("Begin ({})", outcome(step)));
    let told =
        |before: &HistoryStep, after: &HistoryStep| format!("{} ({})", story::told(before, after), outcome(after));
    let later = steps.iter().zip(steps.iter().skip(1)).map(|(before, after)| told(before, after));
    first.into_iter().chain(later).collect()
}
