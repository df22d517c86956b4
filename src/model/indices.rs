//! Price, cost and volume indices; all 1 in the base year.

use super::id::{AssumptionId, FigureId};
use super::inputs::Inputs;
use super::label::Label;
use super::term::{Entry, Term};
use super::year::{Horizon, PerYear, Year};

/// The indices of every year.
pub struct Indices<'r> {
    /// The growth of prices in a year (fraction); 0 in the base year.
    pub inflation: PerYear<Term<'r>>,
    /// Prices.
    pub price: PerYear<Term<'r>>,
    /// Cost of one youth: prices and intensity.
    pub youth: PerYear<Term<'r>>,
    /// Cost of a care line: prices, intensity and volume.
    pub care: PerYear<Term<'r>>,
}

impl<'r> Indices<'r> {
    /// The indices under these assumptions.
    pub fn of(inputs: &Inputs<'r>) -> Self {
        let years = inputs.horizon();
        let fixed = inputs.assumption(AssumptionId::PrijsVast).percent();
        let inflation = PerYear::from_fn(years, |year| inflation(inputs, fixed, year));
        let price = grow(years, "prijsindex", |year| inflation[year]);
        let intensity =
            grow(years, "index kosten per jeugdige boven de loonindex", |_| inputs.rate(AssumptionId::GroeiZwaarte));
        let volume = grow(years, "index aantal jeugdigen", |_| inputs.rate(AssumptionId::GroeiVolume));
        let youth = PerYear::from_fn(years, |year| {
            (price[year] * intensity[year]).named(Label::index("index kosten per jeugdige").at(year))
        });
        let care =
            PerYear::from_fn(years, |year| (youth[year] * volume[year]).named(Label::index("zorgindex").at(year)));
        Self { inflation, price, youth, care }
    }
}

fn grow<'r>(years: Horizon, name: &'static str, rate: impl Fn(Year) -> Term<'r>) -> PerYear<Term<'r>> {
    PerYear::from_previous(years, Term::one(), |previous, year| {
        (previous * (Term::one() + rate(year))).named(Label::index(name).at(year))
    })
}

/// The fixed rate where the user set one, else the published index of the year.
fn inflation<'r>(inputs: &Inputs<'r>, fixed: Entry<'r>, year: Year) -> Term<'r> {
    published_index(year, inputs).map_or_else(Term::zero, |published| fixed.or(inputs.figure(published)))
}

/// The published price index of a year; none in the base year.
fn published_index(year: Year, inputs: &Inputs<'_>) -> Option<FigureId> {
    use FigureId as F;
    let later = [
        F::PrijsOva2019,
        F::PrijsOva2020,
        F::PrijsOva2021,
        F::PrijsOva2022,
        F::PrijsOva2023,
        F::PrijsOva2024,
        F::PrijsOva2025,
    ];
    later.get(inputs.horizon().offset(year).checked_sub(1)?).copied()
}
