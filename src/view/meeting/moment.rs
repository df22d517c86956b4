//! Moments as the page writes them.

use js_sys::{Array, Date, Function, Intl, Object, Reflect};
use wasm_bindgen::JsValue;

thread_local! {
    /// Making one is slow, using it is not.
    static MOMENTS: Function = moments();
}

fn moments() -> Function {
    let options = Object::new();
    for (key, style) in [("dateStyle", "long"), ("timeStyle", "short")] {
        // Setting a property of a plain object cannot fail.
        let _ = Reflect::set(&options, &key.into(), &style.into());
    }
    Intl::DateTimeFormat::new(&Array::of1(&"nl-NL".into()), &options).format()
}

/// A moment in the time of the browser: `22 november 2026 om 19:04`. None where the text is not exactly a moment as the
/// browser's clock writes it, in ISO 8601 and UTC.
pub fn moment(text: &str) -> Option<String> {
    let date = Date::new(&text.into());
    let is_moment = !date.get_time().is_nan() && date.to_iso_string() == text;
    is_moment.then(|| MOMENTS.with(|moments| moments.call1(&JsValue::NULL, &date)).ok()?.as_string()).flatten()
}

/// The day of today in the time of the browser: `22 november 2026`.
pub fn today() -> String {
    let options = Object::new();
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(&options, &"dateStyle".into(), &"long".into());
    Date::new_0().to_locale_date_string("nl-NL", &options).into()
}
