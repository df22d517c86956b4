//! What a link held that was not taken over, in words.

use super::edit::Refused;
use super::{NAME_LENGTH, as_name};
use crate::model::catalogue::Catalogue;
use crate::model::id::Setting;

/// Something in a link that was not taken over, or that a reader should know.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Note {
    /// The link was made by a later version of the page.
    FutureVersion(String),
    /// A version that is not a number.
    BadVersion(String),
    /// The link was made with another edition of the figures.
    OtherEdition(String),
    /// A piece that is not of the form `id=value`.
    NotAPair(String),
    /// An id nobody knows.
    UnknownId(String),
    /// A ready-made scenario nobody knows.
    UnknownScenario(String),
    /// A ready-made baseline nobody knows.
    UnknownBaseline(String),
    /// A value that is not a number.
    NotANumber(Setting, String),
    /// A scope nobody knows.
    BadScope(String),
    /// An id that stands in the link more than once.
    Repeated(String),
    /// A value that is not allowed.
    Refused(Setting, String, Refused),
    /// A reason for a figure that the link does not replace.
    IdleReason(String),
    /// A name that is longer than a line or holds signs that nobody sees.
    BadName(String),
    /// A ready-made scenario to compare with that nobody knows.
    UnknownReference(String),
    /// A check amount that is not a number.
    BadCheck(String),
    /// Something that only a later page knows.
    NotYet(String),
    /// The link stops before anything is set.
    NoRest,
}

/// The longest part of a bad link that a message repeats.
const QUOTE: usize = 40;

fn quote(text: &str) -> String {
    if text.chars().count() <= QUOTE {
        return format!("“{text}”");
    }
    format!("“{}…”", text.chars().take(QUOTE).collect::<String>())
}

impl Note {
    /// The note as a reader gets it.
    pub fn in_words(&self, catalogue: &Catalogue) -> String {
        let id = |setting: &Setting| catalogue.id_of(*setting);
        match self {
            Self::FutureVersion(version) => format!(
                "De link is gemaakt met een nieuwere versie ({}) van deze pagina. Ververs de pagina en open de link opnieuw.",
                quote(version)
            ),
            Self::BadVersion(version) => {
                format!("De versie {} van de link bestaat niet; de rest is gelezen.", quote(version))
            }
            Self::OtherEdition(edition) => format!(
                "De link is gemaakt met een andere uitgave van de cijfers ({}). Vergelijk de bedragen voor u ze gebruikt.",
                quote(edition)
            ),
            Self::NotAPair(text) => {
                format!("{} is geen instelling. Is de link afgekapt? Vraag de maker om de hele link.", quote(text))
            }
            Self::UnknownId(id) => format!("{} bestaat niet in deze simulator en is overgeslagen.", quote(id)),
            Self::UnknownBaseline(id) => {
                format!("De kant-en-klare groei {} bestaat niet; de groei is niet veranderd.", quote(id))
            }
            Self::UnknownScenario(id) => {
                let used = catalogue.scenarios().get(catalogue.default_scenario()).map_or("", |preset| &preset.label);
                format!("Het kant-en-klare scenario {} bestaat niet; het {used} is gebruikt.", quote(id))
            }
            Self::NotANumber(setting, text) => {
                format!("{}: {} is geen getal; de waarde is niet veranderd.", id(setting), quote(text))
            }
            Self::BadScope(text) => {
                let known: Vec<String> =
                    catalogue.scopes().into_iter().map(|scope| catalogue.pack_in(scope).scope.clone()).collect();
                format!("Het bereik {} bestaat niet; kies {}. De rest is gelezen.", quote(text), known.join(" of "))
            }
            Self::Repeated(id) => format!("{id} staat er meer dan één keer; de eerste geldige waarde telt."),
            Self::Refused(setting, text, why) => {
                format!("{} = {} is niet overgenomen: {why}.", id(setting), quote(text))
            }
            Self::IdleReason(id) => {
                format!("De reden bij {} hoort bij geen vervangen cijfer en is overgeslagen.", quote(id))
            }
            Self::BadName(name) => format!(
                "De naam {} is niet overgenomen: een naam is één regel van ten hoogste {NAME_LENGTH} tekens.",
                quote(&as_name(name))
            ),
            Self::UnknownReference(id) => {
                let used = &catalogue.reference().label;
                format!(
                    "Het kant-en-klare scenario {} om mee te vergelijken bestaat niet; het {used} is gebruikt.",
                    quote(id)
                )
            }
            Self::BadCheck(text) => format!("Het controlebedrag {} is geen getal en is niet gebruikt.", quote(text)),
            Self::NotYet(id) => format!(
                "{} kent deze versie van de pagina nog niet en is niet gebruikt. Ververs de pagina en open de link opnieuw.",
                quote(id)
            ),
            Self::NoRest => {
                "Achter het begin van de link staat niets. Is de link afgekapt? Vraag de maker om de hele link; \
                             nu ziet u waarmee de pagina altijd opent."
                    .to_string()
            }
        }
    }
}
