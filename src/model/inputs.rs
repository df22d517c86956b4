//! The numbers that go into the calculation.

use super::catalogue::{Catalogue, Group, Value};
use super::id::{AssumptionId, FigureId, Leaf, LeverId, MeasureId, Setting};
use super::money::Money;
use super::term::{Amount, Entry, Record, Term};
use super::year::{Horizon, PerYear, Year};

/// Every figure and setting, as a term.
pub struct Inputs<'r> {
    /// The figures, for what is no term.
    pub catalogue: &'r Catalogue,
    figures: [Term<'r>; FigureId::ALL.len()],
    levers: [Term<'r>; LeverId::ALL.len()],
    neutrals: [Term<'r>; LeverId::ALL.len()],
    assumptions: [Entry<'r>; AssumptionId::ALL.len()],
    budgets: PerYear<Entry<'r>>,
    starts: Vec<Term<'r>>,
    ramps: Vec<Term<'r>>,
    bggz_hours: [Term<'r>; 10],
    sggz_hours: [Term<'r>; 10],
}

// Indexing here cannot fail: the tables are as long as their ids.
impl<'r> Inputs<'r> {
    /// Records every figure and setting once, with its default.
    pub fn read(catalogue: &'r Catalogue, record: &'r Record) -> Self {
        // Figures, levers and timing always have a default; a list of tenths has no single number and is read below.
        let number = |setting| {
            let default = catalogue.spec(setting).default;
            record.leaf(Leaf::Setting(setting), default.unwrap_or_default())
        };
        let entry = |setting| {
            let is_open = catalogue.spec(setting).default.is_none();
            Entry { is_set: if is_open { record.is_set(setting) } else { Term::one() }, number: number(setting) }
        };
        let hours = |id: FigureId| match &catalogue.figure(id).value {
            Value::Tenths(tenths) => std::array::from_fn(|at| record.leaf(Leaf::Tenth(id, at), tenths[at])),
            Value::One(_) => [Term::zero(); 10],
        };
        let figure = |id| number(Setting::Figure(id));
        let of_sum = |setting| match setting {
            Setting::Figure(id) => Some(figure(id)),
            _ => None,
        };
        // A figure that is always a rest is calculated from its parts.
        let rest = |id| catalogue.figure(id).sum_of_others()?.sum(&Term::Constant, &of_sum);
        Self {
            catalogue,
            figures: FigureId::ALL.map(|id| rest(id).unwrap_or_else(|| figure(id))),
            levers: LeverId::ALL.map(|id| number(Setting::Lever(id))),
            neutrals: LeverId::ALL.map(|id| record.leaf(Leaf::Neutral(id), catalogue.lever(id).neutral)),
            assumptions: AssumptionId::ALL.map(|id| entry(Setting::Assumption(id))),
            budgets: PerYear::from_fn(catalogue.horizon(), |year| entry(Setting::Budget(year))),
            starts: catalogue.measure_ids().map(|measure| number(Setting::Start(measure))).collect(),
            ramps: catalogue.measure_ids().map(|measure| number(Setting::Ramp(measure))).collect(),
            bggz_hours: hours(FigureId::GgzBggzDecielen),
            sggz_hours: hours(FigureId::GgzSggzDecielen),
        }
    }

    /// The years of the projection.
    pub fn horizon(&self) -> Horizon {
        self.catalogue.horizon()
    }

    /// A figure that is not an amount.
    pub fn figure(&self, id: FigureId) -> Term<'r> {
        self.figures[id.index()]
    }

    /// A figure in euros.
    pub fn amount(&self, id: FigureId) -> Amount<'r> {
        Money::from_euros(self.figure(id))
    }

    /// The position of a lever.
    pub fn lever(&self, id: LeverId) -> Term<'r> {
        self.levers[id.index()]
    }

    /// The position of today of a lever, in which it yields nothing.
    pub fn neutral(&self, id: LeverId) -> Term<'r> {
        self.neutrals[id.index()]
    }

    /// `effect` where the lever is not neutral, else 0.
    pub fn if_moved(&self, id: LeverId, effect: Term<'r>) -> Term<'r> {
        self.lever(id).if_differs(self.neutral(id), effect)
    }

    /// An assumption, which the user may have left open.
    pub fn assumption(&self, id: AssumptionId) -> Entry<'r> {
        self.assumptions[id.index()]
    }

    /// An assumption in percent, as a fraction; 0 where it is open.
    pub fn rate(&self, id: AssumptionId) -> Term<'r> {
        self.assumption(id).percent().number
    }

    /// The budget entered for a year, `indexed` where none is.
    pub fn budget_or(&self, year: Year, indexed: Amount<'r>) -> Amount<'r> {
        Money::from_euros(self.budgets[year].or(indexed.euros()))
    }

    /// The first year of a measure.
    pub fn start(&self, measure: MeasureId) -> Term<'r> {
        self.starts[measure.index()]
    }

    /// The years in which a measure grows to full effect.
    pub fn ramp(&self, measure: MeasureId) -> Term<'r> {
        self.ramps[measure.index()]
    }

    /// Which realisation rate a measure has.
    pub fn group(&self, measure: MeasureId) -> Group {
        self.catalogue.measure(measure).group
    }

    /// Average hours of basic GGZ of each tenth of the clients.
    pub fn bggz_hours(&self) -> [Term<'r>; 10] {
        self.bggz_hours
    }

    /// Average hours of specialist GGZ of each tenth of the clients.
    pub fn sggz_hours(&self) -> [Term<'r>; 10] {
        self.sggz_hours
    }
}
