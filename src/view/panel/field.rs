//! An exact number field: takes a comma or a point, says what is wrong, loses nothing.

use rust_decimal::Decimal;
use wasm_bindgen::JsCast;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::model::bounds::Unit;
use crate::model::id::Setting;
use crate::scenario::edit::{Edit, check, title};
use crate::scenario::typed::read_for;
use crate::view::desk::{Desk, use_desk};
use crate::view::format;

#[derive(Properties, PartialEq)]
pub struct FieldProps {
    pub setting: Setting,
    /// Its value; none where it is left open.
    pub value: Option<Decimal>,
    /// Its accessible name.
    pub label: AttrValue,
    /// What an open field shows.
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// Whether it stands in a row that says of what the number is: as wide as the number, with its sign close by.
    #[prop_or_default]
    pub in_row: bool,
    /// Whether the page has a field of it already: then this one is not the one that other programs set.
    #[prop_or_default]
    pub is_again: bool,
}

/// What the user is typing, and what is wrong with it.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    text: Option<String>,
    error: Option<String>,
}

/// The exact field of a setting.
#[component]
pub fn Field(props: &FieldProps) -> Html {
    let desk = use_desk();
    let draft = use_state_eq(Draft::default);
    // A change from elsewhere (slider, preset, Back) wins over a draft.
    {
        let draft = draft.clone();
        use_effect_with(props.value, move |_| draft.set(Draft::default()));
    }
    let settle = settle(&desk, props.setting, &draft);
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| draft.set(Draft { text: Some(text_of(&event)), error: None }))
    };
    let onkeydown = {
        let (draft, settle) = (draft.clone(), settle.clone());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => settle.emit(()),
            "Escape" => draft.set(Draft::default()),
            _ => {}
        })
    };
    let back = {
        let draft = draft.clone();
        Callback::from(move |_: MouseEvent| draft.set(Draft::default()))
    };
    let unit = desk.catalogue.spec(props.setting).unit;
    let shown =
        draft.text.clone().unwrap_or_else(|| props.value.map_or_else(String::new, |value| format::field(value, unit)));
    let setting = desk.catalogue.id_of(props.setting);
    let again = if props.is_again { "-hier" } else { "" };
    let id = format!("veld-{setting}{again}").replace('.', "-");
    let error_id = format!("{id}-fout");
    let (before, behind) = if props.in_row { format::affixes(unit) } else { ("", format::suffix(unit)) };
    let style = props.in_row.then(|| format!("--digits:{}", shown.chars().count().max(1)));
    html! {
        <span class={classes!("field", props.in_row.then_some("field--row"), draft.error.is_some().then_some("field--invalid"))}>
            if !before.is_empty() { <span class="field__unit" aria-hidden="true">{ before }</span> }
            <input
                {id}
                type="text"
                inputmode={keys(props.setting, &desk)}
                autocomplete="off"
                class="utrecht-textbox utrecht-textbox--html-input field__input"
                data-lever={(!props.is_again).then_some(setting)}
                data-control={(!props.is_again).then_some("number")}
                data-draft={draft.text.is_some().then_some("")}
                aria-label={props.label.clone()}
                aria-invalid={draft.error.is_some().then_some("true")}
                aria-describedby={draft.error.is_some().then(|| error_id.clone())}
                placeholder={props.placeholder.clone()}
                {style}
                value={shown}
                {oninput}
                {onkeydown}
                onblur={settle.reform(|_: FocusEvent| ())}
            />
            if !behind.is_empty() { <span class="field__unit">{ behind }</span> }
            if let (Some(text), false) = (&draft.text, props.in_row) { <span class="field__hint">{ understood(text, props.setting, &desk) }</span> }
            if let Some(error) = &draft.error {
                <span class="field__error utrecht-form-field-description utrecht-form-field-description--invalid" id={error_id} role="alert">
                    { error }
                    <button type="button" class="utrecht-link utrecht-link--html-a as-link" onclick={back}>{ " Zet het veld terug" }</button>
                </span>
            }
        </span>
    }
}

/// Takes the draft over on Enter or blur, or says why not. The bounds of a setting do not depend on the rest of the
/// scenario, so the field need not follow it: that would draw every field anew at every step of a slider. What the numbers
/// refuse, the session says.
fn settle(desk: &Desk, setting: Setting, draft: &UseStateHandle<Draft>) -> Callback<()> {
    let (desk, draft) = (desk.clone(), draft.clone());
    Callback::from(move |()| {
        let Some(text) = draft.text.clone() else { return };
        let refuse = |error| draft.set(Draft { text: Some(text.clone()), error: Some(error) });
        match read(&text, setting, &desk) {
            Err(error) => refuse(error),
            Ok(value) => match check(setting, value, &desk.catalogue) {
                Err(why) => refuse(format!("{}: {why}.", title(setting, &desk.catalogue))),
                Ok(()) => {
                    draft.set(Draft::default());
                    desk.edit(Edit::Set(setting, value));
                }
            },
        }
    })
}

/// The value a user typed; an empty field leaves the setting open.
pub fn read(text: &str, setting: Setting, desk: &Desk) -> Result<Option<Decimal>, String> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    read_for(text, &desk.catalogue.spec(setting)).map(Some).map_err(|why| why.to_string())
}

/// What a number comes to, of which the size can be mistaken, before it counts.
pub fn understood(text: &str, setting: Setting, desk: &Desk) -> Option<String> {
    let spec = desk.catalogue.spec(setting);
    let value = read_for(text, &spec).ok().filter(|_| !matches!(spec.unit, Unit::Year | Unit::Count | Unit::Switch))?;
    Some(format!("Dat is {}.", format::value(value, spec.unit)))
}

/// Which keys a phone shows: those with digits alone have no minus, and no letters for millions.
pub fn keys(setting: Setting, desk: &Desk) -> &'static str {
    let spec = desk.catalogue.spec(setting);
    let has_minus = spec.bounds.is_some_and(|bounds| bounds.min.is_sign_negative());
    if has_minus || matches!(spec.unit, Unit::Euro | Unit::EuroPerYear | Unit::Fraction) { "text" } else { "decimal" }
}

/// The text of an input by its event.
pub fn text_of(event: &web_sys::Event) -> String {
    input_of(event).map(|input| input.value()).unwrap_or_default()
}

/// An input by its event.
fn input_of(event: &web_sys::Event) -> Option<HtmlInputElement> {
    event.target()?.dyn_into().ok()
}
