//! The fields for a name and a note.

use web_sys::HtmlTextAreaElement;
use yew::prelude::*;

use crate::export::library::{Kept, Unfit};
use crate::view::panel::field::text_of;

/// What is typed.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Draft {
    pub name: String,
    pub note: String,
}

/// One of the fields.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Field {
    Name,
    Note,
}

impl Field {
    /// The field that does not fit.
    fn of(why: Unfit) -> Self {
        match why {
            Unfit::NoName | Unfit::LongName(_) => Self::Name,
            Unfit::LongNote(_) => Self::Note,
        }
    }

    /// The id of the field in a form.
    pub fn id(self, form: &str) -> String {
        match self {
            Self::Name => format!("{form}-naam"),
            Self::Note => format!("{form}-notitie"),
        }
    }
}

/// What is wrong, at which field.
pub type Wrong = Option<(Field, String)>;

/// The scenario of a link with what was typed in a form. Where that does not fit, it is said at the field, where the
/// keyboard goes on.
pub fn take(form: &str, draft: &Draft, wrong: &UseStateHandle<Wrong>, saved: String, link: String) -> Option<Kept> {
    match Kept::typed(&draft.name, &draft.note, saved, link) {
        Ok(kept) => Some(kept),
        Err(why) => {
            let field = Field::of(why);
            wrong.set(Some((field, why.to_string())));
            crate::view::focus::focus(&format!("#{}", field.id(form)));
            None
        }
    }
}

#[derive(Properties, PartialEq)]
pub struct FieldsProps {
    /// The form they are of: what their ids begin with.
    pub form: AttrValue,
    pub draft: Draft,
    /// What is wrong.
    pub error: Wrong,
    /// Something else is typed.
    pub edit: Callback<Draft>,
}

/// The two fields, each with its label and what is wrong with it.
#[component]
pub fn Fields(props: &FieldsProps) -> Html {
    let on_name = use_callback((props.draft.clone(), props.edit.clone()), |event: InputEvent, (draft, edit)| {
        edit.emit(Draft { name: text_of(&event), ..draft.clone() });
    });
    let on_note = use_callback((props.draft.clone(), props.edit.clone()), |event: InputEvent, (draft, edit)| {
        edit.emit(Draft { note: event.target_unchecked_into::<HtmlTextAreaElement>().value(), ..draft.clone() });
    });
    let [name, note] = [Field::Name, Field::Note].map(|field| field.id(&props.form));
    let wrong = |field: Field| props.error.as_ref().filter(|(at, _)| *at == field).map(|(_, why)| why.clone());
    let (wrong_name, wrong_note) = (wrong(Field::Name), wrong(Field::Note));
    html! {
        <>
            <div class={classes!("saved__field", wrong_name.is_some().then_some("field--invalid"))}>
                <label class="utrecht-form-label" for={name.clone()}>{ "Naam" }</label>
                <input
                    class="utrecht-textbox utrecht-textbox--html-input field__input"
                    type="text"
                    autocomplete="off"
                    dir="auto"
                    aria-invalid={wrong_name.is_some().then_some("true")}
                    aria-describedby={wrong_name.is_some().then(|| format!("{name}-fout"))}
                    value={props.draft.name.clone()}
                    oninput={on_name}
                    id={name.clone()}
                />
                { error(&name, wrong_name) }
            </div>
            <div class={classes!("saved__field", wrong_note.is_some().then_some("field--invalid"))}>
                <label class="utrecht-form-label" for={note.clone()}>{ "Notitie (mag leeg blijven)" }</label>
                <textarea
                    class="utrecht-textbox field__input"
                    rows="2"
                    dir="auto"
                    aria-invalid={wrong_note.is_some().then_some("true")}
                    aria-describedby={wrong_note.is_some().then(|| format!("{note}-fout"))}
                    value={props.draft.note.clone()}
                    oninput={on_note}
                    id={note.clone()}
                />
                { error(&note, wrong_note) }
            </div>
        </>
    }
}

fn error(field: &str, why: Option<String>) -> Html {
    html! {
        if let Some(why) = why {
            <p class="field__error" id={format!("{field}-fout")} role="alert">{ why }</p>
        }
    }
}
