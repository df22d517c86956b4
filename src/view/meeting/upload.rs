//! Takes a file that the user chooses. It is read here and goes nowhere.

use wasm_bindgen_futures::JsFuture;
use web_sys::{File, HtmlInputElement};
use yew::prelude::*;

use crate::export::library::file::{NoScenarios, Reading, SIZE, read};

#[derive(Properties, PartialEq)]
pub struct FileFieldProps {
    pub id: &'static str,
    /// What it asks for.
    pub label: &'static str,
    /// The kinds of files, as browsers name them.
    pub accept: &'static str,
    /// A file was chosen.
    pub taken: Callback<File>,
}

/// A field for one file. It is emptied at once, so that the same file can be chosen again.
#[component]
pub fn FileField(props: &FileFieldProps) -> Html {
    let onchange = use_callback(props.taken.clone(), |event: Event, taken| {
        let field = event.target_unchecked_into::<HtmlInputElement>();
        let file = field.files().and_then(|files| files.get(0));
        field.set_value("");
        file.into_iter().for_each(|file| taken.emit(file));
    });
    html! {
        <div class="saved__field">
            <label class="utrecht-form-label" for={props.id}>{ props.label }</label>
            <input id={props.id} class="saved__file" type="file" accept={props.accept} {onchange} />
        </div>
    }
}

/// The kept scenarios in a file.
///
/// # Errors
/// Says why there are none.
pub async fn scenarios_in(file: &File) -> Result<Reading, NoScenarios> {
    if file.size() > SIZE as f64 {
        return Err(NoScenarios::TooLarge);
    }
    let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
    read(&text.ok_or(NoScenarios::Unreadable)?)
}
