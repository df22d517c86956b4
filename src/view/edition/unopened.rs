//! Why an edition could not be opened, in words.

use std::fmt;

/// The longest name of an edition that nobody knows that a message repeats, in characters.
const QUOTE: usize = 20;

/// Why an edition or a part of one could not be opened, with its name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unopened {
    /// This page has none such.
    Unknown(String),
    /// Its file did not come.
    Unfetched(String),
    /// Its file is not what the build made.
    Damaged(String),
}

impl fmt::Display for Unopened {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unknown(name) => write!(
                f,
                "Deze pagina heeft geen cijfers “{}”. Ververs de pagina: misschien zijn ze er sindsdien bij gekomen. Of vraag de \
                 maker om de hele link.",
                name.chars().take(QUOTE).collect::<String>()
            ),
            Self::Unfetched(name) => {
                write!(
                    f,
                    "De cijfers {name} konden niet worden opgehaald. Controleer de verbinding, of ververs de pagina: misschien is er een nieuwe versie."
                )
            }
            Self::Damaged(name) => write!(
                f,
                "De cijfers {name} zijn beschadigd aangekomen en worden niet gebruikt. Probeer het opnieuw; blijft het zo, meld het \
                 dan aan wie deze pagina beheert."
            ),
        }
    }
}
