//! Every number of the calculation with its value, and what the amounts of the page need of it.

use std::collections::BTreeSet;
use std::sync::Arc;

use rust_decimal::Decimal;

use crate::model::calculation::recorded_whole;
use crate::model::catalogue::Catalogue;
use crate::model::cell::{Cell, QuantityId};
use crate::model::expression::{Expression, Test};
use crate::model::frame::{Frame, Members};
use crate::model::id::{Leaf, Setting};
use crate::model::plan::Plan;
use crate::model::program::Node;
use crate::model::role::{OfPayer, Part, Role};
use crate::model::sheet::Sheet;

/// The numbers of a plan, also those that the page does not need one by one.
pub struct Numbers<'a> {
    /// What they are of.
    pub catalogue: &'a Catalogue,
    sheet: Sheet,
    /// The numbers that amounts need.
    needed: BTreeSet<Cell>,
    /// The figures and settings that amounts need.
    used: BTreeSet<Leaf>,
}

impl<'a> Numbers<'a> {
    /// The numbers of a plan.
    pub fn of(catalogue: &'a Catalogue, plan: &Plan) -> Self {
        let sheet = Sheet::of(&Arc::new(recorded_whole(catalogue)), plan);
        let mut numbers = Self { catalogue, sheet, needed: BTreeSet::new(), used: BTreeSet::new() };
        let amounts = Role::all().filter(|role| *role != Role::InKind && *role != Role::Measure(Part::Alone));
        let results = amounts.map(|role| numbers.frame().result(role));
        let details = numbers.frame().details.iter().flatten().copied();
        let of_payers =
            [OfPayer::Saving, OfPayer::Cost].into_iter().filter_map(|result| numbers.frame().of_payer(result));
        let results = results.chain(details).chain(of_payers).flat_map(|quantity| numbers.frame().cells(quantity));
        let results: Vec<Cell> = results.collect();
        for cell in results {
            let switches: Vec<Cell> = numbers.switches(cell).collect();
            [cell].into_iter().chain(switches).for_each(|needed| numbers.need(needed));
        }
        numbers
    }

    /// What the calculation is made of.
    pub fn frame(&self) -> &'a Frame {
        self.catalogue.frame()
    }

    /// The results of the plan.
    pub fn sheet(&self) -> &Sheet {
        &self.sheet
    }

    /// The value of a number that is calculated.
    pub fn value(&self, cell: Cell) -> Decimal {
        self.sheet.told(cell)
    }

    /// The numbers without which a number does not count as a result.
    pub fn switches(&self, cell: Cell) -> impl Iterator<Item = Cell> {
        self.frame().members(cell).filter_map(|(set, member)| self.frame().switch(set, member))
    }

    /// The value of a number as a result: 0 where it does not count.
    pub fn counted(&self, cell: Cell) -> Decimal {
        let is_on = |switch: Cell| match self.frame().leaf(switch) {
            Some(Leaf::Setting(setting)) => self.sheet.plan().value(setting, self.catalogue) > Some(Decimal::ZERO),
            _ => self.value(switch) > Decimal::ZERO,
        };
        if self.switches(cell).all(is_on) { self.value(cell) } else { Decimal::ZERO }
    }

    /// The figures and settings that amounts depend on.
    pub fn used(&self) -> &BTreeSet<Leaf> {
        &self.used
    }

    /// Whether amounts need a number.
    pub fn is_needed(&self, cell: Cell) -> bool {
        self.needed.contains(&cell)
    }

    /// Whether no figure or setting changes a number.
    pub fn is_constant(&self, cell: Cell) -> bool {
        let place = self.sheet.program().results().told.get(&cell);
        self.frame().known(cell).is_some()
            || place.is_some_and(|place| matches!(self.sheet.program().node(*place), Node::Constant(_)))
    }

    /// The figure that a quantity is where it is always a rest: it stands among the figures, with its sum.
    pub fn rest(&self, quantity: QuantityId) -> Option<Leaf> {
        let setting = self.catalogue.setting(&self.frame().quantity(quantity).id)?;
        let is_rest = match setting {
            Setting::Figure(id) => self.catalogue.figure(id).sum_of_others().is_some(),
            _ => false,
        };
        is_rest.then_some(Leaf::Setting(setting))
    }

    /// Takes down that amounts need a number, and all that it needs.
    fn need(&mut self, cell: Cell) {
        if self.is_constant(cell) || !self.needed.insert(cell) {
            return;
        }
        self.used.extend(self.frame().leaf(cell));
        if let Some((formula, members)) = self.frame().formula_of(cell) {
            self.need_all(formula, &members);
        }
    }

    fn need_all(&mut self, formula: &Expression, members: &Members) {
        let frame = self.frame();
        let read = |read| frame.cell_read(read, members);
        match formula {
            Expression::Number(_) | Expression::Member(_) => {}
            Expression::Read(of) => self.need(read(of)),
            Expression::Combined(_, parts) => parts.iter().for_each(|part| self.need_all(part, members)),
            Expression::Chosen(choice) => {
                self.need_test(&choice.test, members);
                self.need_all(&choice.then, members);
                self.need_all(&choice.otherwise, members);
            }
            Expression::Folded(fold) => {
                let places: Vec<u16> = frame.folded_over(fold, members).collect();
                for place in places {
                    frame.switch(fold.set, place).into_iter().for_each(|switch| self.need(switch));
                    self.need_all(&fold.of, &members.with(fold.set, place));
                }
            }
            Expression::Earlier(earlier) => match (frame.earlier(earlier, members), &earlier.before) {
                (Some(members), _) => self.need(frame.cell_read(&earlier.read, &members)),
                (None, Some(before)) => self.need_all(before, members),
                (None, None) => {}
            },
            Expression::Now(of) => self.used.extend(frame.leaf(read(of)).and_then(Leaf::neutral)),
            Expression::Given(of, otherwise) => {
                self.need(read(of));
                self.need_all(otherwise, members);
            }
        }
    }

    fn need_test(&mut self, test: &Test, members: &Members) {
        let catalogue = self.catalogue;
        let levers: Vec<Leaf> = match test {
            Test::Above(left, right) | Test::AtLeast(left, right) => {
                self.need_all(left, members);
                self.need_all(right, members);
                Vec::new()
            }
            Test::Moved(lever) => self.frame().leaf(self.frame().cell_read(lever, members)).into_iter().collect(),
            Test::AnyMoved(set) => catalogue.levers_at(members.of(*set)).collect(),
        };
        self.used.extend(levers.into_iter().flat_map(|lever| [Some(lever), lever.neutral()]).flatten());
    }
}
