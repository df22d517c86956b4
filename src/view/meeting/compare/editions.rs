//! Which scenario is calculated with which figures, in words.

use std::rc::Rc;

use super::results::Columns;
use crate::view::edition::Edition;
use crate::view::words;

/// With which figures the scenarios are calculated; nothing where all have those of now.
pub fn in_words(columns: &Columns) -> Option<String> {
    match &columns.by_edition()[..] {
        [] => None,
        [(edition, _)] => {
            (!edition.is_now()).then(|| format!("Deze scenario’s rekenen met de cijfers van {}.", edition.name()))
        }
        editions => Some(format!(
            "Let op: deze scenario’s rekenen niet met dezelfde cijfers. {}. Verschillen staan daarom alleen tussen scenario’s \
             met dezelfde cijfers.",
            words::list(&editions.iter().map(who).collect::<Vec<_>>())
        )),
    }
}

/// Who has these figures: the letters, then the edition.
fn who((edition, columns): &(Rc<Edition>, Columns)) -> String {
    format!("{} met {}", letters(columns), edition.name())
}

/// The letters of scenarios: "A, B en C".
pub fn letters(columns: &Columns) -> String {
    let letters: Vec<String> = columns.iter().map(|column| column.letter.text().to_string()).collect();
    words::list(&letters)
}
