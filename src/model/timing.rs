//! Phase-in and realisation.

use rust_decimal::Decimal;

use super::id::MeasureId;
use super::inputs::Inputs;
use super::label::Label;
use super::term::Term;
use super::year::PerYear;

/// How far a measure is in a year.
#[derive(Clone, Copy)]
pub struct Timing<'r> {
    /// The phase-in, from 0 before the start to 1.
    pub phase: Term<'r>,
    /// 1 from the start year, else 0.
    pub running: Term<'r>,
    /// 1 in the start year, else 0.
    pub starting: Term<'r>,
}

impl<'r> Timing<'r> {
    /// The timing of a measure by year. In the base year no measure works yet.
    pub fn of(inputs: &Inputs<'r>, measure: MeasureId) -> PerYear<Self> {
        let before = Self { phase: Term::zero(), running: Term::zero(), starting: Term::zero() };
        PerYear::from_previous(inputs.horizon(), before, |previous, year| {
            let next_year = Term::Constant(year.decimal() + Decimal::ONE);
            let years_worked = (next_year - inputs.start(measure)).max(Term::zero());
            let phase = years_worked.over(inputs.ramp(measure)).min(Term::one());
            let running = years_worked.min(Term::one());
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
pub fn realised<'r>(inputs: &Inputs<'r>, measure: MeasureId, full: Term<'r>) -> Term<'r> {
    match inputs.group(measure).realisation() {
        Some(id) => full.if_positive(inputs.rate(id), Term::one()),
        None => Term::one(),
    }
}
