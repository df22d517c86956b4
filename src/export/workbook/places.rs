//! Where the results of a calculation and their steps stand.

use std::collections::BTreeSet;

use crate::model::id::{Leaf, LineId, MeasureId};
use crate::model::program::{Node, Place};
use crate::model::projection::{Total, YearResult};
use crate::model::sheet::Sheet;

/// The places of a calculation that its amounts need.
pub struct Places<'a> {
    /// The numbers.
    pub sheet: &'a Sheet,
    /// A mark for each place, whatever the inputs.
    needed: Vec<bool>,
}

impl<'a> Places<'a> {
    /// The places behind all amounts of all years.
    pub fn of(sheet: &'a Sheet) -> Self {
        let mut ends = Vec::new();
        for (_, year) in sheet.program().results().projection.iter() {
            year.map(|place| ends.push(*place));
        }
        Self { sheet, needed: sheet.program().needed_by(ends) }
    }

    fn years(&self, of_year: impl Fn(&YearResult<Place>) -> Vec<Place>) -> Vec<Place> {
        self.sheet.program().results().projection.iter().flat_map(|(_, year)| of_year(year)).collect()
    }

    /// A total in every year.
    pub fn total(&self, total: Total) -> Vec<Place> {
        self.years(|year| vec![year.total(total)])
    }

    /// What a care line costs in every year, with the measures that cut into it.
    pub fn line(&self, line: LineId) -> Vec<Place> {
        self.years(|year| vec![year.line(line)])
    }

    /// What a measure saves beside the others in every year.
    pub fn savings_of(&self, measure: MeasureId) -> Vec<Place> {
        self.years(|year| vec![year.measure(measure).saving])
    }

    /// What a measure costs in every year.
    pub fn costs_of(&self, measure: MeasureId) -> Vec<Place> {
        self.years(|year| vec![year.measure(measure).cost])
    }

    /// All that a measure does by itself, whatever the others do.
    pub fn of_measure(&self, measure: MeasureId) -> Vec<Place> {
        self.years(|year| {
            let result = year.measure(measure);
            vec![result.alone, result.cost, result.elsewhere, result.social]
        })
    }

    /// The nodes that amounts need, in the order of calculation.
    fn nodes(&self) -> impl Iterator<Item = (Place, &Node)> {
        // Cannot fail: there is a mark for every place.
        self.sheet.program().nodes().filter(|(at, _)| self.needed[at.index()])
    }

    /// The named steps that amounts need, in the order of calculation.
    pub fn steps(&self) -> impl Iterator<Item = Place> {
        self.nodes().filter(|(_, node)| matches!(node, Node::Named(..))).map(|(at, _)| at)
    }

    /// The figures and settings that amounts depend on.
    pub fn leaves(&self) -> BTreeSet<Leaf> {
        let leaf = |(_, node): (Place, &Node)| match node {
            Node::Leaf(leaf) => Some(*leaf),
            _ => None,
        };
        self.nodes().filter_map(leaf).collect()
    }

    /// Marks the places that some others need, in any branch.
    pub fn below(&self, places: impl IntoIterator<Item = Place>) -> Vec<bool> {
        self.sheet.program().needed_by(places)
    }
}
