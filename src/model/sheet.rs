//! The numbers of one plan: exact, and kept, so that a change costs only what it reaches.

use std::cell::RefCell;
use std::sync::{Arc, OnceLock};

use rust_decimal::Decimal;

use super::cell::Cell;
use super::id::{LeverId, Setting};
use super::late::Late;
use super::money::Money;
use super::plan::Plan;
use super::program::{Node, Place, Program};
use super::projection::Projection;
use super::year::{PerYear, Year};

/// The numbers of one plan.
///
/// Invariant: every number is what its operation gives for the numbers it names, with the leaves as the plan sets them. It
/// has the same digits whichever plans the sheet held before: each is made by the same operation on the same numbers.
#[derive(Clone)]
pub struct Sheet {
    plan: Plan,
    /// Shared with the results that were taken from it.
    numbers: Arc<Numbers>,
}

impl Sheet {
    /// Everything calculated for a plan.
    pub fn of(program: &Arc<Program>, plan: &Plan) -> Self {
        Self { plan: plan.clone(), numbers: Arc::new(Numbers::of(program, plan)) }
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
        &self.numbers.program
    }

    /// The number at a place.
    pub fn value(&self, at: Place) -> Decimal {
        self.numbers.value(at)
    }

    /// The amount at a place, in euros.
    pub fn amount(&self, at: Place) -> Money {
        self.numbers.amount(at)
    }

    /// The number of a cell that is told about a measure; 0 of any other.
    pub fn told(&self, cell: Cell) -> Decimal {
        self.program().results().told.get(&cell).map_or(Decimal::ZERO, |at| self.value(*at))
    }

    /// The share of a lever in what its measure saves in a year, its cost off; of a year of which nobody asks for the other
    /// parts, nothing else is worked out.
    pub fn share_of(&self, lever: LeverId, year: Year) -> Money {
        self.amount(self.program().results().projection[year].lever(lever))
    }

    /// The results of all years. The parts of a year are worked out when somebody asks for one of them.
    pub fn projection(&self) -> Projection {
        let results = &self.program().results().projection;
        PerYear::from_fn(results.horizon(), |year| {
            let numbers = self.numbers.clone();
            let parts = move || numbers.program.results().projection[year].parts.map(|place| numbers.amount(*place));
            results[year].with_parts(Late::asked(parts), |place| self.amount(*place))
        })
    }

    /// Turns to another plan, as far as `wanted` says of a place that it is.
    fn turn_within(&mut self, plan: &Plan, wanted: impl Fn(Place) -> bool) {
        let changed = self.plan.differences(plan);
        Arc::make_mut(&mut self.numbers).turn(plan, changed, wanted);
        self.plan = plan.clone();
    }
}

/// The numbers themselves.
struct Numbers {
    program: Arc<Program>,
    /// Those that follow at once, by place.
    at_once: Box<[Decimal]>,
    /// The others, in the order of their places, each worked out when somebody asks.
    late: OnceLock<Box<[OnceLock<Decimal>]>>,
}

impl Clone for Numbers {
    /// The same, to be turned to another plan: what was asked of this one is not copied.
    fn clone(&self) -> Self {
        Self { program: self.program.clone(), at_once: self.at_once.clone(), late: OnceLock::new() }
    }
}

// Indexing here cannot fail: there is a number for every place of the program.
impl Numbers {
    /// Everything calculated that follows at once, with all left as it is where a plan sets nothing.
    fn of(program: &Arc<Program>, plan: &Plan) -> Self {
        let at_once = program.defaults().take(program.at_once()).collect();
        let mut numbers = Self { program: program.clone(), at_once, late: OnceLock::new() };
        plan.differing().for_each(|(setting, own)| numbers.set(setting, Some(own), |_| ()));
        for (at, node) in program.nodes().take(program.at_once()).filter(|(_, node)| !node.is_source()) {
            numbers.at_once[at.index()] = numbers.combined(node);
        }
        numbers
    }

    // Inlined, as what it needs: the page is built small, and this is what a step of a lever waits for.
    #[inline(always)]
    fn value(&self, at: Place) -> Decimal {
        self.at_once.get(at.index()).copied().unwrap_or_else(|| self.late(at))
    }

    fn amount(&self, at: Place) -> Money {
        Money::from_euros(self.value(at))
    }

    /// A number that nobody asked for before. What it needs in turn is of the same kind, or follows at once.
    fn late(&self, at: Place) -> Decimal {
        let late = self.program.len() - self.at_once.len();
        let late = self.late.get_or_init(|| vec![OnceLock::new(); late].into());
        *late[at.index() - self.at_once.len()].get_or_init(|| self.combined(self.program.node(at)))
    }

    /// The number at a place of which this is the node.
    #[inline(always)]
    fn combined(&self, node: &Node) -> Decimal {
        match *node {
            Node::Constant(value) => value,
            Node::Named(_, inner) => self.value(inner),
            Node::Binary(operation, a, b) => operation.of(self.value(a), self.value(b)),
            Node::Choice { condition, then, otherwise } => {
                self.value(if self.value(condition) > Decimal::ZERO { then } else { otherwise })
            }
            // What a plan gives was set.
            Node::Leaf(_) | Node::IsSet(_) => Decimal::ZERO,
        }
    }

    /// Calculates again what follows at once from these settings of a plan, as far as `wanted` says of a place that it is.
    fn turn(&mut self, plan: &Plan, changed: impl Iterator<Item = Setting>, wanted: impl Fn(Place) -> bool) {
        self.late.take();
        let program = self.program.clone();
        let mut due = Due::of(self.at_once.len());
        let follow = |due: &mut Due, at| program.readers(at).iter().for_each(|reader| due.add(*reader));
        changed.for_each(|setting| self.set(setting, plan.own(setting), |at| follow(&mut due, at)));
        while let Some(at) = due.next() {
            if wanted(at) && self.put(at, self.combined(program.node(at))) {
                follow(&mut due, at);
            }
        }
    }

    /// Gives the places that follow a setting itself what a plan sets it to, and names those that are another number then.
    fn set(&mut self, setting: Setting, own: Option<Decimal>, mut differs: impl FnMut(Place)) {
        let program = self.program.clone();
        for at in program.places_of(setting) {
            let value = match program.node(at) {
                Node::IsSet(_) => own.map(|_| Decimal::ONE),
                _ => own,
            };
            if self.put(at, value.unwrap_or_else(|| program.default(at))) {
                differs(at);
            }
        }
    }

    /// Puts a number at a place, and says whether one of its digits is another.
    fn put(&mut self, at: Place, value: Decimal) -> bool {
        let before = std::mem::replace(&mut self.at_once[at.index()], value);
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
        Self { needed: sheet.program().needed_by([amount]), sheet: RefCell::new(sheet.clone()), amount }
    }

    /// What the amount is under a plan, in euros.
    pub fn ask(&self, plan: &Plan) -> Money {
        let mut sheet = self.sheet.borrow_mut();
        sheet.turn_within(plan, |at| self.needed[at.index()]);
        sheet.amount(self.amount)
    }
}
