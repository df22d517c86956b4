//! The program of the calculation in floats, laid out to be repeated for thousands of draws.
//!
//! What does not vary is folded once. What varies runs over blocks of draws side by side, so that the machine takes
//! several at a time, and registers are used again once they are free, so that a block stays in the nearest memory.

use wide::f64x2;

use super::draws::{BLOCK, Draws};
use super::float;
use crate::model::id::Leaf;
use crate::model::program::{Node, Operation, Place};
use crate::model::sheet::Sheet;

/// One value for each draw of a block, two at a time.
type Block = [f64x2; BLOCK];

/// `register × factor + term`; without a register a constant.
///
/// Sums and products with constants only change the factor and the term: they cost nothing per draw.
#[derive(Clone, Copy, Debug)]
struct Along {
    register: Option<usize>,
    factor: f64,
    term: f64,
}

impl Along {
    fn constant(term: f64) -> Self {
        Self { register: None, factor: 0.0, term }
    }

    fn register(register: usize, factor: f64, term: f64) -> Self {
        if factor == 0.0 { Self::constant(term) } else { Self { register: Some(register), factor, term } }
    }

    fn times(self, factor: f64) -> Self {
        match self.register {
            Some(register) => Self::register(register, self.factor * factor, self.term * factor),
            None => Self::constant(self.term * factor),
        }
    }

    fn plus(self, term: f64) -> Self {
        Self { term: self.term + term, ..self }
    }
}

/// One operation on all draws of a block.
#[derive(Clone, Copy, Debug)]
enum LaneStep {
    /// The draws of a column.
    Draw(usize),
    /// `a + b × weight`
    Sum { a: usize, b: usize, weight: f64 },
    /// `(a + plus_a) × (b + plus_b)`
    Product { a: usize, plus_a: f64, b: usize, plus_b: f64 },
    /// The quotient, 0 where the divisor is 0.
    Quotient(Along, Along),
    /// The smaller.
    Least(Along, Along),
    /// The larger.
    Most(Along, Along),
    /// The second where the first is above 0, else the third.
    Choice(Along, Along, Along),
}

impl LaneStep {
    /// The same operation on other registers.
    fn renamed(self, name: impl Fn(usize) -> usize) -> Self {
        let along = |line: Along| Along { register: line.register.map(&name), ..line };
        match self {
            Self::Draw(column) => Self::Draw(column),
            Self::Sum { a, b, weight } => Self::Sum { a: name(a), b: name(b), weight },
            Self::Product { a, plus_a, b, plus_b } => Self::Product { a: name(a), plus_a, b: name(b), plus_b },
            Self::Quotient(a, b) => Self::Quotient(along(a), along(b)),
            Self::Least(a, b) => Self::Least(along(a), along(b)),
            Self::Most(a, b) => Self::Most(along(a), along(b)),
            Self::Choice(a, b, c) => Self::Choice(along(a), along(b), along(c)),
        }
    }

    /// The registers it reads.
    fn reads(&self) -> impl Iterator<Item = usize> {
        let read = match *self {
            Self::Draw(_) => [None; 3],
            Self::Sum { a, b, .. } | Self::Product { a, b, .. } => [Some(a), Some(b), None],
            Self::Quotient(a, b) | Self::Least(a, b) | Self::Most(a, b) => [a.register, b.register, None],
            Self::Choice(a, b, c) => [a.register, b.register, c.register],
        };
        read.into_iter().flatten()
    }
}

/// A calculation that can be repeated for draws: operations, and where the results come to stand.
pub struct Lanes {
    /// With the register each writes.
    operations: Vec<(usize, LaneStep)>,
    outputs: Vec<Along>,
    registers: usize,
}

// Indexing here cannot fail: there is a mark and a value for every place, nodes name places before their own, and operations
// registers that were written before.
impl Lanes {
    /// Lays out what the outputs need, each a sum of numbers of a sheet, with the leaves that `column` finds drawn and all
    /// else as the sheet has it.
    pub fn of(sheet: &Sheet, outputs: &[Vec<Place>], column: impl Fn(Leaf) -> Option<usize>) -> Self {
        let program = sheet.program();
        let needed = program.needed_by(outputs.iter().flatten().copied());
        let mut layout = Layout { sheet, values: vec![None; program.len()], operations: Vec::new() };
        for (at, node) in program.nodes().filter(|(at, _)| needed[at.index()]) {
            layout.values[at.index()] = layout.value(node, &column);
        }
        let outputs: Vec<Along> = outputs.iter().map(|places| layout.sum_of(places)).collect();
        Self::allocated(&layout.operations, &outputs)
    }

    /// Keeps the operations that the outputs need and gives them registers, each used again once it is free.
    fn allocated(operations: &[LaneStep], outputs: &[Along]) -> Self {
        let last_use = last_uses(operations, outputs);
        let mut places = vec![0; operations.len()];
        let (mut free, mut registers) = (Vec::new(), 0);
        let mut placed = Vec::new();
        for (at, operation) in operations.iter().enumerate().filter(|(at, _)| last_use[*at].is_some()) {
            let to = free.pop().unwrap_or_else(|| {
                registers += 1;
                registers - 1
            });
            places[at] = to;
            placed.push((to, operation.renamed(|register| places[register])));
            // Given back after `to` was taken, so that `run` may swap registers.
            for read in operation.reads().filter(|read| last_use[*read] == Some(at)) {
                // An operation may read the same place twice.
                if !free.contains(&places[read]) {
                    free.push(places[read]);
                }
            }
        }
        let outputs = outputs.iter().map(|line| Along { register: line.register.map(|at| places[at]), ..*line });
        Self { operations: placed, outputs: outputs.collect(), registers }
    }

    /// One value per draw for each output.
    pub fn run(&self, draws: &Draws) -> Vec<Vec<f64>> {
        let mut registers = vec![Box::new([f64x2::ZERO; BLOCK]); self.registers];
        let mut spare = Box::new([f64x2::ZERO; BLOCK]);
        let room = |_: &Along| Vec::with_capacity(draws.count() / 2);
        let mut results: Vec<Vec<[f64; 2]>> = self.outputs.iter().map(room).collect();
        for block in 0..draws.blocks() {
            for (to, operation) in &self.operations {
                operation.run(&registers, draws, block, &mut spare);
                std::mem::swap(&mut registers[*to], &mut spare);
            }
            for (line, result) in self.outputs.iter().zip(&mut results) {
                result.extend(line.lanes(&registers).iter().map(|pair| pair.to_array()));
            }
        }
        results.into_iter().map(Vec::into_flattened).collect()
    }
}

// Indexing here cannot fail: see above.
impl LaneStep {
    fn run(self, registers: &[Box<Block>], draws: &Draws, block: usize, to: &mut Block) {
        let lanes = |line: Along| line.lanes(registers);
        match self {
            Self::Draw(column) => to.copy_from_slice(draws.block(column, block)),
            Self::Sum { a, b, weight } => {
                let weight = both(weight);
                each(to, &registers[a], &registers[b], |a, b| a + b * weight);
            }
            Self::Product { a, plus_a, b, plus_b } => {
                let (plus_a, plus_b) = (both(plus_a), both(plus_b));
                each(to, &registers[a], &registers[b], |a, b| (a + plus_a) * (b + plus_b));
            }
            Self::Quotient(a, b) => {
                each(to, &lanes(a), &lanes(b), |a, b| f64x2::ZERO.simd_eq(b).select(f64x2::ZERO, a / b))
            }
            Self::Least(a, b) => each(to, &lanes(a), &lanes(b), f64x2::fast_min),
            Self::Most(a, b) => each(to, &lanes(a), &lanes(b), f64x2::fast_max),
            Self::Choice(condition, then, otherwise) => {
                let (condition, otherwise) = (lanes(condition), lanes(otherwise));
                *to = lanes(then);
                for ((to, condition), otherwise) in to.iter_mut().zip(&condition).zip(&otherwise) {
                    *to = condition.simd_gt(f64x2::ZERO).select(*to, *otherwise);
                }
            }
        }
    }
}

impl Along {
    fn lanes(self, registers: &[Box<Block>]) -> Block {
        // Indexing cannot fail: see above.
        let Some(register) = self.register else { return [both(self.term); BLOCK] };
        let mut lanes = *registers[register];
        let (factor, term) = (both(self.factor), both(self.term));
        for value in &mut lanes {
            *value = *value * factor + term;
        }
        lanes
    }
}

/// A number twice. Not the library's `splat`: in a page that is built small that is a loop, an eighth of all time here.
#[inline(always)]
fn both(number: f64) -> f64x2 {
    f64x2::new([number, number])
}

fn quotient(a: f64, b: f64) -> f64 {
    if b == 0.0 { 0.0 } else { a / b }
}

/// The same for every draw; written so that the compiler takes several at a time.
#[inline(always)]
fn each(to: &mut Block, a: &Block, b: &Block, of: impl Fn(f64x2, f64x2) -> f64x2) {
    for ((to, a), b) in to.iter_mut().zip(a).zip(b) {
        *to = of(*a, *b);
    }
}

/// For each operation the place that uses its result last; none where nothing needs it.
fn last_uses(operations: &[LaneStep], outputs: &[Along]) -> Vec<Option<usize>> {
    let mut last = vec![None; operations.len()];
    for output in outputs.iter().filter_map(|line| line.register) {
        last[output] = Some(operations.len());
    }
    for (at, operation) in operations.iter().enumerate().rev() {
        if last[at].is_some() {
            for read in operation.reads() {
                last[read] = last[read].or(Some(at));
            }
        }
    }
    last
}

/// Lanes in the making: every operation still has a register of its own, named by its place.
struct Layout<'s> {
    sheet: &'s Sheet,
    /// By place; none where it is the same for every draw, not needed, or not reached yet.
    values: Vec<Option<Along>>,
    operations: Vec<LaneStep>,
}

// Indexing here cannot fail: a node names places before its own.
impl Layout<'_> {
    /// A number by the draws; none where it is the same for all.
    fn value(&mut self, node: &Node, column: impl Fn(Leaf) -> Option<usize>) -> Option<Along> {
        match *node {
            Node::Constant(_) | Node::IsSet(_) => None,
            Node::Leaf(leaf) => column(leaf).map(|column| self.push(LaneStep::Draw(column))),
            Node::Named(_, at) => self.values[at.index()],
            Node::Binary(operation, a, b) => {
                self.varies(&[a, b]).then(|| self.combined(operation, self.along(a), self.along(b)))
            }
            Node::Choice { condition, then, otherwise } => self
                .varies(&[condition, then, otherwise])
                .then(|| self.choice(self.along(condition), self.along(then), self.along(otherwise))),
        }
    }

    fn varies(&self, places: &[Place]) -> bool {
        places.iter().any(|at| self.values[at.index()].is_some())
    }

    /// A number as it stands; the exact value where it does not vary.
    fn along(&self, at: Place) -> Along {
        self.values[at.index()].unwrap_or_else(|| Along::constant(float(self.sheet.value(at))))
    }

    fn sum_of(&mut self, places: &[Place]) -> Along {
        places.iter().fold(Along::constant(0.0), |sum, place| self.sum(sum, self.along(*place)))
    }

    fn push(&mut self, operation: LaneStep) -> Along {
        self.operations.push(operation);
        Along::register(self.operations.len() - 1, 1.0, 0.0)
    }

    fn combined(&mut self, operation: Operation, a: Along, b: Along) -> Along {
        match operation {
            Operation::Plus => self.sum(a, b),
            Operation::Minus => self.sum(a, b.times(-1.0)),
            Operation::Times => self.product(a, b),
            Operation::Over => self.over(a, b),
            Operation::Least => self.push(LaneStep::Least(a, b)),
            Operation::Most => self.push(LaneStep::Most(a, b)),
        }
    }

    fn sum(&mut self, a: Along, b: Along) -> Along {
        match (a.register, b.register) {
            (None, _) => b.plus(a.term),
            (_, None) => a.plus(b.term),
            (Some(x), Some(y)) if x == y => Along::register(x, a.factor + b.factor, a.term + b.term),
            (Some(x), Some(y)) => {
                let sum = self.push(LaneStep::Sum { a: x, b: y, weight: b.factor / a.factor });
                sum.times(a.factor).plus(a.term + b.term)
            }
        }
    }

    fn product(&mut self, a: Along, b: Along) -> Along {
        match (a.register, b.register) {
            (None, _) => b.times(a.term),
            (_, None) => a.times(b.term),
            (Some(x), Some(y)) => {
                let (plus_a, plus_b) = (a.term / a.factor, b.term / b.factor);
                self.push(LaneStep::Product { a: x, plus_a, b: y, plus_b }).times(a.factor * b.factor)
            }
        }
    }

    fn over(&mut self, a: Along, b: Along) -> Along {
        match (a.register, b.register) {
            (_, None) => a.times(quotient(1.0, b.term)),
            (None, _) if a.term == 0.0 => a,
            _ => self.push(LaneStep::Quotient(a, b)),
        }
    }

    fn choice(&mut self, condition: Along, then: Along, otherwise: Along) -> Along {
        match condition.register {
            None => {
                if condition.term > 0.0 {
                    then
                } else {
                    otherwise
                }
            }
            Some(_) => self.push(LaneStep::Choice(condition, then, otherwise)),
        }
    }
}
