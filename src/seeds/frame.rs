//! From the text of the seeds to what the calculation is made of.

use std::collections::{BTreeMap, BTreeSet};

use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::error::{Problem, SeedError};
use super::inputs;
use super::raw::File;
use super::section::{Reach, Says, Series, SetText, Slot, Step};
use super::text::{Text, Value, position, read};
use crate::language::near::meant;
use crate::language::scope::{Names, Scope};
use crate::language::unit::{OPEN_EUROS, Unit};
use crate::language::{self, Formula, Mistake, VERSION};
use crate::model::catalogue::{Catalogue, Measure};
use crate::model::cell::{Cell, QuantityId, SetId};
use crate::model::expression::{Choice, Expression};
use crate::model::frame::{Frame, Member, Quantity, Rule, Set, Shows};
use crate::model::id::{Leaf, MeasureId};
use crate::model::role::Role;
use crate::model::tell::{Piece, Sentence, Telling};

/// The frame of some texts, with what is told of each measure, by measure.
///
/// # Errors
/// Everything that is wrong with names, units and formulas.
pub fn frame(
    texts: &[Text<'_>],
    files: &[File],
    catalogue: &Catalogue,
) -> Result<(Frame, Vec<Vec<Telling>>), Vec<SeedError>> {
    let mut maker = Maker::of(texts, catalogue);
    maker.sets();
    maker.members();
    maker.inputs(files);
    maker.quantities();
    maker.results();
    maker.stop()?;
    maker.formulas();
    let told = maker.reach();
    maker.stop()?;
    Ok((maker.frame, told))
}

/// A formula that is still to be read: all names must be known first.
struct Waiting<'a> {
    text: &'a Text<'a>,
    quantity: QuantityId,
    formula: Spanned<String>,
    of: Which,
    /// What the blanks of its rule are filled with.
    blanks: BTreeMap<String, String>,
}

/// For which cells of a quantity a formula is.
enum Which {
    All,
    /// Of the first year.
    First,
    /// Of these members.
    Members(Vec<(SetId, u16)>),
    /// Of all cells that no other formula is for.
    Default,
}

struct Maker<'a> {
    texts: &'a [Text<'a>],
    catalogue: &'a Catalogue,
    frame: Frame,
    /// By quantity.
    units: Vec<Unit>,
    /// Quantities from where euros of one year become those of another.
    converts: BTreeSet<QuantityId>,
    waiting: Vec<Waiting<'a>>,
    /// By measure the price level of its open amounts.
    levels: BTreeMap<u16, String>,
    problems: Vec<SeedError>,
}

/// The entries of a section of all files, in order, with the file each stands in.
fn entries<'a>(texts: &'a [Text<'a>], section: &str) -> Vec<(&'a Text<'a>, &'a str, &'a Value<'a>)> {
    let of_text = |text: &'a Text<'a>| match text.sections.get(section).map(Spanned::get_ref) {
        Some(DeValue::Table(table)) => table.iter().map(|(key, value)| (text, key.get_ref().as_ref(), value)).collect(),
        _ => Vec::new(),
    };
    texts.iter().flat_map(of_text).collect()
}

impl<'a> Maker<'a> {
    fn of(texts: &'a [Text<'a>], catalogue: &'a Catalogue) -> Self {
        Self {
            texts,
            catalogue,
            frame: Frame::default(),
            units: Vec::new(),
            converts: BTreeSet::new(),
            waiting: Vec::new(),
            levels: BTreeMap::new(),
            problems: Vec::new(),
        }
    }

    /// Ends where something is wrong.
    fn stop(&mut self) -> Result<(), Vec<SeedError>> {
        if self.problems.is_empty() { Ok(()) } else { Err(std::mem::take(&mut self.problems)) }
    }

    /// Notes what is wrong at a place in a file.
    fn note(&mut self, text: &Text<'_>, id: &str, span: std::ops::Range<usize>, says: impl Into<String>) {
        self.problems.push(SeedError::at(text.name, id, position(text.text, span, "", 0), Problem::Text(says.into())));
    }

    fn kept<T>(&mut self, read: Result<T, SeedError>) -> Option<T> {
        read.map_err(|error| self.problems.push(error)).ok()
    }
}

/// A member of a set of numbers.
fn numbered(number: i32) -> Member {
    let text = number.to_string();
    Member { id: text.clone(), name: text, number: Some(Decimal::from(number)) }
}

/// Sets and their members.
impl<'a> Maker<'a> {
    fn sets(&mut self) {
        for text in self.texts {
            if let Some(version) = text.sections.get("language") {
                let known =
                    matches!(version.get_ref(), DeValue::Integer(number) if number.as_str() == VERSION.to_string());
                if !known {
                    let says = format!("deze versie van de taal kent de lezer niet; schrijf `language = {VERSION}`");
                    self.note(text, "language", version.span(), says);
                }
            }
        }
        for (text, id, value) in entries(self.texts, "set") {
            let Some(set) = self.kept(read::<SetText>(value, text, id)) else { continue };
            let at = SetId(self.frame.sets.len() as u8);
            if set.time {
                self.frame.time = Some(at);
            }
            if set.levers {
                self.frame.acting = Some(at);
            }
            let members = self.listed(&set);
            self.frame.sets.push(Set { id: id.to_string(), name: set.name, members });
        }
    }

    /// The members that a set lists itself, or that are the years or measures.
    fn listed(&self, set: &SetText) -> Vec<Member> {
        if set.time {
            return self.catalogue.horizon().years().map(|year| numbered(year.number())).collect();
        }
        if set.levers {
            let member =
                |measure: &Measure| Member { id: measure.number.to_string(), name: measure.name.clone(), number: None };
            return self.catalogue.measures().iter().map(member).collect();
        }
        let numbers = set.from.zip(set.through).map(|(from, through)| from..=through);
        let named = set.members.iter().map(|id| Member { id: id.clone(), name: id.clone(), number: None });
        numbers.into_iter().flatten().map(numbered).chain(named).collect()
    }

    /// The members that stand as sections of their own: `[line.pgb]`. First all of them, then what each says.
    fn members(&mut self) {
        let mut seen = BTreeSet::new();
        for text in self.texts {
            for (key, _) in text.sections.iter() {
                let name: &str = key.get_ref();
                let is_section = super::text::SECTIONS.contains(&name);
                if !is_section && self.set(name).is_none() {
                    let near = meant(name, self.frame.sets.iter().map(|set| set.id.as_str()));
                    self.note(text, name, key.span(), format!("`[{name}.…]`: `{name}` is geen verzameling{near}"));
                }
                seen.extend((!is_section).then_some(name));
            }
        }
        for (set, id, value) in self.sections_of(&seen) {
            let name = text_of(value, "name").unwrap_or(id).to_string();
            self.frame.sets[set.index()].members.push(Member { id: id.to_string(), name, number: None });
        }
        for (set, id, value) in self.sections_of(&seen) {
            if let Some(place) = self.member(set, id) {
                self.belongs((set, place), value);
            }
        }
    }

    fn sections_of(&self, names: &BTreeSet<&'a str>) -> Vec<(SetId, &'a str, &'a Value<'a>)> {
        let of_set = |name: &&'a str| self.set(name).map(|set| (set, *name));
        let sets = names.iter().filter_map(of_set);
        sets.flat_map(|(set, name)| entries(self.texts, name).into_iter().map(move |(_, id, value)| (set, id, value)))
            .collect()
    }

    /// To which members of other sets a member belongs: `kind = ["natura"]`.
    fn belongs(&mut self, own: (SetId, u16), value: &Value<'_>) {
        let DeValue::Table(table) = value.get_ref() else { return };
        for (key, wholes) in table.iter() {
            let Some(set) = self.set(key.get_ref()) else { continue };
            let wholes: Vec<String> = match wholes.get_ref() {
                DeValue::Array(ids) => ids.iter().filter_map(|id| id.get_ref().as_str()).map(str::to_string).collect(),
                DeValue::String(id) => vec![id.to_string()],
                _ => Vec::new(),
            };
            for id in wholes {
                if let Some(place) = self.member(set, &id) {
                    self.frame.related.insert((own, (set, place)));
                    self.frame.related.insert(((set, place), own));
                }
            }
        }
    }

    fn set(&self, name: &str) -> Option<SetId> {
        let at = self.frame.sets.iter().position(|set| set.id == name)?;
        u8::try_from(at).ok().map(SetId)
    }

    fn member(&self, set: SetId, id: &str) -> Option<u16> {
        let at = self.frame.set(set).members.iter().position(|member| member.id == id)?;
        u16::try_from(at).ok()
    }
}

/// Quantities.
impl<'a> Maker<'a> {
    /// Figures, levers and assumptions, and the series of them.
    fn inputs(&mut self, files: &[File]) {
        for (text, id, value) in entries(self.texts, "series") {
            let Some(series) = self.kept(read::<Series>(value, text, id)) else { continue };
            let per = self.per(&series.per, text, id, value);
            let unit = self.unit(&series.unit, text, id);
            let leaves = self.leaves(id, series.key.as_deref(), &per);
            self.declare(inputs::given(id.to_string(), per, leaves, false), unit);
        }
        for input in inputs::inputs(self.catalogue, files) {
            let unit = input.unit.unwrap_or(Unit::Any);
            // A figure of a series is read by its series.
            if self.frame.named(&input.id).is_none() {
                self.declare(inputs::given(input.id, Vec::new(), vec![Some(input.leaf)], input.in_percent), unit);
            }
        }
        for figure in self.catalogue.figures() {
            if let Some(formula) =
                figure.sum_of_others().and_then(|formula| inputs::rest(formula, &self.frame, self.catalogue))
                && let Some(rest) = self.frame.named(&figure.key)
            {
                // Indexing here and below cannot fail: names are of quantities of the frame.
                self.frame.quantities[rest.index()].rule = Rule::Calculated { formulas: vec![formula], of: vec![0] };
            }
        }
    }

    /// What each number of a series is, by its key.
    fn leaves(&self, id: &str, key: Option<&str>, per: &[SetId]) -> Vec<Option<Leaf>> {
        let size = per.iter().map(|set| self.frame.set(*set).members.len()).product();
        let places = (0..size).map(|at| {
            let mut rest = at;
            let mut key = key.unwrap_or(id).to_string();
            for set in per.iter().rev() {
                let set = self.frame.set(*set);
                key = key.replace(&format!("{{{}}}", set.id), &set.members[rest % set.members.len()].id);
                rest /= set.members.len();
            }
            self.catalogue.leaf(&key, at)
        });
        places.collect()
    }

    /// Slots and steps, with the formulas that are still to be read.
    fn quantities(&mut self) {
        for (text, id, value) in entries(self.texts, "slot") {
            let Some(slot) = self.kept(read::<Slot>(value, text, id)) else { continue };
            let per = self.per(&slot.per, text, id, value);
            let unit = self.unit(&slot.unit, text, id);
            let quantity = self.calculated(text, id, value, None, Shows::Index, per, unit);
            self.wait(text, quantity, slot.default, Which::Default);
        }
        for (text, id, value) in entries(self.texts, "step") {
            self.step(text, id, value);
        }
        for (_, text, table) in self.of_measures() {
            if let Some(DeValue::Table(steps)) = table.get("step").map(Spanned::get_ref) {
                steps.iter().for_each(|(id, value)| self.step(text, id.get_ref(), value));
            }
        }
        for text in self.texts {
            for (name, members) in text.sections.iter() {
                if let (Some(set), DeValue::Table(members)) = (self.set(name.get_ref()), members.get_ref()) {
                    members.iter().for_each(|(id, value)| self.member_fills(text, set, id.get_ref(), value));
                }
            }
        }
        for (measure, text, table) in self.of_measures() {
            if let (Some(set), Some(effect)) = (self.frame.acting, table.get("effect")) {
                let id = self.frame.set(set).members[measure.index()].name.clone();
                self.fills(text, (set, measure.index() as u16), &id, effect);
            }
        }
    }

    fn member_fills(&mut self, text: &'a Text<'a>, set: SetId, id: &'a str, value: &'a Value<'a>) {
        if let Some(place) = self.member(set, id) {
            self.fills(text, (set, place), id, value);
        }
    }

    /// The measures with what each file says of their calculation.
    fn of_measures(&self) -> Vec<(MeasureId, &'a Text<'a>, &'a DeTable<'a>)> {
        let tables = self.texts.iter().flat_map(|text| text.measures.iter().map(move |table| (text, table)));
        self.catalogue
            .measures()
            .iter()
            .zip(tables)
            .map(|(measure, (text, table))| (measure.measure, text, table))
            .collect()
    }

    fn step(&mut self, text: &'a Text<'a>, id: &str, value: &Value<'a>) {
        let Some(step) = self.kept(read::<Step>(value, text, id)) else { return };
        let per = self.per(&step.per, text, id, value);
        let unit = self.unit(&step.unit, text, id);
        let shows = shows(step.show, &step.unit);
        let quantity = self.calculated(text, id, value, step.label, shows, per, unit);
        if step.converts {
            self.converts.insert(quantity);
        }
        self.wait(text, quantity, step.first, Which::First);
        self.wait(text, quantity, Some(step.is), Which::All);
    }

    /// What a member fills in: slots, of which some hold a table with a formula for each member of another set.
    fn fills(&mut self, text: &'a Text<'a>, member: (SetId, u16), id: &str, value: &Value<'a>) {
        let DeValue::Table(table) = value.get_ref() else { return };
        let rule = table.get("rule").and_then(|rule| rule.get_ref().as_str());
        let (rule, blanks) = rule.map_or((None, BTreeMap::new()), |name| self.rule(text, id, name, value));
        for (slot, formula) in rule.into_iter().flat_map(DeTable::iter).filter(|(slot, _)| slot.get_ref() != "needs") {
            self.form(text, slot.get_ref(), slot.span(), vec![member], formula, &blanks);
        }
        for (slot, formula) in table.iter() {
            let name: &str = slot.get_ref();
            let is_own = ["name", "rule"].contains(&name) || self.set(name).is_some() || blanks.contains_key(name);
            if !is_own {
                self.form(text, name, slot.span(), vec![member], formula, &BTreeMap::new());
            }
        }
    }

    /// A rule with what a member fills its blanks with.
    fn rule(
        &mut self,
        text: &'a Text<'a>,
        id: &str,
        name: &str,
        value: &Value<'a>,
    ) -> (Option<&'a DeTable<'a>>, BTreeMap<String, String>) {
        let rules = entries(self.texts, "rule");
        let found = rules.iter().find(|(_, known, _)| *known == name).map(|(.., rule)| rule.get_ref());
        let Some(DeValue::Table(rule)) = found else {
            let near = meant(name, rules.iter().map(|(_, known, _)| *known));
            self.note(text, id, value.span(), format!("regel `{name}` bestaat niet{near}"));
            return (None, BTreeMap::new());
        };
        let mut blanks = BTreeMap::new();
        if let Some(DeValue::Array(needs)) = rule.get("needs").map(Spanned::get_ref) {
            for need in needs.iter().filter_map(|need| need.get_ref().as_str()) {
                match text_of(value, need) {
                    Some(with) => drop(blanks.insert(need.to_string(), with.to_string())),
                    None => self.note(text, id, value.span(), format!("regel `{name}` vraagt `{need}`; vul het in")),
                }
            }
        }
        (Some(rule), blanks)
    }

    /// A formula for the cells of some members; a table holds one for each member of another set.
    fn form(
        &mut self,
        text: &'a Text<'a>,
        slot: &str,
        span: std::ops::Range<usize>,
        members: Vec<(SetId, u16)>,
        value: &Value<'a>,
        blanks: &BTreeMap<String, String>,
    ) {
        let Some(quantity) = self.frame.named(slot).filter(|quantity| self.is_slot(*quantity)) else {
            let known: Vec<&str> = entries(self.texts, "slot").into_iter().map(|(_, id, _)| id).collect();
            let says = format!("`{slot}` kan hier niet worden ingevuld{}", meant(slot, known));
            return self.note(text, slot, span, says);
        };
        if let DeValue::Table(table) = value.get_ref() {
            for (id, value) in table.iter() {
                let per = self.frame.quantity(quantity).per.clone();
                let free = per.iter().filter(|set| members.iter().all(|(taken, _)| taken != *set));
                match free.clone().find_map(|set| self.member(*set, id.get_ref()).map(|place| (*set, place))) {
                    Some(member) => {
                        let members = members.iter().copied().chain([member]).collect();
                        self.form(text, slot, id.span(), members, value, blanks);
                    }
                    None => {
                        let known = free.flat_map(|set| &self.frame.set(*set).members).map(|member| member.id.as_str());
                        let says = format!("`{}` hoort niet bij `{slot}`{}", id.get_ref(), meant(id.get_ref(), known));
                        self.note(text, slot, id.span(), says);
                    }
                }
            }
            return;
        }
        if let Some(formula) = self.kept(read::<Spanned<String>>(value, text, slot)) {
            let blanks = blanks.clone();
            self.waiting.push(Waiting { text, quantity, formula, of: Which::Members(members), blanks });
        }
    }

    fn is_slot(&self, quantity: QuantityId) -> bool {
        let id = &self.frame.quantity(quantity).id;
        entries(self.texts, "slot").iter().any(|(_, slot, _)| slot == id)
    }

    /// A quantity with formulas that are still to be read.
    #[allow(clippy::too_many_arguments)]
    fn calculated(
        &mut self,
        text: &Text<'_>,
        id: &str,
        value: &Value<'_>,
        label: Option<String>,
        shows: Shows,
        per: Vec<SetId>,
        unit: Unit,
    ) -> QuantityId {
        if self.frame.named(id).is_some() {
            self.note(text, id, value.span(), "deze naam staat er twee keer; geef er één een andere");
        }
        let size = per.iter().map(|set| self.frame.set(*set).members.len()).product();
        let rule = Rule::Calculated { formulas: Vec::new(), of: vec![MISSING; size] };
        self.declare(Quantity { id: id.to_string(), per, label, shows, rule }, unit)
    }

    fn declare(&mut self, quantity: Quantity, unit: Unit) -> QuantityId {
        self.frame.quantities.push(quantity);
        self.units.push(unit);
        QuantityId(self.frame.quantities.len() as u16 - 1)
    }

    fn wait(&mut self, text: &'a Text<'a>, quantity: QuantityId, formula: Option<Spanned<String>>, of: Which) {
        let waiting = formula.map(|formula| Waiting { text, quantity, formula, of, blanks: BTreeMap::new() });
        self.waiting.extend(waiting);
    }

    fn per(&mut self, per: &super::section::Per, text: &Text<'_>, id: &str, value: &Value<'_>) -> Vec<SetId> {
        let mut sets = Vec::new();
        for name in per.names() {
            match self.set(name) {
                Some(set) => sets.push(set),
                None => {
                    let near = meant(name, self.frame.sets.iter().map(|set| set.id.as_str()));
                    self.note(text, id, value.span(), format!("`{name}` is geen verzameling{near}"));
                }
            }
        }
        sets
    }

    fn unit(&mut self, unit: &Spanned<String>, text: &Text<'_>, id: &str) -> Unit {
        Unit::parse(unit.get_ref()).unwrap_or_else(|| {
            let says = "een eenheid is een rij namen met `/` of `*` ertussen, zoals `EUR/fte`; een kaal getal is `1`";
            self.note(text, id, unit.span(), says);
            Unit::Any
        })
    }

    fn results(&mut self) {
        let entries = entries(self.texts, "results");
        for role in Role::all() {
            let found = entries.iter().find(|(_, name, _)| *name == role.name());
            let quantity = found.and_then(|(.., value)| value.get_ref().as_str()).and_then(|id| self.frame.named(id));
            match quantity {
                Some(quantity) => self.frame.results.push(quantity),
                None => {
                    let problem = Problem::Text("zeg onder [results] welke grootheid dit is".to_string());
                    self.problems.push(SeedError::new("frame.toml", role.name(), problem));
                }
            }
        }
    }
}

/// What stands where a cell has no formula yet.
const MISSING: u16 = u16::MAX;

fn text_of<'v>(value: &'v Value<'_>, key: &str) -> Option<&'v str> {
    let DeValue::Table(table) = value.get_ref() else { return None };
    table.get(key)?.get_ref().as_str()
}

/// How the numbers of a step are written.
fn shows(show: Option<super::section::Show>, unit: &Spanned<String>) -> Shows {
    match (show, unit.get_ref().as_str()) {
        (Some(super::section::Show::Share), _) => Shows::Share,
        (Some(super::section::Show::Count), _) => Shows::Count,
        (None, "1") => Shows::Index,
        (None, "fte") => Shows::Fte,
        (None, unit) if unit.starts_with("EUR") => Shows::Money,
        (None, _) => Shows::Count,
    }
}

/// Formulas.
impl<'a> Maker<'a> {
    /// Reads all formulas, now that every name is known.
    fn formulas(&mut self) {
        let mut all = std::mem::take(&mut self.waiting);
        // What is for all other cells comes after what is for some.
        all.sort_by_key(|waiting| matches!(waiting.of, Which::All | Which::Default));
        for waiting in all {
            let at_hand = self.frame.quantity(waiting.quantity).per.clone();
            let read = self.reading(&waiting.blanks, at_hand, |scope| language::read(waiting.formula.get_ref(), scope));
            match read {
                Ok(formula) => self.keep(&waiting, formula),
                Err(mistakes) => self.mistakes(waiting.text, waiting.quantity, &waiting.formula, mistakes),
            }
        }
        for quantity in 0..self.frame.quantities.len() as u16 {
            self.complete(QuantityId(quantity));
        }
    }

    /// Reads with everything there is to name.
    fn reading<T>(
        &self,
        blanks: &BTreeMap<String, String>,
        at_hand: Vec<SetId>,
        read: impl FnOnce(&Scope<'_>) -> T,
    ) -> T {
        let named = self.frame.quantities.iter().enumerate().filter(|(_, quantity)| !quantity.id.is_empty());
        let quantities = named.map(|(at, quantity)| (quantity.id.as_str(), QuantityId(at as u16))).collect();
        let is_lever = |quantity: QuantityId| match &self.frame.quantity(quantity).rule {
            Rule::Given { leaves, .. } => leaves.iter().flatten().any(|leaf| leaf.neutral().is_some()),
            Rule::Calculated { .. } => false,
        };
        let names = Names { frame: &self.frame, quantities, units: &self.units, is_lever: &is_lever };
        read(&Scope { names: &names, at_hand, blanks })
    }

    fn mistakes(&mut self, text: &Text<'_>, quantity: QuantityId, formula: &Spanned<String>, mistakes: Vec<Mistake>) {
        let id = self.frame.quantity(quantity).id.clone();
        for mistake in mistakes {
            let place = position(text.text, formula.span(), formula.get_ref(), mistake.at);
            self.problems.push(SeedError::at(text.name, &id, place, Problem::Text(mistake.says)));
        }
    }

    fn keep(&mut self, waiting: &Waiting<'_>, formula: Formula) {
        if let Err(says) = self.check_unit(waiting, &formula) {
            self.mistakes(waiting.text, waiting.quantity, &waiting.formula, vec![Mistake { at: 0, says }]);
        }
        let cells = self.cells(waiting);
        // Indexing cannot fail: the quantity is of the frame.
        let Rule::Calculated { formulas, of } = &mut self.frame.quantities[waiting.quantity.index()].rule else {
            return;
        };
        let place = formulas.len() as u16;
        formulas.push(formula.expression);
        let mut taken = false;
        for cell in cells {
            // Cannot fail: there is a place for every cell.
            let own = &mut of[usize::from(cell.at)];
            match waiting.of {
                Which::Members(_) if *own != MISSING => taken = true,
                Which::Members(_) | Which::First => *own = place,
                Which::All | Which::Default if *own == MISSING => *own = place,
                Which::All | Which::Default => {}
            }
        }
        if taken {
            let says = "hiervoor staat er al een formule; laat er één staan".to_string();
            self.mistakes(waiting.text, waiting.quantity, &waiting.formula, vec![Mistake { at: 0, says }]);
        }
    }

    fn cells(&self, waiting: &Waiting<'_>) -> Vec<Cell> {
        let frame = &self.frame;
        let is_of = |cell: &Cell| {
            let mut members = frame.members(*cell);
            match &waiting.of {
                Which::All | Which::Default => true,
                Which::First => members.any(|(set, place)| Some(set) == frame.time && place == 0),
                Which::Members(wanted) => members.filter(|member| wanted.contains(member)).count() == wanted.len(),
            }
        };
        frame.cells(waiting.quantity).filter(is_of).collect()
    }

    /// Whether a formula gives what its quantity is measured in.
    fn check_unit(&mut self, waiting: &Waiting<'_>, formula: &Formula) -> Result<(), String> {
        // Indexing cannot fail: there is a unit for every quantity.
        let declared = self.units[waiting.quantity.index()].clone();
        if self.converts.contains(&waiting.quantity) {
            return Ok(());
        }
        let declared = self.at_level(waiting, &declared, &formula.unit)?;
        if formula.unit.with(&declared).as_ref() == Some(&declared) {
            return Ok(());
        }
        Err(format!("de formule komt uit op `{}`, en hier hoort `{declared}`", formula.unit))
    }

    /// A declared unit with the price level of the amounts of its measure: all of one measure have the same.
    fn at_level(&mut self, waiting: &Waiting<'_>, declared: &Unit, found: &Unit) -> Result<Unit, String> {
        let Which::Members(members) = &waiting.of else { return Ok(declared.clone()) };
        let measure = members.iter().find(|(set, _)| Some(*set) == self.frame.acting).map(|(_, place)| *place);
        let open = declared.euros().any(|euros| euros == OPEN_EUROS);
        let level = found.euros().find(|euros| *euros != "EUR" && *euros != OPEN_EUROS);
        match (measure, level) {
            (Some(measure), Some(level)) if open => {
                let known = self.levels.entry(measure).or_insert_with(|| level.to_string());
                if known == level {
                    Ok(declared.at_prices(level))
                } else {
                    Err(format!(
                        "deze maatregel rekent elders in `{known}` en hier in `{level}`; reken een van de twee om"
                    ))
                }
            }
            _ => Ok(declared.clone()),
        }
    }

    /// Every cell has a formula.
    fn complete(&mut self, quantity: QuantityId) {
        let of = self.frame.quantity(quantity);
        let Rule::Calculated { of: formulas, .. } = &of.rule else { return };
        let missing = self.frame.cells(quantity).find(|cell| formulas[usize::from(cell.at)] == MISSING);
        if let Some(cell) = missing {
            let problem = Problem::Text(format!("hiervoor staat er geen formule: {}", members_of(cell, &self.frame)));
            self.problems.push(SeedError::new("", &of.id, problem));
        }
    }

    /// What is told of whom each measure reaches, by measure.
    fn reach(&mut self) -> Vec<Vec<Telling>> {
        self.of_measures().into_iter().map(|(_, text, table)| self.tellings(text, table)).collect()
    }

    fn tellings(&mut self, text: &'a Text<'a>, table: &'a DeTable<'a>) -> Vec<Telling> {
        let Some(DeValue::Array(entries)) = table.get("reach").map(Spanned::get_ref) else { return Vec::new() };
        let mut told = Vec::new();
        for value in entries.iter() {
            let Some(reach) = self.kept(read::<Reach>(value, text, "reach")) else { continue };
            let says = reach.says.iter().map(|says| self.sentence(text, says)).collect();
            told.push(Telling { says, is_known: reach.known });
        }
        told
    }

    fn sentence(&mut self, text: &'a Text<'a>, says: &Says) -> Sentence {
        let when = says.when.as_ref().map(|when| self.condition(text, when));
        Sentence { when, text: self.pieces(text, &says.text) }
    }

    /// A number that is above 0 where a condition holds.
    fn condition(&mut self, text: &'a Text<'a>, when: &Spanned<String>) -> Cell {
        let rule = Rule::Calculated { formulas: Vec::new(), of: vec![0] };
        let none = Quantity { id: String::new(), per: Vec::new(), label: None, shows: Shows::Count, rule };
        let quantity = self.declare(none, Unit::bare());
        let read = self.reading(&BTreeMap::new(), Vec::new(), |scope| language::test(when.get_ref(), scope));
        match read {
            Ok(test) => {
                let [then, otherwise] = [Decimal::ONE, Decimal::ZERO].map(Expression::Number);
                let formulas = vec![Expression::Chosen(Box::new(Choice { test, then, otherwise }))];
                // Indexing cannot fail: it was declared just now.
                self.frame.quantities[quantity.index()].rule = Rule::Calculated { formulas, of: vec![0] };
            }
            Err(mistakes) => self.mistakes(text, quantity, when, mistakes),
        }
        Cell { quantity, at: 0 }
    }

    /// A sentence with its numbers, each by its name between braces.
    fn pieces(&mut self, text: &Text<'_>, sentence: &Spanned<String>) -> Vec<Piece> {
        let mut pieces = Vec::new();
        let mut rest = sentence.get_ref().as_str();
        while let Some((before, (name, after))) =
            rest.split_once('{').and_then(|(before, rest)| Some((before, rest.split_once('}')?)))
        {
            pieces.push(Piece::Text(before.to_string()));
            let found = self.frame.named(name).filter(|quantity| self.frame.quantity(*quantity).per.is_empty());
            match found {
                Some(quantity) => pieces.push(Piece::Number(Cell { quantity, at: 0 })),
                None => {
                    let single = self.frame.quantities.iter().filter(|quantity| quantity.per.is_empty());
                    let near = meant(name, single.map(|quantity| quantity.id.as_str()));
                    let says = format!("`{{{name}}}` is geen getal zonder jaar of regel{near}");
                    self.note(text, name, sentence.span(), says);
                }
            }
            rest = after;
        }
        pieces.push(Piece::Text(rest.to_string()));
        pieces
    }
}

/// Of which members a cell is, for a reader of the seeds.
pub fn members_of(cell: Cell, frame: &Frame) -> String {
    let member = |(set, place): (SetId, u16)| {
        let set = frame.set(set);
        // Indexing cannot fail: members of a cell are members of its sets.
        format!("{} {}", set.name, set.members[usize::from(place)].id)
    };
    let mut members: Vec<String> = frame.members(cell).map(member).collect();
    members.reverse();
    members.join(", ")
}
