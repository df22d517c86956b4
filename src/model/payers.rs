//! Who pays and who reaps: what each measure saves and costs each payer in a year.
//!
//! Calculated when somebody asks: what follows a lever at once does not wait for it.

use std::sync::Arc;

use super::calculation::recorded_in;
use super::catalogue::Catalogue;
use super::cell::{Cell, QuantityId};
use super::frame::Member;
use super::id::MeasureId;
use super::money::Money;
use super::plan::Plan;
use super::sheet::Sheet;
use super::year::Year;

/// What one measure does for one payer in one year, in nominal euros.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Flow<'c> {
    /// Who.
    pub payer: &'c Member,
    /// By what.
    pub measure: MeasureId,
    /// What it saves; below 0 it costs more. None where nobody knows.
    pub saving: Option<Money>,
    /// What it costs; below 0 it costs less than today.
    pub cost: Money,
}

/// All that a plan does for payers in a year, by payer and then by measure, without what is nothing; none where the edition
/// knows no payers.
pub fn flows<'c>(plan: &Plan, year: Year, catalogue: &'c Catalogue) -> Option<Vec<Flow<'c>>> {
    let frame = catalogue.frame();
    let [saving, cost] = frame
        .of_payers
        .as_slice()
        .try_into()
        .ok()
        .and_then(|[saving, cost]: [Option<QuantityId>; 2]| Some([saving?, cost?]))?;
    let per = &frame.quantity(saving).per;
    let payers = *per.iter().find(|set| Some(**set) != frame.time && Some(**set) != frame.acting)?;
    let at = catalogue.horizon().offset(year);
    let cell = |quantity, payer: u16, measure: MeasureId| {
        let place = |set| if Some(set) == frame.time { at } else { measure.index() };
        frame.cell(quantity, |set| if set == payers { payer } else { place(set) as u16 })
    };
    let pairs = || {
        (0..frame.set(payers).members.len() as u16).flat_map(|payer| catalogue.measure_ids().map(move |of| (payer, of)))
    };
    let cells: Vec<Cell> =
        pairs().flat_map(|(payer, of)| [saving, cost].map(|quantity| cell(quantity, payer, of))).collect();
    let sheet = Sheet::of(&Arc::new(recorded_in(catalogue.scope_of(plan), catalogue, cells)), plan);
    let flow = |(payer, measure): (u16, MeasureId)| {
        let [saving, cost] =
            [saving, cost].map(|quantity| Money::from_euros(sheet.told(cell(quantity, payer, measure))));
        let is_nothing = saving == Money::zero() && cost == Money::zero();
        let is_known = !catalogue.measure(measure).is_unknown(plan);
        let payer = frame.set(payers).members.get(usize::from(payer))?;
        (!is_nothing).then_some(Flow { payer, measure, saving: is_known.then_some(saving), cost })
    };
    Some(pairs().filter_map(flow).collect())
}
