//! A text to take along: as a file for Word, as a file without any form, or copied.

use yew::prelude::*;

use super::download::download;
use crate::export::document::{Document, docx, plain};
use crate::view::copy::CopyButton;

#[derive(Properties, PartialEq)]
pub struct AsTextProps {
    /// Makes the text when it is needed. Another callback is about another text.
    pub document: Callback<(), Document>,
    /// What its files are called, without the end.
    pub name: AttrValue,
    /// What the button says that copies it.
    pub copy: AttrValue,
    /// What that says when it was copied.
    pub copied: AttrValue,
}

/// What a button says, the end and the kind of its file, and how that is made.
type File = (&'static str, &'static str, &'static str, fn(&Document) -> Option<Vec<u8>>);

/// The files of a text.
const FILES: [File; 2] = [
    ("Word (.docx)", "docx", docx::KIND, docx::write),
    ("Platte tekst (.txt)", "txt", "text/plain;charset=utf-8", |document| Some(plain::write(document).into_bytes())),
];

/// The buttons.
#[component]
pub fn AsText(props: &AsTextProps) -> Html {
    let made = use_state_eq(String::new);
    let button = |(says, end, kind, make): File| {
        let (document, made, name) = (props.document.clone(), made.clone(), format!("{}.{end}", props.name));
        let onclick = Callback::from(move |_: MouseEvent| {
            made.set(match make(&document.emit(())) {
                Some(bytes) => {
                    download(&name, kind, &bytes);
                    format!("Gemaakt: {name}. Kijk bij uw downloads.")
                }
                None => format!("{name} kan niet worden gemaakt: de tekst is te groot."),
            });
        });
        html! { <button type="button" class="utrecht-button utrecht-button--secondary-action" {onclick}>{ says }</button> }
    };
    let text = use_callback(props.document.clone(), |(), document| plain::write(&document.emit(())));
    html! {
        <>
            <div class="as-text">
                { for FILES.map(button) }
                <CopyButton label={props.copy.clone()} done={props.copied.clone()} {text} class="utrecht-button--secondary-action" />
            </div>
            <p role="status" class="as-text__made">{ (*made).clone() }</p>
        </>
    }
}
