//! Reads values of the seeds and tells everything that is wrong with them: what cannot be read of one key keeps nothing from
//! being told of the others.

use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::{Problem, SeedError};
use super::span::position;
use crate::language::near::{meant, nearest};

/// A value of a seed file.
pub type Value<'a> = Spanned<DeValue<'a>>;

/// What can be read of a value.
pub trait Read: Sized {
    /// Reads it; tells what is wrong, and gives nothing where it cannot be made.
    fn read(value: &Value<'_>, told: &mut Told<'_>) -> Option<Self>;

    /// What holds where its key is absent; nothing where the key is needed.
    fn absent() -> Option<Self> {
        None
    }
}

/// What is wrong with a file, as it is read.
pub struct Told<'t> {
    name: &'t str,
    text: &'t str,
    /// The entry that is read.
    id: String,
    /// The key that is read.
    key: String,
    /// That key behind those that it stands under, as the header of a section has them.
    path: Vec<String>,
    /// What was wrong.
    pub wrong: Vec<SeedError>,
}

impl<'t> Told<'t> {
    /// Of what has this id, in a file with its text.
    pub fn of(name: &'t str, text: &'t str, id: &str) -> Self {
        Self { name, text, id: id.to_string(), key: id.to_string(), path: Vec::new(), wrong: Vec::new() }
    }

    fn tell(&mut self, span: Range<usize>, says: String) {
        let at = position(self.text, span, "", 0);
        self.wrong.push(SeedError::at(self.name, &self.id, at, Problem::Text(says)));
    }

    /// Tells what is wrong with a value, of which nothing can be made.
    pub fn refuse<T>(&mut self, value: &Value<'_>, says: String) -> Option<T> {
        self.tell(value.span(), says);
        None
    }

    /// Tells what belongs where a value of another kind stands.
    pub fn belongs<T>(&mut self, value: &Value<'_>, what: &str) -> Option<T> {
        let says = format!("bij `{}` hoort {what}", self.key);
        self.refuse(value, says)
    }

    /// Reads what stands under a key; at the top of a file the key is also what its section goes by.
    pub fn under<T>(&mut self, key: &str, read: impl FnOnce(&mut Self) -> T) -> T {
        let id = if self.id.is_empty() { key.to_string() } else { self.id.clone() };
        let outer = (std::mem::replace(&mut self.id, id), std::mem::replace(&mut self.key, key.to_string()));
        self.path.push(key.to_string());
        let read = read(self);
        self.path.pop();
        (self.id, self.key) = outer;
        read
    }

    /// Reads an entry of a list, which may have an id or name of its own.
    fn within<T>(&mut self, entry: &Value<'_>, read: impl FnOnce(&mut Self) -> T) -> T {
        let own = ["id", "name"].iter().find_map(|key| entry.get_ref().get(*key)?.get_ref().as_str());
        let id = own.map_or_else(|| self.id.clone(), str::to_string);
        let outer = std::mem::replace(&mut self.id, id);
        let read = read(self);
        self.id = outer;
        read
    }
}

/// The keys of a section.
pub struct Keys<'v, 'a> {
    table: &'v DeTable<'a>,
    span: Range<usize>,
    /// The known keys that others were written for: they are not missing as well.
    mistaken: Vec<&'v str>,
}

impl<'v, 'a> Keys<'v, 'a> {
    /// The keys of a value that is a section; tells which of them it cannot have.
    pub fn of(value: &'v Value<'a>, known: &[&'v str], told: &mut Told<'_>) -> Option<Self> {
        let DeValue::Table(table) = value.get_ref() else {
            let what = match value.get_ref() {
                DeValue::Array(_) => "één tabel: een kop met enkele haken, of namen en waarden tussen { en }",
                _ => "een tabel: een kop met enkele haken, of namen en waarden tussen { en }",
            };
            return told.belongs(value, what);
        };
        let mut mistaken = Vec::new();
        for key in table.keys().filter(|key| !known.contains(&key.get_ref().as_ref())) {
            let name: &str = key.get_ref();
            let near = meant(name, known.iter().copied());
            let is_member = told.path.is_empty() && near.is_empty() && is_section(table.get(name));
            let says = if is_member {
                format!("`{name}` kan hier niet; een lid van een verzameling schrijft u als `[{name}.…]`")
            } else {
                format!("`{name}` hoort hier niet; verbeter de naam of haal de regel weg{near}")
            };
            told.tell(key.span(), says);
            mistaken.extend(nearest(name, known.iter().copied()));
        }
        Some(Self { table, span: value.span(), mistaken })
    }

    /// What stands under a key, or what holds where it is absent; tells it where it is needed.
    pub fn value<T: Read>(&self, key: &str, absent: Option<T>, told: &mut Told<'_>) -> Option<T> {
        if let Some(value) = self.table.get(key) {
            return told.under(key, |told| T::read(value, told));
        }
        if absent.is_none() && !self.mistaken.contains(&key) {
            told.tell(self.span.clone(), format!("`{key}` ontbreekt; vul het in"));
        }
        absent
    }
}

/// Whether something stands there under a header.
fn is_section(value: Option<&Value<'_>>) -> bool {
    match value.map(Spanned::get_ref) {
        Some(DeValue::Table(_)) => true,
        Some(DeValue::Array(entries)) => entries.iter().any(|entry| entry.get_ref().as_table().is_some()),
        _ => false,
    }
}

/// A section: its fields are its keys, where no other key stands after them. A field of which the type is not always needed
/// says so by its type, or by what holds without it.
macro_rules! section {
    (
        $(#[$meta:meta])*
        pub struct $Name:ident $(beside $others:ident)? {
            $($(#[$of:meta])* pub $field:ident $(as $key:literal)?: $Type:ty $(= $absent:expr)?),* $(,)?
        }
    ) => {
        $(#[$meta])*
        pub struct $Name {
            $($(#[$of])* pub $field: $Type),*
        }

        impl $crate::seeds::read::Read for $Name {
            fn read(
                value: &$crate::seeds::read::Value<'_>,
                told: &mut $crate::seeds::read::Told<'_>,
            ) -> Option<Self> {
                let known = [&[$(section!(@first $($key,)? stringify!($field))),*][..] $(, &$others[..])?].concat();
                let keys = $crate::seeds::read::Keys::of(value, &known, told)?;
                $(
                    let absent = section!(@first $(Some($absent),)? <$Type as $crate::seeds::read::Read>::absent());
                    let $field = keys.value::<$Type>(section!(@first $($key,)? stringify!($field)), absent, told);
                )*
                Some(Self { $($field: $field?),* })
            }
        }
    };
    (@first $first:expr $(, $other:expr)?) => { $first };
}

/// What is written as one of some words.
macro_rules! words {
    ($Name:ty { $($word:literal => $value:expr),* $(,)? }) => {
        impl $crate::seeds::read::Read for $Name {
            fn read(
                value: &$crate::seeds::read::Value<'_>,
                told: &mut $crate::seeds::read::Told<'_>,
            ) -> Option<Self> {
                $crate::seeds::read::word(value, &[$(($word, $value)),*], told)
            }
        }
    };
}

pub(super) use {section, words};

/// One of some words, as what it means.
pub fn word<T: Clone>(value: &Value<'_>, words: &[(&str, T)], told: &mut Told<'_>) -> Option<T> {
    let written = String::read(value, told)?;
    let found = words.iter().find(|(word, _)| *word == written);
    found.map(|(_, means)| means.clone()).or_else(|| {
        let all: Vec<String> = words.iter().map(|(word, _)| format!("`{word}`")).collect();
        let near = meant(&written, words.iter().map(|(word, _)| *word));
        told.refuse(value, format!("`{written}` kan hier niet; kies uit {}{near}", all.join(", ")))
    })
}

/// A decimal written as a string, so that no float ever touches it.
#[derive(Clone, Copy, Debug)]
pub struct Exact(pub Decimal);

impl Read for Exact {
    fn read(value: &Value<'_>, told: &mut Told<'_>) -> Option<Self> {
        let Some(written) = value.get_ref().as_str() else {
            return told.belongs(value, "een getal tussen aanhalingstekens, zoals \"11.45\"");
        };
        let number = Decimal::from_str_exact(written).map(Self).ok();
        number.or_else(|| told.refuse(value, format!("`{written}` is geen getal; schrijf bijvoorbeeld \"11.45\"")))
    }
}

impl Read for String {
    fn read(value: &Value<'_>, told: &mut Told<'_>) -> Option<Self> {
        let written = value.get_ref().as_str().map(str::to_string);
        written.or_else(|| told.belongs(value, "een tekst tussen aanhalingstekens"))
    }
}

impl Read for bool {
    fn read(value: &Value<'_>, told: &mut Told<'_>) -> Option<Self> {
        value.get_ref().as_bool().or_else(|| told.belongs(value, "`true` of `false`, zonder aanhalingstekens"))
    }
}

macro_rules! whole_numbers {
    ($($Number:ty),*) => {
        $(impl Read for $Number {
            fn read(value: &Value<'_>, told: &mut Told<'_>) -> Option<Self> {
                let DeValue::Integer(written) = value.get_ref() else {
                    return told.belongs(value, "een heel getal, zonder aanhalingstekens");
                };
                let number = Self::from_str_radix(written.as_str(), written.radix()).ok();
                number.or_else(|| {
                    let what = format!("een heel getal van {} tot en met {}", Self::MIN, Self::MAX);
                    told.belongs(value, &what)
                })
            }
        })*
    };
}

whole_numbers!(u8, u16, i32);

impl<T: Read> Read for Option<T> {
    fn read(value: &Value<'_>, told: &mut Told<'_>) -> Option<Self> {
        T::read(value, told).map(Some)
    }

    fn absent() -> Option<Self> {
        Some(None)
    }
}

impl<T: Read> Read for Spanned<T> {
    fn read(value: &Value<'_>, told: &mut Told<'_>) -> Option<Self> {
        Some(Self::new(value.span(), T::read(value, told)?))
    }
}

impl<T: Read> Read for Vec<T> {
    fn read(value: &Value<'_>, told: &mut Told<'_>) -> Option<Self> {
        let is_header = told.text.get(value.span()).is_some_and(|written| written.starts_with('['));
        if is_header && matches!(value.get_ref(), DeValue::Table(_)) {
            let says = format!("schrijf `[[{}]]` met dubbele haken", told.path.join("."));
            return told.refuse(value, says);
        }
        let DeValue::Array(entries) = value.get_ref() else {
            return told.belongs(value, "een lijst: een kop met dubbele haken, of waarden tussen [ en ]");
        };
        // First all of them: what is wrong with one says nothing of the others.
        let read: Vec<_> = entries.iter().map(|entry| told.within(entry, |told| T::read(entry, told))).collect();
        read.into_iter().collect()
    }
}

impl<T: Read, const N: usize> Read for [T; N] {
    fn read(value: &Value<'_>, told: &mut Told<'_>) -> Option<Self> {
        let is_right = matches!(value.get_ref(), DeValue::Array(entries) if entries.len() == N);
        if !is_right {
            return told.belongs(value, &format!("een lijst van {N} getallen, tussen [ en ]"));
        }
        Vec::read(value, told)?.try_into().ok()
    }
}

impl<T: Read> Read for BTreeMap<Spanned<String>, T> {
    fn read(value: &Value<'_>, told: &mut Told<'_>) -> Option<Self> {
        let DeValue::Table(table) = value.get_ref() else {
            return told.belongs(value, "een tabel: een kop met enkele haken, of namen en waarden tussen { en }");
        };
        let entry = |(key, value): (&Spanned<toml::de::DeString<'_>>, &Value<'_>)| {
            let read = told.under(key.get_ref(), |told| T::read(value, told));
            Some((Spanned::new(key.span(), key.get_ref().to_string()), read?))
        };
        let read: Vec<_> = table.iter().map(entry).collect();
        read.into_iter().collect()
    }
}

/// What is read where it is needed, not with the section that it stands in.
#[derive(Default)]
pub struct Elsewhere;

impl Read for Elsewhere {
    fn read(_: &Value<'_>, _: &mut Told<'_>) -> Option<Self> {
        Some(Self)
    }

    fn absent() -> Option<Self> {
        Some(Self)
    }
}
