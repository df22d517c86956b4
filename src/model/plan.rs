//! What the user sets: lever positions, assumptions, timing, budgets and own figures.

use rust_decimal::Decimal;
use serde::{Deserialize, Serialize};

use super::id::Setting;
use super::ordered::Ordered;

/// The settings that differ from their default. The empty plan has every lever neutral: it is the baseline.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Plan {
    set: Ordered<Setting, Decimal>,
}

impl Plan {
    /// The value that the plan itself sets, if it differs from the default.
    pub fn own(&self, setting: Setting) -> Option<Decimal> {
        self.set.get(&setting).copied()
    }

    /// The settings that differ from their default.
    pub fn differing(&self) -> impl Iterator<Item = (Setting, Decimal)> {
        self.set.iter().map(|(setting, value)| (*setting, *value))
    }

    /// The settings that another plan sets to another value, or does not set; some may come twice.
    pub fn differences<'p>(&'p self, other: &'p Self) -> impl Iterator<Item = Setting> + 'p {
        let set = self.set.iter().chain(other.set.iter()).map(|(setting, _)| *setting);
        set.filter(|setting| self.own(*setting) != other.own(*setting))
    }

    /// Sets a value that differs from the default, or none.
    pub(super) fn set(&mut self, setting: Setting, value: Option<Decimal>) {
        match value {
            Some(value) => self.set.insert(setting, value.normalize()),
            None => self.set.remove(&setting),
        };
    }
}
