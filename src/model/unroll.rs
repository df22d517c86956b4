//! From formulas over sets to one program over numbers.

use std::cell::RefCell;

use rust_decimal::Decimal;

use super::catalogue::Catalogue;
use super::cell::{Cell, QuantityId};
use super::expression::{Choice, Earlier, Expression, Fold, Test};
use super::frame::{Frame, Members};
use super::id::Leaf;
use super::program::Operation;
use super::role::InputRole;
use super::term::{Entry, Record, Term};

/// What keeps a number from being calculated.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// A number that needs itself, by way of these.
    Circle(Vec<Cell>),
    /// One cell reads another that nothing gives.
    NotGiven(Cell, Cell),
    /// One cell reads another that may be left open, without saying what holds then.
    Open(Cell, Cell),
    /// A cell reads before the first year, of this quantity.
    BeforeFirst(Cell, QuantityId),
    /// A cell reads so many years before that it depends on what a user sets.
    Moving(Cell),
}

/// Unrolls formulas: each cell once, with what it reads before it.
pub struct Unroll<'a, 'r> {
    catalogue: &'a Catalogue,
    frame: &'a Frame,
    record: &'r Record,
    /// The switch of the scope and what it stands at, a number as any that stands in the frame; none where it is a setting as
    /// any.
    scope: Option<(Leaf, Decimal)>,
    /// By quantity where its cells begin among all.
    starts: Vec<usize>,
    /// How far each cell is, those of a quantity behind those of the one before.
    states: RefCell<Vec<State<'r>>>,
    /// The cells that are being unrolled, each read by the one before it.
    path: RefCell<Vec<Cell>>,
    faults: RefCell<Vec<Fault>>,
}

/// How far a cell is.
#[derive(Clone, Copy)]
enum State<'r> {
    /// Nothing read it yet.
    Unread,
    /// It waits for what it reads.
    UnderWay,
    /// It has its number.
    Known(Term<'r>),
}

// Indexing here cannot fail: there is a start for each quantity, and a state for each of its cells.
impl<'a, 'r> Unroll<'a, 'r> {
    /// Nothing is unrolled yet, in one scope, or for all of them.
    pub fn of(catalogue: &'a Catalogue, scope: Option<Decimal>, record: &'r Record) -> Self {
        let frame = catalogue.frame();
        let (mut starts, mut cells) = (Vec::new(), 0);
        for quantity in frame.ids() {
            starts.push(cells);
            cells += frame.size(quantity);
        }
        Self {
            catalogue,
            frame,
            record,
            scope: catalogue.played(InputRole::Scope).map(Leaf::Setting).zip(scope),
            starts,
            states: RefCell::new(vec![State::Unread; cells]),
            path: RefCell::default(),
            faults: RefCell::default(),
        }
    }

    /// What kept cells from being calculated; nothing where the seeds were checked.
    pub fn faults(self) -> Vec<Fault> {
        self.faults.into_inner()
    }

    /// The number of a cell as a result: 0 where one of its members does not count.
    pub fn counted(&self, cell: Cell) -> Term<'r> {
        let switches = self.frame.members(cell).filter_map(|(set, member)| self.frame.switch(set, member));
        switches.fold(self.cell(cell), |term, switch| self.cell(switch).if_positive(term, Term::zero()))
    }

    /// The number of a cell.
    pub fn cell(&self, cell: Cell) -> Term<'r> {
        let at = self.starts[cell.quantity.index()] + usize::from(cell.at);
        let state = self.states.borrow()[at];
        match state {
            State::Known(term) => term,
            State::UnderWay => self.circle(cell),
            State::Unread => {
                self.states.borrow_mut()[at] = State::UnderWay;
                self.path.borrow_mut().push(cell);
                let term = self.fresh(cell);
                self.path.borrow_mut().pop();
                self.states.borrow_mut()[at] = State::Known(term);
                term
            }
        }
    }

    /// A cell that needs itself has no number.
    fn circle(&self, cell: Cell) -> Term<'r> {
        let path = self.path.borrow().iter().skip_while(|read| **read != cell).copied().collect();
        self.fault(Fault::Circle(path));
        Term::zero()
    }

    fn fault(&self, fault: Fault) {
        self.faults.borrow_mut().push(fault);
    }

    /// The cell that is being unrolled.
    fn reader(&self, read: Cell) -> Cell {
        self.path.borrow().iter().rev().find(|cell| **cell != read).copied().unwrap_or(read)
    }

    fn fresh(&self, cell: Cell) -> Term<'r> {
        if let Some((formula, members)) = self.frame.formula_of(cell) {
            let term = self.term(formula, &members);
            let is_step = self.frame.quantity(cell.quantity).label.is_some() && !self.is_given(formula);
            return if is_step { term.named(cell) } else { term };
        }
        match self.entry(cell) {
            Some(entry) if entry.is_open() => {
                self.fault(Fault::Open(self.reader(cell), cell));
                entry.number
            }
            Some(entry) => entry.number,
            None => {
                self.fault(Fault::NotGiven(self.reader(cell), cell));
                Term::zero()
            }
        }
    }

    /// Whether a formula only says which given number it is: that needs no step of its own.
    fn is_given(&self, formula: &Expression) -> bool {
        matches!(formula, Expression::Read(read) if !self.frame.is_calculated(read.quantity))
    }

    /// What is given for a cell; none where nothing is.
    fn entry(&self, cell: Cell) -> Option<Entry<'r>> {
        if let Some(known) = self.frame.known(cell) {
            return Some(Entry { is_set: Term::one(), number: Term::Constant(known) });
        }
        let entry = self.given(self.frame.leaf(cell)?);
        Some(if self.frame.is_percentage(cell.quantity) { entry.percent() } else { entry })
    }

    fn given(&self, leaf: Leaf) -> Entry<'r> {
        if let Some((_, scope)) = self.scope.filter(|(switch, _)| *switch == leaf) {
            return Entry { is_set: Term::one(), number: Term::Constant(scope) };
        }
        let default = self.catalogue.default_of(leaf);
        let is_set = match leaf {
            Leaf::Setting(setting) if default.is_none() => self.record.is_set(setting),
            _ => Term::one(),
        };
        Entry { is_set, number: self.record.leaf(leaf, default.unwrap_or_default()) }
    }

    fn term(&self, expression: &Expression, members: &Members) -> Term<'r> {
        match expression {
            Expression::Number(number) => Term::Constant(*number),
            Expression::Member(set) => Term::Constant(self.frame.number(*set, members)),
            Expression::Read(read) => self.cell(self.frame.cell_read(read, members)),
            Expression::Combined(operation, parts) => {
                let [left, right] = parts.each_ref().map(|part| self.term(part, members));
                combined(*operation, left, right)
            }
            Expression::Chosen(choice) => self.chosen(choice, members),
            Expression::Folded(fold) => self.folded(fold, members),
            Expression::Earlier(earlier) => self.earlier(earlier, members),
            Expression::Now(read) => self.now(self.frame.cell_read(read, members)),
            Expression::Given(read, otherwise) => {
                let otherwise = || self.term(otherwise, members);
                match self.entry(self.frame.cell_read(read, members)) {
                    Some(entry) if entry.is_open() => entry.or(otherwise()),
                    Some(entry) => entry.number,
                    None => otherwise(),
                }
            }
        }
    }

    fn chosen(&self, choice: &Choice, members: &Members) -> Term<'r> {
        let [then, otherwise] = [&choice.then, &choice.otherwise].map(|branch| self.term(branch, members));
        let term = |expression| self.term(expression, members);
        match &choice.test {
            Test::Above(left, right) => (term(left) - term(right)).if_positive(then, otherwise),
            Test::AtLeast(left, right) => (term(right) - term(left)).if_positive(otherwise, then),
            Test::Moved(read) => self.distance(self.frame.cell_read(read, members)).if_positive(then, otherwise),
            Test::AnyMoved(set) => {
                let member = members.of(*set);
                let levers = self.catalogue.levers_at(member).map(|leaf| self.distance_of(leaf));
                levers.fold(Term::zero(), |sum, distance| sum + distance).if_positive(then, otherwise)
            }
        }
    }

    fn now(&self, lever: Cell) -> Term<'r> {
        let leaf = self.frame.leaf(lever).and_then(Leaf::neutral);
        let now = leaf.map_or_else(Term::zero, |leaf| self.given(leaf).number);
        if self.frame.is_percentage(lever.quantity) { now.percent() } else { now }
    }

    /// How far a lever is from where it stands today.
    fn distance(&self, lever: Cell) -> Term<'r> {
        self.frame.leaf(lever).map_or_else(Term::zero, |leaf| self.distance_of(leaf))
    }

    fn distance_of(&self, lever: Leaf) -> Term<'r> {
        let (at, now) = (Some(lever), lever.neutral());
        let [at, now] = [at, now].map(|leaf| leaf.map_or_else(Term::zero, |leaf| self.given(leaf).number));
        (at - now).max(now - at)
    }

    /// The members together, as a tree: where one of them changes, few of its sums do.
    fn folded(&self, fold: &Fold, members: &Members) -> Term<'r> {
        let neutral = if fold.is_product { Decimal::ONE } else { Decimal::ZERO };
        let of = |member| {
            let term = self.term(&fold.of, &members.with(fold.set, member));
            let switch = self.frame.switch(fold.set, member);
            switch.map_or(term, |switch| self.cell(switch).if_positive(term, Term::Constant(neutral)))
        };
        let mut terms: Vec<Term<'r>> =
            self.frame.folded_over(fold, members).map(of).filter(|term| !term.is(neutral)).collect();
        let combine = |pair: &[Term<'r>]| match *pair {
            [left, right] if fold.is_product => left * right,
            [left, right] => left + right,
            [one, ..] => one,
            [] => Term::Constant(neutral),
        };
        while terms.len() > 1 {
            terms = terms.chunks(2).map(combine).collect();
        }
        terms.first().copied().unwrap_or(Term::Constant(neutral))
    }

    fn earlier(&self, earlier: &Earlier, members: &Members) -> Term<'r> {
        let reader = self.path.borrow().last().copied();
        if self.frame.years_back(&earlier.years, members).is_none() {
            reader.into_iter().for_each(|cell| self.fault(Fault::Moving(cell)));
        }
        match (self.frame.earlier(earlier, members), &earlier.before) {
            (Some(members), _) => self.cell(self.frame.cell_read(&earlier.read, &members)),
            (None, Some(before)) => self.term(before, members),
            (None, None) => {
                reader.into_iter().for_each(|cell| self.fault(Fault::BeforeFirst(cell, earlier.read.quantity)));
                Term::zero()
            }
        }
    }
}

fn combined<'r>(operation: Operation, left: Term<'r>, right: Term<'r>) -> Term<'r> {
    match operation {
        Operation::Plus => left + right,
        Operation::Minus => left - right,
        Operation::Times => left * right,
        Operation::Over => left.over(right),
        Operation::Least => left.min(right),
        Operation::Most => left.max(right),
    }
}
