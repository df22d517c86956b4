//! Phase-in and realisation.

use rust_decimal::Decimal;

use super::catalogue::Group;
use super::id::{AssumptionId, MeasureId};
use super::inputs::Inputs;
use super::label::Label;
use super::number::Number;
use super::year::PerYear;

/// How far a measure is in a year.
#[derive(Clone, Copy)]
pub struct Timing<N> {
    /// The phase-in, from 0 before the start to 1.
    pub phase: N,
    /// 1 from the start year, else 0.
    pub running: N,
    /// 1 in the start year, else 0.
    pub starting: N,
}

impl<N: Number> Timing<N> {
    /// The timing of a measure by year. In the base year no measure works yet.
    pub fn of(inputs: &Inputs<N>, measure: MeasureId) -> PerYear<Self> {
        let before = Self { phase: N::zero(), running: N::zero(), starting: N::zero() };
        PerYear::from_previous(before, |previous, year| {
            let next_year = N::constant(year.decimal() + Decimal::ONE);
            let years_worked = (next_year - inputs.start(measure)).max(N::zero());
            let phase = years_worked.over(inputs.ramp(measure)).min(N::one());
            let running = years_worked.min(N::one());
            let name = |label: Label| label.by(measure).at(year);
            Self {
                phase: phase.named(name(Label::share("ingroei"))),
                running: running.named(name(Label::count("loopt in dit jaar, 1 is ja"))),
                starting: (running - previous.running).named(name(Label::count("begint in dit jaar, 1 is ja"))),
            }
        })
    }
}

/// The factor that turns a full effect into the part of it that is realised: a rate for positive effects only.
pub fn realised<N: Number>(inputs: &Inputs<N>, measure: MeasureId, full: N) -> N {
    let rate = match inputs.group(measure) {
        Group::Zacht => inputs.rate(AssumptionId::RealisatieZacht),
        Group::Hard => inputs.rate(AssumptionId::RealisatieHard),
        // Its figures are what was realised already: discounting them again would turn the advice round.
        Group::Gemeten => return N::one(),
    };
    full.if_positive(rate, N::one())
}
