//! What came of pasted links, in words.

use crate::scenario::paste::Pasted;
use crate::view::address::with_fragment;
use crate::view::meeting::saved::scenarios;
use crate::view::words;

/// Where there is no room for one more.
pub const FULL: &str = "Er staan al zes scenario’s. Verwijder er eerst een.";

/// Where nothing was pasted.
pub const NOTHING: &str = "Plak eerst een tekst met links in het veld.";

/// Where nothing that was pasted is a link of ours.
pub const NO_LINK: &str = "In deze tekst staat geen link van deze simulator. In zo’n link staat #v=2 met daarachter wat is ingesteld; de knop \
                       “Kopieer de link” op de pagina maakt hem.";

/// What a pasted link is called where it is told what came of it.
pub fn called(pasted: &Pasted) -> String {
    name_of(pasted).cloned().unwrap_or_else(|| "een link zonder naam".to_string())
}

fn name_of(pasted: &Pasted) -> Option<&String> {
    pasted.name.as_ref().filter(|name| !name.is_empty())
}

/// A link for which there was no room, as it can be pasted again.
pub fn as_line(pasted: &Pasted) -> String {
    let name = name_of(pasted).map(|name| format!("{name}: ")).unwrap_or_default();
    format!("{name}{}", with_fragment(&pasted.link))
}

/// What came of the links in the field: added, known already, without room, and not to be had.
pub fn told_of(added: &[String], known: &[String], left: &[Pasted], why_not: &[String]) -> String {
    let sentence = |what: &str, of: &[String]| (!of.is_empty()).then(|| format!("{what} {}.", words::list(of)));
    let names: Vec<String> = left.iter().map(called).collect();
    let no_room = "Er passen er zes naast elkaar. Deze staan nog in het veld; verwijder eerst een ander scenario:";
    let not = (!why_not.is_empty()).then(|| format!("Niet toegevoegd: {}", why_not.join(" ")));
    let parts = [sentence("Toegevoegd:", added), sentence("Stond er al:", known), sentence(no_room, &names), not];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
}

/// What came of a link that holds a whole comparison; `gone` were compared before.
pub fn told_of_link(count: usize, why_not: &[String], gone: usize) -> String {
    let came = format!("Deze vergelijking komt uit de link die u opende: {}.", scenarios(count));
    let not = (!why_not.is_empty()).then(|| format!("Niet geopend: {}", why_not.join(" ")));
    let gone = (gone > 0).then(|| "Wat u hiervoor vergeleek, staat in het veld hierboven.".to_string());
    [Some(came), not, gone].into_iter().flatten().collect::<Vec<_>>().join(" ")
}
