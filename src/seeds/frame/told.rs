//! Sentences with numbers: whom measures reach, what is noted, and what is refused.

use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::read::Value;
use super::super::section::{NoteText, Reach, Says};
use super::super::text::{Text, read};
use super::maker::{Maker, entries};
use crate::language;
use crate::language::near::meant;
use crate::language::unit::Unit;
use crate::model::cell::{Cell, QuantityId, SetId};
use crate::model::expression::{Choice, Expression};
use crate::model::frame::Rule;
use crate::model::tell::{Piece, Sentence, Telling};

/// A piece of a sentence that may be told for each member of some sets.
enum Part {
    Text(String),
    /// The number for the members at hand.
    Number(QuantityId),
    /// The name of the member at hand.
    Member(SetId),
}

impl<'a> Maker<'a> {
    /// What is told of whom each measure reaches, by measure.
    pub fn reach(&mut self) -> Vec<Vec<Telling>> {
        self.of_measures().into_iter().map(|(_, text, table)| self.tellings(text, table)).collect()
    }

    fn tellings(&mut self, text: &'a Text<'a>, table: &'a DeTable<'a>) -> Vec<Telling> {
        let Some(DeValue::Array(entries)) = table.get("reach").map(Spanned::get_ref) else { return Vec::new() };
        let mut told = Vec::new();
        for value in entries.iter() {
            let Some(reach) = read::<Reach>(value, text, "reach", &mut self.problems) else { continue };
            let sentence = |says: &Says| self.sentences((text, "reach"), &[], says.when.as_ref(), &says.text);
            let says = reach.says.iter().flat_map(sentence).collect();
            told.push(Telling { says, is_known: reach.known, is_brief: reach.brief });
        }
        told
    }

    /// What is told where it holds: notes, and what is refused.
    pub fn notes(&mut self) {
        self.frame.notes = self.holding("note");
        self.frame.refusals = self.holding("refuse");
    }

    fn holding(&mut self, section: &str) -> Vec<Telling> {
        let mut told = Vec::new();
        for (text, id, value) in entries(self.texts, section) {
            let Some(note) = read::<NoteText>(value, text, id, &mut self.problems) else { continue };
            let per = self.per(&note.per, text, id, value);
            let sentences = self.sentences((text, id), &per, Some(&note.when), &note.text);
            self.at_measures(text, (id, value), &note.at, told.len()..told.len() + sentences.len());
            told.extend(sentences.into_iter().map(|sentence| Telling {
                says: vec![sentence],
                is_known: true,
                is_brief: false,
            }));
        }
        told
    }

    /// Keeps at which measures notes are told as well.
    fn at_measures(&mut self, text: &Text<'_>, (id, value): (&str, &Value<'_>), at: &[u8], notes: Range<usize>) {
        for number in at {
            match self.catalogue.measure_numbered(*number) {
                Some(measure) => {
                    self.frame.notes_of.extend(notes.clone().map(|note| (measure.index() as u16, note as u16)));
                }
                None => self.note(text, id, value.span(), format!("`at` noemt maatregel {number}, en die is er niet")),
            }
        }
    }

    /// A sentence for each member of some sets; one where there are none.
    fn sentences(
        &mut self,
        (text, id): (&'a Text<'a>, &str),
        per: &[SetId],
        when: Option<&Spanned<String>>,
        says: &Spanned<String>,
    ) -> Vec<Sentence> {
        let parts = self.parts_of(text, id, per, says);
        let Some(when) = when else {
            return vec![Sentence { when: None, text: self.pieces(&parts, &[]) }];
        };
        let condition = self.condition(text, id, per, when);
        let sentence = |cell: Cell| {
            let members: Vec<_> = self.frame.members(cell).collect();
            Sentence { when: Some(cell), text: self.pieces(&parts, &members) }
        };
        self.frame.cells(condition).map(sentence).collect()
    }

    /// A number that is above 0 where a condition holds.
    fn condition(&mut self, text: &'a Text<'a>, id: &str, per: &[SetId], when: &Spanned<String>) -> QuantityId {
        let quantity = self.hidden(per.to_vec(), Unit::bare(), text.place(when.span()));
        let read = self.reading(&BTreeMap::new(), per.to_vec(), |scope| language::test(when.get_ref(), scope));
        match read {
            Ok(test) => {
                let [then, otherwise] = [Decimal::ONE, Decimal::ZERO].map(Expression::Number);
                // Indexing cannot fail: it was declared just now.
                if let Rule::Calculated { formulas, .. } = &mut self.frame.quantities[quantity.index()].rule {
                    formulas.push(Expression::Chosen(Box::new(Choice { test, then, otherwise })));
                }
                self.formulas.entry(quantity).or_default().push(text.within(when, 0));
            }
            Err(mistakes) => self.mistakes(text, id, when, mistakes),
        }
        quantity
    }

    /// The parts of a sentence: its numbers stand by their names between braces.
    fn parts_of(&mut self, text: &Text<'_>, id: &str, per: &[SetId], sentence: &Spanned<String>) -> Vec<Part> {
        let mut parts = Vec::new();
        let mut rest = sentence.get_ref().as_str();
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            parts.push(Part::Text(before.to_string()));
            match self.named_part(name, per) {
                Some(part) => parts.push(part),
                None => {
                    let near = meant(name, self.frame.quantities.iter().map(|quantity| quantity.id.as_str()));
                    let says = format!("`{{{name}}}` is hier geen getal met één waarde{near}");
                    self.note(text, id, sentence.span(), says);
                }
            }
            rest = after;
        }
        parts.push(Part::Text(rest.to_string()));
        parts
    }

    fn named_part(&self, name: &str, per: &[SetId]) -> Option<Part> {
        let member = self.set(name).filter(|set| per.contains(set)).map(Part::Member);
        let has_one = |quantity: &QuantityId| self.frame.quantity(*quantity).per.iter().all(|set| per.contains(set));
        member.or_else(|| self.frame.named(name).filter(has_one).map(Part::Number))
    }

    /// The parts with the members at hand.
    fn pieces(&self, parts: &[Part], members: &[(SetId, u16)]) -> Vec<Piece> {
        let at = |of: SetId| members.iter().find(|(set, _)| *set == of).map_or(0, |(_, place)| *place);
        let piece = |part: &Part| match part {
            Part::Text(text) => Piece::Text(text.clone()),
            Part::Number(quantity) => Piece::Number(self.frame.cell(*quantity, at)),
            Part::Member(set) => {
                let member = self.frame.set(*set).members.get(usize::from(at(*set)));
                Piece::Text(member.map_or_else(String::new, |member| member.name.clone()))
            }
        };
        parts.iter().map(piece).collect()
    }
}
