//! From formulas over sets to one program over numbers.

use std::cell::RefCell;
use std::collections::BTreeMap;

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::catalogue::Catalogue;
use super::cell::{Cell, QuantityId, SetId};
use super::expression::{Choice, Earlier, Expression, Fold, Read, Test, Within};
use super::frame::{Frame, Given, Rule};
use super::id::Leaf;
use super::program::Operation;
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
    known: RefCell<BTreeMap<Cell, Term<'r>>>,
    /// The cells that are being unrolled, each read by the one before it.
    path: RefCell<Vec<Cell>>,
    faults: RefCell<Vec<Fault>>,
}

/// By set the place of the member at hand.
type Members = Vec<u16>;

impl<'a, 'r> Unroll<'a, 'r> {
    /// Nothing is unrolled yet.
    pub fn of(catalogue: &'a Catalogue, record: &'r Record) -> Self {
        Self {
            catalogue,
            frame: catalogue.frame(),
            record,
            known: RefCell::default(),
            path: RefCell::default(),
            faults: RefCell::default(),
        }
    }

    /// What kept cells from being calculated; nothing where the seeds were checked.
    pub fn faults(self) -> Vec<Fault> {
        self.faults.into_inner()
    }

    /// The number of a cell.
    pub fn cell(&self, cell: Cell) -> Term<'r> {
        if let Some(term) = self.known.borrow().get(&cell) {
            return *term;
        }
        if self.is_circle(cell) {
            return Term::zero();
        }
        self.path.borrow_mut().push(cell);
        let term = self.fresh(cell);
        self.path.borrow_mut().pop();
        self.known.borrow_mut().insert(cell, term);
        term
    }

    fn is_circle(&self, cell: Cell) -> bool {
        let path = self.path.borrow();
        let Some(from) = path.iter().position(|read| *read == cell) else { return false };
        self.fault(Fault::Circle(path.iter().skip(from).copied().collect()));
        true
    }

    fn fault(&self, fault: Fault) {
        self.faults.borrow_mut().push(fault);
    }

    /// The cell that is being unrolled.
    fn reader(&self, read: Cell) -> Cell {
        self.path.borrow().iter().rev().find(|cell| **cell != read).copied().unwrap_or(read)
    }

    fn fresh(&self, cell: Cell) -> Term<'r> {
        let quantity = self.frame.quantity(cell.quantity);
        match &quantity.rule {
            Rule::Given { .. } => match self.entry(cell) {
                Some(entry) if entry.is_open() => {
                    self.fault(Fault::Open(self.reader(cell), cell));
                    entry.number
                }
                Some(entry) => entry.number,
                None => {
                    self.fault(Fault::NotGiven(self.reader(cell), cell));
                    Term::zero()
                }
            },
            Rule::Calculated { formulas, of } => {
                // Indexing here and below cannot fail: there is a formula for every cell, and a place for every set.
                let formula = &formulas[usize::from(of[usize::from(cell.at)])];
                let mut members = vec![0; self.frame.sets.len()];
                self.frame.members(cell).for_each(|(set, member)| members[set.index()] = member);
                let term = self.term(formula, &members);
                let is_step = quantity.label.is_some() && !self.is_given(formula);
                if is_step { term.named(cell) } else { term }
            }
        }
    }

    /// Whether a formula only says which given number it is: that needs no step of its own.
    fn is_given(&self, formula: &Expression) -> bool {
        matches!(formula, Expression::Read(read) if !self.frame.is_calculated(read.quantity))
    }

    /// What is given for a cell; none where nothing is.
    fn entry(&self, cell: Cell) -> Option<Entry<'r>> {
        let Rule::Given { numbers, in_percent } = &self.frame.quantity(cell.quantity).rule else { return None };
        let entry = match numbers[usize::from(cell.at)].as_ref()? {
            Given::Leaf(leaf) => self.given(*leaf),
            Given::Number(number) => Entry { is_set: Term::one(), number: Term::Constant(*number) },
        };
        Some(if *in_percent { entry.percent() } else { entry })
    }

    /// The figure or setting of a cell; none where it is neither.
    fn leaf(&self, cell: Cell) -> Option<Leaf> {
        let Rule::Given { numbers, .. } = &self.frame.quantity(cell.quantity).rule else { return None };
        match numbers[usize::from(cell.at)].as_ref()? {
            Given::Leaf(leaf) => Some(*leaf),
            Given::Number(_) => None,
        }
    }

    fn given(&self, leaf: Leaf) -> Entry<'r> {
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
            Expression::Member(set) => Term::Constant(self.number(*set, members)),
            Expression::Read(read) => self.cell(self.read(read, members)),
            Expression::Combined(operation, parts) => {
                let [left, right] = parts.each_ref().map(|part| self.term(part, members));
                combined(*operation, left, right)
            }
            Expression::Chosen(choice) => self.chosen(choice, members),
            Expression::Folded(fold) => self.folded(fold, members),
            Expression::Earlier(earlier) => self.earlier(earlier, members),
            Expression::Now(read) => self.now(self.read(read, members)),
            Expression::Given(read, otherwise) => {
                let otherwise = || self.term(otherwise, members);
                match self.entry(self.read(read, members)) {
                    Some(entry) if entry.is_open() => entry.or(otherwise()),
                    Some(entry) => entry.number,
                    None => otherwise(),
                }
            }
        }
    }

    fn number(&self, set: SetId, members: &Members) -> Decimal {
        let member = self.frame.set(set).members.get(usize::from(members[set.index()]));
        member.and_then(|member| member.number).unwrap_or_default()
    }

    fn read(&self, read: &Read, members: &Members) -> Cell {
        let per = &self.frame.quantity(read.quantity).per;
        let fixed = |set: SetId| per.iter().zip(&read.at).find(|(own, _)| **own == set).and_then(|(_, at)| *at);
        self.frame.cell(read.quantity, |set| fixed(set).unwrap_or(members[set.index()]))
    }

    fn chosen(&self, choice: &Choice, members: &Members) -> Term<'r> {
        let [then, otherwise] = [&choice.then, &choice.otherwise].map(|branch| self.term(branch, members));
        let term = |expression| self.term(expression, members);
        match &choice.test {
            Test::Above(left, right) => (term(left) - term(right)).if_positive(then, otherwise),
            Test::AtLeast(left, right) => (term(right) - term(left)).if_positive(otherwise, then),
            Test::Moved(read) => self.distance(self.read(read, members)).if_positive(then, otherwise),
            Test::AnyMoved(set) => {
                let member = members[set.index()];
                let levers = self.catalogue.levers_at(member).map(|leaf| self.distance_of(leaf));
                levers.fold(Term::zero(), |sum, distance| sum + distance).if_positive(then, otherwise)
            }
        }
    }

    fn now(&self, lever: Cell) -> Term<'r> {
        let rule = &self.frame.quantity(lever.quantity).rule;
        let leaf = self.leaf(lever).and_then(Leaf::neutral);
        let now = leaf.map_or_else(Term::zero, |leaf| self.given(leaf).number);
        if matches!(rule, Rule::Given { in_percent: true, .. }) { now.percent() } else { now }
    }

    /// How far a lever is from where it stands today.
    fn distance(&self, lever: Cell) -> Term<'r> {
        self.leaf(lever).map_or_else(Term::zero, |leaf| self.distance_of(leaf))
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
            let mut members = members.clone();
            members[fold.set.index()] = member;
            let term = self.term(&fold.of, &members);
            let switch = self.frame.scopes.get(&(fold.set, member)).map(|switch| Cell { quantity: *switch, at: 0 });
            switch.map_or(term, |switch| self.cell(switch).if_positive(term, Term::Constant(neutral)))
        };
        let mut terms: Vec<Term<'r>> =
            self.within(fold, members).into_iter().map(of).filter(|term| !term.is(neutral)).collect();
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

    fn within(&self, fold: &Fold, members: &Members) -> Vec<u16> {
        let whole = match fold.within {
            None => None,
            Some(Within::AtHand(set)) => Some((set, members[set.index()])),
            Some(Within::Member(set, member)) => Some((set, member)),
        };
        let belongs =
            |member: &u16| whole.is_none_or(|whole| self.frame.related.contains(&((fold.set, *member), whole)));
        (0..self.frame.set(fold.set).members.len() as u16).filter(belongs).collect()
    }

    fn earlier(&self, earlier: &Earlier, members: &Members) -> Term<'r> {
        let back = match self.term(&earlier.years, members) {
            Term::Constant(years) => years.to_u16().unwrap_or(u16::MAX),
            Term::Recorded(..) => {
                let reader = self.path.borrow().last().copied();
                reader.into_iter().for_each(|cell| self.fault(Fault::Moving(cell)));
                u16::MAX
            }
        };
        let Some(time) = self.frame.time else { return Term::zero() };
        match (members[time.index()].checked_sub(back), &earlier.before) {
            (Some(year), _) => {
                let mut members = members.clone();
                members[time.index()] = year;
                self.cell(self.read(&earlier.read, &members))
            }
            (None, Some(before)) => self.term(before, members),
            (None, None) => {
                let reader = self.path.borrow().last().copied();
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
