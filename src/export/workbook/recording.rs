//! What was recorded of a calculation, as far as its results need it.

use std::collections::BTreeSet;

use crate::model::baseline::Line;
use crate::model::id::MeasureId;
use crate::model::inputs::Leaf;
use crate::model::projection::{Projection, Total};
use crate::model::trace::{Node, Origin, Term};
use crate::model::year::Year;

/// A recorded calculation with its results.
pub struct Recording<'a> {
    /// Everything recorded.
    pub nodes: &'a [Node],
    /// The results.
    pub projection: &'a Projection<Term<'a>>,
    /// Which nodes the results need, whatever the inputs.
    needed: Vec<bool>,
}

impl<'a> Recording<'a> {
    /// The recording with its results.
    pub fn of(nodes: &'a [Node], projection: &'a Projection<Term<'a>>) -> Self {
        let mut recording = Self { nodes, projection, needed: Vec::new() };
        let totals = recording.years(|year| Total::ALL.map(|figure| projection[year].total(figure).euros()).to_vec());
        let lines = recording.years(|year| projection[year].lines.map(|line| line.euros()).to_vec());
        let measures = MeasureId::all().flat_map(|measure| recording.of_measure(measure));
        let savings = MeasureId::all().flat_map(|measure| recording.savings_of(measure));
        recording.needed = recording.below(totals.into_iter().chain(lines).chain(measures).chain(savings));
        recording
    }

    fn years(&self, of_year: impl Fn(Year) -> Vec<Term<'a>>) -> Vec<Term<'a>> {
        Year::all().flat_map(of_year).collect()
    }

    /// A total in every year.
    pub fn total(&self, figure: Total) -> Vec<Term<'a>> {
        self.years(|year| vec![self.projection[year].total(figure).euros()])
    }

    /// What a care line costs in every year, with the measures that cut into it.
    pub fn line(&self, line: Line) -> Vec<Term<'a>> {
        // Cannot fail: a Line is an index into ALL.
        self.years(|year| vec![self.projection[year].lines[line as usize].euros()])
    }

    /// What a measure saves beside the others in every year.
    pub fn savings_of(&self, measure: MeasureId) -> Vec<Term<'a>> {
        self.years(|year| vec![self.projection[year].measure(measure).saving.euros()])
    }

    /// What a measure costs in every year.
    pub fn costs_of(&self, measure: MeasureId) -> Vec<Term<'a>> {
        self.years(|year| vec![self.projection[year].measure(measure).cost.euros()])
    }

    /// All that a measure does by itself, whatever the others do.
    pub fn of_measure(&self, measure: MeasureId) -> Vec<Term<'a>> {
        self.years(|year| {
            let result = self.projection[year].measure(measure);
            [result.alone, result.cost, result.elsewhere, result.social].map(|amount| amount.euros()).to_vec()
        })
    }

    /// The named steps that results need, in the order they were computed.
    pub fn steps(&self) -> impl Iterator<Item = usize> + '_ {
        let is_step = |at: &usize| self.needed[*at] && matches!(self.nodes[*at].origin, Origin::Named(..));
        // Cannot fail: there is a mark for every node.
        (0..self.nodes.len()).filter(is_step)
    }

    /// The figures and settings that results depend on, whatever the inputs.
    pub fn leaves(&self) -> BTreeSet<Leaf> {
        let leaf = |(node, needed): (&Node, &bool)| match node.origin {
            Origin::Leaf(leaf) if *needed => Some(leaf),
            _ => None,
        };
        self.nodes.iter().zip(&self.needed).filter_map(leaf).collect()
    }

    /// Marks the nodes that terms need, in any branch.
    pub fn below(&self, terms: impl IntoIterator<Item = Term<'a>>) -> Vec<bool> {
        let mut needed = vec![false; self.nodes.len()];
        // Indexing here cannot fail: terms and nodes name places on the tape.
        terms.into_iter().filter_map(Term::on_tape).for_each(|at| needed[at] = true);
        for at in (0..needed.len()).rev() {
            if needed[at] {
                parts(&self.nodes[at].origin).into_iter().flatten().for_each(|part| needed[part] = true);
            }
        }
        needed
    }
}

/// The places that a node names.
fn parts(origin: &Origin) -> [Option<usize>; 3] {
    match *origin {
        Origin::Constant | Origin::Leaf(_) => [None; 3],
        Origin::Named(_, inner) => [Some(inner), None, None],
        Origin::Binary(_, left, right) => [Some(left), Some(right), None],
        Origin::Entry { entered, open, .. } => [Some(entered), Some(open), None],
        Origin::Choice { condition, then, otherwise } => [Some(condition), Some(then), Some(otherwise)],
    }
}
