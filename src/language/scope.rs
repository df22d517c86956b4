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

impl Names<'_> {
    /// What makes the units of two the same.
    pub fn remedy(&self, left: &Unit, right: &Unit) -> String {
        let [wanted, other] = [left.over(right), right.over(left)];
        if wanted.euros().count() == 2 {
            let step = |unit: &Unit| self.units.iter().position(|own| own == unit);
            let name = |at: usize| format!(" met `{}`", self.frame.quantities[at].id);
            // Indexing cannot fail: there is a unit for every quantity.
            let with = step(&wanted).or_else(|| step(&other)).map_or_else(String::new, name);
            return format!("Dat zijn euro's van twee prijspeilen; reken er eerst een om{with}.");
        }
        let is_bare = *right == Unit::bare() || *left == Unit::bare();
        let begin =
            if is_bare { "Een kaal getal kan alleen bij delen en jaren; vermenigvuldig" } else { "Vermenigvuldig" };
        format!("{begin} rechts met iets in `{wanted}`, of links met iets in `{other}`.")
    }
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
            let near = self.difference(name).unwrap_or_else(|| meant(name, known.keys().copied()));
            let then = if near.is_empty() { ". Zet het bij de cijfers, de knoppen of de stappen." } else { &near };
            format!("`{name}` bestaat niet{then}")
        })
    }

    /// Two names with a minus between them that has no spaces.
    fn difference(&self, name: &str) -> Option<String> {
        let known = |name: &str| self.names.quantities.contains_key(name) || self.blanks.contains_key(name);
        let mut pairs = name.match_indices('-').map(|(at, _)| (&name[..at], &name[at + 1..]));
        let (left, right) = pairs.find(|(left, right)| known(left) && known(right))?;
        Some(format!(". Bedoelde u `{left} - {right}`? Zet dan spaties om het minteken."))
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
