//! Formulas that a part of an edition puts in the place of others: all else of those numbers stays as it is.

use toml::Spanned;
use toml::de::DeValue;

use super::super::read::Value;
use super::super::text::{Text, read};
use super::maker::{Maker, MemberAt, Waiting, Which, entries};
use crate::language::near::meant;
use crate::model::cell::QuantityId;

impl<'a> Maker<'a> {
    /// Puts formulas in the place of those of steps, of the defaults of slots, of checks, and of what measures fill in.
    pub fn instead(&mut self) {
        for (text, id, value) in entries(self.texts, "instead") {
            match self.replaceable(id) {
                Some(quantity) => self.replace(text, (id, value), quantity, None),
                None => self.not_replaceable(text, id, value),
            }
        }
        for (measure, text, table) in self.extensions() {
            let Some(DeValue::Table(formulas)) = table.get("instead").map(Spanned::get_ref) else { continue };
            let of = self.frame.acting.map(|acting| (acting, measure.index() as u16));
            for (id, value) in formulas.iter() {
                match self.frame.named(id.get_ref()) {
                    Some(slot) => self.replace(text, (id.get_ref(), value), slot, of),
                    None => self.not_replaceable(text, id.get_ref(), value),
                }
            }
        }
    }

    /// The step or slot with this name, else what a check with this name compares.
    fn replaceable(&self, id: &str) -> Option<QuantityId> {
        let check = || self.checks.iter().find(|check| check.id == id).map(|check| check.is);
        self.frame.named(id).or_else(check)
    }

    /// Takes out the formula for all cells, or for those of one member, and reads another there.
    fn replace(
        &mut self,
        text: &'a Text<'a>,
        (id, value): (&str, &Value<'a>),
        quantity: QuantityId,
        member: Option<MemberAt>,
    ) {
        let Some(formula) = read::<Spanned<String>>(value, text, id, &mut self.problems) else { return };
        let is_replaced = |waiting: &Waiting<'_>| {
            let of = match (&waiting.of, member) {
                (Which::All | Which::Default, None) => true,
                (Which::Members(members), Some(member)) => members.as_slice() == [member],
                _ => false,
            };
            of && waiting.quantity == quantity
        };
        let Some(at) = self.waiting.iter().position(is_replaced) else {
            return self.not_replaceable(text, id, value);
        };
        let of = self.waiting.remove(at).of;
        self.waiting.push(Waiting { text, quantity, formula, of, blanks: Default::default() });
    }

    fn not_replaceable(&mut self, text: &Text<'_>, id: &str, value: &Value<'_>) {
        let waiting = self.waiting.iter().map(|waiting| self.frame.quantity(waiting.quantity).id.as_str());
        let near = meant(id, waiting.filter(|id| !id.is_empty()));
        let says = format!("`{id}` heeft geen formule om deze voor in de plaats te zetten{near}");
        self.note(text, id, value.span(), says);
    }
}
