//! The numbers of one plan: exact, and kept, so that a change costs only what it reaches.

use std::cell::RefCell;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::cell::Cell;
use super::id::Leaf;
use super::money::Money;
use super::plan::Plan;
use super::program::{Node, Place, Program};
use super::projection::Projection;

/// The numbers of one plan.
///
/// Invariant: every number is what its operation gives for the numbers it names, with the leaves as the plan sets them. It
/// has the same digits whichever plans the sheet held before: each is made by the same operation on the same numbers.
#[derive(Clone)]
pub struct Sheet {
    program: Arc<Program>,
    plan: Plan,
    /// By place.
    values: Box<[Decimal]>,
}

// Indexing here and below cannot fail: there is a value for every place of the program.
impl Sheet {
    /// Everything calculated for a plan.
    pub fn of(program: &Arc<Program>, plan: &Plan) -> Self {
        let values = vec![Decimal::ZERO; program.len()].into();
        let mut sheet = Self { program: program.clone(), plan: plan.clone(), values };
        for (at, _) in program.nodes() {
            sheet.values[at.index()] = sheet.calculated(at);
        }
        sheet
    }

    /// The sheet of another plan: only what differs is calculated again.
    pub fn with(&self, plan: &Plan) -> Self {
        let mut sheet = self.clone();
        sheet.turn_to(plan);
        sheet
    }

    /// Makes this the sheet of another plan: only what differs is calculated again.
    pub fn turn_to(&mut self, plan: &Plan) {
        self.turn_within(plan, |_| true);
    }

    /// The plan.
    pub fn plan(&self) -> &Plan {
        &self.plan
    }

    /// The calculation.
    pub fn program(&self) -> &Arc<Program> {
        &self.program
    }

    /// The number at a place.
    pub fn value(&self, at: Place) -> Decimal {
        self.values[at.index()]
    }

    /// The amount at a place, in euros.
    pub fn amount(&self, at: Place) -> Money {
        Money::from_euros(self.value(at))
    }

    /// The number of a cell that is told about a measure; 0 of any other.
    pub fn told(&self, cell: Cell) -> Decimal {
        self.program.results().told.get(&cell).map_or(Decimal::ZERO, |at| self.value(*at))
    }

    /// The results of all years.
    pub fn projection(&self) -> Projection {
        self.program.results().projection.map(|year| year.map(|place| self.amount(*place)))
    }

    fn calculated(&self, at: Place) -> Decimal {
        match *self.program.node(at) {
            Node::Constant(value) => value,
            Node::Leaf(Leaf::Setting(setting)) => self.plan.own(setting).unwrap_or_else(|| self.program.default(at)),
            Node::Leaf(Leaf::Neutral(_) | Leaf::Tenth(..)) => self.program.default(at),
            Node::IsSet(setting) => self.plan.own(setting).map_or(Decimal::ZERO, |_| Decimal::ONE),
            Node::Named(_, inner) => self.value(inner),
            Node::Binary(operation, a, b) => operation.of(self.value(a), self.value(b)),
            Node::Choice { condition, then, otherwise } => {
                self.value(if self.value(condition) > Decimal::ZERO { then } else { otherwise })
            }
        }
    }
}

impl Sheet {
    /// Turns to another plan, as far as `wanted` says of a place that it is.
    fn turn_within(&mut self, plan: &Plan, wanted: impl Fn(Place) -> bool) {
        let mut due = Due::of(self.program.len());
        let changed = self.plan.differences(plan).flat_map(|setting| self.program.places_of(setting));
        changed.for_each(|at| due.add(at));
        self.plan = plan.clone();
        let program = self.program.clone();
        while let Some(at) = due.next() {
            if wanted(at) && self.renew(at) {
                program.readers(at).iter().for_each(|reader| due.add(*reader));
            }
        }
    }

    /// Calculates a number again, and says whether one of its digits is another.
    fn renew(&mut self, at: Place) -> bool {
        let value = self.calculated(at);
        let before = std::mem::replace(&mut self.values[at.index()], value);
        // Not `==`: of 1.0 and 1.00, which are equal, other numbers have other last digits.
        before.unpack() != value.unpack()
    }
}

/// The places that are still to be calculated, taken in order. Invariant: whatever is added lies behind what was taken.
struct Due {
    /// A bit for each place.
    words: Box<[u64]>,
    at: usize,
}

impl Due {
    fn of(places: usize) -> Self {
        Self { words: vec![0; places.div_ceil(64)].into(), at: 0 }
    }

    fn add(&mut self, place: Place) {
        self.words[place.index() / 64] |= 1 << (place.index() % 64);
    }

    fn next(&mut self) -> Option<Place> {
        while let Some(word) = self.words.get_mut(self.at) {
            if *word != 0 {
                let lowest = word.trailing_zeros() as usize;
                *word &= *word - 1;
                return Some(Place::new(self.at * 64 + lowest));
            }
            self.at += 1;
        }
        None
    }
}

/// Asks for one amount under many plans: only what lies between their differences and that amount is calculated.
pub struct Probe {
    /// Holds for the places that the amount needs.
    sheet: RefCell<Sheet>,
    needed: Vec<bool>,
    amount: Place,
}

impl Probe {
    /// Asks for the amount at a place.
    pub fn of(sheet: &Sheet, amount: Place) -> Self {
        Self { needed: sheet.program.needed_by([amount]), sheet: RefCell::new(sheet.clone()), amount }
    }

    /// What the amount is under a plan, in euros.
    pub fn ask(&self, plan: &Plan) -> Money {
        let mut sheet = self.sheet.borrow_mut();
        sheet.turn_within(plan, |at| self.needed[at.index()]);
        sheet.amount(self.amount)
    }
}
