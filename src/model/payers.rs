//! Who pays and who reaps: what each measure saves and costs each payer in a year.
//!
//! Calculated when somebody asks: what follows a lever at once does not wait for it.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::calculation::recorded_in;
use super::catalogue::Catalogue;
use super::cell::{Cell, QuantityId};
use super::frame::Member;
use super::id::MeasureId;
use super::money::Money;
use super::plan::Plan;
use super::role::OfPayer;
use super::sheet::Sheet;
use super::year::Year;

/// Where what a payer saves ends up, from near to far.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Circle {
    /// In the deficit.
    Counted,
    /// With the municipality, beside its deficit.
    Elsewhere,
    /// With others.
    Outside,
}

impl Circle {
    /// All of them, in order.
    pub const ALL: [Self; 3] = [Self::Counted, Self::Elsewhere, Self::Outside];
}

/// What one measure does for one payer in one year, in nominal euros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow<'c> {
    /// Who.
    pub payer: &'c Member,
    /// Where what it saves ends up.
    pub circle: Circle,
    /// By what.
    pub measure: MeasureId,
    /// What it saves; below 0 it costs more. None where nobody knows.
    pub saving: Option<Money>,
    /// What it costs; below 0 it costs less than today. None where nobody knows what its measure costs the municipality.
    pub cost: Option<Money>,
}

/// Whether an edition knows who pays and who reaps.
pub fn are_known(catalogue: &Catalogue) -> bool {
    results(catalogue).is_some()
}

/// The quantity of each result of payers, in order; none where the edition has not all of them.
fn results(catalogue: &Catalogue) -> Option<[QuantityId; OfPayer::ALL.len()]> {
    let all: Option<Vec<QuantityId>> = catalogue.frame().of_payers.iter().copied().collect();
    all?.try_into().ok()
}

/// All that a plan does for payers in a year, by payer and then by measure, without what is nothing; none where the edition
/// knows no payers.
pub fn flows<'c>(plan: &Plan, year: Year, catalogue: &'c Catalogue) -> Option<Vec<Flow<'c>>> {
    let frame = catalogue.frame();
    let [saving, cost, counts, own] = results(catalogue)?;
    let payers = *frame.quantity(own).per.first()?;
    let at = catalogue.horizon().offset(year);
    let cell = |quantity, payer: u16, measure: MeasureId| {
        let place = |set| if Some(set) == frame.time { at } else { measure.index() };
        frame.cell(quantity, |set| if set == payers { payer } else { place(set) as u16 })
    };
    let pairs = || {
        (0..frame.set(payers).members.len() as u16).flat_map(|payer| catalogue.measure_ids().map(move |of| (payer, of)))
    };
    let cells = pairs().flat_map(|(payer, of)| [saving, cost, counts, own].map(|quantity| cell(quantity, payer, of)));
    let cells: Vec<Cell> = cells.collect();
    let sheet = Sheet::of(&Arc::new(recorded_in(catalogue.scope_of(plan), catalogue, cells)), plan);
    let told = |quantity, payer, measure| sheet.told(cell(quantity, payer, measure));
    let all_cost = |measure| {
        let of = |payer| Money::from_euros(told(cost, payer, measure));
        (0..frame.set(payers).members.len() as u16).map(of).sum()
    };
    let flow = |(payer, measure): (u16, MeasureId)| {
        let told = |quantity| told(quantity, payer, measure);
        let [saving, cost] = [saving, cost].map(|quantity| Money::from_euros(told(quantity)));
        let circle = match [counts, own].map(|quantity| told(quantity) > Decimal::ZERO) {
            [true, _] => Circle::Counted,
            [false, true] => Circle::Elsewhere,
            [false, false] => Circle::Outside,
        };
        let is_nothing = saving == Money::zero() && cost == Money::zero();
        let is_known = !catalogue.measure(measure).is_unknown(plan);
        let is_cost_known =
            circle == Circle::Outside || !catalogue.is_any_cost_unknown(measure, year, plan, all_cost(measure));
        let payer = frame.set(payers).members.get(usize::from(payer))?;
        let (saving, cost) = (is_known.then_some(saving), is_cost_known.then_some(cost));
        (!is_nothing).then_some(Flow { payer, circle, measure, saving, cost })
    };
    Some(pairs().filter_map(flow).collect())
}

/// What some flows come to together, in nominal euros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Together {
    /// What is saved, as far as anybody knows; below 0 more is paid.
    pub saving: Money,
    /// What it costs, likewise; below 0 it costs less than today.
    pub cost: Money,
    /// Whether nobody knows what some of it saves.
    pub saves_unknown: bool,
    /// Whether nobody knows what some of it costs.
    pub costs_unknown: bool,
}

impl Together {
    /// What flows come to.
    pub fn of<'f, 'c: 'f>(flows: impl Iterator<Item = &'f Flow<'c>> + Clone) -> Self {
        Self {
            saving: flows.clone().filter_map(|flow| flow.saving).sum(),
            cost: flows.clone().filter_map(|flow| flow.cost).sum(),
            saves_unknown: flows.clone().any(|flow| flow.saving.is_none()),
            costs_unknown: flows.clone().any(|flow| flow.cost.is_none()),
        }
    }

    /// What is saved after the cost, as far as anybody knows.
    pub fn net(&self) -> Money {
        self.saving - self.cost
    }
}

/// The own harvest of a measure: which part of what it saves counts in the deficit, as a fraction. None where nobody knows
/// what it saves, and where it is no part of a whole: what some save there, others pay.
pub fn own_harvest<'f, 'c: 'f>(of_measure: impl Iterator<Item = &'f Flow<'c>> + Clone) -> Option<Decimal> {
    let all = Together::of(of_measure.clone());
    let counted = Together::of(of_measure.filter(|flow| flow.circle == Circle::Counted));
    let is_part = Money::zero() <= counted.saving && counted.saving <= all.saving && all.saving > Money::zero();
    (is_part && !all.saves_unknown).then(|| counted.saving.over(all.saving))
}
