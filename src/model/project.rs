//! The calculation: from inputs to results, for any reading.

use rust_decimal::Decimal;

use super::baseline::{Baseline, Line, budget};
use super::catalogue::Catalogue;
use super::effect::{Effect, Follows};
use super::id::MeasureId;
use super::indices::Indices;
use super::inputs::{Inputs, measures};
use super::label::Label;
use super::money::Money;
use super::number::Number;
use super::plan::Plan;
use super::projection::{MeasureResult, Projection, Total, YearResult};
use super::timing::Timing;
use super::year::{PerYear, Year};

/// The exact results of a plan.
pub fn project(catalogue: &Catalogue, plan: &Plan) -> Projection {
    calculate(&Inputs::<Decimal>::exact(catalogue, plan))
}

/// The results for one reading of the inputs.
pub fn calculate<N: Number>(inputs: &Inputs<N>) -> Projection<N> {
    let indices = Indices::of(inputs);
    let baseline = Baseline::of(inputs, &indices);
    let budget = budget(inputs, &indices);
    let effects = measures(|measure| Effect::of(measure, inputs));
    let timings = measures(|measure| Timing::of(inputs, measure));
    let cuts = Line::ALL.map(|line| cuts_of(line, &effects));
    PerYear::from_fn(|year| {
        let mut results =
            measures(|measure| by_amount(&effects[measure.index()], &timings[measure.index()][year], &indices, year));
        let lines = Line::ALL.map(|line| {
            // Cannot fail: a Line is an index into ALL.
            let parts = parts(line, &cuts[line as usize], &timings, year);
            compound(baseline.line(line, year), &parts, &mut results, line, year)
        });
        let results = named(results, year);
        let totals = totals(&results, baseline.total[year], budget[year], year);
        YearResult { measures: results, lines, totals }
    })
}

/// The measures that cut into a line, with the part each takes away at full strength.
fn cuts_of<N: Number>(line: Line, effects: &[Effect<N>; MeasureId::COUNT]) -> Vec<(MeasureId, N)> {
    let of_measure = |(measure, effect): (MeasureId, &Effect<N>)| {
        let cut = effect.reductions.iter().find(|(reduced, _)| *reduced == line);
        cut.map(|(_, full)| (measure, *full))
    };
    MeasureId::all().zip(effects).filter_map(of_measure).collect()
}

/// The parts that measures take away from a line in a year, as far as they are phased in.
fn parts<N: Number>(
    line: Line,
    cuts: &[(MeasureId, N)],
    timings: &[PerYear<Timing<N>>; MeasureId::COUNT],
    year: Year,
) -> Vec<(MeasureId, N)> {
    let phased = |(measure, full): &(MeasureId, N)| {
        let label = Label::share("vermindering").of(line.name()).by(*measure).at(year);
        (*measure, (*full * timings[measure.index()][year].phase).named(label))
    };
    cuts.iter().map(phased).collect()
}

/// What a measure does in a year apart from reductions of care lines.
fn by_amount<N: Number>(effect: &Effect<N>, timing: &Timing<N>, indices: &Indices<N>, year: Year) -> MeasureResult<N> {
    let price = indices.price[year];
    let index = match effect.follows {
        Follows::Price => price,
        Follows::CostPerYouth => indices.youth[year],
    };
    let or_nothing = |amount: Option<Money<N>>| amount.unwrap_or_else(Money::zero);
    let saving = or_nothing(effect.amount.map(|amount| amount * timing.phase * index));
    let per_year = or_nothing(effect.cost.map(|cost| cost * timing.running * price));
    MeasureResult {
        alone: saving,
        saving,
        cost: per_year + or_nothing(effect.one_off.map(|cost| cost * timing.starting)),
        elsewhere: or_nothing(effect.elsewhere.map(|amount| amount * timing.phase * price)),
        social: or_nothing(effect.social.map(|amount| amount * timing.phase * price)),
    }
}

/// What is left of a line. Its reductions compound; what they save together is divided in proportion to the parts, so
/// that order does not matter: each saves the same share of what it would save alone.
fn compound<N: Number>(
    base: Money<N>,
    parts: &[(MeasureId, N)],
    results: &mut [MeasureResult<N>; MeasureId::COUNT],
    line: Line,
    year: Year,
) -> Money<N> {
    if parts.is_empty() {
        return base;
    }
    let label = |text| Label::share(text).of(line.name()).at(year);
    let remaining = parts.iter().fold(N::one(), |rest, (_, part)| rest * part.rest());
    let sum = parts.iter().fold(N::zero(), |sum, (_, part)| sum + *part);
    let beside_others = remaining.rest().over(sum).named(label("deel dat overblijft naast de andere maatregelen"));
    for (measure, part) in parts {
        let alone = (base * *part).named(Label::money("besparing als enige").of(line.name()).by(*measure).at(year));
        let result = &mut results[measure.index()];
        result.alone = result.alone + alone;
        result.saving = result.saving + alone * beside_others;
    }
    base * remaining
}

fn named<N: Number>(results: [MeasureResult<N>; MeasureId::COUNT], year: Year) -> [MeasureResult<N>; MeasureId::COUNT] {
    measures(|measure| {
        let result = results[measure.index()];
        let label = |text| Label::money(text).by(measure).at(year);
        MeasureResult {
            alone: result.alone.named(label("besparing als enige maatregel")),
            saving: result.saving.named(label("besparing")),
            cost: result.cost.named(label("kosten")),
            elsewhere: result.elsewhere.named(label("besparing elders in de gemeente")),
            social: result.social.named(label("maatschappelijke baten")),
        }
    })
}

fn totals<N: Number>(
    results: &[MeasureResult<N>; MeasureId::COUNT],
    baseline: Money<N>,
    budget: Money<N>,
    year: Year,
) -> [Money<N>; Total::ALL.len()] {
    let name = |amount: Money<N>, text| amount.named(Label::money(text).at(year));
    let sum = |of: fn(&MeasureResult<N>) -> Money<N>, text| name(results.iter().map(of).sum(), text);
    let savings = sum(|result| result.saving, "besparing van alle maatregelen");
    let costs = sum(|result| result.cost, "kosten van alle maatregelen");
    let net = name(baseline - savings + costs, "netto kosten");
    let alone = sum(|result| result.alone, "besparing van elke maatregel als enige");
    Total::ALL.map(|figure| match figure {
        Total::Baseline => baseline,
        Total::Savings => savings,
        Total::Costs => costs,
        Total::Net => net,
        Total::Budget => budget,
        Total::Deficit => name(net - budget, "tekort"),
        Total::DeficitWithout => name(baseline - budget, "tekort zonder maatregelen"),
        Total::Elsewhere => sum(|result| result.elsewhere, "besparing elders in de gemeente"),
        Total::Social => sum(|result| result.social, "maatschappelijke baten"),
        Total::Overlap => name(alone - savings, "overlap"),
    })
}
