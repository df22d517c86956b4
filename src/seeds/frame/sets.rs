//! Sets and their members.

use std::collections::BTreeSet;

use rust_decimal::Decimal;
use toml::de::DeValue;

use super::super::raw::SECTIONS;
use super::super::read::Value;
use super::super::section::SetText;
use super::super::text::{Text, read};
use super::maker::{Maker, MemberAt, entries, text_of};
use crate::language::VERSION;
use crate::language::near::meant;
use crate::model::catalogue::{Lever, Measure};
use crate::model::cell::SetId;
use crate::model::frame::{Member, Set};

/// A member of a set of numbers.
fn numbered(number: i32) -> Member {
    let text = number.to_string();
    Member { id: text.clone(), name: text, number: Some(Decimal::from(number)) }
}

impl<'a> Maker<'a> {
    /// Whether the texts are written in a version of the language that this reader knows.
    pub fn version(&mut self) {
        for text in self.texts {
            let Some(version) = text.sections.get("language") else { continue };
            let number = version.get_ref();
            if !matches!(number, DeValue::Integer(number) if number.as_str() == VERSION.to_string()) {
                let says = format!("deze versie van de taal kent de lezer niet; schrijf `language = {VERSION}`");
                self.note(text, "language", version.span(), says);
            }
        }
        let first =
            self.texts.first().filter(|_| self.texts.iter().all(|text| !text.sections.contains_key("language")));
        if let Some(first) = first {
            self.note(first, "language", 0..0, format!("schrijf bovenaan een van de bestanden `language = {VERSION}`"));
        }
    }

    /// The sets, with the members that they list themselves.
    pub fn sets(&mut self) {
        for (text, id, value) in entries(self.texts, "set") {
            let Some(set) = read::<SetText>(value, text, id, &mut self.problems) else { continue };
            if self.set(id).is_some() {
                self.note(text, id, value.span(), "deze verzameling staat er twee keer; laat er één staan");
            }
            let at = SetId(self.frame.sets.len() as u8);
            if set.time {
                self.frame.time = Some(at);
            }
            if set.levers {
                self.frame.acting = Some(at);
            }
            if set.knobs {
                self.knobs = Some(at);
            }
            let members = self.listed(&set);
            self.frame.sets.push(Set { id: id.to_string(), name: set.name, members });
        }
        self.knobs_of_measures();
    }

    /// Each lever belongs to its measure.
    fn knobs_of_measures(&mut self) {
        let (Some(knobs), Some(measures)) = (self.knobs, self.frame.acting) else { return };
        let catalogue = self.catalogue;
        for (place, lever) in (0..).zip(catalogue.levers()) {
            self.relate((knobs, place), (measures, lever.measure.index() as u16));
        }
    }

    /// The members that a set lists itself, or that are the years, measures or levers.
    fn listed(&self, set: &SetText) -> Vec<Member> {
        if set.time {
            return self.catalogue.horizon().years().map(|year| numbered(year.number())).collect();
        }
        if set.levers {
            let member =
                |measure: &Measure| Member { id: measure.number.to_string(), name: measure.name.clone(), number: None };
            return self.catalogue.measures().iter().map(member).collect();
        }
        if set.knobs {
            let member = |lever: &Lever| Member { id: lever.key.clone(), name: lever.label.clone(), number: None };
            return self.catalogue.levers().iter().map(member).collect();
        }
        let numbers = set.from.zip(set.through).map(|(from, through)| from..=through);
        let named = set.members.iter().map(|id| Member { id: id.clone(), name: id.clone(), number: None });
        numbers.into_iter().flatten().map(numbered).chain(named).collect()
    }

    /// The members that stand as sections of their own: `[line.pgb]`. First all of them, then what each says.
    pub fn members(&mut self) {
        let mut seen = BTreeSet::new();
        for text in self.texts {
            for (key, _) in text.sections.iter() {
                let name: &str = key.get_ref();
                let is_section = SECTIONS.contains(&name);
                if !is_section && self.set(name).is_none() {
                    let near = self.near_set(name);
                    self.note(text, name, key.span(), format!("`[{name}.…]`: `{name}` is geen verzameling{near}"));
                }
                seen.extend((!is_section).then_some(name));
            }
        }
        for (set, (text, id, value)) in self.sections_of(&seen) {
            if Some(set) == self.knobs {
                self.is_knob(text, id, value);
                continue;
            }
            if self.member(set, id).is_some() {
                self.note(text, id, value.span(), "dit lid staat er twee keer; laat er één staan");
                continue;
            }
            let name = text_of(value, "name").unwrap_or(id).to_string();
            if value.get_ref().get("name").is_none() {
                self.note(text, id, value.span(), "`name` ontbreekt; vul het in");
            }
            let place = self.frame.set(set).members.len() as u16;
            self.sections.insert((set, place), text.place(value.span()));
            // Indexing cannot fail: the set is of the frame.
            self.frame.sets[set.index()].members.push(Member { id: id.to_string(), name, number: None });
        }
        for (set, (text, id, value)) in self.sections_of(&seen) {
            if let Some(place) = self.member(set, id) {
                self.belongs(text, id, (set, place), value);
            }
        }
    }

    /// Only what a measure has as a lever can fill in something for it.
    fn is_knob(&mut self, text: &Text<'_>, id: &str, value: &Value<'_>) {
        let levers = self.catalogue.levers();
        if levers.iter().all(|lever| lever.key != id) {
            let near = meant(id, levers.iter().map(|lever| lever.key.as_str()));
            self.note(text, id, value.span(), format!("`{id}` is geen knop{near}"));
        }
    }

    fn sections_of(&self, names: &BTreeSet<&'a str>) -> Vec<(SetId, (&'a Text<'a>, &'a str, &'a Value<'a>))> {
        let sets = names.iter().filter_map(|name| self.set(name).map(|set| (set, *name)));
        sets.flat_map(|(set, name)| entries(self.texts, name).into_iter().map(move |entry| (set, entry))).collect()
    }

    /// To which members of other sets a member belongs: `kind = ["natura"]`.
    fn belongs(&mut self, text: &Text<'_>, id: &str, own: MemberAt, value: &Value<'_>) {
        let DeValue::Table(table) = value.get_ref() else { return };
        for (key, wholes) in table.iter() {
            let Some(set) = self.set(key.get_ref()) else { continue };
            let wholes: Vec<&str> = match wholes.get_ref() {
                DeValue::Array(ids) => ids.iter().filter_map(|id| id.get_ref().as_str()).collect(),
                DeValue::String(id) => vec![id],
                _ => Vec::new(),
            };
            for whole in wholes {
                match self.member(set, whole) {
                    Some(place) => self.relate(own, (set, place)),
                    None => {
                        let set = self.frame.set(set);
                        let near = meant(whole, set.members.iter().map(|member| member.id.as_str()));
                        let says = format!("`{whole}` is geen {}{near}", set.name);
                        self.note(text, id, key.span(), says);
                    }
                }
            }
        }
    }

    fn relate(&mut self, part: MemberAt, whole: MemberAt) {
        self.parts.insert((whole, part));
        self.frame.related.insert((part, whole), ());
        self.frame.related.insert((whole, part), ());
    }
}
