//! The calculation: from the formulas of a catalogue to a program.

use rust_decimal::Decimal;

use super::catalogue::Catalogue;
use super::cell::Cell;
use super::late::Late;
use super::ordered::Ordered;
use super::plan::Plan;
use super::program::{Program, Results};
use super::projection::{Detail, MeasureResult, Parts, Total, YearResult};
use super::role::{Part, Role};
use super::term::{Record, Term};
use super::unroll::Unroll;
use super::year::PerYear;

/// The calculation with the figures of a catalogue, in the scope it opens in: every result as a number that follows from
/// figures and settings.
pub fn recorded(catalogue: &Catalogue) -> Program {
    recorded_with(catalogue, [])
}

/// The same in the scope of a plan. It holds for all plans of that scope.
pub fn recorded_for(plan: &Plan, catalogue: &Catalogue) -> Program {
    recorded_in(catalogue.scope_of(plan), catalogue, [])
}

/// The same as [`recorded`], with the numbers of some more cells among what is told.
pub fn recorded_with(catalogue: &Catalogue, also: impl IntoIterator<Item = Cell>) -> Program {
    recorded_in(catalogue.scope_of(&Plan::default()), catalogue, also)
}

/// The same in one scope, as what its switch stands at. A result of a member that does not count in it is 0.
pub fn recorded_in(scope: Decimal, catalogue: &Catalogue, also: impl IntoIterator<Item = Cell>) -> Program {
    let record = Record::default();
    let unroll = Unroll::of(catalogue, Some(scope), &record);
    let mut results = results(catalogue, |cell| unroll.counted(cell));
    also.into_iter().for_each(|cell| results.told.insert(cell, unroll.counted(cell)));
    record.program(&results)
}

/// The same in every scope, with every number that has a formula, also those that no result needs: for who shows them all. What
/// is told is as its formula gives it, also of members that do not count.
pub fn recorded_whole(catalogue: &Catalogue) -> Program {
    let record = Record::default();
    let unroll = Unroll::of(catalogue, None, &record);
    let mut results = results(catalogue, |cell| unroll.counted(cell));
    let frame = catalogue.frame();
    let calculated = frame.ids().filter(|quantity| frame.is_calculated(*quantity));
    let cells = calculated.flat_map(|quantity| frame.cells(quantity));
    cells.for_each(|cell| results.told.insert(cell, unroll.cell(cell)));
    record.program(&results)
}

/// What a calculation gives, by what is made of the cell of each.
fn results<'r>(catalogue: &Catalogue, of: impl Fn(Cell) -> Term<'r>) -> Results<Term<'r>> {
    let frame = catalogue.frame();
    let result = |role, year: usize, member: usize| of(frame.result_of(role, year, member));
    let horizon = catalogue.horizon();
    let projection = PerYear::from_fn(horizon, |year| {
        let year = horizon.offset(year);
        let measure = |at| {
            let part = |part| result(Role::Measure(part), year, at);
            MeasureResult {
                alone: part(Part::Alone),
                saving: part(Part::Saving),
                cost: part(Part::Cost),
                elsewhere: part(Part::Elsewhere),
                social: part(Part::Social),
            }
        };
        let total = |total| result(Role::Total(total), year, 0);
        let parts = Parts {
            measures: (0..catalogue.measures().len()).map(measure).collect(),
            levers: catalogue.lever_ids().map(|lever| result(Role::Lever, year, lever.index())).collect(),
            lines: catalogue.lines().map(|(line, _)| result(Role::Line, year, line.index())).collect(),
        };
        YearResult {
            parts: Late::Made(parts),
            totals: Total::ALL.map(total),
            net_saving: total(Total::Savings) - total(Total::Costs),
            in_kind: result(Role::InKind, year, 0),
            details: Detail::ALL.map(|detail| frame.detail_of(detail, year).map(&of)),
        }
    });
    let mut told = Ordered::default();
    catalogue.told().for_each(|cell| told.insert(cell, of(cell)));
    Results { projection, told }
}
