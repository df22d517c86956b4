//! What the result of each measure rests on.

use std::collections::BTreeSet;

use super::catalogue::{Assumption, Catalogue};
use super::id::{FigureId, Leaf, MeasureId, Setting};
use super::money::Money;
use super::plan::Plan;
use super::program::Place;
use super::projection::{MeasureResult, Total, YearResult};
use super::sheet::Sheet;
use super::source::Status;

/// The figures and settings behind the effect and cost of each measure, by measure.
///
/// An edition says which numbers are effect and cost; where it does not, they are all that its results are calculated from,
/// lines and prices too. They depend on the plan only where it changes the shape of a formula (a fixed price index).
pub fn dependencies(catalogue: &Catalogue, sheet: &Sheet) -> Vec<Vec<Leaf>> {
    let results = sheet.program().results();
    let last = results.projection.last();
    let of_measure = |(id, result): (MeasureId, &MeasureResult<Place>)| {
        let named = catalogue.frame().basis_of(id.index() as u16).filter_map(|cell| results.told.get(&cell).copied());
        let named: Vec<Place> = named.collect();
        sheet.leaves(if named.is_empty() { vec![result.alone, result.cost] } else { named })
    };
    last.by_measure().map(of_measure).collect()
}

/// The figures behind any result of any year, also as the default of an assumption.
pub fn figures_used(catalogue: &Catalogue, sheet: &Sheet) -> BTreeSet<FigureId> {
    let results = sheet.program().results().projection.iter().flat_map(|(_, year)| year.totals);
    let figure = |leaf: Leaf| match leaf {
        Leaf::Setting(Setting::Figure(id)) | Leaf::Tenth(id, _) => Some(id),
        Leaf::Setting(Setting::Assumption(id)) => catalogue.assumption(id).figure,
        Leaf::Setting(_) | Leaf::Neutral(_) => None,
    };
    sheet.leaves(results).into_iter().filter_map(figure).collect()
}

/// What a figure or setting rests on; none for levers and timing, which the user chooses, unless a lever is itself an effect
/// that no source gives.
pub fn status_of(leaf: Leaf, catalogue: &Catalogue, plan: &Plan) -> Option<Status> {
    match leaf {
        Leaf::Setting(Setting::Figure(id)) if catalogue.is_own(id, plan) => Some(Status::EigenInvoer),
        Leaf::Setting(Setting::Figure(id)) | Leaf::Tenth(id, _) => Some(catalogue.figure(id).status),
        Leaf::Setting(Setting::Assumption(id)) => status_of_assumption(catalogue.assumption(id), catalogue),
        Leaf::Setting(Setting::Lever(id)) => catalogue.lever(id).is_effect.then_some(Status::Aanname),
        Leaf::Setting(setting @ Setting::Member(..)) => {
            let is_unknown = catalogue.is_unknown_cost(setting);
            (is_unknown && plan.own(setting).is_some()).then_some(Status::EigenInvoer)
        }
        Leaf::Neutral(_) => None,
    }
}

/// An assumption that may be left open counts only where somebody entered it: no document shows it.
fn status_of_assumption(assumption: &Assumption, catalogue: &Catalogue) -> Option<Status> {
    let entered = assumption.open.as_ref().map(|_| Status::Aanname);
    entered.or_else(|| assumption.figure.map(|figure| catalogue.figure(figure).status))
}

/// The weakest status over all that a measure rests on.
pub fn basis(leaves: &[Leaf], catalogue: &Catalogue, plan: &Plan) -> Status {
    leaves.iter().filter_map(|leaf| status_of(*leaf, catalogue, plan)).max().unwrap_or(Status::Bron)
}

/// How the savings of a year divide over what they rest on, in the order of [`Status::ALL`].
///
/// Invariant: the parts add up to the savings of the year.
pub fn divide(result: &YearResult, bases: &[Status]) -> [Money; Status::ALL.len()] {
    Status::ALL.map(|status| {
        let of_status = result.parts.measures.iter().zip(bases).filter(|(_, basis)| **basis == status);
        of_status.map(|(measure, _)| measure.saving).sum()
    })
}

/// The share of a part in the savings of a year, none where there are no savings to divide.
pub fn share(part: Money, result: &YearResult) -> Option<rust_decimal::Decimal> {
    let savings = result.total(Total::Savings);
    (savings > Money::zero()).then(|| part.over(savings))
}
