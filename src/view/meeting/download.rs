//! Gives the user a file, made here, with a name that every system takes.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::{Blob, BlobPropertyBag, HtmlAnchorElement, Url};

use crate::model::pack::Pack;

/// The longest name of a file, without its end, in characters.
const NAME: usize = 70;

/// How long the address of a file stays valid, in milliseconds: Safari begins to read it late.
const KEPT_MS: u32 = 60_000;

/// Saves bytes under a name, as the kind of file that a MIME type says. A browser that refuses saves nothing.
pub fn download(name: &str, kind: &str, bytes: &[u8]) {
    let of_kind = BlobPropertyBag::new();
    of_kind.set_type(kind);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let url = Blob::new_with_u8_array_sequence_and_options(&parts, &of_kind)
        .and_then(|blob| Url::create_object_url_with_blob(&blob));
    let link = gloo::utils::document().create_element("a").map(JsCast::unchecked_into::<HtmlAnchorElement>);
    if let (Ok(url), Ok(link)) = (url, link) {
        link.set_href(&url);
        link.set_download(name);
        link.click();
        Timeout::new(KEPT_MS, move || drop(Url::revoke_object_url(&url))).forget();
    }
}

/// What a file of a scenario with this name is called, of what it is about, without what it holds and without its end.
pub fn stem(name: &str, pack: &Pack) -> String {
    let plain = name.to_lowercase().replace(|sign: char| !sign.is_alphanumeric(), " ");
    let words: Vec<&str> = pack.subject.split_whitespace().chain(plain.split_whitespace()).collect();
    let stem: String = words.join("-").chars().take(NAME).collect();
    stem.trim_end_matches('-').to_string()
}
