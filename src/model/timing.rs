//! Phase-in and realisation.

use super::catalogue::Group;
use super::id::{AssumptionId, Measure};
use super::inputs::Inputs;
use super::label::Label;
use super::money::Money;
use super::number::Number;
use super::year::Year;

/// How far a measure is in a year, and how much of its effect is counted.
pub struct Timing<N> {
    /// The phase-in, from 0 before the start to 1.
    pub phase: N,
    /// 1 from the start year, else 0.
    pub running: N,
    /// 1 in the start year, else 0.
    pub starting: N,
    /// The realisation rate; none for measures whose figures were already realised.
    realisation: Option<N>,
}

impl<N: Number> Timing<N> {
    /// The timing of a measure in a year.
    pub fn of(inputs: &Inputs<N>, measure: Measure, year: Year) -> Self {
        // Years of work up to and including this year, and up to the year before.
        let worked_before = (N::constant(year.decimal()) - inputs.start(measure)).max(N::zero());
        let worked = (N::constant(year.decimal()) - inputs.start(measure) + N::one()).max(N::zero());
        let running = worked.min(N::one());
        let phase = worked.over(inputs.ramp(measure)).min(N::one());
        let realisation = match inputs.group(measure) {
            Group::Zacht => Some(inputs.rate(AssumptionId::RealisatieZacht)),
            Group::Hard => Some(inputs.rate(AssumptionId::RealisatieHard)),
            Group::Gemeten => None,
        };
        Self {
            phase: phase.named(Label::share("ingroei").by(measure).at(year)),
            running,
            starting: running - worked_before.min(N::one()),
            realisation,
        }
    }

    /// A reduction as far as it works: phased in, and discounted where it is positive.
    pub fn part(&self, full: N) -> N {
        full * self.phase * self.rate(|rate| full.if_positive(rate, N::one()))
    }

    /// An amount as far as it works, likewise.
    pub fn amount(&self, full: Money<N>) -> Money<N> {
        full * self.phase * self.rate(|rate| full.if_positive(rate, N::one()))
    }

    fn rate(&self, of_positive: impl Fn(N) -> N) -> N {
        self.realisation.map_or_else(N::one, of_positive)
    }
}
