//! The numbers that go into the calculation, for any reading of it.

use rust_decimal::Decimal;

use super::catalogue::{Catalogue, Group, Value};
use super::id::{AssumptionId, FigureId, LeverId, MeasureId, Setting};
use super::money::Money;
use super::number::{Entry, Number};
use super::plan::Plan;
use super::year::{PerYear, Year};

/// Where a number of the calculation comes from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Leaf {
    /// A lever, assumption, start year, phase-in, entered budget or figure.
    Setting(Setting),
    /// The position of today of a lever.
    Neutral(LeverId),
    /// One of the tenths (0–9) of a list of hours.
    Tenth(FigureId, usize),
}

/// Every figure and setting of one plan, as numbers of one reading.
pub struct Inputs<N> {
    figures: [N; FigureId::ALL.len()],
    levers: [N; LeverId::ALL.len()],
    neutrals: [N; LeverId::ALL.len()],
    assumptions: [Entry<N>; AssumptionId::ALL.len()],
    budgets: PerYear<Entry<N>>,
    starts: [N; MeasureId::COUNT],
    ramps: [N; MeasureId::COUNT],
    groups: [Group; MeasureId::COUNT],
    bggz_hours: [N; 10],
    sggz_hours: [N; 10],
}

// Indexing here cannot fail: the tables are as long as their ids.
impl<N: Number> Inputs<N> {
    /// Reads every number once, giving each leaf its value as `number` makes it.
    pub fn read(catalogue: &Catalogue, plan: &Plan, number: impl Fn(Leaf, Decimal) -> N) -> Self {
        let entry = |setting| {
            let value = plan.value(setting, catalogue);
            Entry {
                setting,
                is_set: value.is_some(),
                number: number(Leaf::Setting(setting), value.unwrap_or_default()),
            }
        };
        // Figures, levers and timing always have a default; a list of tenths has no single number and is read below.
        let set = |setting| entry(setting).number;
        let hours = |id: FigureId| match &catalogue.figure(id).value {
            Value::Tenths(tenths) => std::array::from_fn(|at| number(Leaf::Tenth(id, at), tenths[at])),
            Value::One(_) => [N::zero(); 10],
        };
        Self {
            figures: FigureId::ALL.map(|id| set(Setting::Figure(id))),
            levers: LeverId::ALL.map(|id| set(Setting::Lever(id))),
            neutrals: LeverId::ALL.map(|id| number(Leaf::Neutral(id), catalogue.lever(id).neutral)),
            assumptions: AssumptionId::ALL.map(|id| entry(Setting::Assumption(id))),
            budgets: PerYear::from_fn(|year| entry(Setting::Budget(year))),
            starts: measures(|measure| set(Setting::Start(measure))),
            ramps: measures(|measure| set(Setting::Ramp(measure))),
            groups: measures(|measure| catalogue.measure(measure).group),
            bggz_hours: hours(FigureId::GgzBggzDecielen),
            sggz_hours: hours(FigureId::GgzSggzDecielen),
        }
    }

    /// A figure that is not an amount.
    pub fn figure(&self, id: FigureId) -> N {
        self.figures[id.index()]
    }

    /// A figure in euros.
    pub fn amount(&self, id: FigureId) -> Money<N> {
        Money::from_euros(self.figure(id))
    }

    /// The position of a lever.
    pub fn lever(&self, id: LeverId) -> N {
        self.levers[id.index()]
    }

    /// The position of today of a lever, in which it yields nothing.
    pub fn neutral(&self, id: LeverId) -> N {
        self.neutrals[id.index()]
    }

    /// `effect` where the lever is not neutral, else 0.
    pub fn if_moved(&self, id: LeverId, effect: N) -> N {
        self.lever(id).if_differs(self.neutral(id), effect)
    }

    /// An assumption, which the user may have left open.
    pub fn assumption(&self, id: AssumptionId) -> Entry<N> {
        self.assumptions[id.index()]
    }

    /// An assumption in percent, as a fraction; 0 where it is open.
    pub fn rate(&self, id: AssumptionId) -> N {
        self.assumption(id).percent().number
    }

    /// The budget entered for a year, `indexed` where none is.
    pub fn budget_or(&self, year: Year, indexed: Money<N>) -> Money<N> {
        Money::from_euros(self.budgets[year].or(indexed.euros()))
    }

    /// The first year of a measure.
    pub fn start(&self, measure: MeasureId) -> N {
        self.starts[measure.index()]
    }

    /// The years in which a measure grows to full effect.
    pub fn ramp(&self, measure: MeasureId) -> N {
        self.ramps[measure.index()]
    }

    /// Which realisation rate a measure has.
    pub fn group(&self, measure: MeasureId) -> Group {
        self.groups[measure.index()]
    }

    /// Average hours of basic GGZ of each tenth of the clients.
    pub fn bggz_hours(&self) -> [N; 10] {
        self.bggz_hours
    }

    /// Average hours of specialist GGZ of each tenth of the clients.
    pub fn sggz_hours(&self) -> [N; 10] {
        self.sggz_hours
    }
}

impl Inputs<Decimal> {
    /// The inputs of the exact reading.
    pub fn exact(catalogue: &Catalogue, plan: &Plan) -> Self {
        Self::read(catalogue, plan, |_, value| value)
    }
}

/// One value for every measure.
pub fn measures<T>(value: impl Fn(MeasureId) -> T) -> [T; MeasureId::COUNT] {
    let mut all = MeasureId::all();
    // Cannot fail: there are exactly COUNT measures.
    std::array::from_fn(|_| value(all.next().expect("a measure for every place")))
}
