//! Price, cost and volume indices; all 1 in the base year.

use super::id::{AssumptionId, FigureId};
use super::inputs::Inputs;
use super::label::Label;
use super::number::{Entry, Number};
use super::year::{PerYear, Year};

/// The indices of every year.
pub struct Indices<N> {
    /// The growth of prices in a year (fraction); 0 in the base year.
    pub inflation: PerYear<N>,
    /// Prices.
    pub price: PerYear<N>,
    /// Cost of one youth: prices and intensity.
    pub youth: PerYear<N>,
    /// Cost of a care line: prices, intensity and volume.
    pub care: PerYear<N>,
}

impl<N: Number> Indices<N> {
    /// The indices under these assumptions.
    pub fn of(inputs: &Inputs<N>) -> Self {
        let fixed = inputs.assumption(AssumptionId::PrijsVast).percent();
        let inflation = PerYear::from_fn(|year| inflation(inputs, fixed, year));
        let price = grow("prijsindex", |year| inflation[year]);
        let intensity =
            grow("index kosten per jeugdige boven de loonindex", |_| inputs.rate(AssumptionId::GroeiZwaarte));
        let volume = grow("index aantal jeugdigen", |_| inputs.rate(AssumptionId::GroeiVolume));
        let youth = PerYear::from_fn(|year| {
            (price[year] * intensity[year]).named(Label::index("index kosten per jeugdige").at(year))
        });
        let care = PerYear::from_fn(|year| (youth[year] * volume[year]).named(Label::index("zorgindex").at(year)));
        Self { inflation, price, youth, care }
    }
}

fn grow<N: Number>(name: &'static str, rate: impl Fn(Year) -> N) -> PerYear<N> {
    PerYear::from_previous(N::one(), |previous, year| {
        (previous * (N::one() + rate(year))).named(Label::index(name).at(year))
    })
}

/// The fixed rate where the user set one, else the published index of the year.
fn inflation<N: Number>(inputs: &Inputs<N>, fixed: Entry<N>, year: Year) -> N {
    published_index(year).map_or_else(N::zero, |published| fixed.or(inputs.figure(published)))
}

/// The published price index of a year; none in the base year.
fn published_index(year: Year) -> Option<FigureId> {
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
    later.get(year.offset().checked_sub(1)?).copied()
}
