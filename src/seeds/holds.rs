//! Whether what must always hold does so in the plans of the seeds.

use std::sync::Arc;

use rust_decimal::Decimal;

use super::error::{Problem, Refusal, SeedError};
use super::frame::{Check, Made, members_of};
use crate::model::calculation::recorded_in;
use crate::model::catalogue::Catalogue;
use crate::model::cell::Cell;
use crate::model::digits::dutch;
use crate::model::plan::Plan;
use crate::model::sheet::Sheet;

/// Of numbers with 28 digits the last depend on the order in which they are added.
const DIGITS: u32 = 9;

/// Compares the sides of every check without changes and in every ready-made scenario.
///
/// # Errors
/// The checks that do not hold, each with the first of its numbers that differ; and a scenario that is refused.
pub fn always(catalogue: &Catalogue, made: &Made) -> Result<(), Refusal> {
    let frame = catalogue.frame();
    if made.checks.is_empty() && frame.refusals.is_empty() {
        return Ok(());
    }
    let programs = catalogue.scopes().into_iter().map(|scope| {
        let sides = made.checks.iter().flat_map(|check| [check.is, check.equals]);
        Arc::new(recorded_in(scope, catalogue, sides.flat_map(|side| frame.cells(side))))
    });
    let programs: Vec<_> = programs.collect();
    let presets = catalogue.scenarios().iter().chain(catalogue.baselines());
    let presets = presets.map(|preset| (preset.id.as_str(), preset.plan.clone()));
    let sheets: Vec<_> = [("zonder wijzigingen", Plan::default())]
        .into_iter()
        .chain(presets)
        .flat_map(|(name, plan)| programs.iter().map(move |program| (name, Sheet::of(program, &plan))))
        .collect();
    let broken = made.checks.iter().filter_map(|check| broken(check, &sheets, catalogue, made));
    let problems: Vec<_> = broken.chain(refused(&sheets, catalogue, made)).collect();
    if problems.is_empty() { Ok(()) } else { Err(Refusal(problems)) }
}

fn broken(check: &Check, sheets: &[(&str, Sheet)], catalogue: &Catalogue, made: &Made) -> Option<SeedError> {
    let frame = catalogue.frame();
    let differs = |(name, sheet): &(&str, Sheet), cell: Cell| {
        let sides = [cell, Cell { quantity: check.equals, ..cell }].map(|side| sheet.told(side).round_dp(DIGITS));
        let [is, equals] = sides;
        (is != equals).then(|| (name.to_string(), cell, sides))
    };
    let mut all = sheets.iter().flat_map(|sheet| frame.cells(check.is).map(move |cell| (sheet, cell)));
    let (plan, cell, [is, equals]) = all.find_map(|(sheet, cell)| differs(sheet, cell))?;
    let of = Some(members_of(cell, frame)).filter(|of| !of.is_empty()).map(|of| format!(" ({of})"));
    let says = format!(
        "dit klopt niet{} in `{plan}`: `is` geeft {} en `equals` geeft {}; verbeter een van de twee formules{}",
        of.unwrap_or_default(),
        dutch(is),
        dutch(equals),
        shared(check, cell, catalogue, made).unwrap_or_default()
    );
    Some(SeedError::at(&check.place.file, &check.id, check.place.at, Problem::Text(says)))
}

/// What may be missing where a check is of a number that each lever of a measure has: which part is of which lever.
fn shared(check: &Check, cell: Cell, catalogue: &Catalogue, made: &Made) -> Option<String> {
    let frame = catalogue.frame();
    let of_levers =
        frame.named(&check.id).filter(|of| frame.quantity(*of).per.iter().any(|set| Some(*set) == made.knobs));
    let (_, place) = of_levers.and(frame.members(cell).find(|(set, _)| Some(*set) == frame.acting))?;
    let measure = catalogue.measures().get(usize::from(place))?;
    let count = catalogue.levers_of(measure.measure).count();
    let says = format!(
        ". Maatregel {} heeft {count} knoppen: schrijf bij ieder `[lever.\"…\"]` met `\"{}\"` hoeveel van hem is",
        measure.number, check.id
    );
    (count > 1).then_some(says)
}

/// A plan of the seeds in which something holds that must not.
fn refused(sheets: &[(&str, Sheet)], catalogue: &Catalogue, made: &Made) -> Option<SeedError> {
    let frame = catalogue.frame();
    let written = |_, number: Decimal| dutch(number);
    let mut all = sheets.iter().flat_map(|sheet| frame.refusals.iter().map(move |refusal| (sheet, refusal)));
    all.find_map(|((plan, sheet), refusal)| {
        let why = refusal.told(sheet, written)?;
        let place = refusal.cells().next().and_then(|condition| made.place(condition, frame))?;
        let says = format!("dit geldt al in `{plan}`: {why} Verbeter de voorwaarde of dat scenario.");
        Some(SeedError::at(&place.file, "refuse", place.at, Problem::Text(says)))
    })
}
