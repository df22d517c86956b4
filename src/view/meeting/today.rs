//! What day it is.

use js_sys::{Date, Object, Reflect};

/// The day of today, in Dutch.
pub fn today() -> String {
    let options = Object::new();
    // Setting a property of a plain object cannot fail.
    let _ = Reflect::set(&options, &"dateStyle".into(), &"long".into());
    Date::new_0().to_locale_date_string("nl-NL", &options).into()
}
