//! Values by key, kept as a list in the order of the keys: of some hundreds it is as quick as a tree, and a page that holds it
//! is a good deal smaller.

use serde::{Deserialize, Serialize};

/// Values by key.
///
/// Invariant: each key stands once, in ascending order.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ordered<K, V>(Vec<(K, V)>);

impl<K, V> Default for Ordered<K, V> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<K: Ord, V> Ordered<K, V> {
    /// The value of a key.
    pub fn get(&self, key: &K) -> Option<&V> {
        let at = self.find(key).ok()?;
        self.0.get(at).map(|(_, value)| value)
    }

    /// Gives a key a value, in place of the one it had.
    pub fn insert(&mut self, key: K, value: V) {
        // Cannot fail: what is found is a place of the list, and what is not belongs within it or at its end.
        match self.find(&key) {
            Ok(at) => self.0[at].1 = value,
            Err(at) => self.0.insert(at, (key, value)),
        }
    }

    /// Takes a key out, if it is there.
    pub fn remove(&mut self, key: &K) {
        self.retain(|other, _| other != key);
    }

    /// Keeps what is wanted.
    pub fn retain(&mut self, mut wanted: impl FnMut(&K, &V) -> bool) {
        self.0.retain(|(key, value)| wanted(key, value));
    }

    /// All keys with their values, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&K, &V)> {
        self.0.iter().map(|(key, value)| (key, value))
    }

    /// Those from a key to another, both among them, in order.
    pub fn between(&self, first: K, last: K) -> impl Iterator<Item = (&K, &V)> {
        let from = self.0.partition_point(|(key, _)| *key < first);
        self.iter().skip(from).take_while(move |(key, _)| **key <= last)
    }

    /// The place of a key, or where it would stand.
    fn find(&self, key: &K) -> Result<usize, usize> {
        self.0.binary_search_by(|(other, _)| other.cmp(key))
    }
}
