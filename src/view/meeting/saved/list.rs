//! All that is kept, with a way to find something in it.

use std::rc::Rc;

use yew::prelude::*;

use super::report;
use super::row::KeptRow;
use super::state::{Act, Rewriting};
use crate::export::library::Kept;
use crate::view::meeting::reading::InEdition;
use crate::view::meeting::store::Shelf;
use crate::view::panel::field::text_of;

/// So many fit in one look; with more there is a field to search.
const AT_A_GLANCE: usize = 10;

/// So many are shown at a time: hundreds would slow down a tablet.
const PAGE: usize = 25;

#[derive(Properties, PartialEq)]
pub struct ListProps {
    /// What is kept.
    pub shelf: Rc<Shelf>,
    /// The row that is being written.
    pub rewriting: Option<Rewriting>,
    /// The scenario on the page.
    pub page: Rc<InEdition>,
    pub act: Callback<Act>,
    /// Shuts the room.
    pub close: Callback<()>,
}

/// The list, newest first.
#[component]
pub fn List(props: &ListProps) -> Html {
    let (search, shown) = (use_state_eq(String::new), use_state_eq(|| PAGE));
    let kept = props.shelf.library.kept();
    let many = kept.len() > AT_A_GLANCE;
    let found: Vec<&Kept> = kept.iter().filter(|kept| !many || contains(kept, &search)).collect();
    let oninput = {
        let (search, shown) = (search.clone(), shown.clone());
        Callback::from(move |event: InputEvent| {
            search.set(text_of(&event));
            shown.set(PAGE);
        })
    };
    let row = |kept: &&Kept| {
        let rewriting = props.rewriting.clone().filter(|rewriting| rewriting.of == **kept);
        html! {
            <KeptRow key={kept.name.clone()} kept={(*kept).clone()} {rewriting} page={props.page.clone()} act={props.act.clone()} close={props.close.clone()} />
        }
    };
    html! {
        <>
            if kept.is_empty() {
                <p>{ "Nog niets. Geef het scenario op de pagina een naam en kies Bewaar." }</p>
            }
            if many {
                <div class="saved__field">
                    <label class="utrecht-form-label" for="bewaard-zoek">{ "Zoek in namen en notities" }</label>
                    <input id="bewaard-zoek" type="search" class="utrecht-textbox utrecht-textbox--html-input" autocomplete="off" dir="auto" value={(*search).clone()} {oninput} />
                </div>
                <p class="lever__help" role="status">{ counted(found.len(), &search) }</p>
            }
            <ul class="saved__rows">{ for found.iter().take(*shown).map(row) }</ul>
            { more(found.len(), &shown) }
        </>
    }
}

/// Whether a name or note has these words in it.
fn contains(kept: &Kept, search: &str) -> bool {
    let text = format!("{} {}", kept.name, kept.note).to_lowercase();
    search.to_lowercase().split_whitespace().all(|word| text.contains(word))
}

fn counted(found: usize, search: &str) -> String {
    match (found, search.trim()) {
        (_, "") => String::new(),
        (0, _) => "Niets gevonden. Zoek met minder of andere woorden.".to_string(),
        (found, _) => format!("{} gevonden.", report::scenarios(found)),
    }
}

/// The way to the rest.
fn more(found: usize, shown: &UseStateHandle<usize>) -> Html {
    let left = found.saturating_sub(**shown);
    let onclick = {
        let shown = shown.clone();
        Callback::from(move |_: MouseEvent| shown.set(*shown + PAGE))
    };
    html! {
        if left > 0 {
            <button type="button" class="utrecht-button utrecht-button--secondary-action" {onclick}>
                { format!("Toon er nog {} (van {left})", left.min(PAGE)) }
            </button>
        }
    }
}
