//! Kept scenarios as the text of a file: `{"bestand": "ombuigen-scenarios", "versie": 1, "scenarios": […]}`.
//!
//! Any text reads as scenarios with doubts, or as no such file: never as a failure. A text that is not whole is searched
//! for scenarios that are.
//! Invariant: `read(write(library))` is the library, without a doubt.

use std::fmt;

use serde::Serialize;
use serde_json::{Deserializer, Value};

use super::{Kept, Library, NAME_LENGTH, NOTE_LENGTH};

/// The largest file worth reading, in bytes: thousands of scenarios with long notes.
pub const SIZE: usize = 5_000_000;

/// The kind of file, for browsers and systems.
pub const KIND: &str = "application/json";

const FORMAT: &str = "ombuigen-scenarios";
const VERSION: u64 = 1;

/// How every link begins, of any version.
const LINK: &str = "v=";

#[derive(Serialize)]
struct File<'a> {
    bestand: &'a str,
    versie: u64,
    scenarios: Vec<Written<'a>>,
}

#[derive(Serialize)]
struct Written<'a> {
    naam: &'a str,
    notitie: &'a str,
    bewaard: &'a str,
    link: &'a str,
}

impl<'a> From<&'a Kept> for Written<'a> {
    fn from(kept: &'a Kept) -> Self {
        Self { naam: &kept.name, notitie: &kept.note, bewaard: &kept.saved, link: &kept.link }
    }
}

/// What a text held.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// The scenarios that could be read, in their order.
    pub kept: Vec<Kept>,
    /// What could not be taken over as it was; empty when the scenarios are all there is.
    pub doubts: Vec<Doubt>,
}

/// Something in a file that was not taken over as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The text is not whole.
    Broken,
    /// A later version of the page made it.
    Later(u64),
    /// Those with these numbers, from 1, have no link.
    NoLink(Vec<usize>),
    /// So many had a name or note that is too long.
    Cut(usize),
}

/// Why a file has no scenarios.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoScenarios {
    /// There is nothing in it.
    Empty,
    /// It is of another kind.
    Foreign,
    /// It is larger than [`SIZE`].
    TooLarge,
    /// The browser cannot read it.
    Unreadable,
}

/// The text of a file with these scenarios.
pub fn write(library: &Library) -> String {
    let file = File { bestand: FORMAT, versie: VERSION, scenarios: library.kept().iter().map(Written::from).collect() };
    // Cannot fail: there are only texts and a number in it.
    serde_json::to_string_pretty(&file).expect("texts can be written")
}

/// Reads the text of a file.
///
/// # Errors
/// Says why there are no scenarios in it.
pub fn read(text: &str) -> Result<Reading, NoScenarios> {
    let text = text.trim_start_matches('\u{feff}').trim();
    if text.is_empty() {
        return Err(NoScenarios::Empty);
    }
    let whole = serde_json::from_str::<Value>(text).ok().filter(|whole| text_of(whole, "bestand") == FORMAT);
    let version = whole.as_ref().and_then(|whole| whole.get("versie")?.as_u64());
    let scenarios = whole.as_ref().and_then(|whole| whole.get("scenarios")?.as_array());
    match (version, scenarios) {
        (Some(VERSION), Some(scenarios)) => Ok(of_entries(scenarios)),
        (Some(later), _) if later > VERSION => Ok(of_pieces(text, Doubt::Later(later))),
        _ => Some(of_pieces(text, Doubt::Broken)).filter(|found| !found.kept.is_empty()).ok_or(NoScenarios::Foreign),
    }
}

fn text_of<'v>(value: &'v Value, key: &str) -> &'v str {
    value.get(key).and_then(Value::as_str).unwrap_or_default()
}

/// The scenarios of a whole file.
fn of_entries(entries: &[Value]) -> Reading {
    let is_linked = |entry: &Value| !text_of(entry, "link").trim().is_empty();
    let (linked, not): (Vec<_>, Vec<_>) = entries.iter().zip(1..).partition(|(entry, _)| is_linked(entry));
    let without: Vec<usize> = not.into_iter().map(|(_, number)| number).collect();
    let doubt = (!without.is_empty()).then_some(Doubt::NoLink(without));
    kept(linked.into_iter().map(|(entry, _)| entry), doubt)
}

/// The scenarios that stand whole in a text of another shape, or in what is left of one: each is tried where it may begin.
fn of_pieces(text: &str, doubt: Doubt) -> Reading {
    let mut found = Vec::new();
    let mut at = 0;
    // None begins behind the last link; a long text without any is not searched.
    let last = text.rfind("\"link\"").unwrap_or_default();
    while let Some(begin) = text[at..].find('{').map(|offset| at + offset).filter(|begin| *begin < last) {
        let mut values = Deserializer::from_str(&text[begin..]).into_iter::<Value>();
        let value = values.next().and_then(Result::ok).filter(|value| text_of(value, "link").starts_with(LINK));
        at = begin + if value.is_some() { values.byte_offset() } else { 1 };
        found.extend(value);
    }
    kept(found.iter(), Some(doubt))
}

fn kept<'v>(entries: impl Iterator<Item = &'v Value>, doubt: Option<Doubt>) -> Reading {
    let read = |entry| {
        let [name, note, saved, link] = ["naam", "notitie", "bewaard", "link"].map(|key| text_of(entry, key));
        Kept::read(name, note, saved, link.trim().trim_start_matches('#'))
    };
    let (kept, cut): (Vec<Kept>, Vec<bool>) = entries.map(read).unzip();
    let cut = cut.into_iter().filter(|cut| *cut).count();
    Reading { kept, doubts: doubt.into_iter().chain((cut > 0).then_some(Doubt::Cut(cut))).collect() }
}

/// The most numbers worth naming.
const NUMBERS: usize = 10;

impl fmt::Display for Doubt {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Broken => {
                f.write_str("Het bestand is beschadigd: alleen de scenario’s die er nog heel in staan, zijn gelezen.")
            }
            Self::Later(version) => write!(
                f,
                "Het bestand is gemaakt met een nieuwere versie ({version}) van deze pagina: wat deze versie begrijpt, is gelezen. \
                 Ververs de pagina en probeer het opnieuw."
            ),
            Self::NoLink(numbers) => {
                let shown: Vec<String> = numbers.iter().take(NUMBERS).map(usize::to_string).collect();
                let more = numbers.len().saturating_sub(NUMBERS);
                let more = if more > 0 { format!(" en nog {more}") } else { String::new() };
                write!(f, "Niet overgenomen, want er is geen link: nummer {}{more} van het bestand.", shown.join(", "))
            }
            Self::Cut(1) => write!(
                f,
                "Bij 1 scenario was de naam of de notitie te lang (hoogstens {NAME_LENGTH} en {NOTE_LENGTH} tekens). Die is ingekort."
            ),
            Self::Cut(count) => write!(
                f,
                "Bij {count} scenario’s was de naam of de notitie te lang (hoogstens {NAME_LENGTH} en {NOTE_LENGTH} tekens). Die \
                 zijn ingekort."
            ),
        }
    }
}

impl fmt::Display for NoScenarios {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let why = match self {
            Self::Empty => "er staat niets in".to_string(),
            Self::Foreign => {
                "het is geen bestand met scenario’s van deze simulator, of het is onleesbaar geworden".to_string()
            }
            Self::TooLarge => format!("het is groter dan {} MB", SIZE / 1_000_000),
            Self::Unreadable => "de browser kan het niet lezen; staat het nog op dezelfde plek".to_string(),
        };
        write!(
            f,
            "{why}. Kies een bestand dat hier is gedownload; de naam daarvan begint met {FORMAT} en eindigt op .json."
        )
    }
}
