//! What a formula can name where it stands.

use std::collections::BTreeMap;

use super::near::meant;
use super::unit::Unit;
use crate::model::cell::{QuantityId, SetId};
use crate::model::frame::Frame;

/// What there is to name: everything of a frame, with its units.
pub struct Names<'a> {
    /// Sets and quantities.
    pub frame: &'a Frame,
    /// By name.
    pub quantities: BTreeMap<&'a str, QuantityId>,
    /// By quantity.
    pub units: &'a [Unit],
    /// Whether a quantity is a lever.
    pub is_lever: &'a dyn Fn(QuantityId) -> bool,
}

/// Where a formula stands.
#[derive(Clone)]
pub struct Scope<'a> {
    /// What there is to name.
    pub names: &'a Names<'a>,
    /// The sets of which a member is at hand.
    pub at_hand: Vec<SetId>,
    /// What the blanks of a rule are filled with.
    pub blanks: &'a BTreeMap<String, String>,
}

impl Scope<'_> {
    /// A quantity by its name.
    ///
    /// # Errors
    /// Says that it does not exist, and which one may have been meant.
    pub fn quantity(&self, name: &str) -> Result<QuantityId, String> {
        let name = self.blanks.get(name).map_or(name, String::as_str);
        let known = &self.names.quantities;
        known.get(name).copied().ok_or_else(|| {
            let near = meant(name, known.keys().copied());
            let then = if near.is_empty() { ". Zet het bij de cijfers, de knoppen of de stappen." } else { &near };
            format!("`{name}` bestaat niet{then}")
        })
    }

    /// A set by its name.
    ///
    /// # Errors
    /// Says that it does not exist, and which one may have been meant.
    pub fn set(&self, name: &str) -> Result<SetId, String> {
        let sets = &self.names.frame.sets;
        let at = sets.iter().position(|set| set.id == name).and_then(|at| u8::try_from(at).ok());
        let near = || meant(name, sets.iter().map(|set| set.id.as_str()));
        at.map(SetId).ok_or_else(|| format!("`{name}` is geen verzameling{}", near()))
    }

    /// The set with this name, where a member of it is at hand and is a number.
    pub fn number_at_hand(&self, name: &str) -> Option<SetId> {
        let set = self.set(name).ok()?;
        let members = &self.names.frame.set(set).members;
        (self.at_hand.contains(&set) && members.iter().all(|member| member.number.is_some())).then_some(set)
    }
}
