//! What the calculation is made of: sets and quantities. All of it is data.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;
use serde::{Deserialize, Serialize};

use super::cell::{Cell, QuantityId, SetId};
use super::expression::{Earlier, Expression, Fold, Read, Within};
use super::id::Leaf;
use super::ordered::Ordered;
use super::projection::Detail;
use super::role::{OfPayer, Role};
use super::sheet::Sheet;
use super::tell::Telling;

/// A list over which quantities have a value for each member.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Set {
    /// Its id in the text.
    pub id: String,
    /// What a member is called, in Dutch: "jaar".
    pub name: String,
    /// In order.
    pub members: Vec<Member>,
}

/// A member of a set.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Member {
    /// Its id in the text.
    pub id: String,
    /// What it is called, in Dutch.
    pub name: String,
    /// What it is as a number, where the set is one of numbers.
    pub number: Option<Decimal>,
}

/// A member by its set and its place in that.
pub type MemberAt = (SetId, u16);

/// A named number, or one for each member of some sets.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Quantity {
    /// Its id in the text.
    pub id: String,
    /// The sets it has a value per.
    pub per: Vec<SetId>,
    /// What readers see; one without is told inside what reads it.
    pub label: Option<String>,
    /// The same behind its number in a sum, where it has such a name.
    pub brief: Option<String>,
    /// What a workbook calls it where readers of the page see it inside what reads it.
    pub row: Option<String>,
    /// How its numbers are written.
    pub shows: Shows,
    /// Where its numbers come from.
    pub rule: Rule,
}

/// How a number is to be written: the view decides the digits.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Shows {
    /// Euros.
    Money,
    /// A fraction that reads best as a percentage.
    Share,
    /// An index, with the digits that tell.
    Index,
    /// A count of people or hours.
    Count,
    /// Yes (1) or no (0).
    Switch,
    /// Full-time positions.
    Fte,
}

/// The member at hand of each set, by its place.
#[derive(Clone, Copy, Debug)]
pub enum Members<'m> {
    /// Those that a cell is of; of a set that it is not per, the first.
    OfCell(&'m Frame, Cell),
    /// Those, with another member of a set at hand.
    With(&'m Members<'m>, SetId, u16),
}

impl Members<'_> {
    /// That of a set.
    pub fn of(&self, set: SetId) -> u16 {
        match *self {
            Self::OfCell(frame, cell) => {
                frame.members(cell).find(|(own, _)| *own == set).map_or(0, |(_, member)| member)
            }
            Self::With(_, own, member) if own == set => member,
            Self::With(others, ..) => others.of(set),
        }
    }

    /// The same with another member of a set at hand.
    pub fn with(&self, set: SetId, member: u16) -> Members<'_> {
        Members::With(self, set, member)
    }
}

/// A number that is given.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Given {
    /// A figure or setting.
    Leaf(Leaf),
    /// One that stands in the text of the frame itself.
    Number(Decimal),
}

/// Where the numbers of a quantity come from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Rule {
    /// Figures and settings.
    Given {
        /// By cell; none where nothing is given.
        numbers: Vec<Option<Given>>,
        /// Whether they are percentages: formulas read them as fractions.
        in_percent: bool,
        /// The id of each, with the name of a set between braces for its member; nothing where it is that of the quantity.
        key: String,
    },
    /// Formulas.
    Calculated {
        /// The different ones.
        formulas: Vec<Expression>,
        /// By cell the place of its formula.
        of: Vec<u16>,
    },
}

/// What the calculation is made of.
///
/// Invariant: complete and without circles; [`crate::seeds`] is the only maker.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Frame {
    /// The sets.
    pub sets: Vec<Set>,
    /// The quantities.
    pub quantities: Vec<Quantity>,
    /// Which members belong together, each pair both ways round.
    pub related: Ordered<(MemberAt, MemberAt), ()>,
    /// The members that only count while a number, 1 or 0, is above 0.
    pub scopes: Ordered<MemberAt, QuantityId>,
    /// What is to be noted where it holds.
    pub notes: Vec<Telling>,
    /// What keeps an edit from being taken where it holds.
    pub refusals: Vec<Telling>,
    /// The set that goes by time.
    pub time: Option<SetId>,
    /// The set whose members have levers.
    pub acting: Option<SetId>,
    /// The quantity of each role, in the order of [`Role::all`].
    pub results: Vec<QuantityId>,
    /// The quantity of each detail, in the order of [`Detail::ALL`]; none where the edition has none.
    pub details: Vec<Option<QuantityId>>,
    /// The quantity of each result of payers, in the order of [`OfPayer::ALL`]; none where the edition has none.
    ///
    /// [`OfPayer::ALL`]: super::role::OfPayer::ALL
    pub of_payers: Vec<Option<QuantityId>>,
    /// By measure, as its place, what is to be noted where it is told about: places among the notes.
    pub notes_of: Vec<(u16, u16)>,
    /// What counts as the effect and cost of a measure where it is asked what they rest on; nothing where that is all that its
    /// results are calculated from.
    pub basis: Vec<QuantityId>,
    /// What the costs of a year are made up of where a wider scope is calculated, for tables: one for each year.
    pub cost_rows: Vec<QuantityId>,
}

// Indexing here cannot fail: ids are only handed out for what the frame holds.
impl Frame {
    /// The set with this id.
    pub fn set(&self, id: SetId) -> &Set {
        &self.sets[id.index()]
    }

    /// The quantity with this id.
    pub fn quantity(&self, id: QuantityId) -> &Quantity {
        &self.quantities[id.index()]
    }

    /// The quantity with this name.
    pub fn named(&self, name: &str) -> Option<QuantityId> {
        let at = self.quantities.iter().position(|quantity| quantity.id == name)?;
        u16::try_from(at).ok().map(QuantityId)
    }

    /// The quantity of a role.
    pub fn result(&self, role: Role) -> QuantityId {
        // Cannot fail: every role has a quantity.
        self.results[role.place()]
    }

    /// The cell of a role: of a year and, where there is one for each, of a measure or line, by their places.
    pub fn result_of(&self, role: Role, year: usize, member: usize) -> Cell {
        self.cell_of(self.result(role), year, member)
    }

    /// The cell of a detail of a year, by its place; none where the edition has none.
    pub fn detail_of(&self, detail: Detail, year: usize) -> Option<Cell> {
        let quantity = self.details.get(detail as usize).copied().flatten();
        quantity.map(|quantity| self.cell_of(quantity, year, 0))
    }

    /// The quantity of a result of payers; none where the edition has none.
    pub fn of_payer(&self, result: OfPayer) -> Option<QuantityId> {
        self.of_payers.get(result as usize).copied().flatten()
    }

    /// The cell of a quantity in a year, by its place, that has one for each year.
    pub fn yearly(&self, quantity: QuantityId, year: usize) -> Cell {
        self.cell_of(quantity, year, 0)
    }

    fn cell_of(&self, quantity: QuantityId, year: usize, member: usize) -> Cell {
        let place = |set: SetId| if self.time == Some(set) { year } else { member };
        self.cell(quantity, |set| place(set) as u16)
    }

    /// The cells that count as the effect and cost of the measure at a place.
    pub fn basis_of(&self, measure: u16) -> impl Iterator<Item = Cell> + '_ {
        let cells = self.basis.iter().flat_map(|quantity| self.cells(*quantity));
        cells.filter(move |cell| self.measure_of(*cell) == Some(measure))
    }

    /// The quantities, in the order of the text.
    pub fn ids(&self) -> impl Iterator<Item = QuantityId> + use<> {
        (0..self.quantities.len() as u16).map(QuantityId)
    }

    /// How many numbers a quantity has.
    pub fn size(&self, quantity: QuantityId) -> usize {
        self.quantity(quantity).per.iter().map(|set| self.set(*set).members.len()).product()
    }

    /// The cell of a quantity for one member of each of its sets, by their places.
    pub fn cell(&self, quantity: QuantityId, members: impl Fn(SetId) -> u16) -> Cell {
        self.cell_at(quantity, |_, set| members(set))
    }

    /// The same, by the place of each set among those of the quantity too.
    fn cell_at(&self, quantity: QuantityId, members: impl Fn(usize, SetId) -> u16) -> Cell {
        let size = |set: SetId| self.set(set).members.len() as u16;
        let sets = self.quantity(quantity).per.iter().copied().enumerate();
        Cell { quantity, at: sets.fold(0, |at, (place, set)| at * size(set) + members(place, set)) }
    }

    /// The member of each set that a cell is of, by its place.
    pub fn members(&self, cell: Cell) -> impl Iterator<Item = (SetId, u16)> + '_ {
        let mut rest = cell.at;
        self.quantity(cell.quantity).per.iter().rev().map(move |set| {
            let size = self.set(*set).members.len() as u16;
            let member = rest % size;
            rest /= size;
            (*set, member)
        })
    }

    /// The formula of a cell, with the members at hand in it; none where it is given.
    pub fn formula_of(&self, cell: Cell) -> Option<(&Expression, Members<'_>)> {
        let Rule::Calculated { formulas, of } = &self.quantity(cell.quantity).rule else { return None };
        Some((&formulas[usize::from(of[usize::from(cell.at)])], Members::OfCell(self, cell)))
    }

    fn given(&self, cell: Cell) -> Option<&Given> {
        match &self.quantity(cell.quantity).rule {
            Rule::Given { numbers, .. } => numbers[usize::from(cell.at)].as_ref(),
            Rule::Calculated { .. } => None,
        }
    }

    /// The figure or setting that is given for a cell; none where there is none.
    pub fn leaf(&self, cell: Cell) -> Option<Leaf> {
        match self.given(cell)? {
            Given::Leaf(leaf) => Some(*leaf),
            Given::Number(_) => None,
        }
    }

    /// The number that stands in the text of the frame for a cell; none where there is none.
    pub fn known(&self, cell: Cell) -> Option<Decimal> {
        match self.given(cell)? {
            Given::Leaf(_) => None,
            Given::Number(number) => Some(*number),
        }
    }

    /// The id of each number of a quantity that is given, with sets between braces; nothing where it is calculated.
    pub fn key(&self, quantity: QuantityId) -> &str {
        match &self.quantity(quantity).rule {
            Rule::Given { key, .. } if key.is_empty() => &self.quantity(quantity).id,
            Rule::Given { key, .. } => key,
            Rule::Calculated { .. } => "",
        }
    }

    /// Whether the numbers of a quantity are given as percentages.
    pub fn is_percentage(&self, quantity: QuantityId) -> bool {
        matches!(self.quantity(quantity).rule, Rule::Given { in_percent: true, .. })
    }

    /// Which cell a formula reads.
    pub fn cell_read(&self, read: &Read, members: &Members) -> Cell {
        let named = |place: usize| read.at.get(place).copied().flatten();
        match *members {
            // Of the same members, as most of what formulas read.
            Members::OfCell(_, Cell { quantity, at })
                if read.at.iter().all(Option::is_none)
                    && self.quantity(quantity).per == self.quantity(read.quantity).per =>
            {
                Cell { quantity: read.quantity, at }
            }
            _ => self.cell_at(read.quantity, |place, set| named(place).unwrap_or_else(|| members.of(set))),
        }
    }

    /// The member at hand of a set of numbers, as a number.
    pub fn number(&self, set: SetId, members: &Members) -> Decimal {
        let member = self.set(set).members.get(usize::from(members.of(set)));
        member.and_then(|member| member.number).unwrap_or_default()
    }

    /// The members that a sum or product runs over, by their places.
    pub fn folded_over(&self, fold: &Fold, members: &Members) -> impl Iterator<Item = u16> + use<> {
        let set = fold.set;
        let within = |whole: MemberAt| {
            let parts = self.related.between((whole, (set, 0)), (whole, (set, u16::MAX)));
            parts.map(|((_, (_, member)), ())| *member).collect()
        };
        let places: Vec<u16> = match fold.within {
            None => (0..self.set(set).members.len() as u16).collect(),
            Some(Within::AtHand(set)) => within((set, members.of(set))),
            Some(Within::Member(set, member)) => within((set, member)),
        };
        places.into_iter()
    }

    /// The number without which a member does not count in a sum or product; none where it always counts.
    pub fn switch(&self, set: SetId, member: u16) -> Option<Cell> {
        self.scopes.get(&(set, member)).map(|switch| Cell { quantity: *switch, at: 0 })
    }

    /// How many years a formula looks back; none where that is not fixed.
    pub fn years_back(&self, years: &Expression, members: &Members) -> Option<u16> {
        let number = match years {
            Expression::Number(number) => Some(*number),
            Expression::Member(set) => Some(self.number(*set, members)),
            Expression::Read(read) => self.known(self.cell_read(read, members)),
            _ => None,
        };
        number?.to_u16()
    }

    /// What is to be noted of these numbers, with its numbers as `written` writes them.
    pub fn noted(&self, sheet: &Sheet, written: impl Fn(Cell, Decimal) -> String) -> Vec<String> {
        self.notes.iter().filter_map(|note| note.told(sheet, &written)).collect()
    }

    /// What is to be noted of these numbers at the measure at a place.
    pub fn noted_at(&self, measure: u16, sheet: &Sheet, written: impl Fn(Cell, Decimal) -> String) -> Vec<String> {
        let of = self.notes_of.iter().filter(|(of, _)| *of == measure);
        of.filter_map(|(_, note)| self.notes.get(usize::from(*note))?.told(sheet, &written)).collect()
    }

    /// Why these numbers are refused, with its numbers as `written` writes them; none where nothing refuses them.
    pub fn refused(&self, sheet: &Sheet, written: impl Fn(Cell, Decimal) -> String) -> Option<String> {
        self.refusals.iter().find_map(|refusal| refusal.told(sheet, &written))
    }

    /// The members at hand as many years before as a formula looks back; none before the first year.
    pub fn earlier<'m>(&self, earlier: &Earlier, members: &'m Members<'m>) -> Option<Members<'m>> {
        let (time, years) = (self.time?, self.years_back(&earlier.years, members)?);
        members.of(time).checked_sub(years).map(|year| members.with(time, year))
    }

    /// Whether a quantity has formulas.
    pub fn is_calculated(&self, quantity: QuantityId) -> bool {
        matches!(self.quantity(quantity).rule, Rule::Calculated { .. })
    }

    /// The place of the measure that a cell is of; none where it is of no measure.
    pub fn measure_of(&self, cell: Cell) -> Option<u16> {
        self.members(cell).find(|(set, _)| Some(*set) == self.acting).map(|(_, measure)| measure)
    }

    /// Whether a quantity has a number for each measure.
    pub fn is_acting(&self, quantity: QuantityId) -> bool {
        self.acting.is_some_and(|acting| self.quantity(quantity).per.contains(&acting))
    }

    /// The cells of a quantity.
    pub fn cells(&self, quantity: QuantityId) -> impl Iterator<Item = Cell> + use<> {
        (0..self.size(quantity) as u16).map(move |at| Cell { quantity, at })
    }
}
