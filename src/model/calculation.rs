//! The calculation: from inputs to results.

use super::baseline::{Baseline, budget};
use super::catalogue::Catalogue;
use super::effect::{Effect, Follows, reached};
use super::id::MeasureId;
use super::indices::Indices;
use super::inputs::Inputs;
use super::label::Label;
use super::line::Line;
use super::money::Money;
use super::program::{Program, Results};
use super::projection::{MeasureResult, Projection, Total, YearResult};
use super::term::{Amount, Record, Term};
use super::timing::Timing;
use super::year::{PerYear, Year};

/// The calculation with the figures of a catalogue: every result as a number that follows from figures and settings.
pub fn recorded(catalogue: &Catalogue) -> Program {
    let record = Record::default();
    let inputs = Inputs::read(catalogue, &record);
    let projection = projection(&inputs).map(|year| year.map(|amount| amount.euros()));
    record.program(&Results { projection, reached: reached(&inputs) })
}

fn projection<'r>(inputs: &Inputs<'r>) -> Projection<Amount<'r>> {
    let (catalogue, indices) = (inputs.catalogue, Indices::of(inputs));
    let baseline = Baseline::of(inputs, &indices);
    let budget = budget(inputs, &indices);
    let effects: Vec<_> = catalogue.measure_ids().map(|measure| Effect::of(measure, inputs)).collect();
    let timings: Vec<_> = catalogue.measure_ids().map(|measure| Timing::of(inputs, measure)).collect();
    let order: Vec<Line> = catalogue.lines().iter().filter_map(|line| Line::parse(&line.id)).collect();
    let cuts = Line::ALL.map(|line| cuts_of(line, &effects));
    PerYear::from_fn(catalogue.horizon(), |year| {
        let of_measures = effects.iter().zip(&timings);
        let mut results: Vec<_> =
            of_measures.map(|(effect, timing)| by_amount(effect, &timing[year], &indices, year)).collect();
        let lines = Line::ALL.map(|line| {
            // Cannot fail: a Line is an index into ALL.
            let parts = parts(line, &cuts[line as usize], &timings, year);
            compound(baseline.line(line, year), &parts, &mut results, line, year)
        });
        let lines = order.iter().map(|line| lines[*line as usize]).collect();
        let results = named(&results, year);
        let totals = totals(&results, baseline.total[year], budget[year], year);
        YearResult { measures: results, lines, totals }
    })
}

/// The measures that cut into a line, with the part each takes away at full strength.
fn cuts_of<'r>(line: Line, effects: &[Effect<'r>]) -> Vec<(MeasureId, Term<'r>)> {
    let of_measure = |(measure, effect): (MeasureId, &Effect<'r>)| {
        let cut = effect.reductions.iter().find(|(reduced, _)| *reduced == line);
        cut.map(|(_, full)| (measure, *full))
    };
    MeasureId::first(effects.len()).zip(effects).filter_map(of_measure).collect()
}

/// The parts that measures take away from a line in a year, as far as they are phased in.
fn parts<'r>(
    line: Line,
    cuts: &[(MeasureId, Term<'r>)],
    timings: &[PerYear<Timing<'r>>],
    year: Year,
) -> Vec<(MeasureId, Term<'r>)> {
    let phased = |(measure, full): &(MeasureId, Term<'r>)| {
        let label = Label::share("vermindering").of(line.name()).by(*measure).at(year);
        (*measure, (*full * timings[measure.index()][year].phase).named(label))
    };
    cuts.iter().map(phased).collect()
}

/// What a measure does in a year apart from reductions of care lines.
fn by_amount<'r>(
    effect: &Effect<'r>,
    timing: &Timing<'r>,
    indices: &Indices<'r>,
    year: Year,
) -> MeasureResult<Amount<'r>> {
    let price = indices.price[year];
    let index = match effect.follows {
        Follows::Price => price,
        Follows::CostPerYouth => indices.youth[year],
    };
    let or_nothing = |amount: Option<Amount<'r>>| amount.unwrap_or_else(Money::zero);
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
fn compound<'r>(
    base: Amount<'r>,
    parts: &[(MeasureId, Term<'r>)],
    results: &mut [MeasureResult<Amount<'r>>],
    line: Line,
    year: Year,
) -> Amount<'r> {
    if parts.is_empty() {
        return base;
    }
    let label = |text| Label::share(text).of(line.name()).at(year);
    let remaining = parts.iter().fold(Term::one(), |rest, (_, part)| rest * part.rest());
    let sum = parts.iter().fold(Term::zero(), |sum, (_, part)| sum + *part);
    let beside_others = remaining.rest().over(sum).named(label("deel dat overblijft naast de andere maatregelen"));
    for (measure, part) in parts {
        let alone = (base * *part).named(Label::money("besparing als enige").of(line.name()).by(*measure).at(year));
        let result = &mut results[measure.index()];
        result.alone = result.alone + alone;
        result.saving = result.saving + alone * beside_others;
    }
    base * remaining
}

fn named<'r>(results: &[MeasureResult<Amount<'r>>], year: Year) -> Vec<MeasureResult<Amount<'r>>> {
    let of_measure = |(measure, result): (MeasureId, &MeasureResult<Amount<'r>>)| {
        let label = |text| Label::money(text).by(measure).at(year);
        MeasureResult {
            alone: result.alone.named(label("besparing als enige maatregel")),
            saving: result.saving.named(label("besparing")),
            cost: result.cost.named(label("kosten")),
            elsewhere: result.elsewhere.named(label("besparing elders in de gemeente")),
            social: result.social.named(label("maatschappelijke baten")),
        }
    };
    MeasureId::first(results.len()).zip(results).map(of_measure).collect()
}

fn totals<'r>(
    results: &[MeasureResult<Amount<'r>>],
    baseline: Amount<'r>,
    budget: Amount<'r>,
    year: Year,
) -> [Amount<'r>; Total::ALL.len()] {
    let name = |amount: Amount<'r>, text| amount.named(Label::money(text).at(year));
    let sum = |of: fn(&MeasureResult<Amount<'r>>) -> Amount<'r>, text| name(results.iter().map(of).sum(), text);
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
