//! A field for a number that a calculator asks for: says what is wrong with what is typed, and loses nothing of it.

use rust_decimal::Decimal;
use yew::prelude::*;

use crate::scenario::entry::Entry;
use crate::view::format::plain;
use crate::view::panel::field::text_of;

#[derive(Properties, PartialEq)]
pub struct NumberProps {
    /// Its id in the document.
    pub id: AttrValue,
    /// What other programs know it by.
    pub entry: &'static str,
    /// Of which item, where it is of one.
    #[prop_or_default]
    pub item: Option<AttrValue>,
    /// Its label.
    pub label: AttrValue,
    /// Whether the label is for screen readers only, as what stands around it says as much.
    #[prop_or_default]
    pub is_silent: bool,
    /// What may be typed.
    pub of: Entry,
    /// Its value; none where it is left open.
    pub value: Option<Decimal>,
    /// Whether it may be left open.
    #[prop_or_default]
    pub may_be_open: bool,
    /// What an open field shows.
    #[prop_or_default]
    pub placeholder: AttrValue,
    /// What stands behind it.
    #[prop_or_default]
    pub unit: AttrValue,
    /// What stands below it.
    #[prop_or_default]
    pub note: Html,
    /// Takes the number over.
    pub set: Callback<Option<Decimal>>,
}

/// What the user is typing, and what is wrong with it.
#[derive(Clone, Default, PartialEq)]
struct Draft {
    text: Option<String>,
    error: Option<String>,
}

/// The field.
#[component]
pub fn Number(props: &NumberProps) -> Html {
    let draft = use_state_eq(Draft::default);
    {
        let draft = draft.clone();
        use_effect_with(props.value, move |_| draft.set(Draft::default()));
    }
    let oninput = {
        let draft = draft.clone();
        Callback::from(move |event: InputEvent| draft.set(Draft { text: Some(text_of(&event)), error: None }))
    };
    let settle = settle(props, &draft);
    let back = {
        let draft = draft.clone();
        Callback::from(move |()| draft.set(Draft::default()))
    };
    let onkeydown = {
        let (settle, back, is_typing) = (settle.clone(), back.clone(), draft.text.is_some());
        Callback::from(move |event: KeyboardEvent| match event.key().as_str() {
            "Enter" => settle.emit(()),
            "Escape" if is_typing => {
                // Else the browser would shut the room.
                event.prevent_default();
                back.emit(());
            }
            _ => {}
        })
    };
    let shown = draft.text.clone().unwrap_or_else(|| props.value.map_or_else(String::new, plain));
    let (note_id, error_id) = (format!("{}-uitleg", props.id), format!("{}-fout", props.id));
    let invalid = draft.error.is_some();
    html! {
        <div class={classes!("entry", invalid.then_some("field--invalid"))}>
            <label class={classes!("entry__label", props.is_silent.then_some("entry__label--silent"))} for={props.id.clone()}>{ props.label.clone() }</label>
            <span class="entry__field">
                <input
                    id={props.id.clone()}
                    type="text"
                    inputmode="decimal"
                    autocomplete="off"
                    class="utrecht-textbox utrecht-textbox--html-input field__input"
                    data-entry={props.entry}
                    data-item={props.item.clone()}
                    data-draft={draft.text.is_some().then_some("")}
                    aria-invalid={invalid.then_some("true")}
                    aria-describedby={if invalid { error_id.clone() } else { note_id.clone() }}
                    placeholder={props.placeholder.clone()}
                    value={shown}
                    {oninput}
                    {onkeydown}
                    onblur={settle.reform(|_: FocusEvent| ())}
                />
                if !props.unit.is_empty() { <span class="entry__unit">{ props.unit.clone() }</span> }
            </span>
            <div class="entry__note" id={note_id}>{ props.note.clone() }</div>
            if let Some(error) = &draft.error {
                <p class="field__error" id={error_id} role="alert">
                    { error }
                    <button type="button" class="utrecht-link utrecht-link--html-a as-link" onclick={back.reform(|_: MouseEvent| ())}>{ " Zet het veld terug" }</button>
                </p>
            }
        </div>
    }
}

/// Takes what was typed over on Enter or when the field is left, or says why not and what counts meanwhile.
fn settle(props: &NumberProps, draft: &UseStateHandle<Draft>) -> Callback<()> {
    let (draft, set, entry) = (draft.clone(), props.set.clone(), props.of);
    let (value, may_be_open) = (props.value, props.may_be_open);
    Callback::from(move |()| {
        let Some(text) = draft.text.clone() else { return };
        let read = if text.trim().is_empty() && may_be_open { Ok(None) } else { entry.typed(&text).map(Some) };
        match read {
            Ok(number) => {
                draft.set(Draft::default());
                if number != value {
                    set.emit(number);
                }
            }
            Err(why) => {
                let kept = value.map_or_else(
                    || "Tot dan telt het niet mee.".to_string(),
                    |value| format!("Tot dan telt {}.", plain(value)),
                );
                draft.set(Draft { text: Some(text), error: Some(format!("{why} {kept}")) });
            }
        }
    })
}
