//! The frame in the making.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::DeValue;

use super::super::error::{Problem, SeedError};
use super::super::read::Value;
use super::super::text::{Place, Text};
use crate::language::Mistake;
use crate::language::near::meant;
use crate::language::scope::{Names, Scope};
use crate::language::unit::Unit;
use crate::model::catalogue::Catalogue;
use crate::model::cell::{Cell, QuantityId, SetId};
pub use crate::model::frame::MemberAt;
use crate::model::frame::{Frame, Given, Quantity, Rule, Shows};

/// What stands where a cell has no formula yet.
pub const MISSING: u16 = u16::MAX;

/// A formula that is still to be read: all names must be known first.
pub struct Waiting<'a> {
    /// Where it stands.
    pub text: &'a Text<'a>,
    /// Of what it is.
    pub quantity: QuantityId,
    /// As it is written.
    pub formula: Spanned<String>,
    /// For which cells.
    pub of: Which,
    /// What the blanks of its rule are filled with.
    pub blanks: BTreeMap<String, String>,
}

/// For which cells of a quantity a formula is.
pub enum Which {
    /// For all.
    All,
    /// For those of the first year.
    First,
    /// For those of these members.
    Members(Vec<MemberAt>),
    /// For all that no other formula is for.
    Default,
}

/// What must be equal in every plan.
pub struct Check {
    /// What it is called.
    pub id: String,
    /// Where it stands.
    pub place: Place,
    /// The one side.
    pub is: QuantityId,
    /// The other side, for the same sets.
    pub equals: QuantityId,
}

/// The price level of the amounts of a measure, with the formula that said so.
pub struct Level {
    /// Such as `EUR2019`.
    pub euros: String,
    /// What that formula fills in.
    pub slot: String,
    /// Where it stands.
    pub place: Place,
}

/// The frame in the making.
pub struct Maker<'a> {
    /// What is read.
    pub texts: &'a [Text<'a>],
    /// The figures and settings.
    pub catalogue: &'a Catalogue,
    /// As far as it is made.
    pub frame: Frame,
    /// By quantity.
    pub units: Vec<Unit>,
    /// By quantity where it stands; nowhere where it has no text of its own.
    pub places: Vec<Option<Place>>,
    /// Where each formula of a quantity stands, in the order of its rule.
    pub formulas: BTreeMap<QuantityId, Vec<Place>>,
    /// Quantities from where euros of one year become those of another.
    pub converts: BTreeSet<QuantityId>,
    /// The series, with what their written numbers are multiplied by.
    pub series: BTreeMap<QuantityId, Decimal>,
    /// The set whose members are the levers.
    pub knobs: Option<SetId>,
    /// Where the members stand that have a section of their own.
    pub sections: BTreeMap<MemberAt, Place>,
    /// Which member is a part of which: the part says so.
    pub parts: BTreeSet<(MemberAt, MemberAt)>,
    /// The formulas to read.
    pub waiting: Vec<Waiting<'a>>,
    /// By measure the price level of its open amounts.
    pub levels: BTreeMap<u16, Level>,
    /// What must be equal.
    pub checks: Vec<Check>,
    /// What is wrong.
    pub problems: Vec<SeedError>,
}

/// The entries of a section of all files, in order, with the file each stands in.
pub fn entries<'a>(texts: &'a [Text<'a>], section: &str) -> Vec<(&'a Text<'a>, &'a str, &'a Value<'a>)> {
    let of_text = |text: &'a Text<'a>| match text.sections.get(section).map(Spanned::get_ref) {
        Some(DeValue::Table(table)) => table.iter().map(|(key, value)| (text, key.get_ref().as_ref(), value)).collect(),
        _ => Vec::new(),
    };
    texts.iter().flat_map(of_text).collect()
}

/// The text under a key of a table.
pub fn text_of<'v>(value: &'v Value<'_>, key: &str) -> Option<&'v str> {
    let DeValue::Table(table) = value.get_ref() else { return None };
    table.get(key)?.get_ref().as_str()
}

impl<'a> Maker<'a> {
    /// Nothing is made yet.
    pub fn of(texts: &'a [Text<'a>], catalogue: &'a Catalogue) -> Self {
        Self {
            texts,
            catalogue,
            frame: Frame::default(),
            units: Vec::new(),
            places: Vec::new(),
            formulas: BTreeMap::new(),
            converts: BTreeSet::new(),
            series: BTreeMap::new(),
            knobs: None,
            sections: BTreeMap::new(),
            parts: BTreeSet::new(),
            waiting: Vec::new(),
            levels: BTreeMap::new(),
            checks: Vec::new(),
            problems: Vec::new(),
        }
    }

    /// Notes what is wrong at a place in a file.
    pub fn note(&mut self, text: &Text<'_>, id: &str, span: Range<usize>, says: impl Into<String>) {
        self.note_at(&text.place(span), id, says);
    }

    /// Notes what is wrong at a place.
    pub fn note_at(&mut self, place: &Place, id: &str, says: impl Into<String>) {
        self.problems.push(SeedError::at(&place.file, id, place.at, Problem::Text(says.into())));
    }

    /// The set with this name.
    pub fn set(&self, name: &str) -> Option<SetId> {
        let at = self.frame.sets.iter().position(|set| set.id == name)?;
        u8::try_from(at).ok().map(SetId)
    }

    /// The sets that may be meant by a name that is none.
    pub fn near_set(&self, name: &str) -> String {
        meant(name, self.frame.sets.iter().map(|set| set.id.as_str()))
    }

    /// The place of a member in its set.
    pub fn member(&self, set: SetId, id: &str) -> Option<u16> {
        let at = self.frame.set(set).members.iter().position(|member| member.id == id)?;
        u16::try_from(at).ok()
    }

    /// Adds a quantity.
    pub fn declare(&mut self, quantity: Quantity, unit: Unit, place: Option<Place>) -> QuantityId {
        self.frame.quantities.push(quantity);
        self.units.push(unit);
        self.places.push(place);
        QuantityId(self.frame.quantities.len() as u16 - 1)
    }

    /// Adds what has no name: its formulas belong to a sentence or check.
    pub fn hidden(&mut self, per: Vec<SetId>, unit: Unit, place: Place) -> QuantityId {
        let rule = Rule::Calculated { formulas: Vec::new(), of: vec![0; self.size(&per)] };
        self.declare(
            Quantity { id: String::new(), per, label: None, brief: None, row: None, shows: Shows::Count, rule },
            unit,
            Some(place),
        )
    }

    /// How many cells there are for some sets.
    pub fn size(&self, per: &[SetId]) -> usize {
        per.iter().map(|set| self.frame.set(*set).members.len()).product()
    }

    /// Reads with everything there is to name.
    pub fn reading<T>(
        &self,
        blanks: &BTreeMap<String, String>,
        at_hand: Vec<SetId>,
        read: impl FnOnce(&Scope<'_>) -> T,
    ) -> T {
        let named = self.frame.quantities.iter().enumerate().filter(|(_, quantity)| !quantity.id.is_empty());
        let quantities = named.map(|(at, quantity)| (quantity.id.as_str(), QuantityId(at as u16))).collect();
        let is_lever = |quantity: QuantityId| match &self.frame.quantity(quantity).rule {
            Rule::Given { numbers, .. } => {
                numbers.iter().flatten().any(|number| matches!(number, Given::Leaf(leaf) if leaf.neutral().is_some()))
            }
            Rule::Calculated { .. } => false,
        };
        let names = Names { frame: &self.frame, quantities, units: &self.units, is_lever: &is_lever };
        read(&Scope { names: &names, at_hand, blanks })
    }

    /// Notes what is wrong within a formula.
    pub fn mistakes(&mut self, text: &Text<'_>, id: &str, formula: &Spanned<String>, mistakes: Vec<Mistake>) {
        for mistake in mistakes {
            self.note_at(&text.within(formula, mistake.at), id, mistake.says);
        }
    }
}

/// Of which members a cell is, for a reader of the seeds.
pub fn members_of(cell: Cell, frame: &Frame) -> String {
    let member = |(set, place): MemberAt| {
        let set = frame.set(set);
        // Indexing cannot fail: members of a cell are members of its sets.
        format!("{} {}", set.name, set.members[usize::from(place)].id)
    };
    let mut members: Vec<String> = frame.members(cell).map(member).collect();
    members.reverse();
    members.join(", ")
}
