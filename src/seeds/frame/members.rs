//! What members fill in: formulas of slots, numbers of series, and when they count.

use std::collections::BTreeMap;
use std::ops::Range;

use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::super::read::Value;
use super::super::text::{Text, read};
use super::maker::{Maker, MemberAt, Waiting, Which, entries, text_of};
use crate::language::near::meant;
use crate::language::unit::Unit;
use crate::model::cell::{QuantityId, SetId};
use crate::model::frame::{Given, Rule};

/// What a member says beside what it fills in.
const OWN: [&str; 3] = ["name", "rule", "scope"];

/// What is nil or not known yet: it is given, and counts as 0.
const NO_AMOUNT: [&str; 2] = ["-", "PM"];

type Blanks = BTreeMap<String, String>;

impl<'a> Maker<'a> {
    /// What all members fill in.
    pub fn filled(&mut self) {
        for text in self.texts {
            for (name, members) in text.sections.iter() {
                let (Some(set), DeValue::Table(members)) = (self.set(name.get_ref()), members.get_ref()) else {
                    continue;
                };
                for (id, value) in members.iter() {
                    let place = self.member(set, id.get_ref());
                    place.into_iter().for_each(|place| self.fills(text, (set, place), id.get_ref(), value));
                }
            }
        }
        for (measure, text, table) in self.of_measures().into_iter().chain(self.extensions()) {
            if let (Some(set), Some(effect)) = (self.frame.acting, table.get("effect")) {
                // Indexing cannot fail: the members of this set are the measures.
                let id = self.frame.set(set).members[measure.index()].name.clone();
                self.fills(text, (set, measure.index() as u16), &id, effect);
            }
        }
        self.no_part_twice();
    }

    fn fills(&mut self, text: &'a Text<'a>, member: MemberAt, id: &str, value: &'a Value<'a>) {
        let DeValue::Table(table) = value.get_ref() else { return };
        self.scope(text, member, id, table);
        let Some(blanks) = self.rule(text, member, id, value) else { return };
        for (slot, formula) in table.iter() {
            let name: &str = slot.get_ref();
            let is_own = OWN.contains(&name) || self.set(name).is_some() || blanks.contains_key(name);
            if !is_own {
                self.fill(text, (name, slot.span()), member, formula, &Blanks::new());
            }
        }
    }

    /// The switch without which a member does not count: `scope = "sociaal-domein"`.
    fn scope(&mut self, text: &Text<'_>, member: MemberAt, id: &str, table: &DeTable<'_>) {
        let Some(scope) = table.get("scope") else { return };
        let name = scope.get_ref().as_str().unwrap_or_default();
        let single = |quantity: &QuantityId| {
            // Indexing cannot fail: there is a unit for every quantity.
            let unit = &self.units[quantity.index()];
            self.frame.quantity(*quantity).per.is_empty() && *unit == Unit::bare()
        };
        match self.frame.named(name).filter(single) {
            Some(switch) => self.frame.scopes.insert(member, switch),
            None => {
                let near = meant(name, self.frame.quantities.iter().map(|quantity| quantity.id.as_str()));
                let says = format!("`{name}` is geen schakelaar: een getal zonder jaar of regel, 1 of 0{near}");
                self.note(text, id, scope.span(), says);
            }
        }
    }

    /// Fills in what the rule of a member says, and gives the blanks of that rule; none where it cannot.
    fn rule(&mut self, text: &'a Text<'a>, member: MemberAt, id: &str, value: &'a Value<'a>) -> Option<Blanks> {
        let Some(name) = text_of(value, "rule") else { return Some(Blanks::new()) };
        let rules = entries(self.texts, "rule");
        let found = rules.iter().find(|(_, known, _)| *known == name);
        let Some((its_text, DeValue::Table(rule))) = found.map(|(text, _, rule)| (*text, rule.get_ref())) else {
            let near = meant(name, rules.iter().map(|(_, known, _)| *known));
            self.note(text, id, value.span(), format!("regel `{name}` bestaat niet{near}"));
            return None;
        };
        let blanks = self.blanks(text, id, name, rule, value)?;
        for (slot, formula) in rule.iter().filter(|(slot, _)| slot.get_ref() != "needs") {
            self.fill(its_text, (slot.get_ref(), slot.span()), member, formula, &blanks);
        }
        Some(blanks)
    }

    /// What a member fills the blanks of its rule with.
    fn blanks(
        &mut self,
        text: &Text<'_>,
        id: &str,
        rule: &str,
        table: &DeTable<'_>,
        value: &Value<'_>,
    ) -> Option<Blanks> {
        let mut blanks = Blanks::new();
        let Some(DeValue::Array(needs)) = table.get("needs").map(Spanned::get_ref) else { return Some(blanks) };
        let mut wrong = Vec::new();
        for need in needs.iter().filter_map(|need| need.get_ref().as_str()) {
            let says = match text_of(value, need) {
                _ if self.frame.named(need).is_some() => {
                    Some(format!("`{need}` van regel `{rule}` is al een getal; noem het bij `needs` anders"))
                }
                Some(with) => {
                    blanks.insert(need.to_string(), with.to_string());
                    self.reading(&Blanks::new(), Vec::new(), |scope| scope.quantity(with).err())
                }
                None => Some(format!("regel `{rule}` vraagt `{need}`; vul het in")),
            };
            wrong.extend(says);
        }
        let is_filled = wrong.is_empty();
        wrong.into_iter().for_each(|says| self.note(text, id, value.span(), says));
        is_filled.then_some(blanks)
    }

    /// A formula for a slot, or numbers for a series.
    fn fill(
        &mut self,
        text: &'a Text<'a>,
        (name, span): (&str, Range<usize>),
        member: MemberAt,
        value: &'a Value<'a>,
        blanks: &Blanks,
    ) {
        let takes = |quantity: &QuantityId| {
            let has_member = self.frame.quantity(*quantity).per.contains(&member.0);
            has_member && (self.is_slot(*quantity) || self.series.contains_key(quantity))
        };
        match self.frame.named(name).filter(takes) {
            Some(series) if self.series.contains_key(&series) => self.numbers(text, series, vec![member], value),
            Some(slot) => self.form(text, slot, vec![member], value, blanks),
            None => {
                let says = format!("`{name}` kan hier niet worden ingevuld{}", self.near_fillable(name));
                self.note(text, name, span, says);
            }
        }
    }

    /// What may be meant by what cannot be filled in.
    fn near_fillable(&self, name: &str) -> String {
        let series = self.series.keys().map(|series| self.frame.quantity(*series).id.as_str());
        let slots = entries(self.texts, "slot").into_iter().map(|(_, id, _)| id);
        let sets = self.frame.sets.iter().map(|set| set.id.as_str());
        meant(name, slots.chain(series).chain(sets).chain(OWN))
    }

    fn is_slot(&self, quantity: QuantityId) -> bool {
        let id = &self.frame.quantity(quantity).id;
        entries(self.texts, "slot").iter().any(|(_, slot, _)| slot == id)
    }

    /// A formula for the cells of some members; a table holds one for each member of another set.
    fn form(
        &mut self,
        text: &'a Text<'a>,
        slot: QuantityId,
        members: Vec<MemberAt>,
        value: &Value<'a>,
        blanks: &Blanks,
    ) {
        if let DeValue::Table(table) = value.get_ref() {
            for (id, value) in table.iter() {
                if let Some(members) = self.with_member(text, slot, &members, (id.get_ref(), id.span())) {
                    self.form(text, slot, members, value, blanks);
                }
            }
            return;
        }
        let id = self.frame.quantity(slot).id.clone();
        if let Some(formula) = read::<Spanned<String>>(value, text, &id, &mut self.problems) {
            let (blanks, of) = (blanks.clone(), Which::Members(members));
            self.waiting.push(Waiting { text, quantity: slot, formula, of, blanks });
        }
    }

    /// Some members with one more, of a set of the quantity that none of them is of.
    fn with_member(
        &mut self,
        text: &Text<'_>,
        quantity: QuantityId,
        members: &[MemberAt],
        (id, span): (&str, Range<usize>),
    ) -> Option<Vec<MemberAt>> {
        let free = self.free(quantity, members);
        let member = free.iter().find_map(|set| self.member(*set, id).map(|place| (*set, place)));
        if member.is_none() {
            let known = free.iter().flat_map(|set| &self.frame.set(*set).members).map(|member| member.id.as_str());
            let name = self.frame.quantity(quantity).id.clone();
            let says = format!("`{id}` hoort niet bij `{name}`{}", meant(id, known));
            self.note(text, &name, span, says);
        }
        member.map(|member| members.iter().copied().chain([member]).collect())
    }

    /// The sets of a quantity of which no member is named.
    fn free(&self, quantity: QuantityId, members: &[MemberAt]) -> Vec<SetId> {
        let per = &self.frame.quantity(quantity).per;
        per.iter().copied().filter(|set| members.iter().all(|(taken, _)| taken != set)).collect()
    }

    /// Numbers of a series, as they are printed: one, a list along the last set, or a table with some for each member.
    pub fn numbers(&mut self, text: &Text<'_>, series: QuantityId, members: Vec<MemberAt>, value: &Value<'_>) {
        let free = self.free(series, &members);
        match (value.get_ref(), free.as_slice()) {
            (DeValue::Table(table), _) => {
                for (id, value) in table.iter() {
                    if let Some(members) = self.with_member(text, series, &members, (id.get_ref(), id.span())) {
                        self.numbers(text, series, members, value);
                    }
                }
            }
            (DeValue::Array(list), [set]) if list.len() == self.frame.set(*set).members.len() => {
                for (place, value) in list.iter().enumerate() {
                    let members = members.iter().copied().chain([(*set, place as u16)]).collect();
                    self.numbers(text, series, members, value);
                }
            }
            (DeValue::String(written), []) => self.number(text, series, &members, (written, value.span())),
            _ => self.not_numbers(text, series, &free, value),
        }
    }

    fn not_numbers(&mut self, text: &Text<'_>, series: QuantityId, free: &[SetId], value: &Value<'_>) {
        let sets = free.iter().map(|set| self.frame.set(*set));
        let wanted: Vec<String> = sets.map(|set| format!("per {} ({})", set.name, set.members.len())).collect();
        let says = if wanted.is_empty() {
            "schrijf één getal tussen aanhalingstekens, zoals \"11.45\"".to_string()
        } else {
            format!("hier horen getallen tussen aanhalingstekens, een {}", wanted.join(" en "))
        };
        let id = self.frame.quantity(series).id.clone();
        self.note(text, &id, value.span(), says);
    }

    fn number(
        &mut self,
        text: &Text<'_>,
        series: QuantityId,
        members: &[MemberAt],
        (written, span): (&str, Range<usize>),
    ) {
        let id = self.frame.quantity(series).id.clone();
        if written.is_empty() {
            return;
        }
        let times = self.series.get(&series).copied().unwrap_or(Decimal::ONE);
        let Some(number) = amount(written).and_then(|number| number.checked_mul(times)) else {
            let says = format!("`{written}` is geen getal: schrijf \"11.45\", of \"PM\", \"-\" of \"\"");
            return self.note(text, &id, span, says);
        };
        let cell = self.frame.cell(series, |set| place_of(members, set));
        // Indexing cannot fail: the series is of the frame, and has a place for each of its cells.
        let Rule::Given { numbers, .. } = &mut self.frame.quantities[series.index()].rule else { return };
        let taken = numbers[usize::from(cell.at)].replace(Given::Number(number));
        if taken.is_some() {
            self.note(text, &id, span, "hiervoor staat er al een waarde; laat er één staan");
        }
    }

    /// No measure works on the same part by way of two wholes: what it takes would count as one.
    fn no_part_twice(&mut self) {
        let mut twice = Vec::new();
        let mut seen: BTreeMap<(QuantityId, MemberAt, MemberAt), MemberAt> = BTreeMap::new();
        for waiting in &self.waiting {
            let Which::Members(members) = &waiting.of else { continue };
            let Some(measure) = members.iter().find(|(set, _)| Some(*set) == self.frame.acting) else { continue };
            for whole in members {
                for (_, part) in self.parts.iter().filter(|(own, _)| own == whole) {
                    let before = seen.insert((waiting.quantity, *measure, *part), *whole);
                    if let Some(before) = before.filter(|before| before != whole) {
                        twice.push((waiting.text, waiting.quantity, waiting.formula.span(), [before, *whole, *part]));
                    }
                }
            }
        }
        for (text, slot, span, members) in twice {
            // Indexing cannot fail: these are members of sets of the frame.
            let [one, other, part] = members.map(|(set, at)| &self.frame.set(set).members[usize::from(at)].id);
            let says = format!("`{part}` hoort bij `{one}` en bij `{other}`, en telt zo twee keer; vul er één in");
            let id = self.frame.quantity(slot).id.clone();
            self.note(text, &id, span, says);
        }
    }
}

/// A number as it is printed.
fn amount(written: &str) -> Option<Decimal> {
    if NO_AMOUNT.contains(&written) { Some(Decimal::ZERO) } else { Decimal::from_str_exact(written).ok() }
}

fn place_of(members: &[MemberAt], of: SetId) -> u16 {
    members.iter().find(|(set, _)| *set == of).map_or(0, |(_, place)| *place)
}
