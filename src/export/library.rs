//! The scenarios that a user keeps: of each a name, a note, a moment and a link.
//!
//! The link is the one form of a scenario that opens for ever, so nothing else of it is kept.
//! Invariant: no two of a library have the same name, and the newest stand first.
//!
//! An edit is a [`Change`], made to what is kept at that moment: two windows do not wipe each other's work, and the
//! reverse of a change takes it back.

pub mod file;

use std::collections::BTreeMap;
use std::fmt;

/// The longest name, in characters.
pub const NAME_LENGTH: usize = 80;

/// The longest note, in characters.
pub const NOTE_LENGTH: usize = 500;

/// What a scenario is called whose name cannot be read.
const NAMELESS: &str = "Zonder naam";

/// A kept scenario.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// What the user calls it: not blank, at most [`NAME_LENGTH`].
    pub name: String,
    /// What the user notes with it: may be empty, at most [`NOTE_LENGTH`].
    pub note: String,
    /// When it was kept: ISO 8601 in UTC, as the clock of the browser writes it; anything else is a moment nobody knows.
    pub saved: String,
    /// Its link, without the `#`.
    pub link: String,
}

/// Why what was typed is no name or note.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// There is nothing to read in the name.
    NoName,
    /// The name has so many characters.
    LongName(usize),
    /// The note has so many characters.
    LongNote(usize),
}

impl Kept {
    /// A scenario with the name and note that were typed.
    ///
    /// # Errors
    /// Says why they cannot be taken; nothing is cut.
    pub fn typed(name: &str, note: &str, saved: String, link: String) -> Result<Self, Unfit> {
        let (name, note) = (one_line(name), clean(note));
        if is_blank(&name) {
            return Err(Unfit::NoName);
        }
        match (name.chars().count(), note.chars().count()) {
            (long, _) if long > NAME_LENGTH => Err(Unfit::LongName(long)),
            (_, long) if long > NOTE_LENGTH => Err(Unfit::LongNote(long)),
            _ => Ok(Self { name, note, saved, link }),
        }
    }

    /// A scenario as it was read, cut to length, and whether anything had to be cut.
    fn read(name: &str, note: &str, saved: &str, link: &str) -> (Self, bool) {
        let (name, note) = (one_line(name), clean(note));
        let whole = name.chars().count() <= NAME_LENGTH && note.chars().count() <= NOTE_LENGTH;
        let name = if is_blank(&name) { NAMELESS.to_string() } else { first(&name, NAME_LENGTH) };
        (Self { name, note: first(&note, NOTE_LENGTH), saved: saved.to_string(), link: link.to_string() }, !whole)
    }

    /// Whether it says the same, whatever it is called and whenever it was kept.
    fn says_as(&self, other: &Self) -> bool {
        self.link == other.link && self.note == other.note
    }
}

fn first(text: &str, length: usize) -> String {
    text.chars().take(length).collect::<String>().trim_end().to_string()
}

fn one_line(text: &str) -> String {
    clean(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The text as a reader sees it, without room around it.
fn clean(text: &str) -> String {
    super::readable(&text.replace("\r\n", "\n").replace('\t', " ")).trim().to_string()
}

/// Whether nothing of it can be seen.
fn is_blank(text: &str) -> bool {
    let unseen = |sign: char| {
        matches!(sign, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}') || sign.is_whitespace()
    };
    text.chars().all(unseen)
}

/// Kept scenarios, newest first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Library(Vec<Kept>);

/// What an edit takes away and puts there.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Change {
    /// What is kept no longer.
    pub removed: Vec<Kept>,
    /// What is kept from now on.
    pub added: Vec<Kept>,
}

impl Change {
    /// The change that takes this one back.
    pub fn reversed(self) -> Self {
        Self { removed: self.added, added: self.removed }
    }

    /// Whether it changes nothing.
    pub fn is_empty(&self) -> bool {
        self.removed.is_empty() && self.added.is_empty()
    }
}

/// What to do when another scenario has the name already.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Namesake {
    /// Leave everything as it is, and ask.
    Ask,
    /// Put the new one in its place.
    Replace,
    /// Keep both; the new one gets a number.
    Beside,
}

/// Why an edit is not made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// This other scenario has the name.
    Taken(Kept),
    /// This scenario, with this name and note, is kept already.
    There(String),
    /// It is kept no longer, or not as it was: somebody changed it meanwhile.
    Gone(String),
}

impl Library {
    /// A library of scenarios in any order.
    pub fn of(kept: Vec<Kept>) -> Self {
        let mut library = Self::default();
        library.apply(Change { removed: Vec::new(), added: kept });
        library
    }

    /// The kept scenarios, newest first.
    pub fn kept(&self) -> &[Kept] {
        &self.0
    }

    /// The one with a name.
    pub fn named(&self, name: &str) -> Option<&Kept> {
        self.0.iter().find(|kept| kept.name == name)
    }

    /// Keeps a scenario.
    ///
    /// # Errors
    /// Says that it is there, or who has its name.
    pub fn save(&self, kept: Kept, namesake: Namesake) -> Result<Change, Refused> {
        match (self.named(&kept.name), namesake) {
            (Some(there), _) if there.says_as(&kept) => Err(Refused::There(kept.name)),
            (Some(there), Namesake::Ask) => Err(Refused::Taken(there.clone())),
            (Some(there), Namesake::Replace) => Ok(Change { removed: vec![there.clone()], added: vec![kept] }),
            (None, _) | (_, Namesake::Beside) => Ok(Change { removed: Vec::new(), added: vec![kept] }),
        }
    }

    /// Gives a kept scenario another name and note.
    ///
    /// # Errors
    /// Says that it is gone, or who has the name.
    pub fn rewrite(&self, old: &Kept, new: Kept) -> Result<Change, Refused> {
        self.find(old)?;
        match self.named(&new.name).filter(|there| *there != old) {
            Some(there) => Err(Refused::Taken(there.clone())),
            None if new == *old => Ok(Change::default()),
            None => Ok(Change { removed: vec![old.clone()], added: vec![new] }),
        }
    }

    /// Keeps a scenario once more, under the next free name.
    ///
    /// # Errors
    /// Says that it is gone.
    pub fn copy(&self, of: &Kept, saved: String) -> Result<Change, Refused> {
        let of = self.find(of)?;
        let free = names(&of.name).find(|name| self.named(name).is_none()).unwrap_or_default();
        Ok(Change { removed: Vec::new(), added: vec![Kept { name: free, saved, ..of.clone() }] })
    }

    /// Keeps a scenario no longer.
    ///
    /// # Errors
    /// Says that it is gone already.
    pub fn delete(&self, kept: &Kept) -> Result<Change, Refused> {
        Ok(Change { removed: vec![self.find(kept)?.clone()], added: Vec::new() })
    }

    fn find(&self, kept: &Kept) -> Result<&Kept, Refused> {
        self.0.iter().find(|there| *there == kept).ok_or_else(|| Refused::Gone(kept.name.clone()))
    }

    /// Makes a change as far as it can be made, and says what came of it. Nothing is pushed aside: what has the name of
    /// another gets a number, and what is there already is not put there twice.
    pub fn apply(&mut self, change: Change) -> Change {
        let removed = self.remove(change.removed);
        let mut places: BTreeMap<String, usize> =
            self.0.iter().enumerate().map(|(at, kept)| (kept.name.clone(), at)).collect();
        let mut added = Vec::new();
        for kept in change.added {
            let there = |name: &String| places.get(name).and_then(|at| self.0.get(*at));
            let place = names(&kept.name).find(|name| there(name).is_none_or(|there| there.says_as(&kept)));
            if let Some(name) = place.filter(|name| there(name).is_none()) {
                places.insert(name.clone(), self.0.len());
                let kept = Kept { name, ..kept };
                self.0.push(kept.clone());
                added.push(kept);
            }
        }
        self.0.sort_by(|a, b| b.saved.cmp(&a.saved));
        Change { removed, added }
    }

    /// Takes away those that are still there as they were.
    fn remove(&mut self, kept: Vec<Kept>) -> Vec<Kept> {
        let gone: BTreeMap<String, Kept> = kept.into_iter().map(|kept| (kept.name.clone(), kept)).collect();
        let all = std::mem::take(&mut self.0).into_iter();
        let (removed, stay) = all.partition(|kept| gone.get(&kept.name) == Some(kept));
        self.0 = stay;
        removed
    }
}

/// A name, and what to call others with that name: `Plan`, `Plan (2)`, `Plan (3)`.
fn names(name: &str) -> impl Iterator<Item = String> + '_ {
    let numbered = |number: usize| {
        let number = format!(" ({number})");
        format!("{}{number}", first(name, NAME_LENGTH - number.chars().count()))
    };
    std::iter::once(name.to_string()).chain((2..).map(numbered))
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NoName => f.write_str("Geef het scenario een naam."),
            Self::LongName(long) => {
                write!(f, "De naam heeft {long} tekens. Maak hem korter: hoogstens {NAME_LENGTH} tekens.")
            }
            Self::LongNote(long) => {
                write!(f, "De notitie heeft {long} tekens. Maak haar korter: hoogstens {NOTE_LENGTH} tekens.")
            }
        }
    }
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Taken(kept) => write!(f, "Er is al een scenario met de naam “{}”. Kies een andere naam.", kept.name),
            Self::There(name) => write!(f, "Dit scenario is al bewaard als “{name}”, met dezelfde notitie."),
            Self::Gone(name) => write!(
                f,
                "“{name}” is intussen ergens anders gewijzigd of verwijderd, bijvoorbeeld in een ander venster. De lijst is \
                 bijgewerkt."
            ),
        }
    }
}
