//! The sections of the seeds that make up the calculation, as they are written.

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::read::{Elsewhere, Exact, Read, Told, Value, section, words};

/// Over which sets something runs: none, one or several.
pub enum Per {
    Once,
    One(String),
    Several(Vec<String>),
}

impl Read for Per {
    fn read(value: &Value<'_>, told: &mut Told<'_>) -> Option<Self> {
        match value.get_ref() {
            DeValue::String(_) => String::read(value, told).map(Self::One),
            DeValue::Array(_) => Vec::read(value, told).map(Self::Several),
            _ => told.belongs(value, "een naam of een lijst van namen, tussen aanhalingstekens"),
        }
    }
}

impl Per {
    /// The names of the sets.
    pub fn names(&self) -> &[String] {
        match self {
            Self::Once => &[],
            Self::One(name) => std::slice::from_ref(name),
            Self::Several(names) => names,
        }
    }
}

section! {
    pub struct SetText {
        pub name: String,
        pub from: Option<i32>,
        pub through: Option<i32>,
        pub members: Vec<String> = Vec::new(),
        /// Whether this is the one that goes by time.
        pub time: bool = false,
        /// Whether its members are the measures.
        pub levers: bool = false,
        /// Whether its members are the levers; each belongs to its measure.
        pub knobs: bool = false,
    }
}

section! {
    pub struct Series {
        pub per: Per = Per::Once,
        /// The id of each of its numbers, with `{year}` for the year; of a list of tenths its own id.
        pub key: Option<String>,
        pub unit: Spanned<String>,
        /// The numbers that stand here themselves; they are read where they stand.
        pub _known as "known": Elsewhere,
        /// What written numbers are multiplied by: how the source printed them.
        pub times: Option<Exact>,
        /// What a workbook calls it.
        pub row: Option<String>,
    }
}

section! {
    pub struct Slot {
        pub per: Per = Per::Once,
        pub unit: Spanned<String>,
        pub default: Option<Spanned<String>>,
        /// What a workbook calls it.
        pub row: Option<String>,
    }
}

section! {
    pub struct Step {
        pub per: Per = Per::Once,
        pub unit: Spanned<String>,
        pub label: Option<String>,
        /// The same behind its number in a sum.
        pub brief: Option<String>,
        /// What a workbook calls it.
        pub row: Option<String>,
        pub show: Option<Show>,
        /// What holds in the first year.
        pub first: Option<Spanned<String>>,
        pub is: Spanned<String>,
        /// Whether euros of one year become euros of another here.
        pub converts: bool = false,
    }
}

/// How a step is written, where its unit does not say so.
#[derive(Clone, Copy)]
pub enum Show {
    Share,
}

words!(Show { "%" => Self::Share });

section! {
    /// What must be equal in every plan.
    pub struct CheckText {
        pub per: Per = Per::Once,
        pub is: Spanned<String>,
        pub equals: Spanned<String>,
    }
}

section! {
    /// A sentence for where something holds, for each member of some sets.
    pub struct NoteText {
        pub per: Per = Per::Once,
        pub when: Spanned<String>,
        pub text: Spanned<String>,
    }
}

section! {
    pub struct Reach {
        pub says: Vec<Says>,
        pub known: bool = true,
        /// Whether it says in a few words what the others say in full.
        pub brief: bool = false,
    }
}

section! {
    pub struct Says {
        pub when: Option<Spanned<String>>,
        pub text: Spanned<String>,
    }
}

/// Tells what is wrong with the sections that make up the calculation, each by itself; they are read again with all there
/// is to name.
pub fn tell<'m>(sections: &DeTable<'_>, measures: impl Iterator<Item = &'m DeTable<'m>>, told: &mut Told<'_>) {
    entries::<SetText>(sections, "set", told);
    entries::<Series>(sections, "series", told);
    entries::<Slot>(sections, "slot", told);
    entries::<Step>(sections, "step", told);
    entries::<CheckText>(sections, "check", told);
    entries::<NoteText>(sections, "note", told);
    entries::<NoteText>(sections, "refuse", told);
    entries::<Spanned<String>>(sections, "instead", told);
    for measure in measures {
        entries::<Step>(measure, "step", told);
        entries::<Spanned<String>>(measure, "instead", told);
        if let Some(reach) = measure.get("reach") {
            told.under("measure", |told| told.under("reach", |told| drop(Vec::<Reach>::read(reach, told))));
        }
    }
}

fn entries<T: Read>(of: &DeTable<'_>, section: &str, told: &mut Told<'_>) {
    let Some(value) = of.get(section) else { return };
    let DeValue::Table(entries) = value.get_ref() else {
        let what = "namen met tabellen: een kop met enkele haken, en namen met waarden tussen { en }";
        return told.under(section, |told| told.belongs(value, what).unwrap_or_default());
    };
    for (id, entry) in entries.iter() {
        told.under(id.get_ref(), |told| drop(T::read(entry, told)));
    }
}
