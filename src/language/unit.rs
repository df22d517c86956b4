//! What numbers are of, and whether they may be added.

use std::collections::BTreeMap;
use std::fmt;

/// A unit: `EUR`, `jeugdige/fte`, `1`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Of nothing in particular: 0 has every unit.
    Any,
    /// What it is multiplied of, each with how often; below 0 it is divided. Nothing is a bare number.
    Of(BTreeMap<String, i8>),
}

/// What counts as a bare number.
const BARE: [&str; 3] = ["1", "percent", "switch"];

/// The unit of years, with which a bare number may stand.
pub const YEARS: &str = "jaar";

/// An amount of euros whose price level the measure decides.
pub const OPEN_EUROS: &str = "EUR?";

impl Unit {
    /// A bare number.
    pub fn bare() -> Self {
        Self::Of(BTreeMap::new())
    }

    /// Reads a unit; none where it is no row of names with `/` or `*` between them.
    pub fn parse(text: &str) -> Option<Self> {
        let mut parts = BTreeMap::new();
        for (place, over) in text.split('/').enumerate() {
            for name in over.split('*') {
                let is_name = !name.is_empty() && name.chars().all(|sign| sign.is_alphanumeric() || sign == '?');
                if !is_name {
                    return None;
                }
                if !BARE.contains(&name) {
                    *parts.entry(name.to_string()).or_insert(0) += if place == 0 { 1 } else { -1 };
                }
            }
        }
        parts.retain(|_, power| *power != 0);
        Some(Self::Of(parts))
    }

    /// Of a product.
    pub fn times(&self, other: &Self) -> Self {
        self.combined(other, 1)
    }

    /// Of a quotient.
    pub fn over(&self, other: &Self) -> Self {
        self.combined(other, -1)
    }

    fn combined(&self, other: &Self, sign: i8) -> Self {
        let (Self::Of(own), Self::Of(others)) = (self, other) else { return Self::Any };
        let mut parts = own.clone();
        for (name, power) in others {
            *parts.entry(name.clone()).or_insert(0) += sign * power;
        }
        parts.retain(|_, power| *power != 0);
        Self::Of(parts)
    }

    /// The unit of a sum; none where the two cannot be added.
    pub fn with(&self, other: &Self) -> Option<Self> {
        match (self, other) {
            (Self::Any, unit) | (unit, Self::Any) => Some(unit.clone()),
            (own, other) if own == other => Some(own.clone()),
            (years, bare) | (bare, years) if years.is_years() && *bare == Self::bare() => Some(years.clone()),
            _ => None,
        }
    }

    fn is_years(&self) -> bool {
        Self::parse(YEARS).as_ref() == Some(self)
    }

    /// The same unit with the open euros of a measure as these.
    pub fn at_prices(&self, level: &str) -> Self {
        let Self::Of(parts) = self else { return Self::Any };
        let mut own = BTreeMap::new();
        for (name, power) in parts {
            let name = if name == OPEN_EUROS { level } else { name };
            *own.entry(name.to_string()).or_insert(0) += power;
        }
        own.retain(|_, power| *power != 0);
        Self::Of(own)
    }

    /// The names of euros in it: `EUR2019`.
    pub fn euros(&self) -> impl Iterator<Item = &str> {
        let names = match self {
            Self::Any => None,
            Self::Of(parts) => Some(parts.keys().map(String::as_str)),
        };
        names.into_iter().flatten().filter(|name| name.starts_with("EUR"))
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self::Of(parts) = self else { return f.write_str("0") };
        let named = |sign: i8| {
            let of_sign = parts.iter().filter(move |(_, power)| **power * sign > 0);
            of_sign.flat_map(move |(name, power)| vec![name.as_str(); usize::from(power.unsigned_abs())])
        };
        let above: Vec<&str> = named(1).collect();
        f.write_str(&if above.is_empty() { "1".to_string() } else { above.join("*") })?;
        named(-1).try_for_each(|name| write!(f, "/{name}"))
    }
}
